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

  /// Completes the name of a file or folder.
  ///
  /// - Parameter quote: what ends it; empty where a space does.
  func completeFile(_ typed: String, quote: String) -> Completion {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<slash])
    let start = String(typed[slash...])
    let entries = Folder.entries(of: folder.isEmpty ? "." : folder).filter {
      $0.name.hasPrefix(start) && (start.hasPrefix(".") || !$0.name.hasPrefix("."))
    }
    let candidates = entries.map { entry in
      Completion.Candidate(
        text: folder + entry.name + (entry.isFolder ? "/" : ""),
        kind: entry.isFolder ? "folder" : "file")
    }
    let isFolder = entries.count == 1 && entries[0].isFolder
    return Completion(
      of: typed, from: candidates, ending: isFolder ? "" : quote.isEmpty ? " " : quote)
  }
}
