import Testing

@testable import Loading

@Suite struct SheetNotesTests {
  private static let row = "<row><c><v>1</v></c></row>"

  private func notes(_ writer: WorkbookWriter, sheet: String? = nil) throws -> [String] {
    try converted(writer, sheet: sheet).notes
  }

  // MARK: Sheets

  private static let several = WorkbookWriter(sheets: [
    .init(name: "Notes", state: "hidden", rows: row),
    .init(name: "Chart", rows: "", kind: "chartsheet"),
    .init(name: "2023", rows: "<row><c><v>2023</v></c></row>"),
    .init(name: "2024", rows: "<row><c><v>2024</v></c></row>"),
    .init(name: "Lists &amp; keys", state: "veryHidden", rows: row),
  ])

  @Test func theFirstVisibleSheetIsRead() throws {
    let table = try converted(Self.several)
    #expect(try table.string() == "2023\n")
    #expect(
      table.notes == [
        "read sheet '2023' alone; read_xlsx('…', sheet='…') chooses another: "
          + "'Notes' (hidden), '2024', 'Lists & keys' (hidden)"
      ])
    #expect(
      try workbook(Self.several.bytes).sheetNames
        == ["Notes", "Chart", "2023", "2024", "Lists & keys"])
  }

  @Test(arguments: ["2024", "lists & KEYS"])
  func aSheetByName(name: String) throws {
    let text = try converted(Self.several, sheet: name).string()
    #expect(text == (name == "2024" ? "2024\n" : "1\n"))
  }

  @Test func aHiddenSheetByName() throws {
    #expect(
      try notes(Self.several, sheet: "Notes")[0].hasPrefix(
        "read sheet 'Notes', which is hidden, alone"))
    #expect(
      try notes(WorkbookWriter(sheets: [.init(name: "A", state: "hidden", rows: Self.row)]))
        == ["the sheet 'A' is hidden in the workbook"])
  }

  @Test func sheetsThatAreNotThere() throws {
    let bytes = Self.several.bytes
    #expect(
      try fault(bytes, sheet: "2025")
        == .unknownSheet(
          "2025", sheets: ["Notes", "Chart", "2023", "2024", "Lists & keys"], suggestion: "2023"))
    #expect(
      try fault(bytes, sheet: "Seizures")?.description
        == "has no sheet 'Seizures': its sheets are 'Notes', 'Chart', '2023', '2024', 'Lists & keys'"
    )
    #expect(try fault(bytes, sheet: "Chart") == .otherSheet("Chart"))
  }

  @Test func sheetsWithoutAValue() throws {
    let writer = WorkbookWriter(sheets: [
      .init(name: "Cover", rows: "<row><c s=\"0\"/></row>"), .init(name: "Data", rows: Self.row),
    ])
    #expect(try fault(writer.bytes) == .emptySheet("Cover", others: ["Data"]))
    #expect(try converted(writer, sheet: "Data").string() == "1\n")
    #expect(
      try fault(WorkbookWriter(sheets: [.init(name: "C", rows: "", kind: "chartsheet")]).bytes)
        == .noWorksheet)
    #expect(try fault(WorkbookWriter(sheets: []).bytes) == .noWorksheet)
  }

  @Test func manySheets() throws {
    let writer = WorkbookWriter(
      sheets: (1...9).map { .init(name: "S\($0)", rows: Self.row) })
    #expect(try notes(writer)[0].hasSuffix("'S2', 'S3', 'S4', 'S5', 'S6' and 3 more"))
  }

  // MARK: What is hidden or merged

  @Test func hiddenRowsAndColumns() throws {
    var writer = WorkbookWriter(
      "<row hidden=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"E1\"><v>1</v></c></row>"
        + "<row hidden=\"true\"/><row hidden=\"0\"><c><v>1</v></c></row>")
    writer.sheets[0].before =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"3\" max=\"3\"/>"
      + "<col min=\"4\" max=\"16384\" hidden=\"true\"/></cols>"
    #expect(
      try notes(writer) == [
        "1 row that the workbook hides is read like the others",
        "columns that the workbook hides are read like the others: B, D to E",
      ])
    writer.sheets[0].before = "<cols><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>"
    #expect(try notes(writer).count == 1)
  }

  @Test func mergedCells() throws {
    var writer = WorkbookWriter(
      (1...9).map {
        "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"C\($0)\"><v>1</v></c></row>"
      }
      .joined())
    writer.sheets[0].behind =
      "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B3:C3\"/>"
      + "<mergeCell ref=\"X9:Z9\"/><mergeCell ref=\"A70:A90\"/><mergeCell ref=\"nonsense\"/></mergeCells>"
    #expect(
      try notes(writer) == [
        "2 ranges of merged cells below the first row (A2:A4, B3:C3): "
          + "the value is in the first cell, and the others are NULL"
      ])
    writer.sheets[0].behind =
      "<mergeCells>" + (2...9).map { "<mergeCell ref=\"A\($0):C\($0)\"/>" }.joined()
      + "</mergeCells>"
    #expect(
      try notes(writer)[0].hasPrefix(
        "8 ranges of merged cells below the first row (A2:C2, A3:C3, A4:C4, …)"))
  }

  // MARK: Cells that are more than a value

  @Test(arguments: [
    (
      "<c><f>A1</f></c>",
      "1 formula without a saved value read as NULL: save the workbook in Excel (in B1)"
    ),
    (
      "<c><f>A1</f><v/></c>",
      "1 formula without a saved value read as NULL: save the workbook in Excel (in B1)"
    ),
    ("<c t=\"str\"><f>A1</f><v/></c>", nil),
    (
      "<c t=\"e\"><v>#REF!</v></c>",
      "1 cell with an error such as #N/A in place of a value (in B1)"
    ),
    (
      "<c s=\"1\"><v>59</v></c>",
      "1 date before 1 March 1900, read as Excel shows it; other programs may show the day before (in B1)"
    ),
    (
      "<c s=\"1\"><v>60</v></c>",
      "1 cell of 29 February 1900, a day that there was only in Excel (in B1)"
    ),
    ("<c s=\"1\"><v>61</v></c>", nil),
    (
      "<c s=\"1\"><v>-1</v></c><c s=\"1\"><v>3000000</v></c>",
      "2 numbers shown as a date is none, and read as a number (the first in B1)"
    ),
    (
      "<c s=\"2\"><v>1.5</v></c>",
      "1 time that counts on beyond a day read as a number of days (in B1)"
    ),
    (
      "<c s=\"3\"><v>302</v></c>",
      "1 number shown with zeros before it read as text, zeros included (in B1)"
    ),
  ])
  func cells(xml: String, note: String?) throws {
    let writer = WorkbookWriter(
      "<row><c><v>1</v></c>\(xml)</row>",
      styles: [.builtIn(14), .builtIn(46), .code("0000")])
    #expect(try notes(writer) == [note].compactMap(\.self))
  }
}
