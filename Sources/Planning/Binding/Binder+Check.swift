import Columns
import Language

extension Binder {
  // No statement can name these: the table whose rows are looked at, the numbers of its rows, and
  // the table that a rule refers to.
  private static let checked = "\u{1}checked"
  private static let rowNumber = "\u{1}row"
  private static let referenced = "\u{1}referenced"
  /// Rows that agree in a key.
  private static let group = "\u{1}group"

  /// CHECK: for each rule of a table, or of all, a query of the rows that break it.
  func bindCheck(of name: QualifiedName?, at range: SourceRange) throws -> BoundStatement {
    let tables = try name.map { [try existingTable($0)] } ?? catalog.tables
    var rules: [BoundCheck.Rule] = []
    var rowCount = 0
    var notes: [String] = []
    for table in tables {
      let all = table.definition.rules
      if all.isEmpty { continue }
      rowCount += table.relation.rowCount
      let rows = RowNumbers.adding(to: table.relation, named: Self.rowNumber)
      hiddenTables[Self.checked] = Self.scan(rows, name: table.name)
      for rule in all {
        guard let query = try violations(of: rule, in: table, &notes) else { continue }
        guard case .query(let parsed) = try Parser.statement(Source(query)).kind else { continue }
        let placed = SyntaxRewriter(movingTo: name?.range ?? range).rewrite(parsed)
        let columns = rule.columns.map { table.definition.columns[$0].name }
        rules.append(
          BoundCheck.Rule(
            table: table.name, name: rule.name, column: columns.joined(separator: ", "),
            violations: try bind(placed)))
      }
    }
    if rules.isEmpty && notes.isEmpty {
      let subject = name == nil ? "no table has" : "\(tables[0].name) has no"
      return .nothing(message: "\(subject) constraints: there is nothing to check")
    }
    return .check(
      BoundCheck(rules: rules, namesTables: name == nil, rowCount: rowCount, notes: notes))
  }

  /// The query of the rows of a table that break a rule: their number, their value and what is
  /// wrong with it; nil, and a note, where the rule cannot be checked.
  private func violations(
    of rule: DeclaredRule, in table: Catalog.Table, _ notes: inout [String]
  ) throws -> String? {
    let alias = SQLText.quoted(table.name)
    let columns = rule.columns.map {
      "\(alias).\(SQLText.quoted(table.definition.columns[$0].name))"
    }
    let isFilled = columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
    let number = "\(alias).\(SQLText.quoted(Self.rowNumber))"
    let message = SQLText.literal(rule.message)
    func query(_ message: String, _ rest: String) -> String {
      "SELECT \(number) + 1, \(Self.value(of: rule, in: table)), \(message) "
        + "FROM \(SQLText.quoted(Self.checked)) AS \(alias) \(rest) ORDER BY 1"
    }
    switch rule.kind {
    case .condition(let condition):
      return query(message, "WHERE NOT (\(condition.sql))")
    case .notNull:
      return query("'is NULL'", "WHERE \(columns[0]) IS NULL")
    case .unique:
      let keys = columns.indices.map { "key\($0)" }
      let selected = zip(columns, keys).map { "\($0) AS \($1)" }.joined(separator: ", ")
      let groups =
        "SELECT \(selected), count(*) AS times, min(\(number)) + 1 AS first_row "
        + "FROM \(SQLText.quoted(Self.checked)) AS \(alias) WHERE \(isFilled) "
        + "GROUP BY \(columns.joined(separator: ", ")) HAVING count(*) > 1"
      let group = SQLText.quoted(Self.group)
      let isSame = zip(columns, keys).map { "\($0) = \(group).\($1)" }
      return query(
        "'occurs ' || \(group).times || ' times, first in row ' || \(group).first_row",
        "JOIN (\(groups)) AS \(group) ON \(isSame.joined(separator: " AND "))")
    case .reference(let name, let listed):
      guard let match = try match(of: rule, in: table, with: name, listed, &notes) else {
        return nil
      }
      let known = SQLText.literal("is not among \(match.shown)")
      return query(known, "ANTI JOIN \(match.table) ON \(match.condition) WHERE \(isFilled)")
    case .absent(let column):
      return "SELECT CAST(NULL AS BIGINT), CAST(NULL AS VARCHAR), "
        + SQLText.literal("there is no column \(column)")
    }
  }

  /// The value of a rule's column as text; of several, with their names.
  private static func value(of rule: DeclaredRule, in table: Catalog.Table) -> String {
    let names = rule.columns.map { table.definition.columns[$0].name }
    let texts = names.map {
      "CAST(\(SQLText.quoted(table.name)).\(SQLText.quoted($0)) AS VARCHAR)"
    }
    if texts.isEmpty { return "CAST(NULL AS VARCHAR)" }
    if texts.count == 1 { return texts[0] }
    return zip(names, texts).enumerated().map { index, column in
      "\(SQLText.literal((index == 0 ? "" : ", ") + column.0 + " = ")) "
        + "|| coalesce(\(column.1), 'NULL')"
    }.joined(separator: " || ")
  }

  /// A table to be joined with, and when its rows match.
  private struct Match {
    let table: String
    let condition: String
    /// The table and its columns in words.
    let shown: String
  }

  /// The rows of the table called `name` that match those of `table` by a rule.
  private func match(
    of rule: DeclaredRule, in table: Catalog.Table, with name: String, _ listed: [String],
    _ notes: inout [String]
  ) throws -> Match? {
    func unchecked(_ reason: String) -> Match? {
      let columns = rule.columns.map { table.definition.columns[$0].name }
      notes.append(
        "the foreign key \(columns.joined(separator: ", ")) of \(table.name) was not checked: "
          + reason)
      return nil
    }
    guard let other = catalog.table(named: name) else {
      return unchecked("there is no table \(name)")
    }
    let primary = other.definition.keys.first { $0.isPrimary }
    let names = listed.isEmpty ? primary.map { other.definition.names(of: $0) } ?? [] : listed
    guard names.count == rule.columns.count else {
      return unchecked("\(other.name) has no primary key of so many columns")
    }
    var conditions: [String] = []
    for (column, name) in zip(rule.columns, names) {
      guard let position = other.definition.position(of: name) else {
        return unchecked("\(other.name) has no column \(name)")
      }
      let own = table.definition.columns[column]
      let theirs = other.definition.columns[position]
      var sides = [
        "\(SQLText.quoted(table.name)).\(SQLText.quoted(own.name))",
        "\(SQLText.quoted(Self.referenced)).\(SQLText.quoted(theirs.name))",
      ]
      if own.type != theirs.type && !(own.type.isNumeric && theirs.type.isNumeric) {
        sides = sides.map { "CAST(\($0) AS VARCHAR)" }
      }
      conditions.append(sides.joined(separator: " = "))
    }
    hiddenTables[Self.referenced] = Self.scan(other.relation, name: other.name)
    return Match(
      table: "\(SQLText.quoted(Self.referenced)) AS \(SQLText.quoted(Self.referenced))",
      condition: conditions.joined(separator: " AND "),
      shown: "\(other.name) (\(names.joined(separator: ", ")))")
  }
}
