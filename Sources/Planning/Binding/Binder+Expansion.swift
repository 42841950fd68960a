import Columns
import Language

/// The `unnest` of a SELECT list: which column it will be, and what of.
final class SelectExpansion {
  /// The position of its column.
  let position: Int
  fileprivate(set) var expansion: PlanExpansion?

  init(position: Int) { self.position = position }
}

extension Binder {
  /// A function in FROM.
  func bind(
    _ call: FunctionCall, as alias: TableAlias?, at range: SourceRange
  ) throws -> BoundTable {
    if let function = FileFunction.named(call.name.folded) {
      return try bind(try files(call, function, at: range), alias)
    }
    switch call.name.folded {
    case "near_duplicates": return try bindNearDuplicates(call, alias, at: range)
    case "generate_series", "range", "unnest":
      var context = ExpressionContext(scope: Scope(), clause: "FROM")
      let expansion = try self.expansion(call, at: range, &context)
      let row = Plan(.values([[]]), fields: [])
      let fields = [Field(name: call.name.folded, type: expansion.type)]
      return try named(
        Plan(.expand(row, expansion), fields: fields), call.name.folded, alias)
    default:
      throw BindingProblem.unknownTableFunction(
        call.name.name, known: FunctionReference.tables.flatMap(\.names)
      )
      .diagnostic(at: call.name.range)
    }
  }

  /// `unnest(…)` in a SELECT list: the SELECT yields a row for each value.
  func bindUnnest(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    guard let slot = context.expansion else {
      throw BindingProblem.unnestNotAllowed(context.clause).diagnostic(at: range)
    }
    guard slot.expansion == nil else {
      throw BindingProblem.severalUnnests.diagnostic(at: range)
    }
    let expansion = try self.expansion(call, at: range, &context)
    slot.expansion = expansion
    return BoundExpression(.column(slot.position), type: expansion.type, range: range)
  }

  /// What a call of a function that yields several values means.
  private func expansion(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> PlanExpansion {
    if let named = call.arguments.first(where: { $0.name != nil })?.name {
      throw BindingProblem.notBuilt("a named argument of \(call.name.folded)")
        .diagnostic(at: named.range)
    }
    let written = call.arguments.map(\.value)
    switch call.name.folded {
    case "unnest":
      guard written.count == 1 else {
        throw BindingProblem.wrongArguments(
          function: "unnest", signature: "unnest(list)", types: []
        ).diagnostic(at: range)
      }
      return try elements(of: written[0], &context)
    case "generate_series", "range":
      return try series(
        call.name.folded, try written.map { try bind($0, &context) }, at: range)
    default:
      return try parts(call, at: range, &context)
    }
  }

  /// The values of a list as it is written.
  private func elements(
    of list: Expression, _ context: inout ExpressionContext
  ) throws -> PlanExpansion {
    switch list.kind {
    case .list(let items):
      return try self.list(items, at: list.range, &context)
    case .call(let call) where call.name.folded == "list_value":
      return try self.list(call.arguments.map(\.value), at: list.range, &context)
    case .call(let call):
      return try expansion(call, at: list.range, &context)
    default:
      throw BindingProblem.notAList.diagnostic(at: list.range)
    }
  }

  private func list(
    _ items: [Expression], at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> PlanExpansion {
    let values = try items.map { try bind($0, &context) }
    let type = try commonType(of: values, what: "this list")
    return PlanExpansion(
      kind: .list, expressions: try values.map { try cast($0, to: type) }, type: type,
      range: range)
  }

  private func parts(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> PlanExpansion {
    if let expansion = try regexExpansion(call, at: range, &context) { return expansion }
    let names = ["string_split", "str_split", "string_to_array", "split"]
    guard names.contains(call.name.folded), call.arguments.count == 2 else {
      throw BindingProblem.notAList.diagnostic(at: range)
    }
    let inputs = try call.arguments.map {
      let value = try bind($0.value, &context)
      guard value.type == .varchar || value.type == .null else {
        throw BindingProblem.wrongArguments(
          function: call.name.folded, signature: "\(call.name.folded)(text, separator)",
          types: [value.type]
        ).diagnostic(at: $0.value.range)
      }
      return try cast(value, to: .varchar)
    }
    return PlanExpansion(kind: .split, expressions: inputs, type: .varchar, range: range)
  }

  private func series(
    _ name: String, _ arguments: [BoundExpression], at range: SourceRange
  ) throws -> PlanExpansion {
    func whole(_ number: Int128) -> BoundExpression {
      BoundExpression(.constant(.integer(number)), type: .bigint, range: range)
    }
    let includesLast = name == "generate_series"
    var values = arguments
    if values.count == 1 { values.insert(whole(0), at: 0) }
    if values.count == 2 { values.append(whole(1)) }
    let types = values.map(\.type)
    if types.count == 3, types.allSatisfy({ $0 == .bigint || $0 == .null }) {
      return PlanExpansion(
        kind: .series(includesLast: includesLast),
        expressions: try values.map { try cast($0, to: .bigint) }, type: .bigint, range: range)
    }
    if types.count == 3, types[2] == .interval,
      types[..<2].allSatisfy({ $0 == .date || $0 == .timestamp })
    {
      return PlanExpansion(
        kind: .moments(includesLast: includesLast),
        expressions: [
          try cast(values[0], to: .timestamp), try cast(values[1], to: .timestamp), values[2],
        ], type: .timestamp, range: range)
    }
    throw BindingProblem.wrongArguments(
      function: name, signature: "\(name)([start,] stop [, step])",
      types: arguments.map(\.type)
    ).diagnostic(at: range)
  }
}
