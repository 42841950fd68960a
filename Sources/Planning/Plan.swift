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
    /// The rows of an ``aggregate`` for each of `sets`, the positions of the keys that it groups by;
    /// the other keys are NULL there. A set may come several times. Among the aggregates may be
    /// `GROUPING`, of keys.
    case groupingSets(
      Plan, keys: [BoundExpression], sets: [[Int]], aggregates: [BoundAggregate])
    /// The columns of the left input, then those of the right.
    case join(PlanJoin)
    /// The columns of the input, then one for each window, the rows in their order. Windows hold no
    /// windows.
    case window(Plan, [BoundWindow])
    /// All rows in order, or the first `limit`.
    case sort(Plan, [PlanSortTerm], limit: Int?)
    /// `count` rows (nil: all) after the first `offset`.
    case limit(Plan, count: Int?, offset: Int)
    /// The input's columns and one more: each row again for each value that it gives.
    case expand(Plan, PlanExpansion)
    /// The input's columns, with NULL for figures of hidden rows, and a VARCHAR that says what the
    /// counts of these read, NULL for the others; the rows in their order.
    case suppress(Plan, PlanSuppression)
    /// Some of the rows, in their order.
    case sample(Plan, PlanSample)
    /// The rows of one input after those of the other, all of the same types.
    case union([Plan])
    /// A common table that several places read: computed once.
    case shared(SharedPlan)
    /// The rows of a table that is defined by itself: WITH RECURSIVE.
    case recursive(RecursivePlan)
    /// The rows that the step before yielded, inside the step of the recursive table of this name.
    case workingTable(RecursionIdentity)
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
  /// What becomes of the pairs, and of rows without one.
  package enum Kind: String, Sendable {
    case inner = "INNER"
    /// Left rows without a match are kept, with NULLs on the right.
    case left = "LEFT"
    /// As `left`, but a second match for a left row is an error: a query that stands for a value.
    case single = "SINGLE"
    /// Left rows with a match, each once; the columns of the left side alone.
    case semi = "SEMI"
    /// Left rows without a match; the columns of the left side alone.
    case anti = "ANTI"
    /// Every left row once, followed by a BOOLEAN that says whether it has a match.
    ///
    /// Where the last key is a membership the answer is that of `IN`: NULL where the key is NULL on
    /// either side and nothing matches for sure.
    case mark = "MARK"

    /// Each left row with the one right row that comes nearest by the last key.
    case asOf = "ASOF"
    /// As `asOf`; left rows without one are kept, with NULLs on the right.
    case asOfLeft = "ASOF LEFT"

    /// Whether it is of no account which right rows match a left one.
    package var asksForMatchAlone: Bool {
      switch self {
      case .semi, .anti, .mark: true
      case .inner, .left, .single, .asOf, .asOfLeft: false
      }
    }
  }

  /// What the last key means.
  package enum LastKey: Sendable {
    /// Like all others: both sides are equal.
    case equality
    /// Of a mark join: the answer is that of `IN`. There is no residual then.
    case membership
    /// Of an as-of join: how the left side compares with the right one, of which the nearest counts:
    /// `>=`, `>`, `<=` or `<`. There is no residual then.
    case nearest(BinaryOperator)

    package var isMembership: Bool {
      if case .membership = self { true } else { false }
    }
  }

  /// Two expressions of one type that must be equal.
  package struct Key: Sendable {
    /// Over the left input.
    package let left: BoundExpression
    /// Over the right input.
    package let right: BoundExpression
    /// Whether NULL equals NULL, as `IS NOT DISTINCT FROM` has it; otherwise NULL equals nothing.
    package let matchesNull: Bool

    package init(left: BoundExpression, right: BoundExpression, matchesNull: Bool = false) {
      self.left = left
      self.right = right
      self.matchesNull = matchesNull
    }
  }

  package let kind: Kind
  package let left: Plan
  package let right: Plan
  package let keys: [Key]
  /// What else must hold, over the columns of both inputs.
  package let residual: BoundExpression?
  /// What the last key means.
  package let lastKey: LastKey

  package init(
    kind: Kind, left: Plan, right: Plan, keys: [Key], residual: BoundExpression? = nil,
    lastKey: LastKey = .equality
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.keys = keys
    self.residual = residual
    self.lastKey = lastKey
  }

  /// The columns of the result.
  package var fields: [Field] {
    switch kind {
    case .inner, .left, .single, .asOf, .asOfLeft: left.fields + right.fields
    case .semi, .anti: left.fields
    case .mark: left.fields + [Field(name: "", type: .boolean)]
    }
  }

  /// The join as a plan.
  package var plan: Plan { Plan(.join(self), fields: fields) }
}

/// One term of a sort.
package struct PlanSortTerm: Sendable {
  package let value: BoundExpression
  package let isDescending: Bool
  package let nullsFirst: Bool
}

/// Which rows a sample takes: those whose numbers, hashed with the seed, are the smallest.
package struct PlanSample: Sendable {
  package enum Size: Sendable {
    /// Each row with this chance, 0 to 1.
    case share(Double)
    case rows(Int)
  }

  package let size: Size
  package let seed: UInt64
}

/// A plan with an identity, so that it is computed once however often it is read.
package final class SharedPlan: Sendable {
  package let name: String
  package let plan: Plan
  /// Whether it depends on the rows of a recursive step, and so is computed anew in each.
  package let readsWorkingTable: Bool
  /// Whether it reads arguments of the query around it.
  let isCorrelated: Bool
  /// How many rows to expect. Kept, as are the others, since plans that share plans that share
  /// plans are read along a great many paths.
  let cardinality: Cardinality

  package init(name: String, plan: Plan) {
    self.name = name
    self.plan = plan
    readsWorkingTable = plan.readsWorkingTable
    isCorrelated = plan.isCorrelated
    cardinality = Cardinality(plan)
  }
}

extension Plan {
  fileprivate var readsWorkingTable: Bool {
    switch node {
    case .workingTable: true
    case .shared(let shared): shared.readsWorkingTable
    default:
      inputs.contains(where: \.readsWorkingTable)
        || expressions.contains {
          $0.contains { part in
            if case .scalarQuery(let shared) = part.kind { shared.readsWorkingTable } else { false }
          }
        }
    }
  }
}

/// Which recursive table a ``Plan/Node/workingTable`` reads.
package final class RecursionIdentity: Sendable {
  package let name: String

  package init(name: String) { self.name = name }
}

/// A table defined by itself: first the rows of `anchor`, then those of `step` over the rows that
/// were new the last time, until there are no new ones.
package struct RecursivePlan: Sendable {
  package let identity: RecursionIdentity
  package let anchor: Plan
  /// Reads ``Plan/Node/workingTable`` of `identity`; of the same types as the anchor.
  package let step: Plan
  /// Whether rows that were there before are dropped: UNION without ALL.
  package let isDistinct: Bool
  /// Where the table is defined, for errors.
  package let range: SourceRange
}
