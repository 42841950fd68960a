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
  /// The result goes to a file.
  case copyTo(Plan, path: String, CopyOptions)
  /// The rows of files are inserted; they stand in for the empty ones of the insert.
  case copyFrom(FileRequest, BoundInsert)
  /// A row for each column of a table or a query.
  case describe(TableDefinition)
  /// A row for each column of a table, as `PRAGMA table_info` has it.
  case tableInfo(TableDefinition)
  case showTables
  case check(BoundCheck)
  case createView(Catalog.View)
  case renameView(String, to: String)
  case createMacro(Catalog.Macro)
  case createSequence(Catalog.Sequence)
  case createUnit(BoundUnit)
  /// A statement that drew numbers from sequences while it was bound.
  case advancing([Catalog.Sequence], BoundStatement)
  /// A unique index changes its table's keys.
  case createIndex(name: String?, BoundAlter)
  case alter(BoundAlter)
  case transaction(Transaction)
  case prepare(name: String, Statement)
  /// nil forgets all.
  case deallocate(name: String?)
  /// The statement of EXECUTE; what goes wrong in it is told at its name.
  case prepared(BoundStatement, name: Identifier)
  /// `changed` is the setting that is another now.
  case settings(Settings, changed: Setting)
  /// nil forgets the variable.
  case setVariable(name: String, BoundVariable?)
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
  /// The sequences that the columns at further positions draw from, a number a row.
  package let sequences: [Int: String]
  package let checks: BoundChecks
  package let conflict: BoundConflict?
  package let returning: BoundReturning?
  /// The table's name in the statement, for errors that have no better place.
  package let range: SourceRange
}

extension BoundInsert {
  /// The same insert of other rows, which have the same columns.
  package func reading(_ relation: Relation) -> BoundInsert {
    BoundInsert(
      table: table,
      rows: Plan(
        .scan(relation, name: table, columns: Array(relation.fields.indices)),
        fields: relation.fields),
      columns: columns, defaults: defaults, sequences: sequences, checks: checks,
      conflict: conflict,
      returning: returning, range: range)
  }
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

/// The rules of a table, or of all tables.
package struct BoundCheck: Sendable {
  package struct Rule: Sendable {
    package let table: String
    package let name: String
    /// The columns that it is about.
    package let column: String
    /// Yields the number, from 1, of each row that breaks the rule, its value, and what is wrong.
    package let violations: Plan
  }

  package let rules: [Rule]
  /// Whether the tables are told apart in the answer.
  package let namesTables: Bool
  /// The rows of the tables that have rules.
  package let rowCount: Int
  package let notes: [String]
}

/// What a variable is set to.
package enum BoundVariable: Sendable {
  case constant(SessionState.Constant)
  /// One column, of which there must be one row or none.
  case query(Plan)
}

/// A table with another definition.
package struct BoundAlter: Sendable {
  /// What becomes of its rows.
  package enum Rows: Sendable {
    case same
    /// They get one more column, of this value.
    case added(BoundExpression)
    /// They lose the column at this position.
    case dropped(Int)
    /// The column at this position is cast to its new type, from an expression over the row where
    /// one is given.
    case converted(Int, BoundExpression?)
  }

  package let table: String
  /// The new name.
  package let name: String
  /// The new definition, which every row must fulfil.
  package let checks: BoundChecks
  package let rows: Rows
  package let notes: [String]
  package let range: SourceRange
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
