import Columns
import Language

/// The combinations of arguments that the rows of a plan ask for, each once.
struct ArgumentDomain {
  /// The rows that ask, and that are to be joined with the answers; the plan that was given, under
  /// an identity where computing it twice would cost.
  let input: Plan
  /// A column an argument.
  let plan: Plan
  private let arguments: [BoundExpression]

  init(of input: Plan, _ arguments: [BoundExpression]) {
    let shared =
      input.isCheapToRepeat && !input.isCorrelated
      ? input : Plan(.shared(SharedPlan(name: "outer rows", plan: input)), fields: input.fields)
    self.input = shared
    self.arguments = arguments
    let fields = arguments.map { Field(name: "", type: $0.type) }
    let distinct = Plan(.project(shared, arguments), fields: fields).distinct()
    plan = Plan(.shared(SharedPlan(name: "arguments", plan: distinct)), fields: fields)
  }

  /// Keys that join ``input`` with answers, whose arguments stand from column `start` on.
  func keys(at start: Int) -> [PlanJoin.Key] {
    arguments.enumerated().map { index, argument in
      PlanJoin.Key(
        left: argument,
        right: BoundExpression(
          .column(start + index), type: argument.type, range: argument.range),
        matchesNull: true)
    }
  }
}

extension Plan {
  /// Whether reading it a second time costs about as little as reading a copy of it.
  fileprivate var isCheapToRepeat: Bool {
    switch node {
    case .scan, .values, .shared, .workingTable: true
    case .filter(let input, _), .project(let input, _): input.isCheapToRepeat
    default: false
    }
  }
}

/// The rows of arguments that a query is computed for, and what was made of the plans that it
/// shares: each is computed once for all places that read it.
final class ArgumentRows {
  let plan: Plan
  private var known: [ObjectIdentifier: SharedPlan] = [:]

  init(_ plan: Plan) { self.plan = plan }

  var fields: [Field] { plan.fields }

  /// What `make` gave for `shared` at the first call.
  func dependent(_ shared: SharedPlan, _ make: (Plan) throws -> Plan) rethrows -> SharedPlan {
    if let made = known[ObjectIdentifier(shared)] { return made }
    let made = SharedPlan(name: shared.name, plan: try make(shared.plan))
    known[ObjectIdentifier(shared)] = made
    return made
  }
}
