import Testing

@testable import Loading

@Suite struct LoadLedgerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let notes: [String]

    init(_ name: String, _ text: String, _ notes: [String]) {
      testDescription = name
      self.text = text
      self.notes = notes
    }
  }

  static let cases: [Case] = [
    Case("nothing to say", "a,b\n1,x\n2,\n", []),
    Case(
      "numbers but for a few", "n,x\n1,\n2,\n3,\nY,\n4,\nn/a,\n5,\n",
      [
        "n: 5 of 6 values are numbers; 1 is not: 'Y' (line 5); the column is text"
      ]),
    Case(
      "dates but for one", "d,x\n2024-01-01,\n2024-13-01,\n2024-01-03,\n",
      ["d: 2 of 3 values are dates; 1 is not: '2024-13-01' (line 3); the column is text"]),
    Case(
      "more exceptions than are shown", "n,x\n1,\n2,\n3,\n4,\na,\nb,\nc,\nd,\n",
      [
        "n: 4 of 8 values are numbers; 4 are not: 'a' (line 6), 'b' (line 7), 'c' (line 8) …; "
          + "the column is text"
      ]),
    Case(
      "a line within a cell", "n,x\n1,\"p\nq\"\n2,\nx,\n",
      ["n: 2 of 3 values are numbers; 1 is not: 'x' (line 5); the column is text"]),
    Case(
      "quoted gaps", "n,x\n1,y\n\"\",z\n",
      ["n: 1 quoted empty cell read as NULL, since every other value is a BIGINT"]),
    Case(
      "dates among times", "t,x\n2024-01-01 00:00:00,y\n2024-01-02,z\n",
      ["t: 1 date without a time of day read as midnight"]),
    Case(
      "too many digits",
      "n,x\n12345678901234567890123456789.5,y\n0.1234567890,z\n",
      [
        "n: decimals of more than 38 digits when their points are aligned; read as DOUBLE, rounded to "
          + "binary"
      ]),
    Case(
      "rows that do not fit", "a,b\n1,2\n3\n4,5,6\n7,8\n",
      [
        "2 of 4 rows rejected: line 3: 1 field where the table has 2 columns; "
          + "line 4: 3 fields where the table has 2 columns"
      ]),
    Case(
      "an open quote", "a,b\n1,2\n3,\"x\n4,5\n6,7\n",
      [
        "1 of 4 rows rejected: line 3: the quote opened on line 3 is never closed",
        "the quote opened on line 3 is never closed: the lines behind it were read as rows of "
          + "their own",
      ]),
    Case("blank lines", "a,b\n\n1,2\n\n", ["2 blank lines skipped"]),
    Case(
      "no names", "1,2\n3,4\n",
      [
        "the first row looks like data, not like names: the columns are column0 to column1; header=true takes it for names"
      ]),
  ]

  @Test(arguments: cases)
  func notes(_ test: Case) throws {
    let ledger = try load(test.text).ledger
    #expect(ledger.notes == test.notes)
    #expect(ledger.rowsInFile == ledger.rowsLoaded + ledger.rowsRejected)
  }

  @Test func rejectsHoldWhatWasFound() throws {
    var options = LoadOptions()
    options.ignoresErrors = true
    let table = try load("a,b\n1,\"p\nq\"\n3\n4,\"x\"y\n5,6,7\n\"8,9\n10,11\n", options)
    #expect(table.relation.shownRows == [["1", "'p\nq'"], ["10", "'11'"]])
    #expect(
      table.rejects == [
        Reject(
          line: 4, offset: 12, column: nil, raw: "3",
          reason: .tooFewFields(found: 1, expected: 2)),
        Reject(line: 5, offset: 14, column: nil, raw: "4,\"x\"y", reason: .textAfterQuote),
        Reject(
          line: 6, offset: 21, column: nil, raw: "5,6,7",
          reason: .tooManyFields(found: 3, expected: 2)),
        Reject(line: 7, offset: 27, column: nil, raw: "\"8,9", reason: .unclosedQuote(line: 7)),
      ])
  }

  @Test func summary() throws {
    let file = try TemporaryFile("a,b\n1,2\n3\n", name: "seizures.2024.csv")
    var options = LoadOptions()
    options.columns = ["A"]
    let summary = try TableLoader.load(path: file.path, options: options).ledger.summary
    let lines = summary.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("seizures: 1 row loaded, 1 rejected (1 of 2 columns, 10 bytes, "))
    #expect(lines[1] == "  1 of 2 rows rejected: line 3: 1 field where the table has 2 columns")
  }

  @Test func onlyTheColumnsWanted() throws {
    let file = try TemporaryFile("a,B,c\n1,x,2.5\n2,y,3.5\n")
    let opened = try TableFile(path: file.path)
    #expect(opened.columnNames == ["a", "B", "c"])
    let two = try opened.load(columns: ["C", "b", "unknown"])
    #expect(two.relation.fields.map(\.name) == ["B", "c"])
    #expect(two.relation.shownRows == [["'x'", "25/1"], ["'y'", "35/1"]])
    let none = try opened.load(columns: [])
    #expect(none.relation.rowCount == 2 && none.relation.fields.isEmpty)
    #expect(try opened.load().relation.fields.count == 3)
  }

  @Test func manyDistinctTextsAreStoredPlain() throws {
    let rows = (0..<3000).map { "text number \($0),\($0 % 10),\"q\"\"\($0)\"\n" }
    let table = try load("a,b,c\n" + rows.joined())
    #expect(table.ledger.columns.map(\.distinct) == [nil, nil, nil])
    #expect(table.relation.chunks[0].columns[0].dictionary == nil)
    #expect(table.relation.shownRows[2999] == ["'text number 2999'", "9", "'q\"2999'"])
    let shared = try load("a,b\n" + (0..<3000).map { "text \($0 % 1000),x\n" }.joined())
    #expect(shared.ledger.columns.map(\.distinct) == [1000, 1])
    #expect(shared.relation.chunks[0].columns[0].dictionary?.texts.string(1) == "text 0")
  }
}
