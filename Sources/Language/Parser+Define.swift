// CREATE MACRO, INDEX and SEQUENCE, and ALTER.

extension Parser {
  /// What follows `CREATE MACRO`.
  mutating func createMacro(
    isReplacing: Bool, isTemporary: Bool
  ) throws(SyntaxError) -> CreateMacro {
    let isIfNotExists = try acceptIfNotExists()
    let name = try qualifiedName(.function)
    let forms = try commaList { (parser) throws(SyntaxError) in try parser.macroForm() }
    return CreateMacro(
      name: name, isReplacing: isReplacing, isTemporary: isTemporary,
      isIfNotExists: isIfNotExists, forms: forms)
  }

  private mutating func macroForm() throws(SyntaxError) -> CreateMacro.Form {
    var parameters: [CreateMacro.Parameter] = []
    try open(.leftParenthesis)
    if !at(.rightParenthesis) {
      parameters = try commaList { (parser) throws(SyntaxError) in
        let name = try parser.name(.name)
        let hasDefault = parser.accept(.assign) || parser.accept(.doubleArrow)
        return CreateMacro.Parameter(
          name: name, default: hasDefault ? try parser.expression() : nil)
      }
    }
    try close(.rightParenthesis, else: [.symbol(.comma)])
    try expect(.as)
    if accept(.table) {
      return CreateMacro.Form(
        parameters: parameters,
        body: .table(holdsQuery ? try parenthesisedQuery() : try query()))
    }
    return CreateMacro.Form(parameters: parameters, body: .expression(try expression()))
  }

  /// What follows `CREATE`, from `UNIQUE` or `INDEX` on.
  mutating func createIndex() throws(SyntaxError) -> CreateIndex {
    let isUnique = accept(.unique)
    try expect(word: "INDEX")
    let isIfNotExists = try acceptIfNotExists()
    let name = at(.on) ? nil : try qualifiedName(.name)
    try expect(.on)
    let table = try qualifiedName(.table)
    if accept(.using) { _ = try self.name(.name) }
    let keys = try parenthesised { (parser) throws(SyntaxError) in
      let key = try parser.expression()
      _ = parser.accept(.asc) || parser.accept(.desc)
      return key
    }
    return CreateIndex(
      isUnique: isUnique, isIfNotExists: isIfNotExists, name: name, table: table, keys: keys)
  }

  /// What follows `CREATE UNIT`.
  mutating func createUnit(isReplacing: Bool) throws(SyntaxError) -> CreateUnit {
    let isIfNotExists = try acceptIfNotExists()
    let name = try self.name(.name)
    guard accept(.equal) else { throw unexpected([.symbol(.equal)]) }
    let factorRange = token.range
    guard token.kind == .integer || token.kind == .decimal else {
      throw unexpected([.text("a number")])
    }
    let factor = text(factorRange).filter { $0 != "_" }
    advance()
    let unitRange = token.range
    let unit: String
    if token.kind == .string {
      unit = try string()
    } else {
      unit = try self.name(.name).name
    }
    return CreateUnit(
      name: name, isReplacing: isReplacing, isIfNotExists: isIfNotExists, factor: factor,
      factorRange: factorRange, unit: unit, unitRange: unitRange)
  }

  /// What follows `CREATE SEQUENCE`.
  mutating func createSequence(
    isReplacing: Bool, isTemporary: Bool
  ) throws(SyntaxError) -> CreateSequence {
    let isIfNotExists = try acceptIfNotExists()
    let name = try qualifiedName(.name)
    var start: Expression?
    var increment: Expression?
    var minimum: Expression?
    var maximum: Expression?
    var isCycle = false
    while !endsStatement {
      if accept(word: "START") {
        _ = accept(.with)
        start = try expression()
      } else if accept(word: "INCREMENT") {
        _ = accept(.by)
        increment = try expression()
      } else if accept(word: "MINVALUE") {
        minimum = try expression()
      } else if accept(word: "MAXVALUE") {
        maximum = try expression()
      } else if accept(word: "CYCLE") {
        isCycle = true
      } else if accept(.no) {
        guard accept(word: "MINVALUE") || accept(word: "MAXVALUE") || accept(word: "CYCLE") else {
          throw unexpected([.text("MINVALUE"), .text("MAXVALUE"), .text("CYCLE")])
        }
      } else {
        throw unexpected([
          .text("START"), .text("INCREMENT"), .text("MINVALUE"), .text("MAXVALUE"),
          .text("CYCLE"), .endOfStatement,
        ])
      }
    }
    return CreateSequence(
      name: name, isReplacing: isReplacing, isTemporary: isTemporary,
      isIfNotExists: isIfNotExists, start: start, increment: increment, minimum: minimum,
      maximum: maximum, isCycle: isCycle)
  }

  // MARK: ALTER

  /// What follows `ALTER`.
  mutating func alter() throws(SyntaxError) -> Alter {
    let isView = accept(.view)
    if !isView, !accept(.table) { throw unexpected([.keyword(.table), .keyword(.view)]) }
    let isIfExists = try acceptIfExists()
    let name = try qualifiedName(isView ? .view : .table)
    let start = index
    let action: Alter.Action
    if isView {
      try expect(.rename)
      try expect(.to)
      action = .rename(to: try self.name(.view))
    } else {
      action = try alterAction()
    }
    return Alter(
      isView: isView, isIfExists: isIfExists, name: name, action: action,
      actionRange: range(from: start))
  }

  private mutating func alterAction() throws(SyntaxError) -> Alter.Action {
    if accept(word: "ADD") {
      if let constraint = try acceptTableConstraint() { return .addConstraint(constraint) }
      _ = accept(word: "COLUMN")
      let isIfNotExists = try acceptIfNotExists()
      return .addColumn(try columnDefinition(), isIfNotExists: isIfNotExists)
    }
    if accept(.drop) {
      if at(.constraint) { throw SyntaxError(.unsupported, at: token.range) }
      _ = accept(word: "COLUMN")
      let isIfExists = try acceptIfExists()
      let column = try name(.column)
      _ = accept(.cascade) || accept(.restrict)
      return .dropColumn(column, isIfExists: isIfExists)
    }
    if accept(.rename) {
      if accept(.to) { return .rename(to: try name(.table)) }
      _ = accept(word: "COLUMN")
      let column = try name(.column)
      try expect(.to)
      return .renameColumn(column, to: try name(.column))
    }
    guard accept(word: "ALTER") else {
      throw unexpected([.text("ADD"), .keyword(.drop), .keyword(.rename), .text("ALTER")])
    }
    _ = accept(word: "COLUMN")
    let column = try name(.column)
    if accept(.set) {
      if accept(.default) { return .setDefault(column, try expression()) }
      if accept(.not) {
        try expect(.null)
        return .setNotNull(column, true)
      }
      try expect(word: "DATA")
    } else if accept(.drop) {
      if accept(.default) { return .setDefault(column, nil) }
      guard accept(.not) else { throw unexpected([.keyword(.default), .keyword(.not)]) }
      try expect(.null)
      return .setNotNull(column, false)
    }
    guard accept(word: "TYPE") else {
      throw unexpected([.text("TYPE"), .keyword(.set), .keyword(.drop)])
    }
    let type = try typeName()
    return .setType(column, type, using: accept(.using) ? try expression() : nil)
  }
}
