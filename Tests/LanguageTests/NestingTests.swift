import Language
import Synchronization
import Testing

/// Deep nesting and long chains are refused before they overflow a stack.
@Suite struct NestingTests {
  /// The parts of a nested text: what opens a level, the innermost text, what closes a level.
  struct Nest: CustomTestStringConvertible, Sendable {
    let open: String
    let core: String
    let close: String
    var prefix = "SELECT "

    init(_ open: String, _ core: String, _ close: String, prefix: String = "SELECT ") {
      self.open = open
      self.core = core
      self.close = close
      self.prefix = prefix
    }

    func text(_ depth: Int) -> String {
      prefix + String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
    }

    var testDescription: String { open }
  }

  static let nests = [
    Nest("(", "1", ")"),
    Nest("(1 + ", "1", ")"),
    Nest("NOT ", "a", ""),
    Nest("- ", "a", ""),
    Nest("f(", "a", ")"),
    Nest("[", "a", "]"),
    Nest("a[", "1", "]"),
    Nest("{x: ", "a", "}"),
    Nest("CASE WHEN ", "a", " THEN 1 END"),
    Nest("CAST(", "a", " AS INTEGER)"),
    Nest("(SELECT ", "1", ")"),
    Nest("EXISTS (SELECT ", "1", ")"),
    Nest("a IN (SELECT ", "1", ")"),
    Nest("a BETWEEN (", "1", ") AND 2"),
    Nest("STRUCT(x ", "INTEGER", ")", prefix: "SELECT a::"),
    Nest("x -> ", "1", ""),
    Nest("INTERVAL (", "1", ") DAY"),
    Nest("sum(a) OVER (ORDER BY ", "1", ")"),
    Nest("(SELECT * FROM ", "t", ")", prefix: "FROM "),
    Nest("(", "t", ")", prefix: "FROM "),
    Nest("(a JOIN ", "t", " ON true)", prefix: "FROM "),
    Nest("(", "SELECT 1", ")", prefix: ""),
    Nest("(SELECT 1 UNION ", "SELECT 1", ")", prefix: ""),
    Nest("WITH a AS (", "SELECT 1", ") FROM a", prefix: ""),
    Nest("GROUPING SETS (", "a", ")", prefix: "FROM t GROUP BY "),
    Nest("EXPLAIN ", "SELECT 1", "", prefix: ""),
  ]

  /// What a parse came to: nil for a tree, a message for an error.
  private static func outcome(_ text: String) -> String? {
    do throws(Diagnostic) {
      let statement = try Parser.statement(Source(text))
      // Walking and freeing the tree takes stack too.
      if statement.tree.description.isEmpty { return "empty" }
      if case .query(let query) = statement.kind, query.sql.isEmpty { return "empty" }
      return nil
    } catch {
      return error.message
    }
  }

  private func outcomeOnSmallStack(_ text: String) -> String? {
    let result = Mutex<String?>("no thread")
    withExtendedLifetime(result) {
      let work = UncheckedBox(result: { value in result.withLock { $0 = value } })
      _ = onThread(stackSize: Self.stackSize) { work.result(Self.outcome(text)) }
    }
    return result.withLock { $0 }
  }

  /// The stack of a secondary thread; frames of a build that is not optimised are far larger.
  private static var stackSize: Int {
    #if DEBUG
      8 << 20
    #else
      512 << 10
    #endif
  }

  private struct UncheckedBox: Sendable {
    let result: @Sendable (String?) -> Void
  }

  @Test(arguments: nests)
  func thirtyLevelsParse(_ nest: Nest) {
    #expect(outcomeOnSmallStack(nest.text(30)) == nil)
  }

  @Test(arguments: nests, [1_000, 100_000])
  func deepNestingIsRefused(_ nest: Nest, depth: Int) {
    let message = outcomeOnSmallStack(nest.text(depth))
    #expect(
      message == "this statement is nested too deeply")
  }

  /// At every depth around the limits the parser either makes a tree or refuses.
  @Test(arguments: nests)
  func theDeepestTreeFitsTheStack(_ nest: Nest) {
    for depth in stride(from: 20, through: Parser.maximumNesting + 2, by: 7) {
      let message = outcomeOnSmallStack(nest.text(depth))
      #expect(message == nil || message?.hasPrefix("this statement is nested") == true)
    }
  }

  @Test(arguments: ["OR", "AND"])
  func longChainsAreOneNode(word: String) {
    let text =
      "SELECT a WHERE "
      + Array(repeating: "a = 1", count: 10_000)
      .joined(separator: " \(word) ")
    #expect(outcomeOnSmallStack(text) == nil)
  }

  static let chains = [
    Nest("1 + ", "1", ""), Nest("'a' || ", "'b'", ""), Nest("", "1", "::INT"),
    Nest("", "a", "[1]"), Nest("", "(a)", ".b"), Nest("", "a", " IS NULL"),
    Nest("", "a", " LIKE 'x'"), Nest("", "a", ".f()"),
    Nest("SELECT 1 UNION ALL ", "SELECT 1", "", prefix: ""),
    Nest("t NATURAL JOIN ", "t", "", prefix: "FROM "),
  ]

  @Test(arguments: chains)
  func shortChainsParse(_ chain: Nest) {
    #expect(outcomeOnSmallStack(chain.text(450)) == nil)
  }

  @Test(arguments: chains)
  func longChainsAreRefused(_ chain: Nest) {
    let message = outcomeOnSmallStack(chain.text(10_000))
    #expect(
      message == "this statement is nested too deeply")
  }

  /// Chains inside the left ends of chains add up.
  @Test func chainsInChainsAreRefused() {
    var text = "1"
    for _ in 0..<20 { text = "(\(text))" + String(repeating: " + 1", count: 100) }
    #expect(
      outcomeOnSmallStack("SELECT \(text)")
        == "this statement is nested too deeply")
  }

  @Test(.timeLimit(.minutes(1)))
  func aMegabyteOfValuesParsesInTime() throws {
    let row = "(12345, 'Spain', 2024, 17.5, NULL)"
    let text =
      "INSERT INTO t VALUES "
      + Array(repeating: row, count: 30_000)
      .joined(separator: ", ")
    let clock = ContinuousClock()
    var rows = 0
    let time = try clock.measure {
      let statement = try Parser.statement(Source(text))
      if case .insert(let insert) = statement.kind, case .query(let query) = insert.source,
        case .values(let values) = query.body
      {
        rows = values.rows.count
      }
    }
    #expect(rows == 30_000)
    #if DEBUG
      let limit = Duration.seconds(30)
    #else
      let limit = Duration.seconds(2)
    #endif
    #expect(time < limit)
  }
}
