import Columns
import Language

extension Binder {
  /// The plan of a query with everything around its SELECTs.
  func bind(_ query: Query) throws -> Plan {
    let outer = commonTables.count
    defer { commonTables.removeSubrange(outer...) }
    if let with = query.with { try bind(with) }
    if case .select(let core) = query.body {
      return try bind(
        core, orderBy: query.orderBy, limit: query.limit, top: query.top,
        suppression: query.suppression)
    }
    if let top = query.top { throw BindingProblem.topWithoutGroups.diagnostic(at: top.range) }
    if let suppression = query.suppression {
      throw BindingProblem.suppressWithoutGroups.diagnostic(at: suppression.range)
    }
    var plan = try bind(query.body)
    if let orderBy = query.orderBy {
      plan = Plan(
        .sort(plan, try outputTerms(orderBy, of: plan), limit: nil), fields: plan.fields)
    }
    return try limited(plan, query.limit)
  }

  func bind(_ body: QueryBody) throws -> Plan {
    switch body {
    case .select(let core): return try bind(core, orderBy: nil, limit: nil)
    case .nested(let query): return try bind(query)
    case .values(let values): return try bind(values)
    case .setOperation(let operation): return try bind(operation)
    }
  }

  private func bind(_ values: Values) throws -> Plan {
    let width = values.rows.first?.values.count ?? 0
    var rows: [[BoundExpression]] = []
    for row in values.rows {
      guard row.values.count == width else {
        throw BindingProblem.valuesLength(expected: width, found: row.values.count)
          .diagnostic(at: row.range)
      }
      var context = ExpressionContext(scope: Scope(), clause: "VALUES")
      rows.append(try row.values.map { try bind($0, &context) })
    }
    var fields: [Field] = []
    for column in 0..<width {
      let type = try commonType(
        of: rows.map { $0[column] }, what: "column \(column + 1) of these VALUES")
      fields.append(Field(name: "col\(column)", type: type))
    }
    let converted = try rows.map { row in
      try zip(row, fields).map { value, field in try cast(value, to: field.type) }
    }
    return try Unnesting.unnested(Plan(.values(converted), fields: fields))
  }

  /// ORDER BY terms over the columns of a finished result.
  func outputTerms(_ orderBy: OrderBy, of plan: Plan) throws -> [PlanSortTerm] {
    let scope = Scope(fields: plan.fields)
    switch orderBy {
    case .all(let direction, let nulls, let range):
      return plan.fields.enumerated().map { position, field in
        sortTerm(
          BoundExpression(.column(position), type: field.type, range: range), direction, nulls)
      }
    case .terms(let terms):
      return try terms.map { term in
        if let position = try ordinal(term.value, count: plan.fields.count) {
          let column = BoundExpression(
            .column(position), type: plan.fields[position].type, range: term.range)
          return sortTerm(column, term.direction, term.nulls)
        }
        var context = ExpressionContext(scope: scope, clause: "ORDER BY")
        let value = try bind(term.value, &context)
        guard !value.hasSubquery else {
          throw BindingProblem.notInSelectList.diagnostic(at: term.range)
        }
        return sortTerm(value, term.direction, term.nulls)
      }
    }
  }

  /// A term with its defaults: ascending and NULLs last, unless the settings say otherwise.
  func sortTerm(
    _ value: BoundExpression, _ direction: OrderTerm.Direction?, _ nulls: OrderTerm.Nulls?
  ) -> PlanSortTerm {
    let settings = state.settings
    let isDescending = direction.map { $0 == .descending } ?? settings.isDescending
    return PlanSortTerm(
      value: value, isDescending: isDescending,
      nullsFirst: nulls.map { $0 == .first }
        ?? settings.nullOrder.isFirst(isDescending: isDescending))
  }

  /// The position that a bare whole number in ORDER BY or GROUP BY means; nil for anything else.
  func ordinal(_ expression: Expression, count: Int) throws -> Int? {
    guard case .literal(.integer(let digits)) = expression.kind else { return nil }
    guard let number = Int(digits), number >= 1, number <= count else {
      throw BindingProblem.ordinalOutOfRange(digits, count: count)
        .diagnostic(at: expression.range)
    }
    return number - 1
  }
}

extension Plan {
  /// Every row once.
  func distinct() -> Plan {
    let keys = fields.enumerated().map { position, field in
      BoundExpression(.column(position), type: field.type, range: SourceRange(at: 0))
    }
    return Plan(.aggregate(self, keys: keys, aggregates: []), fields: fields)
  }

  /// The same rows with the types of `wanted`.
  func converted(to wanted: [Field]) -> Plan {
    if zip(fields, wanted).allSatisfy({ $0.type == $1.type }) { return self }
    let expressions = fields.indices.map { position in
      let column = BoundExpression(
        .column(position), type: fields[position].type, range: SourceRange(at: 0))
      return fields[position].type == wanted[position].type
        ? column
        : BoundExpression(
          .cast(column, isTry: false), type: wanted[position].type, range: column.range)
    }
    return Plan(.project(self, expressions), fields: wanted)
  }
}
