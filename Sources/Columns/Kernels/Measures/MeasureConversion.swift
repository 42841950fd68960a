import Reference

/// Measures shown in another unit, and the parts of a measure.
package enum MeasureConversion {
  /// Whether what is in `dimension` can be shown in `unit`: of the same dimension, or a count of
  /// anything as ``Units/items``.
  static func converts(_ dimension: Dimension, to unit: Unit) -> Bool {
    dimension == unit.dimension || unit == Units.items && dimension.isCount
  }

  /// The measures in `unit`; where one is of another dimension, NULL.
  ///
  /// - Parameters:
  ///   - context: counts the rows that have a measure and no `unit`, for the note.
  ///   - call: a number that tells the calls of one statement apart.
  package static func tryConvert(
    _ vector: Vector, to unit: Unit, _ context: EvaluationContext, call: Int = 0
  ) throws(ValueError) -> Vector {
    let (result, lost) = try converted(vector, to: unit)
    context.countUnconverted(
      lost, dimension: unit == Units.items ? "count" : unit.dimension.name, call: call)
    return result
  }

  /// The measures in `unit`.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)`` where one is of another dimension.
  package static func convert(_ vector: Vector, to unit: Unit) throws(ValueError) -> Vector {
    let (result, lost) = try converted(vector, to: unit)
    if lost > 0 { throw .inconvertible(unit: unit, MeasureTally(vector).dimensions) }
    return result
  }

  private static func converted(
    _ vector: Vector, to unit: Unit
  ) throws(ValueError) -> (Vector, lost: Int) {
    let count = vector.count
    guard let number = UnitRegistry.number(of: unit) else {
      throw .tooManyUnits
    }
    switch vector.storage {
    case .constant(.measure(let measure)):
      let isKept = converts(UnitRegistry.unit(measure.unit).dimension, to: unit)
      let value: Value =
        isKept ? .measure(Measure(amount: measure.amount, unit: number)) : .null
      return (Vector(constant: value, type: .measure, count: count), isKept ? 0 : count)
    case .measure(let column): return try converted(column, vector, to: unit)
    case .int128(let buffer):
      var isKept: [UInt16: Bool] = [:]
      let result = Buffer<Int128>(count: count)
      var lost: [Int] = []
      for row in 0..<count {
        result.pointer[row] = 0
        if vector.isNull(row) { continue }
        let measure = Measure(bits: buffer.pointer[row])
        let kept =
          isKept[measure.unit] ?? converts(UnitRegistry.unit(measure.unit).dimension, to: unit)
        isKept[measure.unit] = kept
        if kept {
          result.pointer[row] = Measure(amount: measure.amount, unit: number).bits
        } else {
          lost.append(row)
        }
      }
      let validity =
        lost.isEmpty
        ? vector.validity : Nulls.removing(lost, from: vector.validity, count: count)
      return (
        Vector(type: .measure, count: count, storage: .int128(result), validity: validity),
        lost.count
      )
    default:
      return (Vector(constant: .null, type: .measure, count: count), 0)
    }
  }

  /// A column under the same codes: only what they mean changes, unless a row is lost.
  private static func converted(
    _ column: MeasureColumn, _ vector: Vector, to unit: Unit
  ) throws(ValueError) -> (Vector, lost: Int) {
    var entries: [MeasureUnits.Entry] = []
    var isLost = [Bool](repeating: false, count: MeasureUnits.most)
    for (code, entry) in column.units.entries.enumerated() {
      if converts(entry.dimension, to: unit),
        let shown = MeasureUnits.Entry(source: entry.source, shown: unit)
      {
        entries.append(shown)
      } else {
        entries.append(entry)
        isLost[code] = true
      }
    }
    let units = MeasureUnits(entries: entries)
    if let present = column.present,
      !entries.indices.contains(where: { isLost[$0] && present >> UInt64($0) & 1 == 1 })
    {
      return (
        Vector(MeasureColumn(amounts: column.amounts, codes: column.codes, units: units)), 0
      )
    }
    let counts = MeasureTally.counts(column, validity: vector.validity)
    let lost = counts.indices.reduce(0) { isLost[$1] ? $0 + counts[$1] : $0 }
    if lost == 0 {
      return (
        Vector(MeasureColumn(amounts: column.amounts, codes: column.codes, units: units)), 0
      )
    }
    return (Vector(without(isLost, column, units)), lost)
  }

  /// The column in which rows of lost codes are NULL, and their amounts 0.
  private static func without(
    _ isLost: [Bool], _ column: MeasureColumn, _ units: MeasureUnits
  ) -> MeasureColumn {
    let count = column.amounts.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let codes = column.codes.pointer
    isLost.withUnsafeBufferPointer { isLost in
      var row = 0
      while row < count {
        let end = min(64, count &- row)
        var bits: UInt64 = 0
        var index = 0
        while index < end {
          bits |= (isLost[Int(codes[row &+ index])] ? 0 : 1) << UInt64(index)
          index &+= 1
        }
        words.pointer[row >> 6] = bits
        row &+= 64
      }
    }
    let kept = Bitmap(words: words, count: count)
    let validity = column.amounts.validity.map { Nulls.and($0, kept) } ?? kept
    let amounts = Vector(
      type: column.amounts.type, count: count, storage: masked(column.amounts, by: validity),
      validity: validity, bounds: column.amounts.bounds)
    return MeasureColumn(amounts: amounts, codes: column.codes, units: units)
  }

  private static func masked(_ vector: Vector, by validity: Bitmap) -> Vector.Storage {
    switch vector.storage {
    case .int8(let buffer): .int8(masked(buffer, by: validity))
    case .int16(let buffer): .int16(masked(buffer, by: validity))
    case .int32(let buffer): .int32(masked(buffer, by: validity))
    case .int64(let buffer): .int64(masked(buffer, by: validity))
    case .int128(let buffer): .int128(masked(buffer, by: validity))
    default: vector.storage
    }
  }

  @inline(__always)
  private static func masked<Number: FixedWidthInteger & BitwiseCopyable>(
    _ buffer: Buffer<Number>, by validity: Bitmap
  ) -> Buffer<Number> {
    let count = validity.count
    let result = Buffer<Number>(count: count)
    let words = validity.words.pointer
    let source = buffer.pointer
    var row = 0
    while row < count {
      let bit = Number(truncatingIfNeeded: words[row >> 6] >> UInt64(row & 63) & 1)
      result.pointer[row] = source[row] & (0 &- bit)
      row &+= 1
    }
    return result
  }

  /// Leaves a note where measures of several units are about to lose them.
  package static func noteUnits(_ vector: Vector, _ context: EvaluationContext) {
    let units = MeasureTally(vector).rows.keys.map { UnitRegistry.unit($0) }
    guard units.count > 1 else { return }
    for unit in units {
      context.note(
        "numbers were taken from measures of several units, and do not add up",
        of: unit.symbol.isEmpty ? "no unit" : unit.symbol)
    }
  }

  // MARK: Parts

  /// The amounts in the units shown, as doubles: each the one nearest to the exact amount.
  package static func amounts(_ vector: Vector) -> Vector {
    mapped(vector, type: .double) { measure in
      let shown = measure.shown
      return .double(double(shown.unscaled, scale: shown.scale))
    }
  }

  /// The double nearest to `unscaled` / 10^`scale`.
  static func double(_ unscaled: Int128, scale: Int) -> Double {
    if scale == 0 { return Double(unscaled) }
    if unscaled.magnitude < 1 << 53 && scale <= 22 {
      return Double(unscaled) / PowersOfTen.double(scale)
    }
    return Double("\(unscaled)e-\(scale)") ?? Double(unscaled) / PowersOfTen.double(scale)
  }

  /// The amounts in the units shown as `type`, a whole number or DECIMAL, halves away from zero.
  ///
  /// - Throws: ``ValueError/outOfRange(value:type:)``.
  package static func exactAmounts(
    _ vector: Vector, as type: DataType, isTry: Bool
  ) throws -> Vector {
    let count = vector.count
    let range = PowersOfTen.range(of: type)
    let result = Buffer<Int128>(count: count)
    var failures: [Int] = []
    for row in 0..<count {
      result.pointer[row] = 0
      guard case .measure(let measure) = vector.value(row) else { continue }
      let shown = measure.shown
      let moved = type.scale - shown.scale
      let number: Int128?
      if moved >= 0 {
        let (product, overflow) = shown.unscaled.multipliedReportingOverflow(
          by: PowersOfTen.integer(moved))
        number = overflow || moved > DataType.maximumPrecision ? nil : product
      } else {
        number = Rounded.quotient(shown.unscaled, PowersOfTen.integer(-moved))
      }
      if let number, range.contains(number) {
        result.pointer[row] = number
      } else {
        failures.append(row)
      }
    }
    let validity = try CastKernels.settle(failures, vector, isTry: isTry) { row in
      .outOfRange(value: ValueText.string(vector.value(row)), type: type)
    }
    return CastKernels.vector(result, count, type, validity)
  }

  /// The symbols of the units shown; NULL for an amount without a unit.
  package static func units(_ vector: Vector) -> Vector {
    texts(vector) { unit in unit == UnitRegistry.noUnit ? nil : unit.symbol }
  }

  /// The names of the dimensions: `mass`, `count of tablets`, `no unit`.
  package static func dimensions(_ vector: Vector) -> Vector {
    texts(vector) { $0.dimension.title }
  }

  /// One text for each unit: a dictionary of few texts under the codes of the column.
  private static func texts(_ vector: Vector, _ text: (Unit) -> String?) -> Vector {
    let count = vector.count
    guard case .measure(let column) = vector.storage else {
      var known: [UInt16: Value] = [:]
      return mapped(vector, type: .varchar) { measure in
        if let value = known[measure.unit] { return value }
        let value = text(UnitRegistry.unit(measure.unit)).map { Value.text($0) } ?? .null
        known[measure.unit] = value
        return value
      }
    }
    let texts = column.units.entries.map { text(UnitRegistry.unit($0.shown)) }
    let distinct = Array(Set(texts.compactMap { $0 })).sorted()
    let dictionary = TextDictionary(texts: TextStore([""] + distinct))
    let places = texts.map { text in
      text.flatMap { distinct.firstIndex(of: $0) }.map { UInt32($0 + 1) } ?? 0
    }
    let codes = Buffer<UInt32>(count: count)
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var nulls = 0
    for row in 0..<count {
      let isNull = vector.validity.map { !$0[row] } ?? false
      let code = isNull ? 0 : places[Int(column.codes.pointer[row])]
      codes.pointer[row] = code
      if code == 0 {
        nulls += 1
      } else {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
    }
    return DictionaryEncoding.vector(
      codes, dictionary, count: count,
      validity: nulls == 0 ? nil : Bitmap(words: words, count: count))
  }

  /// What `body` makes of each measure, value by value.
  private static func mapped(
    _ vector: Vector, type: DataType, _ body: (Measure) -> Value
  ) -> Vector {
    if let constant = vector.constant {
      let value: Value = if case .measure(let measure) = constant { body(measure) } else { .null }
      return Vector(constant: value, type: type, count: vector.count)
    }
    let values = (0..<vector.count).map { row -> Value in
      if case .measure(let measure) = vector.value(row) { body(measure) } else { .null }
    }
    return Vector(values, type: type)
  }
}

extension Dimension {
  /// How results call it: ``name``, or `no unit`.
  package var title: String { self == .other("") ? "no unit" : name }
}
