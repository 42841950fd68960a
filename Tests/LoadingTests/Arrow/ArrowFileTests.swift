import Columns
import Glibc
import Testing

@testable import Loading

/// What is written comes back as it was.
@Suite struct ArrowFileTests {
  private func options(_ threads: Int, chunkRows: Int = 65_536) -> LoadOptions {
    var options = LoadOptions()
    options.threads = threads
    options.chunkRows = chunkRows
    return options
  }

  @Test(arguments: RandomRelation.types)
  func everyTypeInEveryWidth(type: DataType) throws {
    let folder = try ArrowFolder()
    for seed in 0..<24 {
      var random = Random(seed)
      let relation = RandomRelation.relation(
        [type, type], chunkRows: [9, 70, 130], using: &random)
      let back = try folder.load(folder.bytes(relation))
      #expect(shown(back.relation) == shown(relation), "seed \(seed)")
      #expect(back.relation.faults(chunkRows: 65_536) == [], "seed \(seed)")
    }
  }

  @Test(arguments: 0..<300)
  func anyRelation(seed: Int) throws {
    let folder = try ArrowFolder()
    let relation = RandomRelation.relation(seed)
    let bytes = try folder.bytes(relation)
    #expect(try folder.bytes(relation, threads: 3) == bytes)
    // Chunks that cut the batches, join them, and fall together with them.
    for (threads, chunkRows) in [(1, 65_536), (2, 5), (3, 64), (1, 1)] {
      for form in [bytes, stream(of: bytes)] {
        let back = try folder.load(form, options(threads, chunkRows: chunkRows))
        #expect(shown(back.relation) == shown(relation))
        #expect(back.relation.faults(chunkRows: chunkRows) == [])
        #expect(back.ledger.rowsInFile == relation.rowCount)
        #expect(back.ledger.rowsLoaded == relation.rowCount)
        #expect(back.rejects.isEmpty)
      }
    }
  }

  @Test func aTableWithoutRows() throws {
    let folder = try ArrowFolder()
    let fields = RandomRelation.types.enumerated().map { Field(name: "c\($0)", type: $1) }
    let back = try folder.load(folder.bytes(Relation(fields: fields, chunks: [])))
    #expect(back.relation.fields == fields)
    #expect(back.relation.chunks.isEmpty)
  }

  @Test func aTableWithoutColumns() throws {
    let folder = try ArrowFolder()
    let chunks = [Chunk(count: 3, columns: []), Chunk(count: 4, columns: [])]
    let back = try folder.load(folder.bytes(Relation(fields: [], chunks: chunks)))
    #expect(back.relation.fields.isEmpty)
    #expect(back.relation.rowCount == 7)
  }

  @Test(arguments: [
    (1, "int8"), (127, "int8"), (128, "int8"), (129, "int16"), (255, "int16"), (256, "int16"),
    (32_768, "int16"), (32_769, "int32"), (65_535, "int32"), (65_536, "int32"),
  ])
  func dictionariesOfEverySize(count: Int, index: String) throws {
    let folder = try ArrowFolder()
    let texts = (0..<count).map { Value.text("text \($0)") }
    let vectors = [
      Vector(texts, type: .varchar), Vector([.null, .text("text 0"), .null], type: .varchar),
    ]
    let coded = try DictionaryEncoding.encode(vectors)
    let relation = Relation(
      fields: [Field(name: "t", type: .varchar)],
      chunks: coded.map { Chunk(count: $0.count, columns: [$0]) })
    let back = try folder.load(folder.bytes(relation))
    #expect(back.ledger.columns[0].why == "Arrow dictionary<\(index), utf8>")
    #expect(back.ledger.columns[0].distinct == count)
    #expect(back.ledger.columns[0].nulls == 2)
    #expect(back.relation.shownRows == relation.shownRows)
    #expect(back.relation.faults(chunkRows: 65_536) == [])
  }

  /// A filter leaves the dictionary as it was; what it filtered out must not be in the file.
  @Test func textsWithoutRowsAreNotWritten() throws {
    let folder = try ArrowFolder()
    let names = ["kept", "secret", "also kept", "hidden"].map { Value.text($0) }
    let all = try DictionaryEncoding.encode([Vector(names, type: .varchar)])[0]
    let some = try Gather.rows(RowSelection(rows: Buffer([2, 0]), count: 2), of: all)
    let relation = Relation(
      fields: [Field(name: "t", type: .varchar)], chunks: [Chunk(count: 2, columns: [some])])
    let bytes = try folder.bytes(relation)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("also kept"))
    #expect(!text.contains("secret") && !text.contains("hidden"))
    #expect(try folder.load(bytes).relation.shownRows == [["'also kept'"], ["'kept'"]])
  }

  @Test func onlyTheColumnsWanted() throws {
    let folder = try ArrowFolder()
    var random = Random(1)
    let relation = RandomRelation.relation(
      RandomRelation.types, chunkRows: [70, 9], using: &random)
    let bytes = try folder.bytes(relation)
    var options = options(2)
    options.columns = ["C3", "c8", "absent"]
    let back = try folder.load(bytes, options)
    #expect(back.relation.fields.map(\.name) == ["c3", "c8"])
    #expect(back.relation.shownColumn(0) == relation.shownColumn(3))
    #expect(back.relation.shownColumn(1) == relation.shownColumn(8))
    #expect(back.ledger.columnsInFile == relation.fields.count)
    options.columns = []
    let none = try folder.load(bytes, options)
    #expect(none.relation.fields.isEmpty && none.relation.rowCount == 79)
  }

  @Test func recognisedByItsFirstBytes() throws {
    let folder = try ArrowFolder()
    var random = Random(2)
    let relation = RandomRelation.relation([.bigint], chunkRows: [3], using: &random)
    let bytes = try folder.bytes(relation)
    for form in [bytes, stream(of: bytes)] {
      let file = try TemporaryFile(form, name: "table.csv")
      #expect(try TableLoader.load(path: file.path).relation.shownRows == relation.shownRows)
    }
    let text = try TemporaryFile("ARROW,FF\n1,2\n")
    #expect(try TableLoader.load(path: text.path).relation.fields.map(\.name) == ["ARROW", "FF"])
    var forced = LoadOptions()
    forced.format = .arrow
    #expect(throws: LoadError.self) { try TableLoader.load(path: text.path, options: forced) }
  }

  @Test(arguments: [nil, FileFormat.arrow])
  func throughAPipe(format: FileFormat?) throws {
    let folder = try ArrowFolder()
    let bytes = try folder.bytes(Relation(fields: [], chunks: []))
    let file = try TemporaryFile("")
    let pipe = file.folder + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    BackgroundWriter.write(bytes, to: pipe)
    var options = LoadOptions()
    options.format = format
    #expect {
      try TableLoader.load(path: pipe, options: options)
    } throws: { error in
      if case .arrow(.pipe) = (error as? LoadError)?.kind { true } else { false }
    }
  }

  @Test func optionsForTextAreRefused() throws {
    let folder = try ArrowFolder()
    let bytes = try folder.bytes(Relation(fields: [], chunks: []))
    var options = LoadOptions()
    options.asked = ["dateformat"]
    #expect {
      try folder.load(bytes, options)
    } throws: { error in
      "\(error)".hasSuffix(
        "dateformat is for files whose cells are written as text, not for files of the format arrow"
      )
    }
  }

  @Test func namesAndTypesThatAreAskedFor() throws {
    let folder = try ArrowFolder()
    let texts = Vector(["12", nil, "0302"].map { $0.map { .text($0) } ?? .null }, type: .varchar)
    let days = Vector([.date(0), .date(19_782), .null], type: .date)
    let relation = Relation(
      fields: [Field(name: "t", type: .varchar), Field(name: "d", type: .date)],
      chunks: [Chunk(count: 3, columns: [texts, days])])
    let bytes = try folder.bytes(relation)
    var options = LoadOptions()
    options.names = ["code"]
    options.types = ["CODE": .bigint, "d": .timestamp]
    let back = try folder.load(bytes, options)
    #expect(back.relation.fields.map(\.name) == ["code", "d"])
    #expect(back.relation.shownColumn(0) == ["12", "∅", "302"])
    #expect(back.relation.shownColumn(1) == ["µs 0", "µs 1709164800000000", "∅"])
    #expect(back.ledger.columns[0].why == "BIGINT was asked for, of Arrow utf8")
    options.types = ["code": .date]
    #expect {
      try folder.load(bytes, options)
    } throws: { error in
      "\(error)".hasSuffix(
        "cannot be loaded so: DATE was asked for, and column 't', which is utf8, has a value that "
          + "is none")
    }
    options.types = [:]
    options.allVarchar = true
    #expect(
      try folder.load(bytes, options).relation.shownColumn(1)
        == ["'1970-01-01'", "'2024-02-29'", "∅"])
  }

  /// Files of several formats become one table like files of one.
  @Test func togetherWithOtherFiles() throws {
    let folder = try ArrowFolder()
    let numbers = Vector([.integer(1), .integer(2)], type: .bigint)
    let relation = Relation(
      fields: [Field(name: "n", type: .bigint)], chunks: [Chunk(count: 2, columns: [numbers])])
    let path = folder.file("a.arrow")
    try ArrowFile.write(relation, to: path)
    let text = try TemporaryFile("n\n2.5\n", name: "b.csv")
    let loaded = try FilesLoader.load(LoadRequest(paths: [path, text.path]))
    #expect(loaded.relation.fields[0].type.scale == 1)
    #expect(loaded.relation.shownColumn(0) == ["10/1", "20/1", "25/1"])
    #expect(
      loaded.files[0].ledger.report.contains(
        "  format    Arrow, 1 batch, verified by its checksums"))
    #expect(loaded.files[0].ledger.report.contains { $0.hasPrefix("  SHA-256   ") })
  }

  @Test func theStatementThatMadeTheTable() throws {
    let folder = try ArrowFolder()
    let path = folder.file("t.arrow")
    let relation = Relation(fields: [], chunks: [])
    try ArrowFile.write(relation, to: path)
    #expect(try ArrowFile.statement(ofTableAt: path) == nil)
    try ArrowFile.write(relation, to: path, statement: "CREATE TABLE é (…)")
    #expect(try ArrowFile.statement(ofTableAt: path) == "CREATE TABLE é (…)")
  }

  @Test func cancelledWork() throws {
    let folder = try ArrowFolder()
    var random = Random(3)
    let relation = RandomRelation.relation([.bigint, .varchar], chunkRows: [9, 9], using: &random)
    let bytes = try folder.bytes(relation)
    let cancellation = Cancellation()
    cancellation.cancel()
    var options = options(2)
    options.cancellation = cancellation
    #expect(throws: Interrupted.self) { try folder.load(bytes, options) }
    #expect(throws: Interrupted.self) {
      try ArrowFile.write(
        relation, to: folder.file("made.arrow"), threads: 2, cancellation: cancellation)
    }
    // What was there before is still there, and nothing else.
    #expect(try folder.contents(folder.file("made.arrow")) == bytes)
    #expect(folder.names == ["made.arrow", "taken.arrow"])
  }

  @Test func memoryHasALimit() throws {
    let folder = try ArrowFolder()
    var random = Random(4)
    let relation = RandomRelation.relation([.timestamp], chunkRows: [5000], using: &random)
    let bytes = try folder.bytes(relation)
    var options = LoadOptions()
    options.memoryLimit = 1000
    #expect(throws: LoadError(.tooLarge(limit: 1000), path: folder.file("taken.arrow"))) {
      try folder.load(bytes, options)
    }
  }

  // MARK: What cannot be written

  @Test func valuesWithoutAFormAreNamed() throws {
    let folder = try ArrowFolder()
    let long = Interval(microseconds: .max)
    let relation = Relation(
      fields: [Field(name: "i", type: .interval)],
      chunks: [
        Chunk(count: 1, columns: [Vector([.interval(Interval(days: 1))], type: .interval)]),
        Chunk(count: 2, columns: [Vector([.null, .interval(long)], type: .interval)]),
      ])
    let path = folder.file("made.arrow")
    #expect {
      try ArrowFile.write(relation, to: path)
    } throws: { error in
      "\(error)"
        == "'\(path)' was not written: column 'i', row 3: "
        + "an interval in Arrow counts nanoseconds, at most 292 years of them"
    }
    #expect(folder.names.isEmpty)
  }

  @Test func placesWhereNothingCanBeWritten() throws {
    let folder = try ArrowFolder()
    let relation = Relation(fields: [], chunks: [])
    func kind(_ path: String) -> SaveError.Kind? {
      do {
        try ArrowFile.write(relation, to: path)
        return nil
      } catch {
        return (error as? SaveError)?.kind
      }
    }
    #expect(kind(folder.file("no/such.arrow")) == .missingFolder)
    #expect(kind(folder.path) == .directory)
    #expect(kind("/proc/such.arrow") != nil)
    #expect(folder.names.isEmpty)
  }
}
