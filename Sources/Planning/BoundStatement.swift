import Columns
import Language

/// A statement ready to run.
package indirect enum BoundStatement: Sendable {
  case query(Plan)
  case createTable(BoundCreateTable)
  case drop(BoundDrop)
  case insert(BoundInsert)
  case update(BoundUpdate)
  case delete(BoundDelete)
  case truncate(table: String)
  /// The columns that a query yields.
  case describe(Plan)
  case showTables
  case explain(Plan, analyze: Bool)
  /// Nothing to be done, and why.
  case nothing(message: String)
}

package struct BoundCreateTable: Sendable {
  package let name: String
  package let definition: TableDefinition
  /// Its first rows; nil for none.
  package let rows: Plan?
  /// What the reader must know of what was accepted but is not done.
  package let notes: [String]
}

package struct BoundDrop: Sendable {
  package let object: Drop.Object
  /// All of them are there, and each stands once.
  package let names: [String]
}

/// Rows for a table, and what they must fulfil.
package struct BoundInsert: Sendable {
  package let table: String
  /// One column for each of `columns`.
  package let rows: Plan
  /// The positions in the table of the columns of `rows`.
  package let columns: [Int]
  /// What stands in the other columns.
  package let defaults: [Int: BoundExpression]
  package let checks: BoundChecks
  package let conflict: BoundConflict?
  package let returning: BoundReturning?
  /// The table's name in the statement, for errors that have no better place.
  package let range: SourceRange
}

/// What becomes of new rows whose keys are there already.
package enum BoundConflict: Sendable {
  /// They are left out, if they agree with a row in one of these keys.
  case ignore(keys: [Int])
  /// The row that is there changes.
  case update(key: Int, BoundConflictUpdate)
}

/// How rows change that new rows conflict with.
package struct BoundConflictUpdate: Sendable {
  /// Yields the number of each row to change and its new values, as in ``BoundUpdate``.
  package let changes: Plan
  package let columns: [Int]
  /// Stands in `changes` for the rows that are there, with their numbers behind them.
  package let existing: Relation
  /// Stands in `changes` for the new rows, with the numbers behind them of the rows that they
  /// conflict with.
  package let excluded: Relation
}

/// Other values for rows of a table.
package struct BoundUpdate: Sendable {
  package let table: String
  /// Yields the number of each row to change, then its new value for each of `columns`.
  package let changes: Plan
  package let columns: [Int]
  package let checks: BoundChecks
  package let returning: BoundReturning?
  package let range: SourceRange
}

package struct BoundDelete: Sendable {
  package let table: String
  /// Yields the number of each row to delete.
  package let rows: Plan
  package let returning: BoundReturning?
}

/// The query of a RETURNING.
package struct BoundReturning: Sendable {
  package let plan: Plan
  /// Stands in `plan` for the rows that the statement made, changed or deleted.
  package let rows: Relation
}

/// The conditions of a table, over its columns.
package struct BoundChecks: Sendable {
  package let definition: TableDefinition
  /// In the order of the definition.
  package let conditions: [BoundExpression]
}
