/// Makes several rows of one: series of numbers and moments, lists, the parts of a text.
///
/// Each function hands pieces of at most ``pieceRows`` rows to `emit`: the rows of the input that
/// they come from, ascending, and a value for each.
package enum Expanding {
  package typealias Emission = (_ rows: RowSelection, _ values: Vector) throws -> Void

  /// Rows made at a time.
  package static let pieceRows = Chunk.standardRows

  /// The whole numbers from `first` to `last`, `step` apart; none where one of them is NULL.
  ///
  /// - Parameters:
  ///   - first, last, step: BIGINT vectors of `count` rows.
  ///   - includesLast: whether `last` itself may be among them.
  /// - Throws: ``ValueError/badArgument(_:)`` for a step of 0.
  package static func series(
    _ first: Vector, _ last: Vector, _ step: Vector, count: Int, includesLast: Bool,
    _ emit: Emission
  ) throws {
    let (firsts, lasts, steps) = (
      NumberSource.integers(first, as: Int64.self), NumberSource.integers(last, as: Int64.self),
      NumberSource.integers(step, as: Int64.self)
    )
    var collector = Collector(type: .bigint)
    for row in 0..<count where !first.isNull(row) && !last.isNull(row) && !step.isNull(row) {
      let (start, end, by) = (firsts.pointer[row], lasts.pointer[row], steps.pointer[row])
      if by == 0 { throw noStep }
      var value = start
      while by > 0 ? value < end : value > end {
        try collector.append(row, value, emit)
        let (next, overflow) = value.addingReportingOverflow(by)
        if overflow { break }
        value = next
      }
      if includesLast && value == end { try collector.append(row, value, emit) }
    }
    try collector.finish(emit)
  }

  /// The moments from `first` to `last`, `step` apart; none where one of them is NULL.
  ///
  /// - Parameters:
  ///   - first, last: TIMESTAMP vectors of `count` rows.
  ///   - step: an INTERVAL vector.
  /// - Throws: ``ValueError/badArgument(_:)`` for a step that stands still,
  ///   ``ValueError/overflow(type:)`` behind the last timestamp.
  package static func moments(
    _ first: Vector, _ last: Vector, _ step: Vector, count: Int, includesLast: Bool,
    _ emit: Emission
  ) throws {
    let firsts = NumberSource.integers(first, as: Int64.self)
    let lasts = NumberSource.integers(last, as: Int64.self)
    var collector = Collector(type: .timestamp)
    for row in 0..<count where !first.isNull(row) && !last.isNull(row) && !step.isNull(row) {
      guard case .interval(let interval) = step.value(row) else { continue }
      let direction = interval.total
      if direction == 0 { throw noStep }
      let end = lasts.pointer[row]
      var value = firsts.pointer[row]
      while direction > 0 ? value < end : value > end {
        try collector.append(row, value, emit)
        let moved = try IntervalKernels.shifted(
          Moment(microsecondsSinceEpoch: Int(value)), interval, 1)
        // Months and days of opposite signs may stand still at the end of a month.
        if direction > 0 ? moved <= value : moved >= value { throw noStep }
        value = Int64(moved)
      }
      if includesLast && value == end { try collector.append(row, value, emit) }
    }
    try collector.finish(emit)
  }

  /// For each row the value of each of `elements`, vectors of one type and of `count` rows.
  package static func list(_ elements: [Vector], count: Int, _ emit: Emission) throws {
    guard let type = elements.first?.type else { return }
    let joined = try Concatenate.vectors(elements, type: type)
    let total = count * elements.count
    let places = Buffer<UInt32>(count: total)
    let rows = Buffer<UInt32>(count: total)
    for row in 0..<count {
      for index in elements.indices {
        rows.pointer[row * elements.count + index] = UInt32(truncatingIfNeeded: row)
        places.pointer[row * elements.count + index] = UInt32(
          truncatingIfNeeded: index * count + row)
      }
    }
    let values = try Gather.rows(RowSelection(rows: places, count: total), of: joined)
    if total > 0 { try emit(RowSelection(rows: rows, count: total), values) }
  }

  /// The parts of each text between `separator`s; each character by itself where the separator is
  /// empty. None where the text or the separator is NULL.
  package static func split(
    _ text: Vector, _ separator: Vector, count: Int, _ emit: Emission
  ) throws {
    var rows: [UInt32] = []
    var parts: [String] = []
    try TextReader.read(text, separator) { texts, separators in
      for row in 0..<count where !text.isNull(row) && !separator.isNull(row) {
        for part in pieces(of: texts[row], between: separators[row]) {
          rows.append(UInt32(truncatingIfNeeded: row))
          parts.append(part)
        }
        if parts.count >= pieceRows || row == count - 1 {
          try flush(&rows, &parts, emit)
        }
      }
    }
    try flush(&rows, &parts, emit)
  }

  private static func flush(
    _ rows: inout [UInt32], _ parts: inout [String], _ emit: Emission
  ) throws {
    if rows.isEmpty { return }
    try emit(
      RowSelection(rows: Buffer(rows), count: rows.count),
      Vector(
        type: .varchar, count: parts.count, storage: .text(TextStore(parts)), validity: nil))
    rows = []
    parts = []
  }

  private static func pieces(of text: TextBytes, between separator: TextBytes) -> [String] {
    if separator.count == 0 {
      return String(decoding: text, as: UTF8.self).unicodeScalars.map { String($0) }
    }
    var result: [String] = []
    var start = 0
    var place = 0
    while place + separator.count <= text.count {
      var same = 0
      while same < separator.count && text[place + same] == separator[same] { same += 1 }
      if same == separator.count {
        result.append(String(decoding: text[start..<place], as: UTF8.self))
        place += separator.count
        start = place
      } else {
        place += 1
      }
    }
    result.append(String(decoding: text[start..<text.count], as: UTF8.self))
    return result
  }

  private static var noStep: ValueError {
    .badArgument("the step of a series must not be 0: it would never end")
  }

  /// Collects 64-bit values and the rows that they come from.
  private struct Collector {
    let type: DataType
    private var rows = Buffer<UInt32>(count: pieceRows)
    private var values = Buffer<Int64>(count: pieceRows)
    private var count = 0

    init(type: DataType) { self.type = type }

    mutating func append(_ row: Int, _ value: Int64, _ emit: Emission) throws {
      if count == pieceRows { try finish(emit) }
      rows.pointer[count] = UInt32(truncatingIfNeeded: row)
      values.pointer[count] = value
      count += 1
    }

    mutating func finish(_ emit: Emission) throws {
      if count == 0 { return }
      let kept = RowSelection(rows: rows, count: count)
      let vector = IntegerNarrowing.vector(values, count: count, type: type, validity: nil)
      rows = Buffer(count: pieceRows)
      values = Buffer(count: pieceRows)
      count = 0
      try emit(kept, vector)
    }
  }
}
