import Language

/// The tables whose columns may be named at a place in a statement.
///
/// The statement may be unfinished: it is its tokens that are looked at, in the parentheses around
/// the place and in those around them, each of which may hold a query.
struct StatementScope {
  /// Something in FROM.
  struct Table: Equatable {
    /// How it is written: a name, a file in quotes, a query in parentheses, a call.
    let text: String
    /// Under which name its columns can be qualified; nil where it has none.
    let alias: String?
  }

  /// The tables, those of the innermost query first.
  private(set) var tables: [Table] = []
  /// The columns that SELECT names before the place, in the innermost query.
  private(set) var outputs: [String] = []
  /// `WITH name AS (…), …` before the query, where there is one; otherwise empty.
  private(set) var with = ""

  private let source: Source
  private let tokens: [Token]

  /// - Parameters:
  ///   - text: a statement.
  ///   - offset: the place, in bytes of its UTF-8.
  init(_ text: String, at offset: Int) {
    source = Source(text)
    tokens = Lexer.tokens(of: text)
    let place = tokens.firstIndex { $0.range.upperBound > offset } ?? tokens.count - 1
    let groups = groups(around: place)
    for group in groups { read(group) }
    if let innermost = groups.first { readOutputs(innermost.clamped(to: 0..<place)) }
  }

  /// The tokens inside each pair of parentheses around `place`, the innermost first, and all.
  private func groups(around place: Int) -> [Range<Int>] {
    var open: [Int] = []
    for index in 0..<place {
      if tokens[index].kind == .symbol(.leftParenthesis) { open.append(index) }
      if tokens[index].kind == .symbol(.rightParenthesis) { _ = open.popLast() }
    }
    let inner = open.reversed().map { ($0 + 1)..<end(of: $0) }
    return inner + [0..<tokens.count]
  }

  /// The token that closes the parenthesis at `opening`, or the last.
  private func end(of opening: Int) -> Int {
    var depth = 0
    for index in opening..<tokens.count {
      if tokens[index].kind == .symbol(.leftParenthesis) { depth += 1 }
      if tokens[index].kind == .symbol(.rightParenthesis) {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return tokens.count - 1
  }

  /// Takes the tables of FROM and JOIN that stand in `group` itself, in no parentheses of their own.
  private mutating func read(_ group: Range<Int>) {
    var index = group.lowerBound
    var expectsTable = false
    var isInFrom = false
    while index < group.upperBound {
      switch tokens[index].kind {
      case .keyword(.into), .keyword(.table):
        index = readName(from: index + 1, in: group)
        continue
      case .keyword(.from), .keyword(.join), .keyword(.update):
        expectsTable = true
        isInFrom = true
      case .keyword(.with) where index == group.lowerBound: readWith(from: index, in: group)
      case .keyword(.where), .keyword(.select), .keyword(.group), .keyword(.order),
        .keyword(.having), .keyword(.on), .keyword(.using), .keyword(.set), .keyword(.limit),
        .keyword(.union), .keyword(.except), .keyword(.intersect), .keyword(.qualify):
        isInFrom = false
        expectsTable = false
      case .symbol(.comma): expectsTable = isInFrom
      case .keyword(.lateral): break
      default:
        if expectsTable {
          index = readTable(from: index, in: group)
          expectsTable = false
          continue
        }
        if tokens[index].kind == .symbol(.leftParenthesis) { index = end(of: index) }
      }
      index += 1
    }
  }

  /// Takes the names behind AS in the lists of SELECT that stand in `group` itself.
  private mutating func readOutputs(_ group: Range<Int>) {
    var isInList = false
    var index = group.lowerBound
    while index < group.upperBound {
      switch tokens[index].kind {
      case .keyword(.select): isInList = true
      case .keyword(.from): isInList = false
      case .symbol(.leftParenthesis): index = end(of: index)
      case .keyword(.as) where isInList && index + 1 < group.upperBound:
        guard isName(tokens[index + 1].kind) else { break }
        outputs.append(SQLText.unquoted(String(source.text(of: tokens[index + 1].range))))
      default: break
      }
      index += 1
    }
  }

  /// Takes the table of INSERT or ALTER TABLE, which is a name: a parenthesis behind it is a list of
  /// its columns.
  ///
  /// - Returns: the token behind it.
  private mutating func readName(from start: Int, in group: Range<Int>) -> Int {
    guard start < group.upperBound, isName(tokens[start].kind) else { return start }
    let text = String(source.text(of: tokens[start].range))
    tables.append(Table(text: text, alias: SQLText.unquoted(text)))
    return start + 1
  }

  /// The names of the tables that WITH defines.
  var commonTables: [String] {
    let tokens = Lexer.tokens(of: with)
    let source = Source(with)
    var depth = 0
    return tokens.indices.compactMap { index in
      switch tokens[index].kind {
      case .symbol(.leftParenthesis): depth += 1
      case .symbol(.rightParenthesis): depth -= 1
      case .keyword(.with), .keyword(.recursive), .symbol(.comma):
        guard depth == 0, index + 1 < tokens.count, isName(tokens[index + 1].kind) else { break }
        return String(source.text(of: tokens[index + 1].range))
      default: break
      }
      return nil
    }
  }

  /// Takes the table that begins at `start`, with its alias.
  ///
  /// - Returns: the token behind it.
  private mutating func readTable(from start: Int, in group: Range<Int>) -> Int {
    var index = start
    var name: String?
    switch tokens[start].kind {
    case .symbol(.leftParenthesis): index = min(end(of: start) + 1, group.upperBound)
    case .string: index += 1
    case .word, .quotedName, .keyword:
      index += 1
      while index + 1 < group.upperBound, tokens[index].kind == .symbol(.dot) { index += 2 }
      name = source.text(of: tokens[index - 1].range).description
      if index < group.upperBound, tokens[index].kind == .symbol(.leftParenthesis) {
        index = min(end(of: index) + 1, group.upperBound)
      }
    default: return start + 1
    }
    let text = source.text(
      of: SourceRange(
        tokens[start].range.lowerBound, tokens[max(index - 1, start)].range.upperBound))
    var alias = name.map(SQLText.unquoted)
    if index < group.upperBound, tokens[index].kind == .keyword(.as) { index += 1 }
    if index < group.upperBound, isName(tokens[index].kind) {
      alias = SQLText.unquoted(String(source.text(of: tokens[index].range)))
      index += 1
    }
    tables.append(Table(text: String(text), alias: alias))
    return max(index, start + 1)
  }

  private func isName(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .word, .quotedName: true
    case .keyword(let keyword): keyword.standing == .free
    default: false
    }
  }

  /// Keeps the tables that WITH defines, as text: up to the first word behind them.
  private mutating func readWith(from start: Int, in group: Range<Int>) {
    var index = start + 1
    var last = start
    while index < group.upperBound {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis):
        index = end(of: index)
        if index < group.upperBound, tokens[index].kind == .symbol(.rightParenthesis) {
          last = index
        }
      case .keyword(.select), .keyword(.from), .keyword(.values), .keyword(.insert):
        index = group.upperBound
      default: break
      }
      index += 1
    }
    guard last > start, with.isEmpty else { return }
    with = String(
      source.text(
        of: SourceRange(tokens[start].range.lowerBound, tokens[last].range.upperBound)))
  }
}
