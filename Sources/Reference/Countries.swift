/// All countries, and the ways to find one.
///
/// The tables are text until the first use, so that a program that asks nothing about countries pays
/// nothing for them.
package enum Countries {
  /// Those of ISO 3166-1, in ascending order of `alpha2`.
  package static let all: [Country] = parse(table)

  /// Kosovo, which has no code in ISO 3166-1 but is a member of the World Customs Organization.
  ///
  /// `XK` and `XKX` are of the codes that ISO leaves to its users; the European Commission uses the
  /// first and the World Bank the second. There is no numeric code, so that it is empty.
  package static let kosovo = Country(
    alpha2: "XK", alpha3: "XKX", numeric: "", name: "Kosovo", region: .europe)

  /// The country of ISO 3166-1 with this alpha-2 code; nil when there is none, or when the code is
  /// not written in capitals.
  ///
  /// - Complexity: O(log n) in the number of countries.
  package static func country(alpha2: String) -> Country? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].alpha2 < alpha2 { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].alpha2 == alpha2 else { return nil }
    return all[low]
  }

  /// The country that a text means, be it a code or a name in use; nil when it means none.
  ///
  /// A code is two or three capitals, or three digits with their leading zeros. Two small letters are
  /// a code too, all but `na` and `no`, which stand for a missing value more often than for Namibia
  /// and Norway. In a name neither case, accents, punctuation, the order of words nor `the`, `of`
  /// and `and` matter. Kosovo is a country here. A country that is no more is the one that came after
  /// it (Zaire), and none when several did (the Soviet Union; see `former(_:)`).
  ///
  /// - Complexity: O(*n* log *n*) in the words of the text, O(1) in the number of countries.
  package static func country(_ text: String) -> Country? {
    if let country = country(asWritten: text) { return country }
    let code = trimmed(text)
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (97...122).contains($0) }),
      !words.contains(code)
    else { return nil }
    return codes[code.uppercased()].map { countries[$0] }
  }

  /// The same where codes are written in capitals: what is to be found among texts that may be
  /// anything, of which many in small letters are words.
  static func country(asWritten text: String) -> Country? {
    if let position = codes[trimmed(text)] { return countries[position] }
    if let position = index[CountryName.key(text)] { return countries[position] }
    let former = former(text)
    guard former.count == 1, former[0].successors.count == 1 else { return nil }
    return country(alpha2: former[0].successors[0])
  }

  /// What a misspelt name was meant to be, by its name in ISO 3166-1 if that is near; nil when no name
  /// is near, or the nearest are those of two countries.
  ///
  /// One letter may be wrong, missing, too many or swapped with the next in a name of three to five
  /// letters, and two in a longer one. Codes are not guessed at.
  ///
  /// - Complexity: O(*n* · *m*²) in the number of names and the length of one.
  package static func closest(to name: String) -> String? {
    let folded = CountryName.folded(name)
    guard let guess = Misspelling.closest(to: folded, among: foldedNames) else { return nil }
    let allowed = Misspelling.allowedEdits(folded.unicodeScalars.count)
    let name = countries[guess.value].name
    if Misspelling.distance(CountryName.folded(name), folded) <= allowed { return name }
    return names[guess.value].first { CountryName.folded($0) == guess.key }
  }

  /// Every name by which `country(_:)` finds it, that of ISO 3166-1 first.
  package static func names(of country: Country) -> [String] {
    codes[country.alpha2].map { names[$0] } ?? []
  }

  /// All, and Kosovo: what positions in the tables below count.
  private static let countries = all + [kosovo]

  /// Names by position in `countries`, that of ISO 3166-1 first.
  static let names: [[String]] = {
    let rows = Table.rows(nameTable).filter { $0.count == 2 }
    let further = Dictionary(
      rows.map { ($0[0], Table.list($0[1])) }, uniquingKeysWith: { first, _ in first })
    return countries.map { [$0.name] + further[$0.alpha2, default: []] }
  }()

  /// Positions in `countries` by `CountryName.key`.
  private static let index = positions(CountryName.key)

  private static let foldedNames = positions(CountryName.folded)

  private static func positions(_ written: (String) -> String) -> [String: Int] {
    Dictionary(
      names.enumerated().flatMap { position, names in names.map { (written($0), position) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Positions in `countries` by code.
  private static let codes: [String: Int] = {
    var codes: [String: Int] = [:]
    for (position, country) in countries.enumerated() {
      for code in [country.alpha2, country.alpha3, country.numeric] where !code.isEmpty {
        codes[code] = position
      }
    }
    for (code, alpha2) in furtherCodes { codes[code] = codes[alpha2] }
    return codes
  }()

  /// Codes in use that ISO 3166-1 does not have: those of the European Commission (`EL`, `UK`, `XI`
  /// for Northern Ireland, `XS` for Serbia in its trade statistics), further ones for Kosovo, the
  /// alpha-3 code of Romania until 2002, and the one code that people write with full stops.
  private static let furtherCodes = [
    "EL": "GR", "UK": "GB", "XI": "GB", "XS": "RS", "XKK": "XK", "RKS": "XK", "ROM": "RO",
    "U.S.": "US", "U.S": "US",
  ]

  /// Codes that in small letters are words in place of a country.
  private static let words: Set<String> = ["na", "no"]

  /// The one word that a text consists of, without the spaces around it; nothing if it has more.
  static func trimmed(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 1 ? String(words[0]) : ""
  }

  private static func parse(_ text: String) -> [Country] {
    Table.rows(text).compactMap { fields in
      guard fields.count == 5 else { return nil }
      return Country(
        alpha2: fields[0], alpha3: fields[1], numeric: fields[2], name: fields[3],
        region: WCORegion.allCases.first { $0.abbreviation == fields[4] })
    }
  }
}
