import Columns
import Language
import Planning

extension Completer {
  /// The most values of a column that are offered.
  private static let mostValues = 200

  /// Completes what is in an open quote.
  ///
  /// - Parameter tokens: those of `typed`, the last of which is the text with its quote.
  func completeText(_ tokens: ArraySlice<Token>, typed: String, after: String) -> Completion {
    let source = Source(typed)
    guard let quote = tokens.last else { return .none }
    let inside = source.text(of: quote.range).dropFirst()
    let start = String(inside.replacing("''", with: "'"))
    let before = tokens.dropLast()
    if Self.expectsFile(before, in: typed) { return completeFile(String(inside), .statement) }
    guard let use = TextUse(of: before, in: source) else { return .none }
    switch use {
    case .unit: return choose(start, units)
    case .datePart: return choose(start, Self.datePartNames)
    case .measure: return completeUnit(behindNumber: start)
    case .operation:
      return choose(
        start,
        engine.pairs("SELECT name, concat_ws(' to ', start_date, end_date) FROM ref.operations"))
    case .branch: return choose(start, branches(startingWith: start))
    case .value(let column, let isPattern):
      let scope = StatementScope(typed + "' " + after, at: max(quote.range.lowerBound - 1, 0))
      guard let (table, field) = find(column, in: scope) else { return .none }
      if field.type == .measure { return completeUnit(behindNumber: start) }
      let found = values(of: column.name, in: table, startingWith: start)
      let common =
        found.count < Self.mostValues
        ? [] : bounds(of: column.name, in: table, startingWith: start)
      return choose(start, found, ending: isPattern ? "" : "'", besides: common)
    }
  }

  /// Values, quotes and all, where a comparison with a column of text is open and nothing is typed.
  func values(
    standingAfter tokens: ArraySlice<Token>, in prefix: String, scope: StatementScope,
    start: String
  ) -> [Completion.Candidate] {
    guard start.isEmpty, case .value(let column, _)? = TextUse(of: tokens, in: Source(prefix)),
      let (table, field) = find(column, in: scope), field.type == .varchar
    else { return [] }
    return values(of: column.name, in: table, startingWith: "").map {
      Completion.Candidate(text: SQLText.literal($0.text), kind: $0.kind)
    }
  }

  /// The table in scope that has `column`, as a query is to name it, and its field.
  private func find(
    _ column: TextUse.Column, in scope: StatementScope
  ) -> (table: String, field: Field)? {
    for table in scope.tables {
      if let qualifier = column.qualifier?.lowercased(), table.alias?.lowercased() != qualifier {
        continue
      }
      let name = column.name.lowercased()
      let fields = engine.fields(of: table.text, with: scope.with)
      if let field = fields?.first(where: { $0.name.lowercased() == name }) {
        return (table.text, field)
      }
    }
    return nil
  }

  /// The values of a column that begin with `start` in any case, the most frequent first; none
  /// where the rows of the table would have to be computed.
  private func values(
    of column: String, in table: String, startingWith start: String
  ) -> [Completion.Candidate] {
    guard engine.holdsRows(table) else { return [] }
    let name = SQLText.name(column)
    return engine.pairs(
      """
      SELECT \(name), concat(count(*), if(count(*) = 1, ' row', ' rows')) FROM \(table)
      WHERE \(Self.begins(name, with: start))
      GROUP BY \(name) ORDER BY count(*) DESC, \(name) LIMIT \(Self.mostValues)
      """)
  }

  /// The least and the greatest of all such values, in small letters: what these have in common all
  /// have.
  private func bounds(
    of column: String, in table: String, startingWith start: String
  ) -> [String] {
    let name = SQLText.name(column)
    let found = engine.pairs(
      """
      SELECT min(lower(\(name))), max(lower(\(name))) FROM \(table)
      WHERE \(Self.begins(name, with: start))
      """)
    return found.flatMap { [$0.text, $0.kind] }
  }

  private static func begins(_ name: String, with start: String) -> String {
    "starts_with(lower(\(name)), \(SQLText.literal(start.lowercased())))"
  }

  private var units: [Completion.Candidate] {
    engine.pairs("SELECT symbol, concat(name, ', ', dimension) FROM ref.units")
  }

  /// A unit behind an amount: `5 k`.
  private func completeUnit(behindNumber text: String) -> Completion {
    guard let space = text.lastIndex(of: " ") else { return .none }
    return choose(String(text[text.index(after: space)...]), units)
  }

  /// Codes of goods and groups of countries.
  private func branches(startingWith start: String) -> [Completion.Candidate] {
    if start.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true {
      return engine.pairs(
        "SELECT code, label FROM ref.hs WHERE starts_with(code, \(SQLText.literal(start)))")
    }
    return engine.pairs(
      """
      SELECT name, 'economic group' FROM (VALUES ('EU'), ('EFTA')) AS t(name) UNION ALL
      SELECT DISTINCT 'WCO ' || wco_region, 'WCO region' FROM ref.countries
      WHERE wco_region IS NOT NULL ORDER BY 1
      """)
  }

  /// - Parameters:
  ///   - ending: what closes the text behind a candidate that is alone.
  ///   - others: texts that may stand there too, and are not listed.
  private func choose(
    _ start: String, _ candidates: [Completion.Candidate], ending: String = "'",
    besides others: [String] = []
  ) -> Completion {
    let folded = start.lowercased()
    // Inside quotes a quote is doubled, as it was when it was typed.
    func doubled(_ text: String) -> String { text.replacing("'", with: "''") }
    let fitting = candidates.filter { $0.text.lowercased().hasPrefix(folded) && $0.isVisible }
      .map { Completion.Candidate(text: doubled($0.text), kind: $0.kind) }
    return Completion(
      of: doubled(start), from: fitting, ending: ending, besides: others.map(doubled))
  }
}

/// What a text that begins behind some tokens is used for.
enum TextUse: Equatable {
  struct Column: Equatable {
    let qualifier: String?
    let name: String
  }

  /// Compared with a column, or with a pattern.
  case value(Column, isPattern: Bool)
  /// `MEASURE '…'`.
  case measure
  /// `convert(quantity, '…')`.
  case unit
  /// `date_trunc('…', seized_on)`.
  case datePart
  /// `DURING '…'`.
  case operation
  /// `UNDER '…'`.
  case branch

  init?(of tokens: ArraySlice<Token>, in source: Source) {
    switch tokens.last?.kind {
    case .keyword(.during): self = .operation
    case .keyword(.under): self = .branch
    case .keyword(.like), .keyword(.ilike):
      self.init(column: Self.withoutNot(tokens.dropLast()), in: source, isPattern: true)
    case .symbol(.equal), .symbol(.notEqual), .symbol(.exclamationEqual), .symbol(.doubleEqual),
      .symbol(.less), .symbol(.greater), .symbol(.lessOrEqual), .symbol(.greaterOrEqual),
      .keyword(.between):
      self.init(column: Self.withoutNot(tokens.dropLast()), in: source, isPattern: false)
    case .word where Self.text(tokens.last, source).lowercased() == "measure": self = .measure
    case .symbol(.comma), .symbol(.leftParenthesis):
      self.init(inList: tokens, in: source)
    default: return nil
    }
  }

  /// In parentheses: a list of values, or the arguments of a function.
  private init?(inList tokens: ArraySlice<Token>, in source: Source) {
    var rest = tokens
    var commas = 0
    while let last = rest.popLast() {
      switch last.kind {
      case .symbol(.comma): commas += 1
      case .symbol(.leftParenthesis):
        if rest.last?.kind == .keyword(.in) {
          self.init(
            column: Self.withoutNot(rest.dropLast()), in: source, isPattern: false)
          return
        }
        let name = Self.text(rest.last, source).lowercased()
        switch commas {
        case 0 where Self.takesDatePart(name): self = .datePart
        case 1 where name == "convert" || name == "try_convert": self = .unit
        default: return nil
        }
        return
      case .symbol(.rightParenthesis): return nil
      default: break
      }
    }
    return nil
  }

  private static func takesDatePart(_ function: String) -> Bool {
    FunctionReference.all.contains {
      $0.names.contains(function) && $0.signature.contains("('part', ")
    }
  }

  private init?(column tokens: ArraySlice<Token>, in source: Source, isPattern: Bool) {
    guard let name = tokens.last, name.kind == .word || name.kind == .quotedName || name.isKeyword
    else { return nil }
    var qualifier: String?
    if tokens.dropLast().last?.kind == .symbol(.dot) {
      qualifier = SQLText.unquoted(Self.text(tokens.dropLast(2).last, source))
    }
    let column = Column(qualifier: qualifier, name: SQLText.unquoted(Self.text(name, source)))
    self = .value(column, isPattern: isPattern)
  }

  private static func withoutNot(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    tokens.last?.kind == .keyword(.not) ? tokens.dropLast() : tokens
  }

  private static func text(_ token: Token?, _ source: Source) -> String {
    token.map { String(source.text(of: $0.range)) } ?? ""
  }
}

extension Token {
  fileprivate var isKeyword: Bool { if case .keyword = kind { true } else { false } }
}
