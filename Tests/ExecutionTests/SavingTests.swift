import Columns
import Glibc
import Language
import Loading
import Testing

@testable import Execution

/// Tables that are saved and opened again: the same rows under the same names, held to the same
/// constraints.
@Suite final class SavingTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/rummage-saving-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in ["t", "u", "my table", "other", "T"] {
      unlink("\(folder)/\(name).arrow")
      unlink("\(folder)/kept/\(name).arrow")
    }
    rmdir("\(folder)/kept")
    rmdir(folder)
  }

  private func session(_ statements: [String] = []) throws -> Session {
    let session = Session(threads: 2)
    for statement in statements { _ = try session.run(Source(statement)) }
    return session
  }

  private func rows(_ query: String, _ session: Session) throws -> [[Value]] {
    guard case .rows(let relation) = try session.run(Source(query)).content else { return [] }
    return relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in chunk.columns.map { $0.value(row) } }
    }
  }

  private func error(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Diagnostic)?.message ?? "\(error)"
    }
  }

  private static let tables = [
    "CREATE TABLE t (id INTEGER PRIMARY KEY, kg DECIMAL(8,2) CHECK (kg > 0), name TEXT DEFAULT 'x')",
    "INSERT INTO t VALUES (1, 2.5, 'Heroin'), (2, NULL, NULL)",
    "CREATE TABLE \"my table\" AS SELECT DATE '2024-02-29' AS d, 1.5e0 AS f, TRUE AS b",
    "CREATE VIEW v AS FROM t",
  ]

  /// A column of units makes measures of numbers when a file is loaded, not when a table is opened.
  @Test func numbersBesideUnitsStayWhatTheyWere() throws {
    let kept = try session([
      "CREATE TABLE t AS SELECT MEASURE '5 kg' AS quantity, 'kg' AS unit, 12.50 AS value_usd",
      "CREATE TABLE u AS SELECT 5 AS quantity, 'kg' AS unit, 12.50 AS value_usd",
    ])
    for table in ["t", "u"] {
      let path = "\(folder)/\(table).arrow"
      _ = try kept.save(table, to: path)
      let opened = try session()
      try opened.open(path)
      #expect(
        try rows("DESCRIBE \(table)", opened) == rows("DESCRIBE \(table)", kept))
      #expect(try rows("FROM \(table)", opened) == rows("FROM \(table)", kept))
    }
    // Loaded as a file, the unit of a measure is that of no other numbers.
    #expect(
      try rows("SELECT typeof(value_usd) FROM '\(folder)/t.arrow'", session())
        == [[.text("DECIMAL(4,2)")]])
  }

  @Test func oneTable() throws {
    let path = folder + "/other.arrow"
    let kept = try session(Array(Self.tables[..<2]))
    #expect(try kept.save(nil, to: path) == ["\(path): t, 2 rows"])
    let opened = try session()
    try opened.open(path)
    #expect(try rows("FROM other ORDER BY id", opened) == rows("FROM t ORDER BY id", kept))
  }

  @Test func allTables() throws {
    let path = folder + "/kept"
    let kept = try session(Self.tables)
    #expect(try kept.save(nil, to: path) == ["\(path): 2 tables", "note: not saved: 1 view"])
    let opened = try session(["CREATE TABLE t (other INTEGER)"])
    try opened.open(path)
    for query in ["FROM t ORDER BY id", "FROM \"my table\""] {
      #expect(try rows(query, opened) == rows(query, kept))
    }
    // What `.load` tells of a file it tells of a saved table, too.
    #expect(opened.loads.map(\.name).sorted() == ["my table", "t"])
    #expect(try opened.save(nil, to: path).first == "\(path): 2 tables")
  }

  @Test func constraintsAreKept() throws {
    let path = folder + "/t.arrow"
    _ = try session(Self.tables).save("T", to: path)
    let opened = try session()
    try opened.open(path)
    for statement in [
      "INSERT INTO t VALUES (1, 1, '')", "INSERT INTO t VALUES (3, -1, '')",
      "INSERT INTO t VALUES (NULL, 1, '')", "INSERT INTO t VALUES (3000000000, 1, '')",
    ] {
      #expect(throws: Diagnostic.self) { try opened.run(Source(statement)) }
    }
    _ = try opened.run(Source("INSERT INTO t (id) VALUES (3)"))
    #expect(try rows("SELECT name FROM t WHERE id = 3", opened) == [[.text("x")]])
  }

  /// The statement in a file can have been written by anybody.
  @Test(arguments: [
    "CREATE TABLE t AS FROM '/etc/passwd'", "DROP TABLE u", "CREATE TABLE t (id",
    "CREATE TABLE t (x DATE)",
    "CREATE TABLE t (id BIGINT CHECK (id IN (SELECT 1 FROM '/etc/passwd')))", "",
  ])
  func onlyADefinitionOfTheColumnsCounts(statement: String) throws {
    let kept = try session(["CREATE TABLE t AS SELECT 1::BIGINT AS id"])
    let path = folder + "/t.arrow"
    let relation = try #require(kept.catalog.table(named: "t")?.relation)
    try ArrowFile.write(relation, to: path, statement: statement)
    let opened = try session(["CREATE TABLE u AS SELECT 1 AS a", "CREATE TABLE t AS SELECT 2 AS b"])
    #expect(
      error { try opened.open(path) }
        == "the constraints of the saved table 't' cannot be restored")
    #expect(try rows("FROM u, t", opened) == [[.integer(1), .integer(2)]])
  }

  @Test func rowsAreHeldToTheConstraints() throws {
    let kept = try session(["CREATE TABLE t AS SELECT unnest([1, 1])::BIGINT AS id"])
    let path = folder + "/t.arrow"
    let relation = try #require(kept.catalog.table(named: "t")?.relation)
    try ArrowFile.write(relation, to: path, statement: "CREATE TABLE t (id BIGINT PRIMARY KEY)")
    let opened = try session()
    #expect(
      error { try opened.open(path) }
        == "the primary key of t would occur twice in row 2: id = 1")
    #expect(opened.catalog.tables.isEmpty)
  }

  @Test func whatCannotBeSavedOrOpened() throws {
    let kept = try session(Self.tables)
    #expect(
      error { _ = try kept.save(nil, to: folder + "/t.arrow") } == "say which table is to be saved")
    #expect(
      error { _ = try kept.save("nix", to: folder + "/t.arrow") } == "there is no table 'nix'")
    #expect(
      error { _ = try kept.save("t", to: folder + "/t.csv") }
        == "'\(folder)/t.csv' does not end as an Arrow file does")
    #expect(error { _ = try session().save(nil, to: folder) } == "there is no table to save")
    #expect(error { try kept.open(folder) } == "'\(folder)' holds no saved table")
    #expect(
      error { try kept.open(folder + "/nix.arrow") } == "'\(folder)/nix.arrow' does not exist")
    _ = try kept.save("t", to: folder + "/t.arrow")
    _ = try kept.save("t", to: folder + "/T.arrow")
    #expect(
      error { try kept.open(folder) }
        == "two files are called after one table: '\(folder)/T.arrow' and '\(folder)/t.arrow'")
  }

  /// One file that is damaged, and none is opened.
  @Test func allOrNone() throws {
    let path = folder + "/kept"
    _ = try session(Self.tables).save(nil, to: path)
    #expect(truncate(path + "/t.arrow", 300) == 0)
    let opened = try session()
    #expect(error { try opened.open(path) }?.contains("is cut short") == true)
    #expect(opened.catalog.tables.isEmpty)
  }

  @Test func copiedInAndOut() throws {
    let kept = try session(Self.tables)
    let path = folder + "/t.arrow"
    _ = try kept.save("t", to: path)
    let opened = try session([
      "CREATE TABLE t (id VARCHAR, kg DOUBLE, name VARCHAR NOT NULL DEFAULT '')",
      "DELETE FROM t",
    ])
    #expect(
      error { _ = try opened.run(Source("COPY t FROM '\(path)'")) }
        == "column 'name' of t must not be NULL in row 2")
    _ = try opened.run(Source("ALTER TABLE t ALTER name DROP NOT NULL"))
    _ = try opened.run(Source("COPY t FROM '\(path)'"))
    #expect(
      try rows("FROM t ORDER BY id", opened)
        == [[.text("1"), .double(2.5), .text("Heroin")], [.text("2"), .null, .null]])
    #expect(
      try rows("SELECT SUM(kg) FROM '\(path)' WHERE name = 'Heroin'", opened)
        == [[.decimal(unscaled: 250, scale: 2)]])
  }
}
