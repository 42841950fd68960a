import Columns
import Glibc

/// Loads a delimited text file into columns.
///
/// The life of a load:
///
/// 1. ``OpenedFile`` opens the path: a file, a pipe, gzip or plain.
/// 2. ``FileHead`` takes its first bytes, from which ``DialectDetector`` finds the delimiter,
///    ``HeaderDetector`` the row of names and ``ColumnPlanner`` a way to read each column.
/// 3. ``LoadPass`` reads the file once: ``RowReader`` cuts it into pieces of whole rows, each
///    ``Worker`` finds the fields of its pieces and reads them column by column, and
///    ``ChunkQueue`` deals the rows out to chunks in the order of the file.
/// 4. Columns in which a cell did not fit the plan are read once more, as ``TypeDecision`` finds
///    from all their cells.
/// 5. ``LedgerWriter`` states what became of every row.
package enum TableLoader {
  /// Loads the file at `path`.
  ///
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the file.
  package static func load(
    path: String, options: LoadOptions = LoadOptions()
  ) throws -> LoadedTable {
    try TableFile(path: path, options: options).load(columns: options.columns)
  }
}

/// A file that was opened and whose columns are known by name, but not yet loaded.
///
/// For a query, which has to know the names before it can say which columns it needs. Not for
/// sharing between threads.
package final class TableFile {
  package let path: String
  /// The names of all columns, in the order of the file: unique whatever their case.
  package let columnNames: [String]

  private let options: LoadOptions
  private let opened: OpenedFile
  private let head: FileHead
  private let dialect: Dialect
  private let notes: [String]
  /// Bytes and lines before the first row of data, the byte order mark apart.
  private let skipped: Int
  private let skippedLines: Int
  private let memoryLimit: Int
  /// The time that opening took, which the first load counts as its own.
  private var openingTime: Duration

  /// Opens `path` and reads its first row.
  ///
  /// - Throws: ``LoadError`` where there is nothing to load.
  package init(path: String, options: LoadOptions = LoadOptions()) throws {
    let clock = ContinuousClock()
    let start = clock.now
    try Self.check(options, path: path)
    let physical = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    memoryLimit = options.memoryLimit ?? physical / 10 * 9
    self.path = path
    self.options = options
    opened = try OpenedFile(path: path, limit: memoryLimit)
    head = try FileHead(opened.source, path: path)
    let detector = DialectDetector(head, options: options)
    var dialect = detector.dialect
    var notes: [String] = []
    if let doubt = detector.doubt(about: dialect) { notes.append(doubt) }
    dialect.header =
      options.header ?? HeaderDetector.hasHeader(head, dialect: dialect)
    var lexer = RowLexer(head.text, delimiter: dialect.delimiter, quote: dialect.quote)
    var first = lexer.next()
    while let row = first, row.fields.count == 1, row.fields[0].isEmpty, row.isEnded {
      first = lexer.next()
    }
    guard let first else { throw LoadError(.empty, path: path) }
    if dialect.header {
      if first.isOpen || (!first.isEnded && !head.isWhole) {
        throw LoadError(.unclosedHeader, path: path, line: 1, offset: 0)
      }
      let cells = first.fields.map { String(decoding: lexer.content($0), as: UTF8.self) }
      let (names, changes) = ColumnNames.usable(cells)
      columnNames = names
      notes += changes
      skipped = lexer.position
      skippedLines = LineCount.lines(
        in: UnsafeBufferPointer(rebasing: head.text[..<lexer.position]))
    } else {
      columnNames = ColumnNames.numbered(dialect.columnCount)
      skipped = 0
      skippedLines = 0
      if options.header == nil {
        notes.append(
          "the first row looks like data, not like names: the columns are "
            + (columnNames.count == 1
              ? columnNames[0] : "\(columnNames[0]) to \(columnNames[columnNames.count - 1])"))
      }
    }
    self.dialect = dialect
    self.notes = notes
    openingTime = start.duration(to: clock.now)
  }

  private static func check(_ options: LoadOptions, path: String) throws {
    let isLineBreak: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if let delimiter = options.delimiter {
      if delimiter >= 0x80 || delimiter == 0 || isLineBreak(delimiter) {
        throw LoadError(.badOption("the delimiter must be an ASCII character"), path: path)
      }
      if options.quote == .character(delimiter)
        || (options.quote == .automatic && delimiter == UInt8(ascii: "\""))
      {
        throw LoadError(.badOption("delimiter and quote are the same"), path: path)
      }
    }
    if case .character(let quote) = options.quote,
      quote >= 0x80 || quote == 0 || isLineBreak(quote)
    {
      throw LoadError(.badOption("the quote must be an ASCII character"), path: path)
    }
  }

  /// Loads the columns named, compared without regard to case; nil for all.
  ///
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the file.
  package func load(columns: Set<String>? = nil) throws -> LoadedTable {
    let clock = ContinuousClock()
    let start = clock.now
    let lowered = columns.map { Set($0.map { $0.lowercased() }) }
    let wanted = columnNames.indices.filter {
      lowered?.contains(columnNames[$0].lowercased()) ?? true
    }
    let planner = ColumnPlanner(
      head, skipped: skipped, dialect: dialect, names: columnNames, wanted: wanted,
      allVarchar: options.allVarchar)
    var load = ColumnLoad(planner)
    var first: LoadPass.Result?
    while !load.plans.isEmpty || first == nil {
      let result = try pass(load.plans)
      first = first ?? result
      load.take(result)
    }
    guard let first else { throw LoadError(.empty, path: path) }
    let finished = load.columns
    let relation = Relation(
      fields: finished.map { Field(name: $0.name, type: $0.decision.type) },
      chunks: first.chunkRows.enumerated().map { index, rows in
        Chunk(count: rows, columns: finished.map { $0.vectors[index] })
      })
    let writer = LedgerWriter(
      path: path, opened: opened, head: head, dialect: dialect, columnsInFile: columnNames.count,
      fileNotes: notes)
    let elapsed = start.duration(to: clock.now) + openingTime
    openingTime = .zero
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    return LoadedTable(
      relation: relation,
      ledger: writer.ledger(first, columns: finished, seconds: seconds), rejects: first.rejects)
  }

  /// Reads the file from its start.
  private func pass(_ plans: [ColumnPlan]) throws -> LoadPass.Result {
    try opened.source.rewind()
    let mark = head.hasByteOrderMark ? 3 : 0
    let reader = try RowReader(
      opened.source, path: path, dialect: dialect, skipped: mark + skipped,
      line: skippedLines + 1, blockBytes: options.blockBytes)
    let pass = LoadPass(
      reader, plans: plans, dialect: dialect, path: path, bytesTotal: opened.bytes,
      memoryLimit: memoryLimit, options: options)
    return try pass.run()
  }
}
