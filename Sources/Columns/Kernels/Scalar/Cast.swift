/// `CAST`, `TRY_CAST` and the casts that the binder adds.
package enum CastKernels {
  /// Whether ``cast(_:to:isTry:)`` knows a way from one type to another.
  ///
  /// Everything casts to and from VARCHAR; numbers and BOOLEAN to one another; DATE and TIMESTAMP
  /// to one another; TIMESTAMP to TIME.
  package static func isSupported(from: DataType, to: DataType) -> Bool {
    if from == to || from == .null || from == .varchar || to == .varchar { return to != .null }
    switch (from, to) {
    case (.date, .timestamp), (.timestamp, .date), (.timestamp, .time): return true
    case (.measure, _): return to.isNumeric && to != .percent
    case (.boolean, _): return to.isNumeric
    case (_, .boolean): return from.isNumeric
    default: return from.isNumeric && to.isNumeric
    }
  }

  /// The values of `vector` as values of `type`.
  ///
  /// | from | to | rule |
  /// |---|---|---|
  /// | text | any | the whole text must read as a value; white space around it does not count |
  /// | text, DECIMAL | whole number, DECIMAL | rounds halves away from zero |
  /// | text, PERCENT | PERCENT, text | `0.74` and `74 %` are read alike; written as a DOUBLE is |
  /// | DOUBLE | whole number | rounds halves to even |
  /// | DOUBLE | DECIMAL | rounds value × 10^scale, halves away from zero |
  /// | number | BOOLEAN | whether it is not zero |
  /// | TIMESTAMP | DATE | drops the time of day |
  /// | TIMESTAMP | TIME | drops the day |
  /// | MEASURE | number | the amount in the unit shown, halves away from zero |
  ///
  /// - Parameter isTry: whether a value that does not cast becomes NULL rather than an error.
  /// - Throws: ``ValueError/unreadable(text:type:)`` for a text that does not read as a value,
  ///   ``ValueError/outOfRange(value:type:)`` for a number that does not fit.
  package static func cast(_ vector: Vector, to type: DataType, isTry: Bool = false) throws
    -> Vector
  {
    if vector.type == type { return vector }
    let count = vector.count
    if vector.constant?.isNull == true || vector.type == .null {
      return Vector(constant: .null, type: type, count: count)
    }
    guard isSupported(from: vector.type, to: type) else {
      throw ValueError.badArgument("\(vector.type) does not cast to \(type)")
    }
    return try ConstantFolding.apply([vector], type: type, rows: count) { vectors, _ in
      let vector = vectors[0]
      switch (vector.type, type) {
      case (_, .varchar): return try text(vector)
      case (.varchar, _): return try read(vector, type, isTry: isTry)
      case (.boolean, _): return numbers(ofBooleans: vector, type)
      case (_, .boolean): return notZero(vector)
      case (.timestamp, .date): return dates(ofTimestamps: vector)
      case (.timestamp, .time): return times(ofTimestamps: vector)
      case (.measure, .double): return MeasureConversion.amounts(vector)
      case (.measure, _): return try MeasureConversion.exactAmounts(vector, as: type, isTry: isTry)
      case (_, .double), (_, .percent):
        return Vector(
          type: type, count: vector.count, storage: .float64(doubles(vector)),
          validity: vector.validity)
      case (.double, _), (.percent, _): return try exact(ofDoubles: vector, type, isTry: isTry)
      default: return try rescale(vector, to: type, isTry: isTry)
      }
    }
  }

  /// `vector`, whole numbers of 64 or 128 bits, where each lies in `range`.
  ///
  /// - Parameters:
  ///   - typeName: the name that the statement gave the range: `SMALLINT`.
  ///   - isTry: whether a number outside becomes NULL rather than an error.
  /// - Throws: ``ValueError/badArgument(_:)``.
  package static func checkRange(
    _ vector: Vector, _ range: ClosedRange<Int128>, typeName: String, isTry: Bool = false
  ) throws -> Vector {
    if vector.constant?.isNull == true || vector.count == 0 { return vector }
    if let bounds = NumberSource.bounds(vector), range.contains(Int128(bounds.lowerBound)),
      range.contains(Int128(bounds.upperBound))
    {
      return vector
    }
    return try ConstantFolding.apply([vector], type: vector.type, rows: vector.count) { inputs, _ in
      let vector = inputs[0]
      let values = NumberSource.integers(vector, as: Int128.self)
      let result = Buffer<Int128>(count: vector.count)
      let source = values.pointer
      let target = result.pointer
      var failures: [Int] = []
      var row = 0
      while row < vector.count {
        let value = source[row]
        let fits = value >= range.lowerBound && value <= range.upperBound
        target[row] = fits ? value : 0
        if !fits { failures.append(row) }
        row &+= 1
      }
      let validity = try withExtendedLifetime(values) {
        try settle(failures, vector, isTry: isTry) { row in
          .badArgument(
            "\(source[row]) does not fit \(typeName), "
              + "which holds \(range.lowerBound) to \(range.upperBound)")
        }
      }
      return Self.vector(result, vector.count, vector.type, validity)
    }
  }

  /// What becomes of the rows that did not cast: NULL, or the error of the first.
  ///
  /// - Parameter failures: rows in rising order, in which NULL rows do not count.
  /// - Returns: the validity of the result.
  static func settle(
    _ failures: [Int], _ vector: Vector, isTry: Bool, _ error: (Int) -> ValueError
  ) throws -> Bitmap? {
    if failures.isEmpty { return vector.validity }
    let failures = failures.filter { !vector.isNull($0) }
    if let first = failures.first, !isTry { throw error(first) }
    return Nulls.removing(failures, from: vector.validity, count: vector.count)
  }

  /// The vector of integers that a cast to `type` gave; zeros stand where it is NULL.
  static func vector(
    _ values: Buffer<Int64>, _ count: Int, _ type: DataType, _ validity: Bitmap?
  ) -> Vector {
    Nulls.clear(values.pointer, where: validity)
    return IntegerNarrowing.vector(values, count: count, type: type, validity: validity)
  }

  /// The vector of 128-bit integers that a cast to `type` gave, stored as the type wants it.
  static func vector(
    _ values: Buffer<Int128>, _ count: Int, _ type: DataType, _ validity: Bitmap?
  ) -> Vector {
    if type.isWide {
      Nulls.clear(values.pointer, where: validity)
      return Vector(type: type, count: count, storage: .int128(values), validity: validity)
    }
    let narrow = Buffer<Int64>(count: count)
    for row in 0..<count { narrow.pointer[row] = Int64(truncatingIfNeeded: values.pointer[row]) }
    return vector(narrow, count, type, validity)
  }
}
