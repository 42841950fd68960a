/// How names of countries are compared.
enum CountryName {
  /// The words of the name as `FoldedText` has them, separated by single spaces; what is short for a
  /// word in names of countries is written out (`Rep.`, `St`, `Is.`).
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
    FoldedText.words(name).map { writtenOut[$0] ?? $0 }
  }

  private static let littleWords: Set<String> = ["the", "of", "and"]

  private static let writtenOut = [
    "st": "saint", "ste": "sainte", "rep": "republic", "dem": "democratic", "fed": "federated",
    "is": "islands", "isl": "islands", "isls": "islands", "isds": "islands", "island": "islands",
    "peoples": "people", "terr": "territory", "plur": "plurinational",
  ]
}
