import FuzzInputs

@testable import Loading

/// Writes workbooks from the XML of their rows.
struct WorkbookWriter {
  struct Sheet {
    var name: String
    /// `hidden`, `veryHidden`, or nothing.
    var state = ""
    /// What stands in `<sheetData>`.
    var rows: String
    /// What stands before and behind it.
    var before = ""
    var behind = ""
    /// The last word of the type of its relationship.
    var kind = "worksheet"
  }

  /// How a style shows its numbers.
  enum Style {
    case builtIn(Int)
    case code(String)
  }

  static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let transitionalLinks =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  private static let strictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  private static let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"

  var sheets: [Sheet]
  /// What stands in each `<si>`; nil for a workbook without shared texts.
  var strings: [String]?
  /// Styles from number 1 on; nil for a workbook without styles.
  var styles: [Style]?
  var is1904 = false
  var isStrict = false
  /// The prefix of the elements: nothing, or `x:`.
  var prefix = ""

  init(_ rows: String, strings: [String]? = nil, styles: [Style]? = nil) {
    sheets = [Sheet(name: "Data", rows: rows)]
    self.strings = strings
    self.styles = styles
  }

  init(sheets: [Sheet]) { self.sheets = sheets }

  var bytes: [UInt8] { zip.archive }

  /// The parts, for tests that break some.
  var zip: ZipWriter {
    var zip = ZipWriter()
    let links = isStrict ? Self.strictLinks : Self.transitionalLinks
    zip.add("_rels/.rels", Self.relationships([("rId1", links, "officeDocument", "xl/book.xml")]))
    var tabs = ""
    var targets: [(String, String, String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      tabs +=
        "<\(prefix)sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\"\(state) "
        + "l:id=\"rId\(index + 20)\"/>"
      // Names of files that tell nothing of the order.
      targets.append(("rId\(index + 20)", links, sheet.kind, "tabs/t\(9 - index).xml"))
      zip.add(
        "xl/tabs/t\(9 - index).xml",
        element(
          "worksheet", sheet.before + tagged("sheetData", sheet.rows) + sheet.behind))
    }
    if let strings {
      targets.append(("rId90", links, "sharedStrings", "/xl/texts.xml"))
      zip.add("xl/texts.xml", element("sst", strings.map { tagged("si", $0) }.joined()))
    }
    if let styles {
      targets.append(("rId91", links, "styles", "../xl/looks.xml"))
      zip.add("xl/looks.xml", element("styleSheet", Self.styleSheet(styles, prefix)))
    }
    let count = is1904 ? "<\(prefix)workbookPr date1904=\"1\"/>" : ""
    zip.add("xl/book.xml", element("workbook", count + tagged("sheets", tabs)))
    zip.add("xl/_rels/book.xml.rels", Self.relationships(targets))
    return zip
  }

  private func tagged(_ name: String, _ content: String) -> String {
    "<\(prefix)\(name)>\(content)</\(prefix)\(name)>"
  }

  /// A whole part with `name` as its root.
  private func element(_ name: String, _ content: String) -> String {
    let main = isStrict ? Self.strict : Self.transitional
    let links = isStrict ? Self.strictLinks : Self.transitionalLinks
    let colon = prefix.isEmpty ? "" : ":\(prefix.dropLast())"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<\(prefix)\(name) xmlns\(colon)=\"\(main)\" xmlns:l=\"\(links)\">\(content)</\(prefix)\(name)>"
  }

  private static func relationships(
    _ targets: [(id: String, links: String, kind: String, target: String)]
  ) -> String {
    "<Relationships xmlns=\"\(packageLinks)\">"
      + targets.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\($0.links)/\($0.kind)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private static func styleSheet(_ styles: [Style], _ prefix: String) -> String {
    var formats = ""
    var looks = "<\(prefix)xf numFmtId=\"0\"/>"
    for (index, style) in styles.enumerated() {
      switch style {
      case .builtIn(let number): looks += "<\(prefix)xf numFmtId=\"\(number)\"/>"
      case .code(let code):
        let escaped = code.map { $0 == "\"" ? "&quot;" : String($0) }.joined()
        formats += "<\(prefix)numFmt numFmtId=\"\(index + 164)\" formatCode=\"\(escaped)\"/>"
        looks += "<\(prefix)xf numFmtId=\"\(index + 164)\"/>"
      }
    }
    // The other lists of formats, which are not those of cells.
    return "<\(prefix)numFmts>\(formats)</\(prefix)numFmts>"
      + "<\(prefix)cellStyleXfs><\(prefix)xf numFmtId=\"14\"/></\(prefix)cellStyleXfs>"
      + "<\(prefix)cellXfs>\(looks)</\(prefix)cellXfs>"
      + "<\(prefix)dxfs><\(prefix)dxf><\(prefix)numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>"
      + "</\(prefix)dxf></\(prefix)dxfs>"
  }
}

extension ConvertedText {
  /// The text of a workbook, read `step` bytes at a time.
  func string(step: Int = 1 << 16) throws -> String {
    try source.rewind()
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: step)
    while true {
      let got = try block.withUnsafeMutableBufferPointer { block in
        guard let start = block.baseAddress else { return 0 }
        return try source.read(into: start, count: step)
      }
      if got == 0 { return String(decoding: text, as: UTF8.self) }
      text += block[..<got]
    }
  }
}

/// Opens `bytes` as a workbook.
func workbook(_ bytes: [UInt8], limit: Int = 1 << 30) throws -> ExcelWorkbook {
  let file = try TemporaryFile(bytes, name: "book.xlsx")
  let opened = try OpenedFile(path: file.path, limit: limit)
  let whole = try WholeFile(opened.source, size: opened.bytes, limit: limit, path: file.path)
  return try ExcelWorkbook(whole, path: file.path, limit: limit, cancellation: nil)
}

/// A sheet of `writer` as text.
func converted(_ writer: WorkbookWriter, sheet: String? = nil) throws -> ConvertedText {
  try workbook(writer.bytes).text(sheet: sheet)
}

/// What is wrong with the workbook in `bytes`; nil where nothing is.
func fault(_ bytes: [UInt8], sheet: String? = nil, limit: Int = 1 << 30) throws -> WorkbookFault? {
  do {
    _ = try workbook(bytes, limit: limit).text(sheet: sheet)
    return nil
  } catch let error as LoadError {
    guard case .badWorkbook(let fault) = error.kind else { throw error }
    return fault
  }
}
