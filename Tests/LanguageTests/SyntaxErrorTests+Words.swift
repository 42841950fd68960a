extension SyntaxErrorTests {
  static let words = #"""
    # Spelling
    SELECT a «FORM» t
      found `FORM`; did you mean FROM?
      fix: SELECT a FROM t
    SELECT a, b «FORM» t WHERE c = 1
      found `FORM`; did you mean FROM?
      fix: SELECT a, b FROM t WHERE c = 1
    SELECT * «FORM» t
      found `FORM`; did you mean FROM?
      fix: SELECT * FROM t
    SELECT count(*) «FORM» t
      found `FORM`; did you mean FROM?
      fix: SELECT count(*) FROM t
    «selct» a from t
      found `selct`; did you mean SELECT?
      fix: select a from t
    «SLECT» 1
      found `SLECT`; did you mean SELECT?
      fix: SELECT 1
    SELECT a FROM t «wehre» x = 1
      found `wehre`; did you mean WHERE?
      fix: SELECT a FROM t where x = 1
    select a from t «wehre» x = 1
      found `wehre`; did you mean WHERE?
      fix: select a from t where x = 1
    SELECT a FROM t «WHRE» x = 1
      found `WHRE`; did you mean WHERE?
      fix: SELECT a FROM t WHERE x = 1
    SELECT a FROM t WHERE b = 1 «GRUOP» BY a
      found `GRUOP`; did you mean GROUP?
      fix: SELECT a FROM t WHERE b = 1 GROUP BY a
    SELECT a FROM t «GROPU» BY a
      found `GROPU`; did you mean GROUP?
      fix: SELECT a FROM t GROUP BY a
    SELECT a FROM t «GROUPBY» a
      found `GROUPBY`; did you mean GROUP BY?
      fix: SELECT a FROM t GROUP BY a
    SELECT a FROM t WHERE b = 1 «ORDERBY» a
      found `ORDERBY`; did you mean ORDER BY?
      fix: SELECT a FROM t WHERE b = 1 ORDER BY a
    SELECT a FROM t GROUP «a»
      found `a`, expected BY
      fix: SELECT a FROM t GROUP BY a
    SELECT a FROM t ORDER «a» DESC
      found `a`, expected BY
      fix: SELECT a FROM t ORDER BY a DESC
    SELECT a FROM t ORDER BY a «DECS»
      found `DECS`; did you mean DESC?
      fix: SELECT a FROM t ORDER BY a DESC
    SELECT a FROM t ORDER BY a DESC NULLS «FRIST»
      found `FRIST`; did you mean FIRST?
      fix: SELECT a FROM t ORDER BY a DESC NULLS FIRST
    SELECT a FROM t «LIMTI» 10
      found `LIMTI`; did you mean LIMIT?
      fix: SELECT a FROM t LIMIT 10
    SELECT a FROM t WHERE x = 1 «ADN» y = 2
      found `ADN`; did you mean AND?
      fix: SELECT a FROM t WHERE x = 1 AND y = 2
    SELECT a FROM t WHERE x = 1 «y» = 2
      found `y`, expected AND, OR or the end of the statement
    SELECT a FROM t «LFET» JOIN u ON true
      found `LFET`; did you mean LEFT?
      fix: SELECT a FROM t LEFT JOIN u ON true
    SELECT a FROM t LEFT «JION» u ON true
      found `JION`; did you mean JOIN?
      fix: SELECT a FROM t LEFT JOIN u ON true
    SELECT a FROM t INNER «u» ON true
      found `u`, expected JOIN
    # Joins
    SELECT a FROM t «JOIN u»
      this join does not say which rows belong together
      help: ON left.key = right.key, or USING (key) when both columns have one name
      help: CROSS JOIN pairs every row with every other
    SELECT a FROM t «JOIN u» WHERE a = 1
      this join does not say which rows belong together
      help: ON left.key = right.key, or USING (key) when both columns have one name
      help: CROSS JOIN pairs every row with every other
    SELECT a FROM t «JOIN u NO» t.k = u.k
      this join does not say which rows belong together
      help: ON left.key = right.key, or USING (key) when both columns have one name
      help: CROSS JOIN pairs every row with every other
    SELECT a FROM t CROSS JOIN u «ON» t.a = u.a
      a CROSS JOIN has no condition: found `ON`
      label CROSS JOIN: leave this word out
    SELECT a FROM t NATURAL JOIN u «USING» (k)
      a NATURAL JOIN has no condition: found `USING`
      label NATURAL JOIN: leave this word out
    SELECT a FROM t JOIN u USING «k»
      found `k`, expected `(`
    # Commas
    SELECT a b «c» FROM t
      a comma is missing before `c`
      help: the word before it is read as an alias
    SELECT a AS b «c» FROM t
      a comma is missing before `c`
      fix: SELECT a AS b, c FROM t
    SELECT count(*) «sum»(x) FROM t
      a comma is missing before `sum`
      fix: SELECT count(*), sum(x) FROM t
    SELECT a «t».b FROM t
      a comma is missing before `t`
      fix: SELECT a, t.b FROM t
    SELECT a, 'x' «'y'» FROM t
      a comma is missing before `'y'`
      fix: SELECT a, 'x', 'y' FROM t
    SELECT a «5» FROM t
      a comma is missing before `5`
      fix: SELECT a, 5 FROM t
    SELECT a FROM t u «v»
      a comma is missing before `v`
      help: the word before it is read as an alias
    SELECT a FROM t ORDER BY a «b»
      a comma is missing before `b`
      fix: SELECT a FROM t ORDER BY a, b
    SELECT a FROM t GROUP BY a «b»
      a comma is missing before `b`
      fix: SELECT a FROM t GROUP BY a, b
    SELECT round(a «2») FROM t
      a comma is missing before `2`
      fix: SELECT round(a, 2) FROM t
    SELECT a FROM t WHERE b IN (1 «2»)
      a comma is missing before `2`
      fix: SELECT a FROM t WHERE b IN (1, 2)
    # Names
    SELECT «order» FROM t
      `order` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT "order" FROM t
    SELECT a, «order», b FROM t
      `order` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT a, "order", b FROM t
    SELECT a, «desc» FROM t
      `desc` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT a, "desc" FROM t
    SELECT a FROM «order»
      `order` is a word of the language, not a table
      help: a name like it stands in double quotes
      fix: SELECT a FROM "order"
    SELECT a FROM t WHERE «end» = 1
      `end` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT a FROM t WHERE "end" = 1
    SELECT «group».a FROM t AS x
      `group` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT "group".a FROM t AS x
    SELECT a FROM t ORDER BY «group»
      `group` is a word of the language, not a column
      help: a name like it stands in double quotes
      fix: SELECT a FROM t ORDER BY "group"
    SELECT a AS «'x'» FROM t
      `'x'` is a text, expected an alias
      help: single quotes are for texts; a name stands in double quotes or bare
      fix: SELECT a AS "x" FROM t
    SELECT a «'x'» FROM t
      a comma is missing before `'x'`
      help: an alias stands in double quotes, not in single ones
    SELECT a AS «FROM» t
      found `FROM`, expected an alias
    SELECT a FROM t AS «'u'»
      `'u'` is a text, expected an alias
      help: single quotes are for texts; a name stands in double quotes or bare
      fix: SELECT a FROM t AS "u"
    """#
}
