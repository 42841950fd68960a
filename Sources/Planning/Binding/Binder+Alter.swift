import Columns
import Language

extension Binder {
  /// ALTER TABLE and ALTER VIEW.
  func bind(_ alter: Alter) throws -> BoundStatement {
    let plain = try unqualified(alter.name)
    if alter.isIfExists && objectKind(named: plain) == nil {
      return .nothing(message: "there is no table \(plain); nothing was changed")
    }
    if alter.isView || (catalog.view(named: plain) != nil && alter.action.isRename) {
      guard let view = catalog.view(named: plain) else {
        throw TableProblem.unknown(
          kind: "view", name: plain, known: catalog.views.map(\.name)
        ).diagnostic(at: alter.name.range)
      }
      guard case .rename(let name) = alter.action else {
        throw TableProblem.wrongKind(name: plain, is: "view", wanted: "table")
          .diagnostic(at: alter.name.range)
      }
      try checkFree(name)
      return .renameView(view.name, to: name.name)
    }
    let table = try existingTable(alter.name)
    var definition = table.definition
    var notes: [String] = []
    var rows = BoundAlter.Rows.same
    var name = table.name
    switch alter.action {
    case .rename(let new):
      if new.folded != table.name.lowercased() { try checkFree(new) }
      name = new.name
    case .addColumn(let column, let isIfNotExists):
      if isIfNotExists && definition.position(of: column.name.name) != nil {
        return .nothing(message: "column \(column.name.name) is there already; nothing was changed")
      }
      try add(column, to: &definition, table: table.name, &notes)
      if let added = definition.columns.last {
        if sequence(ofDefault: added.default) != nil && table.relation.rowCount > 0 {
          throw TableProblem.sequenceOverRows.diagnostic(at: column.range)
        }
        rows = .added(try defaultValue(of: added, at: column.range, table: table.name))
      }
    case .addConstraint(let constraint):
      try add(constraint, to: &definition, table: table.name, &notes)
    case .dropColumn(let column, let isIfExists):
      if isIfExists && definition.position(of: column.name) == nil {
        return .nothing(message: "there is no column \(column.name); nothing was changed")
      }
      let position = try position(of: column, in: definition, table: table.name)
      try drop(position, from: &definition, at: column.range)
      rows = .dropped(position)
    case .renameColumn(let column, let new):
      let position = try position(of: column, in: definition, table: table.name)
      if let other = definition.position(of: new.name), other != position {
        throw TableProblem.duplicateColumn(new.name, table: table.name).diagnostic(at: new.range)
      }
      definition.rename(position, to: new.name)
    case .setType(let column, let type, let value):
      let position = try position(of: column, in: definition, table: table.name)
      definition.columns[position].type = try resolve(type)
      definition.columns[position].declaredType = type
      var context = ExpressionContext(
        scope: Scope(table: table.name, fields: table.definition.fields), clause: "USING")
      rows = .converted(position, try value.map { try bind($0, &context) })
      if definition.columns[position].default != nil {
        _ = try defaultValue(
          of: definition.columns[position], at: column.range, table: table.name)
      }
    case .setDefault(let column, let value):
      let position = try position(of: column, in: definition, table: table.name)
      definition.columns[position].default = value
      if let value {
        _ = try defaultValue(of: definition.columns[position], at: value.range, table: table.name)
      }
    case .setNotNull(let column, let isSet):
      let position = try position(of: column, in: definition, table: table.name)
      if !isSet, definition.keys.contains(where: { $0.isPrimary && $0.columns.contains(position) })
      {
        throw TableProblem.primaryNull(column.name, table: table.name)
          .diagnostic(at: column.range)
      }
      definition.columns[position].isNotNull = isSet
    }
    return .alter(
      BoundAlter(
        table: table.name, name: name,
        checks: try checks(of: definition, table: name, at: alter.actionRange), rows: rows,
        notes: notes, range: alter.actionRange))
  }

  private func checkFree(_ name: Identifier) throws {
    if let kind = objectKind(named: name.name) {
      throw TableProblem.exists(kind: kind, name: name.name).diagnostic(at: name.range)
    }
  }

  /// Takes a column out of a definition that does not need it.
  private func drop(
    _ position: Int, from definition: inout TableDefinition, at range: SourceRange
  ) throws {
    let name = definition.columns[position].name
    func refused(_ reason: String) -> Diagnostic {
      TableProblem.cannotDropColumn(name, reason: reason).diagnostic(at: range)
    }
    if definition.columns.count == 1 { throw refused("a table has at least one column") }
    if let key = definition.keys.first(where: { $0.columns.contains(position) }) {
      throw refused(key.isPrimary ? "the primary key needs it" : "a unique key needs it")
    }
    // A condition on this column alone goes with it.
    let columns = definition
    definition.checks.removeAll { $0.columns(of: columns) == [position] }
    if let check = definition.checks.first(where: {
      $0.columns(of: definition).contains(position)
    }) {
      throw refused("CHECK \(check.condition.sql) needs it")
    }
    definition.columns.remove(at: position)
    definition.declared = definition.declared.compactMap { $0.dropping(position) }
    for key in definition.keys.indices {
      definition.keys[key].columns = definition.keys[key].columns.map {
        $0 > position ? $0 - 1 : $0
      }
    }
  }
}

extension Alter.Action {
  fileprivate var isRename: Bool { if case .rename = self { true } else { false } }
}

extension TableDefinition.Check {
  /// The positions of the columns that the condition names.
  func columns(of definition: TableDefinition) -> Set<Int> {
    var found: Set<Int> = []
    let search = SyntaxRewriter { expression in
      if case .column(let name) = expression.kind, let last = name.parts.last,
        let position = definition.position(of: last.name)
      {
        found.insert(position)
      }
      return nil
    }
    _ = search.rewrite(condition)
    return found
  }
}

extension TableDefinition {
  /// Gives a column another name, in its conditions too.
  fileprivate mutating func rename(_ position: Int, to name: String) {
    let old = columns[position].name.lowercased()
    let rewriter = SyntaxRewriter { expression in
      guard case .column(let column) = expression.kind, column.parts.last?.folded == old else {
        return nil
      }
      let parts = column.qualifiers + [Identifier(name, range: column.range)]
      return Expression(.column(QualifiedName(Array(parts), range: column.range)), expression.range)
    }
    for check in checks.indices {
      checks[check].condition = rewriter.rewrite(checks[check].condition)
    }
    declared = declared.map { $0.rewritten(by: rewriter) }
    columns[position].name = name
  }
}
