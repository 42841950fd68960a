import Columns
import Planning

/// Runs a table that is defined by itself, a step at a time.
struct Recursion {
  private let plan: RecursivePlan
  private let fields: [Field]
  private let context: ExecutionContext

  init(_ plan: RecursivePlan, fields: [Field], _ context: ExecutionContext) {
    self.plan = plan
    self.fields = fields
    self.context = context
  }

  /// Steps after which a table is taken to never end.
  private static let mostSteps = 1_000_000

  /// All rows, those of the anchor first, then those of each step.
  ///
  /// - Throws: a ``Diagnostic`` where the steps do not come to an end.
  func run() throws -> Relation {
    let seen = plan.isDistinct ? RowSet() : nil
    var working = try new(try PlanExecutor(context).run(plan.anchor), seen)
    var chunks = working.chunks
    var steps = 0
    while working.rowCount > 0 {
      try context.cancellation.check()
      steps += 1
      guard steps <= Self.mostSteps else {
        throw BindingProblem.endlessRecursion(plan.identity.name, steps: Self.mostSteps)
          .diagnostic(at: plan.range)
      }
      let step = context.recursing(plan.identity, over: working)
      working = try new(try PlanExecutor(step).run(plan.step), seen)
      chunks += working.chunks
    }
    let count = chunks.reduce(0) { $0 + $1.count }
    return try Arrangement.relation(
      chunks, in: RowSelection(range: 0..<count), fields: fields, context)
  }

  /// The rows that were not there before, where that counts.
  private func new(_ rows: Relation, _ seen: RowSet?) throws -> Relation {
    guard let seen else {
      return Relation(fields: fields, chunks: rows.chunks.filter { $0.count > 0 })
    }
    let chunks = try rows.chunks.map { chunk in
      let fresh = try seen.insert(chunk)
      return fresh.count == chunk.count
        ? chunk
        : Chunk(
          count: fresh.count, columns: try chunk.columns.map { try Gather.rows(fresh, of: $0) })
    }
    return Relation(fields: fields, chunks: chunks.filter { $0.count > 0 })
  }
}
