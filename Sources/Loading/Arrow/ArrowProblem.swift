import Columns

/// What keeps an Arrow file from being loaded.
package enum ArrowProblem: Error, Hashable, Sendable {
  /// The file does not begin as an Arrow file does; `format` says what it looks like.
  case notArrow(format: String?)
  /// The file does not end as an Arrow file does.
  case cutShort
  /// The file contradicts itself, as the text says.
  case damaged(String)
  /// The bytes named are not those that were saved.
  case altered(String)
  /// The file needs something that is not supported.
  case unsupported(String)
  /// The file comes through a pipe.
  case pipe
  /// A column has a type that no column here can have.
  case type(column: String, type: String)
  /// A type was asked for, and a value of a column of another does not have it.
  case misfit(column: String, type: String, asked: DataType)
  /// A cell holds what its column cannot hold; rows count from 1.
  case value(column: String, row: Int, reason: String)
}

extension ArrowProblem: CustomStringConvertible {
  /// What is said of the file, behind its name.
  package var description: String {
    switch self {
    case .notArrow(let format):
      "is not an Arrow file" + (format.map { ": it looks like \($0)" } ?? "")
    case .cutShort: "is cut short: it does not end as an Arrow file does; nothing was loaded"
    case .damaged(let fault): "is damaged: \(fault); nothing was loaded"
    case .altered(let what):
      "was altered or damaged after it was saved: the checksum of \(what) does not match; "
        + "nothing was loaded"
    case .unsupported(let what): "cannot be loaded: \(what)"
    case .pipe:
      "cannot be loaded: an Arrow file is read from several places, so it cannot be a pipe; "
        + "write it to a file first"
    case .type(let column, let type):
      "has a column \(Wording.cell(column)) of type \(type), which a table cannot hold; "
        + "name the other columns in the query, or write the file without it"
    case .misfit(let column, let type, let asked):
      "cannot be loaded so: \(asked) was asked for, and column \(Wording.cell(column)), "
        + "which is \(type), has a value that is none"
    case .value(let column, let row, let reason):
      "cannot be loaded: column \(Wording.cell(column)), row \(Wording.count(row)): \(reason)"
    }
  }
}
