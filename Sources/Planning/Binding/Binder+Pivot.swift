import Columns
import Language

extension Binder {
  /// A value that gets columns of its own, and what they are called.
  private struct PivotValue {
    let value: BoundExpression
    let name: String
  }

  /// A table with a column for each value of others.
  func bind(_ pivot: Pivot) throws -> BoundTable {
    let source = try bind(pivot.source)
    var context = ExpressionContext(scope: source.scope, clause: "PIVOT")
    let columns = try pivot.columns.map { try bind($0.value, &context) }
    let values = try zip(pivot.columns, columns).map { column, value in
      try self.values(of: column, value, in: source)
    }
    context.allowsAggregates = true
    let items = try aggregates(of: pivot, &context)
    let keys = try groupKeys(of: pivot, columns, items.map(\.value), &context)

    var grouping = Grouping(keys: keys, sets: nil, scope: source.scope)
    var outputs: [(name: String, value: BoundExpression)] = try keys.map { key in
      (key.column.map { source.scope.columns[$0].name } ?? "", try grouping.rewrite(key))
    }
    for combination in Self.combinations(values) {
      let condition = try zip(columns, combination).map { column, value in
        try call("=", [column, value.value], at: value.value.range)
      }
      let name = combination.map(\.name).joined(separator: "_")
      for item in items {
        let filtered = item.value.filteringAggregates(by: condition)
        outputs.append(
          (item.suffix.map { "\(name)_\($0)" } ?? name, try grouping.rewrite(filtered)))
      }
    }
    let grouped = Plan(grouping.node(over: source.plan), fields: grouping.fields)
    let plan = Plan(
      .project(grouped, outputs.map(\.value)),
      fields: outputs.map { Field(name: $0.name, type: $0.value.type) })
    return BoundTable(plan: plan, scope: Scope(table: nil, fields: plan.fields))
  }

  /// The aggregates, each with what is put behind the names of its columns.
  private func aggregates(
    of pivot: Pivot, _ context: inout ExpressionContext
  ) throws -> [(value: BoundExpression, suffix: String?)] {
    if pivot.aggregates.isEmpty {
      return [(try MatchCount.count(nil, at: pivot.range).expression, nil)]
    }
    return try pivot.aggregates.map { item in
      let value = try bind(item.value, &context)
      guard value.hasAggregate else {
        throw BindingProblem.pivotWithoutAggregate.diagnostic(at: item.range)
      }
      let isOnly = pivot.aggregates.count == 1
      return (value, item.alias?.name ?? (isOnly ? nil : item.value.heading))
    }
  }

  /// What rows are grouped by: what is written, or every column that nothing else uses.
  private func groupKeys(
    of pivot: Pivot, _ columns: [BoundExpression], _ items: [BoundExpression],
    _ context: inout ExpressionContext
  ) throws -> [BoundExpression] {
    if let written = pivot.groupBy {
      context.allowsAggregates = false
      context.clause = "GROUP BY"
      return try written.map { try bind($0, &context) }
    }
    let used = (columns + items).reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    let scope = context.scope
    return scope.columns.indices.filter { scope.columns[$0].isVisible && !used.contains($0) }.map {
      BoundExpression(.column($0), type: scope.columns[$0].type, range: pivot.range)
    }
  }

  /// The values that get columns: those that are written, or all that occur, in order.
  private func values(
    of column: Pivot.Column, _ value: BoundExpression, in source: BoundTable
  ) throws -> [PivotValue] {
    if let written = column.values {
      var context = ExpressionContext(scope: Scope(), clause: "PIVOT")
      return try written.map { item in
        let bound = try bind(item.value, &context)
        guard let constant = bound.constant else {
          throw BindingProblem.pivotValue.diagnostic(at: item.range)
        }
        return PivotValue(
          value: bound, name: item.alias?.name ?? ValueText.string(constant))
      }
    }
    guard let runQuery else {
      throw BindingProblem.notBuilt("PIVOT without IN here").diagnostic(at: value.range)
    }
    let fields = [Field(name: "", type: value.type)]
    let all = try Unnesting.unnested(Plan(.project(source.plan, [value]), fields: fields))
      .distinct()
    let position = BoundExpression(.column(0), type: value.type, range: value.range)
    let sorted = Plan(
      .sort(
        all, [PlanSortTerm(value: position, isDescending: false, nullsFirst: false)], limit: nil),
      fields: fields)
    let rows = try runQuery(sorted)
    guard rows.rowCount <= Self.mostPivotValues else {
      throw BindingProblem.tooManyPivotValues(rows.rowCount, most: Self.mostPivotValues)
        .diagnostic(at: value.range)
    }
    return rows.chunks.flatMap { chunk in
      (0..<chunk.count).map { chunk.columns[0].value($0) }
    }.filter { !$0.isNull }.map {
      PivotValue(
        value: BoundExpression(.constant($0), type: value.type, range: value.range),
        name: ValueText.string($0))
    }
  }

  /// A wider table than this is a mistake in the ON clause.
  private static let mostPivotValues = 10_000

  private static func combinations(_ values: [[PivotValue]]) -> [[PivotValue]] {
    values.reduce([[]]) { known, next in
      known.flatMap { start in next.map { start + [$0] } }
    }
  }

  // MARK: UNPIVOT

  /// A table with a row for each of some of its columns.
  func bind(_ unpivot: Unpivot) throws -> BoundTable {
    let source = try bind(unpivot.source)
    let context = ExpressionContext(scope: source.scope, clause: "UNPIVOT")
    let items = try unpivot.columns.flatMap { try expandedColumns($0, context) }
    guard let first = items.first else {
      throw BindingProblem.notAList.diagnostic(at: unpivot.range)
    }
    let type = try commonType(of: items.map(\.value), what: "the columns of this UNPIVOT")
    let used = items.reduce(into: Set<Int>()) { $0.formUnion($1.value.columns) }
    let kept = source.scope.columns.indices.filter {
      source.scope.columns[$0].isVisible && !used.contains($0)
    }
    let range = first.value.range
    // Each row once for each column, with the number of the column behind it.
    let numbers = PlanExpansion(
      kind: .list,
      expressions: items.indices.map {
        BoundExpression(.constant(.integer(Int128($0))), type: .bigint, range: range)
      }, type: .bigint, range: range)
    let width = source.plan.fields.count
    let expanded = Plan(
      .expand(source.plan, numbers),
      fields: source.plan.fields + [Field(name: "", type: .bigint)])
    let number = BoundExpression(.column(width), type: .bigint, range: range)
    func chosen(
      _ type: DataType, _ value: (Int) throws -> BoundExpression
    ) throws -> BoundExpression {
      let branches = try items.indices.map { index in
        BoundExpression.Branch(
          condition: try call("=", [number, numbers.expressions[index]], at: range),
          result: try value(index))
      }
      return BoundExpression(.choose(branches, otherwise: nil), type: type, range: range)
    }
    let name = try chosen(.varchar) {
      BoundExpression(.constant(.text(items[$0].name)), type: .varchar, range: range)
    }
    let value = try chosen(type) { try cast(items[$0].value, to: type) }
    let outputs =
      kept.map {
        BoundExpression(.column($0), type: source.scope.columns[$0].type, range: range)
      } + [name, value]
    let fields =
      kept.map { Field(name: source.scope.columns[$0].name, type: source.scope.columns[$0].type) }
      + [
        Field(name: unpivot.name.name, type: .varchar), Field(name: unpivot.value.name, type: type),
      ]
    var plan = Plan(.project(expanded, outputs), fields: fields)
    if !unpivot.includesNulls {
      let last = BoundExpression(.column(fields.count - 1), type: type, range: range)
      plan = Plan(
        .filter(plan, try call("is not null", [last], at: range)), fields: fields)
    }
    return BoundTable(plan: plan, scope: Scope(table: nil, fields: fields))
  }
}

extension BoundExpression {
  /// The same expression, its aggregates over just the rows in which all of `conditions` hold.
  fileprivate func filteringAggregates(by conditions: [BoundExpression]) -> BoundExpression {
    replacing { part in
      guard let aggregate = part.aggregate else { return nil }
      let terms = (aggregate.filter?.conjuncts ?? []) + conditions
      return aggregate.replacing(
        inputs: aggregate.inputs, filter: BoundExpression.conjunction(terms)
      ).expression
    }
  }
}
