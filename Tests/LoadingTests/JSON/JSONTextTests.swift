import Testing

@testable import Loading

/// What came of a JSON text: the rows that were written, and what was said of them; or the error.
enum ConvertedJSON: Equatable {
  case table(text: String, rows: Int?, notes: [String])
  case refused(LoadError.Kind, line: Int?, offset: Int?)

  init(_ bytes: [UInt8], block: Int = 1 << 18, most: Int = Int.max, maximum: Int? = nil) throws {
    var options = LoadOptions()
    options.blockBytes = block
    options.maximumRowBytes = maximum ?? options.maximumRowBytes
    do {
      let table = try JSONText.converted(
        source: ArraySource(bytes, most: most), path: "t.json", format: .json, options: options)
      let first = try table.source.rest()
      try table.source.rewind()
      let second = try table.source.rest(size: 7)
      #expect(first == second)
      self = .table(
        text: String(decoding: first, as: UTF8.self), rows: table.rowCount, notes: table.notes)
    } catch let error as LoadError {
      self = .refused(error.kind, line: error.line, offset: error.offset)
    }
  }

  init(_ text: String, block: Int = 1 << 18) throws {
    try self.init(Array(text.utf8), block: block)
  }

  var text: String? {
    if case .table(let text, _, _) = self { text } else { nil }
  }

  var notes: [String] {
    if case .table(_, _, let notes) = self { notes } else { [] }
  }
}

@Suite struct JSONTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let json: String
    let text: String
    var notes: [String] = []

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "an array", json: #"[{"a":1,"b":"x"},{"a":2,"b":"y"}]"#,
      text: #"""
        "a","b"
        1,"x"
        2,"y"

        """#),
    Case(name: "JSON Lines", json: "{\"a\":1}\n{\"a\":2}\n", text: "\"a\"\n1\n2\n"),
    Case(name: "without a last line end", json: "{\"a\":1}\n{\"a\":2}", text: "\"a\"\n1\n2\n"),
    Case(name: "CR LF", json: "{\"a\":1}\r\n{\"a\":2}\r\n", text: "\"a\"\n1\n2\n"),
    Case(name: "one behind the other", json: #"{"a":1}{"a":2} {"a":3}"#, text: "\"a\"\n1\n2\n3\n"),
    Case(
      name: "records over several lines",
      json: "{\n \"a\": 1,\n \"b\": 2\n}\n{\n \"b\": 3,\n \"a\": 4\n}\n",
      text: "\"a\",\"b\"\n1,2\n4,3\n"),
    Case(
      name: "space everywhere",
      json: " [ { \"a\" : 1 , \"b\" : [ ] } \n, {\t\"a\":\r2,\"b\":{ } }\n] \n",
      text: "\"a\",\"b\"\n1,\"[]\"\n2,\n",
      notes: [
        "arrays stay what they are in JSON, as text: 'b'",
        "objects without a key were read as NULL: 'b'",
      ]),
    Case(name: "a byte order mark", json: "\u{FEFF}[{\"a\":1}]", text: "\"a\"\n1\n"),
    Case(
      name: "every kind of value",
      json:
        #"[{"s":"x","e":"","n":-1.50e+3,"t":true,"f":false,"z":null,"a":[1, "x y", {"k": null}],"o":{"p":1}}]"#,
      text: #"""
        "s","e","n","t","f","z","a","o.p"
        "x","",-1.50e+3,true,false,,"[1,""x y"",{""k"":null}]",1

        """#,
      notes: [
        "keys of nested objects became columns: 'o.p'",
        "arrays stay what they are in JSON, as text: 'a'",
      ]),
    Case(
      name: "numbers as written",
      json:
        "[{\"a\":0},{\"a\":-0},{\"a\":1E400},{\"a\":0.10},{\"a\":12345678901234567890123456789}]",
      text: "\"a\"\n0\n-0\n1E400\n0.10\n12345678901234567890123456789\n"),
    Case(
      name: "strings",
      json:
        #"[{"a":"\"\\\/\b\f\n\r\t"},{"a":"é\u00e9\u20AC\ud83d\ude00😀"},{"a":"comma, 'quote'"},{"a":"\u0022"}]"#,
      text: "\"a\"\n\"\"\"\\/\u{8}\u{C}\n\r\t\"\n\"éé€😀😀\"\n\"comma, 'quote'\"\n\"\"\"\"\n"),
    Case(
      name: "missing keys", json: #"[{"a":1},{"b":2},{"a":3,"b":4},{"b":5,"a":6}]"#,
      text: "\"a\",\"b\"\n1,\n,2\n3,4\n6,5\n",
      notes: [
        "the key 'a' is missing in 1 of 4 records", "the key 'b' is missing in 1 of 4 records",
      ]),
    Case(
      name: "nested objects",
      json:
        #"[{"o":{"c":"NL","p":{"q":1}},"x":1},{"o":null,"x":2},{"o":{},"x":3},{"o":{"p":{"r":2},"c":"BE"},"x":4}]"#,
      text: "\"o.c\",\"o.p.q\",\"o.p.r\",\"x\"\n\"NL\",1,,1\n,,,2\n,,,3\n\"BE\",,2,4\n",
      notes: [
        "keys of nested objects became columns: 'o.c', 'o.p.q', 'o.p.r'",
        "the key 'o.c' is missing in 1 of 3 objects 'o'",
        "the key 'o.p' is missing in 1 of 3 objects 'o'",
        "the key 'o.p.q' is missing in 1 of 2 objects 'o.p'",
        "the key 'o.p.r' is missing in 1 of 2 objects 'o.p'",
      ]),
    Case(
      name: "a value here, an object there", json: #"[{"o":1},{"o":{"p":2}},{"o":"x"}]"#,
      text: "\"o\",\"o.p\"\n1,\n,2\n\"x\",\n",
      notes: [
        "keys of nested objects became columns: 'o.p'",
        "'o' holds 1 number, 1 string and 1 object",
      ]),
    Case(
      name: "numbers and strings", json: #"[{"q":1},{"q":"n/a"},{"q":2},{"q":true},{"q":[]}]"#,
      text: "\"q\"\n1\n\"n/a\"\n2\ntrue\n\"[]\"\n",
      notes: [
        "arrays stay what they are in JSON, as text: 'q'",
        "'q' holds 2 numbers, 1 truth value, 1 string and 1 array",
      ]),
    Case(
      name: "one object", json: #"{"data":[{"a":1}]}"#, text: "\"data\"\n\"[{\"\"a\"\":1}]\"\n",
      notes: [
        "the file is one JSON object: one row",
        "arrays stay what they are in JSON, as text: 'data'",
      ]),
    Case(
      name: "blank lines", json: "\n{\"a\":1}\n\n  \n{\"a\":2}\n\n", text: "\"a\"\n1\n2\n",
      notes: ["4 blank lines skipped"]),
    Case(
      name: "a record without keys", json: "[{},{\"a\":1}]", text: "\"a\"\n\n1\n",
      notes: ["the key 'a' is missing in 1 of 2 records"]),
    Case(
      name: "one key in two spellings",
      json: #"[{"a":1,"b":2},{"\u0061":3,"b":4},{"\u0061":5,"b":6}]"#,
      text: "\"a\",\"b\"\n1,2\n3,4\n5,6\n"),
    Case(
      name: "names that are hard to write",
      json: #"[{"":1,"a\"b":2,"c\nd":3,"e,f":4,"a.b":5,"a":{"b":6}}]"#,
      text: "\"\",\"a\"\"b\",\"c\nd\",\"e,f\",\"a.b\",\"a.b\"\n1,2,3,4,5,6\n",
      notes: ["keys of nested objects became columns: 'a.b'"]),
    Case(
      name: "the same key in different objects", json: #"[{"a":{"k":1},"b":{"k":2},"k":3}]"#,
      text: "\"a.k\",\"b.k\",\"k\"\n1,2,3\n",
      notes: ["keys of nested objects became columns: 'a.k', 'b.k'"]),
    Case(
      name: "brackets and quotes in strings",
      json: #"[{"a":"}]{[\\","b":["]}","\\\"",[{"c":"[\"{"}]]}]"#,
      text: #"""
        "a","b"
        "}]{[\","[""]}"",""\\\"""",[{""c"":""[\""{""}]]"

        """#, notes: ["arrays stay what they are in JSON, as text: 'b'"]),
  ]

  @Test(arguments: cases)
  func converts(test: Case) throws {
    // A lone object gets a note of its own, which the cases of one record have in an array.
    let rows = try #require(ReferenceJSON.values(test.json)).flatMap { value in
      if case .array(let items) = value { items } else { [value] }
    }
    let converted = try ConvertedJSON(test.json)
    #expect(converted == .table(text: test.text, rows: rows.count + 1, notes: test.notes))
  }

  /// Wherever a block ends, the text is the same.
  @Test(arguments: cases)
  func anySplit(test: Case) throws {
    let whole = try ConvertedJSON(test.json)
    for size in 1...test.json.utf8.count + 1 {
      #expect(try ConvertedJSON(test.json, block: size) == whole)
      #expect(try ConvertedJSON(Array(test.json.utf8), most: size) == whole)
    }
  }

  @Test func manyMissingKeysAreSummedUp() throws {
    let keys = (0..<20).map { "\"k\($0)\":1" }.joined(separator: ",")
    let notes = try ConvertedJSON("[{\(keys)},{}]").notes
    #expect(notes.count == 7)
    #expect(notes.last == "14 more keys are missing in some records")
  }

  @Test(arguments: [
    ("a.json", FileFormat.json), ("x/a.b.JSON", .json), ("a.jsonl", .jsonl), ("a.ndjson", .jsonl),
    ("a.json.gz", .json), ("a.ndjson.zst", .jsonl), ("json", nil), ("a.csv", nil),
    ("a.json/b", nil),
    ("a.gz", nil), ("", nil), ("a.json.csv", nil),
  ])
  func formatOfAName(path: String, expected: FileFormat?) {
    #expect(JSONText.format(ofPath: path) == expected)
  }

  @Test(arguments: [
    ("t.json", "[{\"a\":1,\"b\":\"x\"},{\"a\":2}]"),
    ("t.jsonl", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2}\n"),
    ("t.json", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2}\n"),
    ("t.txt", "[{\"a\":1,\"b\":\"x\"},{\"a\":2}]"),
  ])
  func loads(name: String, text: String) throws {
    let file = try TemporaryFile(text, name: name)
    var options = LoadOptions()
    if name == "t.txt" { options.format = .json }
    let table = try TableLoader.load(path: file.path, options: options)
    #expect(table.relation.fields.map(\.name) == ["a", "b"])
    #expect(table.relation.shownRows == [["1", "'x'"], ["2", "∅"]])
    #expect(table.ledger.format == options.format ?? JSONText.format(ofPath: name))
    #expect(table.ledger.rowsInFile == 2 && table.ledger.rowsLoaded == 2)
    #expect(table.ledger.notes == ["the key 'b' is missing in 1 of 2 records"])
  }

  /// Quotes say what is text; a column of one key may end with NULL.
  @Test func typesOfColumns() throws {
    let text = """
      [{"n": 1, "q": "1", "d": "2024-01-05", "x": 1.50, "b": true, "m": 1, "e": ""},
       {"n": 2, "q": "2", "d": null, "x": 2, "b": false, "m": "x", "e": "y"}]
      """
    let file = try TemporaryFile(text, name: "t.json")
    let table = try TableLoader.load(path: file.path)
    #expect(
      table.relation.fields.map(\.type.description) == [
        "BIGINT", "VARCHAR", "DATE", "DECIMAL(18,2)", "BOOLEAN", "VARCHAR", "VARCHAR",
      ])
    #expect(table.relation.shownColumn(6) == ["''", "'y'"])
    let one = try TemporaryFile("[{\"a\":1},{\"a\":null},{},{\"a\":null}]", name: "t.json")
    #expect(try TableLoader.load(path: one.path).relation.shownColumn(0) == ["1", "∅", "∅", "∅"])
  }

  @Test func compressedRecords() throws {
    let text = (0..<30_000).map { "{\"a\":\($0),\"b\":{\"c\":\"x\($0 % 7)\"}}\n" }.joined()
    let file = try TemporaryFile(GzipSourceTests.compressed(text), name: "t.jsonl.gz")
    for threads in [1, 2] {
      var options = LoadOptions()
      options.threads = threads
      let table = try TableLoader.load(path: file.path, options: options)
      #expect(table.relation.rowCount == 30_000)
      #expect(table.relation.fields.map(\.name) == ["a", "b.c"])
      #expect(table.relation.faults(chunkRows: options.chunkRows) == [])
    }
  }
}
