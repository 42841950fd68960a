/// A row of a file that was not loaded.
package struct Reject: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case tooFewFields(found: Int, expected: Int)
    case tooManyFields(found: Int, expected: Int)
    /// Text stands between a closing quote and the next delimiter.
    case textAfterQuote
    /// A quoted field opens on `line` and nothing closes it; reading went on with the next line.
    case unclosedQuote(line: Int)
  }

  /// The line of the file, from 1, on which the row begins.
  package let line: Int
  /// The byte of the text, from 0, at which the row begins.
  package let offset: Int
  /// The number of the column at fault, from 0, where there is one.
  package let column: Int?
  /// The row as it stands in the file, without its line end; at most
  /// ``Reject/maximumRawBytes`` bytes of it.
  package let raw: String
  package let reason: Reason

  /// The most bytes that ``raw`` keeps: enough to find and read any row by.
  package static let maximumRawBytes = 4096

  /// The most rejects that a load keeps in detail; all are counted.
  package static let maximumKept = 100_000
}

extension Reject.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewFields(let found, let expected), .tooManyFields(let found, let expected):
      "\(Wording.count(found, "field")) where the table has \(Wording.count(expected, "column"))"
    case .textAfterQuote: "text after a closing quote"
    case .unclosedQuote(let line): "the quote opened on line \(Wording.count(line)) is never closed"
    }
  }
}
