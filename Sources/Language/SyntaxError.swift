/// Why a text is no statement, as data; `SyntaxError+Wording.swift` puts it into words.
package struct SyntaxError: Error, Sendable {
  package indirect enum Kind: Sendable {
    // What the lexer could not read.
    case unclosedString
    case unclosedName
    case unclosedComment
    case emptyName
    case malformedNumber
    case typographicQuote
    case backquote
    case unknownCharacter
    case badEscape
    /// `'Côte d'Ivoire'`: an apostrophe that ends the text too soon; the range is its place.
    case apostrophe(closesLater: Bool)

    // What the parser did not expect.
    case nothingToParse
    case unexpected(expected: [Expectation])
    case misspelt(meant: String)
    /// A word or sign that can only be missing: `GROUP region`, `INSERT t`.
    case missingToken(String)
    /// The range begins where the comma is missing and takes in the item that follows.
    case missingComma(isCertain: Bool)
    case trailingComma
    case missingValue(after: String)
    case reservedName(NameRole)
    case stringForName(NameRole)
    case unclosed(Symbol)
    case strayClosing(Symbol)
    case unclosedCase
    case statementStart(isExpression: Bool)
    case moreThanOneStatement
    case misplacedClause(Keyword, before: Keyword, SourceRange)
    case repeatedClause(Keyword, SourceRange)

    // What other languages write otherwise.
    case swappedOperator(meant: String)
    case chainedComparison
    case emptyParentheses
    case missingIs
    case joinWithoutCondition
    case joinWithCondition(Join.Kind)
    case limitWithComma(count: String, offset: String)
    case inWithoutParentheses
    case unknownIntervalUnit
    case unparenthesisedQuery
    case selectTop(count: String)
    /// TOP beside ORDER BY or LIMIT.
    case topWithOrder
    case selectInto
    /// A word that other systems know.
    case unsupported
    /// `GENERATED ALWAYS AS (…)`, or `AS (…)` behind a column.
    case generatedColumn
    /// `SET (a, b) = (1)`.
    case unequalLists(columns: Int, values: Int)

    case tooDeep
  }

  /// What might have stood at a place, as an analyst would call it.
  package enum Expectation: Hashable, Sendable {
    case keyword(Keyword)
    case symbol(Symbol)
    case name(NameRole)
    case value
    case query
    case text(String)
    case endOfStatement
  }

  /// What a missing or impossible name would have named.
  package enum NameRole: String, Sendable {
    case name
    case column
    case table
    case alias
    case type
    case function
    case view
    case window
    case setting
    case field
  }

  package let kind: Kind
  /// The whole token or stretch to underline.
  package let range: SourceRange
  /// The parenthesis, bracket or `CASE` that is open there.
  package var opening: SourceRange?

  package init(_ kind: Kind, at range: SourceRange, opening: SourceRange? = nil) {
    self.kind = kind
    self.range = range
    self.opening = opening
  }
}
