import Columns
import Language

extension Binder {
  /// A call of a function by name: an aggregate or a scalar function.
  func bind(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if let over = call.over {
      return try bindWindow(call, over: over, at: range, &context)
    }
    if call.name.folded == "unnest" { return try bindUnnest(call, at: range, &context) }
    if let value = try expanded(call, at: range, &context) { return value }
    if let derived = DerivedWindow.named(call.name.folded) {
      return try bind(derived, call, at: range, &context)
    }
    if let aggregate = AggregateFunction.named(call.name.folded) {
      return try bind(aggregate, call, at: range, &context)
    }
    guard let function = FunctionTable.scalar(named: call.name.folded) else {
      if Self.listAggregates.contains(call.name.folded) {
        throw BindingProblem.notBuilt("\(call.name.folded), whose result is a list,")
          .diagnostic(at: range)
      }
      if let window = WindowFunction.named(call.name.folded) {
        throw BindingProblem.windowNeedsOver(window.name, signature: window.signature)
          .diagnostic(at: range)
      }
      let known = FunctionReference.all.filter { $0.kind != .table }.flatMap(\.names)
      throw BindingProblem.unknownFunction(call.name.name, known: known)
        .diagnostic(at: call.name.range)
    }
    if call.isDistinct || call.filter != nil || !call.orderBy.isEmpty || !call.withinGroup.isEmpty {
      throw BindingProblem.wrongArguments(
        function: "\(function.name), which is no aggregate,", signature: function.signature,
        types: []
      ).diagnostic(at: range)
    }
    if let named = call.arguments.first(where: { $0.name != nil })?.name {
      throw BindingProblem.notBuilt("a named argument of \(function.name)")
        .diagnostic(at: named.range)
    }
    if function.name == "try", let value = call.arguments.first?.value,
      call.arguments.count == 1, case .cast(let inner, let type, _) = value.kind
    {
      // A text that the statement writes is cast while it is bound.
      return try bind(Expression(.cast(inner, type, isTry: true), value.range), &context)
    }
    let arguments = try call.arguments.map { try bind($0.value, &context) }
    return noting(arguments.first, in: try self.call(function, arguments, at: range), context)
  }

  /// A call of the operator or function called `name`.
  func call(
    _ name: String, _ arguments: [BoundExpression], at range: SourceRange
  ) throws -> BoundExpression {
    guard let function = FunctionTable.scalar(named: name) else {
      throw BindingProblem.notBuilt("the operator \(name)").diagnostic(at: range)
    }
    return try call(function, arguments, at: range)
  }

  private func call(
    _ function: ScalarFunction, _ arguments: [BoundExpression], at range: SourceRange
  ) throws -> BoundExpression {
    let arguments = Self.comparedAsDates(arguments, by: function)
    let overload = try overload(of: function, arguments, at: range)
    if let fault = overload.fault { throw Self.diagnostic(fault, arguments, at: range) }
    let converted = try zip(arguments, overload.argumentTypes).map { argument, type in
      try cast(argument, to: type)
    }
    if let choice = choice(function, converted, type: overload.resultType, at: range) {
      return choice
    }
    return folded(
      BoundExpression(
        .call(function.name, overload, converted), type: overload.resultType, range: range))
  }

  /// `coalesce`, `ifnull` and `if` as choices: an argument that is not taken must neither fail nor
  /// leave notes.
  private func choice(
    _ function: ScalarFunction, _ arguments: [BoundExpression], type: DataType,
    at range: SourceRange
  ) -> BoundExpression? {
    guard arguments.contains(where: { $0.constant == nil }) else { return nil }
    switch function.name {
    case "coalesce", "ifnull":
      let branches = arguments.dropLast().compactMap { argument -> BoundExpression.Branch? in
        guard let test = FunctionTable.scalar(named: "is not null"),
          let overload = test.resolve([argument.type])
        else { return nil }
        let condition = BoundExpression(
          .call(test.name, overload, [argument]), type: .boolean, range: argument.range)
        return BoundExpression.Branch(condition: condition, result: argument)
      }
      guard branches.count == arguments.count - 1, !branches.isEmpty else { return nil }
      return BoundExpression(
        .choose(branches, otherwise: arguments.last), type: type, range: range)
    case "if":
      guard arguments.count == 3 else { return nil }
      let branch = BoundExpression.Branch(condition: arguments[0], result: arguments[1])
      return BoundExpression(
        .choose([branch], otherwise: arguments[2]), type: type, range: range)
    default: return nil
    }
  }

  /// The overload for the arguments as they are; failing that, with texts written in the
  /// statement taken as whatever type fits: `seized_on >= '2024-01-01'`.
  private func overload(
    of function: ScalarFunction, _ arguments: [BoundExpression], at range: SourceRange
  ) throws -> ScalarOverload {
    let constants = arguments.map(\.constant)
    let types = Self.narrowed(arguments)
    if let overload = function.resolve(types, constants: constants) { return overload }
    let plain = arguments.map(\.type)
    if plain != types, let overload = function.resolve(plain, constants: constants) {
      return overload
    }
    let comparesTruths =
      types.contains(.boolean) && FunctionTable.comparisons.contains { $0.name == function.name }
    let open = zip(types, arguments).map { type, argument -> DataType in
      switch argument.constant {
      case .text: .null
      // Beside a BOOLEAN, 0 and 1 are false and true.
      case .integer(0...1) where comparesTruths: .null
      default: type
      }
    }
    if open != types, let overload = function.resolve(open, constants: constants) {
      return overload
    }
    let shown = arguments.map(\.type)
    let isOperator = function.name.utf8.allSatisfy { !(97...122).contains($0) }
    let problem: BindingProblem =
      isOperator && shown.count == 2
      ? .wrongTypes(operator: function.name, shown[0], shown[1])
      : .wrongArguments(function: function.name, signature: function.signature, types: shown)
    throw problem.diagnostic(at: range)
  }

  /// The arguments' types, where a whole number written beside a DECIMAL counts as a DECIMAL of
  /// just its digits: `quantity * 2` then needs one digit more, not nineteen.
  private static func narrowed(_ arguments: [BoundExpression]) -> [DataType] {
    let hasDecimal = arguments.contains { if case .decimal = $0.type { true } else { false } }
    return arguments.map { argument in
      guard hasDecimal, case .integer(let number)? = argument.constant else {
        return argument.type
      }
      return .decimal(precision: max(1, String(number.magnitude).utf8.count), scale: 0)
    }
  }

  /// The expression as a value of `type`; itself where it is one already.
  func cast(
    _ expression: BoundExpression, to type: DataType, isTry: Bool = false,
    at range: SourceRange? = nil
  ) throws -> BoundExpression {
    if expression.type == type { return expression }
    let range = range ?? expression.range
    if expression.type == .measure && type.isNumeric && type != .percent {
      return FunctionTable.amount(of: expression, as: type, isTry: isTry, at: range)
    }
    let result = BoundExpression(.cast(expression, isTry: isTry), type: type, range: range)
    guard let value = expression.constant else { return result }
    do {
      let converted = try CastKernels.cast(
        Vector(constant: value, type: expression.type, count: 1), to: type, isTry: isTry)
      return BoundExpression(.constant(converted.value(0)), type: type, range: range)
    } catch let error as ValueError {
      throw error.thrown(at: expression.range)
    }
  }

  /// The value of an expression whose parts are all constants; any other is returned as it is.
  ///
  /// Calls that leave notes are not folded: their notes belong to the run.
  func folded(_ expression: BoundExpression) -> BoundExpression {
    let children = expression.children
    guard children.allSatisfy({ $0.constant != nil }) else { return expression }
    let vectors = children.map {
      Vector(constant: $0.constant ?? .null, type: $0.type, count: 1)
    }
    let result: Vector?
    switch expression.kind {
    case .call(_, let overload, _) where !overload.countsNotes:
      // An error is left for the run, which may never reach it.
      result = try? overload.evaluate(vectors, 1, folding)
    case .and: result = LogicKernels.and(vectors, count: 1)
    case .or: result = LogicKernels.or(vectors, count: 1)
    default: result = nil
    }
    guard let result else { return expression }
    return BoundExpression(
      .constant(result.value(0)), type: expression.type, range: expression.range)
  }
}
