/// Something that may stand in `FROM`.
package struct TableReference: Sendable {
  package indirect enum Kind: Sendable {
    case table(QualifiedName)
    /// `'seizures.csv'`, or a glob.
    case file(String)
    case function(FunctionCall)
    case query(Query)
    case join(Join)
    case pivot(Pivot)
    case unpivot(Unpivot)
  }

  package let kind: Kind
  package let alias: TableAlias?
  /// Whether it may name columns of the tables on its left.
  package let isLateral: Bool
  package let sample: Sample?
  package let range: SourceRange

  /// The first table of a chain of joins, and the joins in the order in which they are made; a join
  /// in parentheses with an alias or a sample is a table of its own.
  ///
  /// Chains lean to the left and may be long: walk them by this and not by recursion.
  package var chain: (first: TableReference, joins: [Join]) {
    var first = self
    var joins: [Join] = []
    while case .join(let join) = first.kind, first.alias == nil, first.sample == nil {
      joins.append(join)
      first = join.left
    }
    return (first, joins.reversed())
  }
}

/// `AS name (columns)`.
package struct TableAlias: Sendable {
  package let name: Identifier
  /// Empty when the columns keep their names.
  package let columns: [Identifier]
}

/// Two tables side by side; a comma list is not a join but several references.
package struct Join: Sendable {
  package enum Kind: String, Sendable {
    case inner = "INNER"
    case left = "LEFT"
    case right = "RIGHT"
    case full = "FULL"
    case cross = "CROSS"
    case semi = "SEMI"
    case anti = "ANTI"
  }

  package enum Condition: Sendable {
    case on(Expression)
    case using([Identifier])
    case natural
    /// `CROSS JOIN` has no condition.
    case none
  }

  package let kind: Kind
  /// `ASOF`: the nearest earlier row instead of every equal one.
  package let isAsOf: Bool
  package let condition: Condition
  package let left: TableReference
  package let right: TableReference
  /// The words that join, such as `LEFT JOIN`.
  package let keywordRange: SourceRange
}

/// `PIVOT`: a column for each value that some columns have.
package struct Pivot: Sendable {
  /// What is spread over columns.
  package struct Column: Sendable {
    package let value: Expression
    /// The values that get a column, each with the column's name where one is given; nil for all
    /// that there are.
    package let values: [SelectItem]?
  }

  package let source: TableReference
  package let columns: [Column]
  /// What stands in the new columns; a count where there is none.
  package let aggregates: [SelectItem]
  /// The columns that rows are grouped by; nil for all that are not used otherwise.
  package let groupBy: [Expression]?
  package let range: SourceRange
}

/// `UNPIVOT`: a row for each of some columns.
package struct Unpivot: Sendable {
  package let source: TableReference
  /// The columns that become rows; the alias is what the column of names says of one.
  package let columns: [SelectItem]
  /// The column that holds the names.
  package let name: Identifier
  /// The column that holds the values.
  package let value: Identifier
  /// Whether a NULL becomes a row as well.
  package let includesNulls: Bool
  package let range: SourceRange
}
