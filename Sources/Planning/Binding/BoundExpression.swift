import Columns
import Language

/// An expression whose names are resolved and whose types are known.
///
/// Columns are positions in the batch that the expression is evaluated on. Every argument already
/// has the type that its operation wants: the binder has put casts where they are needed.
package final class BoundExpression: Sendable {
  package indirect enum Kind: Sendable {
    /// The input column at this position.
    case column(Int)
    case constant(Value)
    /// A function or operator by its name and the overload for its arguments' types.
    case call(String, ScalarOverload, [BoundExpression])
    /// To the expression's type; `isTry` gives NULL where a value cannot be cast.
    case cast(BoundExpression, isTry: Bool)
    case and([BoundExpression])
    case or([BoundExpression])
    /// The first branch whose condition is true; a branch is evaluated only on its rows.
    case choose([Branch], otherwise: BoundExpression?)
    /// Only while a SELECT is being bound; plans hold columns of an ``Plan/Node/aggregate`` instead.
    case aggregate(BoundAggregate)
    /// A query that stands for a value, with its operands and then its arguments. Only until
    /// ``Unnesting`` has made a join of it.
    case subquery(BoundSubquery, [BoundExpression])
    /// Inside a query that depends on the rows around it: its argument of this number.
    case outer(Int)
    /// The only value of a query that depends on nothing around it; NULL where it has no row. Run
    /// once, before the operator that reads it.
    case scalarQuery(SharedPlan)
    /// Only while a SELECT is being bound; plans hold columns of a ``Plan/Node/window`` instead.
    case window(BoundWindow)
  }

  package struct Branch: Sendable {
    package let condition: BoundExpression
    package let result: BoundExpression
  }

  package let kind: Kind
  package let type: DataType
  /// Where it stands in the statement's text.
  package let range: SourceRange

  package init(_ kind: Kind, type: DataType, range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }

  /// The value, where the expression is a constant.
  package var constant: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }

  /// The position, where the expression is a bare column.
  package var column: Int? {
    if case .column(let position) = kind { position } else { nil }
  }

  /// The expressions that this one is made of.
  package var children: [BoundExpression] {
    switch kind {
    case .column, .constant, .outer, .scalarQuery: []
    case .call(_, _, let arguments), .subquery(_, let arguments): arguments
    case .cast(let inner, _): [inner]
    case .and(let terms), .or(let terms): terms
    case .choose(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.result] } + (otherwise.map { [$0] } ?? [])
    case .aggregate(let aggregate):
      aggregate.inputs + (aggregate.filter.map { [$0] } ?? [])
    case .window(let window): window.children
    }
  }

  /// The same expression over other children, in the order of ``children``.
  package func replacingChildren(_ new: [BoundExpression]) -> BoundExpression {
    let kind: Kind
    switch self.kind {
    case .column, .constant, .outer, .scalarQuery: return self
    case .subquery(let query, _): kind = .subquery(query, new)
    case .call(let name, let overload, _): kind = .call(name, overload, new)
    case .cast(_, let isTry): kind = .cast(new[0], isTry: isTry)
    case .and: kind = .and(new)
    case .or: kind = .or(new)
    case .choose(let branches, let otherwise):
      kind = .choose(
        branches.indices.map { Branch(condition: new[$0 * 2], result: new[$0 * 2 + 1]) },
        otherwise: otherwise == nil ? nil : new.last)
    case .aggregate(let aggregate):
      let count = aggregate.inputs.count
      kind = .aggregate(
        aggregate.replacing(
          inputs: Array(new[..<count]), filter: new.count > count ? new[count] : nil))
    case .window(let window): kind = .window(window.replacingChildren(new))
    }
    return BoundExpression(kind, type: type, range: range)
  }

  /// The positions of all input columns that it reads.
  package var columns: Set<Int> {
    var result: Set<Int> = []
    collectColumns(into: &result)
    return result
  }

  private func collectColumns(into result: inout Set<Int>) {
    if case .column(let position) = kind { result.insert(position) }
    for child in children { child.collectColumns(into: &result) }
  }

  /// The same expression with each column `p` read from position `map(p)`.
  package func remapped(_ map: (Int) -> Int) -> BoundExpression {
    if case .column(let position) = kind {
      return BoundExpression(.column(map(position)), type: type, range: range)
    }
    let children = self.children
    if children.isEmpty { return self }
    return replacingChildren(children.map { $0.remapped(map) })
  }

  /// Whether an aggregate stands in it.
  package var hasAggregate: Bool {
    if case .aggregate = kind { return true }
    return children.contains { $0.hasAggregate }
  }

  /// Whether both mean the same, wherever they stand in the text.
  package func isSame(as other: BoundExpression) -> Bool {
    guard type == other.type else { return false }
    switch (kind, other.kind) {
    case (.column(let a), .column(let b)): return a == b
    case (.constant(let a), .constant(let b)): return a == b
    case (.call(let a, _, let x), .call(let b, _, let y)): return a == b && Self.same(x, y)
    case (.cast(let a, let x), .cast(let b, let y)): return x == y && a.isSame(as: b)
    case (.and(let x), .and(let y)), (.or(let x), .or(let y)): return Self.same(x, y)
    case (.choose, .choose): return Self.same(children, other.children)
    case (.aggregate(let a), .aggregate(let b)): return a.isSame(as: b)
    case (.outer(let a), .outer(let b)): return a == b
    case (.scalarQuery(let a), .scalarQuery(let b)): return a === b
    case (.subquery(let a, let x), .subquery(let b, let y)): return a === b && Self.same(x, y)
    case (.window(let a), .window(let b)): return a.isSame(as: b)
    default: return false
    }
  }

  static func same(_ a: [BoundExpression], _ b: [BoundExpression]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
  }
}

/// A query inside an expression.
///
/// The expressions that stand with it are first its operands, the values that IN looks for, then
/// its arguments: what the query reads of the rows around it, as ``BoundExpression/Kind/outer``.
package final class BoundSubquery: Sendable {
  package enum Kind: Sendable {
    /// The only row's only value; NULL where there is no row.
    case scalar
    /// Whether there is a row.
    case exists
    /// Whether the operands are a row of the query.
    case member
  }

  package let kind: Kind
  package let plan: Plan
  /// How many of the expressions are operands.
  package let operands: Int

  package init(_ kind: Kind, _ plan: Plan, operands: Int = 0) {
    self.kind = kind
    self.plan = plan
    self.operands = operands
  }
}
