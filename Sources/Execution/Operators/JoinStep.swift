import Columns
import Language
import Planning

/// Pairs each row of a batch with the matching rows of a relation that was hashed before.
struct JoinStep: Step {
  let kind: PlanJoin.Kind
  let table: JoinTable
  /// The columns of the hashed relation.
  let buildColumns: [Vector]
  /// The keys of the probing side.
  let keys: [CompiledExpression]
  /// What else must hold of a pair, over the columns of both sides.
  let residual: CompiledExpression?
  /// Where to point when a row has a second match that must not be.
  let range: SourceRange?
  let context: ExecutionContext

  /// Pairs made at a time: a key with many matches must not fill the memory.
  static let pairsAtATime = 1 << 18

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let vectors = try keys.map { try $0.evaluate(batch, context) }
    let groups = try table.groups(of: vectors, count: batch.count)
    if kind == .single && table.hasSeveralMatches(groups) {
      throw BindingProblem.subqueryRows(nil).diagnostic(at: range ?? SourceRange(at: 0))
    }
    let keepsUnmatched = kind != .inner
    var start = 0
    while start < batch.count {
      try context.cancellation.check()
      let matches = table.matches(
        groups, from: start, keepsUnmatched: keepsUnmatched && residual == nil,
        limit: Self.pairsAtATime)
      let pairs = batch.joining(matches.probe, with: buildColumns, at: matches.build)
      context.progress?.make(pairs.count)
      if let residual {
        try filter(pairs, matches, residual, batch, start, emit)
      } else {
        try emit(pairs)
      }
      start = matches.end
    }
  }

  /// Keeps the pairs of which `residual` is true and, for a LEFT join, the rows that are left
  /// without a pair.
  private func filter(
    _ pairs: Batch, _ matches: JoinTable.Matches, _ residual: CompiledExpression, _ batch: Batch,
    _ start: Int, _ emit: (Batch) throws -> Void
  ) throws {
    let answer = pairs.count == 0 ? nil : try residual.evaluate(pairs, context)
    let passed = answer.flatMap { Selecting.rows(where: $0) }
    let kept = passed ?? RowSelection(range: 0..<pairs.count)
    if kept.count > 0 { try emit(passed == nil ? pairs : pairs.selecting(kept)) }
    guard kind != .inner else { return }
    let matched = matches.probing(kept)
    let alone = Selecting.unmentioned(by: matched, in: start..<matches.end)
    if alone.count == 0 { return }
    let nowhere = RowSelection(
      rows: Buffer(repeating: RowSelection.missing, count: alone.count), count: alone.count,
      hasMissing: true)
    try emit(batch.joining(alone, with: buildColumns, at: nowhere))
  }
}
