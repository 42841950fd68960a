import Columns
import Language

/// A SUPPRESS whose words are resolved.
struct BoundSuppression {
  let threshold: Int
  /// Which item of the SELECT list is the count.
  let item: Int
  let range: SourceRange
}

extension Binder {
  /// The least threshold. Below 2 would hide nothing but 1, which the mark `<2` then tells.
  private static let leastThreshold = 3

  /// The words of `suppression`, checked against the SELECT that it closes.
  ///
  /// - Throws: a ``Diagnostic`` where the query has no groups, or says of hidden ones what they are.
  func resolved(
    _ suppression: Suppression, _ core: SelectCore, _ items: [Item],
    _ context: inout ExpressionContext
  ) throws -> BoundSuppression {
    let refused: [(isWritten: Bool, what: String)] = [
      (core.distinct != nil, "DISTINCT"), (core.qualify != nil, "QUALIFY"),
      (core.having != nil, "HAVING"),
    ]
    if let clause = refused.first(where: \.isWritten) {
      throw BindingProblem.suppressBeside(clause.what).diagnostic(at: suppression.range)
    }
    if core.groupBy == nil && !items.contains(where: { $0.value.hasAggregate }) {
      throw BindingProblem.suppressWithoutGroups.diagnostic(at: suppression.range)
    }
    guard let threshold = try? rowNumber(suppression.threshold, clause: "SUPPRESS"),
      threshold >= Self.leastThreshold
    else {
      throw BindingProblem.suppressThreshold(least: Self.leastThreshold)
        .diagnostic(at: suppression.threshold.range)
    }
    context.clause = "SUPPRESS"
    if let count = suppression.count {
      let value = try orderValue(count, items, &context)
      guard let item = items.firstIndex(where: { $0.value.isSame(as: value) }),
        Self.isCount(value)
      else { throw BindingProblem.suppressOn.diagnostic(at: count.range) }
      return BoundSuppression(threshold: threshold, item: item, range: suppression.range)
    }
    let counts = items.indices.filter { item in
      guard let aggregate = items[item].value.aggregate else { return false }
      return aggregate.function.name == "count" && aggregate.arguments.isEmpty
        && aggregate.filter == nil
    }
    guard counts.count == 1 else {
      throw BindingProblem.suppressCount(counts.count).diagnostic(at: suppression.range)
    }
    return BoundSuppression(threshold: threshold, item: counts[0], range: suppression.range)
  }

  /// Whether the value counts something: a count, or a sum of whole numbers.
  private static func isCount(_ value: BoundExpression) -> Bool {
    guard let aggregate = value.aggregate, value.type == .bigint || value.type == .hugeint
    else { return false }
    return aggregate.function.traits.contains(.count)
      || ["sum", "count_if"].contains(aggregate.function.name)
  }
}

/// The columns of a grouped result on their way into a ``Plan/Node/suppress(_:_:)``.
struct SuppressedResult {
  /// What the query yields, and what it is sorted by.
  struct Output {
    let name: String
    let value: BoundExpression
    /// Whether it says more of a row than its keys.
    let isFigure: Bool
  }

  let suppression: BoundSuppression
  let outputs: [Output]
  /// A bit for each key, 1 where a row adds up over it.
  let set: BoundExpression
  let keys: [BoundExpression]
  let windows: [BoundWindow]

  /// The outputs, with NULL for the figures of hidden rows, and behind all columns what their counts
  /// read.
  ///
  /// - Throws: a ``Diagnostic`` where a window would tell of hidden rows.
  func plan(over input: Plan) throws -> Plan {
    var values = outputs.map(\.value)
    func place(_ value: BoundExpression) -> Int {
      values.append(value)
      return values.count - 1
    }
    let set = place(self.set)
    let keys = self.keys.map(place)
    let sums = try windows.map { window in
      try check(window)
      return window.partition.map(place)
    }
    let suppression = PlanSuppression(
      threshold: self.suppression.threshold, count: self.suppression.item,
      figures: outputs.indices.filter { outputs[$0].isFigure }, set: set, keys: keys, sums: sums,
      range: self.suppression.range)
    let names = outputs.map(\.name) + values.dropFirst(outputs.count).map { _ in "" }
    let projected = Plan(
      .project(input, values),
      fields: zip(names, values).map { Field(name: $0, type: $1.type) })
    return Plan(
      .suppress(projected, suppression),
      fields: projected.fields + [Field(name: "hidden", type: .varchar)])
  }

  /// Refuses all windows but sums over whole partitions: any other may tell of one row what another is.
  private func check(_ window: BoundWindow) throws {
    if case .aggregate(let aggregate) = window.call, window.frame.isPartition,
      ["sum", "count", "avg"].contains(aggregate.function.name), aggregate.filter == nil,
      !aggregate.isDistinct
    {
      return
    }
    let isGrowth =
      if case .function(let function, _, _, _) = window.call {
        function.kind == .periodBefore
      } else {
        false
      }
    throw BindingProblem.suppressWindow(isGrowth ? "growth" : window.name).diagnostic(
      at: window.range)
  }

  /// What the query yields of `plan`, which has the columns of ``plan(over:)``: counts as texts.
  func shown(_ plan: Plan, items: Int) throws -> Plan {
    let range = suppression.range
    let columns = plan.columns
    let mark = columns[plan.fields.count - 1]
    let isHidden = try BoundExpression.call("is not null", [mark], at: range)
    let values = columns[..<items].enumerated().map { item, column -> BoundExpression in
      if item != suppression.item { return column }
      let text = BoundExpression(
        .cast(column, isTry: false), type: .varchar, range: column.range)
      return .choosing(mark, where: isHidden, otherwise: text)
    }
    return Plan(
      .project(plan, values),
      fields: zip(plan.fields, values).map { Field(name: $0.name, type: $1.type) })
  }
}
