import Columns
import Language
import Reference

/// How a statement writes the call that takes measures together: what a refusal needs to say which
/// calls would work.
package struct MeasureUse: Sendable {
  /// The call as written: `SUM(AMOUNT)`.
  package let call: String
  /// The function's name as written.
  package let function: String
  /// The measure as written: `AMOUNT`.
  package let measure: String
  /// What the query groups by, as written; nil where it does not.
  package let grouping: String?
}

extension BindingProblem {
  /// That measures of several dimensions cannot be taken together, and what to write instead.
  package static func mixedMeasures(
    _ use: MeasureUse, _ rows: [DimensionRows], at range: SourceRange
  ) -> Diagnostic {
    var help: [String] = []
    let keys = [use.grouping, "dimension_of(\(use.measure))"].compactMap { $0 }
    help.append("by dimension:  GROUP BY \(keys.joined(separator: ", "))")
    let all = rows.reduce(0) { $0 + $1.rows }
    if let first = rows.first(where: { !$0.dimension.isCount && $0.dimension != .other("") }) {
      let unit = Units.base(of: first.dimension).symbol
      help.append(
        "\(first.dimension.name) only:     "
          + "\(use.function)(try_convert(\(use.measure), '\(unit)'))"
          + "   -- leaves \(count(all - first.rows)) rows out, and says so")
    }
    let counted = rows.filter(\.dimension.isCount)
    if !counted.isEmpty {
      let things = counted.reduce(0) { $0 + $1.rows }
      let name = things == all ? "convert" : "try_convert"
      let rest = things == all ? "" : "   -- leaves \(count(all - things)) rows out, and says so"
      help.append(
        "as items:      \(use.function)(\(name)(\(use.measure), 'items'))\(rest)")
    }
    return Diagnostic(
      .error, "\(use.call) would add \(dimensions(rows))", at: range, help: help)
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
    return parts.map { "\($0.0) (\(count($0.1)) \($0.1 == 1 ? "row" : "rows"))" }
      .joined(separator: ", ")
  }

  /// `number` with its thousands grouped.
  package static func count(_ number: Int) -> String {
    var digits = Array(String(number).utf8)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(UInt8(ascii: ","), at: place)
      place -= 3
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
