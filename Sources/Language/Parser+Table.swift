// What stands in FROM.

extension Parser {
  /// `FROM table, …`.
  @inline(never)
  mutating func fromClause() throws(SyntaxError) -> [TableReference] {
    note(.from)
    try expect(.from)
    return try tableList()
  }

  @inline(never)
  mutating func tableList() throws(SyntaxError) -> [TableReference] {
    try commaList { (parser) throws(SyntaxError) in try parser.joinedTable() }
  }

  /// A table and the joins that follow it, which bind from left to right.
  private mutating func joinedTable() throws(SyntaxError) -> TableReference {
    try enter(levels: 2)
    let outer = deepest
    deepest = depth
    let start = index
    var left = try table()
    while startsJoin {
      try deepen()
      let join = try join(to: left)
      left = TableReference(
        kind: .join(join), alias: nil, isLateral: false, sample: nil, range: range(from: start))
    }
    deepest = max(deepest, outer)
    leave(levels: 2)
    return left
  }

  // MARK: Joins

  private var startsJoin: Bool {
    switch token.kind {
    case .keyword(.join), .keyword(.inner), .keyword(.left), .keyword(.right), .keyword(.full),
      .keyword(.cross), .keyword(.semi), .keyword(.anti), .keyword(.natural), .keyword(.asof):
      true
    default: false
    }
  }

  @inline(never)
  private mutating func join(to left: TableReference) throws(SyntaxError) -> Join {
    let start = index
    let isNatural = accept(.natural)
    let isAsOf = !isNatural && accept(.asof)
    let kind = joinKind()
    try expect(.join)
    let keywords = range(from: start)
    let right = try table()
    let condition: Join.Condition
    if isNatural || kind == .cross {
      if at(.on) || at(.using) && peek().kind == .symbol(.leftParenthesis) {
        throw SyntaxError(.joinWithCondition(kind), at: token.range, opening: keywords)
      }
      condition = isNatural ? .natural : .none
    } else if accept(.on) {
      condition = .on(try expression())
    } else if at(.using), peek().kind != .keyword(.sample) {
      advance()
      condition = .using(try columnNames())
    } else {
      let problem = unexpected([.keyword(.on), .keyword(.using)])
      if case .misspelt = problem.kind { throw problem }
      throw SyntaxError(.joinWithoutCondition, at: keywords.union(right.range))
    }
    return Join(
      kind: kind, isAsOf: isAsOf, condition: condition, left: left, right: right,
      keywordRange: keywords)
  }

  private mutating func joinKind() -> Join.Kind {
    if accept(.inner) { return .inner }
    if accept(.cross) { return .cross }
    if accept(.semi) { return .semi }
    if accept(.anti) { return .anti }
    let kind: Join.Kind
    if accept(.left) {
      kind = .left
    } else if accept(.right) {
      kind = .right
    } else if accept(.full) {
      kind = .full
    } else {
      return .inner
    }
    _ = accept(.outer)
    return kind
  }

  // MARK: Tables

  /// One table, without joins unless they are in parentheses.
  @inline(never)
  mutating func table() throws(SyntaxError) -> TableReference {
    let start = index
    let isLateral = accept(.lateral)
    var inner: TableReference?
    if at(.leftParenthesis), !holdsQuery {
      try open(.leftParenthesis)
      inner = try joinedTable()
      try close(.rightParenthesis)
    }
    let kind: TableReference.Kind
    if let inner { kind = inner.kind } else { kind = try tableKind() }
    var sample = inner?.sample
    if at(.tablesample) { sample = try tableSample() }
    let alias = try acceptTableAlias()
    if sample == nil, at(.tablesample) { sample = try tableSample() }
    let table = TableReference(
      kind: kind, alias: alias ?? inner?.alias, isLateral: isLateral || inner?.isLateral == true,
      sample: sample, range: range(from: start))
    return try pivoted(table, from: start)
  }

  @inline(never)
  private mutating func tableKind() throws(SyntaxError) -> TableReference.Kind {
    switch token.kind {
    case .string, .escapeString:
      return .file(try string())
    case .symbol(.leftParenthesis):
      let query = try parenthesisedQuery()
      // `(PIVOT …)` is the table itself, not a query of all its columns.
      return query.pivotAlone ?? .query(query)
    default:
      break
    }
    if peek().kind == .symbol(.leftParenthesis), let name = acceptName() {
      return .function(try functionCall(name, receiver: nil, takesOptions: true))
    }
    return .table(try qualifiedName(.table))
  }

  /// A table that a statement names: a name or a file.
  mutating func tableByName() throws(SyntaxError) -> TableReference {
    let start = index
    let kind: TableReference.Kind
    switch token.kind {
    case .string, .escapeString: kind = .file(try string())
    default: kind = .table(try qualifiedName(.table))
    }
    return TableReference(
      kind: kind, alias: nil, isLateral: false, sample: nil, range: range(from: start))
  }

  @inline(never)
  private mutating func tableSample() throws(SyntaxError) -> Sample {
    let start = index
    try expect(.tablesample)
    return try sample(from: start)
  }

  @inline(never)
  mutating func acceptTableAlias() throws(SyntaxError) -> TableAlias? {
    let name: Identifier
    if accept(.as) {
      name = try aliasAfterAs()
    } else {
      let place = index
      guard let alias = acceptName(bareAlias: true) else { return nil }
      if !alias.isQuoted {
        bareAlias = place
        try checkJoinSpelling(alias)
      }
      name = alias
    }
    let columns = at(.leftParenthesis) ? try columnNames() : []
    return TableAlias(name: name, columns: columns)
  }

  /// Refuses `FROM a LEFFT JOIN b`, which would otherwise be an inner join of `a` under an alias.
  private func checkJoinSpelling(_ alias: Identifier) throws(SyntaxError) {
    guard at(.join),
      let meant = Spelling.closest(
        to: alias.name,
        among: ["LEFT", "RIGHT", "FULL", "INNER", "CROSS", "SEMI", "ANTI", "NATURAL", "ASOF"])
    else { return }
    throw SyntaxError(.misspelt(meant: meant), at: alias.range)
  }
}
