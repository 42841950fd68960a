/// The distinct integers of a column too wide for a range: 128 bits, or 64 without useful bounds.
///
/// Intervals of one total are one value, of which the form that came first stands; so are measures
/// of one quantity, such as 1 kg and 1000 g.
struct DistinctIntegers {
  private var table = IntegerTable()
  /// The values in order of first appearance.
  private(set) var values: [Int128] = []

  /// The place of each row's value, from 1 on; 0 for NULL.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  mutating func numbers(of vector: Vector) throws(ValueError) -> Buffer<UInt64> {
    let result = Buffer<UInt64>(repeating: 0, count: vector.count)
    for row in 0..<vector.count {
      try Cancellation.point(at: row, every: 1 << 14)
      let value = vector.value(row)
      if value.isNull { continue }
      let place = Int(try table.insert(IntegerTable.key(of: value)))
      if place > values.count { values.append(Constants.unscaled(value)) }
      result.pointer[row] = UInt64(place)
    }
    return result
  }
}

/// Finds the bounds of integers whose kernel did not state them.
package enum Bounding {
  /// The same vector with tight bounds; vectors that are not 64-bit integers, or hold no value,
  /// are returned as they are.
  package static func bounded(_ vector: Vector) -> Vector {
    guard vector.bounds == nil, case .int64(let values) = vector.storage else { return vector }
    var low = Int64.max
    var high = Int64.min
    var row = 0
    while row < vector.count {
      if vector.validity?[row] ?? true {
        low = min(low, values.pointer[row])
        high = max(high, values.pointer[row])
      }
      row &+= 1
    }
    guard low <= high else {
      return Vector(constant: .null, type: vector.type, count: vector.count)
    }
    return Vector(
      type: vector.type, count: vector.count, storage: vector.storage, validity: vector.validity,
      bounds: low...high)
  }
}
