import Language
import Planning

extension Completer {
  /// The tables of the schema `ref`, where its name and a dot stand before the cursor; nil elsewhere.
  static func referenceTables(
    standingAfter tokens: ArraySlice<Token>, in text: String
  ) -> [Completion.Candidate]? {
    guard tokens.last?.kind == .symbol(.dot), let schema = tokens.dropLast().last,
      isReferenceSchema(schema, Source(text))
    else { return nil }
    return ReferenceTable.all.map { Completion.Candidate(text: $0.name, kind: $0.help) }
  }

  /// The tables of the schema `ref` that a statement names.
  static func referenceTables(in tokens: [Token], of text: String) -> [ReferenceTable] {
    let source = Source(text)
    return tokens.indices.dropFirst(2).compactMap { index in
      guard tokens[index - 1].kind == .symbol(.dot), isReferenceSchema(tokens[index - 2], source)
      else { return nil }
      return ReferenceTable.named(String(source.text(of: tokens[index].range)))
    }
  }

  private static func isReferenceSchema(_ token: Token, _ source: Source) -> Bool {
    source.text(of: token.range).lowercased() == ReferenceTable.schema
  }
}
