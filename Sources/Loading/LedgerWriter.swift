import Columns

/// Writes the ledger of a load from what its passes counted.
struct LedgerWriter {
  let path: String
  let opened: OpenedFile
  let converted: ConvertedText?
  let text: TextFile
  let options: LoadOptions

  func ledger(
    _ result: LoadPass.Result, columns: [ColumnLoad.Loaded], seconds: Double
  ) -> LoadLedger {
    let dialect = text.dialect
    let countries = columns.map { CountryColumn($0.vectors) }
    return LoadLedger(
      path: path, bytes: opened.bytes, textBytes: result.textBytes,
      compression: opened.compression,
      digest: opened.digest, format: converted?.format ?? .csv, encoding: encoding,
      delimiter: dialect.delimiter == Dialect.noDelimiter ? nil : dialect.delimiter,
      quote: dialect.quote, escape: dialect.escape, header: dialect.header,
      lineEnds: text.head.lineEnds(dialect), rowsInFile: result.rows,
      rowsLoaded: result.loaded, rowsRejected: result.rejected,
      blankLines: result.blankLines, linesBefore: dialect.preamble.lines, remarks: result.comments,
      columnsInFile: text.columnNames.count,
      columns: zip(columns, countries).map { column, countries in
        LoadLedger.Column(
          name: column.name, type: column.decision.type, why: column.decision.why,
          nulls: column.nulls, emptied: column.emptiedCount, distinct: column.distinct,
          meaning: countries?.meaning)
      },
      notes: (converted?.notes ?? []) + text.notes + rowNotes(result)
        + [TotalRow.note(columns)].compactMap(\.self) + columns.flatMap(columnNotes)
        + zip(columns, countries).compactMap { $1?.note($0.name) },
      seconds: seconds)
  }

  /// The rejected rows and emptied cells in the order of the file.
  func rejects(_ result: LoadPass.Result, columns: [ColumnLoad.Loaded]) -> [Reject] {
    let all = result.rejects + columns.flatMap(\.emptied)
    return Array(all.sorted { $0.offset < $1.offset }.prefix(Reject.maximumKept))
  }

  private var encoding: String {
    text.encoding.converter == nil && text.head.hasByteOrderMark
      ? "UTF-8 with byte order mark" : text.encoding.name
  }

  private func rowNotes(_ result: LoadPass.Result) -> [String] {
    var notes: [String] = []
    if result.blankLines > 0 {
      notes.append("\(Wording.count(result.blankLines, "blank line")) skipped")
    }
    if result.comments > 0 {
      notes.append("\(Wording.count(result.comments, "line")) of remarks skipped")
    }
    if result.rejected > 0 {
      let shown = result.rejects.prefix(3).map {
        "line \(Wording.count($0.line)): \($0.reason)"
      }
      let more = result.rejected > shown.count ? "; …" : ""
      notes.append(
        "\(Wording.count(result.rejected)) of "
          + "\(Wording.count(result.rows, "row")) rejected: "
          + shown.joined(separator: "; ") + more)
      if let hint = RejectHint.decimalCommas(result.rejects, dialect: text.dialect) {
        notes.append(hint)
      }
    }
    if result.rejected > result.rejects.count {
      notes.append(
        "only the first \(Wording.count(result.rejects.count)) rejected rows are kept to be read")
    }
    for reject in result.rejects {
      if case .unclosedQuote(let line) = reject.reason {
        notes.append(
          "the quote opened on line \(Wording.count(line)) is never closed: "
            + "the lines behind it were read as rows of their own")
      }
    }
    return notes
  }

  private func columnNotes(_ column: ColumnLoad.Loaded) -> [String] {
    let name = Wording.name(column.name)
    let type = column.decision.type
    var notes = TypeNotes.notes(column.decision, column.evidence, column: column.name)
    if type != .varchar && column.quotedEmpty > 0 {
      notes.append(
        "\(name): \(Wording.count(column.quotedEmpty, "quoted empty cell")) "
          + "read as NULL, since every other value is a \(type)")
    }
    let midnights = column.evidence[.date] + column.evidence[.writtenDate]
    if type == .timestamp && midnights > 0 {
      notes.append(
        "\(name): \(Wording.count(midnights, "date")) without a time of day read as midnight")
    }
    if column.misfits > 0 {
      let shown = column.emptied.filter { $0.reason != .missing }.prefix(3).map {
        "\(Wording.cell($0.raw)) (line \(Wording.count($0.line)))"
      }
      notes.append(
        "\(name): \(Wording.count(column.misfits, "cell")) no \(type), read as NULL: "
          + shown.joined(separator: ", ") + (column.misfits > shown.count ? " …" : ""))
    }
    return notes
  }
}
