import Columns
import Language

extension Binder {
  /// CREATE TABLE, from columns or from a query.
  func bind(_ create: CreateTable) throws -> BoundStatement {
    let name = try unqualified(create.name)
    let existing = objectKind(named: name)
    if existing != nil && create.isIfNotExists && !create.isReplacing {
      return .nothing(message: "table \(name) is there already; nothing was changed")
    }
    if let existing, !(create.isReplacing && existing == "table") {
      throw TableProblem.exists(kind: existing, name: name).diagnostic(at: create.name.range)
    }
    var notes: [String] = []
    let definition: TableDefinition
    var rows: Plan?
    switch create.definition {
    case .query(let query, let columns, let hasData):
      var plan = try bind(query)
      if !columns.isEmpty {
        guard columns.count <= plan.fields.count else {
          throw BindingProblem.tooManyNames(
            columns.count, count: plan.fields.count, clause: "CREATE TABLE"
          ).diagnostic(at: create.name.range)
        }
        plan = plan.renamed(columns.map(\.name))
      }
      plan = plan.renamed(Self.distinctNames(plan.fields.map(\.name)))
      definition = TableDefinition(fields: plan.fields)
      rows = hasData ? plan : nil
    case .columns(let columns, let constraints):
      definition = try self.definition(columns, constraints, table: name, &notes)
    }
    return .createTable(
      BoundCreateTable(name: name, definition: definition, rows: rows, notes: notes))
  }

  /// Names of which the second and further of one kind have a number behind them: `a`, `a_1`.
  static func distinctNames(_ names: [String]) -> [String] {
    var taken = Set(names.map { $0.lowercased() })
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name.lowercased()).inserted { return name }
      var number = 1
      while !taken.insert("\(name)_\(number)".lowercased()).inserted { number += 1 }
      seen.insert("\(name)_\(number)".lowercased())
      return "\(name)_\(number)"
    }
  }

  // MARK: Columns and constraints

  private func definition(
    _ columns: [ColumnDefinition], _ constraints: [TableConstraint], table: String,
    _ notes: inout [String]
  ) throws -> TableDefinition {
    var definition = TableDefinition(columns: [])
    for column in columns { try add(column, to: &definition, table: table, &notes) }
    for constraint in constraints { try add(constraint, to: &definition, table: table, &notes) }
    for (index, check) in definition.checks.enumerated() {
      _ = try bind(check, of: definition, table: table, at: check.condition.range)
      definition.checks[index] = check
    }
    return definition
  }

  /// Adds a column with its constraints; its checks are not yet bound.
  func add(
    _ column: ColumnDefinition, to definition: inout TableDefinition, table: String,
    _ notes: inout [String]
  ) throws {
    if definition.position(of: column.name.name) != nil {
      throw TableProblem.duplicateColumn(column.name.name, table: table)
        .diagnostic(at: column.name.range)
    }
    var made = TableDefinition.Column(
      name: column.name.name, type: try resolve(column.type), declaredType: column.type)
    let position = definition.columns.count
    for constraint in column.constraints {
      switch constraint {
      case .null: break
      case .notNull: made.isNotNull = true
      case .default(let value):
        made.default = value
        // What it draws from a sequence now, it gives back.
        let drawn = sequences
        defer { sequences = drawn }
        _ = try defaultValue(of: made, at: value.range, table: table)
      case .primaryKey:
        made.isNotNull = true
        try addKey([position], isPrimary: true, named: nil, to: &definition, table, column.range)
      case .unique:
        try addKey([position], isPrimary: false, named: nil, to: &definition, table, column.range)
      case .check(let condition):
        definition.checks.append(TableDefinition.Check(name: nil, condition: condition))
      case .references(let other, let referenced):
        definition.declared.append(
          .reference(to: try unqualified(other), referenced.map(\.name), from: [position]))
        notes.append(Self.referenceNote(other, table))
      }
    }
    definition.columns.append(made)
  }

  /// Adds a constraint on a whole table; a check is not yet bound.
  func add(
    _ constraint: TableConstraint, to definition: inout TableDefinition, table: String,
    _ notes: inout [String]
  ) throws {
    switch constraint.kind {
    case .primaryKey(let names):
      let positions = try positions(of: names, in: definition, table: table)
      for position in positions { definition.columns[position].isNotNull = true }
      try addKey(
        positions, isPrimary: true, named: constraint.name?.name, to: &definition, table,
        constraint.range)
    case .unique(let names):
      try addKey(
        try positions(of: names, in: definition, table: table), isPrimary: false,
        named: constraint.name?.name, to: &definition, table, constraint.range)
    case .check(let condition):
      definition.checks.append(
        TableDefinition.Check(name: constraint.name?.name, condition: condition))
    case .foreignKey(let names, let other, let referenced):
      let positions = try positions(of: names, in: definition, table: table)
      definition.declared.append(
        .reference(to: try unqualified(other), referenced.map(\.name), from: positions))
      notes.append(Self.referenceNote(other, table))
    }
  }

  private static func referenceNote(_ other: QualifiedName, _ table: String) -> String {
    "REFERENCES \(other.sql) is not enforced: CHECK \(SQLText.name(table)) lists rows without a match"
  }

  private func addKey(
    _ columns: [Int], isPrimary: Bool, named name: String?,
    to definition: inout TableDefinition, _ table: String, _ range: SourceRange
  ) throws {
    if isPrimary, definition.keys.contains(where: \.isPrimary) {
      throw TableProblem.secondPrimaryKey(table: table).diagnostic(at: range)
    }
    definition.keys.append(
      TableDefinition.Key(name: name, columns: columns, isPrimary: isPrimary))
  }

  /// The positions of the columns named, each of which stands once.
  func positions(
    of names: [Identifier], in definition: TableDefinition, table: String
  ) throws -> [Int] {
    var result: [Int] = []
    for name in names {
      let position = try self.position(of: name, in: definition, table: table)
      if result.contains(position) {
        throw TableProblem.columnTwice(name.name).diagnostic(at: name.range)
      }
      result.append(position)
    }
    return result
  }

  /// The position of the column called `name`.
  func position(
    of name: Identifier, in definition: TableDefinition, table: String
  ) throws -> Int {
    guard let position = definition.position(of: name.name) else {
      throw BindingProblem.unknownColumn(
        name.name, table: table, known: definition.columns.map(\.name)
      ).diagnostic(at: name.range)
    }
    return position
  }

  // MARK: Conditions and defaults

  /// The conditions of a table over its columns, at a place of the statement that needs them.
  func checks(of definition: TableDefinition, table: String, at range: SourceRange) throws
    -> BoundChecks
  {
    BoundChecks(
      definition: definition,
      conditions: try definition.checks.map {
        try bind($0, of: definition, table: table, at: range)
      })
  }

  func bind(
    _ check: TableDefinition.Check, of definition: TableDefinition, table: String,
    at range: SourceRange
  ) throws -> BoundExpression {
    var context = ExpressionContext(
      scope: Scope(table: table, fields: definition.fields), clause: "CHECK")
    let condition = SyntaxRewriter(movingTo: range).rewrite(check.condition)
    let bound = try bind(condition, &context)
    // As in SQLite, a number is a condition that zero fails.
    return bound.type.isNumeric
      ? try cast(bound, to: .boolean) : try boolean(bound, clause: "CHECK")
  }

  /// The default of a column, as a value of its type.
  func defaultValue(
    of column: TableDefinition.Column, at range: SourceRange, table: String
  ) throws -> BoundExpression {
    guard let written = column.default else {
      return BoundExpression(.constant(.null), type: column.type, range: range)
    }
    var context = ExpressionContext(scope: Scope(), clause: "DEFAULT")
    let value = SyntaxRewriter(movingTo: range).rewrite(written)
    let drawn = sequences
    let bound = try bind(value, &context)
    if let name = sequence(drawnSince: drawn), sequence(ofDefault: written) == nil {
      // It would be drawn once for all rows.
      throw TableProblem.sequence(name, reason: "must stand alone in a DEFAULT: nextval('\(name)')")
        .diagnostic(at: range)
    }
    return try assigned(bound, to: column, table: table)
  }

  /// `value` as a value of the column's type.
  ///
  /// - Throws: a ``Diagnostic`` that names the column, where a constant is none.
  func assigned(
    _ value: BoundExpression, to column: TableDefinition.Column, table: String, row: Int? = nil
  ) throws -> BoundExpression {
    func problem(_ error: ValueError) -> Diagnostic {
      TableProblem.assignment(
        column: column.name, table: table, type: column.typeText, row: row, error
      ).diagnostic(at: value.range)
    }
    var result = value
    if value.type != column.type {
      if let constant = value.constant {
        do {
          let converted = try CastKernels.cast(
            Vector(constant: constant, type: value.type, count: 1), to: column.type)
          result = BoundExpression(
            .constant(converted.value(0)), type: column.type, range: value.range)
        } catch let error as ValueError {
          throw problem(error)
        }
      } else {
        result = try cast(value, to: column.type)
      }
    }
    guard let type = column.declaredType else { return result }
    guard let bounds = column.bounds else { return refined(result, type, isTry: false) }
    if case .integer(let number)? = result.constant {
      guard bounds.contains(number) else {
        throw problem(.outOfRange(value: "\(number)", typeName: type.name))
      }
      return result
    }
    return refined(result, type, isTry: false)
  }
}

extension ValueError {
  /// A number that the narrower type called `typeName` does not admit.
  fileprivate static func outOfRange(value: String, typeName: String) -> ValueError {
    .badArgument("\(value) does not fit \(typeName)")
  }
}
