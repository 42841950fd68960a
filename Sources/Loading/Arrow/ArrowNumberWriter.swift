import Columns

/// Lays numbers, truth values and times out as Arrow does.
enum ArrowNumberWriter {
  /// Whether every HUGEINT of the vector has at most 38 digits.
  static func fitsDecimal128(_ vector: Vector) -> Bool {
    let limit = PowersOfTen.integer(DataType.maximumPrecision)
    if let constant = vector.constant {
      let number = Constants.unscaled(constant)
      return number > -limit && number < limit
    }
    guard case .int128(let values) = vector.storage else { return true }
    return values.elements.allSatisfy { $0 > -limit && $0 < limit }
  }

  /// The values of `vector`, which is not constant, as `type`.
  ///
  /// - Throws: ``ArrowColumnWriter/Fault`` where one has no such form.
  static func buffer(_ vector: Vector, as type: ArrowType) throws -> Buffer<UInt8> {
    switch type {
    case .bool:
      guard case .bits(let bits) = vector.storage else { return Buffer(count: 0) }
      return Buffer(sharing: bits.words, from: 0, count: (vector.count + 7) / 8)
    case .float:
      guard case .float64(let values) = vector.storage else { return Buffer(count: 0) }
      return bytes(of: values)
    case .dateDays: return bytes(of: integers(vector, as: Int32.self))
    case .decimal(let bits, let precision, _):
      let values = wide(vector)
      if vector.type != .hugeint { try check(values, digits: precision) }
      return bits == 256 ? bytes(of: doubled(values)) : bytes(of: values)
    case .intervalMonthDayNano: return bytes(of: try intervals(wide(vector)))
    default:
      if case .int64(let values) = vector.storage { return bytes(of: values) }
      return bytes(of: integers(vector, as: Int64.self))
    }
  }

  /// The 64-bit integers of a vector in another width, which holds them.
  private static func integers<Target: FixedWidthInteger & BitwiseCopyable>(
    _ vector: Vector, as type: Target.Type
  ) -> Buffer<Target> {
    let target = Buffer<Target>(count: vector.count)
    switch vector.storage {
    case .int8(let values): convert(values, target)
    case .int16(let values): convert(values, target)
    case .int32(let values): convert(values, target)
    case .int64(let values): convert(values, target)
    default: target.pointer.update(repeating: 0, count: vector.count)
    }
    return target
  }

  private static func convert<
    Source: FixedWidthInteger & BitwiseCopyable, Target: FixedWidthInteger & BitwiseCopyable
  >(_ source: Buffer<Source>, _ target: Buffer<Target>) {
    var row = 0
    while row < target.count {
      target.pointer[row] = Target(truncatingIfNeeded: source.pointer[row])
      row &+= 1
    }
  }

  private static func wide(_ vector: Vector) -> Buffer<Int128> {
    if case .int128(let values) = vector.storage { return values }
    return integers(vector, as: Int128.self)
  }

  /// Refuses numbers that a reader would have to refuse.
  private static func check(_ values: Buffer<Int128>, digits: Int) throws {
    let limit = PowersOfTen.integer(digits)
    var row = 0
    while row < values.count {
      let value = values.pointer[row]
      if value >= limit || value <= -limit {
        throw ArrowColumnWriter.Fault.value(
          row: row, reason: "the number has more than \(digits) digits")
      }
      row &+= 1
    }
  }

  /// The values in 256 bits.
  private static func doubled(_ values: Buffer<Int128>) -> Buffer<Int128> {
    let result = Buffer<Int128>(count: values.count * 2)
    for row in 0..<values.count {
      result.pointer[2 * row] = values.pointer[row]
      result.pointer[2 * row + 1] = values.pointer[row] >> 127
    }
    return result
  }

  /// Months and days, 32 bits each, then nanoseconds, 64 bits.
  private static func intervals(_ values: Buffer<Int128>) throws -> Buffer<Int128> {
    let result = Buffer<Int128>(count: values.count)
    for row in 0..<values.count {
      let interval = Interval(bits: values.pointer[row])
      let (nanoseconds, isOver) = interval.microseconds.multipliedReportingOverflow(by: 1000)
      if isOver {
        throw ArrowColumnWriter.Fault.value(
          row: row, reason: "an interval in Arrow counts nanoseconds, at most 292 years of them")
      }
      result.pointer[row] =
        Int128(nanoseconds) << 64 | Int128(UInt32(bitPattern: interval.days)) << 32
        | Int128(UInt32(bitPattern: interval.months))
    }
    return result
  }
}
