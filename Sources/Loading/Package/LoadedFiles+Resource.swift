import Columns

extension LoadedFiles {
  /// The files as a resource of a package.
  ///
  /// - Parameters:
  ///   - relation: the same rows, some columns of which may have been cast as the package says.
  ///   - notes: what the package gave cause to say; they stand with the last file.
  package func asResource(
    _ name: String, relation: Relation, notes: [String]
  ) -> LoadedFiles {
    let types = Dictionary(
      relation.fields.map { ($0.name.lowercased(), $0.type) },
      uniquingKeysWith: { first, _ in first })
    var files = files
    for index in files.indices {
      files[index].ledger.resource = name
      for column in files[index].ledger.columns.indices {
        let known = files[index].ledger.columns[column]
        guard let type = types[known.name.lowercased()], type != known.type else { continue }
        files[index].ledger.columns[column].type = type
        files[index].ledger.columns[column].why = "the package says so"
      }
    }
    if !files.isEmpty { files[files.count - 1].ledger.notes += notes }
    return LoadedFiles(relation: relation, files: files)
  }
}
