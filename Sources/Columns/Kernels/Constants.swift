/// Constants written out row by row, for the few kernels that want values in memory.
package enum Constants {
  /// The same rows with one stored value each; a vector that is not constant is returned as it is.
  ///
  /// A NULL becomes zeros (or empty texts) under a validity that marks every row NULL.
  package static func expanded(_ vector: Vector) -> Vector {
    guard case .constant(let value) = vector.storage else { return vector }
    let count = vector.count
    let validity = value.isNull ? Bitmap(repeating: false, count: count) : nil
    var bounds: ClosedRange<Int64>?
    let storage: Vector.Storage
    switch vector.type {
    case .boolean, .null:
      storage = .bits(Bitmap(repeating: value == .boolean(true), count: count))
    case .double, .percent:
      storage = .float64(Buffer(repeating: Self.double(value), count: count))
    case .varchar:
      storage = .text(repeated(value, count))
    default:
      let number = unscaled(value)
      if vector.type.isWide {
        storage = .int128(Buffer(repeating: number, count: count))
      } else {
        let narrow = Int64(truncatingIfNeeded: number)
        storage = .int64(Buffer(repeating: narrow, count: count))
        if !value.isNull { bounds = narrow...narrow }
      }
    }
    return Vector(
      type: vector.type, count: count, storage: storage, validity: validity, bounds: bounds)
  }

  /// The stored integer of a whole number, decimal, date, timestamp, time, interval or measure; 0 for
  /// anything else.
  package static func unscaled(_ value: Value) -> Int128 {
    switch value {
    case .integer(let number), .decimal(let number, _): number
    case .date(let days): Int128(days)
    case .timestamp(let microseconds), .time(let microseconds): Int128(microseconds)
    case .interval(let interval): interval.bits
    case .measure(let measure): measure.bits
    default: 0
    }
  }

  private static func double(_ value: Value) -> Double {
    if case .double(let number) = value { number } else { 0 }
  }

  private static func repeated(_ value: Value, _ count: Int) -> TextStore {
    guard case .text(let text) = value, !text.isEmpty else {
      return TextStore(
        offsets: Buffer(repeating: 0, count: count + 1), bytes: Buffer(count: 0))
    }
    return TextStore(repeatElement(text, count: count))
  }
}
