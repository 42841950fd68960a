import Columns

/// What one statement runs with.
struct ExecutionContext: Sendable {
  /// How many threads may work at a time.
  let threads: Int
  /// Stops the statement when the user says so.
  let cancellation: Cancellation
  /// Collects what stands as notes under the result.
  let evaluation: EvaluationContext
}
