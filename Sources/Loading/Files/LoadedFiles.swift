import Columns

/// What files became: one table, and the account of each file.
package struct LoadedFiles: Sendable {
  /// What is to be told of one file.
  package struct File: Sendable {
    /// The names of all its columns, loaded or not.
    package let columnNames: [String]
    package internal(set) var ledger: LoadLedger
    /// What was not loaded, in the order of the file.
    package let rejects: [Reject]
  }

  package let relation: Relation
  /// In the order of their rows; never empty.
  package let files: [File]

  package var rowsLoaded: Int { files.reduce(0) { $0 + $1.ledger.rowsLoaded } }
  package var rowsRejected: Int { files.reduce(0) { $0 + $1.ledger.rowsRejected } }

  /// For each file a line that says how many rows were loaded and rejected, and a line for each
  /// note; for several files a line for all at the end.
  ///
  /// - Parameter name: of the table.
  package func summary(name: String) -> String {
    let lines = files.map(\.ledger.summary)
    guard files.count > 1 else { return lines.joined(separator: "\n") }
    let bytes = files.reduce(0) { $0 + $1.ledger.bytes }
    let seconds = files.reduce(0) { $0 + $1.ledger.seconds }
    let total =
      "\(name): \(Wording.count(files.count, "file")), \(Wording.count(rowsLoaded, "row")) loaded, "
      + "\(Wording.count(rowsRejected)) rejected ("
      + "\(Wording.count(relation.fields.count, "column")), \(Wording.bytes(bytes)), "
      + "\(Wording.seconds(seconds)))"
    return (lines + [total]).joined(separator: "\n")
  }
}
