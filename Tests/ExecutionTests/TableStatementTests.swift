import Columns
import Language
import Testing

@testable import Execution

/// Statements that change tables: what they leave behind, above all when they fail.
@Suite struct TableStatementTests {
  /// Each fails, the first of its rows being right.
  static let failures = [
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1), (1, 'y', 1)",
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1), (11, NULL, 1)",
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1), (11, 'y', -1)",
    "INSERT INTO t (id, name, kg) SELECT col0, 'x', col1 FROM (VALUES (10, '1'), (11, 'many'))",
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1) ON CONFLICT DO UPDATE SET kg = nothing",
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1), (1, 'x', 1) ON CONFLICT DO UPDATE SET kg = 0 - t.kg",
    "INSERT INTO t (id, name, kg) VALUES (1, 'x', 1), (20, NULL, 1) ON CONFLICT DO UPDATE SET kg = 100",
    "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1) RETURNING CAST(name AS INTEGER)",
    "UPDATE t SET kg = kg - 2",
    "UPDATE t SET id = 1",
    "UPDATE t SET name = NULL WHERE id > 1",
    "UPDATE t SET kg = 5 WHERE CAST(name AS INTEGER) > 0",
    "UPDATE t SET kg = 5 RETURNING CAST(name AS INTEGER)",
    "DELETE FROM t RETURNING CAST(name AS INTEGER)",
    "DELETE FROM t WHERE CAST(name AS INTEGER) > 0",
    "ALTER TABLE t ADD COLUMN n INTEGER NOT NULL",
    "ALTER TABLE t ALTER kg TYPE INTEGER USING CAST(name AS INTEGER)",
    "ALTER TABLE t ADD UNIQUE (unit)",
    "CREATE OR REPLACE TABLE t AS SELECT CAST(name AS INTEGER) AS n FROM t",
    "DROP TABLE t, nothing",
    "CREATE UNIQUE INDEX i ON t (unit)",
  ]

  @Test(arguments: failures)
  func aFailedStatementChangesNothing(_ statement: String) throws {
    let session = try Self.session()
    #expect(throws: Diagnostic.self) { try session.run(Source(statement)) }
    #expect(try Self.rows("FROM t ORDER BY id", session) == Self.content)
    // Its keys are as before, too.
    _ = try session.run(Source("INSERT INTO t (id, name, kg) VALUES (10, 'new', 1)"))
    #expect(throws: Diagnostic.self) {
      try session.run(Source("INSERT INTO t (id, name, kg) VALUES (2, 'again', 1)"))
    }
  }

  @Test func aRolledBackTransactionLeavesNothing() throws {
    let session = try Self.session()
    for statement in [
      "BEGIN", "INSERT INTO t (id, name, kg) VALUES (10, 'x', 1)", "UPDATE t SET kg = 9",
      "DELETE FROM t",
      "DROP TABLE t", "CREATE TABLE u (a INTEGER)", "CREATE VIEW v AS FROM u", "ROLLBACK",
    ] {
      _ = try session.run(Source(statement))
    }
    #expect(try Self.rows("FROM t ORDER BY id", session) == Self.content)
    #expect(throws: Diagnostic.self) { try session.run(Source("FROM u")) }
    #expect(throws: Diagnostic.self) { try session.run(Source("FROM v")) }
    _ = try session.run(Source("INSERT INTO t (id, name) VALUES (10, 'x')"))
  }

  /// Random changes, each made to a table and to a list of rows alike.
  @Test(arguments: 0..<20)
  func changesAreThoseOfAList(seed: UInt64) throws {
    var numbers = RandomNumbers(seed: seed)
    let session = Session(threads: 2)
    _ = try session.run(Source("CREATE TABLE t (k INTEGER PRIMARY KEY, s VARCHAR, n INTEGER)"))
    var model: [Int: (s: String?, n: Int)] = [:]
    for _ in 0..<150 {
      let key = numbers.below(40)
      let value = numbers.below(1000)
      let text = value % 5 == 0 ? nil : "t\(value % 11)"
      let written = text.map { "'\($0)'" } ?? "NULL"
      switch numbers.below(7) {
      case 0, 1:
        let isNew = model[key] == nil
        let insert = Source("INSERT INTO t VALUES (\(key), \(written), \(value))")
        if isNew {
          _ = try session.run(insert)
        } else {
          #expect(throws: Diagnostic.self) { try session.run(insert) }
        }
        if isNew { model[key] = (text, value) }
      case 2:
        _ = try session.run(
          Source("INSERT OR REPLACE INTO t VALUES (\(key), \(written), \(value))"))
        model[key] = (text, value)
      case 3:
        _ = try session.run(Source("INSERT OR IGNORE INTO t VALUES (\(key), \(written), \(value))"))
        model[key] = model[key] ?? (text, value)
      case 4:
        _ = try session.run(
          Source("UPDATE t SET n = n + \(value), s = \(written) WHERE k % 7 = \(key % 7)"))
        for (known, row) in model where known % 7 == key % 7 {
          model[known] = (text, row.n + value)
        }
      case 5:
        _ = try session.run(Source("UPDATE t SET k = k + 100 WHERE k = \(key)"))
        if let row = model.removeValue(forKey: key) {
          if model[key + 100] != nil { return }
          model[key + 100] = row
        }
        _ = try session.run(Source("DELETE FROM t WHERE k >= 100"))
        model = model.filter { $0.key < 100 }
      default:
        _ = try session.run(Source("DELETE FROM t WHERE k % 5 = \(key % 5) OR s = \(written)"))
        model = model.filter { $0.key % 5 != key % 5 && (text == nil || $0.value.s != text) }
      }
      let expected = model.sorted { $0.key < $1.key }.map { key, row -> [Value] in
        [.integer(Int128(key)), row.s.map { .text($0) } ?? .null, .integer(Int128(row.n))]
      }
      #expect(try Self.rows("FROM t ORDER BY k", session) == expected)
    }
  }

  @Test func rowsAddedOneByOneLieInFewChunks() throws {
    let session = Session(threads: 1)
    _ = try session.run(Source("CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR)"))
    for number in 0..<500 {
      _ = try session.run(Source("INSERT INTO t VALUES (\(number), 'row \(number)')"))
    }
    let chunks = try #require(session.catalog.table(named: "t")).relation.chunks
    #expect(chunks.count <= 10)
    #expect(
      try Self.rows("SELECT count(*), sum(a) FROM t", session) == [
        [.integer(500), .integer(124_750)]
      ])
  }

  @Test func errorsInViewsPointToTheirUse() throws {
    let session = try Self.session()
    _ = try session.run(Source("CREATE VIEW v AS SELECT CAST(name AS INTEGER) AS n FROM t"))
    let source = Source("SELECT n FROM v")
    let problem = #expect(throws: Diagnostic.self) { try session.run(source) }
    #expect(problem?.range.map { source.text(of: $0) } == "v")
  }

  private static let content: [[Value]] = [
    [.integer(1), .text("a"), .integer(1), .text("kg")],
    [.integer(2), .text("b"), .integer(2), .text("kg")],
    [.integer(3), .text("c"), .integer(3), .text("kg")],
  ]

  private static func session() throws -> Session {
    let session = Session(threads: 2)
    _ = try session.run(
      Source(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL,
          kg INTEGER DEFAULT 1 CHECK (kg > 0), unit VARCHAR DEFAULT 'kg')
        """))
    _ = try session.run(
      Source("INSERT INTO t (id, name, kg) VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)"))
    return session
  }

  private static func rows(_ query: String, _ session: Session) throws -> [[Value]] {
    guard case .rows(let relation) = try session.run(Source(query)).content else { return [] }
    return relation.rows
  }
}
