extension SyntaxErrorTests {
  static let clauses = #"""
    # Values
    SELECT a FROM t WHERE b = «»
      found the end of the statement, expected a value after `=`
    SELECT a FROM t WHERE«»
      found the end of the statement, expected a condition after `WHERE`
    SELECT «FROM» t
      found `FROM`, expected a column or an expression after `SELECT`
      help: * stands for every column
      fix: SELECT * FROM t
    SELECT«»
      found the end of the statement, expected a column or an expression after `SELECT`
    SELECT a FROM«»
      found the end of the statement, expected the name of a table
    SELECT a, FROM«»
      found the end of the statement, expected the name of a table
    SELECT a + «FROM» t
      found `FROM`, expected a value after `+`
    SELECT a FROM t WHERE «AND» b = 1
      found `AND`, expected a condition after `WHERE`
    # Clauses
    SELECT a FROM t HAVING b > 1 «WHERE» c = 1
      WHERE stands before HAVING
      label HAVING: HAVING begins here
    SELECT a FROM t ORDER BY a «WHERE» b = 1
      WHERE stands before ORDER BY
      label ORDER: ORDER BY begins here
    SELECT a FROM t ORDER BY a «GROUP» BY a
      GROUP BY stands before ORDER BY
      label ORDER: ORDER BY begins here
    SELECT a FROM t LIMIT 5 «ORDER» BY a
      ORDER BY stands before LIMIT
      label LIMIT: LIMIT begins here
    SELECT a WHERE b = 1 «FROM» t
      FROM stands before WHERE
      label WHERE: WHERE begins here
    SELECT a FROM t WHERE b = 1 «WHERE» c = 2
      this query has a second WHERE
      label WHERE: the first one
      help: conditions are joined by AND
      fix: SELECT a FROM t WHERE b = 1 AND c = 2
    SELECT a FROM t WHERE b = 1 «SELECT» c
      this query has a second SELECT
      label SELECT: the first one
      help: a semicolon goes between two statements
    FROM t WHERE a = 1 «SELECT» b
      SELECT stands before WHERE
      label WHERE: WHERE begins here
    SELECT a FROM t LIMIT «5, 10»
      LIMIT has one number
      help: the rows to skip come after OFFSET
      fix: SELECT a FROM t LIMIT 10 OFFSET 5
    SELECT a FROM t LIMIT«»
      found the end of the statement, expected a value after `LIMIT`
    SELECT a FROM t FETCH «5» ROWS
      found `5`, expected FIRST or NEXT
    # Expressions
    SELECT INTERVAL 3 «dys»
      `dys` is no unit of time
      help: INTERVAL 3 DAY; units: MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY, MILLENNIUM
      fix: SELECT INTERVAL 3 days
    SELECT INTERVAL 3«»
      found the end of the statement, expected a unit such as DAY
    SELECT CAST(a AS«)» FROM t
      found `)`, expected a type
      label (: inside this `(`
    SELECT CAST(a«,» INT) FROM t
      found `,`, expected AS
      label (: inside this `(`
    SELECT CAST(a «INT») FROM t
      found `INT`, expected AS
      fix: SELECT CAST(a AS INT) FROM t
    SELECT a::«FROM» t
      found `FROM`, expected a type
    SELECT a FROM t WHERE a BETWEEN 1 «,» 2
      found `,`, expected AND
    SELECT a FROM t WHERE a BETWEEN 1 «ADN» 2
      found `ADN`; did you mean AND?
      fix: SELECT a FROM t WHERE a BETWEEN 1 AND 2
    SELECT a FROM t WHERE a LIKE«»
      found the end of the statement, expected a value after `LIKE`
    SELECT a FROM t WHERE a IS «5»
      found `5`, expected NULL, TRUE, FALSE or DISTINCT
    SELECT a FROM t WHERE a IS «NUL»
      found `NUL`; did you mean NULL?
      fix: SELECT a FROM t WHERE a IS NULL
    # Windows
    SELECT sum(a) OVER («PARTITON» BY b) FROM t
      found `PARTITON`; did you mean PARTITION?
      fix: SELECT sum(a) OVER (PARTITION BY b) FROM t
    SELECT sum(a) OVER (PARTITION «b») FROM t
      found `b`, expected BY
      fix: SELECT sum(a) OVER (PARTITION BY b) FROM t
    SELECT sum(a) OVER (ORDER BY b ROWS 5«)» FROM t
      found `)`, expected PRECEDING or FOLLOWING
      label (: inside this `(`
    SELECT COUNT(DISTINCT«)» FROM t
      found `)`, expected a column or an expression after `DISTINCT`
      label (: inside this `(`
    # Statements
    WITH a AS «SELECT» 1 SELECT * FROM a
      found `SELECT`, expected `(`
    WITH a «(»SELECT 1) FROM a
      found `(`, expected AS
      fix: WITH a AS (SELECT 1) FROM a
    WITH a AS (SELECT 1)«»
      found the end of the statement, expected SELECT, FROM or VALUES
    SELECT 1; «SELECT» 2
      found `SELECT` after the semicolon that ends the statement
    SELECT 1 UNION«»
      found the end of the statement, expected SELECT, FROM or VALUES
    SELECT 1 «UNOIN» SELECT 2
      found `UNOIN`; did you mean UNION?
      fix: SELECT 1 UNION SELECT 2
    SELECT 1 UNION ALL «SELCT» 2
      found `SELCT`; did you mean SELECT?
      fix: SELECT 1 UNION ALL SELECT 2
    VALUES «1», 2
      found `1`, expected `(`
    VALUES «(»1, 2
      this `(` is never closed
      help: expected `)` before the end of the statement
    INSERT «t» VALUES (1)
      found `t`, expected INTO
      fix: INSERT INTO t VALUES (1)
    INSERT INTO t (a, b «VALUES» (1, 2)
      found `VALUES`, expected a comma or `)`
      label (: inside this `(`
    INSERT INTO t «VALEUS» (1, 2)
      found `VALEUS`; did you mean VALUES?
      fix: INSERT INTO t VALUES (1, 2)
    UPDATE t a «=» 1
      found `=`, expected SET
    UPDATE t SET a «1»
      found `1`, expected `=`
      fix: UPDATE t SET a = 1
    UPDATE t «SETT» a = 1
      found `SETT`; did you mean SET?
      fix: UPDATE t SET a = 1
    DELETE «t» WHERE a = 1
      found `t`, expected FROM
      fix: DELETE FROM t WHERE a = 1
    CREATE «TABL» t AS SELECT 1
      found `TABL`; did you mean TABLE?
      fix: CREATE TABLE t AS SELECT 1
    CREATE «t» AS SELECT 1
      found `t`, expected TABLE, VIEW, MACRO, INDEX, SCHEMA, SEQUENCE or UNIT
    CREATE TABLE «AS» SELECT 1
      found `AS`, expected the name of a table
    CREATE TABLE t «SELECT» 1
      found `SELECT`, expected AS or `(`
    CREATE TABLE t (a«)»
      found `)`, expected a type
      label (: inside this `(`
    CREATE TABLE t (a INTEGER «b» INTEGER)
      a comma is missing before `b`
      fix: CREATE TABLE t (a INTEGER, b INTEGER)
    CREATE TABLE t (a INTEGER PRIMARY«)»
      found `)`, expected KEY
      fix: CREATE TABLE t (a INTEGER PRIMARY KEY)
    DROP «t»
      found `t`, expected TABLE, VIEW, MACRO, INDEX, SCHEMA, SEQUENCE or UNIT
    DROP TABLE«»
      found the end of the statement, expected the name of a table
    DROP TABLE IF «t»
      found `t`, expected EXISTS
      fix: DROP TABLE IF EXISTS t
    COPY t «'x.csv'»
      found `'x.csv'`, expected TO or FROM
    COPY t TO «x».csv
      found `x`, expected a file name in single quotes
    SET threads «4»
      found `4`, expected `=`
      fix: SET threads = 4
    EXPLAIN«»
      found the end of the statement, expected a statement
      help: a query begins with SELECT, FROM, WITH or VALUES
    EXPLAIN «5»
      `5` does not begin a statement
      fix: EXPLAIN SELECT 5
    «DESCRBE» t
      found `DESCRBE`; did you mean DESCRIBE?
      fix: DESCRIBE t
    «1» + 1
      `1` does not begin a statement
      fix: SELECT 1 + 1
    «sum»(a)
      `sum` does not begin a statement
      fix: SELECT sum(a)
    «(»1 + 1)
      `(` does not begin a statement
      fix: SELECT (1 + 1)
    «t»
      `t` does not begin a statement
      help: a query begins with SELECT, FROM, WITH or VALUES
    «'a'»
      `'a'` does not begin a statement
      fix: SELECT 'a'
    «help»
      `help` does not begin a statement
      help: commands of the console begin with a dot, such as .help
    «\»d
      `\` has no meaning here
      help: commands of the console begin with a dot, such as .help
    # Others
    SELECT a FROM t WHERE a = 'x' AND⏎  b = 1⏎  «GRUOP» BY a
      found `GRUOP`; did you mean GROUP?
      fix: SELECT a FROM t WHERE a = 'x' AND⏎  b = 1⏎  GROUP BY a
    SELECT a, b⏎FROM t⏎WHERE c = «'x»⏎AND d = 1
      this text is never closed: a single quote opens it and none ends it
    SELECT E'«\u12»' FROM t
      `\u12` is no character
      help: in E'…' write \xHH, \uHHHH or \UHHHHHHHH; a backslash is \\
    SELECT * EXCLUDE «FROM» t
      found `FROM`, expected the name of a column
    SELECT * EXCLUDE (a «FROM» t
      found `FROM`, expected a comma or `)`
      label (: inside this `(`
      fix: SELECT * EXCLUDE (a) FROM t
    SELECT a FROM t TABLESAMPLE«»
      found the end of the statement, expected a value after `TABLESAMPLE`
    SELECT a FROM read_csv('x.csv', delim «';'»)
      found `';'`, expected `=`
      fix: SELECT a FROM read_csv('x.csv', delim = ';')
    SELECT DISTINCT ON «a» FROM t
      found `a`, expected `(`
    SELECT a. «FROM» t
      found `FROM`, expected the name of a column
    SELECT a FROM t.«»
      found the end of the statement, expected the name of a table
    SELECT a.«.»b FROM t
      found `.`, expected the name of a column
    SELECT «.»a FROM t
      found `.`, expected a column or an expression after `SELECT`
    SELECT a FROM t«,» WHERE b = 1
      this comma has nothing to separate
      fix: SELECT a FROM t WHERE b = 1
    SELECT a,«,» b FROM t
      this comma has nothing to separate
      fix: SELECT a, b FROM t
    SELECT a FROM t WHERE b = 1 AND«»
      found the end of the statement, expected a condition after `AND`
    SELECT a FROM t WHERE NOT«»
      found the end of the statement, expected a condition after `NOT`
    SELECT a FROM t GROUP BY«»
      found the end of the statement, expected a column or an expression after `BY`
    SELECT a FROM t HAVING«»
      found the end of the statement, expected a condition after `HAVING`
    SELECT a FROM t ORDER BY a«,»
      this comma has nothing to separate
      fix: SELECT a FROM t ORDER BY a
    SELECT max(a, «FROM» t
      found `FROM`, expected a value after `,`
      label (: inside this `(`
    SELECT f(x => «)» FROM t
      found `)`, expected a value after `=>`
      label (: inside this `(`
    SELECT a FROM t PIVOT (sum(a) IN (1, 2)«)»
      found `)`, expected FOR
      label (: inside this `(`
    SELECT EXTRACT(YEAR «d») FROM t
      found `d`, expected FROM
      fix: SELECT EXTRACT(YEAR FROM d) FROM t
    SELECT EXISTS («1»)
      found `1`, expected a query
    SELECT {a «b»}
      found `b`, expected `:`
      label {: inside this `{`
    SELECT «$» FROM t
      `$` has no meaning here
      help: a parameter has a name or a number: $year, $1
    SELECT «TOP 10» a FROM t
      SELECT has no TOP
      help: LIMIT 10 at the end of the query, after ORDER BY; of groups TOP 10 BY …
    SELECT a FROM t WHERE a = «"x»
      this name is never closed: a double quote opens it and none ends it
      fix: SELECT a FROM t WHERE a = "x"
    SELECT IF(a, b «c») FROM t
      a comma is missing before `c`
      fix: SELECT IF(a, b, c) FROM t
    SELECT a FROM t JOIN u ON t.a = u.a «JOIN v»
      this join does not say which rows belong together
      help: ON left.key = right.key, or USING (key) when both columns have one name
      help: CROSS JOIN pairs every row with every other
    SELECT a «INTO» b FROM t
      SELECT has no INTO
      help: CREATE TABLE name AS SELECT … keeps a result as a table
    SELECT a FROM t WHERE a = 1 ?«!»
      `!` has no meaning here
      help: not is written NOT, unequal is written <> or !=
    «MERGE» INTO t USING u ON a = b
      MERGE is not supported
    CREATE «TRIGGER» f
      TRIGGER is not supported
    «vacuum»
      VACUUM is not supported
    CREATE TABLE t (a INTEGER, b INTEGER «AS» (a + 1))
      a table has no generated columns
      help: a view computes them: CREATE VIEW v AS SELECT *, … AS name FROM t
    UPDATE t SET «(a, b) = (1)»
      2 columns cannot be set to 1 value
    SELECT a FROM t WHERE c = 'x' UNION SELECT b «FORM» u
      found `FORM`; did you mean FROM?
      fix: SELECT a FROM t WHERE c = 'x' UNION SELECT b FROM u
    SELECT a FROM (SELECT b «FORM» u) q
      found `FORM`; did you mean FROM?
      fix: SELECT a FROM (SELECT b FROM u) q
    SELECT a FROM t WHERE b IN (SELECT c FROM u «WHRE» d = 1)
      found `WHRE`; did you mean WHERE?
      fix: SELECT a FROM t WHERE b IN (SELECT c FROM u WHERE d = 1)
    SELECT a FROM t WHERE (b = 1 OR c = 2 «ORDER» BY a
      found `ORDER`, expected `)`
      label (: inside this `(`
      fix: SELECT a FROM t WHERE (b = 1 OR c = 2) ORDER BY a
    SELECT «E'a»
      this text is never closed: a single quote opens it and none ends it
      fix: SELECT E'a'
    SELECT sum(a) OVER (ORDER «a») FROM t
      found `a`, expected BY
      fix: SELECT sum(a) OVER (ORDER BY a) FROM t
    SELECT sum(a) WITHIN «(»ORDER BY a) FROM t
      found `(`, expected GROUP
      fix: SELECT sum(a) WITHIN GROUP (ORDER BY a) FROM t
    FROM a «LEFFT» JOIN b USING (k)
      found `LEFFT`; did you mean LEFT?
      fix: FROM a LEFT JOIN b USING (k)
    FROM a «NATURLA» JOIN b
      found `NATURLA`; did you mean NATURAL?
      fix: FROM a NATURAL JOIN b
    SELECT x FROM t1 WHERE y «== =» 2
      `== =` is no operator; did you mean =?
      fix: SELECT x FROM t1 WHERE y = 2
    SELECT a FROM t WHERE d > «’2024-01-01’»
      typographic quotation marks do not quote
      help: a text stands in 'single quotes', a name in "double quotes"
      fix: SELECT a FROM t WHERE d > '2024-01-01'
    SELECT a FROM t WHERE b «–» c > 0
      `–` has no meaning here
      help: this is a dash, not a minus sign
      fix: SELECT a FROM t WHERE b - c > 0
    select max(a «from» t
      found `from`, expected a comma or `)`
      label (: inside this `(`
      fix: select max(a) from t
    SELECT a FROM t ORDER BY a «b» DESC
      a comma is missing before `b`
      fix: SELECT a FROM t ORDER BY a, b DESC
    SELECT a FROM t WHERE a = 1«,» b = 2
      found `,`, expected AND, OR or the end of the statement
    SELECT a FROM t LIMIT 10 «20»
      found `20`, expected the end of the statement
    """#
}
