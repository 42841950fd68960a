import Testing

@testable import Loading

/// What cells hold becomes delimited text.
@Suite struct ExcelWorkbookTests {
  @Test func aSmallTable() throws {
    let writer = WorkbookWriter(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>
      <row r="2"><c r="A2"><v>3</v></c><c r="B2" t="s"><v>2</v></c></row>
      """, strings: ["<t>b</t>", "<t>a</t>", "<t>x</t>"])
    let table = try converted(writer)
    #expect(try table.string() == "\"a\",\"b\"\n3,\"x\"\n")
    #expect(table.format == .xlsx && !table.isTypedByQuotes && table.header == nil)
    #expect(table.rowCount == 2 && table.notes == [])
  }

  /// Each cell by its type, in one row.
  @Test(arguments: [
    ("<c><v>1.5</v></c>", "1.5"), ("<c t=\"n\"><v> 7\n</v></c>", "7"),
    ("<c t=\"s\"><v>0</v></c>", "\"shared\""), ("<c t=\"s\"><v>1</v></c>", "\"\""),
    ("<c t=\"str\"><f>A1&amp;B1</f><v>of a formula</v></c>", "\"of a formula\""),
    ("<c t=\"str\"><f>\"\"</f><v></v></c>", ""), ("<c><f>1+1</f><v>2</v></c>", "2"),
    ("<c t=\"inlineStr\"><is><t>inline</t></is></c>", "\"inline\""),
    (
      "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r></is></c>",
      "\"two runs\""
    ),
    (
      "<c t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c>",
      "\"東京\""
    ),
    ("<c t=\"inlineStr\"><is><t/></is></c>", ""),
    ("<c t=\"inlineStr\"><v>as value</v></c>", "\"as value\""),
    ("<c t=\"b\"><v>1</v></c>", "true"), ("<c t=\"b\"><v>0</v></c>", "false"),
    ("<c t=\"b\"><v>true</v></c>", "true"), ("<c t=\"e\"><v>#N/A</v></c>", "#N/A"),
    ("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!"),
    ("<c t=\"d\"><v>2024-04-03T14:30:00</v></c>", "2024-04-03 14:30:00"),
    ("<c t=\"d\"><v>2024-04-03</v></c>", "2024-04-03"),
    ("<c t=\"d\" s=\"1\"><v>2024-04-03T00:00:00.000</v></c>", "2024-04-03"),
    ("<c t=\"d\" s=\"2\"><v>2024-04-03T00:00:00</v></c>", "2024-04-03 00:00:00"),
    ("<c t=\"str\"><v>say \"yes\"</v></c>", "\"say \"\"yes\"\"\""),
    ("<c t=\"str\"><v>a,b\nc</v></c>", "\"a,b\nc\""), ("<c t=\"str\"><v> </v></c>", "\" \""),
    ("<c t=\"str\"><v>&lt;&#233;&gt;</v></c>", "\"<é>\""),
    ("<c t=\"str\"><v><![CDATA[<x>]]></v></c>", "\"<x>\""),
    ("<c t=\"str\"><v>1_x000D_\n2_x005F_x000D__x0022_</v></c>", "\"1\r\n2_x000D_\"\"\""),
    (
      "<c t=\"str\"><v>_xD83D__xDE00_ _xD83D_ _x0000_ _x00+D_ _x12 _x00e9_</v></c>",
      "\"😀 _xD83D_ _x0000_ _x00+D_ _x12 é\""
    ),
    ("<c s=\"1\"><v>45385</v></c>", "2024-04-03"),
    ("<c s=\"2\"><v>45385.5</v></c>", "2024-04-03 12:00:00"),
    ("<c s=\"3\"><v>0.25</v></c>", "06:00:00"), ("<c s=\"4\"><v>1.5</v></c>", "1.5"),
    ("<c s=\"5\"><v>302</v></c>", "\"0302\""), ("<c s=\"5\"><v>12345</v></c>", "\"12345\""),
    ("<c s=\"5\"><v>3.5</v></c>", "3.5"), ("<c s=\"5\"><v>-3</v></c>", "-3"),
    ("<c s=\"6\"><v>0.74</v></c>", "0.74"), ("<c s=\"1\" t=\"str\"><v>2024</v></c>", "\"2024\""),
    ("<c s=\"1\"><v>-5</v></c>", "-5"),
  ])
  func cells(xml: String, expected: String) throws {
    // A cell before and behind it show where it ends.
    let writer = WorkbookWriter(
      "<row><c><v>1</v></c>\(xml)<c><v>2</v></c></row>",
      strings: ["<t>shared</t>", "<t></t>"],
      styles: [
        .builtIn(14), .code("yyyy-mm-dd hh:mm"), .builtIn(20), .code("[h]:mm"), .code("0000"),
        .builtIn(9),
      ])
    #expect(try converted(writer).string() == "1,\(expected),2\n")
  }

  @Test func daysFrom1904() throws {
    var writer = WorkbookWriter("<row><c s=\"1\"><v>43923</v></c></row>", styles: [.builtIn(14)])
    writer.is1904 = true
    #expect(try converted(writer).string() == "2024-04-03\n")
  }

  @Test func sharedTextsOfManyRuns() throws {
    let writer = WorkbookWriter(
      "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>1</v></c></row>",
      strings: [
        "<r><t>a</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> \"b\"</t></r>",
        "<t>東</t><rPh sb=\"0\" eb=\"1\"><t>ひがし</t></rPh><phoneticPr fontId=\"1\"/>", "<r></r>",
      ])
    #expect(try converted(writer).string() == "\"a \"\"b\"\"\",\"\",\"東\"\n")
  }

  // MARK: Places

  @Test func cellsThatDoNotSayWhereTheyAre() throws {
    let writer = WorkbookWriter(
      "<row><c><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        + "<row r=\"5\"><c><v>6</v></c></row><row><c><v>7</v></c></row>")
    #expect(try converted(writer).string() == "1,,3,4\n5,,,\n\n\n6,,,\n7,,,\n")
  }

  @Test func cellsInAnyOrder() throws {
    let writer = WorkbookWriter(
      "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")
    #expect(try converted(writer).string() == "1,2,3\n")
  }

  /// Cells that have a look and no value are none, wherever they are.
  @Test func emptyRowsAndColumns() throws {
    let writer = WorkbookWriter(
      "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row><row r=\"2\"/>"
        + "<row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
        + "<row r=\"5\"><c r=\"C5\"><v>3</v></c><c r=\"J5\"/></row><row r=\"900\"><c r=\"A900\"/></row>"
    )
    let table = try converted(writer)
    #expect(try table.string() == "\n\n1,,2\n\n,3,\n")
    #expect(table.rowCount == 2)
    #expect(table.notes == ["the table begins in column B of the sheet"])
  }

  @Test func oneColumn() throws {
    let writer = WorkbookWriter(
      "<row r=\"2\"><c><v>1</v></c></row><row r=\"5\"><c><v>2</v></c></row>")
    let table = try converted(writer)
    #expect(try table.string() == "\n1\n\n\n2\n")
    // In a file of one column, an empty line may be a NULL.
    #expect(table.rowCount == nil)
    #expect(try converted(WorkbookWriter("<row><c><v>1</v></c></row>")).rowCount == 1)
  }

  @Test(arguments: [1, 2, 3, 7])
  func anyNumberOfBytesAtATime(step: Int) throws {
    let writer = WorkbookWriter(
      "<row r=\"2\"><c r=\"B2\"><v>12</v></c></row><row r=\"4\"><c r=\"E4\"><v>34</v></c></row>")
    let table = try converted(writer)
    #expect(try table.string(step: step) == "\n12,,,\n\n,,,34\n")
    #expect(try table.string(step: step) == table.string())
  }

  /// A cell far to the right makes every row wide, and takes no memory.
  @Test func aCellFarAway() throws {
    let writer = WorkbookWriter(
      (1...3000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        + "<row r=\"3001\"><c r=\"XFD3001\"><v>2</v></c></row>")
    let table = try workbook(writer.bytes, limit: 1 << 20).text()
    var bytes = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = try block.withUnsafeMutableBufferPointer({
      try table.source.read(into: #require($0.baseAddress), count: 1 << 16)
    }), got > 0 {
      bytes += got
    }
    #expect(bytes == 3000 * 16_385 + 16_385)
  }

  // MARK: Forms of the same

  @Test(arguments: [false, true], ["", "x:"])
  func strictAndTransitional(isStrict: Bool, prefix: String) throws {
    let cells =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45385</v></c></row>"
    var writer = WorkbookWriter(
      cells.split(separator: "<").map {
        $0.hasPrefix("/") ? "</\(prefix)\($0.dropFirst())" : "<\(prefix)\($0)"
      }
      .joined(),
      strings: ["<\(prefix)t>a</\(prefix)t>"], styles: [.builtIn(14)])
    writer.isStrict = isStrict
    writer.prefix = prefix
    let table = try converted(writer)
    #expect(try table.string() == "\"a\",2024-04-03\n")
    #expect(table.rowCount == 1)
  }

  @Test func elementsOfOtherNamespaces() throws {
    let writer = WorkbookWriter(
      "<row><c xmlns:y=\"urn:other\"><y:v>9</y:v><v>1</v></c><y:c xmlns:y=\"urn:other\"><v>2</v></y:c>"
        + "</row>")
    #expect(try converted(writer).string() == "1\n")
  }

  @Test func utf16() throws {
    var zip = WorkbookWriter("").zip
    let xml =
      "<worksheet xmlns=\"\(WorkbookWriter.transitional)\"><sheetData><row><c t=\"str\"><v>é</v></c>"
      + "</row></sheetData></worksheet>"
    zip["xl/tabs/t9.xml"]?.bytes =
      [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let table = try workbook(zip.archive).text()
    #expect(try table.string() == "\"é\"\n")
    #expect(table.rowCount == nil)
  }

  @Test func storedPartsAndOtherNames() throws {
    var zip = WorkbookWriter("<row><c><v>1</v></c></row>").zip
    zip.entries = zip.entries.map {
      var entry = $0
      entry.isDeflated = false
      entry.name = entry.name.hasPrefix("xl/tabs") ? "XL\\Tabs\\t9.xml" : entry.name
      return entry
    }
    #expect(try workbook(zip.archive).text().string() == "1\n")
  }

  @Test func theSecondCountIsThatOfTheText() throws {
    var random = Random(5)
    for _ in 0..<50 {
      var rows = ""
      var filled = 0
      for row in 1...30 where Bool.random(using: &random) {
        let cells = (0..<3).map { column -> String in
          let place = CellReference.name(column: column, row: row)
          return switch Int.random(in: 0..<6, using: &random) {
          case 0: "<c r=\"\(place)\"><v>\(row)</v></c>"
          case 1: "<c r=\"\(place)\" t=\"str\"><f>x</f><v></v></c>"
          case 2: "<c r=\"\(place)\" t=\"inlineStr\"><is><t>a</t></is></c>"
          default: "<c r=\"\(place)\" s=\"0\"/>"
          }
        }
        if cells.contains(where: { $0.contains("<v>\(row)") || $0.contains("<t>a") }) {
          filled += 1
        }
        rows += "<row r=\"\(row)\">\(cells.joined())</row>"
      }
      guard filled > 0 else { continue }
      let table = try converted(WorkbookWriter(rows))
      let text = try table.string()
      if text.contains(",") {
        #expect(table.rowCount == filled)
        #expect(text.split(separator: "\n").count == filled)
      } else {
        #expect(table.rowCount == nil || table.rowCount == filled)
      }
    }
  }
}
