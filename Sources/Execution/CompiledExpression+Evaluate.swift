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
    case .call(let overload, let arguments) where overload.catchesErrors && arguments.count == 1:
      return try attempt(arguments[0], batch, context)
    case .call(let overload, let arguments):
      let vectors = try arguments.map { try $0.evaluate(batch, context) }
      return try located { try overload.evaluate(vectors, batch.count, context.evaluation) }
    case .cast(let inner, let isTry):
      let vector = try inner.evaluate(batch, context)
      return try located { try CastKernels.cast(vector, to: type, isTry: isTry) }
    case .and(let terms):
      return try connect(terms, deciding: false, batch, context)
    case .or(let terms):
      return try connect(terms, deciding: true, batch, context)
    case .choose(let branches, let otherwise):
      if isCheap, let blended = try? blend(branches, otherwise, batch, context) { return blended }
      let chosen = try choose(branches, otherwise, batch, context)
      guard case .dictionary(let dictionary)? = domain else { return chosen }
      return try DictionaryEncoding.coded(chosen, by: dictionary)
    case .recode(let inner, let domain, let image):
      let vector = try inner.evaluate(batch, context)
      return try located { try Lookup.rows(of: vector, in: domain, from: image) }
    }
  }

  /// AND where `deciding` is false, OR where it is true.
  ///
  /// All terms are evaluated on all rows, which is fastest; a term that fails there, or that counts
  /// notes, is asked only of the rows that the terms before it leave open:
  /// `kind = 'n' AND CAST(v AS BIGINT) > 3`.
  private func connect(
    _ terms: [CompiledExpression], deciding: Bool, _ batch: Batch, _ context: ExecutionContext
  ) throws -> Vector {
    func connected(_ answers: [Vector]) -> Vector {
      deciding
        ? LogicKernels.or(answers, count: batch.count)
        : LogicKernels.and(answers, count: batch.count)
    }
    var answers: [Vector] = []
    for term in terms {
      if answers.isEmpty {
        answers.append(try term.evaluate(batch, context))
        continue
      }
      if !term.countsNotes, let answer = try? term.evaluate(batch, context) {
        answers.append(answer)
        continue
      }
      let isOpen = LogicKernels.is(deciding, connected(answers), isNegated: true)
      guard let open = Selecting.rows(where: isOpen) else {
        answers.append(try term.evaluate(batch, context))
        continue
      }
      if open.count == 0 { break }
      let answer = try term.evaluate(batch.selecting(open), context)
      let decided = Selecting.complement(of: open, count: batch.count)
      let rest = Vector(constant: .boolean(deciding), type: .boolean, count: decided.count)
      answers.append(
        try located {
          try Selecting.interleave(
            [(open, answer), (decided, rest)], type: .boolean, count: batch.count)
        })
    }
    return connected(answers)
  }

  /// The value of `expression`, NULL in the rows in which it fails: a batch that has such rows is
  /// halved until they stand alone. Notes are those of the rows that have a value.
  ///
  /// - Complexity: O(log *n*) evaluations of a batch of *n* rows for each row that fails.
  private func attempt(
    _ expression: CompiledExpression, _ batch: Batch, _ context: ExecutionContext
  ) throws -> Vector {
    let trial = ExecutionContext(
      threads: context.threads, cancellation: context.cancellation,
      evaluation: EvaluationContext(within: context.evaluation), batchRows: context.batchRows)
    do {
      let result = try expression.evaluate(batch, trial)
      context.evaluation.add(trial.evaluation)
      return result
    } catch is Diagnostic {
      if batch.count <= 1 { return Vector(constant: .null, type: type, count: batch.count) }
      let parts = try [0..<(batch.count / 2), (batch.count / 2)..<batch.count].map { rows in
        let rows = RowSelection(range: rows)
        return (rows: rows, values: try attempt(expression, batch.selecting(rows), context))
      }
      return try located { try Selecting.interleave(parts, type: type, count: batch.count) }
    }
  }

  /// Evaluates all branches on all rows, and takes each row's value from the first that holds; nil
  /// where the values do not blend.
  ///
  /// - Throws: where a branch fails on a row that may not reach it.
  private func blend(
    _ branches: [(condition: CompiledExpression, result: CompiledExpression)],
    _ otherwise: CompiledExpression?, _ batch: Batch, _ context: ExecutionContext
  ) throws -> Vector? {
    var result =
      try otherwise?.evaluate(batch, context)
      ?? Vector(constant: .null, type: type, count: batch.count)
    if case .dictionary(let dictionary)? = domain {
      result = try DictionaryEncoding.coded(result, by: dictionary)
    }
    for branch in branches.reversed() {
      let answer = try branch.condition.evaluate(batch, context)
      let value = try branch.result.evaluate(batch, context)
      switch answer.storage {
      // Bits of NULL rows are zero.
      case .bits(let bits):
        guard let next = Blending.blended(bits, value, result, type: type) else { return nil }
        result = next
      case .constant(.boolean(true)):
        result = value
      default: break
      }
    }
    return result
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
      throw error.thrown(at: range)
    }
  }
}
