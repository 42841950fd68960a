// Statements about the session: transactions, prepared statements, PRAGMA.

extension Parser {
  /// The statement that begins with the word here; nil where no statement begins so.
  mutating func statementBegunByWord() throws(SyntaxError) -> Statement.Kind? {
    if accept(word: "ALTER") { return .alter(try alter()) }
    if let transaction = try acceptTransaction() { return .transaction(transaction) }
    if accept(word: "PREPARE") {
      let name = try name(.name)
      try expect(.as)
      return .prepare(name, try statement())
    }
    if accept(word: "EXECUTE") { return .execute(try execute()) }
    if accept(word: "DEALLOCATE") {
      _ = accept(word: "PREPARE")
      return .deallocate(accept(.all) ? nil : try name(.name))
    }
    if accept(word: "PRAGMA") { return .pragma(try pragma()) }
    return nil
  }

  private mutating func acceptTransaction() throws(SyntaxError) -> Transaction? {
    let result: Transaction
    if accept(word: "BEGIN") || accept(word: "START") {
      result = .begin
    } else if accept(word: "COMMIT") {
      result = .commit
    } else if accept(word: "ROLLBACK") || accept(word: "ABORT") {
      result = .rollback
    } else {
      return nil
    }
    _ = accept(word: "TRANSACTION") || accept(word: "WORK")
    return result
  }

  /// What follows `EXECUTE`.
  private mutating func execute() throws(SyntaxError) -> Execute {
    let name = try name(.name)
    var arguments: [FunctionCall.Argument] = []
    if at(.leftParenthesis) {
      try open(.leftParenthesis)
      if !at(.rightParenthesis) {
        arguments = try commaList { (parser) throws(SyntaxError) in
          var label: Identifier?
          if parser.peek().kind == .symbol(.assign) || parser.peek().kind == .symbol(.doubleArrow) {
            label = try parser.name(.name)
            parser.advance()
          }
          return FunctionCall.Argument(name: label, value: try parser.expression())
        }
      }
      try close(.rightParenthesis, else: [.symbol(.comma)])
    }
    return Execute(name: name, arguments: arguments)
  }

  /// What follows `PRAGMA`.
  private mutating func pragma() throws(SyntaxError) -> Pragma {
    let name = try name(.setting)
    if accept(.equal) {
      return Pragma(name: name, arguments: [try expression()], isAssignment: true)
    }
    guard at(.leftParenthesis) else {
      return Pragma(name: name, arguments: [], isAssignment: false)
    }
    let arguments = try parenthesised { (parser) throws(SyntaxError) in try parser.expression() }
    return Pragma(name: name, arguments: arguments, isAssignment: false)
  }
}
