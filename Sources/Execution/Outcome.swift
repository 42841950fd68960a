import Columns
import Language
import Planning

/// What a statement came to.
package struct Outcome: Sendable {
  package enum Content: Sendable {
    /// A result to show.
    case rows(Relation)
    /// A result for a file, which whoever asked writes.
    case file(Relation, path: String, CopyOptions)
    /// Something was done; this says what.
    case message(String)
  }

  package let content: Content
  /// What the reader of the result must know, one sentence each.
  package let notes: [String]
  /// How the rows are to be drawn; nil where they are to be shown.
  package var chart: ChartClause?

  static func rows(_ relation: Relation) -> Outcome {
    Outcome(content: .rows(relation), notes: [])
  }

  static func message(_ text: String) -> Outcome {
    Outcome(content: .message(text), notes: [])
  }

  func adding(notes: [String]) -> Outcome {
    Outcome(content: content, notes: self.notes + notes)
  }
}

/// The notes that evaluating left, in words.
enum ResultNotes {
  static func notes(_ evaluation: EvaluationContext) -> [String] {
    var notes: [String] = []
    let divisions = evaluation.divisionsByZero
    if divisions > 0 {
      notes.append("\(ValueText.count(divisions, "division")) by zero gave NULL")
    }
    for (dimension, rows) in evaluation.unconverted {
      let count = ValueText.grouped(rows)
      notes.append(
        rows == 1
          ? "1 row has no \(dimension): try_convert gave NULL"
          : "\(count) rows have no \(dimension): try_convert gave NULL")
    }
    for (note, rows) in evaluation.rowNotes {
      let column = note.column.map { " in \($0)" } ?? ""
      let have = rows == 1 ? "1 row has" : "\(ValueText.grouped(rows)) rows have"
      notes.append("\(have) \(words(note.kind))\(column)")
    }
    return notes + evaluation.notes
  }

  private static func words(_ kind: RowNote.Kind) -> String {
    switch kind {
    case .noCountry: "no known country"
    case .noGoodsCode: "no known HS code"
    }
  }
}
