import Columns
import Planning

/// Makes several rows of each row: its columns again and again, each time with another value behind
/// them.
struct ExpandStep: Step {
  let expansion: PlanExpansion
  /// The expressions of the expansion.
  let inputs: [CompiledExpression]
  let context: ExecutionContext

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let vectors = try inputs.map { try $0.evaluate(batch, context) }
    let emission: Expanding.Emission = { rows, values in
      try context.cancellation.check()
      context.progress?.make(values.count)
      try emit(batch.selecting(rows).appending([values]))
    }
    do {
      switch expansion.kind {
      case .series(let includesLast):
        try Expanding.series(
          vectors[0], vectors[1], vectors[2], count: batch.count, includesLast: includesLast,
          emission)
      case .moments(let includesLast):
        try Expanding.moments(
          vectors[0], vectors[1], vectors[2], count: batch.count, includesLast: includesLast,
          emission)
      case .list:
        try Expanding.list(vectors, count: batch.count, emission)
      case .split:
        try Expanding.split(vectors[0], vectors[1], count: batch.count, emission)
      case .splitRegex(let pattern):
        try RegexKernels.split(vectors[0], vectors[1], pattern, count: batch.count, emission)
      case .extractAll(let pattern):
        try RegexKernels.extractAll(
          vectors[0], vectors[1], group: vectors[2], pattern, count: batch.count, emission)
      }
    } catch let error as ValueError {
      throw error.thrown(at: expansion.range)
    }
  }
}
