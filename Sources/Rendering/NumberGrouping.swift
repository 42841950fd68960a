/// Commas between the thousands of a number.
package enum NumberGrouping {
  /// `count` for people: `1,234`.
  package static func string(_ count: Int) -> String {
    var out = ByteBuffer()
    CellText.append(Int64(count), to: &out)
    insertCommas(in: &out)
    return out.string
  }

  /// How many digits the number written in `text`, which may have a unit behind it, has before its
  /// point; 0 where it has an exponent or is no number.
  static func wholeDigits(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var digits = 0
    var isWhole = true
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if isWhole { digits += 1 }
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: "."): isWhole = false
      case UInt8(ascii: " ") where index > 0: return digits
      default: return 0
      }
    }
    return digits
  }

  /// Groups the number that is all of `text`, but for a unit behind it.
  static func insertCommas(in text: inout ByteBuffer) {
    let digits = wholeDigits(text.bytes)
    guard digits > 3 else { return }
    let start = text.bytes.first == UInt8(ascii: "-") ? 1 : 0
    var position = start + digits - 3
    while position > start {
      text.insert(UInt8(ascii: ","), at: position)
      position -= 3
    }
  }
}
