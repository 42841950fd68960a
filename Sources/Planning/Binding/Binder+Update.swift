import Columns
import Language

// UPDATE and DELETE are bound as queries: `SELECT row number, new values FROM t, others WHERE …`.
// The table stands in them under a name of the binder's own, so that a subquery which names it
// reads the rows as they are, without their numbers.

extension Binder {
  /// The column of row numbers; no statement can name it.
  private static let rowNumber = "\u{1}row"
  private static let target = "\u{1}target"
  private static let excluded = "\u{1}excluded"
  private static let changed = "\u{1}changed"

  /// UPDATE, whose rows are checked when it runs.
  func bind(_ update: Update) throws -> BoundStatement {
    let table = try existingTable(update.table)
    let alias = update.alias?.name ?? table.name
    let columns = try positions(
      of: update.assignments.map(\.column), in: table.definition, table: table.name)
    let values = try zip(update.assignments, columns).map {
      try value(of: $0, for: table.definition.columns[$1], in: "UPDATE")
    }
    let query = numbered(
      table, as: alias, values, from: update.from, where: update.where, at: update.table.range)
    return .update(
      BoundUpdate(
        table: table.name, changes: try bind(query), columns: columns,
        checks: try checks(of: table.definition, table: table.name, at: update.table.range),
        returning: try returning(update.returning, from: table, as: update.alias),
        range: update.table.range))
  }

  /// DELETE.
  func bind(_ delete: Delete) throws -> BoundStatement {
    let table = try existingTable(delete.table)
    let query = numbered(
      table, as: delete.alias?.name ?? table.name, [], from: delete.using, where: delete.where,
      at: delete.table.range)
    return .delete(
      BoundDelete(
        table: table.name, rows: try bind(query),
        returning: try returning(delete.returning, from: table, as: delete.alias)))
  }

  /// `SELECT row number, values FROM table, others WHERE condition`.
  private func numbered(
    _ table: Catalog.Table, as alias: String, _ values: [Expression],
    from others: [TableReference], where condition: Expression?, at range: SourceRange
  ) -> Query {
    let rows = RowNumbers.adding(to: table.relation, named: Self.rowNumber)
    hiddenTables[Self.target] = Self.scan(rows, name: table.name)
    let number = Expression(column: Self.rowNumber, of: alias, range: range)
    return Query(
      selecting: ([number] + values).map { SelectItem($0) },
      from: [TableReference(table: Self.target, alias: alias, range: range)] + others,
      where: condition, range: range)
  }

  /// What an assignment sets its column to.
  private func value(
    of assignment: Update.Assignment, for column: TableDefinition.Column, in clause: String
  ) throws -> Expression {
    if case .defaultValue = assignment.value.kind {
      let moving = SyntaxRewriter(movingTo: assignment.value.range)
      return column.default.map { moving.rewrite($0) }
        ?? Expression(.literal(.null), assignment.value.range)
    }
    // The query of the new values must not become one of groups.
    var misplaced: (call: FunctionCall, range: SourceRange)?
    let search = SyntaxRewriter { expression in
      switch expression.kind {
      case .subquery, .exists, .inQuery: return expression
      case .call(let call) where call.over == nil:
        if AggregateFunction.named(call.name.folded) != nil {
          misplaced = misplaced ?? (call, expression.range)
        }
        return nil
      default: return nil
      }
    }
    _ = search.rewrite(assignment.value)
    if let misplaced {
      throw BindingProblem.aggregateNotAllowed(misplaced.call.name.name, clause: clause)
        .diagnostic(at: misplaced.range)
    }
    return assignment.value
  }

  // MARK: RETURNING

  /// The query of a RETURNING over rows of `table`; nil without one.
  func returning(
    _ items: [SelectItem], from table: Catalog.Table, as alias: Identifier?
  ) throws -> BoundReturning? {
    guard let first = items.first, let last = items.last else { return nil }
    let rows = Relation(fields: table.definition.fields, chunks: [])
    hiddenTables[Self.changed] = Self.scan(rows, name: table.name)
    let range = first.range.union(last.range)
    let query = Query(
      selecting: items,
      from: [
        TableReference(
          table: Self.changed, alias: alias?.name ?? table.name, range: range)
      ], range: range)
    return BoundReturning(plan: try bind(query), rows: rows)
  }

  // MARK: ON CONFLICT

  /// - Parameter listed: the positions of the columns that INSERT lists; empty where it lists none.
  func bind(
    _ conflict: Insert.Conflict, of insert: Insert, into table: Catalog.Table, listed: [Int]
  ) throws -> BoundConflict {
    let definition = table.definition
    switch conflict {
    case .ignore(let target):
      if target.isEmpty { return .ignore(keys: Array(definition.keys.indices)) }
      return .ignore(keys: [try key(target, of: table, at: insert.table.range)])
    case .replace:
      let key = try key([], of: table, at: insert.table.range)
      let given = listed.isEmpty ? Array(definition.columns.indices) : listed
      let columns = given.filter { !definition.keys[key].columns.contains($0) }
      let values = columns.map {
        Expression(
          column: definition.columns[$0].name, of: "excluded", range: insert.table.range)
      }
      return .update(
        key: key, try changes(of: table, insert, columns: columns, values, where: nil))
    case .update(let target, let assignments, let condition):
      let key = try key(target, of: table, at: insert.table.range)
      let columns = try positions(
        of: assignments.map(\.column), in: definition, table: table.name)
      let values = try zip(assignments, columns).map {
        try value(of: $0, for: definition.columns[$1], in: "DO UPDATE")
      }
      return .update(
        key: key, try changes(of: table, insert, columns: columns, values, where: condition))
    }
  }

  /// The key of just the columns `target`; without any, the table's only key.
  private func key(
    _ target: [Identifier], of table: Catalog.Table, at range: SourceRange
  ) throws -> Int {
    let definition = table.definition
    let wanted = try positions(of: target, in: definition, table: table.name)
    let found = definition.keys.indices.filter { index in
      wanted.isEmpty || Set(definition.keys[index].columns) == Set(wanted)
    }
    if found.isEmpty {
      throw TableProblem.noKey(table: table.name, columns: target.map(\.name))
        .diagnostic(at: target.first?.range ?? range)
    }
    if found.count > 1 && wanted.isEmpty {
      throw TableProblem.severalKeys(
        table: table.name, keys: definition.keys.map { definition.names(of: $0) }
      ).diagnostic(at: range)
    }
    return found[0]
  }

  /// The query of the rows that change: each row that is there beside the new one in conflict with
  /// it.
  private func changes(
    of table: Catalog.Table, _ insert: Insert, columns: [Int], _ values: [Expression],
    where condition: Expression?
  ) throws -> BoundConflictUpdate {
    let range = insert.table.range
    let alias = insert.alias?.name ?? table.name
    let fields = table.definition.fields + [Field(name: Self.rowNumber, type: .bigint)]
    let existing = Relation(fields: fields, chunks: [])
    let new = Relation(fields: fields, chunks: [])
    hiddenTables[Self.target] = Self.scan(existing, name: table.name)
    hiddenTables[Self.excluded] = Self.scan(new, name: "excluded")
    // A bare name means the column of the row that is there.
    let qualify = SyntaxRewriter { expression in
      guard case .column(let name) = expression.kind, name.parts.count == 1,
        table.definition.position(of: name.parts[0].name) != nil
      else { return nil }
      return Expression(column: name.parts[0].name, of: alias, range: expression.range)
    }
    let number = Expression(column: Self.rowNumber, of: alias, range: range)
    let newNumber = Expression(column: Self.rowNumber, of: "excluded", range: range)
    let isSame = Expression(.binary(.equal, number, newNumber), range)
    let query = Query(
      selecting: ([number] + values.map { qualify.rewrite($0) }).map { SelectItem($0) },
      from: [
        TableReference(table: Self.target, alias: alias, range: range),
        TableReference(table: Self.excluded, alias: "excluded", range: range),
      ], where: condition.map { Expression(.and([isSame, qualify.rewrite($0)]), range) } ?? isSame,
      range: range)
    return BoundConflictUpdate(
      changes: try bind(query), columns: columns, existing: existing, excluded: new)
  }
}

extension Plan {
  /// The same plan in which other relations stand for those that it was bound with.
  package func replacing(_ relations: [(old: Relation, new: Relation)]) -> Plan {
    switch node {
    case .scan(let relation, let name, let columns):
      guard let known = relations.first(where: { $0.old === relation }) else { return self }
      return Plan(.scan(known.new, name: name, columns: columns), fields: fields)
    case .shared(let shared):
      return Plan(
        .shared(SharedPlan(name: shared.name, plan: shared.plan.replacing(relations))),
        fields: fields)
    default: return replacingInputs(inputs.map { $0.replacing(relations) })
    }
  }
}
