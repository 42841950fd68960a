// PIVOT and UNPIVOT, behind a table or as a query of their own.

extension Parser {
  /// The table with the PIVOTs and UNPIVOTs that follow it.
  @inline(never)
  mutating func pivoted(_ table: TableReference, from start: Int) throws(SyntaxError)
    -> TableReference
  {
    var result = table
    while at(.pivot) || at(.unpivot) {
      let isPivot = at(.pivot)
      advance()
      let kind: TableReference.Kind =
        isPivot
        ? .pivot(try pivot(of: result, from: start))
        : .unpivot(try unpivot(of: result, from: start))
      let alias = try acceptTableAlias()
      result = TableReference(
        kind: kind, alias: alias, isLateral: false, sample: nil, range: range(from: start))
    }
    return result
  }

  /// `(sum(x) FOR month IN (1, 2) GROUP BY y)`.
  private mutating func pivot(
    of source: TableReference, from start: Int
  ) throws(SyntaxError) -> Pivot {
    try open(.leftParenthesis)
    let aggregates = try commaList { (parser) throws(SyntaxError) in try parser.selectItem() }
    try expect(.for)
    var columns: [Pivot.Column] = []
    repeat {
      let value = try pivotColumn()
      columns.append(Pivot.Column(value: value, values: try pivotValues()))
    } while !at(.rightParenthesis) && !at(.group)
    var groupBy: [Expression]?
    if accept(.group) {
      try expect(.by)
      groupBy = try commaList { (parser) throws(SyntaxError) in try parser.expression() }
    }
    try close(.rightParenthesis)
    return Pivot(
      source: source, columns: columns, aggregates: aggregates, groupBy: groupBy,
      range: range(from: start))
  }

  /// What stands in front of an IN that is not a comparison.
  private mutating func pivotColumn() throws(SyntaxError) -> Expression {
    let start = index
    return Expression(.column(try qualifiedName(.column)), range(from: start))
  }

  private mutating func pivotValues() throws(SyntaxError) -> [SelectItem] {
    try expect(.in)
    return try parenthesised { (parser) throws(SyntaxError) in try parser.selectItem() }
  }

  /// `(value FOR name IN (a, b))`.
  private mutating func unpivot(
    of source: TableReference, from start: Int
  ) throws(SyntaxError) -> Unpivot {
    let includesNulls = try acceptIncludeNulls()
    try open(.leftParenthesis)
    let value = try name(.column)
    try expect(.for)
    let name = try name(.column)
    let columns = try pivotValues()
    try close(.rightParenthesis)
    return Unpivot(
      source: source, columns: columns, name: name, value: value, includesNulls: includesNulls,
      range: range(from: start))
  }

  private mutating func acceptIncludeNulls() throws(SyntaxError) -> Bool {
    if accept(word: "INCLUDE") {
      try expect(.nulls)
      return true
    }
    if at(.exclude), peek().kind == .keyword(.nulls) {
      advance()
      advance()
    }
    return false
  }

  // MARK: As queries

  /// `PIVOT table ON column [IN (…)] [USING aggregate] [GROUP BY …]`.
  @inline(never)
  mutating func pivotQuery() throws(SyntaxError) -> SelectCore {
    let start = index
    try expect(.pivot)
    let source = try table()
    try expect(.on)
    let columns = try commaList { (parser) throws(SyntaxError) -> Pivot.Column in
      if parser.peek().kind == .keyword(.in) {
        let value = try parser.pivotColumn()
        return Pivot.Column(value: value, values: try parser.pivotValues())
      }
      return Pivot.Column(value: try parser.expression(), values: nil)
    }
    var aggregates: [SelectItem] = []
    if at(.using), peek().kind != .keyword(.sample) {
      advance()
      aggregates = try commaList { (parser) throws(SyntaxError) in try parser.selectItem() }
    }
    var groupBy: [Expression]?
    if accept(.group) {
      try expect(.by)
      groupBy = try commaList { (parser) throws(SyntaxError) in try parser.expression() }
    }
    let pivot = Pivot(
      source: source, columns: columns, aggregates: aggregates, groupBy: groupBy,
      range: range(from: start))
    return selectAll(
      from: TableReference(
        kind: .pivot(pivot), alias: nil, isLateral: false, sample: nil, range: pivot.range),
      start: start)
  }

  /// `UNPIVOT table ON a, b [INTO NAME name VALUE value]`.
  @inline(never)
  mutating func unpivotQuery() throws(SyntaxError) -> SelectCore {
    let start = index
    try expect(.unpivot)
    let source = try table()
    let includesNulls = try acceptIncludeNulls()
    try expect(.on)
    let columns = try commaList { (parser) throws(SyntaxError) in try parser.selectItem() }
    var name = Identifier("name", range: range(from: start))
    var value = Identifier("value", range: range(from: start))
    if accept(.into) {
      try expect(.name)
      name = try self.name(.column)
      try expect(word: "VALUE")
      value = try self.name(.column)
    }
    let unpivot = Unpivot(
      source: source, columns: columns, name: name, value: value, includesNulls: includesNulls,
      range: range(from: start))
    return selectAll(
      from: TableReference(
        kind: .unpivot(unpivot), alias: nil, isLateral: false, sample: nil, range: unpivot.range),
      start: start)
  }
}

extension Query {
  /// The PIVOT or UNPIVOT of which this is no more than all columns; nil for any other query.
  var pivotAlone: TableReference.Kind? {
    guard with == nil, orderBy == nil, limit == nil, top == nil, suppression == nil,
      case .select(let core) = body,
      core.from.count == 1, core.items.count == 1, core.distinct == nil, core.where == nil,
      core.groupBy == nil, core.having == nil, core.qualify == nil, core.sample == nil,
      case .star(let star) = core.items[0].value.kind, star.qualifier == nil,
      star.exclude.isEmpty, star.replace.isEmpty, star.rename.isEmpty,
      core.from[0].alias == nil, core.from[0].sample == nil
    else { return nil }
    switch core.from[0].kind {
    case .pivot, .unpivot: return core.from[0].kind
    default: return nil
    }
  }
}
