/// What people write into a cell that has no value.
///
/// In a column whose other cells are all numbers, or all dates, these can be nothing else; there
/// they are read as NULL, counted, and named in the ledger. A column of text keeps them as they are:
/// `NA` may be Namibia there, and `None` a kind of concealment.
enum MissingMarks {
  /// In lower case; a cell of blank characters alone is one as well.
  static let words: [String] = [
    "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "n/a", "#n/a", "n.a.", "n.a",
    "na", "n/d", "n.d.", "nd", "null", "none", "nan", "unknown", "unk", "missing", "not available",
    "not applicable", "not known", "not recorded", "not reported", "no data", "tbc", "tbd", "\\n",
    "#value!", "#div/0!", "#ref!", "#name?", "#num!", "#null!",
  ]

  private static let known = Set(words.map { Array($0.utf8) })
  static let longest = words.reduce(0) { max($0, $1.utf8.count) }

  /// Whether the `count` bytes from `start`, blanks around them taken off, are a mark.
  static func contains(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count == 0 { return true }
    guard count <= longest else { return false }
    let lowered = UnsafeBufferPointer(start: start, count: count).map { byte in
      byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
    return known.contains(lowered)
  }
}

/// Blank characters around a cell.
enum BlankTrim {
  /// The `count` bytes from `start` without the blanks at both ends: spaces, tabs and the spaces of
  /// Unicode that tables hold (U+00A0, U+2007, U+2009, U+202F), line ends within quotes too.
  static func trimmed(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (start: UnsafePointer<UInt8>, count: Int) {
    var from = 0
    var end = count
    while from < end, case let width = leading(start + from, end - from), width > 0 {
      from += width
    }
    while end > from, case let width = trailing(start + from, end - from), width > 0 {
      end -= width
    }
    return (start + from, end - from)
  }

  /// The bytes of the blank at the start; 0 where there is none.
  static func leading(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    if isBlank(start[0]) { return 1 }
    if count >= 2 && start[0] == 0xC2 && start[1] == 0xA0 { return 2 }
    if count >= 3 && isWideBlank(start) { return 3 }
    return 0
  }

  private static func trailing(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    if isBlank(start[count - 1]) { return 1 }
    if count >= 2 && start[count - 2] == 0xC2 && start[count - 1] == 0xA0 { return 2 }
    if count >= 3 && isWideBlank(start + (count - 3)) { return 3 }
    return 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
  }

  private static func isWideBlank(_ at: UnsafePointer<UInt8>) -> Bool {
    at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0x87 || at[2] == 0x89 || at[2] == 0xAF)
  }
}
