import Columns
import Glibc

/// Loads a file into columns.
///
/// The life of a load:
///
/// 1. ``OpenedFile`` opens the path: a file, a pipe, compressed or plain.
/// 2. A format that is no delimited text becomes some (``ConvertedText``); text in another encoding
///    becomes UTF-8 (``TextEncoding``, ``DecodedSource``).
/// 3. ``FileHead`` takes its first bytes, from which ``DialectDetector`` finds the delimiter and
///    where the table begins, ``HeaderDetector`` the row of names: a ``TextFile``.
/// 4. ``ColumnPlanner`` finds from the head a way to read each column.
/// 5. ``LoadPass`` reads the file once: ``RowReader`` cuts it into pieces of whole rows, each
///    ``Worker`` finds the fields of its pieces and reads them column by column, and
///    ``ChunkQueue`` deals the rows out to chunks in the order of the file.
/// 6. Columns in which a cell did not fit the plan are read once more, as ``TypeDecision`` finds
///    from all their cells.
/// 7. ``LedgerWriter`` states what became of every row.
///
/// An Arrow file, which holds its values as columns of one type, is loaded by ``ArrowTable``.
package enum TableLoader {
  /// Loads the file at `path`.
  ///
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the file.
  package static func load(
    path: String, options: LoadOptions = LoadOptions()
  ) throws -> LoadedTable {
    try open(path: path, options: options).load(columns: options.columns, types: nil)
  }

  /// Opens the file at `path` as what it is.
  ///
  /// - Throws: ``LoadError`` where there is nothing to load.
  static func open(path: String, options: LoadOptions) throws -> any LoadableFile {
    if options.format == .arrow && path == StandardInput.path && options.standardInput != nil {
      throw LoadError(.arrow(.pipe), path: path)
    }
    if options.format == .arrow || options.format == nil && ArrowFile.isArrow(path: path) {
      return try ArrowTable(path: path, options: options)
    }
    return try TableFile(path: path, options: options)
  }
}

/// A file that was opened and whose columns are known by name, but not yet loaded.
protocol LoadableFile {
  /// The names of all columns, in the order of the file: unique whatever their case.
  var columnNames: [String] { get }
  /// Whether the file says itself what types its columns have.
  var isTyped: Bool { get }

  /// Loads the columns named, compared without regard to case; nil for all.
  ///
  /// - Parameters:
  ///   - types: the types of some columns, in place of ``LoadOptions/types``.
  ///   - known: what is known already of columns, by their names in lower case.
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  func load(
    columns: Set<String>?, types: [String: DataType]?, known: [String: ColumnFinding]
  ) throws -> LoadedTable

  /// What the file says of each of its columns that became `loaded`, the last load.
  func findings(_ loaded: LoadedTable) -> [ColumnFinding]

  /// Looks closely at the cells of the columns named, in lower case, and reads none.
  ///
  /// - Returns: what they look like, in the order of the file; nothing where the file is typed.
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  func examine(_ names: Set<String>) throws -> [ColumnEvidence]
}

extension LoadableFile {
  /// Loads the columns named; see ``load(columns:types:known:)``.
  func load(columns: Set<String>?, types: [String: DataType]?) throws -> LoadedTable {
    try load(columns: columns, types: types, known: [:])
  }
}

extension TableFile: LoadableFile {
  var isTyped: Bool { false }
}

/// A file that was opened and whose columns are known by name, but not yet loaded.
///
/// For a query, which has to know the names before it can say which columns it needs. Not for
/// sharing between threads.
package final class TableFile {
  package let path: String

  private var options: LoadOptions
  private let rules: CellRules
  private let opened: OpenedFile
  private let converted: ConvertedText?
  private let memoryLimit: Int
  private var text: TextFile
  /// What the last load found of each of its columns.
  private var found: [ColumnFinding] = []
  /// The time that opening took, which the first load counts as its own.
  private var openingTime: Duration

  /// The names of all columns, in the order of the file: unique whatever their case.
  package var columnNames: [String] { text.columnNames }

  /// Opens `path` and reads its first row.
  ///
  /// - Throws: ``LoadError`` where there is nothing to load.
  package init(path: String, options: LoadOptions = LoadOptions()) throws {
    let clock = ContinuousClock()
    let start = clock.now
    try options.check(path: path)
    let physical = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    memoryLimit = options.memoryLimit ?? physical / 10 * 9
    self.path = path
    opened = try OpenedFile(path: path, limit: memoryLimit, options: options)
    converted = try ConvertedText.of(opened, path: path, options: options, limit: memoryLimit)
    var options = options
    var rules = try CellRules(options, path: path)
    if let converted {
      options.delimiter = UInt8(ascii: ",")
      options.quote = .character(UInt8(ascii: "\""))
      options.escape = UInt8(ascii: "\"")
      rules.isTypedByQuotes = converted.isTypedByQuotes
      if let header = converted.header {
        // Nothing stands above the names, and nothing is a remark.
        options.header = header
        options.skip = 0
        options.comment = nil
      }
    }
    self.options = options
    self.rules = rules
    let source = converted?.source ?? opened.source
    text = try Self.open(source, converted: converted, path: path, options: options)
    openingTime = start.duration(to: clock.now)
  }

  /// Opens the text in the encoding that was asked for, or else that its bytes speak for.
  private static func open(
    _ source: any ByteSource, converted: ConvertedText?, path: String, options: LoadOptions
  ) throws -> TextFile {
    func text(_ encoding: TextEncoding) throws -> TextFile {
      try TextFile(source, encoding: encoding, converted: converted, path: path, options: options)
    }
    if converted != nil { return try text(.utf8) }
    if let name = options.encoding { return try text(TextEncoding(option: name)) }
    do {
      return try text(try TextEncoding.detected(source))
    } catch let error as LoadError where error.kind == .notUTF8 {
      return try text(try EncodingEvidence(source).encoding(path: path))
    }
  }

  /// Loads the columns named, compared without regard to case; nil for all.
  ///
  /// - Parameters:
  ///   - types: the types of some columns, in place of ``LoadOptions/types``.
  ///   - known: what is known already of columns, by their names in lower case.
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the file.
  package func load(
    columns: Set<String>? = nil, types: [String: DataType]? = nil
  ) throws -> LoadedTable {
    try load(columns: columns, types: types, known: [:])
  }

  func load(
    columns: Set<String>?, types: [String: DataType]?, known: [String: ColumnFinding]
  ) throws -> LoadedTable {
    if let types { options.types = types }
    return try inEncoding { try read(columns, known) }
  }

  /// Does `body`, once more where it comes upon what is not UTF-8 further down than what was looked
  /// at first.
  private func inEncoding<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as LoadError
      where error.kind == .notUTF8 && options.encoding == nil && text.encoding.converter == nil
    {
      let encoding = try EncodingEvidence(opened.source).encoding(path: path)
      text = try TextFile(
        opened.source, encoding: encoding, converted: nil, path: path, options: options)
      return try body()
    }
  }

  func findings(_ loaded: LoadedTable) -> [ColumnFinding] { found }

  func examine(_ names: Set<String>) throws -> [ColumnEvidence] {
    let plans = columnNames.enumerated().filter { names.contains($1.lowercased()) }
      .map { ColumnPlan(index: $0, name: $1, kind: .examined) }
    return try inEncoding { try pass(plans).columns.map(\.evidence) }
  }

  private func read(
    _ columns: Set<String>?, _ known: [String: ColumnFinding]
  ) throws -> LoadedTable {
    let clock = ContinuousClock()
    let start = clock.now
    let lowered = columns.map { Set($0.map { $0.lowercased() }) }
    let wanted = columnNames.indices.filter {
      lowered?.contains(columnNames[$0].lowercased()) ?? true
    }
    let planner = ColumnPlanner(text, wanted: wanted, rules: rules, options: options)
    var load = ColumnLoad(
      planner, hasCertainNumbers: converted != nil || rules.decimalMark != nil,
      delimiter: text.dialect.delimiter, path: path)
    load.take(known)
    var first: LoadPass.Result?
    while !load.plans.isEmpty || first == nil {
      let result = try pass(load.plans)
      if first == nil { try refuseMisfit(result) }
      first = first ?? result
      try load.take(result)
    }
    guard let first else { throw LoadError(.empty, path: path) }
    let read = first.rows + text.skippedRows
    if let counted = converted?.rowCount, counted != read {
      throw LoadError(.miscounted(counted: counted, read: read), path: path)
    }
    let finished = load.columns
    try refuseMisfits(finished)
    found = finished.map { ColumnFinding(decision: $0.decision, evidence: $0.evidence) }
    let relation = Relation(
      fields: finished.map { Field(name: $0.name, type: $0.decision.type) },
      chunks: first.chunkRows.enumerated().map { index, rows in
        Chunk(count: rows, columns: finished.map { $0.vectors[index] })
      })
    let elapsed = start.duration(to: clock.now) + openingTime
    openingTime = .zero
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let writer = LedgerWriter(
      path: path, opened: opened, converted: converted, text: text, options: options)
    return LoadedTable(
      relation: relation,
      ledger: writer.ledger(first, columns: finished, seconds: seconds),
      rejects: writer.rejects(first, columns: finished))
  }

  /// Reads the file from its start.
  private func pass(_ plans: [ColumnPlan]) throws -> LoadPass.Result {
    try text.source.rewind()
    let reader = try RowReader(
      text.source, path: path, dialect: text.dialect, skipped: text.skippedBytes,
      line: text.skippedLines + 1, options: options)
    let pass = LoadPass(
      reader, plans: plans, dialect: text.dialect, rules: rules, path: path,
      bytesTotal: opened.bytes, memoryLimit: memoryLimit, options: options)
    return try pass.run()
  }

  // MARK: Refusing

  /// Refuses a file whose rows do not fit, before much work is done for nothing.
  ///
  /// Where most rows would be rejected, the table was taken for what it is not: a dialect or a row
  /// of names, not those rows, is at fault.
  private func refuseMisfit(_ result: LoadPass.Result) throws {
    if options.ignoresErrors == true || result.rejected == 0 { return }
    let examples = result.rejects.prefix(3).map { "line \(Wording.count($0.line)): \($0.reason)" }
    if options.ignoresErrors == false {
      throw LoadError(.rejected(rows: result.rejected, examples: examples), path: path)
    }
    if result.rejected * 2 > result.rows {
      throw LoadError(
        .mostRowsRejected(
          rejected: result.rejected, rows: result.rows, examples: examples,
          hint: RejectHint.hint(result.rejects, dialect: text.dialect)), path: path)
    }
  }

  /// Refuses cells that do not have the type that was asked for.
  private func refuseMisfits(_ columns: [ColumnLoad.Loaded]) throws {
    if options.ignoresErrors == true { return }
    for column in columns where column.misfits > 0 {
      let examples = column.emptied.filter { $0.reason != .missing }.prefix(3).map {
        "\(Wording.cell($0.raw)) (line \(Wording.count($0.line)))"
      }
      throw LoadError(
        .misfits(
          column: Wording.name(column.name), type: column.decision.type, count: column.misfits,
          examples: examples), path: path)
    }
  }
}
