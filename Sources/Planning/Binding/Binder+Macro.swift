import Columns
import Language

extension Binder {
  /// How deep macros may call macros.
  private static let deepestMacro = 64

  /// CREATE MACRO.
  func bind(_ create: CreateMacro) throws -> BoundStatement {
    let name = try unqualified(create.name)
    let macro = Catalog.Macro(name: name, forms: create.forms)
    let isMixed = create.forms.contains { form in
      if case .table = form.body { !macro.isTable } else { macro.isTable }
    }
    if isMixed {
      throw TableProblem.notIn(clause: "one macro", what: "a value and a table")
        .diagnostic(at: create.name.range)
    }
    if catalog.macro(named: name, isTable: macro.isTable) != nil && !create.isReplacing {
      if create.isIfNotExists {
        return .nothing(message: "macro \(name) is there already; nothing was changed")
      }
      throw TableProblem.exists(kind: "macro", name: name).diagnostic(at: create.name.range)
    }
    for form in create.forms {
      var seen: Set<String> = []
      for parameter in form.parameters
      where !seen.insert(parameter.name.folded).inserted {
        throw TableProblem.duplicateColumn(parameter.name.name, table: name)
          .diagnostic(at: parameter.name.range)
      }
    }
    return .createMacro(macro)
  }

  /// The value of a call of a macro, or of a function that reads the session; nil for other calls.
  func expanded(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression? {
    if let macro = catalog.macro(named: call.name.name, isTable: false) {
      let (form, arguments) = try matched(call, to: macro, at: range)
      guard case .expression(let body) = form.body else { return nil }
      let value = substituting(arguments, at: range).rewrite(body)
      return try nested(macro, at: range) { try bind(value, &context) }
    }
    switch call.name.folded {
    case "getvariable":
      guard let name = try constantText(call, at: range, &context) else { return nil }
      let variable = state.variables[name.lowercased()]
      return BoundExpression(
        .constant(variable?.value ?? .null), type: variable?.type ?? .null, range: range)
    case "current_setting":
      guard let name = try constantText(call, at: range, &context) else { return nil }
      let value = try setting(name, at: range).value(in: state.settings)
      return BoundExpression(.constant(.text(value)), type: .varchar, range: range)
    case "nextval", "currval":
      guard let name = try constantText(call, at: range, &context) else { return nil }
      return try sequenceValue(
        of: name, isNext: call.name.folded == "nextval", at: range, context)
    default: return nil
    }
  }

  /// The plan of a call of a macro that yields rows; nil for other calls.
  func expanded(_ call: FunctionCall, at range: SourceRange) throws -> Plan? {
    guard let macro = catalog.macro(named: call.name.name, isTable: true) else { return nil }
    let (form, arguments) = try matched(call, to: macro, at: range)
    guard case .table(let query) = form.body else { return nil }
    let body = substituting(arguments, at: range).rewrite(query)
    return try nested(macro, at: range) {
      try detached { try bind(body) }
    }
  }

  private func constantText(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> String? {
    guard call.arguments.count == 1 else {
      throw BindingProblem.wrongArguments(
        function: call.name.folded, signature: "\(call.name.folded)('name')", types: []
      ).diagnostic(at: range)
    }
    let argument = try bind(call.arguments[0].value, &context)
    guard case .text(let name)? = argument.constant else {
      throw BindingProblem.wrongArguments(
        function: call.name.folded, signature: "\(call.name.folded)('name')",
        types: [argument.type]
      ).diagnostic(at: range)
    }
    return name
  }

  /// The form that a call means, and what stands for each parameter.
  private func matched(
    _ call: FunctionCall, to macro: Catalog.Macro, at range: SourceRange
  ) throws -> (CreateMacro.Form, [String: Expression]) {
    for form in macro.forms {
      let positional = call.arguments.filter { $0.name == nil }
      guard positional.count <= form.parameters.count else { continue }
      var arguments: [String: Expression] = [:]
      for (parameter, argument) in zip(form.parameters, positional) {
        arguments[parameter.name.folded] = argument.value
      }
      var isFitting = true
      for argument in call.arguments {
        guard let name = argument.name?.folded else { continue }
        guard form.parameters.contains(where: { $0.name.folded == name }),
          arguments[name] == nil
        else {
          isFitting = false
          break
        }
        arguments[name] = argument.value
      }
      for parameter in form.parameters where arguments[parameter.name.folded] == nil {
        guard let value = parameter.default else {
          isFitting = false
          break
        }
        arguments[parameter.name.folded] = SyntaxRewriter(movingTo: range).rewrite(value)
      }
      if isFitting { return (form, arguments) }
    }
    throw TableProblem.macroArguments(
      name: macro.name,
      forms: macro.forms.map { form in
        let parameters = form.parameters.map { parameter in
          parameter.name.name + (parameter.default.map { " := \($0.sql)" } ?? "")
        }
        return "\(macro.name)(\(parameters.joined(separator: ", ")))"
      }
    ).diagnostic(at: range)
  }

  private func substituting(
    _ arguments: [String: Expression], at range: SourceRange
  ) -> SyntaxRewriter {
    SyntaxRewriter(movingTo: range) { expression in
      guard case .column(let name) = expression.kind, name.parts.count == 1 else { return nil }
      return arguments[name.parts[0].folded]
    }
  }

  private func nested<Result>(
    _ macro: Catalog.Macro, at range: SourceRange, _ body: () throws -> Result
  ) throws -> Result {
    guard macroDepth < Self.deepestMacro else {
      throw TableProblem.readsItself(kind: "macro", name: macro.name).diagnostic(at: range)
    }
    macroDepth += 1
    defer { macroDepth -= 1 }
    // Of macros inside macros the analyst knows the outermost.
    if macroDepth > 1 { return try body() }
    return try telling(inside: "macro \(macro.name)", at: range, body)
  }
}
