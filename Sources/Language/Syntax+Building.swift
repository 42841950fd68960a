// Trees that the binder makes itself: an UPDATE is bound as the query of its new values.

extension Query {
  /// `SELECT items FROM tables WHERE condition`.
  package init(
    selecting items: [SelectItem], from: [TableReference], where condition: Expression? = nil,
    range: SourceRange
  ) {
    let core = SelectCore(
      distinct: nil, items: items, from: from, where: condition, groupBy: nil, having: nil,
      windows: [], qualify: nil, sample: nil, range: range)
    self.init(with: nil, body: .select(core), orderBy: nil, limit: nil, range: range)
  }
}

extension Query {
  /// The table's name, where the query is `SELECT * FROM name` and no more.
  package var table: QualifiedName? {
    guard with == nil, orderBy == nil, limit == nil, top == nil, suppression == nil,
      case .select(let core) = body,
      core.distinct == nil, core.items.count == 1, core.where == nil, core.groupBy == nil,
      core.having == nil, core.qualify == nil, core.sample == nil, core.from.count == 1,
      case .star(let star) = core.items[0].value.kind, star.qualifier == nil,
      star.exclude.isEmpty, star.replace.isEmpty, star.rename.isEmpty,
      case .table(let name) = core.from[0].kind, core.from[0].alias == nil,
      core.from[0].sample == nil
    else { return nil }
    return name
  }
}

extension SelectItem {
  /// The item `value` under its own name.
  package init(_ value: Expression) {
    self.init(value: value, alias: nil, range: value.range)
  }
}

extension TableReference {
  /// The table called `name`, known as `alias`.
  package init(table name: String, alias: String, range: SourceRange) {
    self.init(
      kind: .table(QualifiedName([Identifier(name, range: range)], range: range)),
      alias: TableAlias(name: Identifier(alias, range: range), columns: []), isLateral: false,
      sample: nil, range: range)
  }
}

extension Expression {
  /// The column called `name` of the table known as `table`.
  package init(column name: String, of table: String, range: SourceRange) {
    let parts = [Identifier(table, range: range), Identifier(name, range: range)]
    self.init(.column(QualifiedName(parts, range: range)), range)
  }
}
