import Columns
import Language

/// What a chart could not show, counted in a line beneath it.
enum ChartNote: Hashable, Sendable {
  /// Figures that are NULL.
  case nulls(Int, column: String)
  /// Figures that are infinite or not a number.
  case nonFinite(Int, column: String)
  /// Rows whose place in time or in the grid is NULL.
  case unplaced(Int, column: String)
  /// Columns that the kind has no room for.
  case columns([String])
  /// Rows that fall into one place of a sparkline, of which the greatest is drawn.
  case merged(perMark: Int)
  /// What the shape of a sparkline means.
  case ownScales(String?)

  var text: String {
    switch self {
    case .nulls(let count, let column): "\(Self.count(count, "value")) of \(column) NULL, not drawn"
    case .nonFinite(let count, let column):
      "\(Self.count(count, "value")) of \(column) not finite, not drawn"
    case .unplaced(let count, let column):
      "\(Self.count(count, "row")) with \(column) NULL, not drawn"
    case .columns(let names): "not drawn: \(names.joined(separator: ", "))"
    case .merged(let perMark): "each mark is the greatest of up to \(perMark) places in time"
    case .ownScales(let span?): "\(span), each line on its own scale"
    case .ownScales(nil): "each line on its own scale"
    }
  }

  /// `1 row`, `1,234 rows`.
  static func count(_ count: Int, _ noun: String) -> String {
    ValueText.count(count, noun)
  }

  /// What stands for rows beyond the last that is shown: `… 23 more rows`.
  static func more(_ count: Int, _ noun: String = "row") -> String {
    "… \(ValueText.count(count, "more \(noun)"))"
  }
}
