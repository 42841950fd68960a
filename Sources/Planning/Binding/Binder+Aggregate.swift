import Columns
import Language

extension Binder {
  /// A call of an aggregate.
  ///
  /// - Throws: a ``Diagnostic`` where it stands in a clause that is asked of rows, inside another
  ///   aggregate, or with arguments that it does not take.
  func bind(
    _ function: AggregateFunction, _ call: FunctionCall, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if call.ignoresNulls != nil {
      throw BindingProblem.notBuilt("IGNORE NULLS or RESPECT NULLS outside of a window")
        .diagnostic(at: range)
    }
    // An aggregate of columns of the query around belongs to that query.
    if context.enclosingAggregate == nil, let outer = enclosing.last,
      outer.context.allowsAggregates,
      let hoisted = try hoisted(function, call, at: range, context, outer)
    {
      return hoisted
    }
    guard context.allowsAggregates else {
      throw BindingProblem.aggregateNotAllowed(call.name.name, clause: context.clause)
        .diagnostic(at: range)
    }
    if context.enclosingAggregate != nil {
      throw BindingProblem.nestedAggregate(call.name.name).diagnostic(at: range)
    }
    context.enclosingAggregate = function.name
    defer { context.enclosingAggregate = nil }
    let aggregate = try boundAggregate(function, call, at: range, &context)
    if let inner = (aggregate.inputs + [aggregate.filter].compactMap { $0 })
      .first(where: \.hasWindow)
    {
      throw BindingProblem.nestedWindow(inner.windows.first?.name ?? "", isInWindow: false)
        .diagnostic(at: inner.range)
    }
    return BoundExpression(.aggregate(aggregate), type: aggregate.type, range: range)
  }

  /// The aggregate as an argument of the query that is being bound, where all columns that it reads
  /// are of the query around it.
  private func hoisted(
    _ function: AggregateFunction, _ call: FunctionCall, at range: SourceRange,
    _ context: ExpressionContext, _ outer: EnclosingScope
  ) throws -> BoundExpression? {
    var inner = context
    inner.enclosingAggregate = function.name
    let known = outer.arguments
    guard let aggregate = try? boundAggregate(function, call, at: range, &inner).expression,
      aggregate.isCorrelated, aggregate.columns.isEmpty
    else {
      outer.arguments = known
      return nil
    }
    let arguments = outer.arguments
    outer.arguments = known
    let moved = aggregate.substituting {
      BoundExpression(.column($0), type: aggregate.type, range: range)
    } arguments: {
      arguments[$0]
    }
    return outer.argument(moved)
  }

  /// A call of an aggregate, wherever it stands; also the aggregate of a window.
  func boundAggregate(
    _ function: AggregateFunction, _ call: FunctionCall, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundAggregate {
    if let named = call.arguments.first(where: { $0.name != nil })?.name {
      throw BindingProblem.notBuilt("a named argument of \(function.name)")
        .diagnostic(at: named.range)
    }
    let filter = try call.filter.map { try boolean(try bind($0, &context), clause: "FILTER") }
    var arguments: [BoundExpression] = []
    let isStar = call.arguments.count == 1 && call.arguments[0].value.isBareStar
    if !(function.traits.contains(.count) && isStar) {
      arguments = try call.arguments.map { try bind($0.value, &context) }
    }
    var terms = try call.orderBy.map {
      sortTerm(try bind($0.value, &context), $0.direction, $0.nulls)
    }
    let shown = arguments.map(\.type)
    let isOrderedSet = function.traits.contains(.orderedSet)
    if !call.withinGroup.isEmpty || isOrderedSet {
      let within = try call.withinGroup.map {
        sortTerm(try bind($0.value, &context), $0.direction, $0.nulls)
      }
      let isWithin = !within.isEmpty && terms.isEmpty && function.traits.contains(.withinGroup)
      if isOrderedSet, isWithin, within.count == 1, arguments.count == 1 {
        // Which end is counted from is a parameter of the function.
        let isDescending = BoundExpression(
          .constant(.boolean(within[0].isDescending)), type: .boolean, range: range)
        arguments = [within[0].value, arguments[0], isDescending]
      } else if !isOrderedSet, isWithin, !arguments.isEmpty || within.count == 1 {
        if arguments.isEmpty { arguments = [within[0].value] }
        terms = within
      } else {
        throw BindingProblem.withinGroup(
          function.name, signature: function.signature, isTaken: isOrderedSet
        ).diagnostic(at: range)
      }
    }
    let isDistinct =
      (call.isDistinct || function.traits.contains(.distinct))
      && !function.traits.contains(.idempotent)
    if call.isDistinct {
      let hasDistinctArgument = !arguments.isEmpty
      guard hasDistinctArgument else {
        throw BindingProblem.wrongArguments(
          function: function.name, signature: function.signature, types: []
        ).diagnostic(at: range)
      }
      if let term = terms.first(where: { term in
        !arguments.contains { $0.isSame(as: term.value) }
      }) {
        throw BindingProblem.distinctOrder(function.name).diagnostic(at: term.value.range)
      }
    }
    let overload = try overload(of: function, arguments, shown: shown, at: range)
    let rowArguments = try zip(arguments, overload.argumentTypes).map { argument, type in
      try cast(argument, to: type)
    }
    let parameters = arguments.dropFirst(rowArguments.count).compactMap(\.constant)
    let guarded = rowArguments.map { argument in filter.map { argument.where($0) } ?? argument }
    return BoundAggregate(
      function: function, overload: overload, arguments: guarded, parameters: parameters,
      isDistinct: isDistinct,
      orderBy: function.traits.contains(.ordered) ? terms : [], filter: filter, range: range,
      measures: measureUse(call, arguments, context))
  }

  /// How the call is written, where it is given measures.
  private func measureUse(
    _ call: FunctionCall, _ arguments: [BoundExpression], _ context: ExpressionContext
  ) -> MeasureUse? {
    guard let place = arguments.firstIndex(where: { $0.type == .measure }) else { return nil }
    var written = call.arguments.map(\.value.sql)
    if written.count < arguments.count { written = call.withinGroup.map(\.value.sql) + written }
    guard place < written.count else { return nil }
    return MeasureUse(
      function: call.name.name, arguments: written, place: place, grouping: context.grouping,
      isWindow: call.over != nil)
  }

  /// The overload for the arguments as they are; failing that, with texts written in the
  /// statement taken as whatever type fits.
  private func overload(
    of function: AggregateFunction, _ arguments: [BoundExpression], shown: [DataType],
    at range: SourceRange
  ) throws -> AggregateOverload {
    let constants = arguments.map(\.constant)
    let types = arguments.map(\.type)
    do {
      if let overload = try function.resolve(types, constants: constants) { return overload }
      let open = arguments.map { argument -> DataType in
        if case .text? = argument.constant { .null } else { argument.type }
      }
      if open != types, let overload = try function.resolve(open, constants: constants) {
        return overload
      }
    } catch {
      throw BindingProblem.value(error).diagnostic(at: arguments.last?.range ?? range)
    }
    throw BindingProblem.wrongArguments(
      function: function.name, signature: function.signature, types: shown
    ).diagnostic(at: range)
  }

  /// Aggregates of other systems whose result is a list or a map, for which there is no type.
  static let listAggregates: Set<String> = [
    "list", "array_agg", "histogram", "histogram_exact", "approx_top_k", "lttb",
  ]
}

extension Expression {
  /// Whether this is the `*` of `count(*)`.
  var isBareStar: Bool {
    if case .star(let star) = kind { star.qualifier == nil } else { false }
  }
}

extension BoundExpression {
  /// The value where `filter` holds, and NULL elsewhere, if the value may fail or leave notes: rows
  /// that a FILTER leaves out must do neither. Itself where it cannot.
  fileprivate func `where`(_ filter: BoundExpression) -> BoundExpression {
    guard mayFailOrNote else { return self }
    return BoundExpression(
      .choose([Branch(condition: filter, result: self)], otherwise: nil), type: type, range: range)
  }

  private var mayFailOrNote: Bool {
    switch kind {
    case .cast(let inner, let isTry) where !isTry && inner.type == .varchar: return true
    case .call(let name, let overload, _) where overload.countsNotes || name == "convert":
      return true
    default: return children.contains { $0.mayFailOrNote }
    }
  }
}
