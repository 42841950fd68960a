import Glibc
import Language
import Planning

/// Finds what may stand at the cursor: commands of the console, keywords, tables, columns, files.
struct Completer {
  let tables: [Engine.Table]
  let functions: [String]

  /// - Parameters:
  ///   - statement: the lines of the statement before the one that is edited.
  ///   - line: that line up to the cursor.
  func complete(statement: String, line: String) -> Completion {
    if statement.isEmpty, line.first == "." { return completeCommand(line) }
    let tokens = Lexer.tokens(of: statement + line)
    if let file = openFileName(tokens, statement + line) { return completeFile(file, quote: "'") }
    let word = Self.lastWord(line)
    // In a string there is nothing to complete yet.
    if case .invalid(.unclosedString)? = tokens.dropLast().last?.kind {
      return .init(of: "", from: [])
    }
    let typed = word.lowercased()
    // The word at the cursor is one of the tokens, and the end another.
    let before = tokens.dropLast(word.isEmpty ? 1 : 2)
    let all =
      Self.options(standingAfter: before, in: statement + line)
      ?? Self.referenceTables(standingAfter: before, in: statement + line)
      ?? names(standingAfter: tokens, typed: word, in: statement + line)
    let candidates = all.filter { $0.text.lowercased().hasPrefix(typed) }
    return Completion(of: word, from: candidates, ending: "")
  }

  private func names(
    standingAfter tokens: [Token], typed: String, in text: String
  ) -> [Completion.Candidate] {
    let before = tokens.dropLast(typed.isEmpty ? 1 : 2).last?.kind
    let tableNames = tables.map {
      Completion.Candidate(text: Identifier.quoted($0.name), kind: "table")
    }
    if let before, Self.precedesTable(before) {
      // Those that come with the program are offered to who asks for them.
      let references = ReferenceTable.all.map {
        Completion.Candidate(text: $0.qualifiedName, kind: $0.help)
      }
      return typed.isEmpty ? tableNames : tableNames + references
    }
    if typed.isEmpty, before == nil { return [] }
    var seen: Set<String> = []
    var candidates: [Completion.Candidate] = []
    let references = Self.referenceTables(in: tokens, of: text)
    let known =
      tables.map { ($0.name, $0.fields) } + references.map { ($0.qualifiedName, $0.fields) }
    for (table, fields) in known {
      for field in fields where seen.insert(field.name).inserted {
        candidates.append(
          .init(text: Identifier.quoted(field.name), kind: "\(field.type) in \(table)"))
      }
    }
    candidates.sort { $0.text < $1.text }
    // An empty word would bring up everything: columns are what is wanted then.
    if typed.isEmpty { return candidates }
    candidates += tableNames
    candidates += functions.map { .init(text: $0 + "(", kind: "function") }
    let isLower = typed.utf8.allSatisfy { !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0) }
    candidates += Keyword.allCases.map { keyword in
      .init(text: isLower ? keyword.rawValue.lowercased() : keyword.rawValue, kind: "keyword")
    }
    return candidates
  }

  private static func precedesTable(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .keyword(.from), .keyword(.join), .keyword(.describe), .keyword(.table): true
    default: false
    }
  }

  /// Whether a text behind `tokens` names a file.
  private static func expectsFile(_ tokens: ArraySlice<Token>, in text: String) -> Bool {
    guard let last = tokens.last?.kind else { return false }
    if precedesTable(last) { return true }
    // `read_csv('…`, `read_csv(['…`
    let rest = last == .symbol(.leftBracket) ? tokens.dropLast() : tokens
    guard rest.last?.kind == .symbol(.leftParenthesis), let name = rest.dropLast().last else {
      return false
    }
    return FileFunction.named(String(Source(text).text(of: name.range))) != nil
  }

  /// What is typed of a file name in an open quote behind FROM or JOIN, or in a function that reads
  /// files.
  private func openFileName(_ tokens: [Token], _ text: String) -> String? {
    let real = tokens.dropLast()
    guard let last = real.last, last.kind == .invalid(.unclosedString),
      Self.expectsFile(real.dropLast(), in: text)
    else { return nil }
    return String(Source(text).text(of: last.range).dropFirst())
  }

  /// The name that ends `line`: empty behind a space or a sign.
  private static func lastWord(_ line: String) -> String {
    var start = line.endIndex
    while start > line.startIndex {
      let before = line.index(before: start)
      let character = line[before]
      guard character.isLetter || character.isNumber || character == "_" else { break }
      start = before
    }
    return String(line[start...])
  }

  // MARK: Commands

  private func completeCommand(_ line: String) -> Completion {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let typed = words.last ?? ""
    guard words.count > 1 else {
      let candidates = DotCommand.all.filter { $0.name.hasPrefix(typed) }
        .map { Completion.Candidate(text: $0.name, kind: $0.help) }
      return Completion(of: typed, from: candidates)
    }
    guard let command = DotCommand.all.first(where: { $0.name == words[0] }) else {
      return Completion(of: typed, from: [])
    }
    switch command.completion {
    case .nothing: return Completion(of: typed, from: [])
    case .words(let words): return choose(typed, words, kind: "")
    case .tables: return choose(typed, tables.map(\.name), kind: "table")
    case .commands: return choose(typed, DotCommand.all.map(\.name), kind: "")
    case .files: return completeFile(typed, quote: "")
    case .load:
      if words.count == 2 { return completeFile(typed, quote: "") }
      return Completion(
        of: typed,
        from: Self.loadOptions(typed).filter { $0.text.hasPrefix(typed.lowercased()) },
        ending: "")
    }
  }

  private func choose(_ typed: String, _ words: [String], kind: String) -> Completion {
    Completion(
      of: typed,
      from: words.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
        .map { .init(text: $0, kind: kind) })
  }

  // MARK: Files

  private func completeFile(_ typed: String, quote: String) -> Completion {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<slash])
    let start = String(typed[slash...])
    let names = Folder.entries(of: folder.isEmpty ? "." : folder).filter {
      $0.name.hasPrefix(start) && (start.hasPrefix(".") || !$0.name.hasPrefix("."))
    }
    let candidates = names.map { entry in
      Completion.Candidate(
        text: folder + entry.name + (entry.isFolder ? "/" : ""),
        kind: entry.isFolder ? "folder" : "file")
    }
    let isFolder = names.count == 1 && names[0].isFolder
    return Completion(
      of: typed, from: candidates, ending: isFolder ? "" : quote.isEmpty ? " " : quote)
  }
}
