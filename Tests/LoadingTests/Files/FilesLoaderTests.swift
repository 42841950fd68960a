import Columns
import Synchronization
import Testing

@testable import Loading

/// Several files as one table.
@Suite struct FilesLoaderTests {
  private func load(
    _ texts: [String: String], _ change: (inout LoadRequest) -> Void = { _ in }
  ) throws -> LoadedFiles {
    let files = try TemporaryFiles(texts)
    return try load(files, change)
  }

  private func load(
    _ files: TemporaryFiles, _ change: (inout LoadRequest) -> Void = { _ in }
  ) throws -> LoadedFiles {
    var request = LoadRequest(paths: [files.path("*.csv")])
    change(&request)
    return try FilesLoader.load(request)
  }

  private func problem(_ body: () throws -> LoadedFiles) -> FilesProblem? {
    do {
      _ = try body()
    } catch let error as LoadError {
      if case .files(let problem) = error.kind { return problem }
    } catch {}
    return nil
  }

  @Test func rowsFollowInTheOrderOfTheFiles() throws {
    let loaded = try load(["b.csv": "k,t\n3,x\n4,y\n", "a.csv": "k,t\n1,y\n2,\n"])
    #expect(
      loaded.relation.shownRows == [["1", "'y'"], ["2", "∅"], ["3", "'x'"], ["4", "'y'"]])
    #expect(loaded.relation.fields.map(\.type) == [.bigint, .varchar])
    #expect(loaded.relation.faults(chunkRows: 4) == [])
    #expect(loaded.files.map(\.ledger.rowsLoaded) == [2, 2])
    #expect(loaded.files.flatMap(\.ledger.notes) == [])
  }

  struct Types: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let cells: [String]
    let type: DataType
    let rows: [String]
    /// The numbers of the files that are read again.
    let retyped: [Int]

    init(_ name: String, _ cells: [String], _ type: DataType, _ rows: [String], _ retyped: [Int]) {
      testDescription = name
      self.cells = cells
      self.type = type
      self.rows = rows
      self.retyped = retyped
    }
  }

  static let types: [Types] = [
    Types(
      "whole numbers and decimals", ["7", "1.25"], .decimal(precision: 18, scale: 2),
      ["700/2", "125/2"], [0]),
    Types(
      "decimals of several scales", ["0.5", "1.25", "3"], .decimal(precision: 18, scale: 2),
      ["50/2", "125/2", "300/2"], [0, 2]),
    Types("a number and a text", ["007", "8", "x"], .varchar, ["'007'", "'8'", "'x'"], [1]),
    Types(
      "dates and times", ["2024-01-01", "2024-01-01 00:00:01"], .timestamp,
      ["µs 1704067200000000", "µs 1704067201000000"], [0]),
    Types("numbers with exponents", ["1e3", "2"], .double, ["1000.0d", "2.0d"], [1]),
    Types("a truth and a number", ["true", "1"], .varchar, ["'true'", "'1'"], [0, 1]),
    Types("nothing and a number", ["", "5"], .bigint, ["∅", "5"], []),
    Types("nothing but gaps", ["", ""], .varchar, ["∅", "∅"], []),
    Types(
      "text as it is written", ["1.50", "1.5", "x"], .varchar, ["'1.50'", "'1.5'", "'x'"], [0, 1]),
    Types(
      "an order of dates that one file decides", ["03/04/2024", "25/04/2024"], .date,
      ["day 19816", "day 19838"], [0]),
    Types(
      "orders of dates that exclude one another", ["25/04/2024", "04/25/2024"], .varchar,
      ["'25/04/2024'", "'04/25/2024'"], [0, 1]),
    Types(
      "an order of dates that none decides", ["03/04/2024", "05/06/2024"], .varchar,
      ["'03/04/2024'", "'05/06/2024'"], []),
    Types(
      "dates in plain form and others", ["2024-04-03", "25/04/2024"], .date,
      ["day 19816", "day 19838"], []),
    Types(
      "commas before fractions", ["\"1,5\"", "7"], .decimal(precision: 18, scale: 1),
      ["15/1", "70/1"], [1]),
    Types(
      "points in doubt beside commas before fractions", ["\"1,5\"", "1.500"], .varchar,
      ["'1,5'", "'1.500'"], [0, 1]),
    Types(
      "points and commas before fractions", ["\"1,5\"", "1.55"], .varchar, ["'1,5'", "'1.55'"],
      [0, 1]),
    Types("marks for missing values", ["n/a", "7"], .bigint, ["∅", "7"], [0]),
    Types("marks among texts", ["n/a", "x"], .varchar, ["'n/a'", "'x'"], []),
    Types("percentages and numbers", ["5 %", "7"], .varchar, ["'5 %'", "'7'"], [0, 1]),
    Types(
      "more digits than one file has", ["123456789012345678", "0.25"],
      .decimal(precision: 38, scale: 2), ["12345678901234567800/2", "25/2"], [0, 1]),
  ]

  @Test(arguments: types)
  func typesAreThoseOfAllFiles(_ test: Types) throws {
    let texts = test.cells.enumerated().map { ("\($0.offset).csv", "k,v\n1,\($0.element)\n") }
    let loaded = try load(Dictionary(uniqueKeysWithValues: texts))
    #expect(loaded.relation.fields.map(\.type) == [.bigint, test.type])
    #expect(loaded.relation.shownColumn(1) == test.rows)
    #expect(loaded.relation.faults(chunkRows: test.cells.count) == [])
    let noted = loaded.files.indices.filter {
      loaded.files[$0].ledger.notes.contains { $0.contains("since all files together hold") }
    }
    #expect(noted == test.retyped)
    for file in loaded.files {
      let type = try #require(file.ledger.columns.last?.type)
      #expect(type == test.type || file.ledger.columns.last?.nulls == 1)
    }
  }

  @Test func theLedgerSaysWhyAFileWasReadOtherwise() throws {
    let files = try TemporaryFiles([
      "a.csv": "k,v,d\n1,7,03/04/2024\n", "b.csv": "k,v,d\n2,x,25/04/2024\n",
    ])
    let ledger = try load(files).files[0].ledger
    #expect(ledger.columns[1].why == "text")
    #expect(
      ledger.notes == [
        "v: read as VARCHAR and not as BIGINT, since all files together hold text, as "
          + "'\(files.path("b.csv"))' does",
        "d: read as DATE and not as VARCHAR, since all files together hold dates, the day first, as "
          + "'\(files.path("b.csv"))' does",
      ])
  }

  @Test func typesOfManyColumnsAtOnce() throws {
    let loaded = try load([
      "a.csv": "a,b,c,d\n1,03/04/2024,x,\"1,5\"\n", "b.csv": "a,b,c,d\n0.5,25/04/2024,7,2\n",
      "c.csv": "a,b,c,d\n,,,\n",
    ])
    #expect(
      loaded.relation.shownRows == [
        ["10/1", "day 19816", "'x'", "15/1"], ["5/1", "day 19838", "'7'", "20/1"],
        ["∅", "∅", "∅", "∅"],
      ])
    #expect(loaded.relation.faults(chunkRows: 3) == [])
  }

  /// What is not UTF-8 stands further down than what is looked at first, and is come upon when the
  /// file is read again.
  @Test func encodingsThatShowLate() throws {
    let head = "k,v\n" + String(repeating: "plain,1\n", count: 150_000)
    let files = try TemporaryFiles(["b.csv": "k,v\nx,y\n"])
    try files.write(
      bytes: Array(head.utf8) + Array("caf".utf8) + [0xE9, 0x2C, 0x32, 0x0A], to: "a.csv")
    let loaded = try load(files)
    #expect(loaded.relation.rowCount == 150_002)
    #expect(loaded.relation.shownRows.suffix(2) == [["'café'", "'2'"], ["'x'", "'y'"]])
  }

  @Test func otherColumnsAreRefused() throws {
    let files = try TemporaryFiles(["a.csv": "k,v\n1,2\n", "b.csv": "k,w\n1,2\n"])
    #expect(
      problem { try load(files) }
        == .differentColumns(first: files.path("a.csv"), missing: ["v"], extra: ["w"]))
    try files.write("v,k\n1,2\n", to: "b.csv")
    #expect(
      problem { try load(files) }
        == .differentColumns(first: files.path("a.csv"), missing: [], extra: []))
    // Case does not count, and the first file's names are the table's.
    try files.write("K,V\n3,4\n", to: "b.csv")
    let loaded = try load(files)
    #expect(loaded.relation.fields.map(\.name) == ["k", "v"])
    #expect(loaded.relation.shownRows == [["1", "2"], ["3", "4"]])
  }

  @Test func columnsAreMatchedByName() throws {
    let loaded = try load([
      "a.csv": "k,t\n1,x\n", "b.csv": "d,T,k\n2024-01-01,y,2\n", "c.csv": "k\n3\n",
    ]) { $0.unionsByName = true }
    #expect(loaded.relation.fields.map(\.name) == ["k", "t", "d"])
    #expect(loaded.relation.fields.map(\.type) == [.bigint, .varchar, .date])
    #expect(
      loaded.relation.shownRows == [
        ["1", "'x'", "∅"], ["2", "'y'", "day 19723"], ["3", "∅", "∅"],
      ])
    #expect(loaded.relation.faults(chunkRows: 3) == [])
  }

  @Test func onlyColumnsThatAreWanted() throws {
    let loaded = try load(["a.csv": "k,v\n1,2\n", "b.csv": "k,v\n3,x\n"]) {
      $0.options.columns = ["k"]
    }
    #expect(loaded.relation.fields.map(\.name) == ["k"])
    // What is not read needs no common type.
    #expect(loaded.files.flatMap(\.ledger.notes) == [])
    let none = try load(["a.csv": "k,v\n1,2\n", "b.csv": "k,v\n3,x\n"]) {
      $0.options.columns = []
    }
    #expect(none.relation.rowCount == 2)
  }

  @Test func theFileOfEachRow() throws {
    let files = try TemporaryFiles(["a.csv": "k\n1\n2\n", "b.csv": "k\n3\n"])
    let loaded = try load(files) { $0.fileColumn = "filename" }
    let paths = ["a.csv", "a.csv", "b.csv"].map { "'\(files.path($0))'" }
    #expect(loaded.relation.shownColumn(1) == paths)
    #expect(loaded.relation.faults(chunkRows: 3) == [])
    #expect(loaded.relation.chunks.allSatisfy { $0.columns[1].dictionary != nil })
    let narrow = try load(files) {
      $0.fileColumn = "filename"
      $0.options.columns = ["k"]
    }
    #expect(narrow.relation.fields.map(\.name) == ["k"])
    try files.write("Filename\nx\n", to: "a.csv")
    try files.write("Filename\nx\n", to: "b.csv")
    #expect(
      problem { try load(files) { $0.fileColumn = "filename" } } == .fileColumnTaken("filename"))
  }

  @Test func oneFileAlone() throws {
    let loaded = try load(["a.csv": "k\n1\n"]) { $0.fileColumn = "f" }
    #expect(loaded.relation.fields.map(\.name) == ["k", "f"])
  }

  @Test func aFileCountsOnce() throws {
    let files = try TemporaryFiles(["a.csv": "k\n1\n"])
    #expect(
      problem { try load(files) { $0.paths.append(files.path("a.csv")) } } == .namedTwice)
  }

  @Test func rejectsOfAllFiles() throws {
    let loaded = try load(["a.csv": "a,b\n1\n2,3\n", "b.csv": "a,b\n4,5,6\n7,8\n"])
    #expect(loaded.rowsLoaded == 2)
    #expect(loaded.rowsRejected == 2)
    #expect(loaded.files.map { $0.rejects.map(\.raw) } == [["1"], ["4,5,6"]])
  }

  @Test(arguments: [1, 3, 7])
  func smallChunksGrowTogether(chunkRows: Int) throws {
    let texts = (0..<20).map { ("\(10 + $0).csv", "k,t\n\($0),x\($0 % 3)\n\($0),\n") }
    let loaded = try load(Dictionary(uniqueKeysWithValues: texts)) {
      $0.options.chunkRows = chunkRows
    }
    #expect(loaded.relation.chunks.count == 1)
    #expect(loaded.relation.shownColumn(0) == (0..<20).flatMap { ["\($0)", "\($0)"] })
    #expect(loaded.relation.faults(chunkRows: 40) == [])
  }

  @Test func typesByPlace() throws {
    let loaded = try load(["a.csv": "k,v\n1,2\n"]) { $0.listedTypes = [.varchar] }
    #expect(loaded.relation.fields.map(\.type) == [.varchar, .bigint])
    let count = problem {
      try load(["a.csv": "k\n1\n"]) { $0.listedTypes = [.varchar, .varchar] }
    }
    #expect(count == .columnCount(option: "types", named: 2, found: 1))
    let other = try load(["a.csv": "k,v\n1,2\n", "b.csv": "v,k\n3,4\n"]) {
      $0.listedTypes = [.varchar]
      $0.unionsByName = true
    }
    // The places are those of the first file.
    #expect(other.relation.shownRows == [["'1'", "2"], ["'4'", "3"]])
    let unknown = problem { try load(["a.csv": "k\n1\n"]) { $0.options.types = ["q": .varchar] } }
    #expect(unknown == .unknownColumn(option: "types", name: "q", known: ["k"]))
  }

  @Test func progressIsThatOfAllFiles() throws {
    let files = try TemporaryFiles(["a.csv": "k\n1\n2\n", "b.csv": "k\n3\n"])
    let seen = Progresses()
    _ = try load(files) { $0.options.progress = { seen.add($0) } }
    let last = try #require(seen.all.last)
    #expect(last.bytesRead == 10)
    #expect(seen.all.allSatisfy { $0.bytesTotal == 10 })
    #expect(last.rows == 3)
  }
}

/// What a load told of its progress.
private final class Progresses: Sendable {
  private let list = Mutex<[LoadProgress]>([])

  var all: [LoadProgress] { list.withLock { $0 } }

  func add(_ progress: LoadProgress) { list.withLock { $0.append(progress) } }
}
