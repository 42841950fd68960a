import Columns
import Language
import Planning

extension Completer {
  /// Completes a name or a keyword; nothing of it may be typed yet.
  ///
  /// - Parameters:
  ///   - tokens: those of `typed`, without the end.
  ///   - typed: the statement up to the cursor.
  ///   - after: what stands behind the cursor.
  func completeName(_ tokens: ArraySlice<Token>, typed: String, after: String) -> Completion {
    let word = Self.wordAtEnd(tokens, of: typed)
    let before = tokens.dropLast(word.isEmpty ? 0 : 1)
    let prefix = String(typed.utf8.dropLast(word.utf8.count)) ?? ""
    let isQuoted = word.hasPrefix("\"")
    let start = isQuoted ? String(word.dropFirst()) : word
    var found =
      Self.options(standingAfter: before, in: prefix)
      ?? Self.dateParts(standingAfter: before, in: prefix)
      ?? qualifiedNames(standingAfter: before, prefix: prefix, after: after)
      ?? names(after: prefix, tokens: before, start: start, rest: after)
    if isQuoted { found = found.filter(\.isName).map(\.quoted) }
    let folded = start.lowercased()
    let candidates = found.filter {
      SQLText.unquoted($0.text).lowercased().hasPrefix(folded)
    }
    // A name that needs its quotes is put in with them, whether they were typed or not.
    return Completion(of: word, from: candidates, ending: "")
  }

  /// The name or keyword that ends `text` without a space behind it; empty where there is none.
  private static func wordAtEnd(_ tokens: ArraySlice<Token>, of text: String) -> String {
    guard let last = tokens.last, last.range.upperBound == text.utf8.count else { return "" }
    switch last.kind {
    case .word, .keyword, .invalid(.unclosedName), .invalid(.emptyName):
      return String(Source(text).text(of: last.range))
    default: return ""
    }
  }

  /// What may stand behind a name and a dot: columns of a table, tables of a schema.
  private func qualifiedNames(
    standingAfter tokens: ArraySlice<Token>, prefix: String, after: String
  ) -> [Completion.Candidate]? {
    guard tokens.last?.kind == .symbol(.dot) else { return nil }
    guard let qualifier = tokens.dropLast().last else { return [] }
    let name = String(Source(prefix).text(of: qualifier.range))
    if name.lowercased() == ReferenceTable.schema {
      return ReferenceTable.all.map { Completion.Candidate(text: $0.name, kind: $0.help) }
    }
    let scope = StatementScope(prefix + " " + after, at: prefix.utf8.count)
    let bare = name.lowercased().split(separator: "\"").joined()
    let table = scope.tables.first { $0.alias?.lowercased() == bare }
    if let table { return columns(of: [table], with: scope.with) }
    // FROM may still be to come.
    let own = engine.tableNames.first { $0.lowercased() == bare }
    return own.map { columns(of: [.init(text: SQLText.name($0), alias: nil)], with: "") } ?? []
  }

  /// The parts of a date, behind `EXTRACT(`.
  private static func dateParts(
    standingAfter tokens: ArraySlice<Token>, in prefix: String
  ) -> [Completion.Candidate]? {
    guard tokens.last?.kind == .symbol(.leftParenthesis), let name = tokens.dropLast().last,
      Source(prefix).text(of: name.range).lowercased() == "extract"
    else { return nil }
    return datePartNames
  }

  /// The parts of a date by their names.
  static let datePartNames = DatePart.allCases.map {
    Completion.Candidate(text: $0.name, kind: "part of a date")
  }

  private func names(
    after prefix: String, tokens: ArraySlice<Token>, start: String, rest: String
  ) -> [Completion.Candidate] {
    let wanted = Keyword.allCases.filter {
      start.isEmpty || $0.rawValue.lowercased().hasPrefix(start.lowercased())
    }
    let continuation = Continuation(of: prefix, keywords: wanted)
    let keywords = Self.keywords(continuation.keywords, after: prefix, like: start)
    switch continuation.role {
    case .table, .view:
      let scope = StatementScope(prefix + " " + rest, at: prefix.utf8.count)
      let common = scope.commonTables.map {
        Completion.Candidate(text: $0, kind: "table of this statement")
      }
      return common + tables(start: start) + (start.isEmpty ? [] : keywords)
    case .column:
      let scope = StatementScope(prefix + " " + rest, at: prefix.utf8.count)
      let columns =
        outputs(of: scope) + columns(of: scope.tables, with: scope.with)
      let values = values(standingAfter: tokens, in: prefix, scope: scope, start: start)
      if start.isEmpty { return columns.isEmpty ? values : values + columns }
      return columns + aliases(in: scope) + Self.functions(start: start) + keywords
    case .type: return TypeNames.known.map { Completion.Candidate(text: $0, kind: "type") }
    case .setting:
      return Setting.all.map { Completion.Candidate(text: $0.names[0], kind: $0.values) }
    default: return keywords
    }
  }

  // MARK: Keywords

  /// The keywords in the case that is being typed, each with the one that must follow it.
  private static func keywords(
    _ keywords: [Keyword], after prefix: String, like start: String
  ) -> [Completion.Candidate] {
    let isLower = isLowerCase(start.isEmpty ? prefix : start)
    return keywords.map { keyword in
      let next = Continuation(
        of: prefix + " " + keyword.rawValue, keywords: [.by, .into, .join])
      let follower = next.role == nil && next.keywords.count == 1 ? next.keywords : []
      let text = ([keyword] + follower).map(\.rawValue).joined(separator: " ")
      return Completion.Candidate(text: isLower ? text.lowercased() : text, kind: "")
    }
  }

  private static func isLowerCase(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    return !letters.isEmpty && letters.allSatisfy { !$0.properties.isUppercase }
  }

  // MARK: Tables

  private func tables(start: String) -> [Completion.Candidate] {
    let own = engine.tableNames.map {
      Completion.Candidate(text: SQLText.name($0), kind: "table")
    }
    // Those that come with the program are offered to who asks for them.
    if start.isEmpty { return own }
    let references = ReferenceTable.all.map {
      Completion.Candidate(text: $0.qualifiedName, kind: $0.help)
    }
    let functions = FunctionReference.tables.map {
      Completion.Candidate(text: $0.name + "(", kind: "\($0.signature): \($0.help)")
    }
    return own + references + functions
  }

  // MARK: Columns

  /// The columns of tables in FROM; of all tables where there is no FROM yet.
  private func columns(
    of tables: [StatementScope.Table], with: String
  ) -> [Completion.Candidate] {
    let known =
      tables.isEmpty
      ? engine.tableNames.map { ($0, engine.fields(of: SQLText.name($0))) }
      : tables.map { ($0.alias ?? $0.text, engine.fields(of: $0.text, with: with)) }
    var seen: Set<String> = []
    return known.flatMap { name, fields in
      (fields ?? []).filter { seen.insert($0.name).inserted }.map { field in
        Completion.Candidate(
          text: SQLText.name(field.name),
          kind: "\(field.type.description.lowercased()) in \(name)")
      }
    }
  }

  private func outputs(of scope: StatementScope) -> [Completion.Candidate] {
    scope.outputs.map { Completion.Candidate(text: SQLText.name($0), kind: "column of this query") }
  }

  private func aliases(in scope: StatementScope) -> [Completion.Candidate] {
    scope.tables.compactMap(\.alias).map {
      Completion.Candidate(text: SQLText.name($0), kind: "table")
    }
  }

  // MARK: Functions

  private static func functions(start: String) -> [Completion.Candidate] {
    let folded = start.lowercased()
    var seen: Set<String> = []
    return FunctionReference.all.filter { $0.kind != .table }.flatMap { function in
      function.names.filter { $0.hasPrefix(folded) && seen.insert($0).inserted }.map {
        Completion.Candidate(text: $0 + "(", kind: "\(function.signature): \(function.help)")
      }
    }
  }
}

extension Completion.Candidate {
  /// Whether it is the name of a table or column, and no function or keyword.
  fileprivate var isName: Bool { !kind.isEmpty && !text.hasSuffix("(") }

  /// The candidate as a name in double quotes.
  fileprivate var quoted: Self {
    Self(text: SQLText.quoted(SQLText.unquoted(text)), kind: kind)
  }
}
