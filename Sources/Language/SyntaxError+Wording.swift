// Syntax errors in words.

extension SyntaxError {
  /// The error for people: what was found, what was expected, and the correction when one is
  /// clearly best.
  package func diagnostic(in source: Source) -> Diagnostic {
    let found = Found(range, in: source)
    var diagnostic = Diagnostic(.error, "", at: range)
    switch kind {
    case .unclosedString, .unclosedName, .unclosedComment, .emptyName, .malformedNumber,
      .typographicQuote, .backquote, .unknownCharacter, .badEscape, .apostrophe:
      wordLexical(&diagnostic, found, source)
    case .swappedOperator, .chainedComparison, .emptyParentheses, .missingIs,
      .joinWithoutCondition, .joinWithCondition, .limitWithComma, .inWithoutParentheses,
      .unknownIntervalUnit, .unparenthesisedQuery, .selectTop, .topWithOrder, .selectInto,
      .unsupported,
      .generatedColumn, .unequalLists:
      wordHabit(&diagnostic, found, source)
    default:
      wordGrammar(&diagnostic, found, source)
    }
    return diagnostic
  }

  /// Source text as a message quotes it.
  private struct Found {
    let text: String
    let quoted: String

    init(_ range: SourceRange, in source: Source) {
      text = String(source.text(of: range))
      quoted =
        text.isEmpty
        ? "the end of the statement"
        : text == ";" ? "the semicolon" : "`\(Found.shortened(text))`"
    }

    /// At most forty characters of one line.
    static func shortened(_ text: String) -> String {
      let line = text.prefix { !$0.isNewline }
      return line.count > 40 ? "\(line.prefix(39))…" : String(line)
    }
  }

  // MARK: Tokens

  private func wordLexical(
    _ diagnostic: inout Diagnostic, _ found: Found, _ source: Source
  ) {
    switch kind {
    case .unclosedString:
      diagnostic.message = "this text is never closed: a single quote opens it and none ends it"
      diagnostic.fix = closingFix("'", source)
    case .unclosedName:
      diagnostic.message = "this name is never closed: a double quote opens it and none ends it"
      diagnostic.fix = closingFix("\"", source)
    case .unclosedComment:
      diagnostic.message = "this comment is never closed: expected `*/`"
    case .emptyName:
      diagnostic.message = "a name in double quotes must have at least one character"
      diagnostic.help = ["an empty text is written ''"]
    case .malformedNumber:
      diagnostic.message = "\(found.quoted) is neither a number nor a name"
      if Self.isName(found.text) {
        diagnostic.help = ["a name that begins with a digit stands in double quotes"]
        diagnostic.fix = Diagnostic.Fix(range, "\"\(found.text)\"")
      }
    case .typographicQuote:
      diagnostic.message = "typographic quotation marks do not quote"
      diagnostic.help = ["a text stands in 'single quotes', a name in \"double quotes\""]
      if found.text.count > 1 {
        let inside = found.text.dropFirst().dropLast()
        diagnostic.fix = Diagnostic.Fix(range, "'\(inside)'")
      }
    case .backquote:
      diagnostic.message = "backquotes do not quote"
      diagnostic.help = ["a name stands in \"double quotes\", a text in 'single quotes'"]
      if found.text.count > 2 {
        diagnostic.fix = Diagnostic.Fix(range, "\"\(found.text.dropFirst().dropLast())\"")
      }
    case .unknownCharacter:
      diagnostic.message = "\(found.quoted) has no meaning here"
      if let (meant, help) = Self.lookAlikes[found.text] {
        diagnostic.help = [help]
        if let meant { diagnostic.fix = Diagnostic.Fix(range, meant) }
      }
    case .badEscape:
      diagnostic.message = "\(found.quoted) is no character"
      diagnostic.help = ["in E'…' write \\xHH, \\uHHHH or \\UHHHHHHHH; a backslash is \\\\"]
    default:
      diagnostic.message = "this apostrophe ends the text"
      diagnostic.help = ["inside a text an apostrophe is written twice"]
      if case .apostrophe(closesLater: true) = kind {
        diagnostic.fix = Diagnostic.Fix(SourceRange(at: range.upperBound), "'")
      }
    }
  }

  /// Whether what begins with a digit is more likely a name than a number gone wrong.
  private static func isName(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.count > 1 && !text.lowercased().hasPrefix("0x")
      && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }

  /// Closes a quote that holds a single word and runs to the end of the statement.
  private func closingFix(_ quote: String, _ source: Source) -> Diagnostic.Fix? {
    let rest = source.text(of: SourceRange(range.lowerBound, source.text.utf8.count))
    var word = rest
    while let last = word.last, last.isWhitespace || last == ";" || last == ")" {
      word.removeLast()
    }
    guard word.count > 1, !word.contains(where: \.isWhitespace) else { return nil }
    return Diagnostic.Fix(SourceRange(at: range.lowerBound + word.utf8.count), quote)
  }

  /// What is written here for a character that other languages or word processors write, where one
  /// stands for it, and a word of help.
  private static let lookAlikes: [String: (String?, String)] = [
    "≤": ("<=", "less or equal is written <="),
    "≥": (">=", "greater or equal is written >="),
    "≠": ("<>", "unequal is written <>"),
    "−": ("-", "this is a typographic minus sign"),
    "–": ("-", "this is a dash, not a minus sign"),
    "—": ("-", "this is a dash, not a minus sign"),
    "×": ("*", "multiplication is written *"),
    "÷": ("/", "division is written /"),
    "!": (nil, "not is written NOT, unequal is written <> or !="),
    "#": (nil, "a comment begins with --"),
    "\\": (nil, "commands of the console begin with a dot, such as .help"),
    "$": (nil, "a parameter has a name or a number: $year, $1"),
  ]

  // MARK: Grammar

  private func wordGrammar(
    _ diagnostic: inout Diagnostic, _ found: Found, _ source: Source
  ) {
    switch kind {
    case .nothingToParse:
      diagnostic.message = "there is no statement here"
    case .unexpected(let expected):
      diagnostic.message = "found \(found.quoted), expected \(Self.list(expected))"
      labelOpening(&diagnostic, source)
      if expected.contains(.symbol(.rightParenthesis)), Self.clauseStarts.contains(found.text) {
        diagnostic.fix = Diagnostic.Fix(SourceRange(at: endOfText(before: range, source)), ")")
      }
    case .misspelt(let meant):
      diagnostic.message = "found \(found.quoted); did you mean \(meant)?"
      diagnostic.fix = Diagnostic.Fix(range, Self.inCase(of: found.text, meant))
    case .missingToken(let missing):
      let isWord = missing.allSatisfy(\.isLetter)
      diagnostic.message =
        "found \(found.quoted), expected \(isWord ? missing : "`\(missing)`")"
      diagnostic.fix = Diagnostic.Fix(
        SourceRange(at: endOfText(before: range, source)), " \(missing)")
    case .trailingComma:
      diagnostic.message = "this comma has nothing to separate"
      diagnostic.fix = Diagnostic.Fix(range, "")
    case .missingComma(let isCertain):
      let gap = source.text(of: range).utf8.prefix { $0 <= 0x20 }.count
      let item = SourceRange(range.lowerBound + gap, range.upperBound)
      diagnostic.range = item
      diagnostic.message = "a comma is missing before \(Found(item, in: source).quoted)"
      if isCertain {
        diagnostic.fix = Diagnostic.Fix(
          SourceRange(at: range.lowerBound), gap == 0 ? ", " : ",")
      } else if source.text(of: item).hasPrefix("'") {
        diagnostic.help = ["an alias stands in double quotes, not in single ones"]
      } else {
        diagnostic.help = ["the word before it is read as an alias"]
      }
    case .missingValue(let before):
      let isFirst = before.isEmpty || range.lowerBound == 0
      let place = isFirst ? "" : " after `\(Found.shortened(before))`"
      let noun = Self.noun(after: before.uppercased())
      diagnostic.message = "found \(found.quoted), expected \(noun)\(place)"
      labelOpening(&diagnostic, source)
      if before.uppercased() == "SELECT", found.text.uppercased() == "FROM" {
        diagnostic.help = ["* stands for every column"]
        diagnostic.fix = Diagnostic.Fix(SourceRange(at: range.lowerBound), "* ")
      }
    case .reservedName(let role):
      diagnostic.message = "\(found.quoted) is a word of the language, not a \(role.rawValue)"
      diagnostic.help = ["a name like it stands in double quotes"]
      diagnostic.fix = Diagnostic.Fix(range, "\"\(found.text)\"")
    case .stringForName(let role):
      diagnostic.message = "\(found.quoted) is a text, expected \(Self.name(role))"
      diagnostic.help = ["single quotes are for texts; a name stands in double quotes or bare"]
      diagnostic.fix = Diagnostic.Fix(range, Self.nameForText(found.text))
    case .unclosed(let symbol):
      diagnostic.message = "this `\(symbol.rawValue)` is never closed"
      diagnostic.help = ["expected `\(symbol.closing.rawValue)` before the end of the statement"]
    case .strayClosing(let symbol):
      diagnostic.message = "this `\(symbol.rawValue)` closes nothing"
      diagnostic.fix = Diagnostic.Fix(range, "")
    case .unclosedCase:
      diagnostic.message = "this CASE has no END"
    case .statementStart(let isExpression):
      diagnostic.message =
        found.text.isEmpty
        ? "found \(found.quoted), expected a statement"
        : "\(found.quoted) does not begin a statement"
      if isExpression {
        diagnostic.fix = Diagnostic.Fix(SourceRange(at: range.lowerBound), "SELECT ")
      } else if Self.commands.contains(found.text.lowercased()) {
        diagnostic.help = ["commands of the console begin with a dot, such as .help"]
      } else {
        diagnostic.help = ["a query begins with SELECT, FROM, WITH or VALUES"]
      }
    case .moreThanOneStatement:
      diagnostic.message = "found \(found.quoted) after the semicolon that ends the statement"
    case .misplacedClause(let keyword, let other, let place):
      diagnostic.message = "\(keyword.clause) stands before \(other.clause)"
      diagnostic.labels = [Diagnostic.Label(place, "\(other.clause) begins here")]
    case .repeatedClause(let keyword, let place):
      diagnostic.message = "this query has a second \(keyword.clause)"
      diagnostic.labels = [Diagnostic.Label(place, "the first one")]
      switch keyword {
      case .where, .having, .qualify:
        diagnostic.help = ["conditions are joined by AND"]
        diagnostic.fix = Diagnostic.Fix(range, "AND")
      case .select, .from:
        diagnostic.help = ["a semicolon goes between two statements"]
      default:
        diagnostic.help = ["the terms of a list are separated by commas"]
      }
    case .tooDeep:
      diagnostic.message = "this statement is nested too deeply"
      diagnostic.help = ["name its parts in WITH; write a long chain as a list"]
    default:
      diagnostic.message = "found \(found.quoted)"
    }
  }

  /// Words that are meant for the console.
  private static let commands: Set<String> = [
    "clear", "exit", "help", "mode", "open", "quit", "read", "schema", "tables", "timer",
  ]

  /// Where the text before a range ends, white space aside.
  private func endOfText(before range: SourceRange, _ source: Source) -> Int {
    let before = source.text(of: SourceRange(0, range.lowerBound)).utf8
    return before.count - before.reversed().prefix { $0 <= 0x20 }.count
  }

  private func labelOpening(_ diagnostic: inout Diagnostic, _ source: Source) {
    guard let opening else { return }
    let text = source.text(of: opening)
    diagnostic.labels = [Diagnostic.Label(opening, "inside this `\(text)`")]
  }

  // MARK: Habits from elsewhere

  private func wordHabit(
    _ diagnostic: inout Diagnostic, _ found: Found, _ source: Source
  ) {
    switch kind {
    case .swappedOperator(let meant):
      diagnostic.message = "\(found.quoted) is no operator; did you mean \(meant)?"
      diagnostic.fix = Diagnostic.Fix(range, meant)
    case .chainedComparison:
      diagnostic.message = "comparisons do not chain: found \(found.quoted) after a comparison"
      diagnostic.help = ["each comparison stands alone; AND joins them"]
      if let opening {
        // The middle operand stands between the two operators.
        diagnostic.fix = Diagnostic.Fix(range, "AND \(source.text(of: opening)) \(found.text)")
      }
    case .emptyParentheses:
      diagnostic.message = "these parentheses are empty, expected a value"
    case .missingIs:
      diagnostic.message = "found \(found.quoted), expected IS NOT NULL"
      diagnostic.fix = Diagnostic.Fix(range, "IS NOT NULL")
    case .joinWithoutCondition:
      diagnostic.message = "this join does not say which rows belong together"
      diagnostic.help = [
        "ON left.key = right.key, or USING (key) when both columns have one name",
        "CROSS JOIN pairs every row with every other",
      ]
    case .joinWithCondition(let join):
      let words = join == .cross ? "CROSS JOIN" : "NATURAL JOIN"
      diagnostic.message = "a \(words) has no condition: found \(found.quoted)"
      diagnostic.labels = opening.map { [Diagnostic.Label($0, "leave this word out")] } ?? []
    case .limitWithComma(let count, let offset):
      diagnostic.message = "LIMIT has one number"
      diagnostic.help = ["the rows to skip come after OFFSET"]
      diagnostic.fix = Diagnostic.Fix(range, "\(count) OFFSET \(offset)")
    case .inWithoutParentheses:
      diagnostic.message = "found \(found.quoted), expected a list in parentheses after IN"
      diagnostic.help = ["IN ('ES', 'PT'), or IN (SELECT …)"]
    case .unknownIntervalUnit:
      diagnostic.message = "\(found.quoted) is no unit of time"
      diagnostic.help = ["INTERVAL 3 DAY; units: \(Self.units)"]
      let singular = IntervalUnit.allCases.map { $0.rawValue.uppercased() }
      let units = singular + singular.map { "\($0)S" }
      if let meant = Spelling.closest(to: found.text, among: units) {
        diagnostic.fix = Diagnostic.Fix(range, Self.inCase(of: found.text, meant))
      }
    case .unparenthesisedQuery:
      diagnostic.message = "a query inside an expression stands in parentheses"
      diagnostic.help = ["(SELECT …)"]
    case .selectTop(let count):
      diagnostic.message = "SELECT has no TOP"
      diagnostic.help = [
        "LIMIT \(count) at the end of the query, after ORDER BY; of groups TOP \(count) BY …"
      ]
    case .topWithOrder:
      diagnostic.message =
        "TOP orders and cuts the groups: ORDER BY and LIMIT cannot stand beside it"
    case .selectInto:
      diagnostic.message = "SELECT has no INTO"
      diagnostic.help = ["CREATE TABLE name AS SELECT … keeps a result as a table"]
    case .unsupported:
      diagnostic.message = "\(found.text.uppercased()) is not supported"
    case .unequalLists(let columns, let values):
      diagnostic.message =
        "\(columns) column\(columns == 1 ? "" : "s") cannot be set to "
        + "\(values) value\(values == 1 ? "" : "s")"
    case .generatedColumn:
      diagnostic.message = "a table has no generated columns"
      diagnostic.help = ["a view computes them: CREATE VIEW v AS SELECT *, … AS name FROM t"]
    default:
      diagnostic.message = "found \(found.quoted)"
    }
  }

  private static let units = IntervalUnit.allCases.map { $0.rawValue.uppercased() }
    .joined(separator: ", ")

  // MARK: Words

  /// `a, b or c`.
  private static func list(_ expected: [Expectation]) -> String {
    var words: [String] = []
    for expectation in expected where !words.contains(word(for: expectation)) {
      words.append(word(for: expectation))
    }
    guard let last = words.popLast() else { return "nothing" }
    return words.isEmpty ? last : "\(words.joined(separator: ", ")) or \(last)"
  }

  private static func word(for expectation: Expectation) -> String {
    switch expectation {
    case .keyword(let keyword): keyword.clause
    case .symbol(.comma): "a comma"
    case .symbol(let symbol): "`\(symbol.rawValue)`"
    case .name(let role): name(role)
    case .value: "a value"
    case .query: "a query"
    case .text(let text): text
    case .endOfStatement: "the end of the statement"
    }
  }

  private static func name(_ role: NameRole) -> String {
    switch role {
    case .name: "a name"
    case .alias: "an alias"
    case .type: "a type"
    default: "the name of a \(role.rawValue)"
    }
  }

  /// What is missing after a word or sign.
  private static func noun(after word: String) -> String {
    switch word {
    case "WHERE", "HAVING", "QUALIFY", "ON", "WHEN", "AND", "OR", "NOT": "a condition"
    case "SELECT", "BY", "DISTINCT": "a column or an expression"
    default: "a value"
    }
  }

  /// Words before which an open parenthesis must be closed.
  private static let clauseStarts: Set<String> = [
    "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "QUALIFY", "from", "where", "group",
    "having", "order", "limit", "qualify",
  ]

  /// A keyword in lower case where lower case was written.
  private static func inCase(of text: String, _ keyword: String) -> String {
    text.contains(where: \.isUppercase) ? keyword : keyword.lowercased()
  }

  /// The text `'a b'` as the name `"a b"`.
  private static func nameForText(_ text: String) -> String {
    let inside = text.drop { $0 != "'" }.dropFirst().dropLast()
    return "\"\(inside)\""
  }
}

extension Keyword {
  /// The keyword with the one that always follows it.
  fileprivate var clause: String {
    switch self {
    case .group: "GROUP BY"
    case .order: "ORDER BY"
    case .partition: "PARTITION BY"
    default: rawValue
    }
  }
}

extension Symbol {
  /// What closes this opening symbol.
  fileprivate var closing: Symbol {
    switch self {
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: .rightParenthesis
    }
  }
}
