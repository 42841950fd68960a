/// Numbers as people write them: with thousands grouped, a comma before the fraction, a percent
/// sign, a plus, or blanks around.
///
/// Such a number is rewritten in the plain form that ``NumberReader`` reads. A text may be a number
/// in two readings, with the point before the fraction or with the comma; which one is meant is
/// decided by the whole column (``ColumnEvidence``).
enum GroupedNumber {
  /// What groups digits by thousands, besides the character that is not before the fraction.
  static let separators: [[UInt8]] = [
    [UInt8(ascii: ",")], [UInt8(ascii: ".")], [UInt8(ascii: " ")], [UInt8(ascii: "'")],
    [UInt8(ascii: "_")], Array("\u{2019}".utf8), Array("\u{A0}".utf8), Array("\u{202F}".utf8),
    Array("\u{2009}".utf8),
  ]

  /// The longest number that is rewritten: more digits than any type keeps.
  static let maximumBytes = 128

  /// A number in plain form.
  struct Plain {
    /// Digits, a point with digits behind it, before them a minus.
    var bytes: InlineArray<128, UInt8> = InlineArray(repeating: 0)
    var count = 0
    var isPercent = false

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      bytes[count] = byte
      count += 1
    }

    /// Calls `body` with the bytes; eight bytes behind them may be read.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
      withUnsafeBytes(of: bytes) { raw in
        // The block has 128 bytes, so it has an address.
        guard let start = raw.assumingMemoryBound(to: UInt8.self).baseAddress else {
          return body([0, 0, 0, 0, 0, 0, 0, 0], 0)
        }
        return body(start, count)
      }
    }

    func isSame(as other: Plain) -> Bool {
      guard count == other.count else { return false }
      for index in 0..<count where bytes[index] != other.bytes[index] { return false }
      return true
    }

    var string: String {
      withBytes { String(decoding: UnsafeBufferPointer(start: $0, count: $1), as: UTF8.self) }
    }
  }

  /// The number in the `count` bytes from `start`, blanks around them taken off, where `mark`
  /// stands before the fraction; nil where it is none.
  ///
  /// Digits are grouped by threes from the fraction on, all groups parted by the same character.
  /// A group cannot begin with zero: `0,123` is a fraction or nothing.
  static func plain(
    _ start: UnsafePointer<UInt8>, _ count: Int, mark: UInt8, rules: CellRules
  ) -> Plain? {
    if let wanted = rules.decimalMark, wanted != mark { return nil }
    var end = count
    var number = Plain()
    if end > 0 && start[end - 1] == UInt8(ascii: "%") {
      number.isPercent = true
      end = BlankTrim.trimmed(start, end - 1).count
    }
    guard end > 0, end < maximumBytes - 10 else { return nil }
    var at = 0
    if start[0] == UInt8(ascii: "-") || start[0] == UInt8(ascii: "+") {
      if start[0] == UInt8(ascii: "-") { number.append(start[0]) }
      at = 1
    } else if end > 3 && start[0] == 0xE2 && start[1] == 0x88 && start[2] == 0x92 {
      // U+2212, the minus sign of typesetters.
      number.append(UInt8(ascii: "-"))
      at = 3
    }
    let first = at
    var separator: ArraySlice<UInt8>?
    var inGroup = 0
    var digits = 0
    while at < end {
      let byte = start[at]
      if isDigit(byte) {
        number.append(byte)
        inGroup += 1
        digits += 1
        at += 1
        continue
      }
      if byte == mark || byte | 0x20 == UInt8(ascii: "e") { break }
      guard let found = self.separator(start + at, end - at, mark: mark, rules: rules),
        separator == nil || separator == found, digits > 0,
        separator == nil ? inGroup <= 3 : inGroup == 3
      else { return nil }
      separator = found
      inGroup = 0
      at += found.count
    }
    if separator != nil && (inGroup != 3 || start[first] == UInt8(ascii: "0")) { return nil }
    if at < end && start[at] == mark {
      at += 1
      let fraction = at
      number.append(UInt8(ascii: "."))
      while at < end, isDigit(start[at]) {
        number.append(start[at])
        at += 1
      }
      if at == fraction { return nil }
    } else if digits == 0 {
      return nil
    }
    if at < end {
      // An exponent stands behind plain digits alone.
      guard separator == nil, start[at] | 0x20 == UInt8(ascii: "e") else { return nil }
      while at < end {
        number.append(start[at])
        at += 1
      }
    }
    return number
  }

  /// The separator at `start`; nil where there is none that may stand in this reading.
  private static func separator(
    _ start: UnsafePointer<UInt8>, _ count: Int, mark: UInt8, rules: CellRules
  ) -> ArraySlice<UInt8>? {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if let wanted = rules.thousands {
      return !wanted.isEmpty && bytes.starts(with: wanted) ? wanted[...] : nil
    }
    for separator in separators where separator[0] != mark && bytes.starts(with: separator) {
      return separator[...]
    }
    return nil
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
