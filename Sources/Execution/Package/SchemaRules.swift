import Columns
import Language
import Loading
import Planning

/// The rules of a schema, as rules of the table that its resource became.
struct SchemaRules {
  private let sql: SchemaSQL
  private let table: String
  private var schema: TableSchema { sql.schema }

  /// - Parameters:
  ///   - columns: those of the table.
  ///   - table: its name.
  init(_ schema: TableSchema, columns: [Field], table: String) {
    sql = SchemaSQL(schema: schema, columns: columns)
    self.table = table
  }

  /// All rules, those of fields first, in the order of the schema.
  func all() throws -> [DeclaredRule] {
    var rules: [DeclaredRule] = []
    for field in schema.fields {
      if let position = sql.position(of: field.name) {
        rules += try self.rules(of: field, position)
      } else if !schema.allowsAbsentFields {
        rules.append(DeclaredRule("field", .absent(column: field.name), columns: []))
      }
    }
    return rules + keys() + references()
  }

  // MARK: Fields

  private func rules(
    of field: TableSchema.Field, _ position: Int
  ) throws -> [DeclaredRule] {
    var rules: [DeclaredRule] = []
    let value = sql.value(of: field, position)
    if !sql.isTyped(field, position) && field.reading != .text {
      rules.append(
        try condition(
          "type", "\(SQLText.quoted(sql.columns[position].name)) IS NULL OR \(value) IS NOT NULL",
          position, "is no \(field.type.rawValue)"))
    }
    for constraint in field.constraints {
      if let rule = try rule(constraint, of: field, position, value) { rules.append(rule) }
    }
    return rules
  }

  private func rule(
    _ constraint: FieldConstraint, of field: TableSchema.Field, _ position: Int, _ value: String
  ) throws -> DeclaredRule? {
    let text = "CAST(\(sql.plain(position)) AS VARCHAR)"
    func bound(
      _ name: String, _ comparison: String, _ limit: String, _ wrong: String
    ) throws -> DeclaredRule {
      try condition(
        name, "\(value) \(comparison) \(sql.literal(limit, of: field, position))", position,
        "is \(wrong) \(limit)")
    }
    switch constraint {
    case .required: return DeclaredRule("required", .notNull, columns: [position])
    case .unique: return DeclaredRule("unique", .unique, columns: [position])
    case .minimum(let limit): return try bound("minimum", ">=", limit, "less than")
    case .maximum(let limit): return try bound("maximum", "<=", limit, "more than")
    case .exclusiveMinimum(let limit):
      return try bound("exclusiveMinimum", ">", limit, "not more than")
    case .exclusiveMaximum(let limit):
      return try bound("exclusiveMaximum", "<", limit, "not less than")
    case .minLength(let count):
      return try condition(
        "minLength", "length(\(text)) >= \(count)", position, "is shorter than \(count)")
    case .maxLength(let count):
      return try condition(
        "maxLength", "length(\(text)) <= \(count)", position, "is longer than \(count)")
    case .pattern(let pattern):
      return try condition(
        "pattern", "regexp_full_match(\(text), \(SQLText.literal(pattern)))", position,
        "does not match \(pattern)")
    case .enum(let values):
      let isText = [.string, .any].contains(field.type) || field.reading == .text
      let list =
        isText
        ? SchemaSQL.list(values)
        : values.map { sql.literal($0, of: field, position) }.joined(separator: ", ")
      return try condition(
        "enum", list.isEmpty ? "FALSE" : "\(isText ? text : value) IN (\(list))", position,
        "is none of \(Self.shown(values))")
    }
  }

  private func condition(
    _ name: String, _ text: String, _ position: Int, _ message: String
  ) throws -> DeclaredRule {
    DeclaredRule(
      name, .condition(try Parser.expression(Source(text))), columns: [position],
      message: message)
  }

  /// The first values of a list.
  private static func shown(_ values: [String]) -> String {
    let most = 6
    let first = values.prefix(most).joined(separator: ", ")
    return values.count > most ? "\(first) and \(values.count - most) more" : first
  }

  // MARK: Keys

  /// The positions of fields; nil where one is no column.
  private func positions(of names: [String]) -> [Int]? {
    let found = names.compactMap(sql.position)
    return found.count == names.count ? found : nil
  }

  private func keys() -> [DeclaredRule] {
    var rules: [DeclaredRule] = []
    if !schema.primaryKey.isEmpty, let key = positions(of: schema.primaryKey) {
      rules += key.map { DeclaredRule("primary key", .notNull, columns: [$0]) }
      rules.append(DeclaredRule("primary key", .unique, columns: key))
    }
    for names in schema.uniqueKeys {
      guard let key = positions(of: names) else { continue }
      rules.append(DeclaredRule("unique key", .unique, columns: key))
    }
    return rules
  }

  private func references() -> [DeclaredRule] {
    schema.foreignKeys.compactMap { key in
      positions(of: key.fields).map {
        .reference(to: key.resource ?? table, key.referenced, from: $0)
      }
    }
  }
}
