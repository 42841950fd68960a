/// A query with the clauses that hold for its whole result.
package struct Query: Sendable {
  package let with: With?
  package let body: QueryBody
  package let orderBy: OrderBy?
  package let limit: Limit?
  private let closing: Closing?

  /// In place of ``orderBy`` and ``limit``.
  package var top: Top? { closing?.top }
  package var suppression: Suppression? { closing?.suppression }

  /// What few queries have, out of the way of the others: a query is copied at every level of a walk
  /// over a tree, and the stack is short.
  private final class Closing: Sendable {
    let top: Top?
    let suppression: Suppression?

    init(top: Top?, suppression: Suppression?) {
      self.top = top
      self.suppression = suppression
    }
  }
  package let range: SourceRange

  package init(
    with: With?, body: QueryBody, orderBy: OrderBy?, limit: Limit?, top: Top? = nil,
    suppression: Suppression? = nil, range: SourceRange
  ) {
    self.with = with
    self.body = body
    self.orderBy = orderBy
    self.limit = limit
    closing =
      top == nil && suppression == nil ? nil : Closing(top: top, suppression: suppression)
    self.range = range
  }
}

/// `WITH [RECURSIVE] …`: queries that are named for the query that follows.
package struct With: Sendable {
  package let isRecursive: Bool
  package let tables: [CommonTable]
  package let range: SourceRange
}

/// One `name (columns) AS (query)` of a `WITH`.
package struct CommonTable: Sendable {
  package let name: Identifier
  /// Empty when the columns keep the query's names.
  package let columns: [Identifier]
  /// `MATERIALIZED` true, `NOT MATERIALIZED` false, nil when neither was written.
  package let isMaterialized: Bool?
  package let query: Query
  package let range: SourceRange
}

/// What makes the rows of a query.
package indirect enum QueryBody: Sendable {
  case select(SelectCore)
  case values(Values)
  case setOperation(SetOperation)
  /// A query in parentheses, with clauses of its own.
  case nested(Query)

  /// The first operand of a chain of set operations, which is none itself, and the operations in
  /// the order in which they are applied.
  ///
  /// Chains lean to the left and may be long: walk them by this and not by recursion.
  package var chain: (first: QueryBody, operations: [SetOperation]) {
    var first = self
    var operations: [SetOperation] = []
    while case .setOperation(let operation) = first {
      operations.append(operation)
      first = operation.left
    }
    return (first, operations.reversed())
  }

  package var range: SourceRange {
    switch self {
    case .select(let core): core.range
    case .values(let values): values.range
    case .setOperation(let operation): operation.range
    case .nested(let query): query.range
    }
  }
}

/// `VALUES (…), (…)`.
package struct Values: Sendable {
  package struct Row: Sendable {
    package let values: [Expression]
    package let range: SourceRange
  }

  /// Never empty; the rows may differ in length, which the binder refuses.
  package let rows: [Row]
  package let range: SourceRange
}

/// `left UNION [ALL] [BY NAME] right` and its kin.
package struct SetOperation: Sendable {
  package enum Operator: String, Sendable {
    case union = "UNION"
    case intersect = "INTERSECT"
    case except = "EXCEPT"
  }

  package let `operator`: Operator
  package let isAll: Bool
  package let isByName: Bool
  package let left: QueryBody
  package let right: QueryBody
  package let range: SourceRange
}

/// One `SELECT`; also `FROM t` alone, which has the single item `*`.
package struct SelectCore: Sendable {
  package enum Distinct: Sendable {
    case rows
    /// `DISTINCT ON (…)`: the first row for each value of the keys.
    case on([Expression])
  }

  package let distinct: Distinct?
  /// Never empty.
  package let items: [SelectItem]
  /// The comma list; empty without `FROM`.
  package let from: [TableReference]
  package let `where`: Expression?
  package let groupBy: GroupBy?
  package let having: Expression?
  package let windows: [NamedWindow]
  package let qualify: Expression?
  package let sample: Sample?
  package let range: SourceRange
}

/// An expression of a select list, with the name it was given.
package struct SelectItem: Sendable {
  package let value: Expression
  package let alias: Identifier?
  package let range: SourceRange

  package init(value: Expression, alias: Identifier?, range: SourceRange) {
    self.value = value
    self.alias = alias
    self.range = range
  }
}

package enum GroupBy: Sendable {
  /// `GROUP BY ALL`: every item without an aggregate.
  case all(SourceRange)
  case elements([GroupingElement])
}

/// One element of `GROUP BY`.
package indirect enum GroupingElement: Sendable {
  /// One set of keys: `a` is one key, `(a, b)` two, `()` none.
  case keys([Expression], SourceRange)
  case rollup([[Expression]], SourceRange)
  case cube([[Expression]], SourceRange)
  case groupingSets([GroupingElement], SourceRange)

  package var range: SourceRange {
    switch self {
    case .keys(_, let range), .rollup(_, let range), .cube(_, let range),
      .groupingSets(_, let range):
      range
    }
  }
}

package enum OrderBy: Sendable {
  /// `ORDER BY ALL`: every column from left to right.
  case all(direction: OrderTerm.Direction?, nulls: OrderTerm.Nulls?, range: SourceRange)
  /// Never empty.
  case terms([OrderTerm])
}

/// One `expression [ASC|DESC] [NULLS FIRST|LAST]`; nil is what was not written.
package struct OrderTerm: Sendable {
  package enum Direction: String, Sendable {
    case ascending = "ASC"
    case descending = "DESC"
  }

  package enum Nulls: String, Sendable {
    case first = "NULLS FIRST"
    case last = "NULLS LAST"
  }

  package let value: Expression
  package let direction: Direction?
  package let nulls: Nulls?
  package let range: SourceRange
}

/// `LIMIT`, `OFFSET` and `FETCH FIRST`, at least one of them.
package struct Limit: Sendable {
  /// nil without `LIMIT`, and for `LIMIT ALL`.
  package let count: Expression?
  /// `LIMIT 10%`.
  package let isPercent: Bool
  /// `FETCH FIRST … WITH TIES`.
  package let isWithTies: Bool
  package let offset: Expression?
  package let range: SourceRange
}

/// `TOP count BY measure [ASC|DESC] [PER keys] [WITH OTHERS] [WITH TOTAL]`: the groups of the
/// greatest measure, for each combination of the keys behind PER.
package struct Top: Sendable {
  package let count: Expression
  package let measure: Expression
  package let direction: OrderTerm.Direction?
  /// Empty without `PER`.
  package let keys: [Expression]
  /// Whether all other groups follow as one row.
  package let hasOthers: Bool
  /// Whether all rows follow as one row.
  package let hasTotal: Bool
  package let range: SourceRange
}

/// `SUPPRESS BELOW threshold [ON count]`.
package struct Suppression: Sendable {
  package let threshold: Expression
  /// nil for the only `COUNT(*)` of the result.
  package let count: Expression?
  package let range: SourceRange
}

/// `USING SAMPLE` of a query or `TABLESAMPLE` of a table.
package struct Sample: Sendable {
  package enum Unit: String, Sendable {
    case rows = "ROWS"
    case percent = "PERCENT"
  }

  package let size: Expression
  package let unit: Unit
  /// `reservoir`, `bernoulli`, `system`; nil when not written.
  package let method: Identifier?
  /// `REPEATABLE (seed)`.
  package let seed: Expression?
  package let range: SourceRange
}

/// `name AS (…)` of a `WINDOW` clause.
package struct NamedWindow: Sendable {
  package let name: Identifier
  package let specification: WindowSpecification
}
