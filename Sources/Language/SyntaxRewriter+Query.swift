// Queries and what stands in FROM.

extension SyntaxRewriter {
  package func rewrite(_ query: Query) -> Query {
    Query(
      with: query.with.map(rewrite), body: rewrite(query.body),
      orderBy: query.orderBy.map(rewrite), limit: query.limit.map(rewrite),
      top: query.top.map(rewrite), suppression: query.suppression.map(rewrite),
      range: place(query.range))
  }

  private func rewrite(_ top: Top) -> Top {
    Top(
      count: rewrite(top.count), measure: rewrite(top.measure), direction: top.direction,
      keys: top.keys.map(rewrite), hasOthers: top.hasOthers, hasTotal: top.hasTotal,
      range: place(top.range))
  }

  private func rewrite(_ suppression: Suppression) -> Suppression {
    Suppression(
      threshold: rewrite(suppression.threshold), count: suppression.count.map(rewrite),
      range: place(suppression.range))
  }

  private func rewrite(_ with: With) -> With {
    With(
      isRecursive: with.isRecursive,
      tables: with.tables.map { table in
        CommonTable(
          name: rewrite(table.name), columns: table.columns.map(rewrite),
          isMaterialized: table.isMaterialized, query: rewrite(table.query),
          range: place(table.range))
      }, range: place(with.range))
  }

  /// Chains of set operations may be long, so they are walked from their first operand on.
  private func rewrite(_ body: QueryBody) -> QueryBody {
    let (first, operations) = body.chain
    var result: QueryBody
    switch first {
    case .select(let core): result = .select(rewrite(core))
    case .values(let values): result = .values(rewrite(values))
    case .nested(let query): result = .nested(rewrite(query))
    case .setOperation: result = first
    }
    for operation in operations {
      result = .setOperation(
        SetOperation(
          operator: operation.operator, isAll: operation.isAll, isByName: operation.isByName,
          left: result, right: rewrite(operation.right), range: place(operation.range)))
    }
    return result
  }

  private func rewrite(_ values: Values) -> Values {
    Values(
      rows: values.rows.map { row in
        Values.Row(values: row.values.map(rewrite), range: place(row.range))
      }, range: place(values.range))
  }

  private func rewrite(_ core: SelectCore) -> SelectCore {
    SelectCore(
      distinct: core.distinct.map(rewrite), items: core.items.map(rewrite),
      from: core.from.map(rewrite), where: core.where.map(rewrite),
      groupBy: core.groupBy.map(rewrite), having: core.having.map(rewrite),
      windows: core.windows.map {
        NamedWindow(name: rewrite($0.name), specification: rewrite($0.specification))
      }, qualify: core.qualify.map(rewrite), sample: core.sample.map(rewrite),
      range: place(core.range))
  }

  private func rewrite(_ distinct: SelectCore.Distinct) -> SelectCore.Distinct {
    switch distinct {
    case .rows: .rows
    case .on(let keys): .on(keys.map(rewrite))
    }
  }

  package func rewrite(_ item: SelectItem) -> SelectItem {
    SelectItem(
      value: rewrite(item.value), alias: item.alias.map(rewrite), range: place(item.range))
  }

  private func rewrite(_ groupBy: GroupBy) -> GroupBy {
    switch groupBy {
    case .all(let range): .all(place(range))
    case .elements(let elements): .elements(elements.map(rewrite))
    }
  }

  private func rewrite(_ element: GroupingElement) -> GroupingElement {
    switch element {
    case .keys(let keys, let range): .keys(keys.map(rewrite), place(range))
    case .rollup(let sets, let range): .rollup(sets.map { $0.map(rewrite) }, place(range))
    case .cube(let sets, let range): .cube(sets.map { $0.map(rewrite) }, place(range))
    case .groupingSets(let sets, let range): .groupingSets(sets.map(rewrite), place(range))
    }
  }

  private func rewrite(_ orderBy: OrderBy) -> OrderBy {
    switch orderBy {
    case .all(let direction, let nulls, let range):
      .all(direction: direction, nulls: nulls, range: place(range))
    case .terms(let terms): .terms(terms.map(rewrite))
    }
  }

  func rewrite(_ term: OrderTerm) -> OrderTerm {
    OrderTerm(
      value: rewrite(term.value), direction: term.direction, nulls: term.nulls,
      range: place(term.range))
  }

  private func rewrite(_ limit: Limit) -> Limit {
    Limit(
      count: limit.count.map(rewrite), isPercent: limit.isPercent, isWithTies: limit.isWithTies,
      offset: limit.offset.map(rewrite), range: place(limit.range))
  }

  private func rewrite(_ sample: Sample) -> Sample {
    Sample(
      size: rewrite(sample.size), unit: sample.unit, method: sample.method.map(rewrite),
      seed: sample.seed.map(rewrite), range: place(sample.range))
  }

  // MARK: FROM

  /// Chains of joins may be long, so they are walked from their first table on.
  package func rewrite(_ reference: TableReference) -> TableReference {
    guard case .join = reference.kind else { return rewrite(reference, as: leaf(reference.kind)) }
    if reference.alias != nil || reference.sample != nil {
      // Not part of a chain: its own alias stands on it.
      let bare = TableReference(
        kind: reference.kind, alias: nil, isLateral: false, sample: nil, range: reference.range)
      return rewrite(reference, as: rewrite(bare).kind)
    }
    let (first, joins) = reference.chain
    var result = rewrite(first)
    for join in joins {
      result = TableReference(
        kind: .join(
          Join(
            kind: join.kind, isAsOf: join.isAsOf, condition: rewrite(join.condition),
            left: result, right: rewrite(join.right), keywordRange: place(join.keywordRange))),
        alias: nil, isLateral: false, sample: nil, range: place(reference.range))
    }
    return result
  }

  private func rewrite(
    _ reference: TableReference, as kind: TableReference.Kind
  ) -> TableReference {
    TableReference(
      kind: kind,
      alias: reference.alias.map {
        TableAlias(name: rewrite($0.name), columns: $0.columns.map(rewrite))
      }, isLateral: reference.isLateral, sample: reference.sample.map(rewrite),
      range: place(reference.range))
  }

  private func leaf(_ kind: TableReference.Kind) -> TableReference.Kind {
    switch kind {
    case .table(let name): .table(rewrite(name))
    case .function(let call): .function(rewrite(call))
    case .query(let query): .query(rewrite(query))
    case .pivot(let pivot): .pivot(rewrite(pivot))
    case .unpivot(let unpivot): .unpivot(rewrite(unpivot))
    case .file, .join: kind
    }
  }

  private func rewrite(_ pivot: Pivot) -> Pivot {
    Pivot(
      source: rewrite(pivot.source),
      columns: pivot.columns.map {
        Pivot.Column(value: rewrite($0.value), values: $0.values?.map(rewrite))
      }, aggregates: pivot.aggregates.map(rewrite), groupBy: pivot.groupBy?.map(rewrite),
      range: place(pivot.range))
  }

  private func rewrite(_ unpivot: Unpivot) -> Unpivot {
    Unpivot(
      source: rewrite(unpivot.source), columns: unpivot.columns.map(rewrite),
      name: rewrite(unpivot.name), value: rewrite(unpivot.value),
      includesNulls: unpivot.includesNulls, range: place(unpivot.range))
  }

  private func rewrite(_ condition: Join.Condition) -> Join.Condition {
    switch condition {
    case .on(let condition): .on(rewrite(condition))
    case .using(let names): .using(names.map(rewrite))
    case .natural, .none: condition
    }
  }
}
