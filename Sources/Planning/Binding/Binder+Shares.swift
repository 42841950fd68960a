import Columns
import Language

// SHARE and GROWTH, written in terms of `/`, `-`, sums over windows and the row of the period
// before. They so work for every type for which those do.

extension Binder {
  /// A call of SHARE or GROWTH.
  func bind(
    _ derived: DerivedWindow, _ call: FunctionCall, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if derived.kind == .growth && call.over == nil {
      throw BindingProblem.windowNeedsOver(derived.name, signature: derived.signature)
        .diagnostic(at: range)
    }
    try check(windowCall: call, at: range, context)
    let refused: [(isWritten: Bool, what: String)] = [
      (call.filter != nil, "FILTER"), (call.isDistinct, "DISTINCT"),
      (call.ignoresNulls != nil, "IGNORE NULLS or RESPECT NULLS"),
      (!call.orderBy.isEmpty, "ORDER BY inside the call"),
      (!call.withinGroup.isEmpty, "WITHIN GROUP"),
    ]
    if let part = refused.first(where: \.isWritten) {
      throw BindingProblem.notForWindow(part.what, derived.name).diagnostic(at: range)
    }
    let arguments = try call.arguments.map { try bind($0.value, &context) }
    guard arguments.count == 1, call.arguments[0].name == nil,
      arguments[0].type.isNumeric || [.null, .measure].contains(arguments[0].type)
    else {
      throw BindingProblem.wrongArguments(
        function: derived.name, signature: derived.signature, types: arguments.map(\.type)
      ).diagnostic(at: range)
    }
    let value = arguments[0]
    let parts = try call.over.map { try self.parts(of: $0, in: context) }
    let partition = try (parts?.partitionBy ?? []).map { try bind($0, &context) }
    let order = try (parts?.orderBy ?? []).map { term in
      sortTerm(try bind(term.value, &context), term.direction, term.nulls)
    }
    if let frame = parts?.frame {
      throw BindingProblem.notForWindow("frame", derived.name).diagnostic(at: frame.range)
    }
    if let inner = ([value] + partition + order.map(\.value)).first(where: \.hasWindow) {
      throw BindingProblem.nestedWindow(derived.name, isInWindow: true).diagnostic(at: inner.range)
    }
    let fraction =
      switch derived.kind {
      case .share: try share(of: value, in: partition, order, call, at: range)
      case .growth: try growth(of: value, in: partition, order, at: range)
      }
    return try cast(fraction, to: .percent)
  }

  /// `x / sum(x) OVER (PARTITION BY …)`.
  private func share(
    of value: BoundExpression, in partition: [BoundExpression], _ order: [PlanSortTerm],
    _ call: FunctionCall, at range: SourceRange
  ) throws -> BoundExpression {
    if let term = order.first {
      throw BindingProblem.shareWithOrder.diagnostic(at: term.value.range)
    }
    guard let sum = AggregateFunction.named("sum"),
      let overload = try? sum.resolve([value.type], constants: [nil])
    else {
      throw BindingProblem.wrongArguments(
        function: "sum", signature: "sum(number)", types: [value.type]
      ).diagnostic(at: range)
    }
    let total = BoundAggregate(
      function: sum, overload: overload,
      arguments: [try cast(value, to: overload.argumentTypes[0])], parameters: [],
      isDistinct: false, orderBy: [], filter: nil, range: range,
      measures: MeasureUse(
        function: call.name.name, arguments: call.arguments.map(\.value.sql), place: 0,
        grouping: nil, isWindow: true))
    let window = BoundWindow(
      call: .aggregate(total), partition: partition, order: [], frame: .partition,
      type: total.type, range: range, isShare: true)
    return try self.call("/", [value, window.expression], at: range)
  }

  /// `(x - previous) / previous`, where `previous` is the value of the period before.
  private func growth(
    of value: BoundExpression, in partition: [BoundExpression], _ order: [PlanSortTerm],
    at range: SourceRange
  ) throws -> BoundExpression {
    guard order.count == 1 else {
      throw BindingProblem.growthOrder(terms: order.count)
        .diagnostic(at: order.dropFirst().first?.value.range ?? range)
    }
    switch order[0].value.type {
    case .bigint, .hugeint, .date, .timestamp: break
    case let type:
      throw BindingProblem.growthPeriod(type).diagnostic(at: order[0].value.range)
    }
    let window = BoundWindow(
      call: .function(.periodBefore, [value], orderBy: [], ignoresNulls: false),
      partition: partition, order: order, frame: .partition, type: value.type, range: range)
    let previous = window.expression
    return try call("/", [try call("-", [value, previous], at: range), previous], at: range)
  }
}
