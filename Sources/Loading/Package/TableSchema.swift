/// What a package says of the columns of a table: their types, and what its rows must fulfil.
///
/// Table Schema of the Data Package standard, versions 1 and 2 (datapackage.org).
package struct TableSchema: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package let name: String
    package let type: FieldType
    package let reading: FieldReading
    /// In the order of the standard.
    package let constraints: [FieldConstraint]

    package init(
      name: String, type: FieldType, reading: FieldReading, constraints: [FieldConstraint]
    ) {
      self.name = name
      self.type = type
      self.reading = reading
      self.constraints = constraints
    }
  }

  /// Columns whose values stand in columns of a table.
  package struct ForeignKey: Hashable, Sendable {
    package let fields: [String]
    /// The name of the resource; nil for that of the schema itself.
    package let resource: String?
    package let referenced: [String]
  }

  package var fields: [Field]
  /// Empty where there is none.
  package var primaryKey: [String] = []
  package var uniqueKeys: [[String]] = []
  package var foreignKeys: [ForeignKey] = []
  /// Whether the table may lack some of the fields.
  package var allowsAbsentFields = false
}

/// The types of fields that the standard knows.
package enum FieldType: String, CaseIterable, Hashable, Sendable {
  case any
  case array
  case boolean
  case date
  case datetime
  case duration
  case geojson
  case geopoint
  case integer
  case list
  case number
  case object
  case string
  case time
  case year
  case yearmonth
}

/// How the values of a field are got from the cells of its column.
package enum FieldReading: Hashable, Sendable {
  /// They are what the load makes of the cells.
  case loaded
  /// They are text, whatever their type: something that is not supported decides what they mean.
  case text
  /// The cells are loaded as text, of which these are true and those false.
  case booleans(true: [String], false: [String])
  /// The cells are loaded as text and written as a format of `strptime` says; nil: as ISO 8601 has
  /// it.
  case written(format: String?)
}

/// What every value of a field must fulfil. Values are as they are written.
package enum FieldConstraint: Hashable, Sendable {
  case required
  case unique
  case minimum(String)
  case maximum(String)
  case exclusiveMinimum(String)
  case exclusiveMaximum(String)
  case minLength(Int)
  case maxLength(Int)
  /// A regular expression that matches whole values.
  case pattern(String)
  case `enum`([String])
}
