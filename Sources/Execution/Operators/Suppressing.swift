import Columns
import Language
import Planning

/// Hides rows of small counts: the input's columns, with NULL for the figures of hidden rows, and
/// behind them what their counts read, NULL for rows that are shown.
struct Suppressing {
  let suppression: PlanSuppression
  let fields: [Field]
  let context: ExecutionContext

  func run(_ input: Relation) throws -> Relation {
    if input.rowCount == 0 { return Relation(fields: fields, chunks: []) }
    let (columns, table) = try located { () throws(ValueError) in try margins(of: input) }
    let rows = try SuppressedRows(
      counts: columns[suppression.count], below: suppression.threshold, in: table
    ) { try context.cancellation.check() }
    if let note = note(rows.hidden) { context.evaluation.note(note) }
    let figures = Set(suppression.figures)
    let shown = try located { () throws(ValueError) in
      try columns.indices.map { (column) throws(ValueError) in
        figures.contains(column) ? try rows.hiding(columns[column]) : columns[column]
      }
    }
    let marks = rows.texts(
      small: suppression.smallMark, complement: PlanSuppression.complementMark)
    return Relation(
      fields: fields, chunks: [Chunk(count: input.rowCount, columns: shown + [marks])])
  }

  /// The columns of the input, and what can be added up in it.
  private func margins(of input: Relation) throws(ValueError) -> ([Vector], MarginTable) {
    let columns = try input.fields.indices.map { (column) throws(ValueError) in
      try Concatenate.vectors(
        input.chunks.map { $0.columns[column] }, type: input.fields[column].type)
    }
    var table = try MarginTable(
      sets: columns[suppression.set], keys: suppression.keys.map { columns[$0] },
      count: input.rowCount)
    for sum in suppression.sums { try table.addSums(by: sum.map { columns[$0] }) }
    return (columns, table)
  }

  private func note(_ hidden: (small: Int, complements: Int)) -> String? {
    func rows(_ count: Int) -> String { ValueText.count(count, "row") }
    if hidden.small == 0 { return nil }
    let small = "\(rows(hidden.small)) with a count below \(suppression.threshold)"
    if hidden.complements == 0 {
      return "SUPPRESS hid \(small)"
    }
    return "SUPPRESS hid \(small), and \(rows(hidden.complements)), marked "
      + "\(PlanSuppression.complementMark), from which they would follow"
  }

  /// Runs `body`, putting the clause's place to what goes wrong with a value.
  private func located<Result>(_ body: () throws(ValueError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw error.thrown(at: suppression.range)
    }
  }
}
