/// The parts of a workbook written one behind the other, so that each can be changed by itself.
///
/// They are parted by bytes 0xFF, which stand in no XML; a part that is missing or empty is one of a
/// small workbook with a number, a date and a shared text.
enum WorkbookParts {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static let standard: [(name: String, text: String)] = [
    (
      "xl/sheet.xml",
      "<worksheet xmlns='\(main)'><sheetData><row r='1'><c t='s'><v>0</v></c>"
        + "<c r='B1' s='1'><v>45385.5</v></c></row></sheetData></worksheet>"
    ),
    (
      "xl/strings.xml",
      "<sst xmlns='\(main)'><si><t>a</t></si>"
        + "<si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns='\(main)'><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/>"
        + "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
    ),
    (
      "xl/book.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(links)'><workbookPr date1904='0'/>"
        + "<sheets><sheet name='A' r:id='s'/></sheets></workbook>"
    ),
    (
      "xl/_rels/book.xml.rels",
      "<Relationships xmlns='\(package)'>"
        + "<Relationship Id='s' Type='x/worksheet' Target='sheet.xml'/>"
        + "<Relationship Id='t' Type='x/sharedStrings' Target='strings.xml'/>"
        + "<Relationship Id='y' Type='x/styles' Target='styles.xml'/></Relationships>"
    ),
    (
      "_rels/.rels",
      "<Relationships xmlns='\(package)'>"
        + "<Relationship Id='s' Type='x/officeDocument' Target='xl/book.xml'/></Relationships>"
    ),
  ]

  /// The archive whose parts `bytes` are.
  static func archive(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: false)
    var zip = ZipWriter()
    for (index, part) in standard.enumerated() {
      let own = index < parts.count ? Array(parts[index]) : []
      var entry = ZipWriter.Entry(
        name: part.name, bytes: own.isEmpty ? Array(part.text.utf8) : own)
      entry.isDeflated = false
      zip.entries.append(entry)
    }
    return zip.archive
  }
}
