extension SQLWriter {
  /// A query in parentheses.
  mutating func nested(_ query: Query) {
    write("(")
    write(query)
    write(")")
  }

  mutating func write(_ query: Query) {
    if let with = query.with {
      write(with.isRecursive ? "WITH RECURSIVE " : "WITH ")
      list(with.tables) { $0.write($1) }
      write(" ")
    }
    write(query.body)
    switch query.orderBy {
    case .all(let direction, let nulls, _):
      write(" ORDER BY ALL")
      modifiers(direction, nulls)
    case .terms(let terms):
      write(" ORDER BY ")
      self.terms(terms)
    case nil: break
    }
    if let limit = query.limit { write(limit) }
    if let top = query.top { write(top) }
    if let suppression = query.suppression {
      write(" SUPPRESS BELOW ")
      write(suppression.threshold)
      condition(" ON ", suppression.count)
    }
  }

  private mutating func write(_ top: Top) {
    write(" TOP ")
    write(top.count)
    write(" BY ")
    write(top.measure)
    if let direction = top.direction { write(" \(direction.rawValue)") }
    if !top.keys.isEmpty {
      write(" PER ")
      list(top.keys)
    }
    if top.hasOthers { write(" WITH OTHERS") }
    if top.hasTotal { write(" WITH TOTAL") }
  }

  private mutating func write(_ table: CommonTable) {
    name(table.name)
    columns(table.columns)
    write(" AS ")
    if let isMaterialized = table.isMaterialized {
      write(isMaterialized ? "MATERIALIZED " : "NOT MATERIALIZED ")
    }
    nested(table.query)
  }

  /// `(a, b)`, or nothing.
  private mutating func columns(_ names: [Identifier]) {
    guard !names.isEmpty else { return }
    write("(")
    self.names(names)
    write(")")
  }

  private mutating func write(_ body: QueryBody) {
    switch body {
    case .select(let core): write(core)
    case .values(let values):
      write("VALUES ")
      list(values.rows) { writer, row in
        writer.write("(")
        writer.list(row.values)
        writer.write(")")
      }
    case .setOperation:
      let (first, operations) = body.chain
      write(first)
      for operation in operations {
        write(" \(operation.operator.rawValue)")
        if operation.isAll { write(" ALL") }
        if operation.isByName { write(" BY NAME") }
        write(" ")
        write(operation.right)
      }
    case .nested(let query): nested(query)
    }
  }

  // MARK: SELECT

  private mutating func write(_ core: SelectCore) {
    write("SELECT ")
    switch core.distinct {
    case .rows: write("DISTINCT ")
    case .on(let keys):
      write("DISTINCT ON (")
      list(keys)
      write(") ")
    case nil: break
    }
    list(core.items) { $0.write($1) }
    if !core.from.isEmpty {
      write(" FROM ")
      list(core.from) { $0.write($1) }
    }
    condition(" WHERE ", core.where)
    switch core.groupBy {
    case .all: write(" GROUP BY ALL")
    case .elements(let elements):
      write(" GROUP BY ")
      list(elements) { $0.write($1) }
    case nil: break
    }
    condition(" HAVING ", core.having)
    if !core.windows.isEmpty {
      write(" WINDOW ")
      list(core.windows) { writer, window in
        writer.name(window.name)
        writer.write(" AS ")
        writer.write(window.specification)
      }
    }
    condition(" QUALIFY ", core.qualify)
    if let sample = core.sample {
      write(" USING SAMPLE ")
      write(sample)
    }
  }

  private mutating func condition(_ keyword: String, _ condition: Expression?) {
    guard let condition else { return }
    write(keyword)
    write(condition)
  }

  mutating func write(_ item: SelectItem) {
    write(item.value)
    guard let alias = item.alias else { return }
    write(" AS ")
    name(alias)
  }

  private mutating func write(_ element: GroupingElement) {
    switch element {
    case .keys(let keys, _): self.keys(keys)
    case .rollup(let sets, _): grouping("ROLLUP ", sets)
    case .cube(let sets, _): grouping("CUBE ", sets)
    case .groupingSets(let sets, _):
      write("GROUPING SETS (")
      list(sets) { $0.write($1) }
      write(")")
    }
  }

  private mutating func grouping(_ keyword: String, _ sets: [[Expression]]) {
    write("\(keyword)(")
    list(sets) { $0.keys($1) }
    write(")")
  }

  private mutating func keys(_ keys: [Expression]) {
    if let key = keys.first, keys.count == 1 { return write(key) }
    write("(")
    list(keys)
    write(")")
  }

  // MARK: ORDER BY, LIMIT, samples

  mutating func terms(_ terms: [OrderTerm]) {
    list(terms) { writer, term in
      writer.write(term.value)
      writer.modifiers(term.direction, term.nulls)
    }
  }

  private mutating func modifiers(_ direction: OrderTerm.Direction?, _ nulls: OrderTerm.Nulls?) {
    if let direction { write(" \(direction.rawValue)") }
    if let nulls { write(" \(nulls.rawValue)") }
  }

  private mutating func write(_ limit: Limit) {
    if limit.isWithTies, let count = limit.count {
      condition(" OFFSET ", limit.offset)
      write(" FETCH FIRST ")
      write(count)
      write(" ROWS WITH TIES")
      return
    }
    condition(" LIMIT ", limit.count)
    if limit.isPercent {
      // Behind anything but a number the sign would be the remainder of a division.
      if case .literal? = limit.count?.kind { write("%") } else { write(" PERCENT") }
    }
    condition(" OFFSET ", limit.offset)
    // `LIMIT ALL` says that there is a clause and no limit.
    if limit.count == nil && limit.offset == nil { write(" LIMIT ALL") }
  }

  private mutating func write(_ sample: Sample) {
    if let method = sample.method { name(method) }
    write("(")
    write(sample.size)
    write(" \(sample.unit.rawValue))")
    if let seed = sample.seed {
      write(" REPEATABLE (")
      write(seed)
      write(")")
    }
  }

  // MARK: FROM

  private mutating func write(_ table: TableReference) {
    let (first, joins) = table.chain
    writeTable(first)
    for join in joins { write(join) }
  }

  private mutating func writeTable(_ table: TableReference) {
    if table.isLateral { write("LATERAL ") }
    switch table.kind {
    case .table(let name): self.name(name)
    case .file(let file): write(SQLText.literal(file))
    case .function(let call): write(call)
    case .query(let query): nested(query)
    case .pivot(let pivot): write(pivot)
    case .unpivot(let unpivot): write(unpivot)
    case .join(let join):
      // One that is no part of a chain.
      write("(")
      write(join.left)
      write(join)
      write(")")
    }
    if let sample = table.sample {
      write(" TABLESAMPLE ")
      write(sample)
    }
    if let alias = table.alias {
      write(" AS ")
      name(alias.name)
      columns(alias.columns)
    }
  }

  private mutating func write(_ pivot: Pivot) {
    write("(PIVOT ")
    write(pivot.source)
    write(" ON ")
    list(pivot.columns) { writer, column in
      writer.write(column.value)
      guard let values = column.values else { return }
      writer.write(" IN (")
      writer.list(values) { writer, value in writer.write(value) }
      writer.write(")")
    }
    if !pivot.aggregates.isEmpty {
      write(" USING ")
      list(pivot.aggregates) { writer, item in writer.write(item) }
    }
    if let keys = pivot.groupBy {
      write(" GROUP BY ")
      list(keys) { writer, key in writer.write(key) }
    }
    write(")")
  }

  private mutating func write(_ unpivot: Unpivot) {
    write("(UNPIVOT ")
    write(unpivot.source)
    if unpivot.includesNulls { write(" INCLUDE NULLS") }
    write(" ON ")
    list(unpivot.columns) { writer, item in writer.write(item) }
    write(" INTO NAME ")
    name(unpivot.name)
    write(" VALUE ")
    name(unpivot.value)
    write(")")
  }

  /// A join without its left side.
  private mutating func write(_ join: Join) {
    write(" ")
    if case .natural = join.condition { write("NATURAL ") }
    if join.isAsOf { write("ASOF ") }
    if join.kind != .inner { write("\(join.kind.rawValue) ") }
    write("JOIN ")
    // A join on the right was in parentheses: joins bind from left to right.
    if case .join = join.right.kind, join.right.alias == nil, join.right.sample == nil {
      write("(")
      write(join.right)
      write(")")
    } else {
      write(join.right)
    }
    switch join.condition {
    case .on(let condition):
      write(" ON ")
      write(condition)
    case .using(let columns):
      write(" USING ")
      self.columns(columns)
    case .natural, .none: break
    }
  }
}
