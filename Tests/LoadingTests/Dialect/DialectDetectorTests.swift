import Loading
import Testing

@Suite struct DialectDetectorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let delimiter: Character?
    let names: [String]
    let rows: [[String]]

    init(
      _ name: String, _ text: String, _ delimiter: Character?, _ names: [String],
      _ rows: [[String]]
    ) {
      testDescription = name
      self.text = text
      self.delimiter = delimiter
      self.names = names
      self.rows = rows
    }
  }

  static let cases: [Case] = [
    Case("commas", "a,b\n1,x\n2,y\n", ",", ["a", "b"], [["1", "'x'"], ["2", "'y'"]]),
    Case("semicolons", "a;b\n1;x\n2;y\n", ";", ["a", "b"], [["1", "'x'"], ["2", "'y'"]]),
    Case("tabs", "a\tb\n1\tx\n", "\t", ["a", "b"], [["1", "'x'"]]),
    Case("bars", "a|b\n1|x\n", "|", ["a", "b"], [["1", "'x'"]]),
    Case(
      "semicolons beside decimal commas", "name;amount\nx;1,5\ny;2,25\n", ";", ["name", "amount"],
      [["'x'", "150/2"], ["'y'", "225/2"]]),
    Case(
      "commas beside times", "at,what\n2024-01-01 10:00:00,a;b\n2024-01-02 10:00:00,c\n", ",",
      ["at", "what"],
      [["µs 1704103200000000", "'a;b'"], ["µs 1704189600000000", "'c'"]]),
    Case(
      "delimiters in quotes", "a,b\n\"1;2;3\",x\n\"4;5;6\",y\n", ",", ["a", "b"],
      [["'1;2;3'", "'x'"], ["'4;5;6'", "'y'"]]),
    Case("one column", "name\nfirst\nsecond\n", nil, ["name"], [["'first'"], ["'second'"]]),
    Case(
      "prose in one column", "remark\nwell, yes\nno\nnever, ever, again\nok\n", nil, ["remark"],
      [["'well, yes'"], ["'no'"], ["'never, ever, again'"], ["'ok'"]]),
    Case("a number alone", "n\n1\n", nil, ["n"], [["1"]]),
    Case("no header", "1,x\n2,y\n", ",", ["column0", "column1"], [["1", "'x'"], ["2", "'y'"]]),
    Case(
      "no header, texts that come again", "FR,Mail\nDE,Mail\nFR,Rail\n", ",",
      ["column0", "column1"], [["'FR'", "'Mail'"], ["'DE'", "'Mail'"], ["'FR'", "'Rail'"]]),
    Case("names alone", "a,b,c\n", ",", ["a", "b", "c"], []),
    Case("names alone, no line end", "a,b,c", ",", ["a", "b", "c"], []),
    Case(
      "one row of data", "1,2.5,2024-01-01\n", ",", ["column0", "column1", "column2"],
      [["1", "25/1", "day 19723"]]),
    Case(
      "texts, and names that do not come again", "code,name\nFR,France\nDE,Germany\n", ",",
      ["code", "name"], [["'FR'", "'France'"], ["'DE'", "'Germany'"]]),
    Case(
      "codes with zeros under a name", "hs,x\n0401,1\n0402,2\n", ",", ["hs", "x"],
      [["'0401'", "1"], ["'0402'", "2"]]),
    Case(
      "blank lines before, between and behind", "\n\na,b\n\n1,2\n\n\n3,4\n\n\n", ",", ["a", "b"],
      [["1", "2"], ["3", "4"]]),
    Case("CR LF", "a,b\r\n1,x\r\n2,y\r\n", ",", ["a", "b"], [["1", "'x'"], ["2", "'y'"]]),
    Case("CR alone", "a,b\r1,x\r2,y\r", ",", ["a", "b"], [["1", "'x'"], ["2", "'y'"]]),
    Case(
      "all line ends", "a,b\r\n1,x\n2,y\r3,z", ",", ["a", "b"],
      [["1", "'x'"], ["2", "'y'"], ["3", "'z'"]]),
    Case("a byte order mark", "\u{FEFF}a,b\n1,x\n", ",", ["a", "b"], [["1", "'x'"]]),
    Case(
      "a byte order mark before a quote", "\u{FEFF}\"a\",b\n1,x\n", ",", ["a", "b"],
      [["1", "'x'"]]),
    Case(
      "line ends and quotes in quotes", "a,b\n\"x\ny\",\"say \"\"so\"\"\"\n\"\r\n\",\"\"\"\"\n",
      ",",
      ["a", "b"], [["'x\ny'", "'say \"so\"'"], ["'\r\n'", "'\"'"]]),
    Case(
      "a quote in the middle is a letter", "size,n\n5\" pipe,1\n6\" pipe,2\n", ",", ["size", "n"],
      [["'5\" pipe'", "1"], ["'6\" pipe'", "2"]]),
    Case(
      "more fields in few rows", "a,b\n1,2\n3,4,5\n6,7\n", ",", ["a", "b"],
      [["1", "2"], ["6", "7"]]),
    Case(
      "twelve columns without names", "1,2,3,4,5,6,7,8,9,10,11,12\n", ",",
      (0..<12).map { ($0 < 10 ? "column0" : "column") + "\($0)" },
      [(1...12).map { "\($0)" }]),
  ]

  @Test(arguments: cases)
  func dialect(_ test: Case) throws {
    let table = try load(test.text)
    #expect(table.ledger.delimiter == test.delimiter?.asciiValue)
    #expect(table.relation.fields.map(\.name) == test.names)
    #expect(table.relation.shownRows == test.rows)
  }

  @Test(arguments: [
    ("a,b\n1,\"x\ny\"\n", LoadLedger.LineEnds.lf), ("a,b\r\n1,2\r\n", .crlf), ("a,b\r1,2", .cr),
    ("a,b\r\n1,2\n", .mixed), ("a,b", .none),
  ])
  func lineEnds(text: String, expected: LoadLedger.LineEnds) throws {
    #expect(try load(text).ledger.lineEnds == expected)
  }

  @Test func optionsGoBeforeEvidence() throws {
    var options = LoadOptions()
    options.delimiter = UInt8(ascii: ";")
    options.header = false
    options.quote = .none
    let table = try load("a;\"b\nc;d\"\n", options)
    #expect(table.relation.shownRows == [["'a'", "'\"b'"], ["'c'", "'d\"'"]])
    options.quote = .character(UInt8(ascii: "'"))
    #expect(try load("'a;b';c\n", options).relation.shownRows == [["'a;b'", "'c'"]])
  }

  @Test func linesBeforeTheTable() throws {
    let table = try load("Report of 2024\na,b,c\n1,2,3\n4,5,6\n")
    #expect(table.relation.fields.map(\.name) == ["a", "b", "c"])
    #expect(table.relation.shownRows == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(table.ledger.linesBefore == 1 && table.ledger.rowsInFile == 2)
    #expect(table.ledger.notes == ["1 line before the table was left out: 'Report of 2024'"])
  }

  @Test func aFirstRowUnlikeTheOthersIsSaid() throws {
    var options = LoadOptions()
    options.ignoresErrors = true
    let table = try load("a,b\n1,x,3\n4,y,6\n7,z,9\n", options)
    #expect(table.ledger.rowsRejected == 3 && table.ledger.rowsLoaded == 0)
    #expect(table.ledger.notes.contains { $0.contains("the first row has 2 fields, but 3") })
    #expect {
      try load("a,b\n1,x,3\n4,y,6\n7,z,9\n")
    } throws: {
      guard case .mostRowsRejected(3, 3, _, let hint) = ($0 as? LoadError)?.kind else {
        return false
      }
      return hint?.contains("these rows have 3 fields") == true
    }
  }
}
