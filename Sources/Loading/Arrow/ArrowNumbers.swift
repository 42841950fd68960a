import Columns

/// Makes whole numbers and decimals of arrays into vectors.
enum ArrowNumbers {
  // MARK: Whole numbers

  /// The values as numbers of 64 bits, zero where there is NULL; an unsigned one above 2^63 - 1
  /// becomes a negative one.
  static func integers(_ rows: ArrowRows, bits: Int, isSigned: Bool) -> Buffer<Int64> {
    switch (bits, isSigned) {
    case (8, true): rows.values(zero: 0) { (value: Int8) in Int64(value) }
    case (8, false): rows.values(zero: 0) { (value: UInt8) in Int64(value) }
    case (16, true): rows.values(zero: 0) { (value: Int16) in Int64(value) }
    case (16, false): rows.values(zero: 0) { (value: UInt16) in Int64(value) }
    case (32, true): rows.values(zero: 0) { (value: Int32) in Int64(value) }
    case (32, false): rows.values(zero: 0) { (value: UInt32) in Int64(value) }
    default: rows.values(zero: Int64(0))
    }
  }

  /// A vector of BIGINT; of HUGEINT where an unsigned number needs it.
  static func vector(_ rows: ArrowRows, bits: Int, isSigned: Bool) -> Vector {
    let values = integers(rows, bits: bits, isSigned: isSigned)
    if bits == 64 && !isSigned && values.elements.contains(where: { $0 < 0 }) {
      let wide = Buffer<Int128>(count: rows.count)
      for row in 0..<rows.count {
        wide.pointer[row] = Int128(UInt64(bitPattern: values.pointer[row]))
      }
      return Vector(
        type: .hugeint, count: rows.count, storage: .int128(wide), validity: rows.validity)
    }
    return IntegerNarrowing.vector(
      values, count: rows.count, type: .bigint, validity: rows.validity)
  }

  /// The vectors of a column as HUGEINT where one of them is.
  static func ofOneType(_ vectors: [Vector]) -> [Vector] {
    guard vectors.contains(where: { $0.type == .hugeint }) else { return vectors }
    return vectors.map { vector in
      if vector.type == .hugeint { return vector }
      if vector.constant != nil {
        return Vector(constant: .null, type: .hugeint, count: vector.count)
      }
      let wide = Buffer<Int128>(count: vector.count)
      switch vector.storage {
      case .int8(let values): widen(values, into: wide)
      case .int16(let values): widen(values, into: wide)
      case .int32(let values): widen(values, into: wide)
      case .int64(let values): widen(values, into: wide)
      default: return vector
      }
      return Vector(
        type: .hugeint, count: vector.count, storage: .int128(wide), validity: vector.validity)
    }
  }

  private static func widen<Source: FixedWidthInteger & BitwiseCopyable>(
    _ source: Buffer<Source>, into target: Buffer<Int128>
  ) {
    for row in 0..<target.count { target.pointer[row] = Int128(source.pointer[row]) }
  }

  // MARK: Decimals

  /// A vector of `type`: DECIMAL, or HUGEINT for decimals without a fraction.
  ///
  /// - Throws: ``ArrowProblem/value(column:row:reason:)`` where a value has more digits than the
  ///   type.
  static func decimals(
    _ rows: ArrowRows, bits: Int, type: DataType, column: String
  ) throws -> Vector {
    func refuse(_ row: Int?) throws {
      guard let row else { return }
      throw rows.problem(column, row, "a number has more digits than \(type) holds")
    }
    if !type.isWide {
      let (values, overflow) = narrow(rows, bits: bits)
      try refuse(overflow)
      let vector = IntegerNarrowing.vector(
        values, count: rows.count, type: type, validity: rows.validity)
      if let bounds = vector.bounds, let limit = limit(of: type),
        Int128(bounds.lowerBound) < -limit || Int128(bounds.upperBound) > limit
      {
        try refuse(values.elements.firstIndex { Int128($0) < -limit || Int128($0) > limit })
      }
      return vector
    }
    let (values, overflow) = wide(rows, bits: bits)
    try refuse(overflow)
    if let limit = limit(of: type) {
      try refuse(values.elements.firstIndex { $0 < -limit || $0 > limit })
    }
    return Vector(
      type: type, count: rows.count, storage: .int128(values), validity: rows.validity)
  }

  /// The greatest unscaled value of a DECIMAL.
  private static func limit(of type: DataType) -> Int128? {
    guard case .decimal(let precision, _) = type else { return nil }
    return PowersOfTen.integer(precision) - 1
  }

  /// The unscaled values in 64 bits, and the first row whose value needs more.
  private static func narrow(_ rows: ArrowRows, bits: Int) -> (Buffer<Int64>, overflow: Int?) {
    if bits < 128 { return (integers(rows, bits: bits, isSigned: true), nil) }
    let (wide, overflow) = wide(rows, bits: bits)
    let values = Buffer<Int64>(count: rows.count)
    var excess: Int64 = 0
    var row = 0
    while row < rows.count {
      let value = wide.pointer[row]
      let low = Int64(truncatingIfNeeded: value)
      values.pointer[row] = low
      excess |= Int64(truncatingIfNeeded: value >> 64) ^ (low >> 63)
      row &+= 1
    }
    if excess == 0 { return (values, overflow) }
    let first = wide.elements.firstIndex { $0 != Int128(Int64(truncatingIfNeeded: $0)) }
    return (values, overflow ?? first)
  }

  /// The unscaled values in 128 bits, and the first row whose value needs more.
  private static func wide(_ rows: ArrowRows, bits: Int) -> (Buffer<Int128>, overflow: Int?) {
    guard bits == 256 else { return (rows.values(zero: Int128(0)), nil) }
    let halves = rows.values(zero: Wide(low: 0, high: 0)) { (value: Wide) in value }
    let values = Buffer<Int128>(count: rows.count)
    for row in 0..<rows.count { values.pointer[row] = halves.pointer[row].low }
    return (values, halves.elements.firstIndex { $0.high != $0.low >> 127 })
  }

  /// A number of 256 bits.
  private struct Wide: BitwiseCopyable {
    var low: Int128
    var high: Int128
  }
}
