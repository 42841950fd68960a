extension QueryGenerator {
  /// What stands behind FROM: one to three tables or queries, joined.
  func source(depth: Int) -> FromClause {
    let count = choices.one(of: [1, 1, 1, 2, 2, 3])
    var source = scan(depth: depth)
    if count > 1, choices.chance(1, of: 8) {
      // All with all; commas and JOIN bind differently, so they are not mixed.
      for _ in 1..<count {
        let other = scan(depth: depth)
        source = FromClause(
          sql: "\(source.sql), \(other.sql)", columns: source.columns + other.columns,
          star: source.star + other.star, isUnique: source.isUnique && other.isUnique)
      }
      return source
    }
    for joined in 1..<max(2, count) where joined < count {
      source = join(source, scan(depth: depth), isLast: joined == count - 1)
    }
    return source
  }

  private func scan(depth: Int) -> FromClause {
    let alias = name("t")
    let readable: Readable
    if depth > 0, choices.chance(1, of: 8) {
      let query = query(depth: depth - 1)
      readable = Readable(
        sql: "(\(query.sql))", columns: query.columns, isUnique: query.isUnique, isTable: false)
      // A query's own `*` has names that cannot be known.
      if query.sql.contains("SELECT *") { return scanTable(alias) }
    } else {
      readable = choices.one(of: self.readable)
    }
    return scan(readable, alias)
  }

  private func scanTable(_ alias: String) -> FromClause {
    scan(choices.one(of: readable.filter(\.isTable)), alias)
  }

  private func scan(_ readable: Readable, _ alias: String) -> FromClause {
    FromClause(
      sql: "\(readable.sql) AS \(alias)",
      columns: readable.columns.map { Column(sql: "\(alias).\($0.name)", kind: $0.kind) },
      star: readable.columns.map(\.kind), isUnique: readable.isUnique)
  }

  private func join(_ left: FromClause, _ right: FromClause, isLast: Bool) -> FromClause {
    let words =
      has(.outerJoins)
      ? ["JOIN", "LEFT JOIN", "INNER JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN"]
      : ["JOIN", "LEFT JOIN", "INNER JOIN", "CROSS JOIN"]
    let word = choices.one(of: words)
    var source = FromClause(
      sql: "\(left.sql) \(word) \(right.sql)", columns: left.columns + right.columns,
      star: left.star + right.star, isUnique: left.isUnique && right.isUnique)
    if word == "CROSS JOIN" { return source }
    let shared = sharedNames(left, right)
    if isLast, left.merged.isEmpty, !shared.isEmpty, choices.chance(1, of: 4) {
      let name = choices.one(of: shared)
      source.sql += " USING (\(name))"
      let column = { (column: Column) in column.sql.hasSuffix(".\(name)") }
      let kind = left.columns.first(where: column)?.kind ?? .number
      // `*` shows the merged column once, where the left one stands.
      source.star = left.star + right.columns.filter { !column($0) }.map(\.kind)
      if left.columns.filter(column).count == 1 {
        source.merged = [Column(sql: name, kind: kind)]
      }
      return source
    }
    var terms: [String] = []
    for _ in 0..<choices.within(1...2) {
      let a = choices.one(of: left.columns)
      let partners = right.columns.filter { a.kind.comparable.contains($0.kind) }
      guard !partners.isEmpty else { continue }
      let b = choices.one(of: partners)
      terms.append(choices.chance(1, of: 2) ? "\(a.sql) = \(b.sql)" : "\(b.sql) = \(a.sql)")
    }
    if terms.isEmpty || choices.chance(1, of: 4) {
      let term = condition(Scope(columns: source.columns, allowsQueries: false), depth: 0)
      // Before a RIGHT JOIN, SQLite 3.40 takes a constant in ON for one in WHERE.
      if term.contains(/t[0-9]+\./) { terms.append(term) }
    }
    if terms.isEmpty { terms.append("\(left.columns[0].sql) IS NOT NULL") }
    source.sql += " ON \(terms.joined(separator: " AND "))"
    return source
  }

  /// Names of columns that stand once on each side, with one kind.
  private func sharedNames(_ left: FromClause, _ right: FromClause) -> [String] {
    func names(_ source: FromClause) -> [(String, Kind)] {
      source.columns.map { (String($0.sql.split(separator: ".").last ?? ""), $0.kind) }
    }
    let (a, b) = (names(left), names(right))
    return a.filter { one in
      a.filter { $0.0 == one.0 }.count == 1 && b.filter { $0.0 == one.0 }.count == 1
        && b.contains { $0.0 == one.0 && $0.1 == one.1 }
    }.map(\.0)
  }
}
