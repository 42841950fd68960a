// CREATE TABLE and CREATE VIEW.

extension Parser {
  mutating func create() throws(SyntaxError) -> Statement.Kind {
    try expect(.create)
    var isReplacing = false
    if accept(.or) {
      try expect(.replace)
      isReplacing = true
    }
    let isTemporary = accept(.temp) || accept(.temporary)
    if accept(.table) {
      return .createTable(
        try createTable(isReplacing: isReplacing, isTemporary: isTemporary))
    }
    if accept(.view) {
      return .createView(try createView(isReplacing: isReplacing, isTemporary: isTemporary))
    }
    if accept(word: "MACRO") || accept(word: "FUNCTION") {
      return .createMacro(try createMacro(isReplacing: isReplacing, isTemporary: isTemporary))
    }
    if at(.unique) || at(word: "INDEX") { return .createIndex(try createIndex()) }
    if accept(word: "SCHEMA") {
      let isIfNotExists = try acceptIfNotExists()
      return .createSchema(
        CreateSchema(
          name: try qualifiedName(.name), isReplacing: isReplacing, isIfNotExists: isIfNotExists))
    }
    if accept(word: "SEQUENCE") {
      return .createSequence(
        try createSequence(isReplacing: isReplacing, isTemporary: isTemporary))
    }
    if accept(word: "UNIT") {
      return .createUnit(try createUnit(isReplacing: isReplacing))
    }
    if Self.foreignObjects.contains(text(token.range).uppercased()) {
      throw SyntaxError(.unsupported, at: token.range)
    }
    throw unexpected([
      .keyword(.table), .keyword(.view), .text("MACRO"), .text("INDEX"), .text("SCHEMA"),
      .text("SEQUENCE"), .text("UNIT"),
    ])
  }

  /// What other systems create.
  private static let foreignObjects: Set<String> = [
    "DATABASE", "MATERIALIZED", "PROCEDURE", "SECRET", "TRIGGER", "TYPE",
  ]

  mutating func acceptIfNotExists() throws(SyntaxError) -> Bool {
    guard accept(.if) else { return false }
    try expect(.not)
    try expect(.exists)
    return true
  }

  private mutating func createView(
    isReplacing: Bool, isTemporary: Bool
  ) throws(SyntaxError) -> CreateView {
    let isIfNotExists = try acceptIfNotExists()
    let name = try qualifiedName(.view)
    let columns = at(.leftParenthesis) ? try columnNames() : []
    try expect(.as)
    return CreateView(
      name: name, columns: columns, isReplacing: isReplacing, isTemporary: isTemporary,
      isIfNotExists: isIfNotExists, query: try query())
  }

  private mutating func createTable(
    isReplacing: Bool, isTemporary: Bool
  ) throws(SyntaxError) -> CreateTable {
    let isIfNotExists = try acceptIfNotExists()
    let name = try qualifiedName(.table)
    let definition: CreateTable.Definition
    if accept(.as) {
      definition = .query(try query(), columns: [], hasData: try acceptWithData())
    } else if at(.leftParenthesis), isNameList {
      let columns = try columnNames()
      try expect(.as)
      definition = .query(try query(), columns: columns, hasData: try acceptWithData())
    } else if at(.leftParenthesis) {
      definition = try columnDefinitions()
    } else {
      throw unexpected([.keyword(.as), .symbol(.leftParenthesis)])
    }
    return CreateTable(
      name: name, isReplacing: isReplacing, isTemporary: isTemporary,
      isIfNotExists: isIfNotExists, definition: definition)
  }

  /// `WITH [NO] DATA`: whether the new table takes in the rows of its query.
  private mutating func acceptWithData() throws(SyntaxError) -> Bool {
    guard accept(.with) else { return true }
    let isEmpty = accept(.no)
    try expect(word: "DATA")
    return !isEmpty
  }

  /// Whether the parenthesis at this place holds names alone and `AS` follows it.
  private var isNameList: Bool {
    tokens[min(closings[index] + 1, tokens.count - 1)].kind == .keyword(.as)
  }

  private mutating func columnDefinitions() throws(SyntaxError) -> CreateTable.Definition {
    var columns: [ColumnDefinition] = []
    var constraints: [TableConstraint] = []
    try open(.leftParenthesis)
    repeat {
      // A comma may end the list.
      if !columns.isEmpty && at(.rightParenthesis) { break }
      if let constraint = try acceptTableConstraint() {
        constraints.append(constraint)
      } else {
        columns.append(try columnDefinition())
      }
    } while accept(.comma)
    try close(.rightParenthesis, else: [.symbol(.comma)])
    return .columns(columns, constraints)
  }

  mutating func columnDefinition() throws(SyntaxError) -> ColumnDefinition {
    let start = index
    let name = try name(.column)
    if at(.as) || at(word: "GENERATED") { throw SyntaxError(.generatedColumn, at: token.range) }
    let type = try typeName()
    var constraints: [ColumnDefinition.Constraint] = []
    while let constraint = try acceptColumnConstraint() { constraints.append(constraint) }
    return ColumnDefinition(
      name: name, type: type, constraints: constraints, range: range(from: start))
  }

  private mutating func acceptColumnConstraint() throws(SyntaxError)
    -> ColumnDefinition.Constraint?
  {
    if accept(.constraint) {
      _ = try name(.name)
    }
    switch token.kind {
    case .keyword(.not):
      advance()
      try expect(.null)
      return .notNull
    case .keyword(.null):
      advance()
      return .null
    case .keyword(.primary):
      advance()
      try expect(.key)
      return .primaryKey
    case .keyword(.unique):
      advance()
      return .unique
    case .keyword(.default):
      advance()
      // Above NOT, which may begin the next constraint.
      return .default(try expression(.other))
    case .keyword(.check):
      advance()
      return .check(try checkedCondition())
    case .keyword(.references):
      advance()
      let table = try qualifiedName(.table)
      return .references(table, at(.leftParenthesis) ? try columnNames() : [])
    case .keyword(.as):
      throw SyntaxError(.generatedColumn, at: token.range)
    default:
      if at(word: "GENERATED") { throw SyntaxError(.generatedColumn, at: token.range) }
      return nil
    }
  }

  mutating func acceptTableConstraint() throws(SyntaxError) -> TableConstraint? {
    let start = index
    let name = accept(.constraint) ? try self.name(.name) : nil
    let kind: TableConstraint.Kind
    switch token.kind {
    case .keyword(.primary):
      advance()
      try expect(.key)
      kind = .primaryKey(try columnNames())
    case .keyword(.unique):
      advance()
      kind = .unique(try columnNames())
    case .keyword(.check):
      advance()
      kind = .check(try checkedCondition())
    case .keyword(.foreign):
      advance()
      try expect(.key)
      let columns = try columnNames()
      try expect(.references)
      let table = try qualifiedName(.table)
      kind = .foreignKey(
        columns, references: table, at(.leftParenthesis) ? try columnNames() : [])
    default:
      guard name == nil else {
        throw unexpected([.keyword(.primary), .keyword(.unique), .keyword(.check)])
      }
      return nil
    }
    return TableConstraint(name: name, kind: kind, range: range(from: start))
  }

  private mutating func checkedCondition() throws(SyntaxError) -> Expression {
    try open(.leftParenthesis)
    let condition = try expression()
    try close(.rightParenthesis)
    return condition
  }
}
