/// What the number format of a cell makes of its number, as far as it changes what the number is.
///
/// Percentages, currencies, thousands and fractions do not: 74 % is stored as 0.74, and read so.
enum NumberFormat: Hashable {
  case number
  /// A day, a time of day, or both.
  case moment(hasDate: Bool, hasTime: Bool)
  /// Hours, minutes or seconds that count on beyond a day: stored as days.
  case elapsed
  /// A whole number of at least as many digits, zeros before it shown: a code.
  case code(digits: Int)

  /// A longer code is none that Excel would take: its formats have up to 255 characters.
  private static let maximumDigits = 255

  /// The format of a number below 164 that is not written out (ECMA-376-1, 18.8.30).
  ///
  /// 27 to 36 and 50 to 58 differ by language, and show a day in most: there, one that shows a time
  /// reads as a date unless the number has a fraction.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 34...36, 50...58: self = .moment(hasDate: true, hasTime: false)
    case 18...21, 32, 33, 45, 47: self = .moment(hasDate: false, hasTime: true)
    case 22: self = .moment(hasDate: true, hasTime: true)
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// The format that `code` writes out, by the first of its sections that says anything.
  init(code: String) {
    var scan = FormatScan()
    scan.read(Array(code.utf8))
    self = scan.format
  }

  /// The signs of one section of a format code.
  private struct FormatScan {
    private var zeros = 0
    /// Anything but zeros.
    private var hasOther = false
    private var hasDigits = false
    private var hasDate = false
    private var hasTime = false
    private var isElapsed = false
    /// An `m` or `mm`: minutes beside hours or seconds, else months.
    private var hasMonthOrMinute = false

    var format: NumberFormat {
      if !hasOther && zeros >= 2 && zeros <= NumberFormat.maximumDigits {
        return .code(digits: zeros)
      }
      if hasDigits { return .number }
      if isElapsed { return .elapsed }
      let isMonth = hasMonthOrMinute && !hasTime
      if hasDate || hasTime || isMonth {
        return .moment(hasDate: hasDate || isMonth, hasTime: hasTime)
      }
      return .number
    }

    mutating func read(_ code: [UInt8]) {
      var index = 0
      var last: UInt8 = 0
      while index < code.count {
        let byte = code[index]
        let letter = byte | 0x20
        var end = index + 1
        switch byte {
        case UInt8(ascii: ";"):
          if zeros > 0 || hasOther { return }
        case UInt8(ascii: "\""):
          end = (code[end...].firstIndex(of: byte) ?? code.count - 1) + 1
          hasOther = true
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
          end += 1
          hasOther = true
        case UInt8(ascii: "["):
          hasOther = true
          guard let close = code[index...].firstIndex(of: UInt8(ascii: "]")) else { return }
          readBracket(code[end..<close])
          // A fraction may follow seconds in brackets too.
          last = code[close - 1] | 0x20
          index = close + 1
          continue
        case UInt8(ascii: "0"):
          // Behind seconds and a point, zeros are a fraction of them.
          if last == UInt8(ascii: "s") { break }
          zeros += 1
          hasDigits = true
        case UInt8(ascii: "#"), UInt8(ascii: "?"):
          hasDigits = true
          hasOther = true
        case UInt8(ascii: "."):
          hasOther = true
        default:
          end = readLetters(letter, code, index)
        }
        if byte != UInt8(ascii: "0") && byte != UInt8(ascii: ".") { last = letter }
        index = end
      }
    }

    /// Notes what stands at `index`; where it ends.
    private mutating func readLetters(_ letter: UInt8, _ code: [UInt8], _ index: Int) -> Int {
      hasOther = true
      func isThere(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= code.count else { return false }
        return (0..<count).allSatisfy { code[index + $0] | 0x20 == text.utf8Start[$0] | 0x20 }
      }
      if isThere("general") { return index + 7 }
      if isThere("am/pm") {
        hasTime = true
        return index + 5
      }
      if isThere("a/p") {
        hasTime = true
        return index + 3
      }
      // 0.0E+00 has an exponent, and no year of an emperor.
      if isThere("e+") || isThere("e-") { return index + 2 }
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "b"):
        hasDate = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"):
        hasTime = true
      case UInt8(ascii: "m"):
        let end = code[index...].firstIndex { $0 | 0x20 != letter } ?? code.count
        if end - index > 2 { hasDate = true } else { hasMonthOrMinute = true }
        return end
      default: break
      }
      return index + 1
    }

    /// `[h]`, `[mm]` and the like count on; colours, conditions and languages say nothing here.
    private mutating func readBracket(_ content: ArraySlice<UInt8>) {
      guard let first = content.first.map({ $0 | 0x20 }),
        [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first)
      else { return }
      if content.allSatisfy({ $0 | 0x20 == first }) { isElapsed = true }
    }
  }
}
