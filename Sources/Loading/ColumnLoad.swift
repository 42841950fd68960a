import Columns

/// The columns of a load while they are read: what is done, and what must be read again.
struct ColumnLoad {
  /// A column that was loaded.
  struct Loaded {
    let index: Int
    let name: String
    let decision: TypeDecision
    let vectors: [Vector]
    let evidence: ColumnEvidence
    let nulls: Int
    /// Quoted empty cells.
    let quotedEmpty: Int
    let distinct: Int?
  }

  /// What the next pass is to read; empty when all is done.
  private(set) var plans: [ColumnPlan]
  private var decisions: [TypeDecision]
  private var isPlain: [Bool]
  private var done: [Loaded] = []
  /// What was seen of columns that are read again.
  private var evidence: [Int: ColumnEvidence] = [:]

  init(_ planner: ColumnPlanner) {
    plans = planner.plans
    decisions = planner.decisions
    isPlain = planner.isPlain
  }

  /// The loaded columns, in the order of the file.
  var columns: [Loaded] { done.sorted { $0.index < $1.index } }

  /// Keeps the columns that `result` has, and plans those anew that it could not read.
  mutating func take(_ result: LoadPass.Result) {
    var again: (plans: [ColumnPlan], decisions: [TypeDecision], isPlain: [Bool]) = ([], [], [])
    for (place, plan) in plans.enumerated() {
      let column = result.columns[place]
      let seen = evidence[plan.index] ?? column.evidence
      var decision = decisions[place]
      if case .decimal = plan.kind { decision = TypeDecision(seen) }
      if plan.kind == .unknown { decision = TypeDecision(seen) }
      let isAsDecided = ColumnPlan.Kind(decision.type, isPlain: false).isSameType(as: plan.kind)
      if let vectors = column.vectors, isAsDecided {
        done.append(loaded(plan, decision, vectors, column, seen))
        continue
      }
      if !column.isFull { decision = TypeDecision(seen) }
      var next = plan
      next.kind = .init(decision.type, isPlain: isPlain[place] || column.isFull)
      next.isWatched = false
      evidence[plan.index] = seen
      again.plans.append(next)
      again.decisions.append(decision)
      again.isPlain.append(isPlain[place] || column.isFull)
    }
    (plans, decisions, isPlain) = again
  }

  private func loaded(
    _ plan: ColumnPlan, _ decision: TypeDecision, _ vectors: [Vector],
    _ column: LoadPass.Result.Column, _ seen: ColumnEvidence
  ) -> Loaded {
    var vectors = vectors
    if case .decimal(_, let scale) = decision.type {
      vectors = vectors.map { PieceJoiner.rescaled($0, scale: scale) }
    }
    return Loaded(
      index: plan.index, name: plan.name, decision: decision, vectors: vectors, evidence: seen,
      nulls: column.nulls, quotedEmpty: column.quotedEmpty, distinct: column.distinct)
  }
}

extension ColumnPlan.Kind {
  /// Whether columns of both kinds hold the same type, scales apart.
  func isSameType(as other: Self) -> Bool {
    switch (self, other) {
    case (.decimal, .decimal): true
    case (.coded, .plain), (.plain, .coded), (.coded, .unknown): true
    default: self == other
    }
  }
}
