import Language
import Planning

extension Completer {
  /// Whether a text behind `tokens` names a file.
  static func expectsFile(_ tokens: ArraySlice<Token>, in text: String) -> Bool {
    switch tokens.last?.kind {
    case .keyword(.from), .keyword(.join), .keyword(.describe), .keyword(.table), .keyword(.to),
      .keyword(.summarize):
      return true
    default: break
    }
    // `read_csv('…`, `read_csv(['…`, `read_csv(['a', '…`
    var rest = tokens
    while rest.last?.kind == .symbol(.comma) || rest.last?.kind == .string { rest.removeLast() }
    if rest.last?.kind == .symbol(.leftBracket) { rest.removeLast() }
    guard rest.last?.kind == .symbol(.leftParenthesis), let name = rest.dropLast().last else {
      return false
    }
    return FileFunction.named(String(Source(text).text(of: name.range))) != nil
  }

  /// How the name of a file is written.
  enum FileSpelling {
    /// In a text of a statement, of which the quote is open: quotes are doubled.
    case statement
    /// Behind a command: in quotes where it has blanks or quotes in it.
    case command
  }

  /// Completes the name of a file or folder.
  ///
  /// - Parameters:
  ///   - written: what is typed of it, as it is written.
  ///   - isFolder: whether folders alone are wanted.
  func completeFile(
    _ written: String, _ spelling: FileSpelling, foldersOnly: Bool = false
  ) -> Completion {
    let quote = spelling == .command ? written.first.flatMap { "'\"".contains($0) ? $0 : nil } : nil
    let typed =
      switch spelling {
      case .statement: String(written.replacing("''", with: "'"))
      case .command: quote == nil ? written : String(written.dropFirst())
      }
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<slash])
    let start = String(typed[slash...])
    let place =
      folder.hasPrefix("~/") && spelling == .command
      ? (Environment["HOME"] ?? "") + folder.dropFirst() : folder
    let entries = Folder.entries(of: place.isEmpty ? "." : place).filter {
      $0.name.hasPrefix(start) && (start.hasPrefix(".") || !$0.name.hasPrefix("."))
        && ($0.isFolder || !foldersOnly)
    }
    let candidates = entries.map { entry in
      let name = folder + entry.name + (entry.isFolder ? "/" : "")
      return Completion.Candidate(
        text: Self.written(name, spelling, quote), kind: entry.isFolder ? "folder" : "file")
    }.filter(\.isVisible)
    let endsInFolder = entries.count == 1 && entries[0].isFolder
    let isQuoted = candidates.first?.text.first.map { "'\"".contains($0) } ?? false
    let ending =
      switch spelling {
      case .statement: "'"
      case .command: isQuoted ? String(candidates[0].text.prefix(1)) + " " : " "
      }
    return Completion(of: written, from: candidates, ending: endsInFolder ? "" : ending)
  }

  /// A name as it is typed, with the quote that opens it and without the one that closes it.
  private static func written(
    _ name: String, _ spelling: FileSpelling, _ quote: Character?
  ) -> String {
    if spelling == .statement { return String(name.replacing("'", with: "''")) }
    guard quote != nil || name.contains(where: { " '\"".contains($0) }) else { return name }
    let chosen = quote ?? (name.contains("'") ? "\"" : "'")
    return "\(chosen)" + name.replacing("\(chosen)", with: "\(chosen)\(chosen)")
  }
}
