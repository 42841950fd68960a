// Function calls, and what may follow an aggregate or a window function.

extension FunctionCall {
  /// A call with nothing but arguments.
  init(name: Identifier, arguments: [Expression]) {
    self.init(
      name: name, arguments: arguments.map { Argument(name: nil, value: $0) }, isDistinct: false,
      orderBy: [], withinGroup: [], ignoresNulls: nil, filter: nil, over: nil)
  }
}

extension Parser {
  /// A call of `name`, with the open parenthesis at this place. `receiver.name(…)` has the receiver
  /// as its first argument.
  mutating func call(
    _ name: Identifier, receiver: Expression?
  ) throws(SyntaxError) -> Expression {
    let start = receiver?.range.lowerBound ?? name.range.lowerBound
    let call = try functionCall(name, receiver: receiver, takesOptions: false)
    return Expression(.call(call), SourceRange(start, previous.range.upperBound))
  }

  /// `(arguments)` and what may follow; in a table function (`takesOptions`) `name = value` names an
  /// argument.
  @inline(never)
  mutating func functionCall(
    _ name: Identifier, receiver: Expression?, takesOptions: Bool
  ) throws(SyntaxError) -> FunctionCall {
    try enter()
    try open(.leftParenthesis)
    let isDistinct = accept(.distinct)
    if !isDistinct { _ = accept(.all) }
    var arguments = receiver.map { [FunctionCall.Argument(name: nil, value: $0)] } ?? []
    if isDistinct || !at(.rightParenthesis) && !at(.order) {
      arguments += try commaList { (parser) throws(SyntaxError) in
        try parser.argument(takesOptions: takesOptions)
      }
    }
    if name.folded == "overlay", arguments.count == 1 { try overlayArguments(into: &arguments) }
    let orderBy = accept(.order) ? try orderTermsAfterBy() : []
    var ignoresNulls = acceptNullTreatment()
    try close(.rightParenthesis, else: [.symbol(.comma)])

    var withinGroup: [OrderTerm] = []
    if accept(.within) {
      guard accept(.group) else { throw SyntaxError(.missingToken("GROUP"), at: token.range) }
      try open(.leftParenthesis)
      try expect(.order)
      withinGroup = try orderTermsAfterBy()
      try close(.rightParenthesis, else: [.symbol(.comma)])
    }
    ignoresNulls = ignoresNulls ?? acceptNullTreatment()
    var filter: Expression?
    if at(.filter), peek().kind == .symbol(.leftParenthesis) {
      advance()
      try open(.leftParenthesis)
      _ = accept(.where)
      filter = try expression()
      try close(.rightParenthesis)
    }
    ignoresNulls = ignoresNulls ?? acceptNullTreatment()
    let over = try acceptOver()
    leave()
    return FunctionCall(
      name: name, arguments: arguments, isDistinct: isDistinct, orderBy: orderBy,
      withinGroup: withinGroup, ignoresNulls: ignoresNulls, filter: filter, over: over)
  }

  @inline(never)
  private mutating func argument(
    takesOptions: Bool
  ) throws(SyntaxError) -> FunctionCall.Argument {
    switch peek().kind {
    case .symbol(.assign), .symbol(.doubleArrow):
      if let name = takesOptions ? acceptOptionName() : acceptName() {
        advance()
        return FunctionCall.Argument(name: name, value: try expression())
      }
    case .symbol(.equal) where takesOptions:
      if let name = acceptOptionName() {
        advance()
        return FunctionCall.Argument(name: name, value: try expression())
      }
    default: break
    }
    let value = try starOrExpression()
    if takesOptions, case .column = value.kind, isLiteral {
      // `delim ';'`: in a list without names a comma would be missing.
      throw SyntaxError(.missingToken("="), at: token.range)
    }
    return FunctionCall.Argument(name: nil, value: value)
  }

  private mutating func acceptNullTreatment() -> Bool? {
    if accept(.ignore, .nulls) { return true }
    return accept(.respect, .nulls) ? false : nil
  }

  // MARK: Calls with keywords among their arguments

  /// `EXTRACT(… FROM …)` and its kin; nil when the keyword is called like any function.
  @inline(never)
  mutating func acceptKeywordCall(_ keyword: Keyword) throws(SyntaxError) -> Expression? {
    let start = index
    let arguments: (name: String, values: [Expression])
    switch keyword {
    case .extract: arguments = try extractArguments()
    case .substring: arguments = try substringArguments()
    case .position: arguments = try positionArguments()
    case .trim: arguments = try trimArguments()
    default: return nil
    }
    let name = Identifier(arguments.name, range: tokens[start].range)
    // Only the arguments are special: `FILTER` and `OVER` do not follow these functions.
    let call = FunctionCall(name: name, arguments: arguments.values)
    return Expression(.call(call), range(from: start))
  }

  @inline(never)
  private mutating func extractArguments() throws(SyntaxError) -> (String, [Expression]) {
    advance()
    try open(.leftParenthesis)
    let range = token.range
    let part: Expression
    if let name = acceptName() {
      part = Expression(.literal(.string(name.folded)), range)
    } else {
      part = Expression(.literal(.string(try string())), range)
    }
    if !accept(.comma) { try expect(.from) }
    let value = try expression()
    try close(.rightParenthesis)
    return ("extract", [part, value])
  }

  @inline(never)
  private mutating func substringArguments() throws(SyntaxError) -> (String, [Expression]) {
    advance()
    try open(.leftParenthesis)
    var arguments = [try expression()]
    if at(.from) || at(.for) {
      let here = SourceRange(at: token.range.lowerBound)
      arguments.append(
        accept(.from) ? try expression() : Expression(.literal(.integer("1")), here))
      if accept(.for) { arguments.append(try expression()) }
    } else {
      while accept(.comma) { arguments.append(try expression()) }
    }
    try close(.rightParenthesis, else: [.symbol(.comma)])
    return ("substring", arguments)
  }

  @inline(never)
  private mutating func positionArguments() throws(SyntaxError) -> (String, [Expression]) {
    advance()
    try open(.leftParenthesis)
    // Above IN, which is no operator here.
    let first = try expression(.other)
    var arguments: [Expression]
    if accept(.in) {
      arguments = [try expression(.other), first]
    } else {
      arguments = [first]
      while accept(.comma) { arguments.append(try expression()) }
    }
    try close(.rightParenthesis)
    return ("position", arguments)
  }

  @inline(never)
  private mutating func trimArguments() throws(SyntaxError) -> (String, [Expression]) {
    advance()
    try open(.leftParenthesis)
    var function = "trim"
    if accept(.leading) {
      function = "ltrim"
    } else if accept(.trailing) {
      function = "rtrim"
    } else {
      _ = accept(.both)
    }
    var arguments: [Expression] = []
    if !at(.from) { arguments.append(try expression()) }
    if accept(.from) {
      arguments.insert(try expression(), at: 0)
    } else {
      while accept(.comma) { arguments.append(try expression()) }
    }
    try close(.rightParenthesis, else: [.symbol(.comma)])
    return (function, arguments)
  }

  /// `PLACING replacement FROM start [FOR count]`, behind the text that it changes.
  @inline(never)
  private mutating func overlayArguments(
    into arguments: inout [FunctionCall.Argument]
  ) throws(SyntaxError) {
    guard token.kind == .word, text(token.range).lowercased() == "placing" else { return }
    advance()
    arguments.append(FunctionCall.Argument(name: nil, value: try expression()))
    try expect(.from)
    arguments.append(FunctionCall.Argument(name: nil, value: try expression()))
    if accept(.for) { arguments.append(FunctionCall.Argument(name: nil, value: try expression())) }
  }

  // MARK: Windows

  @inline(never)
  private mutating func acceptOver() throws(SyntaxError) -> WindowReference? {
    guard at(.over) else { return nil }
    switch peek().kind {
    case .symbol(.leftParenthesis):
      advance()
      return .specification(try windowSpecification())
    case .word, .quotedName:
      advance()
      return .named(try name(.window))
    default:
      // `SELECT count(*) over FROM t`: an alias.
      return nil
    }
  }

  /// `([base] [PARTITION BY …] [ORDER BY …] [frame])`.
  @inline(never)
  mutating func windowSpecification() throws(SyntaxError) -> WindowSpecification {
    let start = index
    try enter()
    try open(.leftParenthesis)
    var base: Identifier?
    if token.kind == .word || token.kind == .quotedName,
      Spelling.closest(to: text(token.range), among: ["PARTITION", "ORDER"]) == nil
    {
      base = acceptName()
    }
    var partitionBy: [Expression] = []
    if accept(.partition) {
      try expect(.by)
      partitionBy = try commaList { (parser) throws(SyntaxError) in try parser.expression() }
    }
    let orderBy = accept(.order) ? try orderTermsAfterBy() : []
    let frame = try acceptFrame()
    try close(
      .rightParenthesis,
      else: orderBy.isEmpty && frame == nil
        ? [.keyword(.partition), .keyword(.order)] : [.symbol(.comma)])
    leave()
    return WindowSpecification(
      base: base, partitionBy: partitionBy, orderBy: orderBy, frame: frame,
      range: range(from: start))
  }

  @inline(never)
  private mutating func acceptFrame() throws(SyntaxError) -> WindowFrame? {
    let start = index
    let unit: WindowFrame.Unit
    switch token.kind {
    case .keyword(.rows): unit = .rows
    case .keyword(.range): unit = .range
    case .keyword(.groups): unit = .groups
    default: return nil
    }
    advance()
    let first: WindowFrame.Bound
    var last = WindowFrame.Bound.currentRow
    if accept(.between) {
      first = try frameBound()
      try expect(.and)
      last = try frameBound()
    } else {
      first = try frameBound()
    }
    let exclusion = accept(.exclude) ? try frameExclusion() : nil
    return WindowFrame(
      unit: unit, start: first, end: last, exclusion: exclusion, range: range(from: start))
  }

  @inline(never)
  private mutating func frameBound() throws(SyntaxError) -> WindowFrame.Bound {
    if accept(.unbounded) {
      if accept(.preceding) { return .unboundedPreceding }
      if accept(.following) { return .unboundedFollowing }
      throw unexpected([.keyword(.preceding), .keyword(.following)])
    }
    if accept(.current) {
      try expect(.row)
      return .currentRow
    }
    let distance = try expression(.other)
    if accept(.preceding) { return .preceding(distance) }
    if accept(.following) { return .following(distance) }
    throw unexpected([.keyword(.preceding), .keyword(.following)])
  }

  private mutating func frameExclusion() throws(SyntaxError) -> WindowFrame.Exclusion {
    if accept(.current) {
      try expect(.row)
      return .currentRow
    }
    if accept(.no) {
      try expect(.others)
      return .noOthers
    }
    if accept(.group) { return .group }
    if accept(.ties) { return .ties }
    throw unexpected([.keyword(.current), .keyword(.group), .keyword(.ties), .keyword(.no)])
  }
}
