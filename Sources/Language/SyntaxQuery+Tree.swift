// Queries and tables as trees for golden scripts.

extension Query {
  package var tree: SExpression {
    guard with != nil || orderBy != nil || limit != nil || top != nil || suppression != nil
    else { return body.tree }
    return SExpression(
      "query", with?.tree, body.tree, orderBy?.tree, limit?.tree, top?.tree, suppression?.tree)
  }
}

extension Top {
  var tree: SExpression {
    SExpression(
      "top", count.tree, SExpression("by", measure.tree, direction?.tree),
      .unlessEmpty("per", keys.map(\.tree)), .flag("others", hasOthers), .flag("total", hasTotal))
  }
}

extension Suppression {
  var tree: SExpression {
    SExpression("suppress", threshold.tree, count.map { SExpression("on", $0.tree) })
  }
}

extension With {
  var tree: SExpression {
    SExpression(isRecursive ? "with-recursive" : "with", tables.map(\.tree))
  }
}

extension CommonTable {
  var tree: SExpression {
    SExpression(
      "table", name.tree, .unlessEmpty("columns", columns.map(\.tree)),
      isMaterialized.map { .atom($0 ? "materialized" : "not-materialized") }, query.tree)
  }
}

extension QueryBody {
  var tree: SExpression {
    switch self {
    case .select(let core): core.tree
    case .values(let values):
      SExpression("values", values.rows.map { .list($0.values.map(\.tree)) })
    case .setOperation: treeOfChain
    case .nested(let query): query.tree
    }
  }

  private var treeOfChain: SExpression {
    let (first, operations) = chain
    return operations.reduce(first.tree) { left, operation in
      SExpression(
        operation.operator.rawValue.lowercased(), .flag("all", operation.isAll),
        .flag("by-name", operation.isByName), left, operation.right.tree)
    }
  }
}

extension SelectCore {
  var tree: SExpression {
    let distinct: SExpression? =
      switch self.distinct {
      case nil: nil
      case .rows: .atom("distinct")
      case .on(let keys): SExpression("distinct-on", keys.map(\.tree))
      }
    return SExpression(
      "select", distinct, .list(items.map(\.tree)), .unlessEmpty("from", from.map(\.tree)),
      self.where.map { SExpression("where", $0.tree) }, groupBy?.tree,
      having.map { SExpression("having", $0.tree) },
      .unlessEmpty("window", windows.map { .list([$0.name.tree, $0.specification.tree]) }),
      qualify.map { SExpression("qualify", $0.tree) }, sample?.tree)
  }
}

extension SelectItem {
  var tree: SExpression {
    guard let alias else { return value.tree }
    return SExpression("as", value.tree, alias.tree)
  }
}

extension GroupBy {
  var tree: SExpression {
    switch self {
    case .all: SExpression("group-by", .atom("all"))
    case .elements(let elements): SExpression("group-by", elements.map(\.tree))
    }
  }
}

extension GroupingElement {
  var tree: SExpression {
    func list(_ keys: [Expression]) -> SExpression {
      if let key = keys.first, keys.count == 1 { return key.tree }
      return SExpression("keys", keys.map(\.tree))
    }
    return switch self {
    case .keys(let keys, _): list(keys)
    case .rollup(let sets, _): SExpression("rollup", sets.map(list))
    case .cube(let sets, _): SExpression("cube", sets.map(list))
    case .groupingSets(let sets, _): SExpression("grouping-sets", sets.map(\.tree))
    }
  }
}

extension OrderBy {
  var tree: SExpression {
    switch self {
    case .all(let direction, let nulls, _):
      SExpression("order-by", .atom("all"), direction?.tree, nulls?.tree)
    case .terms(let terms): SExpression("order-by", terms.map(\.tree))
    }
  }
}

extension OrderTerm {
  var tree: SExpression {
    guard direction != nil || nulls != nil else { return value.tree }
    return SExpression(
      direction == .descending ? "desc" : direction == .ascending ? "asc" : "term", value.tree,
      nulls?.tree)
  }
}

extension OrderTerm.Direction {
  var tree: SExpression { .atom(rawValue.lowercased()) }
}

extension OrderTerm.Nulls {
  var tree: SExpression { .atom(self == .first ? "nulls-first" : "nulls-last") }
}

extension Limit {
  var tree: SExpression {
    SExpression(
      "limit", count?.tree, .flag("percent", isPercent), .flag("with-ties", isWithTies),
      offset.map { SExpression("offset", $0.tree) })
  }
}

extension Sample {
  var tree: SExpression {
    SExpression(
      "sample", size.tree, .atom(unit.rawValue.lowercased()), method?.tree,
      seed.map { SExpression("seed", $0.tree) })
  }
}

extension TableReference {
  var tree: SExpression {
    let (first, joins) = chain
    return joins.reduce(first.treeOfTable) { $1.tree(left: $0) }
  }

  private var treeOfTable: SExpression {
    var tree: SExpression =
      switch kind {
      case .table(let name): name.tree
      case .file(let file): .atom(SQLText.literal(file))
      case .function(let call): call.tree
      case .query(let query): query.tree
      case .join(let join): join.tree(left: join.left.tree)
      case .pivot(let pivot): pivot.tree
      case .unpivot(let unpivot): unpivot.tree
      }
    if isLateral { tree = SExpression("lateral", tree) }
    if let sample { tree = SExpression("sampled", tree, sample.tree) }
    guard let alias else { return tree }
    return SExpression("as", [tree, alias.name.tree] + alias.columns.map(\.tree))
  }
}

extension Join {
  func tree(left: SExpression) -> SExpression {
    let condition: SExpression? =
      switch self.condition {
      case .on(let expression): SExpression("on", expression.tree)
      case .using(let columns): SExpression("using", columns.map(\.tree))
      case .natural: .atom("natural")
      case .none: nil
      }
    let name = "\(isAsOf ? "asof-" : "")\(kind.rawValue.lowercased())-join"
    return SExpression(name, left, right.tree, condition)
  }
}

extension Pivot {
  var tree: SExpression {
    let columns = self.columns.map { column -> SExpression in
      guard let values = column.values else { return column.value.tree }
      return SExpression("in", [column.value.tree] + values.map(\.tree))
    }
    return SExpression(
      "pivot", source.tree, .list(columns), .unlessEmpty("using", aggregates.map(\.tree)),
      groupBy.map { SExpression("group-by", $0.map(\.tree)) })
  }
}

extension Unpivot {
  var tree: SExpression {
    SExpression(
      "unpivot", source.tree, .list(columns.map(\.tree)), name.tree, value.tree,
      .flag("include-nulls", includesNulls))
  }
}
