import Columns
import Language
import Planning

extension Session {
  /// Takes over settings that SET or RESET changed.
  func set(_ settings: Settings, _ changed: Setting) -> Outcome {
    if let number = settings.threads { threads = number }
    state.settings = settings
    return .message("\(changed.names[0]) = \(changed.value(in: settings))")
  }

  /// Sets a variable, or forgets it.
  func set(
    _ name: String, to value: BoundVariable?, _ context: ExecutionContext
  ) throws -> Outcome {
    switch value {
    case nil: state.variables[name] = nil
    case .constant(let constant)?: state.variables[name] = constant
    case .query(let plan)?:
      let relation = try PlanExecutor(context).run(Optimizer.optimize(plan))
      let chunk = relation.chunks.first { $0.count > 0 }
      state.variables[name] = SessionState.Constant(
        chunk?.columns[0].value(0) ?? .null, type: plan.fields[0].type)
    }
    return .message(value == nil ? "\(name) is forgotten" : "\(name) is set")
  }

  /// Keeps a statement under a name.
  func prepare(_ name: String, _ statement: Statement) -> Outcome {
    state.prepared[name] = statement
    return .message("prepared \(name)")
  }

  func deallocate(_ name: String?) -> Outcome {
    if let name {
      state.prepared[name] = nil
    } else {
      state.prepared = [:]
    }
    return .message(name.map { "\($0) is forgotten" } ?? "all prepared statements are forgotten")
  }

  /// Runs a prepared statement; its own text is not that of the EXECUTE, so errors are told at the
  /// name.
  func execute(
    _ statement: BoundStatement, named name: Identifier, _ context: ExecutionContext
  ) throws -> Outcome {
    do {
      return try perform(statement, context)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.moved(to: name.range, inside: name.name)
    }
  }
}
