import Columns
import Loading
import Testing

@Suite struct TypeDecisionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let cells: [String]
    let type: String
    let shown: [String]

    init(_ name: String, _ cells: [String], _ type: String, _ shown: [String]) {
      testDescription = name
      self.cells = cells
      self.type = type
      self.shown = shown
    }
  }

  static let cases: [Case] = [
    Case("whole numbers", ["1", "-5", "0"], "BIGINT", ["1", "-5", "0"]),
    Case(
      "the ends of 64 bits", ["9223372036854775807", "-9223372036854775808"], "BIGINT",
      ["9223372036854775807", "-9223372036854775808"]),
    Case(
      "one above 64 bits", ["1", "9223372036854775808"], "VARCHAR",
      ["'1'", "'9223372036854775808'"]),
    Case("decimals", ["1.5", "2", "-0.25"], "DECIMAL(18,2)", ["150/2", "200/2", "-25/2"]),
    Case("a point without a zero", [".5", "-.5"], "DECIMAL(18,1)", ["5/1", "-5/1"]),
    Case(
      "nineteen digits", ["123456789012345678", "-0.0"], "DECIMAL(38,1)",
      ["1234567890123456780/1", "0/1"]),
    Case(
      "eighteen digits aligned", ["12345678901234567", "0.5"], "DECIMAL(18,1)",
      ["123456789012345670/1", "5/1"]),
    Case(
      "more than eighteen digits", ["1234567890.1", "0.1234567891"], "DECIMAL(38,10)",
      ["12345678901000000000/10", "1234567891/10"]),
    Case(
      "thirty-eight digits", ["-1234567890123456789012345678.1", "0.1234567891"], "DECIMAL(38,10)",
      ["-12345678901234567890123456781000000000/10", "1234567891/10"]),
    Case(
      "more than thirty-eight digits", ["12345678901234567890123456789.1", "0.1234567891"],
      "DOUBLE", ["1.2345678901234568e+28d", "0.1234567891d"]),
    Case("exponents", ["1e3", "2.5E-1", "7"], "DOUBLE", ["1000.0d", "0.25d", "7.0d"]),
    Case("a number beyond doubles", ["1e308", "1e309"], "VARCHAR", ["'1e308'", "'1e309'"]),
    Case("infinity is a word", ["1.5", "inf", "nan"], "VARCHAR", ["'1.5'", "'inf'", "'nan'"]),
    Case("codes", ["007", "12"], "VARCHAR", ["'007'", "'12'"]),
    Case("codes below zero", ["-01", "12"], "VARCHAR", ["'-01'", "'12'"]),
    Case("codes with a point", ["0401.10", "1.5"], "VARCHAR", ["'0401.10'", "'1.5'"]),
    Case("zeros that count", ["0", "0.5"], "DECIMAL(18,1)", ["0/1", "5/1"]),
    Case("a plus", ["+5", "6"], "BIGINT", ["5", "6"]),
    Case("a space before", [" 5", "6"], "BIGINT", ["5", "6"]),
    Case(
      "spaces between thousands", ["1 234", "1 234 567.5", "6"], "DECIMAL(18,1)",
      ["12340/1", "12345675/1", "60/1"]),
    Case("spaces elsewhere", ["12 34", "6"], "VARCHAR", ["'12 34'", "'6'"]),
    Case("a point at the end", ["5.", "6"], "VARCHAR", ["'5.'", "'6'"]),
    Case("two points", ["1.2.3", "6"], "VARCHAR", ["'1.2.3'", "'6'"]),
    Case("a dash for nothing", ["-", "6"], "BIGINT", ["∅", "6"]),
    Case("truth", ["true", "FALSE", "True"], "BOOLEAN", ["true", "false", "true"]),
    Case("letters for truth", ["t", "f"], "VARCHAR", ["'t'", "'f'"]),
    Case("truth and numbers", ["true", "1"], "VARCHAR", ["'true'", "'1'"]),
    Case(
      "dates", ["1970-01-01", "2024-02-29", "0001-01-01", "9999-12-31"], "DATE",
      ["day 0", "day 19782", "day -719162", "day 2932896"]),
    Case(
      "no leap day", ["2023-02-28", "2023-02-29"], "VARCHAR", ["'2023-02-28'", "'2023-02-29'"]),
    Case("no leap century", ["1900-02-29"], "VARCHAR", ["'1900-02-29'"]),
    Case("a leap century", ["2000-02-29"], "DATE", ["day 11016"]),
    Case("day 31 of April", ["2023-04-31"], "VARCHAR", ["'2023-04-31'"]),
    Case("day 0", ["2023-04-00"], "VARCHAR", ["'2023-04-00'"]),
    Case("month 13", ["2023-13-01"], "VARCHAR", ["'2023-13-01'"]),
    Case("a date with one digit", ["2023-4-01"], "DATE", ["day 19448"]),
    Case(
      "times", ["1970-01-01 00:00:01", "1970-01-01T00:00:00.5", "1969-12-31 23:59"], "TIMESTAMP",
      ["µs 1000000", "µs 500000", "µs -60000000"]),
    Case(
      "times to the microsecond", ["1970-01-01 00:00:00.123456", "1970-01-01 00:00:00.123456000"],
      "TIMESTAMP", ["µs 123456", "µs 123456"]),
    Case(
      "nanoseconds", ["1970-01-01 00:00:00.123456789"], "VARCHAR",
      ["'1970-01-01 00:00:00.123456789'"]),
    Case(
      "times from UTC", ["1970-01-01T00:00:00Z", "1970-01-01 03:00:01+02:00"], "TIMESTAMP",
      ["µs 0", "µs 3601000000"]),
    Case(
      "times with and without a zone", ["1970-01-01T00:00:00Z", "1970-01-01 00:00:00"], "VARCHAR",
      ["'1970-01-01T00:00:00Z'", "'1970-01-01 00:00:00'"]),
    Case("hour 24", ["1970-01-01 24:00:00"], "VARCHAR", ["'1970-01-01 24:00:00'"]),
    Case(
      "dates and times", ["1970-01-02", "1970-01-01 00:00:00"], "TIMESTAMP",
      ["µs 86400000000", "µs 0"]),
    Case("dates and numbers", ["1970-01-01", "5"], "VARCHAR", ["'1970-01-01'", "'5'"]),
    Case("words for nothing", ["NA", "NULL", "5", "  "], "BIGINT", ["∅", "∅", "5", "∅"]),
    Case("words for nothing alone", ["NA", "n/a"], "VARCHAR", ["'NA'", "'n/a'"]),
    Case("Namibia", ["NA", "ZA"], "VARCHAR", ["'NA'", "'ZA'"]),
    Case(
      "decimal commas", ["\"1,5\"", "\"1.234,25\"", "7"], "DECIMAL(18,2)",
      ["150/2", "123425/2", "700/2"]),
    Case(
      "thousands by commas", ["\"1,234\"", "1.5"], "DECIMAL(18,1)", ["12340/1", "15/1"]),
    Case(
      "thousands by commas twice", ["\"1,234\"", "\"1,234,567\""], "BIGINT", ["1234", "1234567"]),
    Case("a comma for both", ["\"1,234\"", "7"], "VARCHAR", ["'1,234'", "'7'"]),
    Case(
      "points that group where a comma is a fraction's", ["1.234", "\"1,5\""], "DECIMAL(18,1)",
      ["12340/1", "15/1"]),
    Case(
      "points and commas at odds", ["1.5", "\"1,5\""], "VARCHAR", ["'1.5'", "'1,5'"]),
    Case("a zero does not begin a group", ["\"0,123\""], "DECIMAL(18,3)", ["123/3"]),
    Case("percentages", ["12.5 %", "74%"], "DECIMAL(18,3)", ["125/3", "740/3"]),
    Case("some percentages", ["12.5 %", "74"], "VARCHAR", ["'12.5 %'", "'74'"]),
    Case(
      "days first", ["25/03/2024", "03/04/2024"], "DATE", ["day 19807", "day 19816"]),
    Case(
      "months first", ["03/25/2024", "03/04/2024"], "DATE", ["day 19807", "day 19786"]),
    Case(
      "days or months first", ["03/04/2024", "05/06/2024"], "VARCHAR",
      ["'03/04/2024'", "'05/06/2024'"]),
    Case(
      "days and months first", ["25/03/2024", "03/25/2024"], "VARCHAR",
      ["'25/03/2024'", "'03/25/2024'"]),
    Case("the same either way", ["05/05/2024"], "DATE", ["day 19848"]),
    Case(
      "months by name", ["3 April 2024", "\"Apr 4, 2024\"", "05-Apr-2024", "6. Sept. 2024"], "DATE",
      ["day 19816", "day 19817", "day 19818", "day 19972"]),
    Case(
      "days first with times", ["25.03.2024 14:30", "03.04.2024 2:05:06 pm"], "TIMESTAMP",
      ["µs 1711377000000000", "µs 1712153106000000"]),
    Case("years of two digits", ["25/03/24"], "VARCHAR", ["'25/03/24'"]),
    Case("nothing at all", ["", ""], "VARCHAR", ["∅", "∅"]),
    Case("gaps in numbers", ["", "5", ""], "BIGINT", ["∅", "5", "∅"]),
    Case("gaps in text", ["", "x", "\"\""], "VARCHAR", ["∅", "'x'", "''"]),
    Case("quoted numbers", ["\"5\"", "6", "\"\""], "BIGINT", ["5", "6", "∅"]),
    Case("quoted gaps alone", ["\"\"", ""], "VARCHAR", ["''", "∅"]),
    Case("a quoted date", ["\"1970-01-02\""], "DATE", ["day 1"]),
  ]

  @Test(arguments: cases)
  func typeOfColumn(_ test: Case) throws {
    // A second column keeps rows without a value from being blank lines.
    let text = "name,x\n" + test.cells.map { "\($0),x\n" }.joined()
    let table = try load(text)
    #expect(table.relation.fields[0].type.description == test.type)
    #expect(table.relation.shownColumn(0) == test.shown)
    #expect(table.ledger.columns[0].type == table.relation.fields[0].type)
    #expect(table.relation.faults(chunkRows: Chunk.standardRows) == [])
  }

  /// Columns that look like one thing for a while, and then turn out to be another.
  @Test(arguments: 0..<16)
  func typesComeFromTheWholeColumn(seed: Int) throws {
    var random = Random(seed)
    let late = ["7", "1.25", "1e5", "x", "0123", "", "\"\"", "true", "99999999999999999999", "-3"]
    var columns: [[String]] = []
    // Longer than the head that is looked at first, so that a late cell is a surprise.
    let rows = 1_400
    for _ in 0..<4 {
      let first =
        ["1", "12.5", "1e2", "abc", "", "true", "1234567890123", "0.000001"].randomElement(
          using: &random) ?? "1"
      var cells = [String](repeating: first, count: rows)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        cells[Int.random(in: rows - 200..<rows, using: &random)] =
          late.randomElement(using: &random) ?? "7"
      }
      columns.append(cells)
    }
    let padding = String(repeating: "p", count: 1_000)
    var text = "a,b,c,d,padding\n"
    for row in 0..<rows { text += columns.map { $0[row] }.joined(separator: ",") + ",\(padding)\n" }
    let expected = columns.map { cells in
      ReferenceTypes.column(
        cells.map { $0.isEmpty ? "∅" : $0 == "\"\"" ? "''" : "'\($0)'" })
    }
    var first: LoadedTable?
    for (threads, block, chunk) in [(1, 1 << 19, 65_536), (2, 10_000, 64), (2, 999, 1_000)] {
      var options = LoadOptions()
      options.threads = threads
      options.blockBytes = block
      options.chunkRows = chunk
      let table = try load(text, options)
      #expect(table.relation.faults(chunkRows: chunk) == [])
      let rows = table.relation.shownRows
      for (index, column) in expected.enumerated() {
        #expect(table.relation.fields[index].type.description == column.type)
        #expect(rows.map { $0[index] } == column.shown)
      }
      if let first {
        #expect(table.ledger.notes == first.ledger.notes)
        #expect(table.ledger.columns.map(\.why) == first.ledger.columns.map(\.why))
        #expect(table.ledger.columns.map(\.nulls) == first.ledger.columns.map(\.nulls))
        #expect(table.ledger.columns.map(\.distinct) == first.ledger.columns.map(\.distinct))
      } else {
        first = table
      }
    }
  }
}
