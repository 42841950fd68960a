// Statements.

extension Parser {
  /// One statement and nothing after it but a semicolon.
  mutating func wholeStatement() throws(SyntaxError) -> Statement {
    while accept(.semicolon) {}
    guard token.kind != .end else { throw SyntaxError(.nothingToParse, at: token.range) }
    var statement = try statement()
    if at(.chart), statement.kind.hasResult { statement.chart = try chartClause() }
    if at(.semicolon) {
      while accept(.semicolon) {}
      guard token.kind == .end else {
        throw SyntaxError(.moreThanOneStatement, at: token.range)
      }
    }
    guard token.kind == .end else { throw unexpected([.endOfStatement]) }
    return statement
  }

  mutating func statement() throws(SyntaxError) -> Statement {
    try enter()
    let start = index
    let kind = try statementKind()
    leave()
    return Statement(kind: kind, range: range(from: start))
  }

  private mutating func statementKind() throws(SyntaxError) -> Statement.Kind {
    switch token.kind {
    case .symbol(.leftParenthesis) where holdsQuery:
      return .query(try query())
    case .keyword(let keyword):
      switch keyword {
      case .with where insertsWithQuery: return .insert(try insert(with: try withClause()))
      case .select, .from, .values, .with, .table, .pivot, .unpivot: return .query(try query())
      case .create: return try create()
      case .drop: return .drop(try drop())
      case .insert, .replace: return .insert(try insert(with: nil))
      case .update: return .update(try update())
      case .delete: return .delete(try delete())
      case .truncate:
        advance()
        _ = accept(.table)
        return .truncate(try qualifiedName(.table))
      case .copy: return .copy(try copy())
      case .describe:
        advance()
        return endsStatement ? .showTables : .describe(try tableOrQuery())
      case .summarize:
        advance()
        return .summarize(try tableOrQuery())
      case .check:
        advance()
        return .check(endsStatement ? nil : try qualifiedName(.table))
      case .show:
        advance()
        if accept(.all, .tables) || accept(.tables) { return .showTables }
        if at(.all) {
          throw SyntaxError(
            .unexpected(expected: [.keyword(.tables), .text("ALL TABLES"), .name(.table)]),
            at: token.range)
        }
        return .describe(try tableOrQuery())
      case .explain: return try explain()
      case .set: return .set(try setVariable())
      case .reset:
        advance()
        let isVariable = accept(.variable)
        _ = !isVariable && (accept(.session) || accept(.global) || accept(.local))
        return .reset(try name(.setting), isVariable: isVariable)
      default: break
      }
    case .word:
      if let kind = try statementBegunByWord() { return kind }
    default: break
    }
    throw statementStartError()
  }

  /// `EXPLAIN [ANALYZE] statement`; it weighs a level more than other statements, whose frames
  /// around a nested one are smaller.
  @inline(never)
  private mutating func explain() throws(SyntaxError) -> Statement.Kind {
    advance()
    let analyze = accept(.analyze)
    if at(.leftParenthesis), !holdsQuery {
      throw SyntaxError(
        .unexpected(expected: (analyze ? [] : [.keyword(.analyze)]) + [.query]), at: token.range)
    }
    try enter()
    let explained = try statement()
    leave()
    return .explain(explained, analyze: analyze)
  }

  /// `CHART [kind] [TO 'file.svg']`.
  private mutating func chartClause() throws(SyntaxError) -> ChartClause {
    let start = index
    try expect(.chart)
    var kind: ChartKind?
    if isWord(index), !at(.to) {
      let names = ChartKind.allCases.map(\.rawValue)
      let name = text(token.range).lowercased()
      kind = ChartKind(rawValue: name)
      if kind == nil {
        if let meant = Spelling.closest(to: name, among: names) {
          throw SyntaxError(.misspelt(meant: meant), at: token.range)
        }
        throw SyntaxError(.unexpected(expected: names.map { .text($0) }), at: token.range)
      }
      advance()
    }
    let path = accept(.to) ? try fileName() : nil
    return ChartClause(kind: kind, path: path, range: range(from: start))
  }

  var endsStatement: Bool { token.kind == .end || at(.semicolon) }

  /// What `DESCRIBE` and `SUMMARIZE` are asked about: a query, or a table as a query.
  private mutating func tableOrQuery() throws(SyntaxError) -> Query {
    switch token.kind {
    case .symbol(.leftParenthesis), .keyword(.select), .keyword(.from), .keyword(.values),
      .keyword(.with):
      return try query()
    default: break
    }
    let start = index
    _ = accept(.table)
    let core = selectAll(from: try tableByName(), start: start)
    return Query(
      with: nil, body: .select(core), orderBy: nil, limit: nil, range: range(from: start))
  }

  mutating func acceptIfExists() throws(SyntaxError) -> Bool {
    guard accept(.if) else { return false }
    try expect(.exists)
    return true
  }

  // MARK: COPY, SET, DROP

  private mutating func copy() throws(SyntaxError) -> Copy {
    try expect(.copy)
    let start = index
    let direction: Copy.Direction
    if holdsQuery {
      let query = try parenthesisedQuery()
      try expect(.to)
      direction = .to(query)
    } else {
      let name = try qualifiedName(.table)
      let columns = at(.leftParenthesis) ? try columnNames() : []
      let range = range(from: start)
      if accept(.from) {
        direction = .from(table: name, columns: columns)
      } else if accept(.to) {
        direction = .to(query(of: name, columns: columns, range))
      } else {
        throw unexpected([.keyword(.to), .keyword(.from)])
      }
    }
    let fileStart = index
    let files: [String]
    if case .from = direction, at(.leftBracket) {
      try open(.leftBracket)
      files = try commaList { (parser) throws(SyntaxError) in try parser.fileName() }
      try close(.rightBracket, else: [.symbol(.comma)])
    } else {
      files = [try fileName()]
    }
    let fileRange = range(from: fileStart)
    return Copy(
      direction: direction, files: files, fileRange: fileRange, options: try copyOptions())
  }

  private mutating func fileName() throws(SyntaxError) -> String {
    guard token.kind == .string || token.kind == .escapeString else {
      throw unexpected([.text("a file name in single quotes")])
    }
    return try string()
  }

  /// `SELECT columns FROM name`, or `SELECT *` without columns.
  private func query(
    of name: QualifiedName, columns: [Identifier], _ range: SourceRange
  ) -> Query {
    let table = TableReference(
      kind: .table(name), alias: nil, isLateral: false, sample: nil, range: name.range)
    let star = Star(qualifier: nil, exclude: [], replace: [], rename: [])
    var items = columns.map { column in
      SelectItem(
        value: Expression(
          .column(QualifiedName([column], range: column.range)), column.range),
        alias: nil, range: column.range)
    }
    if items.isEmpty {
      items = [
        SelectItem(value: Expression(.star(star), name.range), alias: nil, range: name.range)
      ]
    }
    let core = SelectCore(
      distinct: nil, items: items, from: [table], where: nil, groupBy: nil, having: nil,
      windows: [], qualify: nil, sample: nil, range: range)
    return Query(with: nil, body: .select(core), orderBy: nil, limit: nil, range: range)
  }

  /// `[WITH] (name value, …)` or `[WITH] name value …`.
  private mutating func copyOptions() throws(SyntaxError) -> [Copy.Option] {
    _ = accept(.with)
    if at(.leftParenthesis) {
      return try parenthesised { (parser) throws(SyntaxError) in try parser.copyOption() }
    }
    var options: [Copy.Option] = []
    while !endsStatement { options.append(try copyOption()) }
    return options
  }

  private mutating func copyOption() throws(SyntaxError) -> Copy.Option {
    guard let name = acceptOptionName() else { throw missingName(.setting) }
    switch token.kind {
    case .symbol(.comma), .symbol(.rightParenthesis), .symbol(.semicolon), .end:
      return Copy.Option(name: name, value: nil)
    default:
      _ = accept(.equal)
      return Copy.Option(name: name, value: try primary())
    }
  }

  private mutating func setVariable() throws(SyntaxError) -> SetVariable {
    try expect(.set)
    let isVariable = accept(.variable)
    if !isVariable { _ = accept(.session) || accept(.global) || accept(.local) }
    let name = try name(.setting)
    if !accept(.to) { try expect(.equal) }
    return SetVariable(
      isVariable: isVariable, name: name, value: try isVariable ? expression() : settingValue())
  }

  /// A value, or a word of the language that stands alone: `desc`, `on`.
  private mutating func settingValue() throws(SyntaxError) -> Expression {
    let next = peek().kind
    guard case .keyword(let keyword) = token.kind, next == .end || next == .symbol(.semicolon),
      ![.true, .false, .null].contains(keyword)
    else { return try expression() }
    defer { advance() }
    let name = Identifier(text(token.range), range: token.range)
    return Expression(.column(QualifiedName([name], range: token.range)), token.range)
  }

  private mutating func drop() throws(SyntaxError) -> Drop {
    try expect(.drop)
    let object = try droppedObject()
    let isIfExists = try acceptIfExists()
    let role: SyntaxError.NameRole =
      object == .table ? .table : object == .view ? .view : .name
    let names = try commaList { (parser) throws(SyntaxError) in try parser.qualifiedName(role) }
    // Nothing hangs on a table here, so both words mean the same.
    _ = accept(.cascade) || accept(.restrict)
    return Drop(object: object, isIfExists: isIfExists, names: names)
  }

  private mutating func droppedObject() throws(SyntaxError) -> Drop.Object {
    if accept(.table) { return .table }
    if accept(.view) { return .view }
    if accept(word: "MACRO") || accept(word: "FUNCTION") {
      return accept(.table) ? .macroTable : .macro
    }
    if accept(word: "INDEX") { return .index }
    if accept(word: "SCHEMA") { return .schema }
    if accept(word: "SEQUENCE") { return .sequence }
    if accept(word: "UNIT") { return .unit }
    throw unexpected([
      .keyword(.table), .keyword(.view), .text("MACRO"), .text("INDEX"), .text("SCHEMA"),
      .text("SEQUENCE"), .text("UNIT"),
    ])
  }
}

extension Statement.Kind {
  /// Whether it is answered by rows.
  fileprivate var hasResult: Bool {
    switch self {
    case .query, .execute, .describe, .summarize, .showTables: true
    default: false
    }
  }
}
