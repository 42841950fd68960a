import Columns

extension Plan {
  /// The expressions that the operator itself evaluates, in a fixed order.
  package var expressions: [BoundExpression] {
    switch node {
    case .scan, .limit, .sample, .suppress, .union, .shared, .recursive, .workingTable: return []
    case .values(let rows): return rows.flatMap { $0 }
    case .filter(_, let predicate): return [predicate]
    case .project(_, let expressions): return expressions
    case .aggregate(_, let keys, let aggregates), .groupingSets(_, let keys, _, let aggregates):
      return keys + aggregates.map(\.expression)
    case .join(let join):
      return join.keys.map(\.left) + join.keys.map(\.right) + (join.residual.map { [$0] } ?? [])
    case .sort(_, let terms, _): return terms.map(\.value)
    case .expand(_, let expansion): return expansion.expressions
    case .window(_, let windows): return windows.map(\.expression)
    }
  }

  /// The same operator with other expressions, in the order of ``expressions``.
  package func replacingExpressions(_ new: [BoundExpression]) -> Plan {
    let node: Node
    switch self.node {
    case .scan, .limit, .sample, .suppress, .union, .shared, .recursive, .workingTable: return self
    case .values(let rows):
      var rest = new[...]
      node = .values(
        rows.map { row in
          defer { rest = rest.dropFirst(row.count) }
          return Array(rest.prefix(row.count))
        })
    case .filter(let input, _): node = .filter(input, new[0])
    case .project(let input, _): node = .project(input, new)
    case .aggregate(let input, let keys, _):
      node = .aggregate(
        input, keys: Array(new.prefix(keys.count)),
        aggregates: new.dropFirst(keys.count).compactMap(\.aggregate))
    case .groupingSets(let input, let keys, let sets, _):
      node = .groupingSets(
        input, keys: Array(new.prefix(keys.count)), sets: sets,
        aggregates: new.dropFirst(keys.count).compactMap(\.aggregate))
    case .join(let join):
      let count = join.keys.count
      node = .join(
        PlanJoin(
          kind: join.kind, left: join.left, right: join.right,
          keys: join.keys.indices.map {
            PlanJoin.Key(
              left: new[$0], right: new[count + $0], matchesNull: join.keys[$0].matchesNull)
          },
          residual: join.residual == nil ? nil : new.last, lastKey: join.lastKey))
    case .sort(let input, let terms, let limit):
      node = .sort(
        input,
        zip(terms, new).map {
          PlanSortTerm(
            value: $1, isDescending: $0.isDescending, nullsFirst: $0.nullsFirst)
        }, limit: limit)
    case .expand(let input, let expansion): node = .expand(input, expansion.replacing(new))
    case .window(let input, _): node = .window(input, new.compactMap(\.window))
    }
    return Plan(node, fields: fields)
  }

  /// The queries that stand for values in its expressions.
  package var queries: [SharedPlan] {
    var result: [SharedPlan] = []
    for expression in expressions {
      _ = expression.contains { part in
        if case .scalarQuery(let query) = part.kind { result.append(query) }
        return false
      }
    }
    return result
  }

  /// The same operator with `transform` applied to each of its expressions.
  package func mapExpressions(
    _ transform: (BoundExpression) throws -> BoundExpression
  ) rethrows -> Plan {
    let old = expressions
    return old.isEmpty ? self : replacingExpressions(try old.map(transform))
  }
}

extension BoundAggregate {
  /// The call as an expression, so that it can be rewritten as one.
  package var expression: BoundExpression {
    BoundExpression(.aggregate(self), type: type, range: range)
  }
}

extension BoundWindow {
  /// The call as an expression, so that it can be rewritten as one.
  package var expression: BoundExpression {
    BoundExpression(.window(self), type: type, range: range)
  }
}

extension BoundExpression {
  /// The window call, where the expression is one.
  package var window: BoundWindow? {
    if case .window(let window) = kind { window } else { nil }
  }

  /// The aggregate, where the expression is one.
  package var aggregate: BoundAggregate? {
    if case .aggregate(let aggregate) = kind { aggregate } else { nil }
  }

  /// The same expression with every part replaced for which `replacement` gives another one; the
  /// parts of a replacement are not looked at again.
  package func replacing(
    _ replacement: (BoundExpression) throws -> BoundExpression?
  ) rethrows -> BoundExpression {
    if let new = try replacement(self) { return new }
    let children = self.children
    if children.isEmpty { return self }
    return replacingChildren(try children.map { try $0.replacing(replacement) })
  }

  /// Whether `condition` holds of the expression or of a part of it.
  package func contains(where condition: (BoundExpression) -> Bool) -> Bool {
    condition(self) || children.contains { $0.contains(where: condition) }
  }

  /// Whether evaluating it leaves notes, which count rows.
  package var countsNotes: Bool {
    contains { part in
      if case .call(_, let overload, _) = part.kind { overload.countsNotes } else { false }
    }
  }
}
