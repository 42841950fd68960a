/// `CREATE [OR REPLACE] MACRO [IF NOT EXISTS] name(parameters) AS …`.
package struct CreateMacro: Sendable {
  /// Which of its forms a call means is told by the number of its arguments.
  package struct Form: Sendable {
    package let parameters: [Parameter]
    package let body: Body
  }

  package struct Parameter: Sendable {
    package let name: Identifier
    /// Of a parameter that a call may leave out.
    package let `default`: Expression?
  }

  package enum Body: Sendable {
    /// Stands where an expression may.
    case expression(Expression)
    /// `AS TABLE query`: stands in FROM.
    case table(Query)
  }

  package let name: QualifiedName
  package let isReplacing: Bool
  package let isTemporary: Bool
  package let isIfNotExists: Bool
  /// Never empty.
  package let forms: [Form]
}

/// `CREATE [UNIQUE] INDEX [IF NOT EXISTS] [name] ON table (keys)`.
package struct CreateIndex: Sendable {
  package let isUnique: Bool
  package let isIfNotExists: Bool
  package let name: QualifiedName?
  package let table: QualifiedName
  /// Never empty.
  package let keys: [Expression]
}

package struct CreateSchema: Sendable {
  package let name: QualifiedName
  package let isReplacing: Bool
  package let isIfNotExists: Bool
}

/// `CREATE SEQUENCE name [START n] [INCREMENT n] [MINVALUE n] [MAXVALUE n] [CYCLE]`.
package struct CreateSequence: Sendable {
  package let name: QualifiedName
  package let isReplacing: Bool
  package let isTemporary: Bool
  package let isIfNotExists: Bool
  /// What was not written is nil.
  package let start: Expression?
  package let increment: Expression?
  package let minimum: Expression?
  package let maximum: Expression?
  package let isCycle: Bool
}

/// `CREATE [OR REPLACE] UNIT [IF NOT EXISTS] name = number unit`: `CREATE UNIT carton = 200 sticks`.
package struct CreateUnit: Sendable {
  package let name: Identifier
  package let isReplacing: Bool
  package let isIfNotExists: Bool
  /// The digits of the number.
  package let factor: String
  package let factorRange: SourceRange
  /// The unit of which the new one is so many.
  package let unit: String
  package let unitRange: SourceRange
}

/// `ALTER TABLE [IF EXISTS] name …` and `ALTER VIEW name RENAME TO …`.
package struct Alter: Sendable {
  package indirect enum Action: Sendable {
    case addColumn(ColumnDefinition, isIfNotExists: Bool)
    case addConstraint(TableConstraint)
    case dropColumn(Identifier, isIfExists: Bool)
    case renameColumn(Identifier, to: Identifier)
    case rename(to: Identifier)
    /// `USING expression` says how a new value is made of the row.
    case setType(Identifier, TypeName, using: Expression?)
    /// nil drops the default.
    case setDefault(Identifier, Expression?)
    case setNotNull(Identifier, Bool)
  }

  package let isView: Bool
  package let isIfExists: Bool
  package let name: QualifiedName
  package let action: Action
  package let actionRange: SourceRange
}

package enum Transaction: String, Sendable {
  case begin = "BEGIN"
  case commit = "COMMIT"
  case rollback = "ROLLBACK"
}

/// `EXECUTE name(values)`, in which a value may be named: `year := 2024`.
package struct Execute: Sendable {
  package let name: Identifier
  package let arguments: [FunctionCall.Argument]
}

/// `PRAGMA name`, `PRAGMA name = value`, `PRAGMA name(values)`.
package struct Pragma: Sendable {
  package let name: Identifier
  /// A bare word stands as a column.
  package let arguments: [Expression]
  /// Whether the value stands behind `=`.
  package let isAssignment: Bool
}
