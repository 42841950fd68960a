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
    /// Cells that became NULL though something stands in them, in the order of the file; at most
    /// ``Reject/maximumKept``.
    let emptied: [Reject]
    /// How many there are in all.
    let emptiedCount: Int
    /// How many there are of those that are no marks for missing values.
    let misfits: Int
  }

  /// What the next pass is to read; empty when all is done.
  private(set) var plans: [ColumnPlan]
  private var decisions: [TypeDecision]
  private var isPlain: [Bool]
  private var done: [Loaded] = []
  /// What was seen of columns that are read again.
  private var evidence: [Int: ColumnEvidence] = [:]
  /// The columns in which no point is in doubt, whatever others hold.
  private var certain: Set<Int>
  /// The columns that are not loaded, as far as they have not been looked at for commas before
  /// fractions, and one that has some.
  private var others: [ColumnPlan]
  private var otherWithCommas: String?
  /// How many of the plans, the last ones, are of columns that are not loaded.
  private var lookedAt = 0
  private let path: String

  /// - Parameter hasCertainNumbers: whether a number says by itself that it is one and which, as in
  ///   formats other than delimited text.
  init(_ planner: ColumnPlanner, hasCertainNumbers: Bool, path: String) {
    plans = planner.plans
    decisions = planner.decisions
    isPlain = planner.isPlain
    certain = Set(
      zip(plans, planner.hasOnlyPoints)
        .filter { hasCertainNumbers || $0.asked != nil || $1 }.map(\.0.index))
    others = planner.others
    self.path = path
  }

  /// Takes over what is known already of columns, by their names in lower case: how they are to be
  /// read, and what all their cells look like.
  mutating func take(_ known: [String: ColumnFinding]) {
    for (place, plan) in plans.enumerated() {
      guard let finding = known[plan.name.lowercased()] else { continue }
      decisions[place] = finding.decision
      plans[place].kind = .init(finding.decision.type, isPlain: isPlain[place])
      plans[place].style = finding.decision.style
      plans[place].isWatched = false
      plans[place].asked = nil
      plans[place].emptiesMisfits = false
      evidence[plan.index] = finding.evidence
      certain.insert(plan.index)
    }
  }

  /// The loaded columns, in the order of the file.
  var columns: [Loaded] { done.sorted { $0.index < $1.index } }

  /// Keeps the columns that `result` has, and plans those anew that it could not read.
  ///
  /// - Throws: ``LoadError/Kind/ambiguous(column:_:)`` where the type that was asked for can be read
  ///   in two ways.
  mutating func take(_ result: LoadPass.Result) throws {
    var again: (plans: [ColumnPlan], decisions: [TypeDecision], isPlain: [Bool]) = ([], [], [])
    let loading = plans.count - lookedAt
    for (plan, column) in zip(plans, result.columns).dropFirst(loading)
    where TypeDecision(column.evidence).hasCommas {
      otherWithCommas = otherWithCommas ?? plan.name
    }
    lookedAt = 0
    for (place, plan) in plans.prefix(loading).enumerated() {
      let column = result.columns[place]
      let seen = plan.kind == .examined ? column.evidence : evidence[plan.index] ?? column.evidence
      let isKnown = evidence[plan.index] != nil
      let decision = try decided(place, seen, column, isKnown: isKnown)
      if let vectors = column.vectors, plan.kind != .examined, plan.holds(decision) {
        done.append(loaded(plan, decision, vectors, column, seen))
        continue
      }
      var next = plan
      let isPlain = isPlain[place] || column.isFull
      next.kind = .init(decision.type, isPlain: isPlain)
      next.style = decision.style
      next.isWatched = false
      // Cells that were only counted do not say in which of two readings they are numbers.
      if seen.isPartial && plan.kind != .examined && plan.asked == nil && Self.needsCloseLook(seen)
      {
        next.kind = .examined
        evidence[plan.index] = nil
      } else {
        evidence[plan.index] = seen
      }
      again.plans.append(next)
      again.decisions.append(decision)
      again.isPlain.append(isPlain)
    }
    (plans, decisions, isPlain) = again
    if plans.isEmpty { doubtPoints() }
  }

  /// Plans a close look at the columns of numbers such as `1.234`, where another has commas before
  /// its fractions, or may have some since it was not read.
  private mutating func doubtPoints() {
    let doubtful = done.filter {
      !certain.contains($0.index) && $0.decision.hasPoints && $0.evidence.point.scale == 3
    }
    if doubtful.isEmpty || commas == nil && others.isEmpty { return }
    let again = Set(doubtful.map(\.index))
    done.removeAll { again.contains($0.index) }
    certain.formUnion(again)
    plans = doubtful.map { ColumnPlan(index: $0.index, name: $0.name, kind: .examined) }
    if commas == nil {
      plans += others
      lookedAt = others.count
      others = []
    }
    decisions = doubtful.map(\.decision)
    isPlain = doubtful.map { _ in false }
  }

  /// A column with commas before its fractions.
  private var commas: String? {
    otherWithCommas ?? done.first { $0.decision.hasCommas }?.name
  }

  /// Whether the cells of a column may all be numbers, or all dates, of which some are not in plain
  /// form.
  static func needsCloseLook(_ evidence: ColumnEvidence) -> Bool {
    let isOther =
      evidence[.writtenNumber] + evidence[.missing] + evidence[.writtenDate]
      + evidence[.writtenTimestamp] > 0
    let count = evidence.valueCount
    return isOther
      && (evidence.count(where: \.isNumber) == count || evidence.count(where: \.isDate) == count
        || evidence[.boolean] == count)
  }

  /// What the cells of a column say after a pass.
  private func decided(
    _ place: Int, _ seen: ColumnEvidence, _ column: LoadPass.Result.Column, isKnown: Bool
  ) throws -> TypeDecision {
    let plan = plans[place]
    if let asked = plan.asked {
      if plan.kind != .examined || asked == .varchar { return decisions[place] }
      do {
        return try TypeDecision(asked: asked, seen)
      } catch {
        throw LoadError(
          .ambiguous(column: Wording.name(plan.name), TypeNotes.sentence(error, seen)), path: path)
      }
    }
    // A text column that was not looked at closely stays what it is.
    let isText = plan.kind == .coded || plan.kind == .plain
    if isText && (isKnown || !plan.isWatched) { return decisions[place] }
    // What was read as planned is what was planned; only decimals grow while they are read.
    if column.vectors != nil && !plan.isWatched {
      if case .decimal = plan.kind { return isKnown ? decisions[place] : TypeDecision(seen) }
      return decisions[place]
    }
    if isKnown && column.vectors == nil && plan.kind != .examined {
      // What all cells look like and how they are read are told by different code: were they ever
      // at odds, the cells as they stand are the truth.
      return TypeDecision(type: .varchar, why: "text")
    }
    let decision = TypeDecision(seen)
    guard plan.kind == .examined, let commas else { return decision }
    return decision.doubted(seen, commas: commas)
  }

  private func loaded(
    _ plan: ColumnPlan, _ decision: TypeDecision, _ vectors: [Vector],
    _ column: LoadPass.Result.Column, _ seen: ColumnEvidence
  ) -> Loaded {
    var vectors = vectors
    if case .decimal(let precision, let scale) = decision.type,
      precision <= DataType.narrowPrecision
    {
      vectors = vectors.map {
        PieceJoiner.rescaled($0, to: .decimal(precision: precision, scale: scale))
      }
    }
    return Loaded(
      index: plan.index, name: plan.name, decision: decision, vectors: vectors, evidence: seen,
      nulls: column.nulls, quotedEmpty: column.quotedEmpty, distinct: column.distinct,
      emptied: column.emptied, emptiedCount: column.emptiedCount, misfits: column.misfits)
  }
}

extension ColumnPlan {
  /// Whether a column that was read by this plan is what was decided, scales of decimals apart.
  func holds(_ decision: TypeDecision) -> Bool {
    let other = Kind(decision.type, isPlain: false)
    let isSameKind =
      switch (kind, other) {
      case (.decimal(let scale), .decimal(let wanted)): style == nil || scale == wanted
      case (.coded, .coded), (.plain, .coded): true
      default: kind == other
      }
    return isSameKind && (style == decision.style || decision.type == .varchar)
  }
}
