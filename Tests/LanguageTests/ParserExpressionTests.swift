import Language
import Testing

/// Expressions: the source, its tree, and its canonical form, which must have the same tree.
@Suite struct ParserExpressionTests {
  @Test(arguments: Script.cases(script))
  func parses(_ test: Script.Case) throws {
    let expression = try Parser.expression(Source(test.input))
    #expect("\(expression.tree)\n\(expression.sql)" == test.output)
    #expect(expression.range.count == test.input.utf8.count)
    let again = try Parser.expression(Source(expression.sql))
    #expect(again.sql == expression.sql)
  }

  static let script = #"""
    1
      1
      1
    -1
      (- 1)
      -1
    a
      a
      a
    t.a
      t.a
      t.a
    s.t.a
      s.t.a
      s.t.a
    "a b"."C"
      "a b"."C"
      "a b".C
    'it''s'
      'it''s'
      'it''s'
    E'a\tb\x41\101\u00E9\'c''d\q'
      'a	bAAé''c''dq'
      'a	bAAé''c''dq'
    1_000.50
      1000.50
      1000.50
    0xFF
      0xFF
      0xFF
    1e6
      1e6
      1e6
    NULL
      NULL
      NULL
    true
      true
      true
    $year
      $year
      $year
    $2
      $2
      $2
    ? + ?
      (+ $1 $2)
      ($1 + $2)
    1 + 2 * 3
      (+ 1 (* 2 3))
      (1 + (2 * 3))
    (1 + 2) * 3
      (* (+ 1 2) 3)
      ((1 + 2) * 3)
    1 - 2 - 3
      (- (- 1 2) 3)
      ((1 - 2) - 3)
    2 ^ 3 ^ 2
      (^ (^ 2 3) 2)
      ((2 ^ 3) ^ 2)
    -2 ** 2
      (^ (- 2) 2)
      (-2 ^ 2)
    - -1
      (- (- 1))
      (-(-1))
    a // b % c
      (% (// a b) c)
      ((a // b) % c)
    a || b || c
      (|| (|| a b) c)
      ((a || b) || c)
    a + b || c * d
      (|| (+ a b) (* c d))
      ((a + b) || (c * d))
    a < b + 1
      (< a (+ b 1))
      (a < (b + 1))
    a == b
      (= a b)
      (a = b)
    a != b
      (<> a b)
      (a <> b)
    NOT a = 1
      (not (= a 1))
      (NOT (a = 1))
    NOT NOT a
      (not (not a))
      (NOT (NOT a))
    a OR b AND NOT c OR d
      (or a (and b (not c)) d)
      (a OR (b AND (NOT c)) OR d)
    a AND b AND c
      (and a b c)
      (a AND b AND c)
    (a OR b) OR c
      (or (or a b) c)
      ((a OR b) OR c)
    a = 1 IS NULL
      (is-null (= a 1))
      ((a = 1) IS NULL)
    a ISNULL
      (is-null a)
      (a IS NULL)
    a NOTNULL
      (is-not-null a)
      (a IS NOT NULL)
    a IS NOT TRUE
      (is-not-true a)
      (a IS NOT TRUE)
    a IS UNKNOWN
      (is-unknown a)
      (a IS UNKNOWN)
    a IS NOT DISTINCT FROM b + 1
      (is-not-distinct-from a (+ b 1))
      (a IS NOT DISTINCT FROM (b + 1))
    a IS DISTINCT FROM b AND c
      (and (is-distinct-from a b) c)
      ((a IS DISTINCT FROM b) AND c)
    a BETWEEN 1 AND 2 AND b
      (and (between a 1 2) b)
      ((a BETWEEN 1 AND 2) AND b)
    a NOT BETWEEN SYMMETRIC 1 + 1 AND 3 OR b
      (or (not-between-symmetric a (+ 1 1) 3) b)
      ((a NOT BETWEEN SYMMETRIC (1 + 1) AND 3) OR b)
    NOT a BETWEEN 1 AND 2
      (not (between a 1 2))
      (NOT (a BETWEEN 1 AND 2))
    a IN (1, 2 + 3)
      (in a (1 (+ 2 3)))
      (a IN (1, (2 + 3)))
    a NOT IN ('x')
      (not-in a ('x'))
      (a NOT IN ('x'))
    a IN (SELECT b FROM t)
      (in a (select (b) (from t)))
      (a IN (SELECT b FROM t))
    (a, b) IN (FROM t)
      (in (tuple a b) (select (*) (from t)))
      ((a, b) IN (SELECT * FROM t))
    a LIKE 'x%' ESCAPE '!'
      (like a 'x%' (escape '!'))
      (a LIKE 'x%' ESCAPE '!')
    a NOT LIKE 'x' || '%'
      (not-like a (|| 'x' '%'))
      (a NOT LIKE ('x' || '%'))
    a UNDER '30' AND b NOT UNDER c || d
      (and (under a '30') (not-under b (|| c d)))
      ((a UNDER '30') AND (b NOT UNDER (c || d)))
    under UNDER under
      (under under under)
      (under UNDER under)
    NOT during DURING 'PANGEA XVI' OR under
      (or (not (during during 'PANGEA XVI')) under)
      ((NOT (during DURING 'PANGEA XVI')) OR under)
    under(a, 'EU') = under
      (= (call under a 'EU') under)
      (under(a, 'EU') = under)
    a ILIKE b AND c
      (and (ilike a b) c)
      ((a ILIKE b) AND c)
    a NOT SIMILAR TO 'x+'
      (not-similar-to a 'x+')
      (a NOT SIMILAR TO 'x+')
    a GLOB '*.csv'
      (glob a '*.csv')
      (a GLOB '*.csv')
    a ~ '^x' AND a !~ 'y' AND a ~* 'z' AND a !~* 'w'
      (and (~ a '^x') (not-~ a 'y') (~* a 'z') (not-~* a 'w'))
      ((a ~ '^x') AND (a !~ 'y') AND (a ~* 'z') AND (a !~* 'w'))
    EXISTS (SELECT 1)
      (exists (select (1)))
      EXISTS (SELECT 1)
    NOT EXISTS (SELECT 1)
      (not (exists (select (1))))
      (NOT EXISTS (SELECT 1))
    (SELECT max(a) FROM t)
      (subquery (select ((call max a)) (from t)))
      (SELECT max(a) FROM t)
    ((SELECT 1))
      (subquery (select (1)))
      ((SELECT 1))
    ((SELECT 1) + 1)
      (+ (subquery (select (1))) 1)
      ((SELECT 1) + 1)
    ((SELECT 1), 2)
      (tuple (subquery (select (1))) 2)
      ((SELECT 1), 2)
    ((SELECT 1) UNION (SELECT 2))
      (subquery (union (select (1)) (select (2))))
      ((SELECT 1) UNION (SELECT 2))
    a > ALL (SELECT b FROM t)
      (>all a (subquery (select (b) (from t))))
      (a > ALL (SELECT b FROM t))
    a = ANY (SELECT b FROM t)
      (=any a (subquery (select (b) (from t))))
      (a = ANY (SELECT b FROM t))
    a = SOME ([1, 2])
      (=any a (list 1 2))
      (a = ANY ([1, 2]))
    CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END
      (case (when a 1) (when b 2) (else 3))
      CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END
    CASE a WHEN 1 THEN 'x' END
      (case a (when 1 'x'))
      CASE a WHEN 1 THEN 'x' END
    CAST(a AS DECIMAL(18, 3))
      (cast a DECIMAL(18, 3))
      CAST(a AS DECIMAL(18, 3))
    TRY_CAST(a AS integer)
      (try-cast a INTEGER)
      TRY_CAST(a AS INTEGER)
    a::double precision
      (cast a DOUBLE PRECISION)
      CAST(a AS DOUBLE PRECISION)
    -a::INT
      (- (cast a INT))
      (-CAST(a AS INT))
    a::timestamp with time zone
      (cast a TIMESTAMP WITH TIME ZONE)
      CAST(a AS TIMESTAMP WITH TIME ZONE)
    a::VARCHAR[][]
      (cast a VARCHAR[][])
      CAST(a AS VARCHAR[][])
    a::STRUCT(x INTEGER, y MAP(VARCHAR, DATE))
      (cast a STRUCT(x INTEGER, y MAP(VARCHAR, DATE)))
      CAST(a AS STRUCT(x INTEGER, y MAP(VARCHAR, DATE)))
    a::ENUM('x', 'y')
      (cast a ENUM('x', 'y'))
      CAST(a AS ENUM('x', 'y'))
    a::TIMESTAMP(3) WITHOUT TIME ZONE
      (cast a TIMESTAMP(3) WITHOUT TIME ZONE)
      CAST(a AS TIMESTAMP(3) WITHOUT TIME ZONE)
    DATE '2024-05-01'
      (typed DATE '2024-05-01')
      DATE '2024-05-01'
    TIMESTAMP WITH TIME ZONE '2024-05-01 00:00:00+00'
      (typed TIMESTAMP WITH TIME ZONE '2024-05-01 00:00:00+00')
      TIMESTAMP WITH TIME ZONE '2024-05-01 00:00:00+00'
    MEASURE '5 kg'
      (typed MEASURE '5 kg')
      MEASURE '5 kg'
    INTERVAL '3 days'
      (interval '3 days')
      INTERVAL '3 days'
    INTERVAL '3' DAYS
      (interval '3' day)
      INTERVAL '3' DAY
    INTERVAL 3 MONTH
      (interval 3 month)
      INTERVAL 3 MONTH
    INTERVAL (a + 1) YEARS
      (interval (+ a 1) year)
      INTERVAL (a + 1) YEAR
    d + INTERVAL 1 DAY * 2
      (+ d (* (interval 1 day) 2))
      (d + (INTERVAL 1 DAY * 2))
    interval + 1
      (+ interval 1)
      (interval + 1)
    count(*)
      (call count *)
      count(*)
    count()
      (call count)
      count()
    COUNT(DISTINCT a)
      (call COUNT distinct a)
      count(DISTINCT a)
    count(ALL a)
      (call count a)
      count(a)
    sum(a) FILTER (WHERE b > 1)
      (call sum a (filter (> b 1)))
      sum(a) FILTER (WHERE (b > 1))
    string_agg(a, ', ' ORDER BY b DESC NULLS LAST, c)
      (call string_agg a ', ' (order-by (desc b nulls-last) c))
      string_agg(a, ', ' ORDER BY b DESC NULLS LAST, c)
    percentile_cont(0.5) WITHIN GROUP (ORDER BY a)
      (call percentile_cont 0.5 (within-group a))
      percentile_cont(0.5) WITHIN GROUP (ORDER BY a)
    row_number() OVER ()
      (call row_number (over ()))
      row_number() OVER ()
    sum(a) OVER w
      (call sum a (over w))
      sum(a) OVER w
    sum(a) OVER (w ORDER BY b)
      (call sum a (over (w (order-by b))))
      sum(a) OVER (w ORDER BY b)
    sum(a) OVER (PARTITION BY b, c ORDER BY d ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXCLUDE TIES)
      (call sum a (over ((partition-by b c) (order-by d) (rows unbounded-preceding (following 1) (exclude ties)))))
      sum(a) OVER (PARTITION BY b, c ORDER BY d ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXCLUDE TIES)
    sum(a) OVER (ORDER BY d RANGE INTERVAL 3 DAY PRECEDING)
      (call sum a (over ((order-by d) (range (preceding (interval 3 day)) current-row))))
      sum(a) OVER (ORDER BY d RANGE BETWEEN INTERVAL 3 DAY PRECEDING AND CURRENT ROW)
    lag(a IGNORE NULLS) OVER (ORDER BY b)
      (call lag a ignore-nulls (over ((order-by b))))
      lag(a IGNORE NULLS) OVER (ORDER BY b)
    last_value(a) RESPECT NULLS OVER (ORDER BY b GROUPS CURRENT ROW EXCLUDE CURRENT ROW)
      (call last_value a respect-nulls (over ((order-by b) (groups current-row current-row (exclude current row)))))
      last_value(a RESPECT NULLS) OVER (ORDER BY b GROUPS BETWEEN CURRENT ROW AND CURRENT ROW EXCLUDE CURRENT ROW)
    make_date(year := 2024, month => 5)
      (call make_date (:= year 2024) (:= month 5))
      make_date(year := 2024, month := 5)
    left(a, 2) || right(a, 2) || replace(a, 'x', 'y') || if(a, b, c)
      (|| (|| (|| (call left a 2) (call right a 2)) (call replace a 'x' 'y')) (call if a b c))
      (((left(a, 2) || right(a, 2)) || replace(a, 'x', 'y')) || if(a, b, c))
    a.upper().trim()
      (call trim (call upper a))
      trim(upper(a))
    'x'.upper()
      (call upper 'x')
      upper('x')
    EXTRACT(YEAR FROM seized_on)
      (call extract 'year' seized_on)
      extract('year', seized_on)
    extract('month' FROM d)
      (call extract 'month' d)
      extract('month', d)
    SUBSTRING(a FROM 2 FOR 3)
      (call substring a 2 3)
      substring(a, 2, 3)
    substring(a FOR 3)
      (call substring a 1 3)
      substring(a, 1, 3)
    substring(a, 2, 3)
      (call substring a 2 3)
      substring(a, 2, 3)
    POSITION('x' IN a)
      (call position a 'x')
      position(a, 'x')
    TRIM(LEADING 'x' FROM a)
      (call ltrim a 'x')
      ltrim(a, 'x')
    trim(BOTH FROM a)
      (call trim a)
      trim(a)
    trim(a, 'x')
      (call trim a 'x')
      trim(a, 'x')
    a AT TIME ZONE 'UTC'
      (call timezone 'UTC' a)
      timezone('UTC', a)
    a COLLATE nocase < b
      (< (collate a nocase) b)
      ((a COLLATE nocase) < b)
    [a, b + 1,]
      (list a (+ b 1))
      [a, (b + 1)]
    []
      (list)
      []
    ARRAY[1, 2]
      (list 1 2)
      [1, 2]
    (a, b)
      (tuple a b)
      (a, b)
    ROW(a)
      (tuple a)
      ROW(a)
    {'x': 1, y: [2], "z z": {}}
      (struct ("x" 1) (y (list 2)) ("z z" (struct)))
      {x: 1, y: [2], "z z": {}}
    a[1]
      (element a 1)
      a[1]
    a[1][2]
      (element (element a 1) 2)
      a[1][2]
    a[1:2]
      (slice a 1 2)
      a[1:2]
    a[:2]
      (slice a - 2)
      a[:2]
    a[1:]
      (slice a 1 -)
      a[1:]
    a[:]
      (slice a - -)
      a[:]
    (a).b.c
      (field (field a b) c)
      (a).b.c
    f(x).y
      (field (call f x) y)
      (f(x)).y
    x -> x + 1
      (lambda (x) (+ x 1))
      lambda x: (x + 1)
    (x, y) -> x + y
      (lambda (x y) (+ x y))
      lambda x, y: (x + y)
    list_transform(l, lambda x: x * 2)
      (call list_transform l (lambda (x) (* x 2)))
      list_transform(l, lambda x: (x * 2))
    COLUMNS('^qty')
      (columns '^qty')
      COLUMNS('^qty')
    COLUMNS(* EXCLUDE (a))
      (columns (* (exclude a)))
      COLUMNS(* EXCLUDE (a))
    sum(COLUMNS(*))
      (call sum (columns *))
      sum(COLUMNS(*))
    filter
      filter
      filter
    first + last + rows + date + key + year
      (+ (+ (+ (+ (+ first last) rows) date) key) year)
      (((((first + last) + rows) + date) + key) + year)
    """#
}
