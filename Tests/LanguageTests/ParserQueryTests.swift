import Language
import Testing

/// Queries and what stands in FROM.
@Suite struct ParserQueryTests {
  @Test(arguments: Script.cases(script))
  func parses(_ test: Script.Case) throws {
    let statement = try Parser.statement(Source(test.input))
    #expect("\(statement.tree)" == test.output)
  }

  @Test(arguments: Script.cases(script))
  func isWrittenBack(_ test: Script.Case) throws {
    guard case .query(let query) = try Parser.statement(Source(test.input)).kind else {
      Issue.record("not a query")
      return
    }
    let again = try Parser.statement(Source(query.sql))
    // A name that is a keyword comes back in quotes.
    #expect("\(again.tree)".filter { $0 != "\"" } == test.output.filter { $0 != "\"" })
  }

  static let script = #"""
    SELECT 1
      (select (1))
    SELECT a, b AS c, d e, FROM t
      (select (a (as b c) (as d e)) (from t))
    SELECT *, t.*, t.* EXCLUDE a
      (select (* t.* (t.* (exclude a))))
    SELECT * EXCLUDE (a, t.b) REPLACE (a + 1 AS a, b AS b) RENAME (c AS d) FROM t
      (select ((* (exclude a t.b) (replace (as (+ a 1) a) (as b b)) (rename (c d)))) (from t))
    SELECT * REPLACE upper(a) AS a RENAME a AS b FROM t
      (select ((* (replace (as (call upper a) a)) (rename (a b)))) (from t))
    SELECT a under, b during, under FROM under during WHERE during.a UNDER 'EU' ORDER BY under
      (query (select ((as a under) (as b during) under) (from (as under during)) (where (under during.a 'EU'))) (order-by under))
    SELECT DISTINCT a FROM t
      (select distinct (a) (from t))
    SELECT DISTINCT ON (a, b) c FROM t
      (select (distinct-on a b) (c) (from t))
    SELECT ALL a FROM t
      (select (a) (from t))
    SELECT total: sum(a), "n n": 1 FROM t
      (select ((as (call sum a) total) (as 1 "n n")) (from t))
    SELECT a AS select, b AS "x y", count(*) filter, d AS end FROM t
      (select ((as a select) (as b "x y") (as (call count *) filter) (as d end)) (from t))
    FROM t
      (select (*) (from t))
    FROM t SELECT a WHERE b
      (select (a) (from t) (where b))
    FROM t WHERE b LIMIT 3
      (query (select (*) (from t) (where b)) (limit 3))
    FROM 'a.csv'
      (select (*) (from 'a.csv'))
    FROM 'a*.csv' AS s (x, y), u
      (select (*) (from (as 'a*.csv' s x y) u))
    FROM main.t AS m
      (select (*) (from (as main.t m)))
    FROM read_csv('f.csv', delim=';', header = true) r
      (select (*) (from (as (call read_csv 'f.csv' (:= delim ';') (:= header true)) r)))
    FROM range(10) AS r(i)
      (select (*) (from (as (call range 10) r i)))
    FROM (SELECT 1) AS q (a)
      (select (*) (from (as (select (1)) q a)))
    FROM (VALUES (1, 'a'), (2, 'b')) v(n, s)
      (select (*) (from (as (values (1 'a') (2 'b')) v n s)))
    FROM (t)
      (select (*) (from t))
    FROM (t AS u)
      (select (*) (from (as t u)))
    FROM (a JOIN b USING (k)) AS j
      (select (*) (from (as (inner-join a b (using k)) j)))
    FROM a, b, LATERAL (SELECT a.x) c
      (select (*) (from a b (as (lateral (select (a.x))) c)))
    FROM a JOIN b ON a.k = b.k LEFT OUTER JOIN c USING (k, l)
      (select (*) (from (left-join (inner-join a b (on (= a.k b.k))) c (using k l))))
    FROM a RIGHT JOIN b ON true FULL JOIN c ON false CROSS JOIN d
      (select (*) (from (cross-join (full-join (right-join a b (on true)) c (on false)) d)))
    FROM a SEMI JOIN b USING (k) ANTI JOIN c USING (k)
      (select (*) (from (anti-join (semi-join a b (using k)) c (using k))))
    FROM a NATURAL JOIN b NATURAL LEFT JOIN c
      (select (*) (from (left-join (inner-join a b natural) c natural)))
    FROM a ASOF JOIN b ON a.t >= b.t ASOF LEFT JOIN c USING (k, t)
      (select (*) (from (asof-left-join (asof-inner-join a b (on (>= a.t b.t))) c (using k t))))
    FROM a JOIN (b JOIN c ON b.x = c.x) ON a.x = b.x
      (select (*) (from (inner-join a (inner-join b c (on (= b.x c.x))) (on (= a.x b.x)))))
    FROM ((SELECT 1) q JOIN t ON true)
      (select (*) (from (inner-join (as (select (1)) q) t (on true))))
    FROM t TABLESAMPLE 10% AS u
      (select (*) (from (as (sampled t (sample 10 percent)) u)))
    FROM t AS u TABLESAMPLE reservoir(50 ROWS) REPEATABLE (42)
      (select (*) (from (as (sampled t (sample 50 rows reservoir (seed 42))) u)))
    SELECT a FROM t USING SAMPLE 10 PERCENT (bernoulli)
      (select (a) (from t) (sample 10 percent bernoulli))
    SELECT a FROM t USING SAMPLE 100
      (select (a) (from t) (sample 100 rows))
    SELECT a FROM t WHERE b = 1 GROUP BY a HAVING sum(c) > 1 ORDER BY a LIMIT 10 OFFSET 5
      (query (select (a) (from t) (where (= b 1)) (group-by a) (having (> (call sum c) 1))) (order-by a) (limit 10 (offset 5)))
    SELECT a FROM t GROUP BY ALL ORDER BY ALL DESC NULLS FIRST
      (query (select (a) (from t) (group-by all)) (order-by all desc nulls-first))
    SELECT a FROM t GROUP BY ROLLUP (a, (b, c)), CUBE (d), GROUPING SETS ((a, b), a, (), ROLLUP (c)), (e, f), ()
      (select (a) (from t) (group-by (rollup a (keys b c)) (cube d) (grouping-sets (keys a b) a (keys) (rollup c)) (keys e f) (keys)))
    SELECT a FROM t GROUP BY 1, a + b
      (select (a) (from t) (group-by 1 (+ a b)))
    SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY b), v AS (w) QUALIFY row_number() OVER w = 1
      (select ((call sum a (over w))) (from t) (window (w ((order-by b))) (v (w))) (qualify (= (call row_number (over w)) 1)))
    SELECT a FROM t ORDER BY a ASC, b DESC NULLS LAST, c NULLS FIRST
      (query (select (a) (from t)) (order-by (asc a) (desc b nulls-last) (term c nulls-first)))
    SELECT a FROM t LIMIT 10%
      (query (select (a) (from t)) (limit 10 percent))
    SELECT a FROM t LIMIT 12.5 PERCENT
      (query (select (a) (from t)) (limit 12.5 percent))
    SELECT a FROM t OFFSET 2 ROWS LIMIT ALL
      (query (select (a) (from t)) (limit (offset 2)))
    SELECT a FROM t LIMIT ALL
      (query (select (a) (from t)) (limit))
    SELECT a FROM t LIMIT $n + 1
      (query (select (a) (from t)) (limit (+ $n 1)))
    SELECT a FROM t OFFSET 1 FETCH NEXT 5 ROWS ONLY
      (query (select (a) (from t)) (limit 5 (offset 1)))
    SELECT a FROM t FETCH FIRST ROW WITH TIES
      (query (select (a) (from t)) (limit 1 with-ties))
    WITH a AS (SELECT 1), b(x, y) AS NOT MATERIALIZED (FROM a) FROM b
      (query (with (table a (select (1))) (table b (columns x y) not-materialized (select (*) (from a)))) (select (*) (from b)))
    WITH RECURSIVE r(n) AS MATERIALIZED (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) FROM r
      (query (with-recursive (table r (columns n) materialized (union all (select (1)) (select ((+ n 1)) (from r) (where (< n 5)))))) (select (*) (from r)))
    SELECT 1 UNION SELECT 2 INTERSECT SELECT 3 EXCEPT ALL SELECT 4
      (except all (union (select (1)) (intersect (select (2)) (select (3)))) (select (4)))
    SELECT 1 UNION ALL BY NAME (SELECT 2 ORDER BY 1 LIMIT 1) ORDER BY 1
      (query (union all by-name (select (1)) (query (select (2)) (order-by 1) (limit 1))) (order-by 1))
    (SELECT 1) UNION DISTINCT (VALUES (2))
      (union (select (1)) (values (2)))
    ((SELECT 1) LIMIT 1)
      (query (select (1)) (limit 1))
    VALUES (1, 2), (3, 4) ORDER BY 1
      (query (values (1 2) (3 4)) (order-by 1))
    TABLE t
      (select (*) (from t))
    TABLE 'f.csv' LIMIT 5
      (query (select (*) (from 'f.csv')) (limit 5))
    SELECT values, sample FROM t
      (select (values sample) (from t))
    """#
}
