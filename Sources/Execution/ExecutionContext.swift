import Columns
import Planning

/// What one statement runs with.
struct ExecutionContext: Sendable {
  /// How many threads may work at a time.
  let threads: Int
  /// Stops the statement when the user says so.
  let cancellation: Cancellation
  /// Collects what stands as notes under the result.
  let evaluation: EvaluationContext
  /// The most rows of a batch; nil where batches are as large as the chunks that they come from.
  ///
  /// An answer must not depend on it: tests set it to cross the ends of batches often.
  let batchRows: Int?
  /// Keeps what each operator took; nil where nobody asks.
  let profile: PlanProfile?
  /// Counts what is done, for whoever watches; nil where nobody does.
  let progress: QueryProgress?
  /// The shared plans that were run already.
  let sharedResults: SharedResults
  /// The rows that the latest step of each running recursive table yielded.
  private(set) var workingTables: [ObjectIdentifier: Relation] = [:]

  init(
    threads: Int, cancellation: Cancellation, evaluation: EvaluationContext, batchRows: Int? = nil,
    profile: PlanProfile? = nil, progress: QueryProgress? = nil
  ) {
    self.profile = profile
    self.progress = progress
    self.threads = threads
    self.cancellation = cancellation
    self.evaluation = evaluation
    self.batchRows = batchRows.map { max(1, $0) }
    sharedResults = SharedResults()
  }

  private init(_ outer: ExecutionContext, _ sharedResults: SharedResults) {
    threads = outer.threads
    cancellation = outer.cancellation
    evaluation = outer.evaluation
    batchRows = outer.batchRows
    profile = outer.profile
    progress = outer.progress
    workingTables = outer.workingTables
    self.sharedResults = sharedResults
  }

  /// The same context, which keeps in `profile` what each operator takes.
  func profiling(_ profile: PlanProfile) -> ExecutionContext {
    ExecutionContext(
      threads: threads, cancellation: cancellation, evaluation: evaluation, batchRows: batchRows,
      profile: profile, progress: progress)
  }

  /// The context of one step of a recursive table, which reads `rows`.
  func recursing(_ identity: RecursionIdentity, over rows: Relation) -> ExecutionContext {
    var result = ExecutionContext(self, SharedResults(within: sharedResults))
    result.workingTables[ObjectIdentifier(identity)] = rows
    return result
  }
}
