import Columns

/// The row of totals that many a table ends with: added up once more, it doubles every figure.
enum TotalRow {
  /// What such rows begin with, in lower case, in a few languages.
  private static let words: Set<String> = [
    "total", "totals", "grand total", "overall total", "subtotal", "sub-total", "sum", "overall",
    "total general", "total général", "total geral", "totale", "totaal", "gesamt", "summe", "suma",
    "итого", "всего", "toplam", "合计", "总计", "المجموع",
  ]

  /// Rows without any value that may stand behind it.
  private static let emptyRows = 10

  /// What to say where the first value of the last row that has one is such a word; nil where it is
  /// not.
  static func note(_ columns: [ColumnLoad.Loaded]) -> String? {
    guard let last = columns.first?.vectors.last else { return nil }
    for row in stride(from: last.count - 1, through: max(0, last.count - emptyRows), by: -1) {
      for column in columns {
        guard let vector = column.vectors.last, row < vector.count else { return nil }
        switch vector.value(row) {
        case .null: continue
        case .text(let text):
          guard isTotal(text) else { return nil }
          return "the last row begins with \(Wording.cell(text)): where it adds up the rows above, "
            + "leave it out of sums"
        default: return nil
        }
      }
    }
    return nil
  }

  /// Whether `text` is one of the words, whatever signs stand around it and numbers behind it:
  /// `** Total **`, `Total: 2024`, `Total (12 rows)`.
  private static func isTotal(_ text: String) -> Bool {
    let words = text.lowercased().prefix { $0 != "(" }
      .split { !$0.isLetter && $0 != "-" }
      .filter { $0.contains(where: \.isLetter) }
    return Self.words.contains(words.joined(separator: " "))
  }
}
