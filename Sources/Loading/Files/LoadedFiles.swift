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

  /// The same files, of whose columns some became measures.
  package func binding(_ measures: MeasureBinding.Result) -> LoadedFiles {
    var files = self.files
    let names = Set(measures.bound.map { measures.relation.fields[$0].name.lowercased() })
    for index in files.indices {
      for column in files[index].ledger.columns.indices
      where names.contains(files[index].ledger.columns[column].name.lowercased()) {
        files[index].ledger.columns[column].type = .measure
      }
    }
    if !files.isEmpty { files[files.count - 1].ledger.notes += measures.notes }
    return LoadedFiles(relation: measures.relation, files: files)
  }

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
