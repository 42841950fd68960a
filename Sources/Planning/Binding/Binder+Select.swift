import Columns
import Language

extension Binder {
  /// What a SELECT list yields: a name and an expression a column.
  struct Item {
    let name: String
    let value: BoundExpression
  }

  /// The plan of one SELECT with the ORDER BY and LIMIT that belong to it.
  func bind(
    _ core: SelectCore, orderBy: OrderBy?, limit: Limit?, top: Top? = nil,
    suppression: Suppression? = nil
  ) throws -> Plan {
    var source = try bind(from: core.from)
    source.plan = try sampled(source.plan, core.sample)
    var context = ExpressionContext(scope: source.scope, clause: "WHERE")
    context.pendingAliases = Self.aliases(of: core.items)
    context.windows = try namedWindows(core.windows)

    var plan = source.plan
    if let condition = core.where {
      let predicate = try boolean(try bind(condition, &context), clause: "WHERE")
      plan = Plan(.filter(plan, predicate), fields: plan.fields)
    }

    context.clause = "SELECT"
    context.grouping = core.groupBy?.keysAsWritten
    context.allowsAggregates = true
    context.allowsWindows = true
    try checkUnused(core.windows, context)
    let slot = SelectExpansion(position: plan.fields.count)
    context.expansion = slot
    var items: [Item] = []
    for item in core.items {
      items += try bind(item, &context)
    }
    context.expansion = nil
    if let expansion = slot.expansion {
      if let aggregate = (items.map(\.value) + expansion.expressions).first(where: \.hasAggregate)
        ?? items.map(\.value).first(where: \.hasWindow)
      {
        throw BindingProblem.unnestNotAllowed("a query with aggregates or windows")
          .diagnostic(at: aggregate.range)
      }
      plan = Plan(
        .expand(plan, expansion),
        fields: plan.fields + [Field(name: "unnest", type: expansion.type)])
    }

    var keys = try groupKeys(core.groupBy, items, context)
    var having: BoundExpression?
    if let condition = core.having {
      context.clause = "HAVING"
      context.allowsWindows = false
      context.groupedColumns = Set(keys.compactMap(\.column))
      having = try boolean(try bind(condition, &context), clause: "HAVING")
      context.groupedColumns = nil
      context.allowsWindows = true
      try refuseWindow(in: having, clause: "HAVING")
    }
    let suppressed = try suppression.map { try resolved($0, core, items, &context) }
    if let top {
      let select = ToppedSelect(
        items: items, keys: Grouping(keys: keys, sets: nil, scope: source.scope).keys,
        having: having, scope: source.scope, suppression: suppressed)
      let bound = try resolved(top, core, select, &context)
      return try Unnesting.unnested(try bind(bound, of: select, over: plan))
    }
    var qualify: BoundExpression?
    if let condition = core.qualify {
      context.clause = "QUALIFY"
      qualify = try boolean(try bind(condition, &context), clause: "QUALIFY")
    }
    var terms = try sortTerms(orderBy, items, &context)
    var distinctKeys: [BoundExpression]?
    if case .on(let expressions)? = core.distinct {
      distinctKeys = try expressions.map { try orderValue($0, items, &context) }
    }

    let isGrouped =
      core.groupBy != nil || having != nil
      || (items.map(\.value) + terms.map(\.value)).contains { $0.hasAggregate }
      || qualify?.hasAggregate == true || distinctKeys?.contains { $0.hasAggregate } == true
    var groupingSet: BoundExpression?
    var plainColumns: Set<Int> = []
    if isGrouped {
      try refuseSharesOfSubtotals(core.groupBy, items)
      var grouping = Grouping(
        keys: keys, sets: try core.groupBy?.sets(), scope: source.scope)
      items = try items.map { Item(name: $0.name, value: try grouping.rewrite($0.value)) }
      terms = try terms.map {
        PlanSortTerm(
          value: try grouping.rewrite($0.value), isDescending: $0.isDescending,
          nullsFirst: $0.nullsFirst)
      }
      having = try having.map { try grouping.rewrite($0) }
      qualify = try qualify.map { try grouping.rewrite($0) }
      distinctKeys = try distinctKeys?.map { try grouping.rewrite($0) }
      if let suppressed { groupingSet = try grouping.set(at: suppressed.range) }
      plainColumns = grouping.plainColumns
      keys = grouping.keys
      plan = Plan(grouping.node(over: plan), fields: grouping.fields)
      if let having { plan = Plan(.filter(plan, having), fields: plan.fields) }
    }

    var extraction = WindowExtraction(width: plan.fields.count)
    items = items.map { Item(name: $0.name, value: extraction.rewrite($0.value)) }
    terms = terms.map {
      PlanSortTerm(
        value: extraction.rewrite($0.value), isDescending: $0.isDescending,
        nullsFirst: $0.nullsFirst)
    }
    qualify = qualify.map { extraction.rewrite($0) }
    distinctKeys = distinctKeys?.map { extraction.rewrite($0) }
    plan = extraction.plan(over: plan)
    if let qualify {
      if extraction.windows.isEmpty {
        throw BindingProblem.qualifyWithoutWindow.diagnostic(at: qualify.range)
      }
      plan = Plan(.filter(plan, qualify), fields: plan.fields)
    }

    if let suppressed {
      guard let groupingSet else {
        throw BindingProblem.suppressWithoutGroups.diagnostic(at: suppressed.range)
      }
      let keys = Array(plan.columns[..<keys.count])
      return try Unnesting.unnested(
        try finish(
          plan, items, terms, suppressed, set: groupingSet, keys: keys, plain: plainColumns,
          windows: extraction.windows, limit: limit))
    }
    return try Unnesting.unnested(
      try finish(
        plan, items, terms, isDistinct: core.distinct != nil && distinctKeys == nil,
        on: distinctKeys, limit: limit))
  }

  /// Refuses a SHARE over rows of several grouping sets, whose total would count every row once for
  /// each of them.
  private func refuseSharesOfSubtotals(_ groupBy: GroupBy?, _ items: [Item]) throws {
    guard try groupBy?.sets() != nil else { return }
    for window in items.flatMap({ $0.value.windows }) where window.isShare {
      let isParted = window.partition.contains { key in
        key.aggregate?.function.traits.contains(.grouping) ?? false
      }
      if !isParted { throw BindingProblem.shareOfSubtotals.diagnostic(at: window.range) }
    }
  }

  /// Refuses a window function that an alias brought into a clause which is settled before.
  private func refuseWindow(in expression: BoundExpression?, clause: String) throws {
    if let expression, let window = expression.windows.first {
      throw BindingProblem.windowNotAllowed(window.name, clause: clause)
        .diagnostic(at: expression.range)
    }
  }

  /// Projects, removes duplicates, sorts and cuts.
  ///
  /// - Parameter keys: of DISTINCT ON; nil where that is not written.
  private func finish(
    _ input: Plan, _ items: [Item], _ terms: [PlanSortTerm], isDistinct: Bool,
    on keys: [BoundExpression]?, limit: Limit?
  ) throws -> Plan {
    // A term that is a column of the result is read from there; any other becomes a further
    // column, dropped after the sort.
    var outputs = items
    func column(_ value: BoundExpression) throws -> BoundExpression {
      var position = outputs.count
      if let known = outputs.firstIndex(where: { $0.value.isSame(as: value) }) {
        position = known
      } else {
        if isDistinct {
          throw BindingProblem.notInSelectList.diagnostic(at: value.range)
        }
        outputs.append(Item(name: "", value: value))
      }
      return BoundExpression(.column(position), type: value.type, range: value.range)
    }
    let sort = try terms.map {
      PlanSortTerm(
        value: try column($0.value), isDescending: $0.isDescending, nullsFirst: $0.nullsFirst)
    }
    let distinctKeys = try keys?.map { try column($0) }
    var plan = Plan(
      .project(input, outputs.map(\.value)),
      fields: outputs.map { Field(name: $0.name, type: $0.value.type) })
    if isDistinct { plan = plan.distinct() }
    // The first row of each combination of keys, in the order that is asked for.
    if let distinctKeys { plan = try plan.numbered(by: distinctKeys, sort, count: 1) }
    if !sort.isEmpty { plan = Plan(.sort(plan, sort, limit: nil), fields: plan.fields) }
    plan = try limited(plan, limit)
    return outputs.count > items.count ? plan.keeping(Array(items.indices)) : plan
  }

  /// Hides small counts, sorts by what is left to see, and cuts.
  ///
  /// Hidden figures are NULL when rows are sorted: their place must not tell of them.
  private func finish(
    _ input: Plan, _ items: [Item], _ terms: [PlanSortTerm], _ suppression: BoundSuppression,
    set: BoundExpression, keys: [BoundExpression], plain: Set<Int>, windows: [BoundWindow],
    limit: Limit?
  ) throws -> Plan {
    func output(_ name: String, _ value: BoundExpression) -> SuppressedResult.Output {
      let isPlain = value.columns.isSubset(of: plain)
      return SuppressedResult.Output(name: name, value: value, isFigure: !isPlain)
    }
    let result = SuppressedResult(
      suppression: suppression,
      outputs: items.map { output($0.name, $0.value) } + terms.map { output("", $0.value) },
      set: set, keys: keys, windows: windows)
    var plan = try result.plan(over: input)
    let columns = plan.columns
    let sort = terms.enumerated().map { index, term in
      PlanSortTerm(
        value: columns[items.count + index], isDescending: term.isDescending,
        nullsFirst: term.nullsFirst)
    }
    if !sort.isEmpty { plan = Plan(.sort(plan, sort, limit: nil), fields: plan.fields) }
    return try result.shown(try limited(plan, limit), items: items.count)
  }

  // MARK: The SELECT list

  private static func aliases(of items: [SelectItem]) -> [String: Expression] {
    var result: [String: Expression] = [:]
    for item in items {
      if let alias = item.alias, result[alias.folded] == nil {
        result[alias.folded] = item.value
      }
    }
    return result
  }

  private func bind(_ item: SelectItem, _ context: inout ExpressionContext) throws -> [Item] {
    if case .star(let star) = item.value.kind {
      return try expand(star, at: item.range, context)
    }
    if let pattern = columnsPattern(in: item.value) {
      return try expandedColumns(item, at: pattern, context).flatMap { try bind($0, &context) }
    }
    let value = try bind(item.value, &context)
    if let alias = item.alias { context.aliases[alias.folded] = value }
    return [Item(name: item.alias?.name ?? item.value.heading, value: value)]
  }

  /// The columns that an item of UNPIVOT names.
  func expandedColumns(_ item: SelectItem, _ context: ExpressionContext) throws -> [Item] {
    var context = context
    return try bind(item, &context)
  }

  func expand(
    _ star: Star, at range: SourceRange, _ context: ExpressionContext
  ) throws -> [Item] {
    let scope = context.scope
    guard !scope.columns.isEmpty else {
      throw BindingProblem.starNotAllowed(hasFrom: false).diagnostic(at: range)
    }
    let qualifier = star.qualifier?.parts.last
    if let qualifier, !scope.tables.contains(where: { $0.lowercased() == qualifier.folded }) {
      throw BindingProblem.unknownTableName(qualifier.name, known: scope.tables)
        .diagnostic(at: qualifier.range)
    }
    let yielded = scope.columns.indices.filter { position in
      let column = scope.columns[position]
      guard let qualifier else { return column.isVisible }
      return column.table?.lowercased() == qualifier.folded
    }
    // Several columns may have the name; then all of them are meant.
    func positions(_ name: QualifiedName) throws -> [Int] {
      let last = name.parts.last?.folded ?? ""
      let table = name.qualifiers.last?.folded
      let found = yielded.filter { position in
        let column = scope.columns[position]
        return column.name.lowercased() == last
          && (table == nil || column.table?.lowercased() == table)
      }
      if found.isEmpty {
        throw BindingProblem.unknownColumn(
          name.parts.last?.name ?? "", table: qualifier?.name ?? name.qualifiers.last?.name,
          known: yielded.map { scope.columns[$0].name }
        ).diagnostic(at: name.range)
      }
      return found
    }
    func positions(_ name: Identifier) throws -> [Int] {
      try positions(QualifiedName([name], range: name.range))
    }
    let excluded = Set(try star.exclude.flatMap { try positions($0) })
    var replaced: [Int: BoundExpression] = [:]
    for item in star.replace {
      guard let alias = item.alias else { continue }
      var inner = context
      let value = try bind(item.value, &inner)
      for position in try positions(alias) { replaced[position] = value }
    }
    var renamed: [Int: String] = [:]
    for renaming in star.rename {
      for position in try positions(renaming.from) { renamed[position] = renaming.to.name }
    }
    return yielded.filter { !excluded.contains($0) }.map { position in
      let column = scope.columns[position]
      let value =
        replaced[position] ?? BoundExpression(.column(position), type: column.type, range: range)
      return Item(name: renamed[position] ?? column.name, value: value)
    }
  }

  // MARK: ORDER BY and GROUP BY

  private func sortTerms(
    _ orderBy: OrderBy?, _ items: [Item], _ context: inout ExpressionContext
  ) throws -> [PlanSortTerm] {
    switch orderBy {
    case nil: return []
    case .all(let direction, let nulls, _):
      return items.map { sortTerm($0.value, direction, nulls) }
    case .terms(let terms):
      context.clause = "ORDER BY"
      return try terms.map { term in
        sortTerm(try orderValue(term.value, items, &context), term.direction, term.nulls)
      }
    }
  }

  /// What ORDER BY means by an expression: a column of the result by number or name first, then
  /// an expression over the tables.
  func orderValue(
    _ expression: Expression, _ items: [Item], _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if let position = try ordinal(expression, count: items.count) {
      return items[position].value
    }
    if case .collate(let inner, let name) = expression.kind {
      return try collated(try orderValue(inner, items, &context), name)
    }
    if case .column(let name) = expression.kind, name.parts.count == 1 {
      let matches = items.filter { $0.name.lowercased() == name.parts[0].folded }
      if let first = matches.first,
        matches.dropFirst().allSatisfy({ $0.value.isSame(as: first.value) })
      {
        return first.value
      }
    }
    return try bind(expression, &context)
  }

  private func groupKeys(
    _ groupBy: GroupBy?, _ items: [Item], _ context: ExpressionContext
  ) throws -> [BoundExpression] {
    var context = context
    context.clause = "GROUP BY"
    context.allowsAggregates = false
    context.allowsWindows = false
    switch groupBy {
    case nil: return []
    case .all:
      return items.map(\.value).filter { !$0.hasAggregate && !$0.hasWindow }
    case .elements(let elements):
      return try elements.flatMap { element -> [BoundExpression] in
        try element.flattenedKeys.map { key in
          guard let position = try ordinal(key, count: items.count) else {
            let value = try bind(key, &context)
            try refuseWindow(in: value, clause: "GROUP BY")
            return value
          }
          let value = items[position].value
          try refuseWindow(in: value, clause: "GROUP BY")
          if value.hasAggregate {
            throw BindingProblem.aggregateNotAllowed(items[position].name, clause: "GROUP BY")
              .diagnostic(at: key.range)
          }
          return value
        }
      }
    }
  }
}
