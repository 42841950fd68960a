/// Every word that means something to the parser, whatever its case.
///
/// Most may also be names; `standing` says where one may not.
package enum Keyword: String, CaseIterable, Sendable {
  case all = "ALL"
  case analyze = "ANALYZE"
  case and = "AND"
  case anti = "ANTI"
  case any = "ANY"
  case array = "ARRAY"
  case `as` = "AS"
  case asc = "ASC"
  case asof = "ASOF"
  case at = "AT"
  case bernoulli = "BERNOULLI"
  case below = "BELOW"
  case between = "BETWEEN"
  case both = "BOTH"
  case by = "BY"
  case cascade = "CASCADE"
  case `case` = "CASE"
  case cast = "CAST"
  case chart = "CHART"
  case check = "CHECK"
  case collate = "COLLATE"
  case columns = "COLUMNS"
  case constraint = "CONSTRAINT"
  case copy = "COPY"
  case create = "CREATE"
  case cross = "CROSS"
  case cube = "CUBE"
  case current = "CURRENT"
  case `default` = "DEFAULT"
  case delete = "DELETE"
  case desc = "DESC"
  case describe = "DESCRIBE"
  case distinct = "DISTINCT"
  case drop = "DROP"
  case during = "DURING"
  case `else` = "ELSE"
  case end = "END"
  case escape = "ESCAPE"
  case except = "EXCEPT"
  case exclude = "EXCLUDE"
  case exists = "EXISTS"
  case explain = "EXPLAIN"
  case extract = "EXTRACT"
  case `false` = "FALSE"
  case fetch = "FETCH"
  case filter = "FILTER"
  case first = "FIRST"
  case following = "FOLLOWING"
  case `for` = "FOR"
  case foreign = "FOREIGN"
  case from = "FROM"
  case full = "FULL"
  case glob = "GLOB"
  case global = "GLOBAL"
  case group = "GROUP"
  case grouping = "GROUPING"
  case groups = "GROUPS"
  case having = "HAVING"
  case `if` = "IF"
  case ignore = "IGNORE"
  case ilike = "ILIKE"
  case `in` = "IN"
  case inner = "INNER"
  case insert = "INSERT"
  case intersect = "INTERSECT"
  case interval = "INTERVAL"
  case into = "INTO"
  case `is` = "IS"
  case isnull = "ISNULL"
  case join = "JOIN"
  case key = "KEY"
  case last = "LAST"
  case lateral = "LATERAL"
  case leading = "LEADING"
  case left = "LEFT"
  case like = "LIKE"
  case limit = "LIMIT"
  case local = "LOCAL"
  case materialized = "MATERIALIZED"
  case name = "NAME"
  case natural = "NATURAL"
  case next = "NEXT"
  case no = "NO"
  case not = "NOT"
  case notnull = "NOTNULL"
  case null = "NULL"
  case nulls = "NULLS"
  case offset = "OFFSET"
  case on = "ON"
  case only = "ONLY"
  case or = "OR"
  case order = "ORDER"
  case others = "OTHERS"
  case outer = "OUTER"
  case over = "OVER"
  case overlaps = "OVERLAPS"
  case partition = "PARTITION"
  case per = "PER"
  case percent = "PERCENT"
  case pivot = "PIVOT"
  case position = "POSITION"
  case preceding = "PRECEDING"
  case primary = "PRIMARY"
  case qualify = "QUALIFY"
  case range = "RANGE"
  case recursive = "RECURSIVE"
  case references = "REFERENCES"
  case rename = "RENAME"
  case `repeatable` = "REPEATABLE"
  case replace = "REPLACE"
  case reset = "RESET"
  case respect = "RESPECT"
  case restrict = "RESTRICT"
  case returning = "RETURNING"
  case right = "RIGHT"
  case rollup = "ROLLUP"
  case row = "ROW"
  case rows = "ROWS"
  case sample = "SAMPLE"
  case select = "SELECT"
  case semi = "SEMI"
  case session = "SESSION"
  case set = "SET"
  case sets = "SETS"
  case show = "SHOW"
  case similar = "SIMILAR"
  case some = "SOME"
  case substring = "SUBSTRING"
  case summarize = "SUMMARIZE"
  case suppress = "SUPPRESS"
  case symmetric = "SYMMETRIC"
  case table = "TABLE"
  case tables = "TABLES"
  case tablesample = "TABLESAMPLE"
  case temp = "TEMP"
  case temporary = "TEMPORARY"
  case then = "THEN"
  case ties = "TIES"
  case time = "TIME"
  case to = "TO"
  case top = "TOP"
  case total = "TOTAL"
  case trailing = "TRAILING"
  case trim = "TRIM"
  case `true` = "TRUE"
  case truncate = "TRUNCATE"
  case tryCast = "TRY_CAST"
  case unbounded = "UNBOUNDED"
  case under = "UNDER"
  case union = "UNION"
  case unique = "UNIQUE"
  case unknown = "UNKNOWN"
  case unpivot = "UNPIVOT"
  case update = "UPDATE"
  case using = "USING"
  case values = "VALUES"
  case variable = "VARIABLE"
  case view = "VIEW"
  case when = "WHEN"
  case `where` = "WHERE"
  case window = "WINDOW"
  case with = "WITH"
  case within = "WITHIN"
  case without = "WITHOUT"
  case zone = "ZONE"

  /// Where a keyword may be a name.
  package enum Standing: Sendable {
    /// Nowhere, unless in double quotes.
    case reserved
    /// Anywhere but as an alias without `AS`, where it would be read as the start of a clause.
    case restricted
    /// Anywhere.
    case free
  }

  package var standing: Standing {
    switch self {
    case .all, .and, .any, .as, .asc, .between, .both, .case, .cast, .check, .collate,
      .constraint, .create, .default, .desc, .distinct, .else, .end, .escape, .except, .exists,
      .false, .fetch, .for, .foreign, .from, .glob, .group, .having, .ilike, .in, .intersect,
      .into, .is, .isnull, .join, .lateral, .leading, .like, .limit, .not, .notnull, .null,
      .offset, .on, .or, .order, .primary, .qualify, .references, .select, .similar, .some,
      .table, .then, .to, .trailing, .true, .tryCast, .union, .unique, .using, .when, .where,
      .window, .with:
      .reserved
    case .anti, .asof, .cross, .full, .inner, .left, .natural, .outer, .overlaps, .pivot,
      .returning, .right, .sample, .semi, .set, .tablesample, .unpivot, .values, .within:
      .restricted
    default:
      .free
    }
  }

  private static let bySpelling: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  private static let longest = allCases.reduce(0) { max($0, $1.rawValue.utf8.count) }

  /// The keyword that bytes of text spell, in any case.
  package init?(spelling bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.longest else { return nil }
    let upper = String(unsafeUninitializedCapacity: Self.longest) { buffer in
      var count = 0
      for byte in bytes {
        let isLower = byte &- UInt8(ascii: "a") < 26
        buffer[count] = isLower ? byte - 0x20 : byte
        count += 1
      }
      return count
    }
    guard let keyword = Self.bySpelling[upper] else { return nil }
    self = keyword
  }
}
