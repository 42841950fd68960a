/// What is wrong with a workbook that cannot be read.
package enum WorkbookFault: Error, Hashable, Sendable {
  // MARK: The archive

  /// The ZIP archive has no directory that could be read.
  case noDirectory
  /// Two parts of the archive have one name.
  case repeatedPart(String)
  /// A part that another one names is not there.
  case missingPart(String)
  /// A part that cannot be decompressed, or whose checksum is wrong; the text says which.
  case damagedPart(String, String)
  /// A part of `bytes` bytes that are nothing but repetition.
  case bomb(String, bytes: Int)
  /// Something that would take `bytes` bytes of memory, more than `limit`.
  case tooLarge(String, bytes: Int, limit: Int)

  // MARK: The XML

  /// A part that is not well-formed XML.
  case badXML(String, line: Int, String)
  /// A part with a document type declaration, which workbooks do not have and attacks do.
  case documentType(String)
  /// A part without the element that it should have.
  case noElement(String, String)

  // MARK: The sheets

  case noWorksheet
  case unknownSheet(String, sheets: [String], suggestion: String?)
  /// A sheet that is no table, such as a chart.
  case otherSheet(String)
  case emptySheet(String, others: [String])
  /// Rows that hold a value, counted by their tags alone, and as they were read.
  case unclearRows(counted: Int, read: Int)
  /// A row whose number is none, or is not above that of the row before it.
  case rowNumber(String, after: Int)
  /// A cell whose place is none, is in another row or is taken already.
  case cellPlace(String, row: Int)
  /// A cell that cannot be what it says; the text says why.
  case badCell(String, String)
}

extension WorkbookFault: CustomStringConvertible {
  /// What was found and what was expected, to follow the name of the file.
  package var description: String {
    switch self {
    case .noDirectory:
      "is no whole ZIP archive: its directory, which is at its end, cannot be read; "
        + "the file may be cut short"
    case .repeatedPart(let name): "has two parts named '\(name)'"
    case .missingPart(let name): "lacks its part '\(name)'"
    case .damagedPart(let name, let reason): "is damaged in its part '\(name)': \(reason)"
    case .bomb(let name, let bytes):
      "has a part '\(name)' of \(Wording.bytes(bytes)) that shrank more than "
        + "\(ZipArchive.maximumRatio) to 1, as no table does; it was not unpacked"
    case .tooLarge(let what, let bytes, let limit):
      "is too large: \(what) would take \(Wording.bytes(bytes)) of memory, "
        + "and \(Wording.bytes(limit)) is the most"
    case .badXML(let name, let line, let reason):
      "is damaged in line \(Wording.count(line)) of its part '\(name)': \(reason)"
    case .documentType(let name):
      "declares a document type in its part '\(name)', which no workbook does; it was not read"
    case .noElement(let name, let element): "has no <\(element)> in its part '\(name)'"
    case .noWorksheet: "has no sheet with cells"
    case .unknownSheet(let name, let sheets, let suggestion):
      "has no sheet '\(name)': its sheets are \(Self.list(sheets))"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .otherSheet(let name): "has no cells in sheet '\(name)', which is a chart or the like"
    case .emptySheet(let name, let others):
      "has no value in sheet '\(name)'"
        + (others.isEmpty
          ? "" : "; read_xlsx('…', sheet='…') chooses another: \(Self.list(others))")
    case .unclearRows(let counted, let read):
      "has \(Wording.count(counted, "row")) with a value by its tags, and \(Wording.count(read)) by "
        + "its cells: it holds what no sheet does, or this is a fault of the program"
    case .rowNumber(let found, let last):
      "has a row numbered '\(found)' behind row \(Wording.count(last)), "
        + "and rows must be in order and below 1,048,577"
    case .cellPlace(let found, let row):
      "has a cell placed at '\(found)' in row \(Wording.count(row)), "
        + "which is not there or is taken already"
    case .badCell(let cell, let reason): "has a bad cell \(cell): \(reason)"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = 20
    return names.prefix(shown).map { "'\($0)'" }.joined(separator: ", ")
      + (names.count > shown ? ", …" : "")
  }
}
