// INSERT, UPDATE and DELETE.

extension Parser {
  /// Whether the WITH at this place belongs to an INSERT: what stands first behind its tables.
  var insertsWithQuery: Bool {
    var position = index
    while position < tokens.count - 1 {
      switch tokens[position].kind {
      case .symbol(.leftParenthesis): position = closings[position]
      case .keyword(.insert): return true
      case .keyword(.select), .keyword(.from), .keyword(.values), .symbol(.semicolon): return false
      default: break
      }
      position += 1
    }
    return false
  }

  /// An expression, or `DEFAULT` in its place.
  mutating func expressionOrDefault() throws(SyntaxError) -> Expression {
    guard at(.default) else { return try expression() }
    defer { advance() }
    return Expression(.defaultValue, token.range)
  }

  /// - Parameter with: common tables that were written before it.
  mutating func insert(with: With?) throws(SyntaxError) -> Insert {
    var conflict: Insert.Conflict?
    if accept(.replace) {
      // As SQLite and MySQL write INSERT OR REPLACE.
      conflict = .replace
    } else {
      try expect(.insert)
    }
    if conflict == nil, accept(.or) {
      if accept(.replace) {
        conflict = .replace
      } else if accept(.ignore) {
        conflict = .ignore(target: [])
      } else {
        throw unexpected([.keyword(.replace), .keyword(.ignore)])
      }
    }
    try expect(.into)
    let table = try qualifiedName(.table)
    let alias = accept(.as) ? try aliasAfterAs() : nil
    var columns: [Identifier] = []
    if at(.leftParenthesis), !holdsQuery { columns = try columnNames() }
    let isByName = accept(.by, .name)
    if !isByName { _ = accept(.by, .position) }
    let source: Insert.Source
    if accept(.default, .values) {
      source = .defaultValues
    } else {
      let start = index
      let query = try query()
      source = .query(
        with.map {
          Query(
            with: $0, body: .nested(query), orderBy: nil, limit: nil, range: range(from: start))
        } ?? query)
    }
    if at(.on), peek().kind == .word {
      advance()
      conflict = try conflictClause()
    }
    return Insert(
      table: table, alias: alias, columns: columns, isByName: isByName, source: source,
      conflict: conflict, returning: try acceptReturning())
  }

  /// `CONFLICT [(columns)] DO NOTHING` or `… DO UPDATE SET …`.
  private mutating func conflictClause() throws(SyntaxError) -> Insert.Conflict {
    try expect(word: "CONFLICT")
    let target = at(.leftParenthesis) ? try columnNames() : []
    try expect(word: "DO")
    if accept(word: "NOTHING") { return .ignore(target: target) }
    guard accept(.update) else { throw unexpected([.text("NOTHING"), .keyword(.update)]) }
    try expect(.set)
    let assignments = try assignments()
    return .update(
      target: target, assignments, where: accept(.where) ? try expression() : nil)
  }

  private mutating func acceptReturning() throws(SyntaxError) -> [SelectItem] {
    guard accept(.returning) else { return [] }
    return try commaList { (parser) throws(SyntaxError) in try parser.selectItem() }
  }

  /// `column = value, …`, also `(column, …) = (value, …)`.
  private mutating func assignments() throws(SyntaxError) -> [Update.Assignment] {
    let lists = try commaList { (parser) throws(SyntaxError) in try parser.assignmentList() }
    return lists.flatMap { $0 }
  }

  private mutating func assignmentList() throws(SyntaxError) -> [Update.Assignment] {
    guard at(.leftParenthesis) else {
      let column = try name(.column)
      try expect(.equal)
      return [Update.Assignment(column: column, value: try expressionOrDefault())]
    }
    let start = index
    let columns = try columnNames()
    try expect(.equal)
    _ = at(.row) && peek().kind == .symbol(.leftParenthesis) && accept(.row)
    let values = try parenthesised { (parser) throws(SyntaxError) in
      try parser.expressionOrDefault()
    }
    guard values.count == columns.count else {
      throw SyntaxError(
        .unequalLists(columns: columns.count, values: values.count), at: range(from: start))
    }
    return zip(columns, values).map { Update.Assignment(column: $0, value: $1) }
  }

  mutating func update() throws(SyntaxError) -> Update {
    try expect(.update)
    let table = try qualifiedName(.table)
    let alias = try acceptAlias()
    try expect(.set)
    let assignments = try assignments()
    let from = at(.from) ? try fromClause() : []
    let condition = accept(.where) ? try expression() : nil
    return Update(
      table: table, alias: alias, assignments: assignments, from: from, where: condition,
      returning: try acceptReturning())
  }

  mutating func delete() throws(SyntaxError) -> Delete {
    try expect(.delete)
    try expect(.from)
    let table = try qualifiedName(.table)
    let alias = try acceptAlias()
    let using = accept(.using) ? try tableList() : []
    let condition = accept(.where) ? try expression() : nil
    return Delete(
      table: table, alias: alias, using: using, where: condition,
      returning: try acceptReturning())
  }
}
