import Language
import Testing

/// Copies of syntax trees.
@Suite struct SyntaxRewriterTests {
  static let queries = [
    "WITH RECURSIVE a (x) AS MATERIALIZED (SELECT 1), b AS (FROM a) SELECT * FROM a, b",
    "SELECT DISTINCT ON (a) a AS b, t.* EXCLUDE (c) REPLACE (d + 1 AS d) RENAME (e AS f) FROM t",
    "SELECT sum(DISTINCT a ORDER BY b) FILTER (WHERE c) OVER (PARTITION BY d ORDER BY e DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM t WINDOW w AS (ORDER BY a)",
    "SELECT a FROM t AS u (x, y) LEFT JOIN v USING (k) CROSS JOIN (SELECT 1) AS w JOIN f(1, n := 2) ON a = b",
    "SELECT CASE a WHEN 1 THEN 'x' ELSE b END, CAST(a AS DECIMAL(10, 2)), a::DATE, DATE '2024-01-01', INTERVAL 3 DAY",
    "SELECT a BETWEEN SYMMETRIC 1 AND 2, b NOT LIKE 'x' ESCAPE 'y', c IN (1, 2), d IN (SELECT 1), EXISTS (SELECT 1), e = ANY (SELECT 2), (SELECT 3), a IS NOT DISTINCT FROM b, c IS NULL",
    "SELECT a FROM t GROUP BY ROLLUP (a, b), GROUPING SETS ((a), ()) HAVING count(*) > 1 QUALIFY x ORDER BY a DESC NULLS LAST LIMIT 10 OFFSET $n",
    "VALUES (1, 'a'), (2, NULL) UNION ALL SELECT 1, 2 EXCEPT (SELECT 3, 4 ORDER BY ALL)",
    "SELECT [1, a], {x: a}, a[1], a[1:2], COLUMNS('x.*'), (a, b), NOT a, -b, a COLLATE nocase FROM 'f.csv'",
  ]

  @Test(arguments: queries)
  func copyIsTheSame(_ text: String) throws {
    let query = try Self.query(text)
    #expect("\(SyntaxRewriter().rewrite(query).tree)" == "\(query.tree)")
  }

  @Test func copyStandsWhereItIsPut() throws {
    let place = SourceRange(3, 5)
    let query = SyntaxRewriter(movingTo: place).rewrite(
      try Self.query("SELECT a + f(b) FROM t JOIN u ON x = y"))
    guard case .select(let core) = query.body,
      case .binary(_, let a, let call) = core.items[0].value.kind
    else {
      Issue.record("not a sum")
      return
    }
    #expect(query.range == place)
    #expect(a.range == place && call.range == place)
    #expect(core.from[0].range == place)
    #expect(core.from[0].chain.joins[0].keywordRange == place)
  }

  @Test func replacesWhatItIsToldTo() throws {
    let argument = try Parser.expression(Source("1 + 1"))
    let rewriter = SyntaxRewriter { expression in
      guard case .column(let name) = expression.kind, name.parts[0].folded == "p" else {
        return nil
      }
      return argument
    }
    let query = rewriter.rewrite(try Self.query("SELECT p * 2, t.p FROM t WHERE a IN (SELECT p)"))
    #expect(query.sql == "SELECT ((1 + 1) * 2), t.p FROM t WHERE (a IN (SELECT (1 + 1)))")
  }

  private static func query(_ text: String) throws -> Query {
    guard case .query(let query) = try Parser.statement(Source(text)).kind else {
      throw Diagnostic(.error, "not a query", at: nil)
    }
    return query
  }
}
