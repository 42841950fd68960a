import Language
import Testing

/// Statements other than queries.
@Suite struct ParserStatementTests {
  @Test(arguments: Script.cases(script))
  func parses(_ test: Script.Case) throws {
    let statement = try Parser.statement(Source(test.input))
    #expect("\(statement.tree)" == test.output)
  }

  static let script = #"""
    CREATE TABLE t AS SELECT 1
      (create-table t (select (1)))
    CREATE OR REPLACE TEMP TABLE IF NOT EXISTS s.t (a, b) AS FROM u
      (create-table or-replace temporary if-not-exists s.t (columns a b) (select (*) (from u)))
    CREATE TABLE t (a INTEGER PRIMARY KEY, b DECIMAL(10, 2) NOT NULL DEFAULT 0, c VARCHAR CHECK (c <> '') UNIQUE, d DATE REFERENCES u (d), e INT NULL, PRIMARY KEY (a, b), CONSTRAINT k UNIQUE (c), CHECK (a > b), FOREIGN KEY (d) REFERENCES u,)
      (create-table t (column a INTEGER primary-key) (column b DECIMAL(10, 2) not-null (default 0)) (column c VARCHAR (check (<> c '')) unique) (column d DATE (references u d)) (column e INT null) (primary-key a b) (unique (constraint k) c) (check (> a b)) (foreign-key (d) u ()))
    CREATE OR REPLACE VIEW v (a) AS SELECT 1
      (create-view or-replace v (columns a) (select (1)))
    CREATE TEMPORARY VIEW IF NOT EXISTS v AS FROM t
      (create-view temporary if-not-exists v (select (*) (from t)))
    DROP TABLE IF EXISTS a, b.c CASCADE
      (drop-table if-exists a b.c)
    DROP VIEW v
      (drop-view v)
    INSERT INTO t VALUES (1, 2)
      (insert t (values (1 2)))
    INSERT INTO t (a, b) SELECT 1, 2 RETURNING a, b AS c
      (insert t (columns a b) (select (1 2)) (returning a (as b c)))
    INSERT INTO t BY NAME (SELECT 1 AS a)
      (insert t by-name (select ((as 1 a))))
    INSERT INTO t DEFAULT VALUES
      (insert t default-values)
    UPDATE t AS u SET a = 1, b = b + 1 FROM v WHERE u.k = v.k RETURNING *
      (update t (as u) (set (a 1) (b (+ b 1))) (from v) (where (= u.k v.k)) (returning *))
    DELETE FROM t USING u WHERE t.k = u.k
      (delete t (using u) (where (= t.k u.k)))
    TRUNCATE TABLE t
      (truncate t)
    COPY t TO 'out.csv' (FORMAT csv, HEADER, DELIMITER ';')
      (copy-to (select (*) (from t)) 'out.csv' (options (FORMAT csv) (HEADER) (DELIMITER ';')))
    COPY (SELECT 1) TO 'out.json'
      (copy-to (select (1)) 'out.json')
    COPY t (a, b) FROM 'in.csv' WITH (header true)
      (copy-from t (columns a b) 'in.csv' (options (header true)))
    COPY t(a) TO 'x.csv' WITH HEADER
      (copy-to (select (a) (from t)) 'x.csv' (options (HEADER)))
    DESCRIBE t
      (describe (select (*) (from t)))
    DESCRIBE SELECT 1
      (describe (select (1)))
    DESCRIBE
      (show-tables)
    SHOW TABLES
      (show-tables)
    SHOW ALL TABLES
      (show-tables)
    SHOW t
      (describe (select (*) (from t)))
    SUMMARIZE 'f.csv'
      (summarize (select (*) (from 'f.csv')))
    SUMMARIZE TABLE t
      (summarize (select (*) (from t)))
    EXPLAIN ANALYZE SELECT 1
      (explain analyze (select (1)))
    EXPLAIN CREATE TABLE t AS FROM u
      (explain (create-table t (select (*) (from u))))
    SET threads = 4
      (set threads 4)
    SET SESSION format TO csv
      (set format csv)
    SET VARIABLE y = 2024
      (set variable y 2024)
    RESET threads
      (reset threads)
    ;; SELECT 1 ;;
      (select (1))
    """#
}
