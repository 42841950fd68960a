// Queries: WITH, set operations, VALUES, ORDER BY, LIMIT.

extension Parser {
  /// Whether a query begins at a token, parentheses aside.
  private func startsQuery(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    switch token.kind {
    case .keyword(.select), .keyword(.from), .keyword(.with), .keyword(.table), .keyword(.pivot),
      .keyword(.unpivot):
      return true
    case .keyword(.values):
      return tokens[min(index + 1, tokens.count - 1)].kind == .symbol(.leftParenthesis)
    default: return false
    }
  }

  /// Whether the parenthesis at this place encloses a query, and not an expression or a join that
  /// begins with one.
  ///
  /// - Complexity: O(*n*) in the tokens up to the end of the inner parenthesis.
  var holdsQuery: Bool {
    guard at(.leftParenthesis) else { return false }
    var inner = index + 1
    while tokens[inner].kind == .symbol(.leftParenthesis) { inner += 1 }
    guard startsQuery(at: inner) else { return false }
    guard inner > index + 1 else { return true }
    switch tokens[min(closings[index + 1] + 1, tokens.count - 1)].kind {
    case .symbol(.rightParenthesis), .end, .keyword(.union), .keyword(.intersect),
      .keyword(.except), .keyword(.order), .keyword(.limit), .keyword(.offset), .keyword(.fetch),
      .keyword(.top), .keyword(.suppress):
      return true
    default:
      return false
    }
  }

  @inline(never)
  mutating func parenthesisedQuery() throws(SyntaxError) -> Query {
    let outer = clauses
    clauses = []
    try open(.leftParenthesis)
    let query = try query()
    try close(.rightParenthesis)
    clauses = outer
    return query
  }

  /// A query without parentheses around it.
  mutating func query() throws(SyntaxError) -> Query {
    try enter(levels: 2)
    let start = index
    let with = at(.with) ? try withClause() : nil
    let body = try queryBody(.union)
    let orderBy = at(.order) ? try orderByClause() : nil
    let limit = try acceptLimit()
    let top = at(.top) ? try topClause(isOrdered: orderBy != nil || limit != nil) : nil
    let suppression = at(.suppress) ? try suppressClause() : nil
    leave(levels: 2)
    return Query(
      with: with, body: body, orderBy: orderBy, limit: limit, top: top, suppression: suppression,
      range: range(from: start))
  }

  @inline(never)
  mutating func withClause() throws(SyntaxError) -> With {
    let start = index
    try expect(.with)
    let isRecursive = accept(.recursive)
    let tables = try commaList { (parser) throws(SyntaxError) in try parser.commonTable() }
    return With(isRecursive: isRecursive, tables: tables, range: range(from: start))
  }

  @inline(never)
  private mutating func commonTable() throws(SyntaxError) -> CommonTable {
    let start = index
    let name = try name(.table)
    var columns: [Identifier] = []
    if at(.leftParenthesis), !holdsQuery { columns = try columnNames() }
    try expect(.as)
    var isMaterialized: Bool?
    if accept(.materialized) {
      isMaterialized = true
    } else if accept(.not, .materialized) {
      isMaterialized = false
    }
    guard at(.leftParenthesis) else { throw unexpected([.symbol(.leftParenthesis)]) }
    let query = try parenthesisedQuery()
    return CommonTable(
      name: name, columns: columns, isMaterialized: isMaterialized, query: query,
      range: range(from: start))
  }

  /// `(name, …)`.
  mutating func columnNames() throws(SyntaxError) -> [Identifier] {
    try parenthesised { (parser) throws(SyntaxError) in try parser.name(.column) }
  }

  // MARK: Set operations

  /// `INTERSECT` binds more tightly than `UNION` and `EXCEPT`, which are equal.
  private enum SetPrecedence { case union, intersect }

  @inline(never)
  private mutating func queryBody(
    _ minimum: SetPrecedence
  ) throws(SyntaxError) -> QueryBody {
    let outer = deepest
    deepest = depth
    let start = index
    var left = try queryOperand()
    while let operation = setOperator(minimum) {
      try deepen()
      advance()
      let isAll = accept(.all)
      if !isAll { _ = accept(.distinct) }
      let isByName = accept(.by, .name)
      let right = try operation == .intersect ? queryOperand() : queryBody(.intersect)
      left = .setOperation(
        SetOperation(
          operator: operation, isAll: isAll, isByName: isByName, left: left, right: right,
          range: range(from: start)))
    }
    deepest = max(deepest, outer)
    return left
  }

  private func setOperator(_ minimum: SetPrecedence) -> SetOperation.Operator? {
    switch token.kind {
    case .keyword(.intersect): .intersect
    case .keyword(.union) where minimum == .union: .union
    case .keyword(.except) where minimum == .union: .except
    default: nil
    }
  }

  @inline(never)
  private mutating func queryOperand() throws(SyntaxError) -> QueryBody {
    clauses = []
    switch token.kind {
    case .keyword(.select), .keyword(.from):
      return .select(try selectCore())
    case .keyword(.values):
      return .values(try values())
    case .keyword(.table):
      let start = index
      advance()
      return .select(selectAll(from: try tableByName(), start: start))
    case .keyword(.pivot):
      return .select(try pivotQuery())
    case .keyword(.unpivot):
      return .select(try unpivotQuery())
    case .symbol(.leftParenthesis):
      return .nested(try parenthesisedQuery())
    default:
      throw unexpected([.keyword(.select), .keyword(.from), .keyword(.values)])
    }
  }

  @inline(never)
  private mutating func values() throws(SyntaxError) -> Values {
    let start = index
    try expect(.values)
    var rows: [Values.Row] = []
    repeat {
      let start = index
      let values = try parenthesised { (parser) throws(SyntaxError) in
        try parser.expressionOrDefault()
      }
      rows.append(Values.Row(values: values, range: range(from: start)))
    } while accept(.comma)
    return Values(rows: rows, range: range(from: start))
  }

  // MARK: ORDER BY

  @inline(never)
  private mutating func orderByClause() throws(SyntaxError) -> OrderBy {
    note(.order)
    let start = index
    try expect(.order)
    if at(.by), peek().kind == .keyword(.all) {
      advance()
      advance()
      let (direction, nulls) = try orderModifiers()
      return .all(direction: direction, nulls: nulls, range: range(from: start))
    }
    return .terms(try orderTermsAfterBy())
  }

  /// `BY term, …`: what follows `ORDER`.
  @inline(never)
  mutating func orderTermsAfterBy() throws(SyntaxError) -> [OrderTerm] {
    try expect(.by)
    return try commaList { (parser) throws(SyntaxError) in
      let start = parser.index
      let value = try parser.expression()
      let (direction, nulls) = try parser.orderModifiers()
      return OrderTerm(
        value: value, direction: direction, nulls: nulls, range: parser.range(from: start))
    }
  }

  private mutating func orderModifiers() throws(SyntaxError)
    -> (OrderTerm.Direction?, OrderTerm.Nulls?)
  {
    let direction: OrderTerm.Direction? =
      accept(.asc) ? .ascending : accept(.desc) ? .descending : nil
    guard accept(.nulls) else { return (direction, nil) }
    if accept(.first) { return (direction, .first) }
    if accept(.last) { return (direction, .last) }
    throw unexpected([.keyword(.first), .keyword(.last)])
  }

  // MARK: LIMIT

  @inline(never)
  private mutating func acceptLimit() throws(SyntaxError) -> Limit? {
    let start = index
    var count: Expression?
    var isPercent = false
    var isWithTies = false
    var offset: Expression?
    clauseLoop: while true {
      switch token.kind {
      case .keyword(.limit) where !isNoted(.limit):
        note(.limit)
        advance()
        if accept(.all) { continue }
        (count, isPercent) = try limitCount()
      case .keyword(.offset) where !isNoted(.offset):
        note(.offset)
        advance()
        offset = try expression(.other)
        if !accept(.rows) { _ = accept(.row) }
      case .keyword(.fetch) where !isNoted(.limit):
        note(.limit)
        (count, isWithTies) = try fetchFirst()
      default:
        break clauseLoop
      }
    }
    guard index > start else { return nil }
    return Limit(
      count: count, isPercent: isPercent, isWithTies: isWithTies, offset: offset,
      range: range(from: start))
  }

  @inline(never)
  private mutating func limitCount() throws(SyntaxError) -> (Expression, isPercent: Bool) {
    let count: Expression
    let isPercent: Bool
    if peek().kind == .symbol(.percent), let literal = try acceptLiteral() {
      // Otherwise the sign would be the remainder of a division.
      count = literal
      isPercent = accept(Symbol.percent)
    } else {
      count = try expression(.other)
      isPercent = accept(Keyword.percent)
    }
    if at(.comma) {
      advance()
      let second = try expression(.other)
      throw SyntaxError(
        .limitWithComma(count: text(second.range), offset: text(count.range)),
        at: count.range.union(second.range))
    }
    return (count, isPercent)
  }

  @inline(never)
  private mutating func fetchFirst() throws(SyntaxError) -> (Expression, isWithTies: Bool) {
    try expect(.fetch)
    if !accept(.first) && !accept(.next) {
      throw unexpected([.keyword(.first), .keyword(.next)])
    }
    let count: Expression
    if at(.row) || at(.rows) {
      count = Expression(.literal(.integer("1")), SourceRange(at: token.range.lowerBound))
    } else {
      count = try expression(.other)
    }
    if !accept(.rows) && !accept(.row) { throw missing(.rows) }
    if accept(.only) { return (count, false) }
    try expect(.with)
    try expect(.ties)
    return (count, true)
  }

  // MARK: TOP and SUPPRESS

  /// - Parameter isOrdered: whether the query has ORDER BY or LIMIT already.
  @inline(never)
  private mutating func topClause(isOrdered: Bool) throws(SyntaxError) -> Top {
    if isOrdered { throw SyntaxError(.topWithOrder, at: token.range) }
    note(.top)
    let start = index
    try expect(.top)
    // BY could be a column.
    if at(.by) { throw missingValue() }
    let count = try expression(.other)
    try expect(.by)
    let measure = try expression()
    let direction: OrderTerm.Direction? =
      accept(.asc) ? .ascending : accept(.desc) ? .descending : nil
    var keys: [Expression] = []
    if accept(.per) {
      keys = try commaList { (parser) throws(SyntaxError) in try parser.expression() }
    }
    var hasOthers = false
    var hasTotal = false
    while accept(.with) {
      if !hasOthers, accept(.others) {
        hasOthers = true
      } else if !hasTotal, accept(.total) {
        hasTotal = true
      } else {
        throw unexpected(
          (hasOthers ? [] : [.keyword(.others)]) + (hasTotal ? [] : [.keyword(.total)]))
      }
    }
    if at(.order) || at(.limit) || at(.offset) || at(.fetch) {
      throw SyntaxError(.topWithOrder, at: token.range)
    }
    return Top(
      count: count, measure: measure, direction: direction, keys: keys, hasOthers: hasOthers,
      hasTotal: hasTotal, range: range(from: start))
  }

  @inline(never)
  private mutating func suppressClause() throws(SyntaxError) -> Suppression {
    note(.suppress)
    let start = index
    try expect(.suppress)
    try expect(.below)
    let threshold = try expression(.other)
    // INSERT … SELECT … ON CONFLICT goes on behind its query.
    let isConflict = peek().kind == .word && text(peek().range).uppercased() == "CONFLICT"
    let count = !isConflict && accept(.on) ? try expression() : nil
    return Suppression(threshold: threshold, count: count, range: range(from: start))
  }

  // MARK: Samples

  /// `10%`, `100 ROWS`, `reservoir(50 ROWS)`, each with `REPEATABLE (seed)` or without: what follows
  /// `USING SAMPLE` or `TABLESAMPLE`, which began at `start`.
  @inline(never)
  mutating func sample(from start: Int) throws(SyntaxError) -> Sample {
    var method: Identifier?
    var size: (Expression, Sample.Unit)
    if peek().kind == .symbol(.leftParenthesis), let name = acceptName() {
      method = name
      try open(.leftParenthesis)
      size = try sampleSize()
      try close(.rightParenthesis)
    } else if at(.leftParenthesis) {
      try open(.leftParenthesis)
      size = try sampleSize()
      try close(.rightParenthesis)
    } else {
      size = try sampleSize()
      if at(.leftParenthesis) {
        try open(.leftParenthesis)
        method = try name(.name)
        try close(.rightParenthesis)
      }
    }
    var seed: Expression?
    if accept(.repeatable) {
      try open(.leftParenthesis)
      seed = try expression()
      try close(.rightParenthesis)
    }
    return Sample(
      size: size.0, unit: size.1, method: method, seed: seed, range: range(from: start))
  }

  private mutating func sampleSize() throws(SyntaxError) -> (Expression, Sample.Unit) {
    guard let size = try acceptLiteral() else { throw missingValue() }
    if accept(Symbol.percent) || accept(Keyword.percent) { return (size, .percent) }
    _ = accept(.rows)
    return (size, .rows)
  }
}
