/// The words of which the names of columns consist.
enum ColumnWords {
  /// The words of a name, in lower case: parts between other signs, and parts that begin with a
  /// capital behind a small letter.
  static func all(of name: String) -> [String] {
    var result: [String] = []
    var word = ""
    var isBehindSmall = false
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if !isLetter || scalar.properties.isUppercase && isBehindSmall {
        if !word.isEmpty { result.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      isBehindSmall = scalar.properties.isLowercase
    }
    if !word.isEmpty { result.append(word.lowercased()) }
    return result
  }

  /// The words that tell a name from others: all but the little ones, as in `unit of value`.
  static func telling(_ name: String) -> Set<String> {
    Set(all(of: name)).subtracting(little)
  }

  private static let little: Set<String> = [
    "of", "the", "in", "for", "de", "du", "des", "d", "da", "do", "del", "la", "le", "der", "von",
  ]
}
