extension HelpTopic {
  /// Dates, texts and numbers, and values that are missing.
  static let values: [HelpTopic] = [
    HelpTopic(
      "dates", aliases: ["date", "time", "times", "timestamp", "months", "interval"],
      "days and moments, and reading them",
      body: [
        "DATE '2024-05-17' writes a day; a text beside a date is read so: seized_on >= '2024-01-01'.",
        "03/04/2024 may be two days: a column of such stays text unless one of its values decides,",
        "  as 25/04/2024 does. dateformat = '%d/%m/%Y' at load says which.",
        "strptime(text, '%d/%m/%Y') reads a text, try_strptime gives NULL where it cannot.",
        "date - date is days, date + 30 a date; date + INTERVAL 1 MONTH stops at the month's end.",
        "year(d), date_trunc('month', d) for a series, fiscal_year(d, 10) for years from October.",
        "BETWEEN … AND DATE '2024-05-17' ends at midnight, and leaves timestamps of that day out:",
        "  write < DATE '2024-05-18', or CAST(seized_at AS DATE).",
        "week(d) is the ISO week and goes with isoyear(d): 30 December may be in week 1.",
        "date_diff('month', a, b) counts the months that begin, date_sub whole ones.",
        "Timestamps have no time zone and count as UTC.",
        "Months without seizures: generate_series(…) LEFT JOIN the counts.",
      ],
      examples: [
        """
        SELECT DATE '2024-05-17' - DATE '2024-05-01' AS days,
          DATE '2024-01-31' + INTERVAL 1 MONTH AS later,
          date_trunc('month', DATE '2024-05-17') AS month,
          strptime('17/05/2024', '%d/%m/%Y') AS read
        """,
        """
        SELECT month, COUNT(day) AS seizures
        FROM generate_series(DATE '2024-01-01', DATE '2024-03-01', INTERVAL 1 MONTH) AS m(month)
        LEFT JOIN (VALUES (DATE '2024-01-17'), (DATE '2024-03-05')) AS s(day)
        ON date_trunc('month', day) = month GROUP BY month ORDER BY month
        """,
      ]),
    HelpTopic(
      "text", aliases: ["texts", "string", "strings", "varchar", "quotes", "names"],
      "texts, and making them comparable",
      body: [
        "Text stands in single quotes, 'it''s'; double quotes are for names: \"seized on\".",
        "Capital letters count: 'Kg' is not 'kg', and all capitals sort before small letters.",
        "Spaces count too: trim(t) takes them off the ends.",
        "normalize_text(t) drops capitals, accents and double spaces, to group by.",
        "a || b is NULL where one is; concat(a, b) and concat_ws(' ', a, b) leave NULLs out.",
        "The first character is number 1: substr(t, 1, 4), t[1:4], left(t, 4), split_part(t, '-', 2).",
        "Digits stored as text sort as text, '40' before '5': CAST(t AS BIGINT).",
        "An empty text is a value and not NULL; length('') is 0.",
        "levenshtein(a, b) and jaro_winkler_similarity(a, b) find names that are nearly the same.",
        ".help patterns tells of LIKE and regular expressions.",
      ],
      examples: [
        """
        SELECT normalize_text('  CÔTE   d''Ivoire ') AS normal, upper('kg') AS capitals,
          split_part('BR > PT > ES', ' > ', 2) AS transit, 'Kg' = 'kg' AS same
        """
      ]),
    HelpTopic(
      "patterns", aliases: ["pattern", "like", "ilike", "regex", "regexp", "search", "glob"],
      "texts that look like something",
      body: [
        "LIKE matches all of the text: % is any text, _ one character; ILIKE ignores capitals.",
        "To find a part: LIKE '%floor%', or contains(t, 'floor').",
        "A percent sign itself: LIKE '5!%' ESCAPE '!'.",
        "t ~ 'regex' and regexp_matches(t, 'regex', 'i') look for a part, regexp_full_match for all.",
        "regexp_extract(t, '([A-Z]{2})-([0-9]+)', 2) takes what the second group matched;",
        "  where nothing matches it gives an empty text and not NULL.",
        "regexp_replace changes the first match, with the option 'g' all; \\1 is a group.",
        "SIMILAR TO is a regular expression for all of the text, and takes no %.",
        "GLOB 'Kush-[0-9]*' matches as file names do.",
        "Patterns take time in proportion to the text, whatever they are; (?=…), and \\1 within",
        "  a pattern, are refused.",
      ],
      examples: [
        """
        SELECT t, t ILIKE '%floor%' AS floor, regexp_extract(t, '[A-Z]{2}-[0-9]+') AS reference
        FROM (VALUES ('Ref DE-17: false Floor'), ('in a spare tyre')) AS s(t)
        """,
        "SELECT code, label FROM ref.hs WHERE level = 'heading' AND label ILIKE '%cigar%' LIMIT 3",
      ]),
    HelpTopic(
      "nulls", aliases: ["null", "missing", "unknown", "empty"],
      "values that are missing",
      body: [
        "NULL is no value: x = NULL and x <> NULL are never true; write x IS NULL.",
        "WHERE transit <> 'NL' leaves rows without a transit out too:",
        "  transit IS DISTINCT FROM 'NL' keeps them.",
        "coalesce(x, 'Unknown') puts a value in its place, nullif(x, 'Unknown') takes one away.",
        "SUM, AVG and COUNT(x) leave NULLs out, COUNT(*) counts them; AVG is over what is there.",
        "SUM of nothing is NULL, not 0.",
        "NULLs are one group in GROUP BY, match nothing in a join, and sort last.",
        "At load an empty field is NULL, and n/a or NA in a column of numbers, with a note;",
        "  'Unknown' is a text unless nullstr = 'Unknown' says otherwise. NA among countries stays.",
        "SUMMARIZE t tells the part of NULLs in each column.",
        "Division by zero gives NULL and a note.",
      ],
      examples: [
        """
        SELECT COUNT(*) AS n, COUNT(transit) AS with_transit,
          COUNT(*) FILTER (WHERE transit <> 'NL') AS unequal,
          COUNT(*) FILTER (WHERE transit IS DISTINCT FROM 'NL') AS distinct_from
        FROM (VALUES ('NL'), ('PT'), (NULL)) AS t(transit)
        """
      ]),
    HelpTopic(
      "exactness",
      aliases: [
        "exact", "numbers", "number", "decimal", "decimals", "double", "rounding", "precision",
      ],
      "which numbers are exact, and what is not guessed",
      body: [
        "Whole numbers (BIGINT) and decimals (DECIMAL) are added exactly, up to 38 digits.",
        "0.1 is a decimal; 0.1e0 is a DOUBLE, of about 16 digits: sums of those are approximate,",
        "  but the same bits on any number of threads.",
        "AVG and / give a DOUBLE; a median of decimals is a decimal.",
        "A number that does not fit is an error and never wraps.",
        "7 / 2 is 3.5; 7 // 2 is 3. Division by zero gives NULL and a note.",
        "round(x, 2) rounds halves away from 0; CAST(2.5 AS BIGINT) rounds too, to 3.",
        "CAST refuses a text that is no number; TRY_CAST gives NULL for it.",
        "Money in a DECIMAL(18,2) adds up to the cent; CAST(x AS DOUBLE) gives that up.",
        "Notes under a result count what was left out or could not be had.",
      ],
      examples: [
        """
        SELECT SUM(x) AS exact, SUM(CAST(x AS DOUBLE)) AS approximate
        FROM (VALUES (0.1), (0.2), (0.3)) AS t(x)
        """
      ]),
  ]
}
