import Columns
import Language

extension Binder {
  /// INSERT, whose rows are checked when it runs.
  func bind(_ insert: Insert) throws -> BoundStatement {
    let table = try existingTable(insert.table)
    let definition = table.definition
    var columns: [Int]
    var rows: Plan
    switch insert.source {
    case .defaultValues:
      columns = []
      rows = Plan(.values([[]]), fields: [])
    case .query(let query):
      columns = try positions(of: insert.columns, in: definition, table: table.name)
      if insert.isByName {
        rows = try bind(query)
        columns = try positions(
          of: rows.fields.map { Identifier($0.name, range: query.range) }, in: definition,
          table: table.name)
      } else {
        if insert.columns.isEmpty { columns = Array(definition.columns.indices) }
        rows =
          try values(of: query, into: table, columns, areListed: !insert.columns.isEmpty)
          ?? bind(query)
        guard rows.fields.count == columns.count else {
          throw countProblem(
            table, columns, rows.fields.count, areListed: !insert.columns.isEmpty
          ).diagnostic(at: query.range)
        }
      }
    }
    let (defaults, sequences) = try self.defaults(
      of: table, except: columns, at: insert.table.range)
    return .insert(
      BoundInsert(
        table: table.name, rows: rows, columns: columns, defaults: defaults,
        sequences: sequences,
        checks: try checks(of: definition, table: table.name, at: insert.table.range),
        conflict: try insert.conflict.map {
          try bind($0, of: insert, into: table, listed: insert.columns.isEmpty ? [] : columns)
        },
        returning: try returning(insert.returning, from: table, as: insert.alias),
        range: insert.table.range))
  }

  /// What stands in the columns that are given no value.
  func defaults(
    of table: Catalog.Table, except columns: [Int], at range: SourceRange
  ) throws -> (values: [Int: BoundExpression], sequences: [Int: String]) {
    var values: [Int: BoundExpression] = [:]
    var sequences: [Int: String] = [:]
    for position in table.definition.columns.indices where !columns.contains(position) {
      let column = table.definition.columns[position]
      if let sequence = sequence(ofDefault: column.default) {
        sequences[position] = sequence
      } else {
        values[position] = try defaultValue(of: column, at: range, table: table.name)
      }
    }
    return (values, sequences)
  }

  private func countProblem(
    _ table: Catalog.Table, _ columns: [Int], _ found: Int, areListed: Bool
  ) -> TableProblem {
    areListed
      ? .valueCountListed(columns: columns.count, found: found)
      : .valueCount(
        table: table.name, columns: table.definition.columns.map(\.name), found: found)
  }

  /// The rows of bare VALUES, each value of the type of its column; nil for any other query.
  ///
  /// Unlike in a query of its own, the values of a column need no type in common, and DEFAULT may
  /// stand for any of them.
  private func values(
    of query: Query, into table: Catalog.Table, _ columns: [Int], areListed: Bool
  ) throws -> Plan? {
    guard case .values(let values) = query.body, query.with == nil, query.orderBy == nil,
      query.limit == nil, query.top == nil, query.suppression == nil
    else { return nil }
    let targets = columns.map { table.definition.columns[$0] }
    var rows: [[BoundExpression]] = []
    rows.reserveCapacity(values.rows.count)
    for (index, row) in values.rows.enumerated() {
      guard row.values.count == columns.count else {
        throw countProblem(table, columns, row.values.count, areListed: areListed)
          .diagnostic(at: row.range)
      }
      var context = ExpressionContext(scope: Scope(), clause: "VALUES")
      let number = values.rows.count == 1 ? nil : index + 1
      rows.append(
        try zip(row.values, targets).map { value, column in
          if case .defaultValue = value.kind {
            return try defaultValue(of: column, at: value.range, table: table.name)
          }
          return try assigned(
            try bind(value, &context), to: column, table: table.name, row: number)
        })
    }
    return Plan(
      .values(rows), fields: targets.map { Field(name: $0.name, type: $0.type) })
  }
}
