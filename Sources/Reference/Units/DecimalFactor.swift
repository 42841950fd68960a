/// An exact decimal number: `unscaled` ÷ 10^`scale`.
///
/// Equal numbers are equal values, because there is one way to write each: no zero ends the digits
/// after the point, and `scale` is never negative unless the number is too big for `Int64`.
package struct DecimalFactor: Hashable, Sendable {
  package let unscaled: Int64
  /// How many of the digits stand after the point.
  package let scale: Int

  /// The number `unscaled` ÷ 10^`scale`.
  ///
  /// - Complexity: O(*d*) in the number of digits.
  package init(unscaled: Int64, scale: Int) {
    var digits = unscaled
    var places = digits == 0 ? 0 : scale
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    while places < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { break }
      digits = product
      places += 1
    }
    self.unscaled = digits
    self.scale = places
  }

  /// Reads digits with at most one point and at most a leading minus sign: `0.45359237`, `-3`, `.5`.
  ///
  /// Nil for anything else, and for a number whose digits do not fit `Int64`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    if point < bytes.endIndex {
      bytes.remove(at: point)
      // Zeros at the end say nothing, and must not make a short number too long.
      while bytes.count > max(point, 1), bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }
    guard !bytes.isEmpty else { return nil }
    var digits: Int64 = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      digits = sum
    }
    self.init(unscaled: isNegative ? -digits : digits, scale: bytes.count - point)
  }
}
