/// Values as numbers of the same order.
enum OrderNumbers {
  /// A number for each row of a vector that is not text; any where it is NULL.
  static func numbers(of vector: Vector) -> Buffer<Int128> {
    switch vector.type {
    case .double, .percent:
      let values = NumberSource.doubles(vector)
      let result = Buffer<Int128>(count: vector.count)
      for row in 0..<vector.count {
        result.pointer[row] = Int128(SortField.ordered(values.pointer[row]))
      }
      return result
    case .boolean:
      let bits = NumberSource.bits(vector)
      let result = Buffer<Int128>(count: vector.count)
      for row in 0..<vector.count { result.pointer[row] = bits[row] ? 1 : 0 }
      return result
    case .interval:
      let bits = NumberSource.integers(vector, as: Int128.self)
      let result = Buffer<Int128>(count: vector.count)
      for row in 0..<vector.count {
        result.pointer[row] = Interval(bits: bits.pointer[row]).total
      }
      return result
    case .measure:
      return NumberSource.integers(MeasurePacking.keys(vector), as: Int128.self)
    default:
      return NumberSource.integers(vector, as: Int128.self)
    }
  }
}
