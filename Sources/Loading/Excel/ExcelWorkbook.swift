import Columns

/// A workbook in the form of Office Open XML (ECMA-376, ISO/IEC 29500), transitional or strict.
///
/// The way of a cell into a table:
///
/// 1. ``ZipArchive`` unpacks the parts, ``XMLReader`` reads them, block by block.
/// 2. ``Relationships`` and ``WorkbookIndex`` lead from the package to the part of each sheet.
/// 3. ``SharedStrings`` and ``CellStyles`` hold what cells name by number.
/// 4. ``SheetReader`` places the cells, and ``CellText`` writes each as delimited text.
/// 5. ``RowScan`` counts the rows a second time, by other means.
final class ExcelWorkbook {
  /// The names of the sheets, in the order of their tabs.
  var sheetNames: [String] { index.sheets.map(\.name) }

  private let path: String
  private let archive: ZipArchive
  private let fileBytes: Int
  private let limit: Int
  private let main: String
  private let relationships: Relationships
  private let index: WorkbookIndex

  /// Reads which sheets there are.
  ///
  /// - Parameters:
  ///   - file: the whole workbook.
  ///   - limit: the most bytes of memory that are taken.
  ///   - progress: called with the bytes unpacked, once a block.
  /// - Throws: ``LoadError``, `.binary` where it is another kind of archive; `Interrupted`.
  init(
    _ file: WholeFile, path: String, limit: Int, cancellation: Cancellation?,
    progress: ((LoadProgress) -> Void)? = nil
  ) throws {
    self.path = path
    self.limit = limit
    fileBytes = file.count
    (archive, main, relationships, index) = try Self.naming(path) {
      let archive = try ZipArchive(
        file, limit: limit, cancellation: cancellation, progress: progress)
      guard archive.contains("_rels/.rels"),
        let main = try Relationships.read(of: "", in: archive).target(ofKind: "officeDocument"),
        !Self.isForeign(main)
      else {
        throw LoadError(.binary(format: Self.kind(of: archive)), path: path)
      }
      let index = try archive.parse(main, WorkbookIndex())
      guard index.isWorkbook else { throw WorkbookFault.noElement(main, "workbook") }
      return (archive, main, try Relationships.read(of: main, in: archive), index)
    }
  }

  /// Whether the main part is that of a document of another kind, or of a workbook in binary.
  private static func isForeign(_ main: String) -> Bool {
    let main = main.lowercased()
    return main.hasPrefix("word/") || main.hasPrefix("ppt/") || main.hasSuffix(".bin")
  }

  /// What to call an archive that is no workbook.
  private static func kind(of archive: ZipArchive) -> String {
    if archive.contains("mimetype") { return "an OpenDocument file; save it as .xlsx or CSV" }
    if archive.contains("xl/workbook.bin") {
      return "a binary Excel workbook (.xlsb); save it as .xlsx or CSV"
    }
    if archive.contains(folder: "word/") { return "a Word document" }
    if archive.contains(folder: "ppt/") { return "a PowerPoint presentation" }
    return "a ZIP archive without a workbook in it; unpack it first"
  }

  /// The cells of a sheet as delimited text.
  ///
  /// Its columns are those from the first to the last that hold something; its rows are those of
  /// the sheet up to the last that does, so that each row of the text is that of its number in the sheet.
  /// ``ConvertedText/rowCount`` is the number of rows that hold something, a row of names and what
  /// stands above it among them. It is nil where the sheet is in UTF-16, and where it has one column
  /// and empty rows: the loader takes some of those for NULLs.
  ///
  /// - Parameter sheet: its name, compared without regard to case; nil for the first that is
  ///   visible.
  /// - Throws: ``LoadError``; `Interrupted`.
  /// - Complexity: linear in the bytes of the sheet, unpacked. Holds in memory the file, its shared
  ///   texts and the values of the sheet.
  func text(sheet wanted: String? = nil) throws -> ConvertedText {
    try Self.naming(path) {
      let sheet = try choose(wanted)
      guard let target = relationships.targets[sheet.relationship] else {
        throw WorkbookFault.missingPart(sheet.name)
      }
      guard target.kind == "worksheet" else { throw WorkbookFault.otherSheet(sheet.name) }
      var scan = RowScan()
      let sheetReader = SheetReader(try cellText(), limit: memoryShare)
      let read = try archive.parse(target.part, sheetReader) { scan.scan($0) }
      guard read.hasRows else { throw WorkbookFault.noElement(target.part, "sheetData") }
      let table = read.table
      guard let rows = table.rows, let columns = table.columns else {
        throw WorkbookFault.emptySheet(sheet.name, others: otherSheets(than: sheet).map(\.name))
      }
      guard scan.isWide || scan.rows == table.filledRows else {
        throw WorkbookFault.unclearRows(counted: scan.rows, read: table.filledRows)
      }
      let hasNullRows = columns.count == 1 && rows != 1...table.filledRows
      // Numbers kept as text, and `N/A` among numbers, are as common in workbooks as in CSV, and
      // are read alike: quotes do not make them text.
      return ConvertedText(
        source: SheetSource(table, fileBytes: fileBytes), format: .xlsx, header: nil,
        isTypedByQuotes: false, rowCount: scan.isWide || hasNullRows ? nil : scan.rows,
        notes: SheetNotes(sheet: sheet, others: otherSheets(than: sheet), table: table).all)
    }
  }

  /// Texts and tables grow by doubling, and the old half is there while the new is filled.
  private var memoryShare: Int { limit / 4 }

  // MARK: Sheets

  private func choose(_ wanted: String?) throws -> WorkbookIndex.Sheet {
    guard let wanted else {
      let sheets = index.sheets.filter {
        relationships.targets[$0.relationship]?.kind == "worksheet"
      }
      guard let sheet = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
        throw WorkbookFault.noWorksheet
      }
      return sheet
    }
    let lowered = wanted.lowercased()
    if let sheet = index.sheets.first(where: { $0.name == wanted })
      ?? index.sheets.first(where: { $0.name.lowercased() == lowered })
    {
      return sheet
    }
    throw WorkbookFault.unknownSheet(
      wanted, sheets: sheetNames, suggestion: Self.nearest(to: lowered, among: sheetNames))
  }

  /// The name that was probably meant; nil where none is near.
  private static func nearest(to wanted: String, among names: [String]) -> String? {
    // Excel allows 31 characters; the distance takes time by the product of the lengths.
    let known = names.filter { $0.utf8.count <= 256 && wanted.utf8.count <= 256 }.map { name in
      (name: name, distance: NearbyFile.editDistance(name.lowercased(), wanted))
    }
    let best = known.min { $0.distance < $1.distance }
    return best.flatMap { $0.distance <= max(1, wanted.count / 3) ? $0.name : nil }
  }

  private func otherSheets(than sheet: WorkbookIndex.Sheet) -> [WorkbookIndex.Sheet] {
    index.sheets.filter {
      $0.name != sheet.name && relationships.targets[$0.relationship]?.kind == "worksheet"
    }
  }

  // MARK: What cells name

  /// The shared texts and the formats, as far as there are any.
  private func cellText() throws -> CellText {
    var strings = SharedStrings(limit: memoryShare)
    if let part = relationships.target(ofKind: "sharedStrings") {
      strings = try archive.parse(part, strings)
    }
    var styles = CellStyles()
    if let part = relationships.target(ofKind: "styles") {
      styles = try archive.parse(part, styles)
    }
    return CellText(
      strings: strings, formats: styles.formats, dates: SerialDate(is1904: index.is1904))
  }

  /// Does `work`, and says of which file a fault is.
  private static func naming<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let fault as WorkbookFault {
      throw LoadError(.badWorkbook(fault), path: path)
    }
  }
}

/// The main part of a workbook: its sheets, and how it counts days.
struct WorkbookIndex: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// The identifier of the relationship to its part.
    let relationship: String
  }

  let namespaces = SpreadsheetNames.main
  /// In the order of their tabs.
  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  private(set) var isWorkbook = false

  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) {
    switch element {
    case "workbook": isWorkbook = true
    case "workbookPr": is1904 = attributes.isTrue("date1904")
    case "sheet":
      let relationship = attributes["id", in: SpreadsheetNames.relationships]
      sheets.append(
        Sheet(
          name: attributes.string("name") ?? "",
          isHidden: ["hidden", "veryHidden"].contains(attributes.string("state")),
          relationship: relationship.map { String(cString: $0) } ?? ""))
    default: break
    }
  }
}
