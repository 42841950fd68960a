import Execution
import Foundation
import Language

/// One query over a few tables, on both engines.
struct Trial {
  enum Outcome {
    case agreed(rows: Int)
    /// A part of the language that is not built.
    case refused(String)
    /// SQLite fails where it should not.
    case skipped
    case differs(found: String, expected: String)
  }

  /// How the program runs the query: an answer does not depend on it.
  private struct Way {
    let threads: Int
    let batchRows: Int?
  }

  let choices: [Int]
  let tables: [FuzzTable]
  let sql: String
  let outcome: Outcome
  private let isOrdered: Bool
  private let ways: [Way]

  /// - Parameter seed: decides between the ways to run the query.
  init(_ choices: Choices, seed: Int) {
    let tables = (0..<choices.one(of: [1, 2, 3])).map { FuzzTable("t\($0)", choices) }
    let generator = QueryGenerator(tables: tables, choices, unbuilt: Feature.unbuilt)
    let (sql, isOrdered) = generator.statement()
    let ways = [
      Way(threads: 1, batchRows: nil),
      Way(threads: 1 + seed % 2, batchRows: [1, 3, 64, 65_536][seed / 2 % 4]),
    ]
    self.init(sql, isOrdered: isOrdered, tables, ways, choices: choices.taken)
  }

  private init(
    _ sql: String, isOrdered: Bool, _ tables: [FuzzTable], _ ways: [Way], choices: [Int]
  ) {
    self.sql = sql
    self.isOrdered = isOrdered
    self.tables = tables
    self.ways = ways
    self.choices = choices
    outcome = Self.outcome(sql, isOrdered: isOrdered, tables, ways)
  }

  private static func outcome(
    _ sql: String, isOrdered: Bool, _ tables: [FuzzTable], _ ways: [Way]
  ) -> Outcome {
    let expected: [[Cell]]
    do {
      expected = try answerOfSQLite(sql, tables)
    } catch let error as SQLiteError where faults.contains(error.description) {
      return .skipped
    } catch {
      return .differs(found: "", expected: "SQLite: \(error)")
    }
    for way in ways {
      do {
        let found = try answer(sql, tables, way)
        if !areAlike(found, expected, isOrdered: isOrdered) {
          return .differs(
            found: "\(way)\n\(text(found, isOrdered))", expected: text(expected, isOrdered))
        }
      } catch let diagnostic as Diagnostic {
        if diagnostic.message.contains("is not part of this version of the language") {
          return .refused(diagnostic.message)
        }
        return .differs(
          found: "\(way)\nerror: \(diagnostic.message)", expected: text(expected, isOrdered))
      } catch {
        return .differs(found: "\(way)\nerror: \(error)", expected: text(expected, isOrdered))
      }
    }
    return .agreed(rows: expected.count)
  }

  /// Errors of SQLite about queries that are all right: 3.40 pulls a RIGHT JOIN out of a UNION ALL
  /// and forgets where it stood.
  private static let faults: Set<String> = [
    "ON clause references tables to its right",
    // Given up, see ``SQLite``.
    "interrupted",
  ]

  private static func answer(
    _ sql: String, _ tables: [FuzzTable], _ way: Way
  ) throws -> [[Cell]] {
    let session = Session(threads: way.threads)
    session.batchRows = way.batchRows
    for table in tables { session.setTable(table.name, to: try table.relation()) }
    guard case .rows(let relation) = try session.run(Source(sql)).content else { return [] }
    return relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in chunk.columns.map { Cell($0.value(row)) } }
    }
  }

  private static func answerOfSQLite(_ sql: String, _ tables: [FuzzTable]) throws -> [[Cell]] {
    let database = try SQLite()
    _ = try database.run("PRAGMA case_sensitive_like = ON")
    for statement in tables.flatMap(\.statements) { _ = try database.run(statement) }
    return try database.run(sql.replacing(" // ", with: " / "))
  }

  private static func areAlike(_ a: [[Cell]], _ b: [[Cell]], isOrdered: Bool) -> Bool {
    if isOrdered { return a == b }
    guard a.count == b.count else { return false }
    var counts: [[Cell]: Int] = [:]
    for row in a { counts[row, default: 0] += 1 }
    for row in b {
      guard let count = counts[row], count > 0 else { return false }
      counts[row] = count - 1
    }
    return true
  }

  private static func text(_ rows: [[Cell]], _ isOrdered: Bool) -> String {
    let lines = rows.map { $0.map(\.description).joined(separator: ", ") }
    let shown = (isOrdered ? lines : lines.sorted()).prefix(20)
    return shown.joined(separator: "\n") + (rows.count > 20 ? "\n…" : "")
      + "\n(\(rows.count) rows)"
  }

  /// The smallest trial with a difference that cutting this one's decisions, and then the rows of
  /// its tables, leads to.
  static func smallest(like trial: Trial, seed: Int) -> Trial {
    var smallest = trial
    _ = Shrinking.shrunk(trial.choices, attempts: 3_000) { candidate in
      let next = Trial(Choices(candidate), seed: seed)
      guard trial.isSameSort(next) else { return nil }
      smallest = next
      return next.choices
    }
    for index in smallest.tables.indices {
      for count in [16, 8, 4, 2, 1] {
        var start = 0
        while start < smallest.tables[index].rows.count {
          var tables = smallest.tables
          let rows = start..<min(start + count, tables[index].rows.count)
          tables[index].rows.removeSubrange(rows)
          let next = Trial(
            smallest.sql, isOrdered: smallest.isOrdered, tables, trial.ways, choices: [])
          if trial.isSameSort(next) { smallest = next } else { start += count }
        }
      }
    }
    return smallest
  }

  /// The error that makes the difference, or that rows differ.
  var sort: String {
    guard case .differs(let found, let expected) = outcome else { return "none" }
    if found.isEmpty { return expected }
    guard let error = found.range(of: "error:") else { return "rows" }
    // Names and numbers say where, not what.
    return String(found[error.lowerBound...]).replacing(/[0-9]+/, with: "0")
  }

  /// Whether a difference is of the same sort as this one: a query that gets smaller should not
  /// become another fault.
  private func isSameSort(_ other: Trial) -> Bool {
    guard case .differs = outcome, case .differs = other.outcome else { return false }
    return sort == other.sort
  }

  /// All that is needed to see the difference.
  func report(seed: Int) -> String {
    guard case .differs(let found, let expected) = outcome else { return "no difference" }
    let statements = (tables.filter { sql.contains($0.name) }.flatMap(\.statements) + [sql])
      .map { $0 + ";" }
    return """
      seed \(seed)
      \(statements.joined(separator: "\n"))
      expected:
      \(expected)
      found: \(found)
      """
  }
}
