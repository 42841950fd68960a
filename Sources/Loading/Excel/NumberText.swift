/// Numbers of cells, written as plain decimals.
///
/// Cells hold binary doubles, which Excel writes with up to 17 digits: `22.491682999999998` where
/// `22.491683` was typed. What is written here is the shortest decimal that stands for the same
/// double, so that no digit is lost and none is invented. Up to 15 digits it is the text itself,
/// and so are whole numbers of up to 18 digits, which other programs write exactly.
enum NumberText {
  private static let certainDigits = 15
  private static let wholeDigits = 18
  /// Powers of ten of the first digit that are written without an exponent.
  private static let plainExponents = -10...20

  /// What the bytes of a plain decimal are made of.
  private struct Shape {
    /// From the first digit that is no zero to the last.
    var digits = 0
    var isWhole = true
    var isPlain = true

    init(_ text: ArraySlice<UInt8>) {
      var rest = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
      let whole = rest.prefix { Shape.isDigit($0) }
      rest = rest.dropFirst(whole.count)
      isPlain = !whole.isEmpty && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
      digits = whole.first == UInt8(ascii: "0") ? 0 : whole.count
      guard rest.first == UInt8(ascii: ".") else {
        isPlain = isPlain && rest.isEmpty
        return
      }
      isWhole = false
      let places = rest.dropFirst()
      isPlain = isPlain && !places.isEmpty && places.allSatisfy(Shape.isDigit)
      digits += digits > 0 ? places.count : places.drop { $0 == UInt8(ascii: "0") }.count
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  }

  /// The double that `text` is; nil where it is no finite number.
  static func value(_ text: ArraySlice<UInt8>) -> Double? {
    // Words such as `nan`, and hexadecimal digits, are no numbers of a cell.
    guard text.allSatisfy({ Shape.isDigit($0) || isSign($0) }),
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// Whether `byte` is one of those between the digits of a number.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// Appends the number that `number` is; false where it is none.
  static func append(_ number: ArraySlice<UInt8>, to text: inout [UInt8]) -> Bool {
    let shape = Shape(number)
    if shape.isPlain && shape.digits <= (shape.isWhole ? wholeDigits : certainDigits) {
      text.append(contentsOf: shape.isWhole ? number : withoutZeros(number))
      return true
    }
    guard let value = value(number) else { return false }
    text.append(contentsOf: plain(value))
    return true
  }

  /// A fraction without zeros at its end, and without a point where nothing is behind it.
  private static func withoutZeros(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = number.endIndex
    while number[end - 1] == UInt8(ascii: "0") { end -= 1 }
    if number[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return number[..<end]
  }

  /// The shortest decimal that reads as `value`, without an exponent for magnitudes of everyday.
  static func plain(_ value: Double) -> [UInt8] {
    let shortest = Array(value.description.utf8)
    let mantissa = shortest.prefix { $0 != UInt8(ascii: "e") }
    let sign = mantissa.prefix { $0 == UInt8(ascii: "-") }
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.endIndex
    guard mantissa.count < shortest.count else { return Array(withoutZeros(mantissa)) }
    let power = Int(String(decoding: shortest[(mantissa.count + 1)...], as: UTF8.self)) ?? 0
    guard plainExponents.contains(power), point == sign.count + 1 || point == mantissa.endIndex
    else { return shortest }
    let digits = mantissa.dropFirst(sign.count).filter { $0 != UInt8(ascii: ".") }
    let zero = UInt8(ascii: "0")
    if power < 0 {
      let zeros = [UInt8](repeating: zero, count: -power - 1)
      return Array(withoutZeros(sign + [zero, UInt8(ascii: ".")] + zeros + digits))
    }
    // Doubles from 2 to the 54th on are whole, and have exponents in their description from there.
    return sign + digits + [UInt8](repeating: zero, count: max(0, power + 1 - digits.count))
  }
}
