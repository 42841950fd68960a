import Columns
import Foundation
import Language
import Synchronization
import Testing

@testable import Execution

/// Statements that take long stop soon after they are told to, whatever they are doing.
@Suite(.serialized) struct InterruptionTests {
  /// Rows of the table `t`, which has a key `k`, a text `s` for each key and a number `i`.
  private static let rows = 150_000

  private static func session() throws -> Session {
    let session = Session(threads: 2)
    _ = try session.run(
      Source(
        """
        CREATE TABLE t AS SELECT range AS i, range * 7919 % 150001 AS k,
          'the text of number ' || range * 7919 % 150001 AS s FROM range(\(rows))
        """))
    _ = try session.run(Source("CREATE TABLE keyed (k BIGINT PRIMARY KEY, s VARCHAR)"))
    return session
  }

  /// The statements, by what takes long in them.
  static let statements = [
    "a scan": "SELECT count(*) FROM range(400000000) WHERE range % 7 = 8",
    "a sort of texts": "SELECT max(r) FROM (SELECT s AS r FROM t, range(5) ORDER BY s DESC, i)",
    "a sort of numbers": "SELECT * FROM t, range(8) ORDER BY k % 1000, i DESC",
    "a sort of wide numbers": "SELECT * FROM t, range(5) ORDER BY k::HUGEINT << 60, i DESC",
    "groups": "SELECT k, s, range, sum(i) FROM t, range(6) GROUP BY ALL",
    "distinct texts": "SELECT count(DISTINCT s || range) FROM t, range(5)",
    "a set": "SELECT count(*) FROM (SELECT DISTINCT s, k FROM t, range(9))",
    "a median": "SELECT k % 3, median(i), mode(s), mad(k) FROM t, range(5) GROUP BY 1",
    "texts in order": "SELECT k % 9, string_agg(s, ',' ORDER BY s) FROM t, range(5) GROUP BY 1",
    "a hash join": "SELECT count(*) FROM t JOIN (SELECT * FROM t, range(9)) AS b USING (s)",
    "a join of all pairs": "SELECT count(*) FROM t AS a, t AS b WHERE a.i > b.k",
    "an as-of join":
      "SELECT count(*) FROM t AS a ASOF JOIN t AS b ON a.k % 9 = b.k % 9 AND a.k >= b.i",
    "a membership":
      "SELECT count(*) FROM t, range(99) WHERE s NOT IN (SELECT s || range FROM t, range(9))",
    "a row number":
      """
    SELECT max(r)
    FROM (SELECT row_number() OVER (PARTITION BY k % 9 ORDER BY s) AS r FROM t, range(5))
    """,
    "running sums":
      """
    SELECT max(r)
    FROM (SELECT sum(i) OVER (ORDER BY k, i ROWS 9 PRECEDING) AS r FROM t, range(5))
    """,
    "a running maximum":
      """
    SELECT max(r)
    FROM (SELECT max(s) OVER (ORDER BY k RANGE 99 PRECEDING) AS r FROM t, range(3))
    """,
    "a rank and a last value":
      """
    SELECT max(a), max(b)
    FROM (SELECT dense_rank() OVER w AS a, last_value(s) OVER w AS b FROM t, range(5)
          WINDOW w AS (ORDER BY s))
    """,
    "distances": "SELECT max(levenshtein(s, 'what is that number, 12345')) FROM t, range(9)",
    "similarities": "SELECT avg(jaro_similarity(s, reverse(s))) FROM t, range(9)",
    "digests": "SELECT max(sha256(repeat(s, 9))) FROM t",
    "regular expressions":
      "SELECT count(*) FROM t, range(9) WHERE s || range ~ '(a|e|x)[a-z ]*5.*7$'",
    "replaced texts": "SELECT max(regexp_replace(s, '[aeiou]', '<>', 'g')) FROM t, range(9)",
    "values of a dictionary":
      "SELECT count(*) FROM coded, range(5) WHERE damerau_levenshtein(d, 'number 12345') < 9",
    "a table": "CREATE TABLE made AS SELECT s, i FROM t, range(5) ORDER BY s, i",
    "an insert": "INSERT INTO keyed SELECT i, s FROM t UNION ALL SELECT i + 150000, s FROM t",
    "an update": "UPDATE t SET s = upper(reverse(s) || md5(s)) WHERE k % 2 = 0",
    "a summary": "SUMMARIZE t",
    "a pivot": "PIVOT (SELECT k % 40 AS p, s, i FROM t, range(5)) ON p USING sum(i) GROUP BY s",
    "a recursion":
      """
    WITH RECURSIVE r(n, m) AS (
      SELECT i, 0 FROM t WHERE i < 20000
      UNION SELECT (n * 7) % 20011, m + 1 FROM r WHERE m < 500)
    SELECT count(*) FROM r
    """,
    "near duplicates":
      """
    WITH d AS (SELECT DATE '2020-01-01' + (i % 900)::INTEGER AS d, k % 9 AS c, k % 99 AS p, i
      FROM t)
    SELECT count(*) FROM near_duplicates(d, d, c, p, i)
    """,
    "a sample": "SELECT max(s) FROM t, range(9) USING SAMPLE 9000 ROWS",
    "subtotals": "SELECT k, s, count(DISTINCT i) FROM t, range(3) GROUP BY CUBE (k, s)",
  ]

  @Test(arguments: statements.keys.sorted())
  func aStatementStopsSoon(name: String) throws {
    let statement = try #require(Self.statements[name])
    let session = try Self.session()
    session.setTable("coded", to: try Self.coded())
    for moment in [0, 60, 300] {
      guard let late = try Self.secondsUntilStopped(session, statement, after: moment) else {
        // A fast build may come to the end before; at once it never does.
        #expect(moment > 0, "\(name) was not told to stop")
        return
      }
      #expect(late < 1, "\(name) at \(moment) ms")
      session.cancellation.reset()
      guard
        case .rows(let answer) = try session.run(
          Source("SELECT count(*), (SELECT count(*) FROM keyed) FROM t")
        ).content
      else { return }
      #expect(answer.rows == [[.integer(Int128(Self.rows)), .integer(0)]])
    }
  }

  /// A table of one coded column of many texts, of which each comes several times.
  private static func coded() throws -> Relation {
    let texts = Vector((0..<120_000).map { .text("number \($0 % 30_000)") }, type: .varchar)
    let vector = try DictionaryEncoding.encode([texts])[0]
    return Relation(
      fields: [Field(name: "d", type: .varchar)],
      chunks: [Chunk(count: vector.count, columns: [vector])])
  }

  /// Runs a statement that is told to stop so many milliseconds after its work began.
  ///
  /// - Returns: how long it went on; nil where it came to its end before.
  private static func secondsUntilStopped(
    _ session: Session, _ statement: String, after moment: Int
  ) throws -> Double? {
    let (cancellation, progress) = (session.cancellation, session.progress)
    let told = Mutex<ContinuousClock.Instant?>(nil)
    let hasEnded = Atomic(false)
    let isDone = DispatchSemaphore(value: 0)
    progress.begin()
    Thread.detachNewThread {
      while progress.reading.pipeline == 0 && !hasEnded.load(ordering: .acquiring) { usleep(500) }
      usleep(UInt32(moment * 1000))
      told.withLock { $0 = .now }
      cancellation.cancel()
      isDone.signal()
    }
    defer { isDone.wait() }
    do {
      defer { hasEnded.store(true, ordering: .releasing) }
      _ = try session.run(Source(statement))
    } catch is Interrupted {
      return told.withLock { $0 }.map { (ContinuousClock.now - $0) / .seconds(1) }
    }
    return nil
  }
}
