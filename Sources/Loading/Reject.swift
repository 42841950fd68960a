import Columns

/// A row of a file that was not loaded, or a cell of a loaded row that was not.
package struct Reject: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case tooFewFields(found: Int, expected: Int)
    case tooManyFields(found: Int, expected: Int)
    /// Text stands between a closing quote and the next delimiter.
    case textAfterQuote
    /// A quoted field opens on `line` and nothing closes it; reading went on with the next line.
    case unclosedQuote(line: Int)
    /// One cell became NULL: it is no value of the type that was asked for.
    case misfit(type: DataType)
    /// One cell became NULL: it holds a mark for a missing value, or blanks.
    case missing
  }

  /// The line of the file, from 1, on which the row or the cell begins.
  package let line: Int
  /// The byte of the text, from 0, at which the row or the cell begins.
  package let offset: Int
  /// The column of the cell; nil where the whole row was rejected.
  package let column: String?
  /// The row or the cell as it stands in the file, without a line end; at most
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
    case .misfit(let type): "not a value of type \(type): read as NULL"
    case .missing: "no value: read as NULL"
    case .unclosedQuote(let line): "the quote opened on line \(Wording.count(line)) is never closed"
    }
  }
}
