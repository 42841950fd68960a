import Columns
import Language

extension Binder {
  /// The plan cut to LIMIT and OFFSET; a sort below learns how many rows are wanted.
  func limited(_ plan: Plan, _ limit: Limit?) throws -> Plan {
    guard let limit else { return plan }
    let offset = try limit.offset.flatMap { try rowNumber($0, clause: "OFFSET") } ?? 0
    if limit.isPercent, let share = limit.count {
      return try limited(plan, to: percentage(share), offset: offset, at: limit.range)
    }
    let count = try limit.count.flatMap { try rowNumber($0, clause: "LIMIT") }
    guard case .sort(let below, let terms, _) = plan.node else {
      if limit.isWithTies { throw BindingProblem.tiesWithoutOrder.diagnostic(at: limit.range) }
      return Plan(.limit(plan, count: count, offset: offset), fields: plan.fields)
    }
    if limit.isWithTies, let count {
      let (last, overflow) = count.addingReportingOverflow(offset)
      let tied = try below.numbered(
        by: [], terms, count: overflow ? nil : last, ranking: "rank")
      let sorted = Plan(.sort(tied, terms, limit: nil), fields: plan.fields)
      return offset == 0
        ? sorted : Plan(.limit(sorted, count: nil, offset: offset), fields: plan.fields)
    }
    var needed: Int?
    if let count {
      let (last, overflow) = count.addingReportingOverflow(offset)
      needed = overflow ? nil : last
    }
    let sorted = Plan(.sort(below, terms, limit: needed), fields: plan.fields)
    return Plan(.limit(sorted, count: count, offset: offset), fields: plan.fields)
  }

  /// The rows behind the first `offset`, as many as are `percent` of all, rounded down.
  private func limited(
    _ plan: Plan, to percent: Double, offset: Int, at range: SourceRange
  ) throws -> Plan {
    let width = plan.fields.count
    let numbered = try plan.ranked(by: [])
    let all = try MatchCount.count(nil, at: range)
    let counted = Plan(
      .window(
        numbered,
        [
          BoundWindow(
            call: .aggregate(all), partition: [], order: [], frame: .partition, type: .bigint,
            range: range)
        ]), fields: numbered.fields + [Field(name: "", type: .bigint)])
    func constant(_ value: Value, _ type: DataType) -> BoundExpression {
      BoundExpression(.constant(value), type: type, range: range)
    }
    let number = try call(
      "-",
      [
        BoundExpression(.column(width), type: .bigint, range: range),
        constant(.integer(Int128(offset)), .bigint),
      ], at: range)
    let total = BoundExpression(.column(width + 1), type: .bigint, range: range)
    let wanted = try call(
      "/",
      [
        try call(
          "*", [try cast(total, to: .double), constant(.double(percent), .double)], at: range),
        constant(.double(100), .double),
      ], at: range)
    let conditions = [
      try call(">", [number, constant(.integer(0), .bigint)], at: range),
      try call("<=", [try cast(number, to: .double), wanted], at: range),
    ]
    return Plan(
      .filter(counted, BoundExpression(.and(conditions), type: .boolean, range: range)),
      fields: counted.fields
    ).keeping(Array(plan.fields.indices))
  }

  private func percentage(_ expression: Expression) throws -> Double {
    guard let percent = try constantNumber(expression), (0...100).contains(percent) else {
      throw BindingProblem.badPercentage.diagnostic(at: expression.range)
    }
    return percent
  }

  /// The value of a constant number; nil for anything else.
  func constantNumber(_ expression: Expression) throws -> Double? {
    var context = ExpressionContext(scope: Scope(), clause: "LIMIT")
    let bound = try cast(try bind(expression, &context), to: .double)
    guard case .double(let number)? = bound.constant else { return nil }
    return number
  }

  /// A constant number of rows; nil where it is NULL.
  func rowNumber(_ expression: Expression, clause: String) throws -> Int? {
    var context = ExpressionContext(scope: Scope(), clause: clause)
    let bound = try? bind(expression, &context)
    if bound?.constant?.isNull == true { return nil }
    guard case .integer(let number)? = bound?.constant, number >= 0, let rows = Int(exactly: number)
    else {
      throw BindingProblem.notAnInteger(clause: clause).diagnostic(at: expression.range)
    }
    return rows
  }

  // MARK: Samples

  /// The rows of a sample, the same in every run: those whose number, hashed with the seed, is small.
  func sampled(_ plan: Plan, _ sample: Sample?) throws -> Plan {
    guard let sample else { return plan }
    let methods = ["reservoir", "bernoulli", "system"]
    if let method = sample.method, !methods.contains(method.folded) {
      throw BindingProblem.unknownSampling(method.name, known: methods)
        .diagnostic(at: method.range)
    }
    let seed = try sample.seed.flatMap { try rowNumber($0, clause: "REPEATABLE") } ?? 0
    let size: PlanSample.Size
    switch sample.unit {
    case .percent: size = .share(try percentage(sample.size) / 100)
    case .rows: size = .rows(try rowNumber(sample.size, clause: "SAMPLE") ?? 0)
    }
    return Plan(
      .sample(plan, PlanSample(size: size, seed: UInt64(seed))), fields: plan.fields)
  }
}
