import Columns
import Language

extension Plan {
  /// The plan as lines of text, an operator a line, each under the operator that reads it.
  package var explanation: [String] {
    var lines: [String] = []
    explain(into: &lines, depth: 0)
    return lines
  }

  private func explain(into lines: inout [String], depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + headline)
    for input in inputs { input.explain(into: &lines, depth: depth + 1) }
    if case .shared(let shared) = node { shared.plan.explain(into: &lines, depth: depth + 1) }
  }

  /// The operator and what it does, with column names in place of positions.
  package var headline: String {
    switch node {
    case .scan(let relation, let name, _):
      return "SCAN \(name) (\(Self.rows(relation.rowCount))): \(list(fields.map(\.name)))"
    case .values(let rows):
      return "VALUES (\(Self.rows(rows.count)))"
    case .filter(let input, let predicate):
      return "FILTER \(predicate.text(input.fields))"
    case .project(let input, let expressions):
      return "PROJECT \(list(expressions.map { $0.text(input.fields) }))"
    case .aggregate(let input, let keys, let aggregates):
      let calls = aggregates.map { $0.text(input.fields) }
      if keys.isEmpty { return "AGGREGATE \(list(calls))" }
      let by = "GROUP BY \(list(keys.map { $0.text(input.fields) }))"
      return calls.isEmpty ? by : "\(by): \(list(calls))"
    case .window(let input, let windows):
      return "WINDOW \(list(windows.map { $0.text(input.fields) }))"
    case .groupingSets(let input, let keys, let sets, let aggregates):
      let names = keys.map { $0.text(input.fields) }
      let by = sets.map { "(\(list($0.map { names[$0] })))" }
      let calls = aggregates.map { $0.text(input.fields) }
      return "GROUP BY GROUPING SETS (\(list(by)))" + (calls.isEmpty ? "" : ": \(list(calls))")
    case .join(let join):
      let keys = join.keys.indices.map { index in
        let key = join.keys[index]
        var symbol = "="
        if case .nearest(let comparison) = join.lastKey, index == join.keys.count - 1 {
          symbol = comparison.rawValue
        }
        return
          "\(key.left.text(join.left.fields)) \(symbol) \(key.right.text(join.right.fields))"
      }
      let residual = join.residual.map { [$0.text(join.left.fields + join.right.fields)] } ?? []
      let condition = (keys + residual).joined(separator: " AND ")
      return "\(join.kind.rawValue) JOIN\(condition.isEmpty ? "" : " ON \(condition)")"
    case .sort(let input, let terms, let limit):
      let order = terms.map { $0.text(input.fields) }
      return (limit.map { "TOP \($0)" } ?? "SORT") + " BY \(list(order))"
    case .limit(_, let count, let offset):
      return "LIMIT \(count.map(String.init) ?? "ALL")" + (offset > 0 ? " OFFSET \(offset)" : "")
    case .expand(let input, let expansion):
      let texts = expansion.expressions.map { $0.text(input.fields) }
      switch expansion.kind {
      case .series, .moments: return "SERIES \(list(texts))"
      case .list: return "UNNEST [\(list(texts))]"
      case .split, .splitRegex: return "UNNEST PARTS OF \(list(texts))"
      case .extractAll: return "UNNEST MATCHES OF \(list(texts))"
      }
    case .suppress(let input, let suppression):
      let name = input.fields[suppression.count].name
      return "SUPPRESS \(name.isEmpty ? "count" : name) BELOW \(suppression.threshold)"
    case .sample(_, let sample):
      switch sample.size {
      case .share(let share): return "SAMPLE \(share * 100) % (SEED \(sample.seed))"
      case .rows(let count): return "SAMPLE \(Self.rows(count)) (SEED \(sample.seed))"
      }
    case .union: return "UNION ALL"
    case .shared(let shared): return "COMMON TABLE \(shared.name)"
    case .recursive(let recursive):
      return "RECURSIVE \(recursive.identity.name)" + (recursive.isDistinct ? " (new rows)" : "")
    case .workingTable(let identity): return "LAST ROWS OF \(identity.name)"
    }
  }

  private static func rows(_ count: Int) -> String { "\(count) row\(count == 1 ? "" : "s")" }

  private func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}

extension PlanSortTerm {
  fileprivate func text(_ fields: [Field]) -> String {
    value.text(fields) + (isDescending ? " DESC" : "") + (nullsFirst ? " NULLS FIRST" : "")
  }
}

extension BoundWindow {
  fileprivate func text(_ fields: [Field]) -> String {
    let call: String
    switch self.call {
    case .aggregate(let aggregate): call = aggregate.text(fields)
    case .function(let function, let arguments, let terms, let ignoresNulls):
      let order = terms.map { $0.text(fields) }.joined(separator: ", ")
      let inside = [
        arguments.map { $0.text(fields) }.joined(separator: ", "),
        terms.isEmpty ? "" : "ORDER BY \(order)",
      ].filter { !$0.isEmpty }.joined(separator: " ")
      call = "\(function.name)(\(inside)\(ignoresNulls ? " IGNORE NULLS" : ""))"
    }
    var parts: [String] = []
    if !partition.isEmpty {
      parts.append(
        "PARTITION BY \(partition.map { $0.text(fields) }.joined(separator: ", "))")
    }
    if !order.isEmpty {
      parts.append("ORDER BY \(order.map { $0.text(fields) }.joined(separator: ", "))")
    }
    if let frame = frame.text(fields) { parts.append(frame) }
    return "\(call) OVER (\(parts.joined(separator: " ")))"
  }
}

extension BoundFrame {
  /// The frame as text; nil for a whole partition.
  fileprivate func text(_ fields: [Field]) -> String? {
    if isPartition { return nil }
    func text(_ bound: Bound, _ side: String) -> String {
      switch bound {
      case .unbounded: "UNBOUNDED \(side)"
      case .currentRow: "CURRENT ROW"
      case .offset(let value, let isFollowing):
        (unit == .range ? "UP TO " : "") + value.text(fields)
          + (isFollowing ? " FOLLOWING" : " PRECEDING")
      }
    }
    return "\(unit.rawValue) BETWEEN \(text(start, "PRECEDING")) AND \(text(end, "FOLLOWING"))"
      + (exclusion == .noOthers ? "" : " EXCLUDE \(exclusion.rawValue)")
  }
}

extension BoundAggregate {
  /// The call as text, over columns called as `fields` are.
  func text(_ fields: [Field]) -> String {
    var inside = arguments.map { $0.text(fields) } + parameters.map(\.literal)
    if inside.isEmpty { inside = ["*"] }
    let order = orderBy.map { term in
      term.value.text(fields) + (term.isDescending ? " DESC" : "")
        + (term.nullsFirst ? " NULLS FIRST" : "")
    }
    return "\(function.name)(\(isDistinct ? "DISTINCT " : "")"
      + inside.joined(separator: ", ")
      + (order.isEmpty ? "" : " ORDER BY \(order.joined(separator: ", "))") + ")"
      + (filter.map { " FILTER (\($0.text(fields)))" } ?? "")
  }
}

extension BoundExpression {
  /// The expression as text, over columns called as `fields` are.
  fileprivate func text(_ fields: [Field]) -> String {
    switch kind {
    case .column(let position):
      let name = position < fields.count ? fields[position].name : ""
      return name.isEmpty ? "#\(position + 1)" : name
    case .constant(let value): return value.literal
    case .call(let name, _, let arguments):
      let texts = arguments.map { $0.text(fields) }
      let isOperator = name.utf8.allSatisfy { !(97...122).contains($0) }
      if isOperator && texts.count == 2 { return "(\(texts[0]) \(name) \(texts[1]))" }
      if name.hasPrefix("is ") { return "(\(texts.joined(separator: " ")) \(name.uppercased()))" }
      return "\(name)(\(texts.joined(separator: ", ")))"
    case .cast(let inner, let isTry):
      return "\(isTry ? "TRY_CAST" : "CAST")(\(inner.text(fields)) AS \(type))"
    case .and(let terms): return "(\(terms.map { $0.text(fields) }.joined(separator: " AND ")))"
    case .or(let terms): return "(\(terms.map { $0.text(fields) }.joined(separator: " OR ")))"
    case .choose(let branches, let otherwise):
      let whens = branches.map {
        "WHEN \($0.condition.text(fields)) THEN \($0.result.text(fields))"
      }
      return "CASE \(whens.joined(separator: " "))"
        + (otherwise.map { " ELSE \($0.text(fields))" } ?? "") + " END"
    case .aggregate(let aggregate): return aggregate.text(fields)
    case .subquery: return "(SELECT …)"
    case .outer(let number): return "outer#\(number + 1)"
    case .scalarQuery(let shared): return "(\(shared.name))"
    case .window(let window): return window.text(fields)
    }
  }
}

extension Value {
  /// The value as a literal, short enough for a line of a plan.
  fileprivate var literal: String {
    switch self {
    case .null: "NULL"
    case .text, .date, .timestamp, .time, .interval: "'\(ValueText.string(self))'"
    default: ValueText.string(self)
    }
  }
}
