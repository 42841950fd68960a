/// Reads the part of a sheet: its rows into a ``SheetTable``, each as it ends.
struct SheetReader: XMLHandler {
  let namespaces = SpreadsheetNames.main
  private(set) var table = SheetTable()

  private let cellText: CellText
  private let limit: Int

  private var isInRows = false
  /// Whether the part is a sheet at all.
  private(set) var hasRows = false
  /// The number of the row that is open; 0 between rows.
  private var row = 0
  private var isRowHidden = false
  private var fields: [SheetTable.Field] = []
  /// The bytes of ``fields``.
  private var scratch: [UInt8] = []

  /// The cell that is open; nil between cells.
  private var cell: Cell?
  /// The column of the next cell that does not say where it is.
  private var nextColumn = 0
  /// The bytes of the value of the cell, and how many elements gave it.
  private var value: [UInt8] = []
  private var values = 0
  private var isInValue = false
  private var collector = TextCollector()

  private struct Cell {
    let column: Int
    let kind: CellText.Kind
    let style: Int
    var hasFormula = false
  }

  /// - Parameter limit: the most bytes that the table may take.
  init(_ cellText: CellText, limit: Int) {
    self.cellText = cellText
    self.limit = limit
  }

  // MARK: What the sheet holds

  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) throws {
    if cell != nil { return try startInCell(element) }
    switch element {
    case "c" where row > 0: try startCell(attributes)
    case "row" where isInRows: try startRow(attributes)
    case "sheetData":
      isInRows = true
      hasRows = true
    case "col": addHiddenColumns(attributes)
    case "mergeCell": addMerge(attributes)
    default: break
    }
  }

  mutating func end(_ element: XMLWord) throws {
    switch element {
    case "v" where cell != nil: isInValue = false
    case "c" where cell != nil: try endCell()
    case "row" where row > 0: try endRow()
    case "sheetData": isInRows = false
    default: if cell != nil { collector.end(element) }
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue { value.append(contentsOf: bytes) } else if cell != nil { collector.text(bytes) }
  }

  // MARK: Rows

  private var lastRow = 0

  private mutating func startRow(_ attributes: XMLAttributes) throws {
    guard row == 0 else {
      throw WorkbookFault.rowNumber(attributes.string("r") ?? "", after: row)
    }
    row = lastRow + 1
    if let found = attributes["r"] {
      guard let number = CellReference.number(found), number > lastRow else {
        throw WorkbookFault.rowNumber(String(cString: found), after: lastRow)
      }
      row = number
    }
    if row > CellReference.maximumRow {
      throw WorkbookFault.rowNumber(String(row), after: lastRow)
    }
    isRowHidden = attributes.isTrue("hidden")
    nextColumn = 0
    fields.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() throws {
    // Cells may come in any order of their columns.
    if !zip(fields, fields.dropFirst()).allSatisfy({ $0.column < $1.column }) {
      fields.sort { $0.column < $1.column }
      for (field, next) in zip(fields, fields.dropFirst()) where field.column == next.column {
        throw WorkbookFault.cellPlace(
          CellReference.name(column: field.column, row: row), row: row)
      }
    }
    table.append(row: row, fields, of: scratch)
    if table.byteCount > limit {
      throw WorkbookFault.tooLarge("its rows", bytes: table.byteCount, limit: limit)
    }
    if isRowHidden && !fields.isEmpty { table.hiddenRows += 1 }
    lastRow = row
    row = 0
  }

  // MARK: Cells

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    var column = nextColumn
    if let found = attributes["r"] {
      guard let place = CellReference(found), place.row == row else {
        throw WorkbookFault.cellPlace(String(cString: found), row: row)
      }
      column = place.column
    }
    guard column < CellReference.columnLimit else {
      throw WorkbookFault.cellPlace(CellReference.name(column: column, row: row), row: row)
    }
    func name() -> String { CellReference.name(column: column, row: row) }
    guard let kind = CellText.Kind(attributes["t"]) else {
      throw WorkbookFault.badCell(
        name(), "its type \(Wording.cell(attributes.string("t") ?? "")) is unknown")
    }
    var style = 0
    if let found = attributes["s"] {
      guard let number = CellReference.number(found) else {
        throw WorkbookFault.badCell(name(), "its style is no number")
      }
      style = number
    }
    cell = Cell(column: column, kind: kind, style: style)
    nextColumn = column + 1
    value.removeAll(keepingCapacity: true)
    values = 0
    collector.begin()
  }

  private mutating func startInCell(_ element: XMLWord) throws {
    switch element {
    case "v":
      values += 1
      isInValue = true
    case "is": values += 1
    case "f": cell?.hasFormula = true
    default: collector.start(element)
    }
  }

  private mutating func endCell() throws {
    guard let cell else { return }
    self.cell = nil
    func name() -> String { CellReference.name(column: cell.column, row: row) }
    if values > 1 { throw WorkbookFault.badCell(name(), "it has two values") }
    let start = scratch.count
    try cellText.append(
      collector.bytes.isEmpty ? value : collector.bytes, kind: cell.kind, style: cell.style,
      name: name(), to: &scratch, tally: &table.cells)
    if scratch.count > start {
      fields.append(SheetTable.Field(column: cell.column, bytes: start..<scratch.count))
    } else if cell.hasFormula && !(cell.kind == .formulaText && values == 1) {
      // A formula whose value is the empty text says so; another without a value was never computed.
      table.cells.unsaved.add(name())
    }
  }

  // MARK: Columns and ranges

  /// Notes a range of merged cells that begins in the table and reaches below its first row.
  private mutating func addMerge(_ attributes: XMLAttributes) {
    guard let range = attributes.string("ref"), let rows = table.rows, let columns = table.columns
    else { return }
    let corners = range.split(separator: ":").compactMap { CellReference(String($0)) }
    guard corners.count == 2, columns.contains(corners[0].column),
      corners[0].row <= rows.upperBound,
      corners[1].row > rows.lowerBound
    else { return }
    table.merges.add(range)
  }

  private mutating func addHiddenColumns(_ attributes: XMLAttributes) {
    guard attributes.isTrue("hidden"), table.hiddenColumns.count < CellReference.columnLimit,
      let first = attributes["min"].flatMap(CellReference.number),
      let last = attributes["max"].flatMap(CellReference.number), first >= 1, first <= last
    else { return }
    table.hiddenColumns.append(first - 1...last - 1)
  }
}
