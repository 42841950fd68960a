import CKernels

/// Delimited text whose encoding, dialect and column names are known.
struct TextFile {
  let source: any ByteSource
  let encoding: TextEncoding
  let head: FileHead
  let dialect: Dialect
  /// The names of all columns, in the order of the file: unique whatever their case.
  let columnNames: [String]
  /// What finding all that gave cause to say.
  let notes: [String]
  /// Bytes before the first row of data, the byte order mark included, and lines.
  let skippedBytes: Int
  let skippedLines: Int
  /// Rows in them: that of names, and lines before the table.
  let skippedRows: Int

  /// Looks at the head of `source`, which is in `encoding`.
  ///
  /// - Throws: ``LoadError`` where there is nothing to load; ``LoadError/Kind/notUTF8`` where it is
  ///   another encoding.
  init(
    _ bytes: any ByteSource, encoding: TextEncoding, converted: ConvertedText?, path: String,
    options: LoadOptions
  ) throws {
    self.encoding = encoding
    var source: any ByteSource =
      try encoding.converter.map { try DecodedSource(bytes, encoding: $0, path: path) } ?? bytes
    var head = try FileHead(source, path: path)
    var detector = DialectDetector(head, options: options, isConverted: converted != nil)
    var dialect = detector.dialect
    var notes = encoding.note.map { [$0] } ?? []
    notes += detector.notes(on: dialect)
    if let escape = dialect.escape, let quote = dialect.quote {
      source = EscapedSource(
        source, quote: quote, escape: escape, delimiter: dialect.delimiter)
      head = try FileHead(source, path: path)
      // The escapes are gone; what was found otherwise stands.
      var found = options
      found.delimiter = dialect.delimiter < 0x80 ? dialect.delimiter : options.delimiter
      found.quote = .character(quote)
      found.escape = quote
      detector = DialectDetector(head, options: found)
      dialect = detector.dialect
      dialect.escape = escape
    }
    dialect.countsRows = converted != nil
    dialect.isTypedByQuotes = converted?.isTypedByQuotes ?? false
    if let header = options.header ?? converted?.header {
      dialect.header = header
    } else {
      let found = HeaderDetector(head, dialect: dialect)
      dialect.header = found.hasHeader
      if let note = found.note { notes.append(note) }
    }
    if !dialect.header { dialect.columnCount = detector.fieldsOfFirstRow }
    self.source = source
    self.head = head
    var lexer = RowLexer(
      head.text, from: dialect.preamble.bytes, delimiter: dialect.delimiter, quote: dialect.quote)
    var first = lexer.next()
    var start = dialect.preamble.bytes
    while let row = first, row.isEnded,
      row.isBlank || dialect.isCommentChosen && head.text[start] == dialect.comment
    {
      start = lexer.position
      first = lexer.next()
    }
    guard let first else { throw LoadError(.empty, path: path) }
    let end = dialect.header ? lexer.position : dialect.preamble.bytes
    let before = UnsafeBufferPointer(rebasing: head.text[..<end])
    skippedBytes = head.markBytes + end
    skippedLines =
      LineCount.lines(in: before, outside: converted == nil ? nil : dialect.quote)
      + (converted?.firstLine ?? 1) - 1
    var above = RowLexer(before, delimiter: dialect.delimiter, quote: dialect.quote)
    var rows = 0
    while let row = above.next(isCounting: true) { rows += row.isBlank ? 0 : 1 }
    skippedRows = rows
    if dialect.header {
      if first.isOpen || (!first.isEnded && !head.isWhole) {
        throw LoadError(
          .unclosedHeader, path: path, line: dialect.preamble.lines + 1,
          offset: head.markBytes + dialect.preamble.bytes)
      }
      var cells = first.fields.map { String(decoding: lexer.content($0), as: UTF8.self) }
      // Rows that end with a delimiter have one field more than there are names.
      while cells.count < dialect.columnCount { cells.append("") }
      let (names, changes) = ColumnNames.usable(cells)
      columnNames = ColumnNames.renamed(names, options.names)
      notes += changes
    } else {
      columnNames = ColumnNames.renamed(
        ColumnNames.numbered(dialect.columnCount), options.names)
      if options.header == nil {
        notes.append(
          "the first row looks like data, not like names: the columns are "
            + (columnNames.count == 1
              ? columnNames[0] : "\(columnNames[0]) to \(columnNames[columnNames.count - 1])")
            + "; header=true takes it for names")
      }
    }
    self.dialect = dialect
    self.notes = notes
  }
}
