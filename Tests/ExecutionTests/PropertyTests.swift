import Columns
import Testing

@testable import Execution

/// Random queries over random tables, answered by the engine in several ways and by an oracle that
/// goes row by row.
///
/// Left out, each because it has tests of its own: arithmetic that overflows, sums of doubles whose
/// rounding depends on the order, functions, files, and CREATE TABLE.
struct PropertyTests {
  /// Seeds, each of which stands for one set of tables and its queries.
  static let seeds = 0..<UInt64(120)
  static let queriesPerSeed = 20

  @Test(arguments: seeds)
  func engineAgreesWithOracle(seed: UInt64) throws {
    var numbers = RandomNumbers(seed: seed)
    let sizes =
      numbers.once(in: 8)
      ? [200, 3, 0] : [numbers.below(25), numbers.below(25), numbers.one(of: [0, 1, 9])]
    let tables = sizes.map { SampleTable(rows: $0, &numbers) }
    let chunkings = numbers.shuffled([1, 3, 64, 65_536])
    var engines: [Engine] = []
    for chunkRows in chunkings.prefix(3) {
      var engine = Engine()
      for (index, table) in tables.enumerated() {
        engine.catalog.set("t\(index)", to: table.relation(chunkRows: chunkRows, &numbers))
      }
      engines.append(engine)
    }
    let generator = QueryGenerator(tables: tables)
    for number in 0..<Self.queriesPerSeed {
      let query = generator.statement(&numbers)
      let place = "seed \(seed), query \(number), chunks \(chunkings): \(query.sql)"
      do {
        let first = try engines[0].run(query.sql)
        check(first, query, place)
        let twoThreads = try engines[0].run(query.sql, threads: 2)
        #expect(Self.areIdentical(first, twoThreads), "threads differ: \(place)")
        check(try engines[1].run(query.sql, threads: 2), query, "chunked anew, \(place)")
        check(try engines[2].run(query.sql, optimizes: false), query, "as bound, \(place)")
        let small = try engines[0].run(query.sql, batchRows: chunkings[3])
        check(small, query, "in batches of \(chunkings[3]), \(place)")
      } catch {
        Issue.record("\(error): \(place)")
      }
    }
  }

  private static func areIdentical(_ a: Relation, _ b: Relation) -> Bool {
    let (x, y) = (a.rows, b.rows)
    return x.count == y.count
      && zip(x, y).allSatisfy { row, other in
        zip(row, other).allSatisfy { $0.isIdentical(to: $1) }
      }
  }

  private func check(_ relation: Relation, _ query: RandomQuery, _ place: String) {
    for (field, type) in zip(relation.fields, query.types) where field.type != type {
      Issue.record("\(field.name) is \(field.type), not \(type): \(place)")
    }
    let found = relation.rows
    var left: [[Value]: Int] = [:]
    for row in query.rows { left[row, default: 0] += 1 }
    var unexpected: [[Value]] = []
    for row in found {
      if left[row, default: 0] > 0 { left[row, default: 0] -= 1 } else { unexpected.append(row) }
    }
    if let row = unexpected.first {
      Issue.record("\(unexpected.count) rows should not be there, such as \(row): \(place)")
      return
    }
    let wanted = max(0, min(query.limit ?? .max, query.rows.count - query.offset))
    guard found.count == wanted else {
      let missing = left.first { $0.value > 0 }?.key ?? []
      Issue.record("\(found.count) rows, not \(wanted), without \(missing): \(place)")
      return
    }
    if query.order.isEmpty { return }
    let sorted = query.rows.sorted { Self.precedes($0, $1, query) }.dropFirst(query.offset)
    for (row, expected) in zip(found, sorted) {
      for term in query.order {
        let (a, b) = (row[term.column], expected[term.column])
        if a != b {
          Issue.record("order: \(a) stands where \(b) should: \(place)")
          return
        }
      }
    }
  }

  private static func precedes(_ a: [Value], _ b: [Value], _ query: RandomQuery) -> Bool {
    for term in query.order {
      let order = Meaning.precedes(
        a[term.column], b[term.column], descending: term.descending, nullsFirst: term.nullsFirst)
      if order != 0 { return order < 0 }
    }
    return false
  }
}
