import Columns
import Language
import Reference

/// How a statement writes the call that takes measures together: what a refusal needs to say which
/// calls would work.
package struct MeasureUse: Sendable {
  /// The function's name as written.
  package let function: String
  /// The arguments as written.
  package let arguments: [String]
  /// Which of them is the measure.
  package let place: Int
  /// What the query groups by, as written; nil where it does not.
  package let grouping: String?
  /// Whether the call has OVER.
  package let isWindow: Bool

  /// The measure as written: `AMOUNT`.
  package var measure: String { arguments[place] }

  /// The call as written, with another measure.
  package func call(_ measure: String) -> String {
    var arguments = arguments
    arguments[place] = measure
    return "\(function)(\(arguments.joined(separator: ", ")))"
  }
}

extension BindingProblem {
  /// That measures of several dimensions cannot be taken together, and what to write instead.
  package static func mixedMeasures(
    _ use: MeasureUse, _ rows: [DimensionRows], at range: SourceRange
  ) -> Diagnostic {
    var help: [String] = []
    let dimension = "dimension_of(\(use.measure))"
    if use.isWindow {
      help.append("by dimension:  OVER (PARTITION BY …, \(dimension))")
    } else {
      let keys = [use.grouping, dimension].compactMap { $0 }
      help.append("by dimension:  GROUP BY \(keys.joined(separator: ", "))")
    }
    let all = rows.reduce(0) { $0 + $1.rows }
    func add(_ label: String, _ function: String, unit: String, rows: Int) {
      let call = use.call("\(function)(\(use.measure), '\(unit)')")
      let padding = String(repeating: " ", count: max(1, 15 - label.utf8.count))
      let left = ValueText.count(all - rows, "row")
      let rest = rows == all ? "" : "   -- leaves \(left) out, and says so"
      help.append("\(label)\(padding)\(call)\(rest)")
    }
    if let first = rows.first(where: { $0.dimension.isKnown && !$0.dimension.isCount }) {
      add(
        "\(first.dimension.name) only:", "try_convert",
        unit: Units.base(of: first.dimension).symbol, rows: first.rows)
    }
    let counted = rows.filter(\.dimension.isCount).reduce(0) { $0 + $1.rows }
    if counted > 0 {
      add("as items:", counted == all ? "convert" : "try_convert", unit: "items", rows: counted)
    }
    let isSum = ["sum", "avg", "mean", "share"].contains(use.function.lowercased())
    return Diagnostic(
      .error,
      "\(use.call(use.measure)) would \(isSum ? "add" : "compare") \(dimensions(rows))",
      at: range, help: help)
  }

  /// `mass (299,355 rows), kinds of count (10,306 rows), volume (1,313 rows)`.
  static func dimensions(_ rows: [DimensionRows]) -> String {
    let counted = rows.filter(\.dimension.isCount)
    let mergesCounts = counted.count > 1 && (counted.count < rows.count || counted.count > 4)
    var parts = rows.filter { !mergesCounts || !$0.dimension.isCount }
      .map { ($0.dimension.title, $0.rows) }
    if mergesCounts {
      parts.append(("kinds of count", counted.reduce(0) { $0 + $1.rows }))
    }
    parts.sort { ($1.1, $0.0) < ($0.1, $1.0) }
    return parts.map { "\($0.0) (\(ValueText.grouped($0.1)) \($0.1 == 1 ? "row" : "rows"))" }
      .joined(separator: ", ")
  }
}

extension Dimension {
  /// Whether a unit of it is known.
  package var isKnown: Bool { if case .other = self { false } else { true } }
}
