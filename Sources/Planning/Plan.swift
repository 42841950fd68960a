import Columns
import Language

/// What to do to answer a query: a tree of operators over relations.
///
/// Each node's expressions read the columns of its input by position; ``fields`` are the columns
/// that it yields. Rows have an order where a ``Node/sort`` below gave one and no aggregate or join
/// stands above it; otherwise the order is still the same in every run.
package struct Plan: Sendable {
  package indirect enum Node: Sendable {
    /// The columns `columns` of a relation in memory.
    case scan(Relation, name: String, columns: [Int])
    /// Rows given by expressions without columns.
    case values([[BoundExpression]])
    /// The rows in which the predicate, a BOOLEAN, is true.
    case filter(Plan, BoundExpression)
    /// One column an expression.
    case project(Plan, [BoundExpression])
    /// One row for each combination of keys that occurs: the keys, then the aggregates. Without
    /// keys, exactly one row.
    case aggregate(Plan, keys: [BoundExpression], aggregates: [BoundAggregate])
    /// The columns of the left input, then those of the right.
    case join(PlanJoin)
    /// All rows in order, or the first `limit`.
    case sort(Plan, [PlanSortTerm], limit: Int?)
    /// `count` rows (nil: all) after the first `offset`.
    case limit(Plan, count: Int?, offset: Int)
    /// The rows of one input after those of the other, all of the same types.
    case union([Plan])
    /// A common table that several places read: computed once.
    case shared(SharedPlan)
  }

  package let node: Node
  package let fields: [Field]

  package init(_ node: Node, fields: [Field]) {
    self.node = node
    self.fields = fields
  }
}

/// A join: pairs of rows with equal keys that pass the residual condition.
package struct PlanJoin: Sendable {
  package enum Kind: String, Sendable {
    case inner = "INNER"
    /// Left rows without a match are kept, with NULLs on the right.
    case left = "LEFT"
  }

  package let kind: Kind
  package let left: Plan
  package let right: Plan
  /// Pairs of expressions of one type, the first over the left input, the second over the right.
  /// NULL equals nothing.
  package let keys: [(left: BoundExpression, right: BoundExpression)]
  /// What else must hold, over the columns of both inputs.
  package let residual: BoundExpression?
}

/// One term of a sort.
package struct PlanSortTerm: Sendable {
  package let value: BoundExpression
  package let isDescending: Bool
  package let nullsFirst: Bool
}

/// A plan with an identity, so that it is computed once however often it is read.
package final class SharedPlan: Sendable {
  package let name: String
  package let plan: Plan

  package init(name: String, plan: Plan) {
    self.name = name
    self.plan = plan
  }
}

/// A statement ready to run.
package indirect enum BoundStatement: Sendable {
  case query(Plan)
  case createTable(name: String, Plan, isReplacing: Bool, isIfNotExists: Bool)
  case dropTable(names: [String], isIfExists: Bool)
  /// The columns that a query yields.
  case describe(Plan)
  case showTables
  case explain(Plan, analyze: Bool)
}
