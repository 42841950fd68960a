import Columns
import Language
import Planning

extension CompiledExpression {
  /// The value of each row of `batch`.
  ///
  /// - Throws: a ``Diagnostic`` at the expression that failed.
  func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Vector {
    switch kind {
    case .column(let position):
      return try located { try batch.column(position) }
    case .constant(let value):
      return Vector(constant: value, type: type, count: batch.count)
    case .lookup(let column, let domain, let image):
      return try located {
        try Lookup.rows(of: try batch.column(column), in: domain, from: image)
      }
    case .call(let overload, let arguments):
      let vectors = try arguments.map { try $0.evaluate(batch, context) }
      return try located { try overload.evaluate(vectors, batch.count, context.evaluation) }
    case .cast(let inner, let isTry):
      let vector = try inner.evaluate(batch, context)
      return try located { try CastKernels.cast(vector, to: type, isTry: isTry) }
    case .and(let terms):
      return LogicKernels.and(try terms.map { try $0.evaluate(batch, context) }, count: batch.count)
    case .or(let terms):
      return LogicKernels.or(try terms.map { try $0.evaluate(batch, context) }, count: batch.count)
    case .choose(let branches, let otherwise):
      return try choose(branches, otherwise, batch, context)
    }
  }

  /// Evaluates each branch on just the rows that reach it, so that a branch's errors and notes
  /// are those of its own rows.
  private func choose(
    _ branches: [(condition: CompiledExpression, result: CompiledExpression)],
    _ otherwise: CompiledExpression?, _ batch: Batch, _ context: ExecutionContext
  ) throws -> Vector {
    var parts: [(rows: RowSelection, values: Vector)] = []
    var rest = RowSelection(range: 0..<batch.count)
    for branch in branches where rest.count > 0 {
      let remaining = rest.count == batch.count ? batch : batch.selecting(rest)
      let answer = try branch.condition.evaluate(remaining, context)
      let chosen = Selecting.rows(where: answer) ?? RowSelection(range: 0..<rest.count)
      if chosen.count == 0 { continue }
      let values = try branch.result.evaluate(
        chosen.count == rest.count ? remaining : remaining.selecting(chosen), context)
      parts.append((Gather.compose(chosen, over: rest), values))
      rest = Gather.compose(Selecting.complement(of: chosen, count: rest.count), over: rest)
    }
    if rest.count > 0 {
      let remaining = rest.count == batch.count ? batch : batch.selecting(rest)
      let values =
        try otherwise?.evaluate(remaining, context)
        ?? Vector(constant: .null, type: type, count: rest.count)
      parts.append((rest, values))
    }
    return try located { try Selecting.interleave(parts, type: type, count: batch.count) }
  }

  /// Runs `body`, putting this expression's place to what goes wrong with a value.
  private func located<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ValueError {
      throw BindingProblem.value(error).diagnostic(at: range)
    }
  }
}
