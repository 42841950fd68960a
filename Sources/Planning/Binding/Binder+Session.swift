import Columns
import Language

extension Binder {
  // MARK: Settings

  /// SET of a setting or a variable.
  func bind(_ set: SetVariable) throws -> BoundStatement {
    if set.isVariable {
      var context = ExpressionContext(scope: Scope(), clause: "SET VARIABLE")
      if let constant = try bind(set.value, &context).constantWithType {
        return .setVariable(name: set.name.folded, .constant(constant))
      }
      let query = Query(selecting: [SelectItem(set.value)], from: [], range: set.value.range)
      return .setVariable(name: set.name.folded, .query(try bind(query)))
    }
    return try change(set.name, to: try settingText(set.value))
  }

  /// RESET of a setting.
  func bindReset(_ name: Identifier, isVariable: Bool) throws -> BoundStatement {
    if isVariable { return .setVariable(name: name.folded, nil) }
    if Setting.ignored.contains(name.folded) { return Self.ignoring(name) }
    let setting = try setting(name.name, at: name.range)
    var settings = state.settings
    _ = setting.set(setting.value(in: Settings()), &settings)
    if setting.names[0] == "threads" { settings.threads = nil }
    return .settings(settings, changed: setting)
  }

  /// PRAGMA: the few that ask or set something here; others do nothing.
  func bind(_ pragma: Pragma) throws -> BoundStatement {
    switch pragma.name.folded {
    case "table_info" where pragma.arguments.count == 1:
      let name = try settingText(pragma.arguments[0])
      let table = QualifiedName(
        [Identifier(name, range: pragma.arguments[0].range)], range: pragma.arguments[0].range)
      return .tableInfo(try definition(ofTable: table))
    case "show_tables": return .showTables
    default:
      if pragma.arguments.count == 1, Setting.named(pragma.name.name) != nil {
        return try change(pragma.name, to: try settingText(pragma.arguments[0]))
      }
      return Self.ignoring(pragma.name)
    }
  }

  private static func ignoring(_ name: Identifier) -> BoundStatement {
    .nothing(message: "\(name.name) has no meaning here; nothing was changed")
  }

  private func change(_ name: Identifier, to value: String) throws -> BoundStatement {
    if Setting.ignored.contains(name.folded) { return Self.ignoring(name) }
    let setting = try setting(name.name, at: name.range)
    var settings = state.settings
    guard setting.set(value.lowercased(), &settings) else {
      throw TableProblem.settingValue(name: setting.names[0], value: value, values: setting.values)
        .diagnostic(at: name.range)
    }
    return .settings(settings, changed: setting)
  }

  /// The setting called `name`.
  func setting(_ name: String, at range: SourceRange) throws -> Setting {
    guard let setting = Setting.named(name) else {
      throw TableProblem.unknown(
        kind: "setting", name: name, known: Setting.all.flatMap(\.names)
      ).diagnostic(at: range)
    }
    return setting
  }

  /// A setting's value as text; a bare word means itself.
  func settingText(_ value: Expression) throws -> String {
    if case .column(let name) = value.kind { return name.parts.map(\.name).joined(separator: ".") }
    var context = ExpressionContext(scope: Scope(), clause: "SET")
    let bound = try cast(try bind(value, &context), to: .varchar)
    guard case .text(let text)? = bound.constant else {
      throw TableProblem.notConstant(what: "a setting").diagnostic(at: value.range)
    }
    return text
  }

  // MARK: Parameters

  /// The value that stands for a parameter.
  func value(of parameter: Parameter, at range: SourceRange) throws -> BoundExpression {
    readParameters.insert(parameter.folded)
    guard let constant = state.parameters[parameter.folded] else {
      throw TableProblem.noParameter(parameter, known: state.parameters.keys.map(\.sql))
        .diagnostic(at: range)
    }
    return BoundExpression(.constant(constant.value), type: constant.type, range: range)
  }

  /// EXECUTE: the prepared statement with its parameters.
  ///
  /// What is wrong in the prepared statement is told at its name here.
  func bind(_ execute: Execute) throws -> BoundStatement {
    guard let statement = state.prepared[execute.name.folded] else {
      throw TableProblem.unknown(
        kind: "prepared statement", name: execute.name.name,
        known: state.prepared.keys.sorted()
      ).diagnostic(at: execute.name.range)
    }
    var parameters = state.parameters
    var given: [(parameter: Parameter, range: SourceRange)] = []
    for (index, argument) in execute.arguments.enumerated() {
      var context = ExpressionContext(scope: Scope(), clause: "EXECUTE")
      guard let constant = try bind(argument.value, &context).constantWithType else {
        throw TableProblem.notConstant(what: "a parameter").diagnostic(at: argument.value.range)
      }
      let parameter = argument.name.map { Parameter.named($0.folded) } ?? .numbered(index + 1)
      parameters[parameter] = constant
      given.append((parameter, argument.value.range))
    }
    state.parameters = parameters
    mentionedColumns = nil
    let bound: BoundStatement
    do {
      bound = try bind(statement)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.moved(to: execute.name.range, inside: execute.name.name)
    }
    if let unread = given.first(where: { !readParameters.contains($0.parameter) }) {
      throw TableProblem.unreadParameter(unread.parameter, statement: execute.name.name)
        .diagnostic(at: unread.range)
    }
    return .prepared(bound, name: execute.name)
  }
}

extension BoundExpression {
  /// The value and its type, where the expression is a constant.
  var constantWithType: SessionState.Constant? {
    constant.map { SessionState.Constant($0, type: type) }
  }
}

extension Diagnostic {
  /// The same trouble, told at the name of the prepared statement that it is in.
  package func moved(to range: SourceRange, inside name: String) -> Diagnostic {
    Diagnostic(severity, "\(name): \(message)", at: range, help: help)
  }
}
