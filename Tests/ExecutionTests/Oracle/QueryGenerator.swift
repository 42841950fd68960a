import Columns

/// A random query and its answer, found a row at a time.
struct RandomQuery {
  var sql: String
  var types: [DataType]
  /// All rows, before LIMIT, in no order.
  var rows: [[Value]]
  /// The terms of ORDER BY: columns of the result.
  var order: [(column: Int, descending: Bool, nullsFirst: Bool)] = []
  var limit: Int?
  var offset = 0
}

/// Makes random queries over sample tables called `t0`, `t1` ….
struct QueryGenerator {
  let tables: [SampleTable]

  /// Rows that read together, and how their columns are written.
  private struct Source {
    var sql: String
    var columns: ScopeColumns
    var rows: [[Value]]
  }

  /// A table that queries can read by name.
  private struct Readable {
    let sql: String
    let names: [String]
    let types: [DataType]
    let rows: [[Value]]
  }

  private var base: [Readable] {
    tables.enumerated().map { index, table in
      Readable(
        sql: "t\(index)", names: SampleTable.fields.map(\.name),
        types: SampleTable.fields.map(\.type), rows: table.rows)
    }
  }

  /// A whole statement.
  func statement(_ numbers: inout RandomNumbers) -> RandomQuery {
    var query: RandomQuery
    switch numbers.below(8) {
    case 0:
      // A common table that is read twice.
      let inner = block(from: base, &numbers)
      let common = Readable(
        sql: "x", names: inner.types.indices.map { "c\($0)" }, types: inner.types,
        rows: inner.rows)
      query = block(from: [common], isSelfJoin: true, &numbers)
      query.sql = "WITH x AS (\(inner.sql)) \(query.sql)"
    case 1:
      let inner = block(from: base, &numbers)
      let derived = Readable(
        sql: "(\(inner.sql))", names: inner.types.indices.map { "c\($0)" }, types: inner.types,
        rows: inner.rows)
      query = block(from: base + [derived, derived], &numbers)
    case 2:
      query = block(from: base, &numbers)
      for _ in 0..<numbers.within(1...2) {
        let other = block(from: base, wanted: query.types, &numbers)
        let isAll = numbers.once(in: 2)
        query.sql += " UNION \(isAll ? "ALL " : "")\(other.sql)"
        query.rows += other.rows
        if !isAll { query.rows = Self.distinct(query.rows) }
      }
    default:
      query = block(from: base, &numbers)
    }
    order(&query, &numbers)
    return query
  }

  private func order(_ query: inout RandomQuery, _ numbers: inout RandomNumbers) {
    if numbers.once(in: 2) {
      let columns = numbers.shuffled(Array(query.types.indices)).prefix(numbers.within(1...3))
      query.order = columns.map { ($0, numbers.once(in: 2), numbers.once(in: 2)) }
      let terms = query.order.map {
        "\($0.column + 1)\($0.descending ? " DESC" : "") NULLS \($0.nullsFirst ? "FIRST" : "LAST")"
      }
      query.sql += " ORDER BY \(terms.joined(separator: ", "))"
    }
    if numbers.once(in: 3) {
      let limit = numbers.one(of: [0, 1, 2, 3, 10, 100])
      query.limit = limit
      query.sql += " LIMIT \(limit)"
      if numbers.once(in: 2) {
        query.offset = numbers.one(of: [0, 1, 2, 7])
        query.sql += " OFFSET \(query.offset)"
      }
    }
  }

  static func distinct(_ rows: [[Value]]) -> [[Value]] {
    var seen: Set<[Value]> = []
    return rows.filter { seen.insert($0.map(Meaning.key)).inserted }
  }

  // MARK: FROM

  private func source(
    _ readable: [Readable], isSelfJoin: Bool, _ numbers: inout RandomNumbers
  ) -> Source {
    let count = isSelfJoin ? 2 : numbers.one(of: [1, 1, 1, 2, 2, 3])
    var source = scan(numbers.one(of: readable), alias: "a")
    for alias in ["b", "c"].prefix(count - 1) {
      source = join(source, scan(numbers.one(of: readable), alias: alias), &numbers)
    }
    return source
  }

  private func scan(_ readable: Readable, alias: String) -> Source {
    Source(
      sql: "\(readable.sql) AS \(alias)",
      columns: ScopeColumns(sql: readable.names.map { "\(alias).\($0)" }, types: readable.types),
      rows: readable.rows)
  }

  private func join(_ left: Source, _ right: Source, _ numbers: inout RandomNumbers) -> Source {
    let columns = ScopeColumns(
      sql: left.columns.sql + right.columns.sql, types: left.columns.types + right.columns.types)
    var terms: [Term] = []
    for _ in 0..<numbers.within(0...3) {
      let a = numbers.below(left.columns.sql.count)
      let type = left.columns.types[a]
      let partners = right.columns.positions { $0 == type || $0.isExact && type.isExact }
      if partners.isEmpty { continue }
      // Often the column of the same name, so that something matches.
      let name = left.columns.sql[a].split(separator: ".").last
      let same = partners.first { right.columns.sql[$0].split(separator: ".").last == name }
      let b = numbers.once(in: 3) ? numbers.one(of: partners) : same ?? partners[0]
      let position = left.columns.sql.count + b
      let sides = [columns.sql[a], columns.sql[position]]
      let sql = (numbers.once(in: 2) ? sides : sides.reversed()).joined(separator: " = ")
      terms.append(
        Term(sql: sql, type: .boolean) { row in
          Meaning.order(row[a], row[position]).map { .boolean($0 == 0) } ?? .null
        })
    }
    if terms.isEmpty || numbers.once(in: 3) {
      terms.append(TermGenerator(columns: columns).condition(&numbers, depth: 1))
    }
    let isLeft = numbers.once(in: 2)
    var rows: [[Value]] = []
    let missing = [Value](repeating: .null, count: right.columns.sql.count)
    for l in left.rows {
      var isMatched = false
      for r in right.rows {
        let row = l + r
        guard terms.allSatisfy({ $0.value(row) == .boolean(true) }) else { continue }
        isMatched = true
        rows.append(row)
      }
      if isLeft && !isMatched { rows.append(l + missing) }
    }
    let condition = terms.map(\.sql).joined(separator: " AND ")
    if !isLeft && numbers.once(in: 3) {
      // The same as a join of all with all, the condition in WHERE as far as rows go.
      return Source(
        sql: "\(left.sql) INNER JOIN \(right.sql) ON TRUE AND \(condition)", columns: columns,
        rows: rows)
    }
    return Source(
      sql: "\(left.sql) \(isLeft ? "LEFT" : "INNER") JOIN \(right.sql) ON \(condition)",
      columns: columns, rows: rows)
  }

  // MARK: SELECT

  private func block(
    from readable: [Readable], isSelfJoin: Bool = false, wanted: [DataType]? = nil,
    _ numbers: inout RandomNumbers
  ) -> RandomQuery {
    let source = source(readable, isSelfJoin: isSelfJoin, &numbers)
    let terms = TermGenerator(columns: source.columns)
    var rows = source.rows
    var tail = " FROM \(source.sql)"
    if numbers.once(in: 2) {
      let condition = terms.condition(&numbers)
      tail += " WHERE \(condition.sql)"
      rows = rows.filter { condition.value($0) == .boolean(true) }
    }
    if let wanted {
      let items = wanted.map { type -> Term in
        let positions = source.columns.positions { $0 == type }
        return positions.isEmpty
          ? Term(sql: "NULL", type: type) { _ in .null }
          : terms.column(numbers.one(of: positions))
      }
      return select(items, rows, tail, &numbers)
    }
    if numbers.once(in: 2) { return grouped(terms, rows, tail, &numbers) }
    let items = (0..<numbers.within(1...5)).map { _ in
      numbers.once(in: 5) ? terms.condition(&numbers, depth: 1) : terms.any(&numbers)
    }
    return select(items, rows, tail, &numbers)
  }

  private func select(
    _ items: [Term], _ rows: [[Value]], _ tail: String, _ numbers: inout RandomNumbers
  ) -> RandomQuery {
    let list = items.enumerated().map { "\($1.sql) AS c\($0)" }.joined(separator: ", ")
    let isDistinct = numbers.once(in: 5)
    let projected = rows.map { row in items.map { $0.value(row) } }
    return RandomQuery(
      sql: "SELECT \(isDistinct ? "DISTINCT " : "")\(list)\(tail)", types: items.map(\.type),
      rows: isDistinct ? Self.distinct(projected) : projected)
  }

  private func grouped(
    _ terms: TermGenerator, _ rows: [[Value]], _ tail: String, _ numbers: inout RandomNumbers
  ) -> RandomQuery {
    let keys = (0..<numbers.within(0...4)).map { _ in terms.any(&numbers) }
    let aggregates = (0..<numbers.within(1...4)).map { _ in terms.aggregate(&numbers) }
    var groups: [[Value]: [[Value]]] = [:]
    var order: [[Value]] = []
    for row in rows {
      let key = keys.map { Meaning.key($0.value(row)) }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    if keys.isEmpty && order.isEmpty { order.append([]) }
    var sql = "SELECT "
    sql += (keys.map(\.sql) + aggregates.map(\.sql)).enumerated()
      .map { "\($1) AS c\($0)" }.joined(separator: ", ")
    sql += tail
    if !keys.isEmpty { sql += " GROUP BY \(keys.map(\.sql).joined(separator: ", "))" }
    if numbers.once(in: 4) {
      let least = numbers.within(1...3)
      sql += " HAVING count(*) >= \(least)"
      order = order.filter { groups[$0, default: []].count >= least }
    }
    return RandomQuery(
      sql: sql, types: keys.map(\.type) + aggregates.map(\.type),
      rows: order.map { key in key + aggregates.map { $0.value(groups[key, default: []]) } })
  }
}
