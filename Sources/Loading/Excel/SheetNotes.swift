/// What whoever signs a figure must know of how a sheet was read.
struct SheetNotes {
  let sheet: WorkbookIndex.Sheet
  let others: [WorkbookIndex.Sheet]
  let table: SheetTable

  /// One sentence each, the most general first.
  var all: [String] { sheetNotes + hiddenNotes + layoutNotes + cellNotes }

  /// Names in a list are shown up to here.
  private static let shown = 5

  private var sheetNotes: [String] {
    if others.isEmpty {
      return sheet.isHidden ? ["the sheet '\(sheet.name)' is hidden in the workbook"] : []
    }
    let names = others.prefix(Self.shown).map { "'\($0.name)'\($0.isHidden ? " (hidden)" : "")" }
    let more = others.count - names.count
    return [
      "read sheet '\(sheet.name)'\(sheet.isHidden ? ", which is hidden," : "") alone; "
        + "read_xlsx('…', sheet='…') chooses another: \(names.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more" : "")
    ]
  }

  private var hiddenNotes: [String] {
    var notes: [String] = []
    if table.hiddenRows > 0 {
      let verb = table.hiddenRows == 1 ? "is" : "are"
      notes.append(
        "\(Wording.count(table.hiddenRows, "row")) that the workbook hides \(verb) read like the others"
      )
    }
    let columns = table.hiddenColumns.filter { table.columns?.overlaps($0) ?? false }
    if !columns.isEmpty {
      let names = columns.prefix(Self.shown).map {
        CellReference.letters($0.clamped(to: table.columns ?? $0))
      }
      notes.append(
        "columns that the workbook hides are read like the others: "
          + names.joined(separator: ", ") + (columns.count > names.count ? ", …" : ""))
    }
    return notes
  }

  private var layoutNotes: [String] {
    var notes: [String] = []
    if let first = table.columns?.lowerBound, first > 0 {
      notes.append("the table begins in column \(CellReference.letters(first)) of the sheet")
    }
    if table.merges.count > 0 {
      let more = table.merges.count > table.merges.first.count ? ", …" : ""
      notes.append(
        "\(Wording.count(table.merges.count, "range")) of merged cells below the first row "
          + "(\(table.merges.first.joined(separator: ", "))\(more)): "
          + "the value is in the first cell, and the others are NULL")
    }
    return notes
  }

  private var cellNotes: [String] {
    let cells = table.cells
    return [
      note(
        cells.unsaved, "formula", "without a saved value read as NULL: save the workbook in Excel"),
      note(cells.errors, "cell", "with an error such as #N/A in place of a value"),
      note(
        cells.early, "date",
        "before 1 March 1900, read as Excel shows it; other programs may show the day before"),
      note(cells.neverWas, "cell", "of 29 February 1900, a day that there was only in Excel"),
      note(cells.outside, "number", "shown as a date is none, and read as a number"),
      note(cells.elapsed, "time", "that counts on beyond a day read as a number of days"),
      note(cells.codes, "number", "shown with zeros before it read as text, zeros included"),
    ].compactMap(\.self)
  }

  /// `3 cells …: the first is C5`; nil where there are none.
  private func note(_ cells: CellTally.Cells, _ noun: String, _ text: String) -> String? {
    if cells.count == 0 { return nil }
    let place = cells.count == 1 ? "in" : "the first in"
    return "\(Wording.count(cells.count, noun)) \(text) (\(place) \(cells.first))"
  }
}
