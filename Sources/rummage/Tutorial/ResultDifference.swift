import Columns
import Glibc
import Rendering

/// What sets a result apart from the one that it was to be, whatever the columns are called.
enum ResultDifference: Equatable {
  case columns(Int, wanted: Int)
  case rows(Int, wanted: Int)
  /// In a row counted from one, of a result with as many columns and rows as it should have.
  case cell(row: Int, column: String, found: String, wanted: String)
  /// The rows are the same, and stand in another order from this one on, counted from one.
  case order(row: Int)

  /// Compares `found` with `wanted`; nil where they are the same.
  ///
  /// Whole numbers and decimals are the same where their values are, doubles within a part of 1e-9;
  /// a measure is the same in the same unit alone.
  ///
  /// - Parameter isOrdered: whether the order of the rows counts.
  /// - Complexity: O(rows² · columns), where both have as many rows.
  init?(of found: Relation, from wanted: Relation, isOrdered: Bool) {
    guard found.fields.count == wanted.fields.count else {
      self = .columns(found.fields.count, wanted: wanted.fields.count)
      return
    }
    guard found.rowCount == wanted.rowCount else {
      self = .rows(found.rowCount, wanted: wanted.rowCount)
      return
    }
    let rows = Self.rows(of: found)
    let answers = Self.rows(of: wanted)
    var left = answers
    var strange: (number: Int, row: [Value])?
    for (index, row) in rows.enumerated() {
      if let match = left.firstIndex(where: { Self.isSame($0, row) }) {
        left.remove(at: match)
      } else if strange == nil {
        strange = (index + 1, row)
      }
    }
    if let strange, let cell = Self.cell(of: strange.row, besides: left) {
      self = .cell(
        row: strange.number, column: found.fields[cell.column].name,
        found: Self.text(strange.row[cell.column]), wanted: Self.text(cell.wanted))
      return
    }
    guard isOrdered,
      let place = zip(rows, answers).enumerated().first(where: { !Self.isSame($1.0, $1.1) })
    else { return nil }
    self = .order(row: place.offset + 1)
  }

  private static func rows(of relation: Relation) -> [[Value]] {
    relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in chunk.columns.map { $0.value(row) } }
    }
  }

  /// The first cell in which `row` differs from the answer that it is nearest to.
  private static func cell(
    of row: [Value], besides answers: [[Value]]
  ) -> (column: Int, wanted: Value)? {
    func sameCells(_ answer: [Value]) -> Int { zip(answer, row).count { isSame($0, $1) } }
    // Of several that are as near, the first.
    guard let nearest = answers.reversed().max(by: { sameCells($0) < sameCells($1) }),
      let column = row.indices.first(where: { !isSame(nearest[$0], row[$0]) })
    else { return nil }
    return (column, nearest[column])
  }

  // MARK: Values

  private static let tolerance = 1e-9

  private static func isSame(_ a: [Value], _ b: [Value]) -> Bool {
    zip(a, b).allSatisfy { isSame($0, $1) }
  }

  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    if let x = exact(a), let y = exact(b) { return x == y }
    guard let x = number(a), let y = number(b) else { return a == b }
    return x == y || x.isNaN && y.isNaN
      || (x - y).magnitude <= tolerance * max(1, x.magnitude, y.magnitude)
  }

  /// An exact number without zeros at its end.
  private struct Exact: Equatable {
    var unscaled: Int128
    var scale: Int
  }

  private static func exact(_ value: Value) -> Exact? {
    switch value {
    case .integer(let number): return Exact(unscaled: number, scale: 0)
    case .decimal(var unscaled, var scale):
      while scale > 0, unscaled.isMultiple(of: 10) {
        unscaled /= 10
        scale -= 1
      }
      return Exact(unscaled: unscaled, scale: scale)
    default: return nil
    }
  }

  private static func number(_ value: Value) -> Double? {
    if case .double(let number) = value { return number }
    return exact(value).map { Double($0.unscaled) / pow(10, Double($0.scale)) }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): "'\(VisibleText.string(text))'"
    default: CellText.string(value)
    }
  }
}

extension ResultDifference: CustomStringConvertible {
  var description: String {
    switch self {
    case .columns(let found, let wanted):
      "the result has \(Self.count(found, "column")), the answer has \(wanted)"
    case .rows(let found, let wanted):
      "the result has \(Self.count(found, "row")), the answer has \(wanted)"
    case .cell(let row, let column, let found, let wanted):
      "in row \(row), \(column) is \(found), and the answer has \(wanted)"
    case .order(let row): "right rows, in another order from row \(row) on"
    }
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
