/// Makes random queries that mean the same to SQLite and to this program.
///
/// What is left out because the engines mean different things by it:
///
/// | left out | SQLite | here |
/// |---|---|---|
/// | `/` between integers | whole division | DOUBLE; so `//` is written, and `/` for SQLite |
/// | LIKE that ignores case | by default for ASCII | never; so `PRAGMA case_sensitive_like` is on |
/// | comparing values of different types | storage classes in an order | refused or cast |
/// | casts of text or real to integer | prefix of the text, cut | error, rounded |
/// | ORDER BY without NULLS FIRST or LAST | NULLs are smallest | NULLs last |
/// | LIMIT without a total order | any rows | any rows |
/// | scalar query of several rows | the first row | error |
/// | columns outside GROUP BY | a row's value | refused |
/// | aggregates over outer columns alone | belong to the outer query | to the inner one |
/// | INTERSECT with UNION in one chain | from left to right | INTERSECT first |
/// | `upper`, `lower` of other letters than ASCII | unchanged | Unicode |
/// | sums that overflow | error, or real | HUGEINT |
/// | `max(a, b)`, `total`, `group_concat` order, `typeof` | its own | its own |
/// | reals that round: sums would depend on order | | |
/// | derived tables that see the query around them | some | LATERAL |
final class QueryGenerator {
  let choices: Choices
  let unbuilt: Set<Feature>
  private(set) var readable: [Readable]
  private var names = 0

  init(tables: [FuzzTable], _ choices: Choices, unbuilt: Set<Feature>) {
    self.choices = choices
    self.unbuilt = unbuilt
    readable = tables.map { table in
      Readable(
        sql: table.name, columns: FuzzTable.columns.map { ($0.name, $0.kind) }, isUnique: true,
        isTable: true)
    }
  }

  func has(_ feature: Feature) -> Bool { !unbuilt.contains(feature) }

  /// A name that nothing else has.
  func name(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  /// A whole statement, and whether its rows have an order.
  func statement() -> (sql: String, isOrdered: Bool) {
    var common: [String] = []
    var isRecursive = false
    for _ in 0..<choices.one(of: [0, 0, 0, 1, 1, 2]) {
      let name = name("w")
      let made = commonTable(name)
      isRecursive = isRecursive || made.isRecursive
      common.append(made.sql)
      readable.append(made.readable)
    }
    let query = query(depth: 2)
    var sql = query.sql
    if !common.isEmpty {
      sql = "WITH \(isRecursive ? "RECURSIVE " : "")\(common.joined(separator: ", ")) \(sql)"
    }
    let isOrdered = choices.chance(1, of: 2)
    if isOrdered { sql += totalOrder(query.columns.count) + limit() }
    return (sql, isOrdered)
  }

  /// ORDER BY all columns of a result.
  func totalOrder(_ width: Int) -> String {
    let terms = rotated(Array(1...width)).map { "\($0)\(direction())" }
    return " ORDER BY \(terms.joined(separator: ", "))"
  }

  func rotated<Element>(_ elements: [Element]) -> [Element] {
    let start = choices.below(elements.count)
    return Array(elements[start...] + elements[..<start])
  }

  func direction() -> String {
    choices.one(of: ["", " DESC"]) + choices.one(of: [" NULLS LAST", " NULLS FIRST"])
  }

  private func limit() -> String {
    guard choices.chance(1, of: 3) else { return "" }
    let offset = choices.chance(1, of: 3) ? " OFFSET \(choices.one(of: [0, 1, 2, 7]))" : ""
    return " LIMIT \(choices.one(of: [0, 1, 2, 3, 10, 100]))\(offset)"
  }

  // MARK: Queries

  /// A query of `wanted` columns, or of any.
  func query(depth: Int, wanted: [Kind]? = nil, outer: [Column] = []) -> Query {
    let isDeep = depth > 0
    switch choices.below(isDeep ? 8 : 5) {
    case 3, 4: return grouped(depth: depth, wanted: wanted, outer: outer)
    case 5, 6:
      return has(.setOperations) && choices.chance(1, of: 2)
        ? setOperation(depth: depth, wanted: wanted, outer)
        : union(depth: depth, wanted: wanted, outer)
    default: return plain(depth: depth, wanted: wanted, outer: outer)
    }
  }

  func wantedKinds() -> [Kind] {
    (0..<choices.within(1...3)).map { _ in
      choices.one(of: [.number, .text, .real, .big, .note, .boolean])
    }
  }

  private func plain(depth: Int, wanted: [Kind]?, outer: [Column]) -> Query {
    let source = source(depth: depth)
    let scope = Scope(columns: source.columns + source.merged, outer: outer)
    if wanted == nil, outer.isEmpty, choices.chance(1, of: 12) {
      let filter = filter(scope, depth: depth)
      return Query(
        sql: "SELECT * FROM \(source.sql)\(filter)",
        columns: source.star.map { (name("u"), $0) }, isUnique: source.isUnique)
    }
    let filter = filter(scope, depth: depth)
    let isWindowed =
      has(.windows) && source.isUnique && outer.isEmpty && choices.chance(1, of: 4)
    var items: [String] = []
    var columns: [(name: String, kind: Kind)] = []
    for kind in wanted ?? wantedKinds() {
      let name = name("c")
      let isWindow = isWindowed && choices.chance(2, of: 3)
      let expression =
        isWindow ? windowed(kind, scope) : expression(kind, scope, depth: depth)
      items.append("\(expression) AS \(name)")
      columns.append((name, kind))
    }
    let isDistinct = choices.chance(1, of: 5)
    return Query(
      sql: "SELECT \(isDistinct ? "DISTINCT " : "")\(items.joined(separator: ", ")) "
        + "FROM \(source.sql)\(filter)",
      columns: columns, isUnique: isDistinct)
  }

  private func filter(_ scope: Scope, depth: Int) -> String {
    // A query that sees others around it is there to use them.
    guard choices.chance(scope.outer.isEmpty ? 2 : 6, of: scope.outer.isEmpty ? 3 : 7) else {
      return ""
    }
    return " WHERE \(condition(scope, depth: depth))"
  }

  private func grouped(depth: Int, wanted: [Kind]?, outer: [Column]) -> Query {
    let source = source(depth: depth)
    let scope = Scope(columns: source.columns, outer: outer)
    let filter = filter(scope, depth: depth)
    let inner = scope.closed
    let keys = (0..<choices.one(of: [1, 0, 1, 2])).map { _ in key(inner) }
    var results = keys
    for _ in 0..<choices.within(1...3) {
      let kind = choices.one(of: [
        Kind.number, .number, .real, .text, .big, .note, .ratio, .boolean,
      ])
      results.append(Column(sql: aggregate(kind, inner), kind: kind))
    }
    let above = Scope(columns: results, allowsQueries: false)
    var items: [String] = []
    var columns: [(name: String, kind: Kind)] = []
    let kinds = wanted ?? results.map(\.kind)
    for (index, kind) in kinds.enumerated() {
      let name = name("c")
      let plain = wanted == nil ? results[index].sql : nil
      let isPlain = plain != nil && !choices.chance(1, of: 4)
      let sql =
        isPlain
        ? plain ?? ""
        : expressionOverGroups(kind, above, inner)
      items.append("\(sql) AS \(name)")
      columns.append((name, kind))
    }
    var sql = "SELECT \(items.joined(separator: ", ")) FROM \(source.sql)\(filter)"
    if !keys.isEmpty { sql += " GROUP BY \(keys.map(\.sql).joined(separator: ", "))" }
    // Without GROUP BY, SQLite wants an aggregate among the items.
    let isGrouped = !keys.isEmpty || has(.havingAlone) && items[0].hasPrefix(results[0].sql + " AS")
    if choices.chance(1, of: 4), isGrouped {
      sql += " HAVING \(condition(above, depth: 0))"
    }
    return Query(sql: sql, columns: columns)
  }

  /// An expression of `kind` over the keys and aggregates of a group.
  private func expressionOverGroups(_ kind: Kind, _ above: Scope, _ inner: Scope) -> String {
    if above.columns.contains(where: { $0.kind == kind }) {
      return expression(kind, above, depth: 0)
    }
    return aggregate(kind, inner)
  }

  /// What to group by: never a literal, which would be a column's number.
  private func key(_ scope: Scope) -> Column {
    let column = choices.one(of: scope.columns)
    switch choices.below(6) {
    case 4 where column.kind == .number:
      return Column(sql: "(\(column.sql) % 2)", kind: .number)
    case 5:
      return Column(sql: "(\(column.sql) IS NULL)", kind: .boolean)
    default: return column
    }
  }

  private func union(depth: Int, wanted: [Kind]?, _ outer: [Column]) -> Query {
    let kinds = wanted ?? wantedKinds()
    var query = query(depth: depth - 1, wanted: kinds, outer: outer)
    for _ in 0..<choices.within(1...2) {
      let isAll = choices.chance(1, of: 2)
      let other = self.query(depth: 0, wanted: kinds, outer: outer)
      query.sql += " UNION \(isAll ? "ALL " : "")\(other.sql)"
      query.isUnique = !isAll
    }
    return query
  }

  private func setOperation(depth: Int, wanted: [Kind]?, _ outer: [Column]) -> Query {
    let kinds = wanted ?? wantedKinds()
    let word = choices.one(of: ["UNION", "EXCEPT", "INTERSECT", "UNION ALL"])
    // The first may itself be a chain; in brackets, as chains of unlike words bind differently.
    var query = self.query(depth: depth - 1, wanted: kinds, outer: outer)
    let other = self.query(depth: depth - 1, wanted: kinds, outer: outer)
    let names = [name("q"), name("q")]
    query.sql =
      "SELECT * FROM (\(query.sql)) AS \(names[0]) \(word) "
      + "SELECT * FROM (\(other.sql)) AS \(names[1])"
    query.isUnique = word != "UNION ALL"
    return query
  }

  // MARK: WITH

  private func commonTable(_ name: String) -> (sql: String, readable: Readable, isRecursive: Bool) {
    switch choices.below(5) {
    case 3:
      let kinds = wantedKinds()
      let rows = (0..<choices.within(1...4)).map { _ in
        "(" + kinds.map { literal($0) }.joined(separator: ", ") + ")"
      }
      let columns = kinds.map { (name: self.name("v"), kind: $0) }
      return (
        "\(name)(\(columns.map(\.name).joined(separator: ", "))) AS "
          + "(VALUES \(rows.joined(separator: ", ")))",
        Readable(sql: name, columns: columns, isUnique: false, isTable: false), false
      )
    case 4 where has(.recursion):
      return recursive(name)
    default:
      let query = query(depth: 1)
      return (
        "\(name)(\(query.columns.map(\.name).joined(separator: ", "))) AS (\(query.sql))",
        Readable(
          sql: name, columns: query.columns, isUnique: query.isUnique, isTable: false), false
      )
    }
  }

  private func recursive(_ name: String) -> (sql: String, readable: Readable, isRecursive: Bool) {
    let (x, y) = (self.name("r"), self.name("r"))
    let columns = [(name: x, kind: Kind.number), (name: y, kind: Kind.number)]
    let table = choices.one(of: readable.filter(\.isTable)).sql
    let other = choices.one(of: readable.filter(\.isTable)).sql
    let scope = Scope(
      columns: FuzzTable.columns.map { Column(sql: "t.\($0.name)", kind: $0.kind) },
      allowsQueries: false)
    let start = condition(scope, depth: 0)
    let sql: String
    switch choices.below(3) {
    case 0:
      // Counts up.
      sql =
        "SELECT 1, t.a FROM \(table) AS t WHERE \(start) UNION ALL "
        + "SELECT \(name).\(x) + 1, \(name).\(y) + 1 FROM \(name) WHERE \(name).\(x) < 4"
    case 1:
      // Follows pairs, at most three steps.
      sql =
        "SELECT 1, t.a FROM \(table) AS t WHERE \(start) UNION ALL "
        + "SELECT \(name).\(x) + 1, o.a FROM \(name) JOIN \(other) AS o "
        + "ON \(name).\(y) = o.id WHERE \(name).\(x) < 3"
    default:
      // Follows pairs until nothing new comes.
      sql =
        "SELECT t.id, t.a FROM \(table) AS t WHERE \(start) UNION "
        + "SELECT \(name).\(x), o.a FROM \(name) JOIN \(other) AS o ON \(name).\(y) = o.id"
    }
    return (
      "\(name)(\(x), \(y)) AS (\(sql))",
      Readable(sql: name, columns: columns, isUnique: false, isTable: false), true
    )
  }
}
