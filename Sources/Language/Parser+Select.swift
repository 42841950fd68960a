// One SELECT, from its items to QUALIFY.

extension Parser {
  mutating func selectCore() throws(SyntaxError) -> SelectCore {
    let start = index
    var from: [TableReference] = []
    var distinct: SelectCore.Distinct?
    var items: [SelectItem] = []
    let startsWithFrom = at(.from)
    if startsWithFrom {
      from = try fromClause()
      if !at(.select) { items = [everything(at: tokens[start].range)] }
    }
    if at(.select) {
      note(.select)
      advance()
      distinct = try acceptDistinct()
      try checkTop()
      items = try selectItems()
    }
    if !startsWithFrom, at(.from) { from = try fromClause() }

    let condition = try acceptCondition(.where)
    let groupBy = try acceptGroupBy()
    let having = try acceptCondition(.having)
    var windows: [NamedWindow] = []
    if at(.window) {
      note(.window)
      advance()
      windows = try commaList { (parser) throws(SyntaxError) in try parser.namedWindow() }
    }
    let qualify = try acceptCondition(.qualify)
    var sample: Sample?
    if at(.using, .sample) {
      let start = index
      advance()
      advance()
      sample = try self.sample(from: start)
    }
    return SelectCore(
      distinct: distinct, items: items, from: from, where: condition, groupBy: groupBy,
      having: having, windows: windows, qualify: qualify, sample: sample,
      range: range(from: start))
  }

  /// `SELECT * FROM table`, for statements that only name the table; `start` is the first token.
  func selectAll(from table: TableReference, start: Int) -> SelectCore {
    SelectCore(
      distinct: nil, items: [everything(at: tokens[start].range)], from: [table], where: nil,
      groupBy: nil, having: nil, windows: [], qualify: nil, sample: nil,
      range: range(from: start))
  }

  /// The item `*` that a query without `SELECT` has, at the word that it begins with.
  private func everything(at range: SourceRange) -> SelectItem {
    let star = Star(qualifier: nil, exclude: [], replace: [], rename: [])
    return SelectItem(value: Expression(.star(star), range), alias: nil, range: range)
  }

  @inline(never)
  private mutating func acceptDistinct() throws(SyntaxError) -> SelectCore.Distinct? {
    if accept(.all) { return nil }
    guard accept(.distinct) else { return nil }
    guard accept(.on) else { return .rows }
    return .on(try parenthesised { (parser) throws(SyntaxError) in try parser.expression() })
  }

  /// Refuses `SELECT TOP 10 …`, where `TOP` would otherwise be a column.
  private func checkTop() throws(SyntaxError) {
    guard at(.top), peek().kind == .integer else { return }
    let count = peek().range
    throw SyntaxError(.selectTop(count: text(count)), at: token.range.union(count))
  }

  // MARK: Items

  @inline(never)
  private mutating func selectItems() throws(SyntaxError) -> [SelectItem] {
    var items: [SelectItem] = []
    repeat {
      // A comma may end the list.
      if !items.isEmpty && endsList { break }
      items.append(try selectItem())
    } while accept(.comma)
    return items
  }

  /// Whether what is at this place can only follow a whole list.
  private var endsList: Bool {
    switch token.kind {
    case .end, .symbol(.rightParenthesis), .symbol(.semicolon): true
    case .keyword(let keyword):
      switch keyword {
      case .from, .where, .group, .having, .window, .qualify, .order, .limit, .offset, .fetch,
        .union, .intersect, .except:
        // `SELECT a, order FROM t` is a list that goes on, with a name that is a keyword.
        !isUsedAsName(keyword)
      default: false
      }
    default: false
    }
  }

  /// `expression [[AS] alias]`, or `alias: expression`.
  @inline(never)
  mutating func selectItem() throws(SyntaxError) -> SelectItem {
    let start = index
    if peek().kind == .symbol(.colon), let alias = acceptName() {
      advance()
      let value = try expression()
      return SelectItem(value: value, alias: alias, range: range(from: start))
    }
    let value = try starOrExpression()
    let alias = try acceptAlias()
    return SelectItem(value: value, alias: alias, range: range(from: start))
  }

  /// `[AS] alias`; nil when there is none.
  mutating func acceptAlias() throws(SyntaxError) -> Identifier? {
    if accept(.as) { return try aliasAfterAs() }
    let place = index
    guard let alias = acceptName(bareAlias: true) else { return nil }
    if !alias.isQuoted { bareAlias = place }
    return alias
  }

  // MARK: Clauses

  private mutating func acceptCondition(
    _ keyword: Keyword
  ) throws(SyntaxError) -> Expression? {
    guard at(keyword) else { return nil }
    note(keyword)
    advance()
    return try expression()
  }

  @inline(never)
  private mutating func namedWindow() throws(SyntaxError) -> NamedWindow {
    let name = try name(.window)
    try expect(.as)
    return NamedWindow(name: name, specification: try windowSpecification())
  }

  @inline(never)
  private mutating func acceptGroupBy() throws(SyntaxError) -> GroupBy? {
    guard at(.group) else { return nil }
    note(.group)
    let start = index
    advance()
    try expect(.by)
    if accept(.all) { return .all(range(from: start)) }
    return .elements(
      try commaList { (parser) throws(SyntaxError) in try parser.groupingElement() })
  }

  @inline(never)
  private mutating func groupingElement() throws(SyntaxError) -> GroupingElement {
    let start = index
    if at(.grouping, .sets) {
      advance()
      advance()
      try enter()
      let sets = try parenthesised { (parser) throws(SyntaxError) in try parser.groupingElement() }
      leave()
      return .groupingSets(sets, range(from: start))
    }
    if at(.rollup) || at(.cube), peek().kind == .symbol(.leftParenthesis) {
      let isRollup = at(.rollup)
      advance()
      let keys = try parenthesised { (parser) throws(SyntaxError) in try parser.groupingKeys() }
      let range = range(from: start)
      return isRollup ? .rollup(keys, range) : .cube(keys, range)
    }
    return .keys(try groupingKeys(), range(from: start))
  }

  /// `a`, `(a, b)` or `()`.
  private mutating func groupingKeys() throws(SyntaxError) -> [Expression] {
    if at(.leftParenthesis), peek().kind == .symbol(.rightParenthesis) {
      advance()
      advance()
      return []
    }
    let key = try expression()
    if case .tuple(let keys) = key.kind { return keys }
    return [key]
  }
}
