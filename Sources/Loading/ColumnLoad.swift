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
  /// For each plan its decision; none for the last plans where those are of columns that are not
  /// loaded, only looked at.
  private var decisions: [TypeDecision]
  private var isPlain: [Bool]
  private var done: [Loaded] = []
  /// What was seen of columns that are read again.
  private var evidence: [Int: ColumnEvidence] = [:]
  /// The columns in which a cell of the head is a number with a point only.
  private let columnsWithOnlyPoints: Set<Int>
  /// The columns in which no point is in doubt, whatever others hold.
  private var certain: Set<Int>
  /// The columns that are not loaded, as far as they have not been looked at for what stands before
  /// fractions.
  private var others: [ColumnPlan]
  /// A column with commas before its fractions among those that were looked at closely, and whether
  /// one of them has points there for certain.
  private var columnWithCommas: String?
  private var hasPointsElsewhere = false
  private let hasCertainNumbers: Bool
  private let delimiter: UInt8
  private let path: String

  /// - Parameters:
  ///   - hasCertainNumbers: whether a number says by itself which it is, as in formats other than
  ///     delimited text, and where it was asked for what stands before fractions.
  ///   - delimiter: between the fields of the file.
  init(_ planner: ColumnPlanner, hasCertainNumbers: Bool, delimiter: UInt8, path: String) {
    plans = planner.plans
    decisions = planner.decisions
    isPlain = planner.isPlain
    columnsWithOnlyPoints = Set(zip(plans, planner.hasOnlyPoints).filter(\.1).map(\.0.index))
    certain = columnsWithOnlyPoints.union(
      plans.filter { hasCertainNumbers || $0.asked != nil }.map(\.index))
    others = planner.others
    self.hasCertainNumbers = hasCertainNumbers
    self.delimiter = delimiter
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
    for (plan, column) in zip(plans, result.columns) where plan.kind == .examined {
      let decision = TypeDecision(column.evidence)
      if decision.hasCommas { columnWithCommas = columnWithCommas ?? plan.name }
      if decision.hasPoints && column.evidence[.onlyPoint] > 0 { hasPointsElsewhere = true }
    }
    for (place, plan) in plans.prefix(decisions.count).enumerated() {
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
      if seen.isPartial && plan.kind != .examined && plan.asked == nil
        && (Self.needsCloseLook(seen) || decision.doubt == .exponents)
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

  /// Plans a close look at the columns of numbers such as `1.234`, where something speaks for commas
  /// before fractions, or a column may that was not read.
  private mutating func doubtPoints() {
    let doubtful = done.filter {
      !certain.contains($0.index) && $0.decision.hasPoints && $0.evidence.point.scale == 3
    }
    let isSettled = columnWithCommas != nil || hasPoints
    if doubtful.isEmpty || commas == nil && (isSettled || others.isEmpty) { return }
    let again = Set(doubtful.map(\.index))
    done.removeAll { again.contains($0.index) }
    certain.formUnion(again)
    plans = doubtful.map { ColumnPlan(index: $0.index, name: $0.name, kind: .examined) }
    if !isSettled {
      plans += others
      others = []
    }
    decisions = doubtful.map(\.decision)
    isPlain = doubtful.map { _ in false }
  }

  /// What speaks for commas before fractions, in words; nil where nothing does.
  private var commas: String? {
    if let name = columnWithCommas ?? done.first(where: { $0.decision.hasCommas })?.name {
      return "\(Wording.name(name)) has commas before its fractions"
    }
    return delimiter == UInt8(ascii: ";") && !hasPoints
      ? "fields are parted by ';', as where commas stand before fractions" : nil
  }

  /// Whether some column has points before its fractions for certain: `1.5` cannot be anything else.
  private var hasPoints: Bool {
    hasPointsElsewhere
      || done.contains {
        $0.decision.hasPoints
          && ($0.evidence.point.scale != 3 || $0.evidence[.onlyPoint] > 0
            || columnsWithOnlyPoints.contains($0.index))
      }
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
    // What was read as planned is what was planned; only decimals grow while they are read, and
    // doubles may be of numbers that have more digits.
    if column.vectors != nil && !plan.isWatched {
      if plan.kind == .double && !isKnown
        && seen.point.integerDigits > TypeDecision.exactDigits && !decisions[place].isRounded
      {
        return TypeDecision(seen)
      }
      if case .decimal = plan.kind { return isKnown ? decisions[place] : TypeDecision(seen) }
      return decisions[place]
    }
    if isKnown && column.vectors == nil && plan.kind != .examined {
      // What all cells look like and how they are read are told by different code: were they ever
      // at odds, the cells as they stand are the truth.
      return TypeDecision(type: .varchar, why: "text")
    }
    let decision = TypeDecision(seen)
    guard plan.kind == .examined, !hasCertainNumbers, let commas else { return decision }
    return decision.doubted(seen, since: commas)
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
