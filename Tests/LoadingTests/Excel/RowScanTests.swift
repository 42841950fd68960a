import Testing

@testable import Loading

@Suite struct RowScanTests {
  private func rows(_ xml: String, step: Int = 1 << 16) -> Int {
    var scan = RowScan()
    let bytes = Array(xml.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + step, bytes.count)
      Array(bytes[start..<end]).withUnsafeBufferPointer { scan.scan($0) }
      start = end
    }
    return scan.rows
  }

  @Test(arguments: [
    ("<row><c><v>1</v></c></row>", 1), ("<row r=\"1\"/><row><c/></row>", 0),
    ("<row><c><v></v></c><c><v/></c></row>", 0), ("<row><c><f>A1</f></c></row>", 0),
    ("<row><c><f>A1</f><v>2</v></c></row><row><c><v>3</v></c></row>", 2),
    ("<x:row><x:c><x:v>1</x:v></x:c></x:row>", 1),
    ("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>", 1),
    ("<row><c><is><r><t>a</t></r></is></c></row>", 1), ("<row><c><is><t/></is></c></row>", 0),
    ("<row><c><is><rPh><t>a</t></rPh></is></c></row>", 0),
    ("<row><c><is><rPh><t>a</t></rPh><t>b</t></is></c></row>", 1),
    ("<row a='>'><c b=\"/>\"><v>1</v></c></row>", 1),
    ("<!-- <row><v>1</v></row> --><row><c><v>1</v></c></row>", 1),
    ("<!----><row><c><v>1</v></c></row>", 1), ("<?row <v>1</v>?><row><c><v>1</v></c></row>", 1),
    ("<row><c><v><![CDATA[1]]></v></c></row>", 1), ("<row><c><v><![CDATA[]]></v></c></row>", 0),
    ("<row><c><v><!-- x --></v></c></row>", 0), ("<row><c><v><!-- x -->1</v></c></row>", 1),
    ("<rows><v>1</v></rows><browse><v>1</v></browse><v>1</v>", 0),
    ("<row ><c ><v >1</v ></c ></row >", 1), ("<abcdefghrow><v>1</v></abcdefghrow>", 0),
  ])
  func counts(xml: String, expected: Int) {
    #expect(rows("<?xml version=\"1.0\"?>" + xml) == expected)
    #expect(rows("<?xml version=\"1.0\"?>" + xml, step: 1) == expected)
    #expect(rows(xml, step: 3) == expected)
  }

  @Test func nothingIsSaidOfWideCharacters() {
    for head: [UInt8] in [[0xFE, 0xFF, 0, 0x3C], [0xFF, 0xFE, 0x3C, 0], [0x3C, 0, 0x72, 0]] {
      var scan = RowScan()
      head.withUnsafeBufferPointer { scan.scan($0) }
      #expect(scan.isWide)
    }
  }
}
