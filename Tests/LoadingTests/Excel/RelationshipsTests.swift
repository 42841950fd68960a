import Testing

@testable import Loading

@Suite struct RelationshipsTests {
  @Test(arguments: [
    ("worksheets/sheet1.xml", "xl/", "xl/worksheets/sheet1.xml"),
    ("/xl/styles.xml", "xl/", "xl/styles.xml"), ("styles.xml", "", "styles.xml"),
    ("../styles.xml", "xl/", "styles.xml"), ("./a/../b.xml", "xl/", "xl/b.xml"),
    ("../../../b.xml", "xl/", "b.xml"), ("my%20sheet.xml", "xl/", "xl/my sheet.xml"),
    ("50%.xml", "", "50%.xml"), ("%e6%9d%b1.xml", "", "東.xml"), ("%", "", "%"), ("", "xl/", "xl"),
  ])
  func targets(target: String, folder: String, part: String) {
    #expect(Relationships.resolve(target, in: folder[...]) == part)
  }

  /// Other files, on the disk or in the net, are not for reading.
  @Test func externalTargets() throws {
    var zip = WorkbookWriter("<row><c><v>1</v></c></row>").zip
    let links = String(decoding: try #require(zip["xl/_rels/book.xml.rels"]).bytes, as: UTF8.self)
    let external = links.replacing(
      "Target=\"tabs/t9.xml\"", with: "TargetMode=\"External\" Target=\"file:///etc/passwd\"")
    zip["xl/_rels/book.xml.rels"]?.bytes = Array(external.utf8)
    #expect(try fault(zip.archive) == .noWorksheet)
    #expect(try fault(zip.archive, sheet: "Data") == .missingPart("Data"))
  }
}
