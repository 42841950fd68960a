extension HelpTopic {
  /// How rows are joined, grouped, cut and turned, and what else statements do.
  static let queries: [HelpTopic] = [
    HelpTopic(
      "joins", aliases: ["join", "lookup", "exists"],
      "rows of two tables beside each other",
      body: [
        "JOIN … ON a.code = b.code, or USING (code) where both columns are called so.",
        "A row that matches twice comes twice, and its kilograms with it: count rows before and",
        "  after, or ask whether SELECT code … GROUP BY code HAVING COUNT(*) > 1 has rows.",
        "LEFT JOIN keeps rows without a match, with NULL for what is missing.",
        "A condition on the right table in WHERE drops them again: put it into ON.",
        "SEMI JOIN keeps rows that have a match, ANTI JOIN those that have none; neither repeats any.",
        "ASOF JOIN … ON a.day >= b.day takes the last row up to it: the rate of a seizure's day.",
        "NULL matches nothing; a NOT IN (…) with a NULL in the list is never true: use ANTI JOIN.",
        "Join countries by country_code(c), codes of goods by hs_heading(code), names by lower(t).",
        "CROSS JOIN pairs every row with every other.",
      ],
      examples: [
        """
        SELECT s.origin, c.name, s.kg FROM (VALUES ('CN', 12), ('XX', 7)) AS s(origin, kg)
        LEFT JOIN ref.countries AS c ON c.alpha2 = s.origin
        """,
        """
        SELECT s.day, r.usd FROM (VALUES (DATE '2024-05-17')) AS s(day)
        ASOF JOIN (VALUES (DATE '2024-05-01', 1.08), (DATE '2024-06-01', 1.07)) AS r(day, usd)
        ON s.day >= r.day
        """,
      ]),
    HelpTopic(
      "grouping", aliases: ["group", "groups", "rollup", "cube", "having", "totals", "aggregates"],
      "one row for many: GROUP BY, and totals",
      body: [
        "GROUP BY ALL groups by all that is no aggregate; GROUP BY 1, 2 and aliases work too.",
        "HAVING filters groups, WHERE rows; COUNT(*) FILTER (WHERE …) one figure alone.",
        "ROLLUP (year, origin) adds totals of each year and of all, CUBE of every combination,",
        "  GROUPING SETS ((year), (origin), ()) those that are named.",
        "A total has NULL for its keys; GROUPING(origin) = 1 tells it from a NULL in the data.",
        "COUNT(*) counts rows, COUNT(x) those with x, COUNT(DISTINCT x) what is different.",
        "An average of averages is no average: take AVG over the rows, as ROLLUP and TOP do,",
        "  or weighted_avg(mean, n). Distinct counts do not add up either.",
        "NULL is a group of its own. SUM over no rows is NULL, COUNT is 0.",
        "Quantities of several dimensions: add dimension_of(quantity) to the keys.",
        ".help top and .help suppress tell of the clauses that close a grouped query.",
      ],
      examples: [
        """
        SELECT year, if(GROUPING(origin) = 1, 'All', origin) AS origin, SUM(n) AS seizures
        FROM (VALUES (2023, 'CN', 5), (2023, 'IN', 2), (2024, 'CN', 7)) AS t(year, origin, n)
        GROUP BY ROLLUP (year, origin) ORDER BY year, GROUPING(origin)
        """,
        """
        WITH t(origin, kg) AS (VALUES ('CN', 1), ('CN', 3), ('IN', 11))
        SELECT AVG(kg) AS of_rows,
          (SELECT AVG(mean) FROM (SELECT AVG(kg) AS mean FROM t GROUP BY origin)) AS of_averages
        FROM t
        """,
      ]),
    HelpTopic(
      "top", aliases: ["leading", "ranking", "others"],
      "TOP n BY measure [ASC|DESC] [PER key, …] [WITH OTHERS] [WITH TOTAL]",
      body: [
        "It closes a query with GROUP BY, in place of ORDER BY and LIMIT: the n groups of the",
        "  greatest measure.",
        "PER makes a list for each value of keys that the query groups by.",
        "WITH OTHERS and WITH TOTAL add a row for all other groups, and one for all: made of their",
        "  rows, so that averages, medians and COUNT(DISTINCT …) are right.",
        "Their label stands in the first grouped column that is not behind PER, in parentheses",
        "  where a group is called so.",
        "Groups of equal measure stand in the order of their keys; a note tells where the cut",
        "  parts them.",
        "SHARE, and all with OVER, look at all groups. Beside OTHERS, TOTAL or SUPPRESS only SHARE",
        "  and sums can stand, of sums and counts, over partitions by keys of PER; a total is a",
        "  whole of its own.",
      ],
      examples: [
        """
        SELECT origin, COUNT(*) AS seizures, AVG(kg) AS mean
        FROM (VALUES ('CN', 1), ('CN', 3), ('IN', 10), ('TR', 20)) AS t(origin, kg)
        GROUP BY origin TOP 1 BY COUNT(*) WITH OTHERS WITH TOTAL
        """
      ]),
    HelpTopic(
      "windows", aliases: ["window", "over", "running", "moving", "qualify", "growth"],
      "figures of a row and those around it: OVER",
      body: [
        "SUM(n) OVER (ORDER BY month) is a running total; add ROWS 2 PRECEDING for three months.",
        "PARTITION BY country begins anew for each country.",
        "Aggregates can have OVER; row_number, rank, lag, lead, ntile and others must.",
        "GROWTH(SUM(n)) OVER (ORDER BY year) is the change on the year before, NULL where that is",
        "  missing or 0; lag(n) is the row before, whichever year it is.",
        "GROWTH goes by whole numbers or dates: date_trunc('month', d) for months.",
        "QUALIFY filters by a window: QUALIFY rank() OVER (ORDER BY n DESC) <= 3.",
        "Windows see what WHERE, GROUP BY and HAVING left, and stand in no WHERE.",
        "last_value(x) OVER (ORDER BY …) is the current row's, since the frame ends there:",
        "  add ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING.",
        "Without ROWS, rows that are equal in ORDER BY come into a running total together.",
        "WINDOW w AS (…) names a window that several figures use: OVER w.",
      ],
      examples: [
        """
        SELECT year, n, SUM(n) OVER (ORDER BY year) AS running,
          GROWTH(n) OVER (ORDER BY year) AS growth
        FROM (VALUES (2021, 10), (2022, 15), (2024, 12)) AS t(year, n)
        """,
        """
        SELECT origin, kg FROM (VALUES ('CN', 4), ('CN', 9), ('IN', 2)) AS t(origin, kg)
        QUALIFY row_number() OVER (PARTITION BY origin ORDER BY kg DESC) = 1
        """,
      ]),
    HelpTopic(
      "pivot", aliases: ["unpivot", "crosstab"],
      "values as columns, and back",
      body: [
        "PIVOT t ON year USING SUM(n) GROUP BY origin makes a column of each year.",
        "Without GROUP BY every other column is a key: an id would leave a row for each seizure.",
        "ON year IN (2022, 2023) makes just these columns, also where a year has no rows.",
        "A cell without rows is NULL, or 0 by USING coalesce(SUM(n), 0).",
        "USING SUM(n) AS n, COUNT(*) AS k makes two columns a year: 2023_n, 2023_k.",
        "UNPIVOT t ON n2022, n2023 INTO NAME year VALUE n makes rows of columns, without NULLs.",
        "A few columns need no PIVOT: COUNT(*) FILTER (WHERE mode = 'Mail') AS mail.",
      ],
      examples: [
        """
        PIVOT (VALUES ('CN', 2023, 5), ('CN', 2024, 7), ('IN', 2024, 2)) AS t(origin, year, n)
        ON year USING SUM(n) GROUP BY origin
        """,
        """
        UNPIVOT (VALUES ('CN', 5, 7)) AS t(origin, n2023, n2024)
        ON n2023, n2024 INTO NAME year VALUE n
        """,
      ]),
    HelpTopic(
      "tables",
      aliases: ["table", "create", "insert", "update", "delete", "view", "views", "macro"],
      "tables, views and macros of your own",
      body: [
        "CREATE TABLE t AS SELECT … keeps a result; it lives in memory until .save writes it.",
        "CREATE TABLE t (id BIGINT PRIMARY KEY, kg DECIMAL(10,2) CHECK (kg >= 0)) checks its rows.",
        "INSERT INTO t VALUES (…), INSERT INTO t BY NAME SELECT …, UPDATE, DELETE, ALTER TABLE.",
        "A statement that fails changes nothing; BEGIN … ROLLBACK takes back several.",
        "CREATE VIEW v AS SELECT … keeps the question, and answers it anew each time.",
        "CREATE MACRO tons(kg) AS kg / 1000 keeps a formula.",
        "Tables are copies: an UPDATE does not touch the file that was loaded.",
        ".tables lists them, .schema t shows the columns, SUMMARIZE t their extremes and gaps.",
        ".tables ref lists the tables that come with the program.",
      ],
      examples: ["SUMMARIZE SELECT alpha2, eu FROM ref.countries", "DESCRIBE ref.operations"]),
    HelpTopic(
      "parameters", aliases: ["param", "params", "parameter", "prepare", "variables", "variable"],
      "values that a statement leaves open: $name",
      body: [
        "rummage --param year=2024 -f seizures.sql gives $year its value in all statements.",
        "2024 is a number, DE a text, 'DE' too, DATE '2024-05-01' a date; 0302 stays text.",
        "A saved query declares its own in comments before its first statement, with a default:",
        "  -- param year INTEGER = 2024",
        "  --param year=2023 overrides it; a value of another type is an error.",
        "A parameter without a value is an error, never NULL.",
        "PREPARE by_year AS SELECT … WHERE year = $year; EXECUTE by_year(year := 2024);",
        "$1, $2 or ? stand for values in the order of EXECUTE p(2024, 'DE').",
        "SET VARIABLE year = 2024 sets one from within; getvariable('year') reads it.",
        "A parameter is a value: it cannot stand for a table or a column.",
      ],
      examples: ["SELECT getvariable('year') IS NULL AS not_set"]),
    HelpTopic(
      "plans", aliases: ["plan", "explain", "slow", "performance"],
      "how a query is computed, and where time goes",
      body: [
        "EXPLAIN SELECT … shows the plan; the deepest lines are done first.",
        "EXPLAIN ANALYZE SELECT … runs it, and tells rows, time and share of each operator.",
        ".timer on tells the time of each statement.",
        "FROM 'file.csv' reads the file for each statement: .load it once to ask often.",
        "Only the columns that a statement names are read from a file.",
        "A join that repeats rows shows in ANALYZE: more rows come out than go in.",
        ".threads N sets how many threads work; the answer is the same bits on any number.",
      ],
      examples: ["EXPLAIN SELECT COUNT(*) FROM ref.hs WHERE level = 'chapter'"]),
    HelpTopic(
      "settings", aliases: ["setting", "set", "options", "configuration"],
      "what can be set",
      body: [
        "SET threads = 2, RESET threads; current_setting('threads') reads it.",
        "SET default_null_order = 'nulls_first' puts NULLs first in ORDER BY; they come last.",
        "SET default_order = 'desc' makes ORDER BY descending where it does not say.",
        "SET integer_division = true makes 7 / 2 a 3, as in PostgreSQL; it is 3.5.",
        "Settings of DuckDB that change no answer are taken and do nothing; others are refused.",
        ".mode, .notes, .timer and .threads set how the console works: .help lists them.",
        "~/.config/rummage/init.sql is run first; --init FILE.sql runs another, --no-init none.",
      ],
      examples: ["SELECT current_setting('default_null_order')"]),
  ]
}
