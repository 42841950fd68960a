import Columns
import Glibc

/// Loads files into one table.
///
/// The life of a load of several files:
///
/// 1. ``FilePattern`` finds the files that the paths name.
/// 2. Each file is loaded by itself (``TableFile``); a file with other columns is refused, unless
///    columns are matched by name.
/// 3. ``ColumnUnion`` lines the columns up and finds the type of each from the cells of all files;
///    files in which it was another are loaded again.
/// 4. The rows follow one another in the order of the files, texts under one dictionary a column.
package struct FilesLoader {
  private let request: LoadRequest
  private let paths: [String]
  /// Bytes of each file; empty where one of them is a pipe.
  private let sizes: [Int]

  /// Loads the files that `request` names.
  ///
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the files.
  package static func load(_ request: LoadRequest) throws -> LoadedFiles {
    let paths = try request.paths.flatMap {
      try FilePattern.files($0, cancellation: request.options.cancellation)
    }
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      throw LoadError(.files(.namedTwice), path: path)
    }
    let sizes = paths.compactMap(FileTable.size)
    return try FilesLoader(
      request: request, paths: paths, sizes: sizes.count == paths.count ? sizes : []
    ).load()
  }

  private func load() throws -> LoadedFiles {
    var tables: [FileTable] = []
    for place in paths.indices {
      let table = try FileTable(
        paths[place], request, options(place, behind: tables), behind: tables.first)
      if let first = tables.first, !request.unionsByName { try table.check(against: first) }
      tables.append(table)
    }
    try checkOptions(tables)
    var union = ColumnUnion(tables)
    try union.settle(&tables)
    union.explain(&tables)
    let relation = try union.relation(tables, fileColumn: fileColumn(tables), request.options)
    let names =
      request.options.columns == nil
      ? relation.fields.map(\.name) : tables.first?.columnNames ?? []
    return try bound(LoadedFiles(relation: relation, files: tables.map(\.account)), names)
  }

  /// The files with their measures.
  private func bound(_ files: LoadedFiles, _ names: [String]) throws -> LoadedFiles {
    do {
      let choice = request.options.allVarchar ? .none : request.options.measures
      let result = try MeasureBinding.bind(
        files.relation, choice, names: names, wanted: request.options.columns)
      return files.binding(result)
    } catch let error as ValueError {
      let reason =
        if case .badArgument(let reason) = error { reason } else { "an amount is too large" }
      throw LoadError(.badOption("measures: \(reason)"), path: paths[0])
    }
  }

  /// The options for one file, whose progress is a part of that of all.
  private func options(_ place: Int, behind tables: [FileTable]) -> LoadOptions {
    var options = request.options
    let limit = options.memoryLimit ?? FileTable.memoryLimit
    options.memoryLimit = limit - tables.reduce(0) { $0 + $1.byteCount }
    guard let report = options.progress, paths.count > 1 else { return options }
    let before = sizes.prefix(place).reduce(0, +)
    let total = sizes.isEmpty ? nil : sizes.reduce(0, +)
    let rows = tables.reduce(0) { $0 + $1.loaded.ledger.rowsLoaded }
    options.progress = { progress in
      report(
        LoadProgress(
          bytesRead: before + progress.bytesRead, bytesTotal: total,
          rows: rows + progress.rows))
    }
    return options
  }

  /// Refuses options that name columns which no file has.
  private func checkOptions(_ tables: [FileTable]) throws {
    guard let first = tables.first, !request.namesMoreTypes else { return }
    let known = Set(tables.flatMap(\.columnNames).map { $0.lowercased() })
    for name in request.options.types.keys.sorted() where !known.contains(name.lowercased()) {
      let problem = FilesProblem.unknownColumn(
        option: "types", name: name, known: first.columnNames)
      throw LoadError(.files(problem), path: first.path)
    }
  }

  /// The name of the column of files; nil where none is wanted.
  private func fileColumn(_ tables: [FileTable]) throws -> String? {
    guard let name = request.fileColumn else { return nil }
    for table in tables
    where table.columnNames.contains(where: { $0.lowercased() == name.lowercased() }) {
      throw LoadError(.files(.fileColumnTaken(name)), path: table.path)
    }
    let wanted = request.options.columns
    return wanted?.contains(name.lowercased()) ?? true ? name : nil
  }
}
