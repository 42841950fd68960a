/// The tables of this target: one record a line, `|` between its fields.
///
/// They are split as bytes, which is many times as fast as splitting characters; the separators are
/// ASCII, so that no other character can contain them.
enum Table {
  /// The fields of each line, empty ones too.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func rows(_ text: String) -> [[String]] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
    }
  }

  /// The parts of a field that holds a list, without empty ones.
  static func list(_ field: String, separator: UInt8 = UInt8(ascii: ";")) -> [String] {
    field.utf8.split(separator: separator).map { String(Substring($0)) }
  }
}
