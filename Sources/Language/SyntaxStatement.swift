/// `CREATE [OR REPLACE] [TEMP] TABLE [IF NOT EXISTS] name …`.
package struct CreateTable: Sendable {
  package enum Definition: Sendable {
    /// `AS query`, with new column names or none.
    /// With no rows where `WITH NO DATA` stands behind it.
    case query(Query, columns: [Identifier], hasData: Bool)
    case columns([ColumnDefinition], [TableConstraint])
  }

  package let name: QualifiedName
  package let isReplacing: Bool
  package let isTemporary: Bool
  package let isIfNotExists: Bool
  package let definition: Definition
}

package struct ColumnDefinition: Sendable {
  package indirect enum Constraint: Sendable {
    case notNull
    case null
    case primaryKey
    case unique
    case `default`(Expression)
    case check(Expression)
    case references(QualifiedName, [Identifier])
  }

  package let name: Identifier
  package let type: TypeName
  package let constraints: [Constraint]
  package let range: SourceRange
}

package struct TableConstraint: Sendable {
  package indirect enum Kind: Sendable {
    case primaryKey([Identifier])
    case unique([Identifier])
    case check(Expression)
    case foreignKey([Identifier], references: QualifiedName, [Identifier])
  }

  package let name: Identifier?
  package let kind: Kind
  package let range: SourceRange
}

/// `CREATE [OR REPLACE] [TEMP] VIEW [IF NOT EXISTS] name [(columns)] AS query`.
package struct CreateView: Sendable {
  package let name: QualifiedName
  package let columns: [Identifier]
  package let isReplacing: Bool
  package let isTemporary: Bool
  package let isIfNotExists: Bool
  package let query: Query
}

package struct Drop: Sendable {
  package enum Object: String, Sendable {
    case table = "TABLE"
    case view = "VIEW"
    case macro = "MACRO"
    /// `DROP MACRO TABLE`: one that yields rows.
    case macroTable = "MACRO TABLE"
    case index = "INDEX"
    case schema = "SCHEMA"
    case sequence = "SEQUENCE"
    case unit = "UNIT"
  }

  package let object: Object
  package let isIfExists: Bool
  /// Never empty.
  package let names: [QualifiedName]
}

package struct Insert: Sendable {
  package enum Source: Sendable {
    case query(Query)
    case defaultValues
  }

  /// What becomes of a row whose key is there already; without a rule it is an error.
  package enum Conflict: Sendable {
    /// `OR IGNORE`, `ON CONFLICT [(columns)] DO NOTHING`.
    case ignore(target: [Identifier])
    /// `OR REPLACE`: the new row takes the old one's place.
    case replace
    /// `ON CONFLICT [(columns)] DO UPDATE SET …`, in which `excluded` is the new row.
    case update(target: [Identifier], [Update.Assignment], where: Expression?)
  }

  package let table: QualifiedName
  package let alias: Identifier?
  /// Empty when every column is meant, in the table's order.
  package let columns: [Identifier]
  /// `BY NAME`: columns are matched by name, not by place.
  package let isByName: Bool
  package let source: Source
  package let conflict: Conflict?
  package let returning: [SelectItem]
}

package struct Update: Sendable {
  package struct Assignment: Sendable {
    package let column: Identifier
    package let value: Expression
  }

  package let table: QualifiedName
  package let alias: Identifier?
  /// Never empty.
  package let assignments: [Assignment]
  package let from: [TableReference]
  package let `where`: Expression?
  package let returning: [SelectItem]
}

package struct Delete: Sendable {
  package let table: QualifiedName
  package let alias: Identifier?
  package let using: [TableReference]
  package let `where`: Expression?
  package let returning: [SelectItem]
}

/// `COPY … TO 'file'`, `COPY t FROM 'file'` or `COPY t FROM ['file', …]`.
package struct Copy: Sendable {
  package enum Direction: Sendable {
    case to(Query)
    case from(table: QualifiedName, columns: [Identifier])
  }

  /// `FORMAT csv`, `DELIMITER ';'`, `HEADER`.
  package struct Option: Sendable {
    package let name: Identifier
    /// nil when the name alone was written; a bare word stands as a column.
    package let value: Expression?
  }

  package let direction: Direction
  /// Never empty; one for `TO`.
  package let files: [String]
  package let fileRange: SourceRange
  package let options: [Option]
}

/// `SET [SESSION|GLOBAL|LOCAL] name = value` and `SET VARIABLE name = value`.
package struct SetVariable: Sendable {
  /// `SET VARIABLE`: a variable of the analyst's own, read by `getvariable`.
  package let isVariable: Bool
  package let name: Identifier
  /// A bare word, such as `SET format = csv`, stands as a column.
  package let value: Expression
}
