import Columns
import Reference

/// A column of texts that are countries: what the account of a load says of it.
struct CountryColumn {
  private let evidence: CountryEvidence

  /// Columns of more distinct texts are not looked at: there are some 250 countries.
  private static let mostTexts = 2000
  /// Texts of a column that are looked at before all are.
  private static let sample = 64

  /// Nil where the column is none of countries.
  ///
  /// - Complexity: O(distinct texts), of which a column without a country's code or ISO name costs no
  ///   more than a look at each, and many others no more than a look at a sample. Values are not
  ///   read.
  init?(_ vectors: [Vector]) {
    guard let dictionary = vectors.lazy.compactMap(\.dictionary).first,
      (2...Self.mostTexts + 1).contains(dictionary.count)
    else { return nil }
    let texts = (1..<dictionary.count).map { dictionary.texts.string($0) }
    guard Self.seemsLikely(texts), let evidence = Countries.evidence(of: texts) else {
      return nil
    }
    self.evidence = evidence
  }

  private static func seemsLikely(_ texts: [String]) -> Bool {
    guard texts.contains(where: plainly.contains) else { return false }
    let step = max(1, texts.count / sample)
    let some = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
    return some.count { Countries.country($0) != nil } * 2 >= some.count
  }

  /// Codes, and the names of ISO 3166-1 as it writes them and in capitals: one of them at least stands
  /// in every column of countries, and to look for them costs little.
  private static let plainly: Set<String> = Set(
    Countries.all.flatMap { [$0.alpha2, $0.alpha3, $0.name, $0.name.uppercased()] })

  /// What the texts are: `countries, ISO 3166-1 alpha-2`.
  var meaning: String {
    switch evidence.form {
    case .alpha2: "countries, ISO 3166-1 alpha-2"
    case .alpha3: "countries, ISO 3166-1 alpha-3"
    case .names: "names of countries"
    }
  }

  /// What whoever counts by country must know of the column called `name`; nil where every text is a
  /// country, or says that there is none.
  func note(_ name: String) -> String? {
    let parts = [
      Self.list(evidence.unrecognised, "value", "not recognised"),
      Self.list(evidence.former, "value", "of former countries that are several today"),
    ].compactMap { $0 }
    if parts.isEmpty { return nil }
    return "\(Wording.name(name)): \(([meaning] + parts).joined(separator: "; "))"
  }

  private static func list(_ texts: [String], _ noun: String, _ what: String) -> String? {
    if texts.isEmpty { return nil }
    let shown = texts.prefix(3).map { Wording.cell($0) }.joined(separator: ", ")
    return "\(Wording.count(texts.count, noun)) \(what): \(shown)"
      + (texts.count > 3 ? " …" : "")
  }
}
