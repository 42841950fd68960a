extension SyntaxErrorTests {
  static let signs = #"""
    # Quotes
    SELECT «'abc FROM t»
      this text is never closed: a single quote opens it and none ends it
    SELECT a FROM t WHERE c = «'ES»
      this text is never closed: a single quote opens it and none ends it
      fix: SELECT a FROM t WHERE c = 'ES'
    SELECT a FROM t WHERE c = «'ES;»
      this text is never closed: a single quote opens it and none ends it
      fix: SELECT a FROM t WHERE c = 'ES';
    SELECT a FROM t WHERE c IN ('ES', «'PT)»
      this text is never closed: a single quote opens it and none ends it
      fix: SELECT a FROM t WHERE c IN ('ES', 'PT')
    SELECT a FROM t WHERE c = 'Côte d«'»Ivoire'
      this apostrophe ends the text
      help: inside a text an apostrophe is written twice
      fix: SELECT a FROM t WHERE c = 'Côte d''Ivoire'
    SELECT 'Côte d«'»Ivoire', 'x' FROM t
      this apostrophe ends the text
      help: inside a text an apostrophe is written twice
      fix: SELECT 'Côte d''Ivoire', 'x' FROM t
    SELECT a FROM t WHERE c = 'd'or' AND b = «'»c'est'
      this apostrophe ends the text
      help: inside a text an apostrophe is written twice
    SELECT «"abc FROM t»
      this name is never closed: a double quote opens it and none ends it
    SELECT a «/*» why FROM t
      this comment is never closed: expected `*/`
    SELECT «""» FROM t
      a name in double quotes must have at least one character
      help: an empty text is written ''
    # Tokens
    SELECT «1abc» FROM t
      `1abc` is neither a number nor a name
      help: a name that begins with a digit stands in double quotes
      fix: SELECT "1abc" FROM t
    SELECT «2024_sum» FROM t
      `2024_sum` is neither a number nor a name
      help: a name that begins with a digit stands in double quotes
      fix: SELECT "2024_sum" FROM t
    SELECT «1e» FROM t
      `1e` is neither a number nor a name
    SELECT «“a”» FROM t
      typographic quotation marks do not quote
      help: a text stands in 'single quotes', a name in "double quotes"
      fix: SELECT 'a' FROM t
    SELECT a FROM t WHERE b «≤» 5
      `≤` has no meaning here
      help: less or equal is written <=
      fix: SELECT a FROM t WHERE b <= 5
    SELECT a FROM t WHERE b «!»> 5
      `!` has no meaning here
      help: not is written NOT, unequal is written <> or !=
    SELECT «`a`» FROM t
      backquotes do not quote
      help: a name stands in "double quotes", a text in 'single quotes'
      fix: SELECT "a" FROM t
    # Habits
    SELECT a FROM t WHERE b «=<» 5
      `=<` is no operator; did you mean <=?
      fix: SELECT a FROM t WHERE b <= 5
    SELECT a FROM t WHERE b «=>» 5
      `=>` is no operator; did you mean >=?
      fix: SELECT a FROM t WHERE b >= 5
    SELECT a FROM t WHERE b «= =» 5
      `= =` is no operator; did you mean =?
      fix: SELECT a FROM t WHERE b = 5
    SELECT a FROM t WHERE b «> =» 5
      `> =` is no operator; did you mean >=?
      fix: SELECT a FROM t WHERE b >= 5
    SELECT a FROM t WHERE b «&&» c
      `&&` is no operator; did you mean AND?
      fix: SELECT a FROM t WHERE b AND c
    SELECT a FROM t WHERE 1 < b «<» 5
      comparisons do not chain: found `<` after a comparison
      help: each comparison stands alone; AND joins them
      fix: SELECT a FROM t WHERE 1 < b AND b < 5
    SELECT a FROM t WHERE b «NOT NULL»
      found `NOT NULL`, expected IS NOT NULL
      fix: SELECT a FROM t WHERE b IS NOT NULL
    SELECT a FROM t WHERE b IN «'ES'», 'PT'
      found `'ES'`, expected a list in parentheses after IN
      help: IN ('ES', 'PT'), or IN (SELECT …)
    SELECT a FROM t WHERE b = «()»
      these parentheses are empty, expected a value
    SELECT a FROM t WHERE b = «SELECT» max(b) FROM t
      a query inside an expression stands in parentheses
      help: (SELECT …)
    # Parentheses
    SELECT (a + b «FROM» t
      found `FROM`, expected `)`
      label (: inside this `(`
      fix: SELECT (a + b) FROM t
    SELECT sum(a «FROM» t
      found `FROM`, expected a comma or `)`
      label (: inside this `(`
      fix: SELECT sum(a) FROM t
    SELECT «(»a + b
      this `(` is never closed
      help: expected `)` before the end of the statement
    SELECT sum«(»a
      this `(` is never closed
      help: expected `)` before the end of the statement
    SELECT a FROM «(»SELECT b FROM t
      this `(` is never closed
      help: expected `)` before the end of the statement
    SELECT [a, b «FROM» t
      found `FROM`, expected a comma or `]`
      label [: inside this `[`
    SELECT a + b«)» FROM t
      this `)` closes nothing
      fix: SELECT a + b FROM t
    SELECT a FROM t«)»
      this `)` closes nothing
      fix: SELECT a FROM t
    SELECT a FROM t WHERE (a = 1«]»
      found `]`, expected `)`
      label (: inside this `(`
    # CASE
    SELECT «CASE» WHEN a THEN 1 FROM t
      this CASE has no END
    SELECT «CASE» WHEN a THEN 1
      this CASE has no END
    SELECT CASE WHEN a THEN 1 «ESLE» 2 END FROM t
      found `ESLE`; did you mean ELSE?
      fix: SELECT CASE WHEN a THEN 1 ELSE 2 END FROM t
    SELECT CASE a «THEN» 1 END FROM t
      found `THEN`, expected WHEN
      label CASE: inside this `CASE`
    SELECT CASE WHEN a «1» END FROM t
      found `1`, expected THEN
      label CASE: inside this `CASE`
    SELECT («CASE» WHEN a THEN 1) FROM t
      this CASE has no END
    SELECT CASE «END» FROM t
      found `END`, expected a value after `CASE`
      label CASE: inside this `CASE`
    """#
}
