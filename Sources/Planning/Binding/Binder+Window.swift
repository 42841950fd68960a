import Columns
import Language

/// What OVER says, with everything that it inherits from named windows.
struct WindowParts {
  var partitionBy: [Expression]
  var orderBy: [OrderTerm]
  var frame: WindowFrame?
}

extension Binder {
  /// A call with OVER.
  func bindWindow(
    _ call: FunctionCall, over reference: WindowReference, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if let derived = DerivedWindow.named(call.name.folded) {
      return try bind(derived, call, at: range, &context)
    }
    try check(windowCall: call, at: range, context)
    let window: BoundWindow.Call
    let type: DataType
    var usesFrame = true
    if let function = WindowFunction.named(call.name.folded) {
      let arguments = try arguments(of: function, call, at: range, &context)
      type = Self.resultType(of: function, arguments)
      let terms = try call.orderBy.map { term in
        sortTerm(try bind(term.value, &context), term.direction, term.nulls)
      }
      window = .function(
        function, arguments, orderBy: terms, ignoresNulls: call.ignoresNulls ?? false)
      usesFrame = function.usesFrame || !terms.isEmpty
    } else {
      let aggregate = try aggregate(called: call, at: range, &context)
      type = aggregate.type
      window = .aggregate(aggregate)
    }
    let parts = try self.parts(of: reference, in: context)
    let partition = try parts.partitionBy.map { try bind($0, &context) }
    let order = try parts.orderBy.map { term in
      sortTerm(try bind(term.value, &context), term.direction, term.nulls)
    }
    // The frame is looked at even where the function does not use it: it may be wrong.
    let frame = try self.frame(parts.frame, order: order, &context)
    let bound = BoundWindow(
      call: window, partition: partition, order: order, frame: usesFrame ? frame : .partition,
      type: type, range: range)
    if let inner = bound.children.first(where: \.hasWindow) {
      throw BindingProblem.nestedWindow(call.name.name, isInWindow: true)
        .diagnostic(at: inner.range)
    }
    return BoundExpression(.window(bound), type: type, range: range)
  }

  /// Refuses a call over a window where there is none.
  func check(
    windowCall call: FunctionCall, at range: SourceRange, _ context: ExpressionContext
  ) throws {
    guard context.allowsWindows else {
      throw BindingProblem.windowNotAllowed(call.name.name, clause: context.clause)
        .diagnostic(at: range)
    }
    if context.enclosingAggregate != nil {
      throw BindingProblem.nestedWindow(call.name.name, isInWindow: false).diagnostic(at: range)
    }
  }

  /// The aggregate that a call with OVER computes over each frame.
  private func aggregate(
    called call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundAggregate {
    guard let function = AggregateFunction.named(call.name.folded) else {
      if let scalar = FunctionTable.scalar(named: call.name.folded) {
        throw BindingProblem.overOfScalar(scalar.name).diagnostic(at: range)
      }
      let known =
        WindowFunction.all.flatMap(\.names) + DerivedWindow.all.map(\.name)
        + AggregateFunction.all.flatMap(\.names)
      throw BindingProblem.unknownFunction(call.name.name, known: known)
        .diagnostic(at: call.name.range)
    }
    if call.ignoresNulls != nil {
      throw BindingProblem.notForWindow("IGNORE NULLS or RESPECT NULLS", call.name.name)
        .diagnostic(at: range)
    }
    if function.traits.contains(.grouping) {
      throw BindingProblem.overOfScalar(function.name).diagnostic(at: range)
    }
    // Aggregates of the grouped query may stand inside, as in sum(sum(x)) OVER ().
    return try boundAggregate(function, call, at: range, &context)
  }

  // MARK: Arguments

  private func arguments(
    of function: WindowFunction, _ call: FunctionCall, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> [BoundExpression] {
    if call.filter != nil {
      throw BindingProblem.notForWindow("FILTER", function.name).diagnostic(at: range)
    }
    if call.isDistinct {
      throw BindingProblem.notForWindow("DISTINCT", function.name).diagnostic(at: range)
    }
    if call.ignoresNulls != nil && !function.takesNullTreatment {
      throw BindingProblem.notForWindow("IGNORE NULLS or RESPECT NULLS", function.name)
        .diagnostic(at: range)
    }
    if !call.orderBy.isEmpty && !function.takesOrder {
      throw BindingProblem.notForWindow("ORDER BY inside the call", function.name)
        .diagnostic(at: range)
    }
    if !call.withinGroup.isEmpty {
      throw BindingProblem.notForWindow("WITHIN GROUP", function.name).diagnostic(at: range)
    }
    if let named = call.arguments.first(where: { $0.name != nil })?.name {
      throw BindingProblem.notBuilt("a named argument of \(function.name)")
        .diagnostic(at: named.range)
    }
    var arguments = try call.arguments.map { try bind($0.value, &context) }
    func refuse() -> Diagnostic {
      BindingProblem.wrongArguments(
        function: function.name, signature: function.signature, types: arguments.map(\.type)
      ).diagnostic(at: range)
    }
    guard function.argumentCounts.contains(arguments.count) else { throw refuse() }
    switch function.kind {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumulativeDistribution, .firstValue,
      .lastValue, .periodBefore:
      break
    case .buckets:
      guard let count = try wholeNumber(arguments[0]) else { throw refuse() }
      arguments[0] = count
    case .nthValue:
      guard let place = try wholeNumber(arguments[1]) else { throw refuse() }
      arguments[1] = place
    case .lag, .lead:
      if arguments.count > 1 {
        guard let distance = try wholeNumber(arguments[1]) else { throw refuse() }
        arguments[1] = distance
      }
      if arguments.count > 2 { try unify(&arguments, call: function) }
    }
    return arguments
  }

  /// Gives the first argument of `lag` or `lead` and the default one type.
  private func unify(_ arguments: inout [BoundExpression], call: WindowFunction) throws {
    let value = arguments[0]
    let fallback = arguments[2]
    if case .text? = fallback.constant, value.type != .null {
      arguments[2] = try cast(fallback, to: value.type)
      return
    }
    guard let common = TypeRules.commonType(value.type, fallback.type) else {
      throw BindingProblem.noCommonType(value.type, fallback.type, what: "this \(call.name)")
        .diagnostic(at: fallback.range)
    }
    arguments[0] = try cast(value, to: common)
    arguments[2] = try cast(fallback, to: common)
  }

  /// The expression as a BIGINT where it is a whole number, NULL, or a text in the statement.
  private func wholeNumber(_ expression: BoundExpression) throws -> BoundExpression? {
    if case .text? = expression.constant { return try cast(expression, to: .bigint) }
    switch expression.type {
    case .bigint, .hugeint, .null: return try cast(expression, to: .bigint)
    default: return nil
    }
  }

  private static func resultType(
    of function: WindowFunction, _ arguments: [BoundExpression]
  ) -> DataType {
    switch function.kind {
    case .rowNumber, .rank, .denseRank, .buckets: .bigint
    case .percentRank, .cumulativeDistribution: .double
    case .lag, .lead, .firstValue, .lastValue, .nthValue, .periodBefore:
      arguments.first?.type ?? .null
    }
  }

  // MARK: Named windows

  /// The windows of a WINDOW clause by folded name.
  ///
  /// - Throws: a ``Diagnostic`` where a name stands twice, or a window builds on one that is not
  ///   there or does not allow it.
  func namedWindows(_ windows: [NamedWindow]) throws -> [String: WindowSpecification] {
    var result: [String: WindowSpecification] = [:]
    for window in windows {
      if result[window.name.folded] != nil {
        throw BindingProblem.duplicateWindow(window.name.name).diagnostic(at: window.name.range)
      }
      // A window builds on those before it, which makes circles impossible.
      _ = try Self.parts(of: window.specification, in: result)
      result[window.name.folded] = window.specification
    }
    return result
  }

  /// Binds each window once for what may be wrong with it, whether something uses it or not.
  func checkUnused(_ windows: [NamedWindow], _ context: ExpressionContext) throws {
    for window in windows {
      var inner = context
      let parts = try Self.parts(of: window.specification, in: context.windows)
      for key in parts.partitionBy { _ = try bind(key, &inner) }
      let order = try parts.orderBy.map { term in
        sortTerm(try bind(term.value, &inner), term.direction, term.nulls)
      }
      _ = try frame(parts.frame, order: order, &inner)
    }
  }

  /// What OVER says, with what it inherits.
  func parts(
    of reference: WindowReference, in context: ExpressionContext
  ) throws -> WindowParts {
    switch reference {
    case .named(let name):
      // Unlike a window in parentheses, a bare name takes the frame too.
      return try Self.parts(of: Self.window(name, in: context.windows), in: context.windows)
    case .specification(let specification):
      return try Self.parts(of: specification, in: context.windows)
    }
  }

  private static func window(
    _ name: Identifier, in windows: [String: WindowSpecification]
  ) throws -> WindowSpecification {
    guard let found = windows[name.folded] else {
      throw BindingProblem.unknownWindow(name.name, known: windows.keys.sorted())
        .diagnostic(at: name.range)
    }
    return found
  }

  private static func parts(
    of specification: WindowSpecification, in windows: [String: WindowSpecification]
  ) throws -> WindowParts {
    var result = WindowParts(
      partitionBy: specification.partitionBy, orderBy: specification.orderBy,
      frame: specification.frame)
    guard let name = specification.base else { return result }
    let base = try parts(of: window(name, in: windows), in: windows)
    func refuse(_ clause: String) -> Diagnostic {
      BindingProblem.windowOverride(clause, window: name.name).diagnostic(at: specification.range)
    }
    if base.frame != nil { throw refuse("frame") }
    if !specification.partitionBy.isEmpty && !base.partitionBy.isEmpty {
      throw refuse("PARTITION BY")
    }
    if !specification.orderBy.isEmpty && !base.orderBy.isEmpty { throw refuse("ORDER BY") }
    if result.partitionBy.isEmpty { result.partitionBy = base.partitionBy }
    if result.orderBy.isEmpty { result.orderBy = base.orderBy }
    return result
  }

  // MARK: Frames

  /// The frame, or without one what SQL puts in its place: up to the current row and its equals
  /// where there is an order, and else the whole partition.
  private func frame(
    _ frame: WindowFrame?, order: [PlanSortTerm], _ context: inout ExpressionContext
  ) throws -> BoundFrame {
    guard let frame else {
      return order.isEmpty
        ? .partition
        : BoundFrame(
          unit: .range, start: .unbounded, end: .currentRow, exclusion: .noOthers, key: nil)
    }
    try check(frame)
    var start = try bound(frame.start, of: frame, &context)
    var end = try bound(frame.end, of: frame, &context)
    var key: BoundExpression?
    if frame.unit == .range {
      (start, end, key) = try rangeBounds(start, end, order: order, frame)
    }
    return BoundFrame(
      unit: frame.unit, start: start, end: end, exclusion: frame.exclusion ?? .noOthers, key: key)
  }

  /// Refuses frames that end before they start.
  private func check(_ frame: WindowFrame) throws {
    func place(_ bound: WindowFrame.Bound) -> Int {
      switch bound {
      case .unboundedPreceding: 0
      case .preceding: 1
      case .currentRow: 2
      case .following: 3
      case .unboundedFollowing: 4
      }
    }
    let start = place(frame.start)
    let end = place(frame.end)
    if start == 4 || end == 0 || start > end {
      throw BindingProblem.emptyFrame.diagnostic(at: frame.range)
    }
  }

  private func bound(
    _ bound: WindowFrame.Bound, of frame: WindowFrame, _ context: inout ExpressionContext
  ) throws -> BoundFrame.Bound {
    func offset(_ expression: Expression, isFollowing: Bool) throws -> BoundFrame.Bound {
      var value = try bind(expression, &context)
      if frame.unit != .range {
        guard let count = try wholeNumber(value) else {
          throw BindingProblem.notAnInteger(clause: frame.unit.rawValue)
            .diagnostic(at: expression.range)
        }
        value = count
      }
      return .offset(value, isFollowing: isFollowing)
    }
    switch bound {
    case .unboundedPreceding, .unboundedFollowing: return .unbounded
    case .currentRow: return .currentRow
    case .preceding(let expression): return try offset(expression, isFollowing: false)
    case .following(let expression): return try offset(expression, isFollowing: true)
    }
  }

  /// Turns the distances of a RANGE frame into the values that they reach from the row's own.
  private func rangeBounds(
    _ start: BoundFrame.Bound, _ end: BoundFrame.Bound, order: [PlanSortTerm], _ frame: WindowFrame
  ) throws -> (BoundFrame.Bound, BoundFrame.Bound, BoundExpression?) {
    let reached = try [start, end].map { bound -> BoundExpression? in
      guard case .offset(let distance, let isFollowing) = bound else { return nil }
      guard order.count == 1 else {
        throw BindingProblem.rangeNeedsOneKey(order.count).diagnostic(at: frame.range)
      }
      let term = order[0]
      if term.value.type == .varchar || term.value.type == .boolean {
        throw BindingProblem.wrongTypes(operator: "RANGE", term.value.type, distance.type)
          .diagnostic(at: frame.range)
      }
      // 64 bits could overflow where the frame just reaches beyond all values.
      let isWhole = term.value.type == .bigint && distance.type == .bigint
      let key = isWhole ? try cast(term.value, to: .hugeint) : term.value
      let symbol = isFollowing == term.isDescending ? "-" : "+"
      return try call(symbol, [key, distance], at: distance.range)
    }
    guard let type = TypeRules.commonType(reached.compactMap { $0?.type }), type != .null,
      let common = TypeRules.commonType(type, order.first?.value.type ?? .null)
    else {
      if let found = reached.compactMap({ $0 }).first {
        throw BindingProblem.wrongTypes(
          operator: "RANGE", order[0].value.type, found.type
        ).diagnostic(at: found.range)
      }
      return (start, end, nil)
    }
    switch common {
    case .date, .timestamp: break
    case let type where type.isNumeric: break
    default:
      throw BindingProblem.notBuilt("a distance in RANGE over \(common)")
        .diagnostic(at: frame.range)
    }
    func converted(_ bound: BoundFrame.Bound, _ value: BoundExpression?) throws -> BoundFrame.Bound
    {
      guard case .offset(_, let isFollowing) = bound, let value else { return bound }
      return .offset(try cast(value, to: common), isFollowing: isFollowing)
    }
    return (
      try converted(start, reached[0]), try converted(end, reached[1]),
      try cast(order[0].value, to: common)
    )
  }
}
