import Language
import Testing

/// Whatever the text, lexer, splitter and parser do not trap, and what they say holds together.
@Suite struct FuzzTests {
  /// Splitmix64: the same numbers on every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let corpus: [String] = [
    Script.cases(ParserQueryTests.script).map(\.input),
    Script.cases(ParserStatementTests.script).map(\.input),
    Script.cases(ParserExpressionTests.script).map { "SELECT \($0.input) FROM t" },
    (Script.cases(SyntaxErrorTests.words) + Script.cases(SyntaxErrorTests.signs)
      + Script.cases(SyntaxErrorTests.clauses)).map { MarkedText($0.input).text },
  ].flatMap(\.self)

  /// Puts a text through everything and checks what must hold for any text.
  private func check(_ text: String) {
    let length = text.utf8.count
    func isInside(_ range: SourceRange) -> Bool {
      range.lowerBound >= 0 && range.upperBound <= length
    }

    var end = 0
    for token in Lexer.tokens(of: text, includingComments: true) {
      #expect(token.range.lowerBound >= end && isInside(token.range), "\(text)")
      #expect(token.kind == .end || !token.range.isEmpty, "\(text)")
      end = token.range.upperBound
    }

    for case .statement(let source) in StatementSplitter.items(of: text) {
      #expect(!source.text.isEmpty, "\(text)")
    }

    let source = Source(text)
    do throws(Diagnostic) {
      let statement = try Parser.statement(source)
      #expect(isInside(statement.range))
      if case .query(let query) = statement.kind {
        checkWrittenBack(query, text)
      }
    } catch {
      #expect(!error.message.isEmpty, "\(text)")
      #expect(error.range.map(isInside) == true, "\(text)")
      #expect(error.labels.allSatisfy { isInside($0.range) }, "\(text)")
      if let fix = error.fix { #expect(fix.applied(to: text) != nil, "\(text)") }
    }
  }

  /// What a tree is written back as is a fixed point: it parses, and is written the same again.
  private func checkWrittenBack(_ query: Query, _ text: String) {
    let sql = query.sql
    do throws(Diagnostic) {
      guard case .query(let again) = try Parser.statement(Source(sql)).kind else {
        Issue.record("not a query: \(text)\n\(sql)")
        return
      }
      #expect(again.sql == sql, "\(text)")
    } catch {
      // Written parentheses nest more deeply than the text did.
      if !error.message.contains("nested too deeply") {
        Issue.record("\(error.message): \(text)\n\(sql)")
      }
    }
  }

  @Test func everyPrefixOfTheCorpus() {
    for text in Self.corpus {
      let bytes = Array(text.utf8)
      for count in 0...bytes.count {
        check(String(decoding: bytes[..<count], as: UTF8.self))
      }
    }
  }

  @Test func everySuffixOfTheCorpus() {
    for text in Self.corpus {
      let bytes = Array(text.utf8)
      for count in 0...bytes.count {
        check(String(decoding: bytes[count...], as: UTF8.self))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func mutatedStatements(seed: UInt64) {
    var generator = Generator(state: seed)
    let pieces = Self.corpus.flatMap { text in
      Lexer.tokens(of: text).dropLast().map { String(Source(text).text(of: $0.range)) }
    }
    for _ in 0..<6_000 {
      let text = Self.corpus[Int.random(in: 0..<Self.corpus.count, using: &generator)]
      let source = Source(text)
      var tokens = Lexer.tokens(of: text).dropLast().map { String(source.text(of: $0.range)) }
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !tokens.isEmpty {
        let place = Int.random(in: 0..<tokens.count, using: &generator)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(piece, at: place)
        case 2: tokens[place] = piece
        default: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &generator))
        }
      }
      check(tokens.joined(separator: " "))
    }
  }

  @Test(arguments: [11, 12])
  func tokenSoup(seed: UInt64) {
    var generator = Generator(state: seed)
    let words =
      Keyword.allCases.map(\.rawValue) + Symbol.allCases.map(\.rawValue)
      + ["a", "b", "t", "1", "2.5", "'x'", "\"y\"", "$p", "?", "e'", "--", "/*", "*/", "'", "\n"]
    for _ in 0..<10_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let soup = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
      check("SELECT " + soup.joined(separator: " "))
      check(soup.joined(separator: Bool.random(using: &generator) ? "" : " "))
    }
  }

  @Test(arguments: [21, 22])
  func randomBytes(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<10_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }
}
