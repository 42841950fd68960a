import Columns
import Language

/// A statement ready to run.
package indirect enum BoundStatement: Sendable {
  case query(Plan)
  case createTable(BoundCreateTable)
  case drop(BoundDrop)
  case insert(BoundInsert)
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
  /// The table's name in the statement, for errors that have no better place.
  package let range: SourceRange
}

/// The conditions of a table, over its columns.
package struct BoundChecks: Sendable {
  package let definition: TableDefinition
  /// In the order of the definition.
  package let conditions: [BoundExpression]
}
