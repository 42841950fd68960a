import Columns
import Loading
import Planning

/// What the session keeps of a load, to be asked for later.
package struct LoadRecord: Sendable {
  /// The table that the files became; where a statement alone read them, their paths as it wrote
  /// them.
  package let name: String
  /// The name of the table that the files are where they stand in a statement.
  package let tableName: String
  /// In the order of their rows.
  package let files: [LoadedFiles.File]

  /// - Parameter table: nil where a statement alone read the files.
  init(_ loaded: LoadedFiles, of request: FileRequest, table: String?) {
    name = table ?? request.paths.map { "'\($0)'" }.joined(separator: ", ")
    tableName = table ?? request.tableName
    files = loaded.files
  }

  /// Whether somebody who says `word` means this load: by its table or by its file.
  package func isMeant(by word: String) -> Bool {
    [name, tableName].contains { $0.lowercased() == word.lowercased() }
      || files.contains { $0.ledger.path == word }
  }
}

extension Session {
  /// What files could not be loaded of, in all loads so far: the table `rejects`.
  package var rejects: Relation { Descriptions.rejects(loads) }

  /// Keeps and tells of a load.
  ///
  /// - Parameter table: the table that the files are now; nil where a statement alone reads them.
  func report(_ loaded: LoadedFiles, of request: FileRequest, table: String?) {
    keep(loaded, of: request, table: table)
    onLoad(loaded, table ?? request.tableName)
  }

  /// Keeps the account of a load, in place of one of the same table or the same files.
  func keep(_ loaded: LoadedFiles, of request: FileRequest, table: String?) {
    let record = LoadRecord(loaded, of: request, table: table)
    let hadRejects = loads.contains { $0.files.contains { !$0.rejects.isEmpty } }
    loads.removeAll { $0.name.lowercased() == record.name.lowercased() }
    loads.append(record)
    let hasRejects = record.files.contains { !$0.rejects.isEmpty }
    // A query makes the table only where it has something to say.
    guard hasRejects || hadRejects || table != nil else { return }
    // A table of that name that is the analyst's own stays as it is.
    let known = catalog.table(named: Self.rejectsName)?.relation.fields
    let rejects = rejects
    if known == nil || known == rejects.fields { catalog.set(Self.rejectsName, to: rejects) }
  }

  private static let rejectsName = "rejects"

  /// Whether `table` is the one that tells of loads, and not one of that name that is the analyst's
  /// own.
  func tellsOfLoads(_ table: Catalog.Table) -> Bool {
    table.name == Self.rejectsName && table.relation.fields == rejects.fields
  }
}
