import Columns

/// A result laid open for drawing: any cell by its row and column.
struct ChartTable: Sendable {
  let relation: Relation
  /// The row with which each chunk begins.
  private let starts: [Int]

  init(_ relation: Relation) {
    self.relation = relation
    var next = 0
    starts = relation.chunks.map { chunk in
      defer { next += chunk.count }
      return next
    }
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
    return relation.chunks[low].columns[column].value(row - starts[low])
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
      for row in 0..<chunk.count { body(start + row, vector.value(row)) }
    }
  }
}
