import Columns
import Language
import Testing

@testable import Execution

/// Statements that went wrong in the typing: whatever they come to, they come back.
struct FuzzTests {
  /// Words that take an expression to the edges of its types.
  static let words = [
    "NULL", "-9223372036854775808", "9223372036854775807",
    "170141183460469231731687303715884105727",
    "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001", "1e308",
    "-1e308", "CAST('nan' AS DOUBLE)", "DATE '9999-12-31'", "DATE '0001-01-01'", "''", "'ten'", "0",
    "TRUE", "a.big", "a.huge", "a.wide", "a.dec", "a.wild", "a.day", "a.ts", "a.note", "a.flag",
    "+", "-", "*", "/", "//", "%", "^", "=", "<", "AND", "OR", "NOT", "IS NULL", "BETWEEN", "IN",
    "(", ")", ",", "sum(", "avg(", "min(", "count(DISTINCT", "CASE WHEN", "THEN", "ELSE", "END",
    "GROUP BY", "ORDER BY", "LIMIT", "OFFSET", "UNION", "DISTINCT", "::BIGINT", "::DECIMAL(38,10)",
    "::VARCHAR", "::DATE", "::DOUBLE", "::HUGEINT", "FILTER (WHERE", "HAVING", "LEFT JOIN", "ON",
    "median(", "stddev(", "string_agg(", "first(", "arg_max(", "mode(", "corr(", "WITHIN GROUP (",
    "ROLLUP (", "CUBE (", "GROUPING SETS ((", "grouping(",
  ]

  @Test(arguments: 0..<UInt64(40))
  func brokenStatementsComeBack(seed: UInt64) {
    var numbers = RandomNumbers(seed: seed &+ 1_000_000)
    let tables = [9, 4, 1].map { SampleTable(rows: $0, &numbers) }
    var engine = Engine()
    for (index, table) in tables.enumerated() {
      engine.catalog.set("t\(index)", to: table.relation(chunkRows: 3, &numbers))
    }
    let generator = QueryGenerator(tables: tables)
    var answered = 0
    for number in 0..<100 {
      var sql = generator.statement(&numbers).sql
      // Every other statement keeps its shape: one word takes the place of another.
      for _ in 0..<numbers.within(1...(number % 2 == 0 ? 1 : 3)) {
        sql = Self.broken(sql, &numbers, replaces: number % 2 == 0)
      }
      do {
        _ = try engine.run(sql, threads: 1 + number % 2, optimizes: number % 3 != 0)
        answered += 1
      } catch let error as Diagnostic {
        #expect(!error.message.isEmpty)
        if let range = error.range {
          #expect(range.lowerBound >= 0 && range.upperBound <= sql.utf8.count, "\(sql)")
        }
      } catch {
        Issue.record("not a diagnostic: \(error): \(sql)")
      }
    }
    #expect(answered > 0)
  }

  private static func broken(
    _ sql: String, _ numbers: inout RandomNumbers, replaces: Bool
  ) -> String {
    let tokens = Lexer.tokens(of: sql).filter { !$0.range.isEmpty }
    let bytes = Array(sql.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let operands = tokens.indices.filter { index in
      switch tokens[index].kind {
      case .integer, .decimal, .string: true
      default: false
      }
    }
    let chosen =
      replaces && !operands.isEmpty ? numbers.one(of: operands) : numbers.below(tokens.count)
    let range = tokens[chosen].range
    let before = text(0..<range.lowerBound)
    let after = text(range.upperBound..<bytes.count)
    let own = text(range.lowerBound..<range.upperBound)
    if replaces { return "\(before) \(numbers.one(of: Array(words.prefix(24)))) \(after)" }
    switch numbers.below(4) {
    case 0: return before + after
    case 1: return "\(before) \(own) \(own) \(after)"
    case 2: return "\(before) \(numbers.one(of: words)) \(after)"
    default: return "\(before) \(own) \(numbers.one(of: words)) \(after)"
    }
  }
}
