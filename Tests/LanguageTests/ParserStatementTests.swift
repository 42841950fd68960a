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
    RESET VARIABLE y
      (reset variable y)
    CREATE TABLE t AS FROM u WITH NO DATA
      (create-table t (select (*) (from u)) no-data)
    CREATE TABLE t AS FROM u WITH DATA
      (create-table t (select (*) (from u)))
    INSERT OR REPLACE INTO t VALUES (1, DEFAULT)
      (insert t (values (1 default)) or-replace)
    INSERT OR IGNORE INTO t AS u BY POSITION FROM v
      (insert t (as u) (select (*) (from v)) (on-conflict nothing))
    INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING
      (insert t (values (1)) (on-conflict nothing))
    INSERT INTO t VALUES (1) ON CONFLICT (a, b) DO UPDATE SET c = excluded.c, d = DEFAULT WHERE c > 0 RETURNING a
      (insert t (values (1)) (on-conflict a b (set (c excluded.c) (d default)) (where (> c 0))) (returning a))
    WITH w AS (SELECT 1) INSERT INTO t FROM w
      (insert t (query (with (table w (select (1)))) (select (*) (from w))))
    UPDATE t SET (a, b) = (1, DEFAULT), c = 2
      (update t (set (a 1) (b default) (c 2)))
    CREATE OR REPLACE MACRO f(a, b := 1) AS a + b, (a) AS a
      (create-macro or-replace f ((a (b 1)) (+ a b)) ((a) a))
    CREATE FUNCTION IF NOT EXISTS f() AS TABLE (FROM t)
      (create-macro if-not-exists f (() (select (*) (from t))))
    CREATE UNIQUE INDEX IF NOT EXISTS i ON t USING art (a DESC, lower(b))
      (create-index unique if-not-exists i (on t) a (call lower b))
    CREATE INDEX ON t (a)
      (create-index (on t) a)
    CREATE SCHEMA IF NOT EXISTS s
      (create-schema if-not-exists s)
    CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 MINVALUE 1 MAXVALUE 99 CYCLE
      (create-sequence s (start 5) (increment 2) (minimum 1) (maximum 99) cycle)
    ALTER TABLE IF EXISTS s.t ADD COLUMN IF NOT EXISTS a INTEGER DEFAULT 1 NOT NULL
      (alter-table if-exists s.t (add if-not-exists (column a INTEGER (default 1) not-null)))
    ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a)
      (alter-table t (add (primary-key (constraint k) a)))
    ALTER TABLE t DROP COLUMN IF EXISTS a CASCADE
      (alter-table t (drop if-exists a))
    ALTER TABLE t RENAME a TO b
      (alter-table t (rename-column a b))
    ALTER TABLE t RENAME TO u
      (alter-table t (rename u))
    ALTER VIEW v RENAME TO w
      (alter-view v (rename w))
    ALTER TABLE t ALTER a SET DATA TYPE VARCHAR USING a || 'x'
      (alter-table t (type a VARCHAR (using (|| a 'x'))))
    ALTER TABLE t ALTER COLUMN a SET DEFAULT 1
      (alter-table t (default a 1))
    ALTER TABLE t ALTER a DROP DEFAULT
      (alter-table t (default a drop))
    ALTER TABLE t ALTER a SET NOT NULL
      (alter-table t (not-null a))
    ALTER TABLE t ALTER a DROP NOT NULL
      (alter-table t (null a))
    DROP MACRO TABLE IF EXISTS f
      (drop-macro-table if-exists f)
    DROP INDEX i
      (drop-index i)
    BEGIN TRANSACTION
      (begin)
    START TRANSACTION
      (begin)
    COMMIT WORK
      (commit)
    ABORT
      (rollback)
    PREPARE q AS SELECT ?, $2, $n
      (prepare q (select ($1 $2 $n)))
    EXECUTE q(1, n := 'x')
      (execute q 1 (:= n 'x'))
    EXECUTE q
      (execute q)
    DEALLOCATE PREPARE q
      (deallocate q)
    DEALLOCATE ALL
      (deallocate all)
    PRAGMA table_info('t')
      (pragma table_info 't')
    PRAGMA threads = 4
      (pragma threads 4)
    SET default_order = desc
      (set default_order desc)
    REPLACE INTO t VALUES (1)
      (insert t (values (1)) or-replace)
    PRAGMA show_tables
      (pragma show_tables)
    ;; SELECT 1 ;;
      (select (1))
    """#
}
