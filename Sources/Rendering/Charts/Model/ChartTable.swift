import Columns

/// A result laid open for drawing: any cell by its row and column.
///
/// Measures in several units of one dimension are all in the most frequent of these: the amounts stay
/// as they are.
struct ChartTable: Sendable {
  let relation: Relation
  /// The row with which each chunk begins.
  private let starts: [Int]
  /// For each column of measures in several units of one dimension, the unit in which all are drawn.
  private let units: [UInt16?]

  init(_ relation: Relation) {
    self.relation = relation
    units = relation.fields.indices.map { column in
      relation.fields[column].type == .measure ? Self.sharedUnit(of: column, in: relation) : nil
    }
    var next = 0
    starts = relation.chunks.map { chunk in
      defer { next += chunk.count }
      return next
    }
  }

  private static func sharedUnit(of column: Int, in relation: Relation) -> UInt16? {
    var units = ChartUnits()
    for chunk in relation.chunks {
      for row in 0..<chunk.count {
        if case .measure(let measure) = chunk.columns[column].value(row) { units.count(measure) }
      }
    }
    return units.isMixed && units.isOneDimension ? units.mostFrequent : nil
  }

  /// `value` in the unit in which its column is drawn.
  private func drawn(_ value: Value, _ column: Int) -> Value {
    guard case .measure(var measure) = value, let unit = units[column] else { return value }
    measure.unit = unit
    return .measure(measure)
  }

  var rowCount: Int { relation.rowCount }

  func type(_ column: Int) -> DataType { relation.fields[column].type }

  /// The name of a column, safe for a screen.
  func name(_ column: Int) -> String { VisibleText.string(relation.fields[column].name) }

  /// The value of a cell, which must be in the table.
  ///
  /// - Complexity: O(log chunks).
  func value(_ row: Int, _ column: Int) -> Value {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle } else { high = middle }
    }
    return drawn(relation.chunks[low].columns[column].value(row - starts[low]), column)
  }

  /// What a cell reads as where it names a row: on one line, safe for a screen.
  func label(_ row: Int, _ column: Int) -> String {
    let value = value(row, column)
    if value.isNull { return "NULL" }
    if case .double(let number) = value, type(column) == .percent {
      var out = ByteBuffer()
      CellText.append(percent: number, to: &out)
      return out.string
    }
    return VisibleText.string(CellText.string(value))
  }

  /// Calls `body` with each row and its value, in order.
  func forEachValue(of column: Int, _ body: (Int, Value) -> Void) {
    for (start, chunk) in zip(starts, relation.chunks) {
      let vector = chunk.columns[column]
      for row in 0..<chunk.count { body(start + row, drawn(vector.value(row), column)) }
    }
  }
}
