import Columns
import Language

extension Unnesting {
  /// `left` joined with the rows that `right` yields for the arguments of each of its rows: LATERAL.
  static func join(
    _ left: Plan, _ right: Plan, arguments: [BoundExpression], kind: PlanJoin.Kind,
    _ condition: JoinCondition
  ) throws -> Plan {
    let domain = ArgumentDomain(of: left, arguments)
    let all = try dependent(domain.plan, right)
    // The answers' arguments stand behind all columns that the condition speaks of.
    let joined = PlanJoin(
      kind: kind, left: domain.input, right: all,
      keys: condition.keys + domain.keys(at: right.fields.count), residual: condition.residual)
    return joined.plan.keeping(Array(0..<left.fields.count + right.fields.count))
  }

  /// The rows of `plan` for every row of `domain`, its arguments: the columns of `plan`, then those
  /// of `domain`.
  static func dependent(_ domain: Plan, _ plan: Plan) throws -> Plan {
    try dependent(ArgumentRows(domain), plan)
  }

  private static func dependent(_ domain: ArgumentRows, _ plan: Plan) throws -> Plan {
    guard plan.isCorrelated else {
      return PlanJoin(kind: .inner, left: plan, right: domain.plan, keys: []).plan
    }
    let width = plan.fields.count
    let fields = plan.fields + domain.fields
    switch plan.node {
    case .scan, .workingTable:
      return PlanJoin(kind: .inner, left: plan, right: domain.plan, keys: []).plan
    case .values(let rows):
      let parts = rows.map { row in
        Plan(
          .project(domain.plan, row.map { $0.reading(domain, at: 0) } + columns(of: domain, at: 0)),
          fields: fields)
      }
      return parts.count == 1 ? parts[0] : Plan(.union(parts), fields: fields)
    case .shared(let shared):
      let made = try domain.dependent(shared) { try dependent(domain, $0) }
      return Plan(.shared(made), fields: fields)
    case .filter(let input, let predicate):
      let below = try dependent(domain, input)
      return Plan(.filter(below, predicate.reading(domain, at: width)), fields: fields)
    case .project(let input, let expressions):
      let below = try dependent(domain, input)
      let start = input.fields.count
      return Plan(
        .project(
          below, expressions.map { $0.reading(domain, at: start) } + columns(of: domain, at: start)),
        fields: fields)
    case .sort(let input, let terms, nil):
      let below = try dependent(domain, input)
      return Plan(
        .sort(below, terms.map { $0.reading(domain, at: width) }, limit: nil), fields: fields)
    case .sort(let input, let terms, let limit):
      return try first(domain, input, terms, count: limit, offset: 0)
    case .limit(let input, let count, let offset):
      if case .sort(let below, let terms, _) = input.node {
        return try first(domain, below, terms, count: count, offset: offset)
      }
      return try first(domain, input, [], count: count, offset: offset)
    case .window(let input, let windows):
      let below = try dependent(domain, input)
      let start = input.fields.count
      let moved = windows.compactMap { window in
        window.expression.reading(domain, at: start).window
      }.map { $0.partitioned(by: columns(of: domain, at: start)) }
      let wide = Plan(
        .window(below, moved),
        fields: below.fields + plan.fields.dropFirst(start))
      return wide.keeping(
        Array(0..<start) + Array(start + domain.fields.count..<wide.fields.count)
          + Array(start..<start + domain.fields.count))
    case .expand(let input, let expansion):
      let below = try dependent(domain, input)
      let start = input.fields.count
      let moved = expansion.expressions.map { $0.reading(domain, at: start) }
      let wide = Plan(
        .expand(below, expansion.replacing(moved)), fields: below.fields + [plan.fields[start]])
      let added = domain.fields.count
      return wide.keeping(
        Array(0..<start) + [start + added] + Array(start..<start + added))
    case .sample(let input, let sample):
      return Plan(.sample(try dependent(domain, input), sample), fields: fields)
    case .union(let inputs):
      return Plan(.union(try inputs.map { try dependent(domain, $0) }), fields: fields)
    case .aggregate(let input, let keys, let aggregates):
      return try aggregate(domain, plan, input, keys, aggregates)
    case .join(let join):
      return try self.join(domain, join)
    case .recursive, .groupingSets, .suppress:
      throw BindingProblem.dependentOnRows.diagnostic(
        at: plan.firstArgument ?? SourceRange(at: 0))
    }
  }

  /// The first rows of `input` for each combination of arguments.
  private static func first(
    _ domain: ArgumentRows, _ input: Plan, _ terms: [PlanSortTerm], count: Int?, offset: Int
  ) throws -> Plan {
    let below = try dependent(domain, input)
    let width = input.fields.count
    return try below.numbered(
      by: columns(of: domain, at: width), terms.map { $0.reading(domain, at: width) },
      after: offset, count: count)
  }

  private static func aggregate(
    _ domain: ArgumentRows, _ plan: Plan, _ input: Plan, _ keys: [BoundExpression],
    _ aggregates: [BoundAggregate]
  ) throws -> Plan {
    let below = try dependent(domain, input)
    let start = input.fields.count
    let added = columns(of: domain, at: start)
    let calls = aggregates.compactMap {
      $0.expression.reading(domain, at: start).aggregate
    }
    let grouped = Plan(
      .aggregate(
        below, keys: added + keys.map { $0.reading(domain, at: start) }, aggregates: calls),
      fields: domain.fields + plan.fields)
    let width = domain.fields.count
    if !keys.isEmpty {
      return grouped.keeping(
        Array(width..<width + plan.fields.count) + Array(0..<width))
    }
    // Without keys there is a row even for arguments for which there are none below.
    let whole = PlanJoin(
      kind: .left, left: domain.plan, right: grouped,
      keys: domain.fields.enumerated().map { position, field in
        let column = BoundExpression(
          .column(position), type: field.type, range: SourceRange(at: 0))
        return PlanJoin.Key(left: column, right: column, matchesNull: true)
      }
    ).plan
    let totals = aggregates.enumerated().map { index, call -> BoundExpression in
      let column = BoundExpression(
        .column(2 * width + index), type: call.type, range: call.range)
      return call.countsNothingAsZero ? column.orZero : column
    }
    return Plan(
      .project(whole, totals + columns(of: domain, at: 0)), fields: plan.fields + domain.fields)
  }

  /// The left side always knows its arguments afterwards; the right side where it reads them.
  private static func join(_ domain: ArgumentRows, _ join: PlanJoin) throws -> Plan {
    let leftWidth = join.left.fields.count
    let added = domain.fields.count
    let left = try dependent(domain, join.left)
    let readsRight =
      join.right.isCorrelated || join.keys.contains { $0.right.isCorrelated }
    let right = readsRight ? try dependent(domain, join.right) : join.right
    var keys = join.keys.map {
      PlanJoin.Key(
        left: $0.left.reading(domain, at: leftWidth),
        right: $0.right.reading(domain, at: join.right.fields.count),
        matchesNull: $0.matchesNull)
    }
    if readsRight {
      let same = domain.fields.enumerated().map { index, field in
        PlanJoin.Key(
          left: BoundExpression(
            .column(leftWidth + index), type: field.type, range: SourceRange(at: 0)),
          right: BoundExpression(
            .column(join.right.fields.count + index), type: field.type,
            range: SourceRange(at: 0)), matchesNull: true)
      }
      // The key that decides as IN does stays the last.
      keys = join.lastKey.isMembership ? same + keys : keys + same
    }
    let residual = join.residual?.remapped { $0 < leftWidth ? $0 : $0 + added }
      .reading(domain, at: leftWidth)
    let joined = PlanJoin(
      kind: join.kind, left: left, right: right, keys: keys, residual: residual,
      lastKey: join.lastKey
    ).plan
    // Columns of the left side, arguments, columns that the join added.
    let own = Array(0..<leftWidth)
    let arguments = Array(leftWidth..<leftWidth + added)
    let rest = Array(
      leftWidth + added..<leftWidth + added + (join.fields.count - leftWidth))
    return joined.keeping(own + rest + arguments)
  }

  /// The columns of `domain` where they stand from `start` on.
  private static func columns(of domain: ArgumentRows, at start: Int) -> [BoundExpression] {
    domain.fields.enumerated().map { index, field in
      BoundExpression(.column(start + index), type: field.type, range: SourceRange(at: 0))
    }
  }
}

extension PlanSortTerm {
  fileprivate func reading(_ domain: ArgumentRows, at start: Int) -> PlanSortTerm {
    PlanSortTerm(
      value: value.reading(domain, at: start), isDescending: isDescending, nullsFirst: nullsFirst)
  }
}

extension BoundExpression {
  /// The expression with its arguments read from the columns of `domain`, from `start` on.
  fileprivate func reading(_ domain: ArgumentRows, at start: Int) -> BoundExpression {
    guard isCorrelated else { return self }
    return replacing { part in
      guard case .outer(let number) = part.kind else { return nil }
      return BoundExpression(.column(start + number), type: part.type, range: part.range)
    }
  }
}

extension Plan {
  /// The first place where it reads an argument.
  fileprivate var firstArgument: SourceRange? {
    for expression in expressions {
      var found: SourceRange?
      _ = expression.contains {
        guard case .outer = $0.kind else { return false }
        found = $0.range
        return true
      }
      if let found { return found }
    }
    if case .shared(let shared) = node { return shared.plan.firstArgument }
    for input in inputs {
      if let found = input.firstArgument { return found }
    }
    return nil
  }
}
