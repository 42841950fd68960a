import Columns
import Language

/// An aggregation made in two steps: the first groups rows by more columns than are asked for, the
/// second combines the results of those groups.
struct GroupingSteps {
  /// The aggregation that the two make together.
  private let plan: Plan
  private let keys: [BoundExpression]
  /// What the first step groups by besides.
  private let columns: [BoundExpression]
  /// The calls of the first step.
  private(set) var first: [BoundAggregate] = []
  /// Whether every call could be made.
  private var isPossible = true
  /// For each call of the plan what it combines, over the columns of the first step.
  private var second: [(call: BoundAggregate, combined: BoundExpression)] = []

  init(_ plan: Plan, keys: [BoundExpression], columns: [BoundExpression] = []) {
    self.plan = plan
    self.keys = keys
    self.columns = columns
  }

  /// Has the first step make `call`, and the second combine it.
  mutating func add(_ call: BoundAggregate) {
    second.append((call, result(of: call)))
  }

  /// The same for a call with conditions on columns by which the first step groups: they are asked of
  /// its groups.
  mutating func add(_ call: BoundAggregate, _ condition: GroupedCondition) {
    let branches = condition.branches.map { branch in
      BoundExpression.Branch(
        condition: branch.condition.remapped(place), result: result(of: call, over: branch.result))
    }
    let otherwise =
      condition.otherwise.map { result(of: call, over: $0) } ?? .nothing(call)
    second.append(
      (
        call,
        BoundExpression(
          .choose(branches, otherwise: otherwise), type: call.type, range: call.range)
      ))
  }

  /// Where the first step yields a column of its input by which it groups.
  private func place(_ column: Int) -> Int {
    (keys + columns).firstIndex { $0.column == column } ?? 0
  }

  /// The column of the first step that holds `call`.
  private mutating func result(of call: BoundAggregate) -> BoundExpression {
    let place = first.firstIndex { $0.isSame(as: call) } ?? first.count
    if place == first.count { first.append(call) }
    return BoundExpression(
      .column(keys.count + columns.count + place), type: call.type, range: call.range)
  }

  /// What `call` makes of the rows of one group of the first step where each gives it `value`; nil is
  /// the row itself.
  private mutating func result(
    of call: BoundAggregate, over value: BoundExpression?
  ) -> BoundExpression {
    switch (call.function.name, value?.constant) {
    case (_, .null?): return .nothing(call)
    case ("count", _?): return rows(call)
    case ("min", let constant?), ("max", let constant?):
      return BoundExpression(.constant(constant), type: call.type, range: call.range)
    case ("sum", let constant?) where Constants.unscaled(constant) == 0:
      return .zero(call)
    case ("sum", let constant?)
    where Constants.unscaled(constant) == PowersOfTen.integer(value?.type.scale ?? 0):
      return BoundExpression(.cast(rows(call), isTry: false), type: call.type, range: call.range)
    default:
      return result(of: call.replacing(inputs: value.map { [$0] } ?? [], filter: nil))
    }
  }

  /// How many rows a group has.
  private mutating func rows(_ call: BoundAggregate) -> BoundExpression {
    guard let count = try? BoundAggregate.call("count", [], at: call.range) else {
      isPossible = false
      return .nothing(call)
    }
    return result(of: count)
  }

  /// The first step, over the input of the aggregation.
  func firstStep(over input: Plan) -> Plan {
    let fields =
      (keys + columns).map { key in
        Field(name: key.column.map { input.fields[$0].name } ?? "", type: key.type)
      } + first.map { Field(name: $0.text(input.fields), type: $0.type) }
    return Plan(.aggregate(input, keys: keys + columns, aggregates: first), fields: fields)
  }

  /// The second step, over the first; nil where a call does not combine.
  func secondStep(over first: Plan) -> Plan? {
    let keys = self.keys.enumerated().map { place, key in
      BoundExpression(.column(place), type: key.type, range: key.range)
    }
    let calls = second.compactMap { call, combined in try? call.combining(combined) }
    guard isPossible, calls.count == second.count else { return nil }
    let fields =
      plan.fields.prefix(keys.count)
      + calls.map { Field(name: $0.text(first.fields), type: $0.type) }
    let combined = Plan(.aggregate(first, keys: keys, aggregates: calls), fields: Array(fields))
    let results = zip(second, calls).enumerated().map { place, step in
      result(of: step.0.call, as: step.1.type, at: keys.count + place)
    }
    return Plan(.project(combined, keys + results), fields: plan.fields)
  }

  /// The result of `call` at a column of the second step: of its type, for a sum of counts is wider
  /// than a count, and 0 where it counts no rows, of which there is no group to combine.
  private func result(
    of call: BoundAggregate, as type: DataType, at column: Int
  ) -> BoundExpression {
    let column = BoundExpression(.column(column), type: type, range: call.range)
    let result =
      type == call.type
      ? column : BoundExpression(.cast(column, isTry: false), type: call.type, range: call.range)
    guard keys.isEmpty, call.function.traits.contains(.zeroOverNothing),
      let isThere = try? BoundExpression.call("is not null", [column], at: call.range)
    else { return result }
    return BoundExpression(
      .choose(
        [BoundExpression.Branch(condition: isThere, result: result)], otherwise: .zero(call)),
      type: call.type, range: call.range)
  }
}

extension BoundExpression {
  /// What `call` makes of rows that give it nothing.
  fileprivate static func nothing(_ call: BoundAggregate) -> BoundExpression {
    call.function.traits.contains(.zeroOverNothing)
      ? .zero(call) : BoundExpression(.constant(.null), type: call.type, range: call.range)
  }

  /// 0, of the type of `call`.
  fileprivate static func zero(_ call: BoundAggregate) -> BoundExpression {
    let zero: Value =
      if case .decimal(_, let scale) = call.type { .decimal(unscaled: 0, scale: scale) } else {
        .integer(0)
      }
    return BoundExpression(.constant(zero), type: call.type, range: call.range)
  }
}
