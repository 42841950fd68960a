import Columns

/// Writes the ledger of a load from what its passes counted.
struct LedgerWriter {
  let path: String
  let opened: OpenedFile
  let head: FileHead
  let dialect: Dialect
  let columnsInFile: Int
  /// What the first row gave cause to say.
  let fileNotes: [String]

  func ledger(
    _ result: LoadPass.Result, columns: [ColumnLoad.Loaded], seconds: Double
  ) -> LoadLedger {
    LoadLedger(
      path: path, bytes: opened.bytes, textBytes: result.textBytes,
      compression: opened.compression,
      encoding: head.hasByteOrderMark ? "UTF-8 with byte order mark" : "UTF-8",
      delimiter: dialect.delimiter == Dialect.noDelimiter ? nil : dialect.delimiter,
      quote: dialect.quote, header: dialect.header, lineEnds: head.lineEnds(dialect),
      rowsInFile: result.counts.rows, rowsLoaded: result.loaded, rowsRejected: result.rejected,
      blankLines: result.blankLines, columnsInFile: columnsInFile,
      columns: columns.map { column in
        LoadLedger.Column(
          name: column.name, type: column.decision.type, why: column.decision.why,
          nulls: column.nulls, distinct: column.distinct)
      },
      notes: fileNotes + rowNotes(result) + columns.flatMap(columnNotes), seconds: seconds)
  }

  private func rowNotes(_ result: LoadPass.Result) -> [String] {
    var notes: [String] = []
    if result.blankLines > 0 {
      notes.append("\(Wording.count(result.blankLines, "blank line")) skipped")
    }
    if result.rejected > 0 {
      let shown = result.rejects.prefix(3).map {
        "line \(Wording.count($0.line)): \($0.reason)"
      }
      let more = result.rejected > shown.count ? "; …" : ""
      notes.append(
        "\(Wording.count(result.rejected)) of \(Wording.count(result.counts.rows, "row")) rejected: "
          + shown.joined(separator: "; ") + more)
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
    var notes: [String] = []
    let type = column.decision.type
    if type == .varchar {
      if let note = TypeDecision.note(column.evidence, column: column.name) { notes.append(note) }
    } else if column.quotedEmpty > 0 {
      notes.append(
        "\(column.name): \(Wording.count(column.quotedEmpty, "quoted empty cell")) "
          + "read as NULL, since every other value is a \(type)")
    }
    let midnights = column.evidence[.date]
    if type == .timestamp && midnights > 0 {
      notes.append(
        "\(column.name): \(Wording.count(midnights, "date")) without a time of day read as midnight"
      )
    }
    if column.decision.isRounded {
      notes.append("\(column.name): \(column.decision.why); read as DOUBLE, rounded to binary")
    }
    return notes
  }
}
