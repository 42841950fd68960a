import Columns

/// An Arrow file that was opened and whose columns are known, but not yet loaded.
final class ArrowTable: LoadableFile {
  let columnNames: [String]
  let isTyped = true

  private let input: ArrowInput
  private let contents: ArrowContents
  private let options: LoadOptions
  /// What became of the names.
  private let notes: [String]
  /// The time that opening took, which the first load counts as its own.
  private var openingTime: Duration

  /// Opens the file at `path` and reads its metadata.
  ///
  /// - Throws: ``LoadError`` where there is no Arrow file, or options ask of it what only text leaves
  ///   open.
  init(path: String, options: LoadOptions) throws {
    let start = ContinuousClock.now
    try options.check(path: path)
    try options.check(.arrow, path: path)
    self.options = options
    input = try ArrowInput(path: path, memoryLimit: options.memoryLimit)
    contents = try Self.reported(path) { [input] in try ArrowContents(input) }
    let (names, notes) = ColumnNames.usable(contents.schema.fields.map(\.name))
    columnNames = ColumnNames.renamed(names, options.names)
    self.notes = notes
    openingTime = start.duration(to: .now)
  }

  /// Says of a problem in which file it is.
  private static func reported<Result>(_ path: String, _ body: () throws -> Result) throws -> Result
  {
    do {
      return try body()
    } catch let problem as ArrowProblem {
      throw LoadError(.arrow(problem), path: path)
    }
  }

  func findings(_ loaded: LoadedTable) -> [ColumnFinding] {
    loaded.relation.fields.indices.map { ColumnFinding(loaded, column: $0) }
  }

  func examine(_ names: Set<String>) -> [ColumnEvidence] { [] }

  func load(
    columns: Set<String>?, types: [String: DataType]?, known: [String: ColumnFinding]
  ) throws -> LoadedTable {
    let start = ContinuousClock.now
    let lowered = columns.map { Set($0.map { $0.lowercased() }) }
    let wanted = columnNames.indices.filter {
      lowered?.contains(columnNames[$0].lowercased()) ?? true
    }
    let loaded = try Self.reported(input.path) {
      let loader = ArrowLoader(input: input, contents: contents, options: options)
      return try loader.columns(
        wanted, names: columnNames, asked: askedTypes(types ?? options.types, known))
    }
    try input.checkUnchanged()
    let relation = try relation(loaded)
    let elapsed = start.duration(to: .now) + openingTime
    openingTime = .zero
    return LoadedTable(
      relation: relation, ledger: ledger(loaded, rows: relation.rowCount, elapsed), rejects: [])
  }

  /// The type that each column is to have; nil for its own.
  private func askedTypes(
    _ types: [String: DataType], _ known: [String: ColumnFinding]
  ) -> [DataType?] {
    var asked: [String: DataType] = [:]
    for (name, type) in types { asked[name.lowercased()] = type }
    for (name, finding) in known { asked[name.lowercased()] = finding.decision.type }
    return columnNames.map { asked[$0.lowercased()] ?? (options.allVarchar ? .varchar : nil) }
  }

  private func relation(_ columns: [ArrowLoader.Loaded]) throws -> Relation {
    let rows = contents.rowCount
    let chunkRows = max(1, options.chunkRows)
    // The heads of the batches say how many rows there are; the vectors were made of their buffers.
    for column in columns {
      let made = column.vectors.reduce(0) { $0 + $1.count }
      if made != rows { throw LoadError(.miscounted(counted: rows, read: made), path: input.path) }
    }
    let chunks = stride(from: 0, to: rows, by: chunkRows).enumerated().map { index, start in
      Chunk(count: min(chunkRows, rows - start), columns: columns.map { $0.vectors[index] })
    }
    return Relation(fields: columns.map { Field(name: $0.name, type: $0.type) }, chunks: chunks)
  }

  private func ledger(
    _ columns: [ArrowLoader.Loaded], rows: Int, _ elapsed: Duration
  ) -> LoadLedger {
    let seconds = elapsed.components
    return LoadLedger(
      path: input.path, bytes: input.size, textBytes: input.size, compression: .none,
      digest: input.digest, format: .arrow, encoding: contents.summary, delimiter: nil, quote: nil,
      escape: nil, header: true, lineEnds: .none, rowsInFile: contents.rowCount, rowsLoaded: rows,
      rowsRejected: 0, blankLines: 0, linesBefore: 0, remarks: 0,
      columnsInFile: columnNames.count,
      columns: columns.map { column in
        LoadLedger.Column(
          name: column.name, type: column.type, why: column.why,
          nulls: column.vectors.reduce(0) { $0 + $1.nullCount }, emptied: 0,
          distinct: column.distinct, meaning: CountryColumn(column.vectors)?.meaning)
      },
      notes: notes + columns.flatMap(\.notes),
      seconds: Double(seconds.seconds) + Double(seconds.attoseconds) / 1e18)
  }
}

extension Vector {
  /// How many rows are NULL.
  var nullCount: Int {
    if let constant { return constant.isNull ? count : 0 }
    guard let validity else { return 0 }
    return count - validity.words.elements.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
