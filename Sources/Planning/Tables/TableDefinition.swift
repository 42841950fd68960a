import Columns
import Language

/// What a table demands of its rows.
package struct TableDefinition: Sendable {
  package struct Column: Sendable {
    package var name: String
    package var type: DataType
    /// The type as it was declared, which may admit less than `type`; nil where a query made the
    /// column.
    package var declaredType: TypeName?
    package var isNotNull = false
    /// What stands where INSERT gives no value; NULL without one.
    package var `default`: Expression?

    /// The whole numbers that the declared type admits; nil where it admits all of `type`.
    package var bounds: ClosedRange<Int128>? { declaredType.flatMap { TypeNames.bounds(of: $0) } }

    /// The microseconds to which the declared type rounds a TIMESTAMP; nil where it does not.
    package var timestampUnit: Int? {
      declaredType.flatMap { TypeNames.timestampUnit(of: $0) }
    }

    /// The type as a statement would declare it.
    package var typeText: String {
      switch bounds?.upperBound {
      case nil: type.description
      case Int128(Int32.max)?: "INTEGER"
      case Int128(Int16.max)?: "SMALLINT"
      case Int128(Int8.max)?: "TINYINT"
      default: declaredType?.sql ?? type.description
      }
    }
  }

  /// A condition that no row may fail; NULL does not fail it.
  package struct Check: Sendable {
    package let name: String?
    package var condition: Expression
  }

  /// Columns in which no two rows agree, where none of them is NULL.
  package struct Key: Sendable {
    package let name: String?
    package var columns: [Int]
    package let isPrimary: Bool
  }

  package var columns: [Column]
  package var checks: [Check] = []
  package var keys: [Key] = []
  /// What rows are said to fulfil, and may break all the same.
  package var declared: [DeclaredRule] = []

  package init(columns: [Column]) { self.columns = columns }

  /// The columns of a query's result, which demand nothing but their types.
  package init(fields: [Field]) {
    columns = fields.map { Column(name: $0.name, type: $0.type) }
  }

  package var fields: [Field] { columns.map { Field(name: $0.name, type: $0.type) } }

  /// The position of the column called `name`; case does not count.
  package func position(of name: String) -> Int? {
    let folded = name.lowercased()
    return columns.firstIndex { $0.name.lowercased() == folded }
  }

  /// The names of a key's columns.
  package func names(of key: Key) -> [String] { key.columns.map { columns[$0].name } }
}
