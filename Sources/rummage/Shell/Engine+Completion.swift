import Columns
import Glibc
import Language
import Loading
import Planning

// What the completion asks: nothing is told of it, and nothing goes wrong.

extension Engine {
  /// The tables and views, in order of their names.
  var tableNames: [String] { (tables.map(\.name) + views.map(\.name)).sorted() }

  /// The largest file that is read to learn its columns, in bytes: a tenth of a second or so.
  private static let quickFile = 16 << 20

  /// The columns of what `table` says, as it is written behind FROM; nil where it is not known, or
  /// would take long to read.
  ///
  /// - Parameter with: the tables that WITH defines before it, as written.
  func fields(of table: String, with: String = "") -> [Field]? {
    if let known = self.table(written: table) { return known.fields }
    guard isQuick(table) else { return nil }
    return try? aside.fields(of: Source("\(with) SELECT * FROM \(table)"))
  }

  private func table(written name: String) -> Table? {
    tables.first { SQLText.name($0.name) == name || $0.name == name }
  }

  /// The rows of a query of two columns of text.
  func pairs(_ query: String) -> [Completion.Candidate] {
    guard let relation = quietly(query), relation.fields.count == 2 else { return [] }
    return relation.chunks.flatMap { chunk in
      (0..<chunk.count).compactMap { row in
        guard case .text(let text) = chunk.columns[0].value(row) else { return nil }
        var about = ""
        if case .text(let known) = chunk.columns[1].value(row) { about = known }
        return Completion.Candidate(text: text, kind: about)
      }
    }
  }

  /// Whether the values of a column of `table` are there to be looked at: it is a table in memory or
  /// a small file, and no query that would have to be computed.
  func holdsRows(_ table: String) -> Bool {
    if self.table(written: table) != nil { return true }
    let tokens = Lexer.tokens(of: table)
    return tokens.count == 2 && tokens[0].kind == .string && isQuick(table)
  }

  /// Whether nothing large must be read for `table`.
  private func isQuick(_ table: String) -> Bool {
    Lexer.tokens(of: table).filter { $0.kind == .string }.allSatisfy { token in
      let path = Source(table).text(of: token.range).dropFirst().dropLast()
      var status = stat()
      return stat(String(path), &status) == 0 && status.st_size <= Self.quickFile
    }
  }
}
