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
      input.isCheapToRepeat
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
