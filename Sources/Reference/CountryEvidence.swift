/// What a column's texts say for its being a column of countries.
package struct CountryEvidence: Sendable, Hashable {
  /// How countries are written.
  package enum Form: Sendable, Hashable {
    case alpha2
    case alpha3
    case names
  }

  /// How most of the countries in it are written.
  package let form: Form
  /// How many of the distinct texts are countries of today.
  package let recognised: Int
  /// The texts that are former countries with more than one successor, in ascending order.
  package let former: [String]
  /// The texts that are neither countries nor marks of a missing value, in ascending order.
  package let unrecognised: [String]
}

extension Countries {
  /// What the distinct texts of a column say for its being one of countries; nil when they do not.
  ///
  /// At least 95 of 100 must be countries, former ones too, where marks of a missing value (`Unknown`,
  /// `n/a`, nothing at all) are not counted; `NA` is Namibia. One name is enough, but codes must be
  /// two, and not all units as well: `KG` and `GR` are kilograms and grams before they are
  /// Kyrgyzstan and Greece. Numeric codes do not count, because any number may look like one.
  ///
  /// - Parameter texts: The texts, each once.
  /// - Complexity: O(*n* log *n*) in the number of texts.
  package static func evidence(of texts: some Sequence<String>) -> CountryEvidence? {
    var forms: [CountryEvidence.Form: Int] = [:]
    var formers: [String] = []
    var unrecognised: [String] = []
    var areAllUnits = true
    for text in texts where !isMissing(text) {
      if let form = form(of: text) {
        forms[form, default: 0] += 1
        areAllUnits = areAllUnits && Units.unit(text) != nil
      } else if former(text).isEmpty {
        unrecognised.append(text)
      } else {
        formers.append(text)
      }
    }
    let order: [CountryEvidence.Form] = [.names, .alpha2, .alpha3]
    guard let form = order.max(by: { forms[$0, default: 0] < forms[$1, default: 0] }),
      forms[form, default: 0] >= (form == .names ? 1 : 2), !areAllUnits || form == .names
    else { return nil }
    let recognised = forms.values.reduce(0, +)
    let known = recognised + formers.count
    guard known * 100 >= (known + unrecognised.count) * 95 else { return nil }
    return CountryEvidence(
      form: form, recognised: recognised, former: formers.sorted(),
      unrecognised: unrecognised.sorted())
  }

  private static func form(of text: String) -> CountryEvidence.Form? {
    guard country(asWritten: text) != nil else { return nil }
    let code = trimmed(text)
    let areCapitals = code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    switch code.utf8.count {
    case 2 where areCapitals: return .alpha2
    case 3 where areCapitals: return .alpha3
    case 3 where code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }):
      return nil
    default: return .names
    }
  }

  private static func isMissing(_ text: String) -> Bool {
    // With its full stops folded away it would be Namibia's code.
    missing.contains(CountryName.folded(text)) || trimmed(text).lowercased().hasPrefix("n.a")
  }

  /// Folded marks of a missing value, but for those that consist of punctuation and so fold to none.
  private static let missing: Set<String> = [
    "", "unknown", "unk", "none", "null", "nil", "nan", "n a", "other", "others", "other country",
    "other countries", "not known", "not available", "not applicable", "not specified",
    "not stated", "unspecified", "undetermined", "unidentified", "unknown country", "various",
    "various countries", "multiple countries", "several countries", "missing", "no data", "blank",
  ]
}
