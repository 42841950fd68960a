/// How names of countries are compared.
enum CountryName {
  /// The name in lower case and without accents, its words separated by single spaces.
  ///
  /// Apostrophes and full stops vanish (`U.S.A.` is `usa`), `&` is `and`, other punctuation separates
  /// words, and what is short for a word in names of countries is written out (`Rep.`, `St`, `Is.`).
  ///
  /// - Complexity: O(*n*) in the length of the name.
  static func folded(_ name: String) -> String {
    words(name).joined(separator: " ")
  }

  /// The same for two names that differ in the order of words or in little ones: `Korea, Republic of`
  /// and `the Republic of Korea`.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  static func key(_ name: String) -> String {
    words(name).filter { !littleWords.contains($0) }.sorted().joined(separator: " ")
  }

  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "’", "‘", "`", "´", "ʻ", ".": continue
      case "&":
        words.append(word)
        words.append("and")
        word = ""
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word += scalar.properties.lowercaseMapping
      case "ß", "ẞ": word += "ss"
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      case _ where scalar.properties.isAlphabetic: word += withoutAccent(scalar)
      default:
        words.append(word)
        word = ""
      }
    }
    words.append(word)
    return words.filter { !$0.isEmpty }.map { writtenOut[$0] ?? $0 }
  }

  /// The letter that an accent, stroke or the like was put on, in lower case.
  ///
  /// Unicode's name of a letter tells: LATIN SMALL LETTER E WITH ACUTE.
  private static func withoutAccent(_ scalar: Unicode.Scalar) -> String {
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.first == "LATIN", words.count > 4, words[4] == "WITH", words[3].utf8.count == 1
    else { return scalar.properties.lowercaseMapping }
    return words[3].lowercased()
  }

  private static let littleWords: Set<String> = ["the", "of", "and"]

  private static let writtenOut = [
    "st": "saint", "ste": "sainte", "rep": "republic", "dem": "democratic", "fed": "federated",
    "is": "islands", "isl": "islands", "isls": "islands", "isds": "islands", "island": "islands",
    "peoples": "people", "terr": "territory", "plur": "plurinational",
  ]
}
