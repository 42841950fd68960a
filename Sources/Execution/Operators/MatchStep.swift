import Columns
import Planning

/// Says of each row of a batch whether a relation that was hashed before has a matching row: keeps
/// those rows, drops them, or puts the answer beside them.
struct MatchStep: Step {
  let kind: PlanJoin.Kind
  let table: JoinTable
  /// What a mark join that answers as IN needs besides.
  let membership: MembershipTables?
  /// The columns of the hashed relation.
  let buildColumns: [Vector]
  /// The keys of the probing side.
  let keys: [CompiledExpression]
  /// What else must hold of a pair, over the columns of both sides.
  let residual: CompiledExpression?
  let context: ExecutionContext

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let vectors = try keys.map { try $0.evaluate(batch, context) }
    let matched =
      try residual.map { residual in
        try self.matched(batch, try table.groups(of: vectors, count: batch.count), residual)
      } ?? table.matched(of: vectors, count: batch.count)
    switch kind {
    case .mark:
      let answer =
        try membership?.answer(matched, vectors)
        ?? Vector(type: .boolean, count: batch.count, storage: .bits(matched))
      try emit(batch.appending([answer]))
    default:
      let kept =
        Selecting.rows(matched, and: nil) ?? RowSelection(range: 0..<batch.count)
      let chosen =
        kind == .anti ? Selecting.complement(of: kept, count: batch.count) : kept
      if chosen.count > 0 {
        try emit(chosen.count == batch.count ? batch : batch.selecting(chosen))
      }
    }
  }

  /// The rows with a pair of which `residual` is true.
  private func matched(
    _ batch: Batch, _ groups: Buffer<UInt32>, _ residual: CompiledExpression
  ) throws -> Bitmap {
    var found: [RowSelection] = []
    var start = 0
    while start < batch.count {
      try context.cancellation.check()
      let matches = table.matches(
        groups, from: start, keepsUnmatched: false, limit: JoinStep.pairsAtATime)
      start = matches.end
      if matches.build.count == 0 { continue }
      let pairs = batch.joining(matches.probe, with: buildColumns, at: matches.build)
      let passed = Selecting.rows(where: try residual.evaluate(pairs, context))
      found.append(matches.probing(passed ?? RowSelection(range: 0..<pairs.count)))
    }
    return JoinMatching.matched(found, count: batch.count)
  }
}

/// What IN asks of the hashed side besides matches: whether there is anything to compare with, and
/// whether a NULL is among it.
struct MembershipTables: Sendable {
  private let candidates: JoinTable
  private let nulls: JoinTable

  /// - Parameters:
  ///   - keys: of the hashed side; the last is the one that IN compares with.
  ///   - matchesNull: for each key.
  init(build keys: [Vector], matchesNull: [Bool]) throws {
    let others = Array(keys.dropLast())
    let flags = Array(matchesNull.dropLast())
    let count = keys.last?.count ?? 0
    candidates = try JoinTable(
      build: others, matchesNull: flags, rowCount: count, keepsRows: false)
    let isNull = keys.last.map { LogicKernels.isNull($0, isNegated: false) }
    let rows = isNull.flatMap { Selecting.rows(where: $0) } ?? RowSelection(range: 0..<count)
    nulls = try JoinTable(
      build: try others.map { try Gather.rows(rows, of: $0) }, matchesNull: flags,
      rowCount: rows.count, keepsRows: false)
  }

  /// The answer of IN for probing rows with `keys`, of which those in `matched` have a match.
  func answer(_ matched: Bitmap, _ keys: [Vector]) throws -> Vector? {
    guard let values = keys.last else { return nil }
    let others = Array(keys.dropLast())
    return try JoinMatching.membership(
      matched: matched,
      candidates: JoinMatching.matched(candidates.groups(of: others, count: matched.count)),
      withNulls: JoinMatching.matched(nulls.groups(of: others, count: matched.count)),
      values: values)
  }
}
