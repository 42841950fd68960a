/// `mad`: the median of the distances from the median.
///
/// Of DOUBLEs and whole numbers a DOUBLE; of a DECIMAL the same DECIMAL, computed exactly and then
/// rounded to its scale, halves away from zero; of TIMESTAMPs and TIMEs an INTERVAL.
package final class MedianDeviationState: CollectingState {
  private let type: DataType

  /// - Parameter type: of the argument: DOUBLE, DECIMAL, TIMESTAMP or TIME.
  package init(type: DataType, rows: GroupRowCounts) {
    self.type = type
    super.init(rows: rows)
  }

  private var resultType: DataType { type == .timestamp || type == .time ? .interval : type }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    guard let values = try collected.columns().first, values.constant?.isNull != true else {
      return Vector(constant: .null, type: resultType, count: cells.count)
    }
    let segments = try ValueSegments(values, collected)
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: cells.count))
    for index in 0..<cells.count where segments.count(Int(cells.rows.pointer[index])) > 0 {
      words.pointer[index >> 6] |= 1 << UInt64(index & 63)
    }
    let validity = Bitmap(words: words, count: cells.count)
    if type == .double {
      let source = NumberSource.doubles(values)
      let result = Buffer<Double>(count: cells.count)
      for index in 0..<cells.count {
        result.pointer[index] = try deviation(Int(cells.rows.pointer[index]), segments, source)
      }
      return Vector(
        type: .double, count: cells.count, storage: .float64(result), validity: validity)
    }
    let source = NumberSource.integers(values, as: Int128.self)
    let result = Buffer<Int128>(count: cells.count)
    for index in 0..<cells.count {
      result.pointer[index] = try exactDeviation(
        Int(cells.rows.pointer[index]), segments, source)
    }
    if resultType == .interval {
      let day = Int128(ClockTime.microsecondsPerDay)
      for index in 0..<cells.count {
        let (days, rest) = result.pointer[index].quotientAndRemainder(dividingBy: day)
        result.pointer[index] =
          Interval(
            days: Int32(truncatingIfNeeded: days), microseconds: Int64(truncatingIfNeeded: rest)
          ).bits
      }
      return Vector(
        type: .interval, count: cells.count, storage: .int128(result), validity: validity)
    }
    return CastKernels.vector(result, cells.count, type, validity)
  }

  private func deviation(
    _ group: Int, _ segments: ValueSegments, _ source: Buffer<Double>
  ) throws(ValueError) -> Double {
    try Cancellation.point()
    let count = segments.count(group)
    if count == 0 { return 0 }
    let places = QuantileFraction.half.continuousPlaces(count)
    func value(_ place: Int) -> Double {
      source.pointer[Int(segments.row(at: place, of: group))]
    }
    let median = Self.middle(value(places.lower), value(places.upper), places)
    try Cancellation.point()
    let rows = segments.rows(group)
    let differences = Buffer<UInt64>(count: count)
    try Cancellation.forBlocks(of: 0..<count) { places in
      for place in places {
        differences.pointer[place] = SortField.ordered(
          abs(source.pointer[Int(rows[place])] - median))
      }
    }
    let (low, high) = Selection.values(
      at: places.lower, and: places.upper, of: differences.elements)
    return Self.middle(SortField.double(low), SortField.double(high), places)
  }

  private static func middle(
    _ low: Double, _ high: Double, _ places: (lower: Int, upper: Int, weight: Double)
  ) -> Double {
    places.lower == places.upper ? low : low * 0.5 + high * 0.5
  }

  /// In halves of the last digit, in which a median is a whole number.
  private func exactDeviation(
    _ group: Int, _ segments: ValueSegments, _ source: Buffer<Int128>
  ) throws(ValueError) -> Int128 {
    try Cancellation.point()
    let count = segments.count(group)
    if count == 0 { return 0 }
    let places = QuantileFraction.half.continuousPlaces(count)
    let low = source.pointer[Int(segments.row(at: places.lower, of: group))]
    let high = source.pointer[Int(segments.row(at: places.upper, of: group))]
    var distances: [Int128] = []
    distances.reserveCapacity(count)
    for (index, row) in segments.rows(group).enumerated() {
      try Cancellation.point(at: index)
      let value = source.pointer[Int(row)]
      let (fromLow, overflow) = value.subtractingReportingOverflow(low)
      let (fromHigh, otherOverflow) = value.subtractingReportingOverflow(high)
      let (twice, sumOverflow) = fromLow.addingReportingOverflow(fromHigh)
      if overflow || otherOverflow || sumOverflow || twice == .min {
        throw .overflow(type: type)
      }
      distances.append(abs(twice))
    }
    try distances.sortStoppably(by: <)
    let (sum, overflow) = distances[places.lower].addingReportingOverflow(
      distances[places.upper])
    if overflow { throw .overflow(type: type) }
    return Rounded.quotient(sum, 4)
  }
}
