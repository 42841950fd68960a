/// How texts are compared that people write in many ways.
enum FoldedText {
  /// The words of a text in lower case and without accents.
  ///
  /// Apostrophes and full stops vanish (`U.S.A.` is `usa`), `&` is `and`, and any other character that
  /// is neither a letter nor a digit from 0 to 9 separates words.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
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
    return words.filter { !$0.isEmpty }
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
}
