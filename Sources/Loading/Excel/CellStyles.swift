/// The number format of each style that cells name, from the part of styles.
struct CellStyles: XMLHandler {
  let namespaces = SpreadsheetNames.main
  /// By the number of the style; empty where the workbook has no styles.
  private(set) var formats: [NumberFormat] = []

  private var custom: [Int: NumberFormat] = [:]
  private var isInFormats = false
  private var isInStyles = false

  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) {
    switch element {
    case "numFmts": isInFormats = true
    case "cellXfs": isInStyles = true
    case "numFmt" where isInFormats:
      if let number = attributes["numFmtId"].flatMap(CellReference.number),
        let code = attributes.string("formatCode")
      {
        custom[number] = NumberFormat(code: code)
      }
    case "xf" where isInStyles:
      let number = attributes["numFmtId"].flatMap(CellReference.number) ?? 0
      // Formats are written out before the styles that name them (ECMA-376-1, 18.8.39).
      formats.append(custom[number] ?? NumberFormat(builtIn: number))
    default: break
    }
  }

  mutating func end(_ element: XMLWord) {
    switch element {
    case "numFmts": isInFormats = false
    case "cellXfs": isInStyles = false
    default: break
    }
  }
}

/// The namespaces of Office Open XML: transitional, which Excel writes, and strict.
enum SpreadsheetNames {
  static let main: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  static let relationships: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
  static let package: [StaticString] = [
    "http://schemas.openxmlformats.org/package/2006/relationships"
  ]
}
