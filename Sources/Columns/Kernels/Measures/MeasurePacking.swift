import Reference

/// Measures packed into 128 bits each, and the numbers by which they are compared.
package enum MeasurePacking {
  /// The same measures, each packed as ``Measure/bits``; a constant stays one.
  package static func packed(_ vector: Vector) -> Vector {
    guard case .measure(let column) = vector.storage else { return vector }
    let shown = column.units.entries.map { Int128($0.shown) }
    return mapped(column, vector) { amount, code in amount << 16 | shown[Int(code)] }
  }

  /// For each measure a HUGEINT by which equal quantities are equal and of one dimension in order:
  /// ``Measure/key``.
  package static func keys(_ vector: Vector) -> Vector {
    switch vector.storage {
    case .constant(.measure(let measure)):
      return Vector(constant: .integer(measure.key), type: .hugeint, count: vector.count)
    case .measure(let column):
      let bases = column.units.entries.map { entry in
        Int128(UnitRegistry.base(of: entry.shown))
      }
      return mapped(column, vector, type: .hugeint) { amount, code in
        amount << 16 | bases[Int(code)]
      }
    case .int128(let buffer):
      var bases = UnitBases()
      let result = Buffer<Int128>(count: vector.count)
      for row in 0..<vector.count {
        let measure = Measure(bits: buffer.pointer[row])
        result.pointer[row] = measure.amount << 16 | Int128(bases[measure.unit])
      }
      return Vector(
        type: .hugeint, count: vector.count, storage: .int128(result), validity: vector.validity)
    default:
      return Vector(constant: .null, type: .hugeint, count: vector.count)
    }
  }

  /// The amounts alone, in base units × 10^``Dimension/decimals``, as a HUGEINT vector.
  package static func amounts(_ vector: Vector) -> Vector {
    switch vector.storage {
    case .constant(.measure(let measure)):
      return Vector(constant: .integer(measure.amount), type: .hugeint, count: vector.count)
    case .measure(let column):
      return mapped(column, vector, type: .hugeint) { amount, _ in amount }
    case .int128(let buffer):
      let result = Buffer<Int128>(count: vector.count)
      for row in 0..<vector.count {
        result.pointer[row] = Measure(bits: buffer.pointer[row]).amount
      }
      return Vector(
        type: .hugeint, count: vector.count, storage: .int128(result), validity: vector.validity)
    default:
      return Vector(constant: .null, type: .hugeint, count: vector.count)
    }
  }

  /// Numbers in the order of the measures, equal where they are equal: 64-bit integers with bounds
  /// where the amounts allow, since those sort fastest, else ``keys(_:)``.
  ///
  /// Numbers of one vector compare with one another only.
  package static func order(_ vector: Vector) -> Vector {
    guard case .measure(let column) = vector.storage, !column.amounts.type.isWide,
      let multipliers = smallMultipliers(column)
    else { return keys(vector) }
    let numbers = NumberSource.integers(column.amounts, as: Int64.self)
    let result = Buffer<Int64>(count: vector.count)
    let codes = column.codes.pointer
    withExtendedLifetime((numbers, column)) {
      var row = 0
      while row < vector.count {
        result.pointer[row] = numbers.pointer[row] &* multipliers[Int(codes[row])]
        row &+= 1
      }
    }
    return Bounding.bounded(
      Vector(
        type: .bigint, count: vector.count, storage: .int64(result), validity: vector.validity))
  }

  /// For each code the multiple of a common unit that one of its amounts is, where all units that
  /// occur are of one dimension and no product leaves 64 bits.
  private static func smallMultipliers(_ column: MeasureColumn) -> [Int64]? {
    let entries = column.units.entries
    let used = MeasureTally.usedCodes(column)
    guard let first = used.first, let bounds = NumberSource.bounds(column.amounts) else {
      return nil
    }
    var factors: [Int128] = []
    for code in used {
      let (factor, power) = entries[code].multiplier(scale: column.scale)
      guard power == 0, entries[code].dimension == entries[first].dimension else { return nil }
      factors.append(factor)
    }
    let common = factors.reduce(0) { Int128(DecimalScaling.gcd($0.magnitude, $1.magnitude)) }
    let most = Int128(max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude))
    var result = [Int64](repeating: 0, count: entries.count)
    for (code, factor) in zip(used, factors) {
      let (reach, overflow) = (factor / common).multipliedReportingOverflow(by: max(1, most))
      guard !overflow, reach < Int128(Int64.max) else { return nil }
      result[code] = Int64(factor / common)
    }
    return result
  }

  /// A 128-bit vector of what `body` makes of each row's amount and code; zero where it is NULL.
  @inline(__always)
  private static func mapped(
    _ column: MeasureColumn, _ vector: Vector, type: DataType = .measure,
    _ body: (Int128, UInt8) -> Int128
  ) -> Vector {
    let multipliers = column.units.entries.map { $0.multiplier(scale: column.scale) }
    let numbers = NumberSource.integers(column.amounts, as: Int128.self)
    let result = Buffer<Int128>(count: vector.count)
    let codes = column.codes.pointer
    let isPlain = multipliers.allSatisfy { $0.power == 0 }
    withExtendedLifetime((numbers, column)) {
      for row in 0..<vector.count {
        if let validity = vector.validity, !validity[row] {
          result.pointer[row] = 0
          continue
        }
        let (factor, power) = multipliers[Int(codes[row])]
        // Whoever made the column made sure that every amount fits.
        let amount =
          isPlain
          ? numbers.pointer[row] &* factor
          : DecimalScaling.product(numbers.pointer[row], factor, power: power) ?? 0
        result.pointer[row] = body(amount, codes[row])
      }
    }
    return Vector(
      type: type, count: vector.count, storage: .int128(result), validity: vector.validity)
  }
}

/// The base units of units met before, so that each is looked up once.
struct UnitBases {
  private var known: [UInt16: UInt16] = [:]
  private var last: (unit: UInt16, base: UInt16)?

  subscript(unit: UInt16) -> UInt16 {
    mutating get {
      if let last, last.unit == unit { return last.base }
      let base = known[unit] ?? UnitRegistry.base(of: unit)
      known[unit] = base
      last = (unit, base)
      return base
    }
  }
}
