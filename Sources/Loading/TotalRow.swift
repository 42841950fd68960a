import Columns

/// The row of totals that many a table ends with: added up once more, it doubles every figure.
enum TotalRow {
  /// What such rows begin with, in lower case, in a few languages.
  private static let words: Set<String> = [
    "total", "totals", "grand total", "overall total", "subtotal", "sub-total", "sum", "overall",
    "total general", "total général", "total geral", "totale", "totaal", "gesamt", "summe", "suma",
    "итого", "всего", "toplam", "合计", "总计", "المجموع",
  ]

  /// What to say where the first value of the last row is such a word; nil where it is not.
  static func note(_ columns: [ColumnLoad.Loaded]) -> String? {
    for column in columns {
      guard let last = column.vectors.last, last.count > 0 else { continue }
      switch last.value(last.count - 1) {
      case .null: continue
      case .text(let text):
        let word = text.lowercased().filter { $0 != ":" }
        guard words.contains(word.trimmed) else { return nil }
        return "the last row begins with \(Wording.cell(text)): where it adds up the rows above, "
          + "leave it out of sums"
      default: return nil
      }
    }
    return nil
  }
}

extension String {
  /// Without the blanks at both ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
