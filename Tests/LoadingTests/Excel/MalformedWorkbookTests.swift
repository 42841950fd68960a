import FuzzInputs
import Glibc
import Testing

@testable import Loading

/// Workbooks that are no workbooks are refused, with the reason.
@Suite struct MalformedWorkbookTests {
  private static let good = WorkbookWriter(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45385</v></c></row>",
    strings: ["<t>a</t>"], styles: [.builtIn(14)])

  private func fault(replacing part: String, with xml: String) throws -> WorkbookFault? {
    var zip = Self.good.zip
    zip[part]?.bytes = Array(xml.utf8)
    return try LoadingTests.fault(zip.archive)
  }

  private func fault(rows: String) throws -> WorkbookFault? {
    try LoadingTests.fault(
      WorkbookWriter(rows, strings: ["<t>a</t>"], styles: [.builtIn(14)]).bytes)
  }

  @Test func theGoodOneIsGood() throws {
    #expect(try LoadingTests.fault(Self.good.bytes) == nil)
  }

  // MARK: Archives

  @Test(arguments: [0.1, 0.5, 0.9, 0.99])
  func cutShort(share: Double) throws {
    let bytes = Self.good.bytes
    let kept = Array(bytes.prefix(Int(Double(bytes.count) * share)))
    #expect(try LoadingTests.fault(kept) == .noDirectory)
  }

  @Test func aWrongChecksum() throws {
    for part in ["xl/tabs/t9.xml", "xl/texts.xml", "xl/looks.xml", "xl/book.xml", "_rels/.rels"] {
      var zip = Self.good.zip
      zip[part]?.checksum = 42
      #expect(
        try LoadingTests.fault(zip.archive) == .damagedPart(part, "its checksum is wrong"))
    }
  }

  @Test(arguments: [true, false])
  func aWrongSize(isDeflated: Bool) throws {
    for difference in [-1, 1] {
      var zip = Self.good.zip
      var entry = try #require(zip["xl/tabs/t9.xml"])
      entry.isDeflated = isDeflated
      entry.size = UInt32(entry.bytes.count + difference)
      zip["xl/tabs/t9.xml"] = entry
      let found = try LoadingTests.fault(zip.archive)
      switch found {
      // One byte less is already no whole XML.
      case .damagedPart("xl/tabs/t9.xml", _), .badXML("xl/tabs/t9.xml", _, _): break
      default: Issue.record("\(String(describing: found))")
      }
    }
  }

  @Test func entriesThatCannotBeRead() throws {
    var zip = Self.good.zip
    zip["xl/texts.xml"]?.flags = 1
    #expect(try LoadingTests.fault(zip.archive) == .damagedPart("xl/texts.xml", "it is encrypted"))
    zip = Self.good.zip
    zip["xl/texts.xml"]?.method = 12
    #expect(
      try LoadingTests.fault(zip.archive)
        == .damagedPart("xl/texts.xml", "it is compressed by method 12, not by deflate"))
    zip = Self.good.zip
    zip["xl/texts.xml"]?.method = 8
    zip["xl/texts.xml"]?.isDeflated = false
    #expect(
      try LoadingTests.fault(zip.archive)
        == .damagedPart("xl/texts.xml", "it cannot be decompressed"))
  }

  @Test(arguments: [
    "xl/tabs/t9.xml", "xl/texts.xml", "xl/looks.xml", "xl/book.xml", "xl/_rels/book.xml.rels",
  ])
  func aMissingPart(part: String) throws {
    var zip = Self.good.zip
    zip[part] = nil
    #expect(try LoadingTests.fault(zip.archive) == .missingPart(part))
  }

  @Test func aPartTwice() throws {
    var zip = Self.good.zip
    zip.add("XL/Texts.xml", "<x/>")
    #expect(try LoadingTests.fault(zip.archive) == .repeatedPart("xl/texts.xml"))
  }

  // MARK: Other archives

  @Test(arguments: [
    ("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("mimetype", "an OpenDocument file; save it as .xlsx or CSV"),
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb); save it as .xlsx or CSV"),
    ("table.csv", "a ZIP archive without a workbook in it; unpack it first"),
  ])
  func otherArchives(name: String, what: String) throws {
    var zip = ZipWriter()
    zip.add(name, "a,b\n1,2\n")
    #expect(throws: LoadError(.binary(format: what), path: "x.xlsx")) {
      try named { try workbook(zip.archive) }
    }
    // With relationships that lead to it.
    zip.add(
      "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"\(name)\"/></Relationships>")
    if name.contains("/") {
      #expect(throws: LoadError(.binary(format: what), path: "x.xlsx")) {
        try named { try workbook(zip.archive) }
      }
    }
  }

  /// Errors name the file, whose folder differs from run to run.
  private func named(_ work: () throws -> ExcelWorkbook) throws {
    do {
      _ = try work()
    } catch let error as LoadError {
      throw LoadError(error.kind, path: "x.xlsx")
    }
  }

  // MARK: Bombs

  @Test func aPartThatSwells() throws {
    var zip = Self.good.zip
    zip["xl/texts.xml"]?.bytes =
      Array("<sst>".utf8) + [UInt8](repeating: 0x20, count: 20 << 20) + Array("</sst>".utf8)
    #expect(
      try LoadingTests.fault(zip.archive) == .bomb("xl/texts.xml", bytes: (20 << 20) + 11))
    // One that says it is small is not unpacked beyond that.
    zip["xl/texts.xml"]?.size = 100
    #expect(try LoadingTests.fault(zip.archive) != nil)
  }

  @Test func aPartThatIsTooLarge() throws {
    do {
      _ = try LoadingTests.fault(Self.good.bytes, limit: 100)
      Issue.record("a file beyond the limit is read")
    } catch let error as LoadError {
      #expect(error.kind == .tooLarge(limit: 100))
    }
    let many = WorkbookWriter((1...2000).map { "<row><c><v>\($0)</v></c></row>" }.joined())
    let size = try #require(many.zip["xl/tabs/t9.xml"]).bytes.count
    #expect(
      try LoadingTests.fault(many.bytes, limit: 20_000)
        == .tooLarge("its part 'xl/tabs/t9.xml'", bytes: size, limit: 20_000))
    guard case .tooLarge("its rows", _, 15_000) = try LoadingTests.fault(many.bytes, limit: 60_000)
    else {
      Issue.record("rows beyond the limit are read")
      return
    }
  }

  @Test func textsThatAreTooLarge() throws {
    let writer = WorkbookWriter(
      "<row><c><v>1</v></c></row>", strings: (0..<2000).map { "<t>text \($0)</t>" })
    guard
      case .tooLarge("its shared texts", _, 20_000) =
        try LoadingTests.fault(writer.bytes, limit: 80_000)
    else {
      Issue.record("texts beyond the limit are read")
      return
    }
  }

  /// A thousand million laughs out of a few lines.
  @Test func entities() throws {
    var declarations = "<!ENTITY a0 \"ha\">"
    for level in 1...9 {
      declarations += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    let xml =
      "<?xml version=\"1.0\"?><!DOCTYPE sst [\(declarations)]><sst><si><t>&a9;</t></si></sst>"
    #expect(try fault(replacing: "xl/texts.xml", with: xml) == .documentType("xl/texts.xml"))
    #expect(
      try fault(replacing: "xl/book.xml", with: "<!DOCTYPE x SYSTEM \"/etc/passwd\"><x/>")
        == .documentType("xl/book.xml"))
  }

  @Test func aTagOfNoEnd() throws {
    // Random letters, so that it is no bomb.
    var random = Random(3)
    let some = (0..<(1 << 20)).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    let letters = (0..<18).flatMap { _ in some }
    var zip = Self.good.zip
    zip["xl/texts.xml"]?.bytes = Array("<sst a=\"".utf8) + letters + Array("\"/>".utf8)
    #expect(
      try LoadingTests.fault(zip.archive)?.description.contains("a tag or a comment is longer")
        == true)
  }

  /// Nesting takes memory by the depth, and no stack.
  @Test func aDeepNest() throws {
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(
      try fault(replacing: "xl/texts.xml", with: "<sst>" + deep)
        == .badXML("xl/texts.xml", line: 1, "no element found"))
  }

  // MARK: XML

  @Test(arguments: [
    "", "no xml", "<sst>", "<sst></wrong>", "<sst><si></sst>", "<sst>&unknown;</sst>",
    "<sst>\u{1}</sst>", "<sst/><sst/>", "<sst a=1/>", "<sst a='1' a='2'/>",
    "<?xml version=\"1.0\" encoding=\"none\"?><sst/>", "<x:sst/>",
  ])
  func badXML(xml: String) throws {
    for part in ["xl/texts.xml", "xl/tabs/t9.xml", "xl/book.xml", "_rels/.rels"] {
      let found = try fault(replacing: part, with: xml)
      guard case .badXML(part, 1, _) = found else {
        Issue.record("\(part): \(String(describing: found))")
        continue
      }
    }
  }

  @Test func illFormedUTF8() throws {
    var zip = Self.good.zip
    zip["xl/texts.xml"]?.bytes = Array("<sst>\n".utf8) + [0xE9] + Array("</sst>".utf8)
    #expect(
      try LoadingTests.fault(zip.archive)
        == .badXML("xl/texts.xml", line: 2, "not well-formed (invalid token)"))
  }

  @Test func partsOfAnotherKind() throws {
    #expect(
      try fault(replacing: "xl/book.xml", with: "<workbook/>")
        == .noElement("xl/book.xml", "workbook"))
    #expect(
      try fault(replacing: "xl/tabs/t9.xml", with: "<worksheet/>")
        == .noElement("xl/tabs/t9.xml", "sheetData"))
  }

  /// A part may name itself as what it needs: nothing goes round.
  @Test func relationshipsInACircle() throws {
    var zip = Self.good.zip
    let links = String(decoding: try #require(zip["xl/_rels/book.xml.rels"]).bytes, as: UTF8.self)
    let circle = links.replacing("tabs/t9.xml", with: "book.xml")
    zip["xl/_rels/book.xml.rels"]?.bytes = Array(circle.utf8)
    #expect(try LoadingTests.fault(zip.archive) == .noElement("xl/book.xml", "sheetData"))
  }

  // MARK: Rows and cells

  @Test(arguments: [
    ("<row r=\"2\"/><row r=\"2\"/>", "2", 2), ("<row r=\"3\"/><row r=\"1\"/>", "1", 3),
    ("<row r=\"0\"/>", "0", 0), ("<row r=\"x\"/>", "x", 0), ("<row r=\"1048577\"/>", "1048577", 0),
    ("<row r=\"1048576\"/><row/>", "1048577", 1_048_576),
    ("<row r=\"99999999999999999999\"/>", "99999999999999999999", 0), ("<row r=\"-1\"/>", "-1", 0),
    ("<row r=\"4\"><row r=\"5\"/></row>", "5", 4), ("<row/><row><row/></row>", "", 2),
  ])
  func rows(xml: String, found: String, last: Int) throws {
    #expect(try fault(rows: xml) == .rowNumber(found, after: last))
  }

  @Test(arguments: [
    ("<row><c r=\"A2\"><v>1</v></c></row>", "A2"), ("<row><c r=\"XFE1\"/></row>", "XFE1"),
    ("<row><c r=\"1A\"/></row>", "1A"), ("<row><c r=\"XFD1\"/><c/></row>", "XFE1"),
    ("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>", "B1"),
    ("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c><c><v>2</v></c></row>", "B1"),
  ])
  func places(xml: String, found: String) throws {
    #expect(try fault(rows: xml) == .cellPlace(found, row: 1))
  }

  @Test(arguments: [
    ("<c t=\"s\"><v>1</v></c>", "its shared text '1' is not there"),
    ("<c t=\"s\"><v>-1</v></c>", "its shared text '-1' is not there"),
    (
      "<c t=\"s\"><v>99999999999999999999</v></c>",
      "its shared text '99999999999999999999' is not there"
    ),
    ("<c t=\"s\"><v>x</v></c>", "its shared text 'x' is not there"),
    ("<c><v>abc</v></c>", "'abc' is no number"), ("<c><v> </v></c>", "'' is no number"),
    ("<c><v>1e999</v></c>", "'1e999' is no number"),
    ("<c s=\"1\"><v>nan</v></c>", "'nan' is no number"),
    ("<c t=\"b\"><v>2</v></c>", "'2' is no truth value"),
    ("<c t=\"e\"><v>a,b</v></c>", "'a,b' is neither an error nor a date"),
    ("<c t=\"d\"><v>3 April</v></c>", "'3 April' is neither an error nor a date"),
    ("<c t=\"new\"><v>2</v></c>", "its type 'new' is unknown"),
    ("<c s=\"2\"><v>2</v></c>", "its style is number 2, and there are 2 from 0 on"),
    ("<c s=\"x\"><v>2</v></c>", "its style is no number"),
    ("<c><v>1</v><v>2</v></c>", "it has two values"),
    ("<c t=\"inlineStr\"><is><t>1</t></is><v>2</v></c>", "it has two values"),
  ])
  func cells(xml: String, reason: String) throws {
    #expect(try fault(rows: "<row><c/>\(xml)</row>") == .badCell("B1", reason))
  }

  /// What stands where no sheet has it is not passed over in silence.
  @Test(arguments: [
    "<row><v>1</v></row>", "<row><y:c xmlns:y=\"urn:other\"><y:v>1</y:v></y:c></row>",
  ])
  func rowsThatAreUnclear(xml: String) throws {
    let found = try fault(rows: "<row><c><v>1</v></c></row>" + xml)
    #expect(found == .unclearRows(counted: 2, read: 1))
  }

  // MARK: Anything

  /// Whatever is done to a workbook, it is read or refused.
  @Test(arguments: 0..<20)
  func anyBytes(seed: Int) throws {
    var random = Random(seed)
    let zip = Self.good.zip
    for _ in 0..<50 {
      var broken = zip
      if Bool.random(using: &random) {
        // Inside a part, with a checksum that holds.
        let place = Int.random(in: 0..<broken.entries.count, using: &random)
        Self.damage(&broken.entries[place].bytes, &random)
        check(broken.archive)
      } else {
        var bytes = broken.archive
        Self.damage(&bytes, &random)
        check(bytes)
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout Random) {
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    do {
      let table = try workbook(bytes).text()
      let lines = try table.string().split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count > 1)
    } catch {
      #expect(error is LoadError, "\(error)")
    }
  }
}
