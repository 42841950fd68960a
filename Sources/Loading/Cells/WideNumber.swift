/// Reads decimals of more digits than 64 bits hold.
enum WideNumber {
  /// The number in plain form in `count` bytes as its digits with `scale` of them behind the point;
  /// nil for anything else, for a code with a leading zero, and where it has more than `digits`
  /// digits then, at most 38, or more than `scale` behind the point.
  static func decimal(
    _ start: UnsafePointer<UInt8>, _ count: Int, scale: Int, digits: Int
  ) -> Int128? {
    guard let plain = PlainNumber(start, count), !plain.isZeroLed, !plain.hasExponent,
      plain.scale <= scale, plain.integerDigits + scale <= digits, digits <= 38
    else { return nil }
    let isNegative = start[0] == UInt8(ascii: "-")
    var value: Int128 = 0
    for index in (isNegative ? 1 : 0)..<count where start[index] != UInt8(ascii: ".") {
      // At most 38 digits in all, which 128 bits hold.
      value = value &* 10 &+ Int128(start[index] &- UInt8(ascii: "0"))
    }
    for _ in plain.scale..<scale { value = value &* 10 }
    return isNegative ? 0 &- value : value
  }
}
