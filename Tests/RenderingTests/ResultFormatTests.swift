import Columns
import Testing

@testable import Rendering

@Suite struct ResultFormatTests {
  @Test(arguments: [
    (
      OutputFormat.csv,
      """
      b,i,h,x,d,t,day,at
      true,-7,1267650600228229401496703205376,0.1,12.50,"a,""b""
      <|*&'",2024-01-31,2024-01-31 14:59:59.5
      false,9223372036854775807,-5,nan,-0.05,"",1969-12-31,1970-01-01 00:00:00
      ,,,,,,,

      """
    ),
    (
      .tsv,
      #"""
      b	i	h	x	d	t	day	at
      true	-7	1267650600228229401496703205376	0.1	12.50	a,"b"\n<|*&'	2024-01-31	2024-01-31 14:59:59.5
      false	9223372036854775807	-5	nan	-0.05		1969-12-31	1970-01-01 00:00:00
      \N	\N	\N	\N	\N	\N	\N	\N

      """#
    ),
    (
      .json,
      #"""
      [
      {"b":true,"i":-7,"h":1267650600228229401496703205376,"x":0.1,"d":12.50,"t":"a,\"b\"\n<|*&'","day":"2024-01-31","at":"2024-01-31 14:59:59.5"},
      {"b":false,"i":9223372036854775807,"h":-5,"x":"nan","d":-0.05,"t":"","day":"1969-12-31","at":"1970-01-01 00:00:00"},
      {"b":null,"i":null,"h":null,"x":null,"d":null,"t":null,"day":null,"at":null}
      ]

      """#
    ),
    (
      .jsonl,
      #"""
      {"b":true,"i":-7,"h":1267650600228229401496703205376,"x":0.1,"d":12.50,"t":"a,\"b\"\n<|*&'","day":"2024-01-31","at":"2024-01-31 14:59:59.5"}
      {"b":false,"i":9223372036854775807,"h":-5,"x":"nan","d":-0.05,"t":"","day":"1969-12-31","at":"1970-01-01 00:00:00"}
      {"b":null,"i":null,"h":null,"x":null,"d":null,"t":null,"day":null,"at":null}

      """#
    ),
    (
      .markdown,
      #"""
      | b | i | h | x | d | t | day | at |
      |---|---:|---:|---:|---:|---|---|---|
      | true | -7 | 1267650600228229401496703205376 | 0.1 | 12.50 | a,"b"<br>\<\|\*\&' | 2024-01-31 | 2024-01-31 14:59:59.5 |
      | false | 9223372036854775807 | -5 | nan | -0.05 |  | 1969-12-31 | 1970-01-01 00:00:00 |
      | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL |

      """#
    ),
    (
      .insert,
      #"""
      INSERT INTO result ("b", "i", "h", "x", "d", "t", "day", "at") VALUES (true, -7, 1267650600228229401496703205376, 0.1, 12.50, 'a,"b"
      <|*&''', DATE '2024-01-31', TIMESTAMP '2024-01-31 14:59:59.5');
      INSERT INTO result ("b", "i", "h", "x", "d", "t", "day", "at") VALUES (false, 9223372036854775807, -5, CAST('nan' AS DOUBLE), -0.05, '', DATE '1969-12-31', TIMESTAMP '1970-01-01 00:00:00');
      INSERT INTO result ("b", "i", "h", "x", "d", "t", "day", "at") VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

      """#
    ),
    (
      .line,
      #"""
        b = true
        i = -7
        h = 1267650600228229401496703205376
        x = 0.1
        d = 12.50
        t = a,"b"\n<|*&'
      day = 2024-01-31
       at = 2024-01-31 14:59:59.5

        b = false
        i = 9223372036854775807
        h = -5
        x = nan
        d = -0.05
        t = 
      day = 1969-12-31
       at = 1970-01-01 00:00:00

        b = NULL
        i = NULL
        h = NULL
        x = NULL
        d = NULL
        t = NULL
      day = NULL
       at = NULL

      """#
    ),
  ])
  func everyType(_ format: OutputFormat, _ expected: String) throws {
    #expect(try text(Samples.everyType, format) == expected)
  }

  /// Neither HTML nor Markdown has control characters.
  @Test(arguments: [OutputFormat.html, .markdown])
  func controlCharactersAreMadeVisible(_ format: OutputFormat) throws {
    let relation = Samples.relation([
      ("t", .varchar, [.text("a\u{1B}[31mb\u{0}c\u{9B}d\u{7F}é\tf")])
    ])
    let written = try text(relation, format)
    let code = format == .markdown ? "a\\x1b\\[31mb\\x00c\\x9bd\\x7fé\tf" : ""
    #expect(written.contains(format == .html ? "a\\x1b[31mb\\x00c\\x9bd\\x7fé\tf" : code))
    #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 })
  }

  @Test func html() throws {
    let relation = Samples.relation([
      ("<n>", .bigint, [.integer(1), .null]), ("t", .varchar, [.text("a&b \"'"), .text("")]),
    ])
    #expect(
      try text(relation, .html) == """
        <table>
        <thead>
        <tr><th>&lt;n&gt;</th><th>t</th></tr>
        </thead>
        <tbody>
        <tr><td style="text-align:right">1</td><td>a&amp;b &quot;&#39;</td></tr>
        <tr><td style="text-align:right"><em>NULL</em></td><td></td></tr>
        </tbody>
        </table>

        """)
  }

  @Test(arguments: [
    (OutputFormat.csv, "a,b\n"), (.tsv, "a\tb\n"), (.json, "[]\n"), (.jsonl, ""),
    (.markdown, "| a | b |\n|---:|---|\n"), (.insert, ""), (.line, ""),
  ])
  func noRows(_ format: OutputFormat, _ expected: String) throws {
    #expect(try text(Samples.empty, format) == expected)
  }

  @Test(arguments: [
    (OutputFormat.csv, ""), (.tsv, ""), (.json, "[\n{}\n]\n"), (.jsonl, "{}\n"), (.markdown, ""),
    (.insert, ""), (.box, "1 row\n"),
  ])
  func noColumns(_ format: OutputFormat, _ expected: String) throws {
    #expect(try text(Samples.noColumns, format) == expected)
  }

  @Test(arguments: OutputFormat.allCases)
  func storagesLookAlike(_ format: OutputFormat) throws {
    let values: [Value] = [.text("x\"y,"), .null, .text("")]
    let coded = Samples.vector(values, .varchar)
    let plain = Vector(
      type: .varchar, count: 3, storage: .text(TextStore(["x\"y,", "", ""])),
      validity: coded.validity)
    let numbers = Samples.vector([.integer(-3), .null, .integer(100)], .bigint)
    let narrow = Vector(
      type: .bigint, count: 3, storage: .int8(Buffer([-3, 0, 100])), validity: numbers.validity)
    let fields = [Field(name: "t", type: .varchar), Field(name: "n", type: .bigint)]
    let a = Relation(fields: fields, chunks: [Chunk(count: 3, columns: [coded, numbers])])
    let b = Relation(fields: fields, chunks: [Chunk(count: 3, columns: [plain, narrow])])
    let c = Relation(
      fields: fields,
      chunks: zip(values, [Value.integer(-3), .null, .integer(100)]).map { text, number in
        Chunk(
          count: 1,
          columns: [
            Vector(constant: text, type: .varchar, count: 1),
            Vector(constant: number, type: .bigint, count: 1),
          ])
      })
    let expected = try text(a, format)
    #expect(try text(b, format) == expected)
    #expect(try text(c, format) == expected)
  }

  @Test func manyRowsReachTheSinkOnce() throws {
    let rows = 100_000
    let relation = Samples.relation([("n", .bigint, (0..<rows).map { .integer(Int128($0)) })])
    let expected = "n\n" + (0..<rows).map { "\($0)\n" }.joined()
    #expect(try text(relation, .csv) == expected)
  }

  @Test func controlCharactersInJSON() {
    #expect(JSONText.string("\u{1}\u{1F}\t\\é") == #""\u0001\u001f\t\\é""#)
  }

  @Test func underscoresInMarkdown() throws {
    let relation = Samples.relation([("hs_code", .varchar, [.text("_x_")])])
    #expect(try text(relation, .markdown) == "| hs_code |\n|---|\n| \\_x\\_ |\n")
  }
}
