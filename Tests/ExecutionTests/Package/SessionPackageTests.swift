import Columns
import Glibc
import Language
import Loading
import Planning
import Testing

@testable import Execution

/// Files in a folder of their own, gone when the value is.
final class FileFolder {
  let path: String
  private let names: [String]

  init(_ files: [String: String]) throws {
    var template = Array("/tmp/rummage-package-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(code: errno) }
    path = String(cString: made)
    names = Array(files.keys)
    for (name, text) in files {
      let file = open(path + "/" + name, O_WRONLY | O_CREAT, 0o600)
      defer { close(file) }
      var bytes = Array(text.utf8)
      guard write(file, &bytes, bytes.count) == bytes.count else { throw Failure(code: errno) }
    }
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  struct Failure: Error {
    let code: CInt
  }
}

@Suite struct SessionPackageTests {
  /// A session, and the reports of its loads.
  private final class Loading {
    let session = Session(threads: 2)
    private(set) var files: [LoadedFiles.File] = []
    private(set) var tables: [String] = []

    init() {
      session.onLoad = { [unowned self] files, table in
        self.files += files.files
        self.tables.append(table)
      }
    }

    var notes: [String] { files.flatMap(\.ledger.notes) }

    /// Loads the package in a folder.
    func load(_ folder: FileFolder, as name: String? = nil) throws {
      try session.load(FileRequest(paths: [folder.path + "/datapackage.json"]), as: name)
    }

    /// The rows of an answer, or its message and notes.
    func run(_ sql: String) throws -> [String] {
      let outcome = try session.run(Source(sql))
      switch outcome.content {
      case .rows(let relation):
        return relation.rows.map { row in row.map(Self.shown).joined(separator: " | ") }
      case .message(let text): return [text] + outcome.notes
      case .file: return []
      }
    }

    private static func shown(_ value: Value) -> String {
      switch value {
      case .null: "∅"
      case .text(let text): text
      case .integer(let number): "\(number)"
      default: "\(value)"
      }
    }
  }

  private static let seizures = """
    id,seized_on,country,quantity,checked,at
    1,2024-01-05,NL,5,yes,10:30:00
    2,2023-12-31,BE,-1,no,11:00:00
    3,2024-02-01,XX,7,yes,12:00:00
    3,2024-02-02,,8,no,
    5,2024-02-03,nl,1000,yes,13:00:00

    """

  private static let schema = #"""
    {"fields": [
      {"name": "id", "type": "integer", "constraints": {"unique": true}},
      {"name": "seized_on", "type": "date", "constraints": {"minimum": "2024-01-01"}},
      {"name": "country", "type": "string",
       "constraints": {"required": true, "pattern": "[A-Z]{2}", "maxLength": 2, "enum": ["NL", "BE", "XX"]}},
      {"name": "quantity", "type": "number", "constraints": {"minimum": 0, "exclusiveMaximum": 1000}},
      {"name": "checked", "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
      {"name": "at", "type": "time", "constraints": {"maximum": "12:00:00"}}],
     "primaryKey": "id",
     "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "code"}}]}
    """#

  private static func package(_ resources: String) -> String { "{\"resources\":[\(resources)]}" }

  private static func folder() throws -> FileFolder {
    try FileFolder([
      "datapackage.json": package(
        "{\"name\":\"seizures\",\"path\":\"s.csv\",\"schema\":\(schema)},"
          + "{\"name\":\"countries\",\"path\":\"c.csv\"}"),
      "s.csv": seizures, "c.csv": "code,name\nNL,Netherlands\nBE,Belgium\nFR,France\n",
    ])
  }

  @Test func everyResourceBecomesATable() throws {
    let folder = try Self.folder()
    let loading = Loading()
    try loading.load(folder)
    #expect(loading.tables == ["seizures", "countries"])
    #expect(loading.files.map(\.ledger.tableName) == loading.tables && loading.notes == [])
    #expect(
      try loading.run(
        "SELECT count(*), count(*) FILTER (checked), max(at) = TIME '13:00:00' FROM seizures")
        == ["5 | 3 | boolean(true)"])
    let types = loading.session.catalog.table(named: "seizures")?.relation.fields.map(\.type)
    #expect(types?[1...] == [.date, .varchar, .bigint, .boolean, .time])
    #expect(loading.files[0].ledger.columns[4].type == .boolean)
  }

  // A field says where its unit is, or which it is; its constraints speak of the amount.
  @Test func fieldsWithUnitsAreMeasures() throws {
    let schema = #"""
      {"fields": [{"name": "id", "type": "integer"},
        {"name": "weight", "type": "number", "unit": "in", "constraints": {"minimum": 1}},
        {"name": "in", "type": "string"}, {"name": "worth", "type": "number", "unit": "EUR"}]}
      """#
    let folder = try FileFolder([
      "datapackage.json": Self.package(
        "{\"name\":\"t\",\"path\":\"t.csv\",\"schema\":\(schema)}"),
      "t.csv": "id,weight,in,worth\n1,2.5,kg,10\n2,500,g,20\n3,0.5,kg,30\n",
    ])
    let loading = Loading()
    try loading.load(folder)
    let types = loading.session.catalog.table(named: "t")?.relation.fields.map(\.type)
    #expect(types == [.bigint, .measure, .varchar, .measure])
    #expect(
      try loading.run("SELECT CAST(sum(weight) AS VARCHAR), CAST(sum(worth) AS VARCHAR) FROM t")
        == ["3.5 kg | 60 EUR"])
    #expect(try loading.run("CHECK t").count == 1)
  }

  @Test func checkListsEveryViolation() throws {
    let folder = try Self.folder()
    let loading = Loading()
    try loading.load(folder)
    let expected = [
      "unique | id | 3 | 3 | occurs 2 times, first in row 3",
      "unique | id | 4 | 3 | occurs 2 times, first in row 3",
      "minimum | seized_on | 2 | 2023-12-31 | is less than 2024-01-01",
      "required | country | 4 | ∅ | is NULL",
      "pattern | country | 5 | nl | does not match [A-Z]{2}",
      "enum | country | 5 | nl | is none of NL, BE, XX",
      "minimum | quantity | 2 | -1 | is less than 0",
      "exclusiveMaximum | quantity | 5 | 1000 | is not less than 1000",
      "maximum | at | 5 | 13:00:00 | is more than 12:00:00",
      "primary key | id | 3 | 3 | occurs 2 times, first in row 3",
      "primary key | id | 4 | 3 | occurs 2 times, first in row 3",
      "foreign key | country | 3 | XX | is not among countries (code)",
      "foreign key | country | 5 | nl | is not among countries (code)",
    ]
    #expect(try loading.run("CHECK seizures") == expected)
    #expect(try loading.run("CHECK") == expected.map { "seizures | " + $0 })
    #expect(
      try loading.run("CHECK countries")
        == ["countries has no constraints: there is nothing to check"])
    // What was put right is right.
    _ = try loading.run("DELETE FROM seizures WHERE quantity <> 5")
    #expect(try loading.run("CHECK seizures") == ["12 constraints hold in 1 row"])
  }

  @Test func cellsThatAreNotOfTheirType() throws {
    let fields = #"""
      {"fields": [
        {"name": "a", "type": "boolean", "trueValues": ["y"], "falseValues": [], "constraints": {"enum": ["y"]}},
        {"name": "b", "type": "time", "format": "%H.%M"},
        {"name": "c", "type": "date", "format": "%d/%m/%Y"},
        {"name": "d", "type": "date", "format": "%Q"},
        {"name": "e", "type": "number", "constraints": {"maximum": 5}},
        {"name": "f", "type": "integer", "bareNumber": false}]}
      """#
    let folder = try FileFolder([
      "datapackage.json": Self.package("{\"name\":\"t\",\"path\":\"t.csv\",\"schema\":\(fields)}"),
      "t.csv":
        "a,b,c,d,e,f\ny,10.30,03/04/2024,x,1,5 kg\nn,11.75,04/04/2024,y,six,7 kg\n,,,z,007,\n",
    ])
    let loading = Loading()
    try loading.load(folder)
    #expect(
      try loading.run("CHECK t") == [
        "type | a | 2 | n | is no boolean", "type | b | 2 | 11.75 | is no time",
        "type | e | 2 | six | is no number", "maximum | e | 3 | 007 | is more than 5",
      ])
    #expect(try loading.run("SELECT c = DATE '2024-04-03' FROM t LIMIT 1") == ["boolean(true)"])
    for note in [
      "f: bareNumber: false is not supported; the column is text",
      "d: the format '%Q' is not supported; the column is text",
      "a: 1 cell is no boolean: the column is text, and CHECK lists them",
      "b: 1 cell is no time: the column is text, and CHECK lists them",
    ] {
      #expect(loading.notes.contains(note), "\(loading.notes)")
    }
  }

  @Test func fieldsAndColumnsThatDiffer() throws {
    let schema =
      "{\"fields\":[{\"name\":\"A\"},{\"name\":\"gone\",\"constraints\":{\"unique\":true}}],\"primaryKey\":\"gone\"}"
    let folder = try FileFolder([
      "datapackage.json": Self.package(
        "{\"name\":\"t\",\"path\":\"t.csv\",\"bytes\":7,\"schema\":\(schema)}"),
      "t.csv": "a,b\n1,2\n",
    ])
    let loading = Loading()
    try loading.load(folder, as: "other")
    #expect(try loading.run("CHECK other") == ["field |  | ∅ | ∅ | there is no column gone"])
    #expect(
      loading.notes == [
        "the package says that the file has 7 bytes: is it another edition?",
        "fields of the schema are not in the file: gone", "columns are not in the schema: b",
      ])
  }

  @Test func severalFiles() throws {
    let folder = try FileFolder([
      "datapackage.json": Self.package("{\"name\":\"t\",\"path\":[\"1.csv\",\"2.csv\"]}"),
      "1.csv": "a,b\n1,x\n2,y\n", "2.csv": "a,b\n3,z\n",
    ])
    let loading = Loading()
    try loading.load(folder)
    #expect(try loading.run("FROM t") == ["1 | x", "2 | y", "3 | z"])
    #expect(loading.files.map(\.ledger.rowsLoaded) == [2, 1])
  }

  @Test func otherColumnsInTheSecondFile() throws {
    let folder = try FileFolder([
      "datapackage.json": Self.package("{\"name\":\"t\",\"path\":[\"1.csv\",\"2.csv\"]}"),
      "1.csv": "a,b\n1,x\n", "2.csv": "a,b,c\n3,z,4\n",
    ])
    let loading = Loading()
    #expect(throws: Diagnostic.self) {
      try loading.load(folder)
    }
    #expect(loading.session.catalog.tables.isEmpty && loading.files.isEmpty)
  }

  @Test func allOrNothing() throws {
    let folder = try FileFolder([
      "datapackage.json": Self.package(
        "{\"name\":\"t\",\"path\":\"t.csv\"},{\"name\":\"u\",\"path\":\"missing.csv\"}"),
      "t.csv": "a\n1\n",
    ])
    let loading = Loading()
    #expect(throws: Diagnostic.self) {
      try loading.load(folder)
    }
    #expect(loading.session.catalog.tables.isEmpty && loading.files.isEmpty)
  }

  @Test func onePackageOneName() throws {
    let folder = try Self.folder()
    let loading = Loading()
    let path = folder.path + "/datapackage.json"
    do {
      try loading.load(folder, as: "x")
      Issue.record("loaded")
    } catch let error as Diagnostic {
      #expect(error.help == ["without a name they are seizures, countries"])
    }
    do {
      _ = try loading.run("SELECT * FROM '\(path)'")
      Issue.record("loaded")
    } catch let error as Diagnostic {
      #expect(error.message == "'\(path)' is a package of tables, and one table was expected")
      #expect(error.help == [".load \(path) makes the tables seizures, countries"])
    }
  }
}
