import Columns
import Language

/// A call of an aggregate function.
package struct BoundAggregate: Sendable {
  package let function: AggregateFunction
  package let overload: AggregateOverload
  /// What rows give to it, of the overload's argument types. None for `COUNT(*)`.
  package let arguments: [BoundExpression]
  /// Constant arguments behind those: a separator, a quantile. The overload knows them already.
  package let parameters: [Value]
  /// Whether each combination of arguments counts once; false where that makes no difference.
  package let isDistinct: Bool
  /// The order in which rows are taken in; empty where it makes no difference, or where it is the
  /// order of the rows.
  package let orderBy: [PlanSortTerm]
  /// Takes in only the rows where this is true.
  package let filter: BoundExpression?
  package let range: SourceRange
  /// How the statement writes the call, where it is given measures.
  package var measures: MeasureUse?

  package var type: DataType { overload.resultType }

  /// What a statement throws where this came up: a ``Diagnostic`` at the call, or ``Interrupted``.
  package func thrown(_ error: ValueError) -> any Error {
    if case .mixedDimensions(let rows) = error, let measures {
      return BindingProblem.mixedMeasures(measures, rows, at: range)
    }
    return error.thrown(at: range)
  }

  /// All that its state is fed of each row: the arguments, then the values to order by.
  package var inputs: [BoundExpression] { arguments + orderBy.map(\.value) }

  /// The same call over other inputs, in the order of ``inputs``, and another filter.
  package func replacing(inputs: [BoundExpression], filter: BoundExpression?) -> BoundAggregate {
    let terms = zip(orderBy, inputs.dropFirst(arguments.count)).map { term, value in
      PlanSortTerm(value: value, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
    }
    return BoundAggregate(
      function: function, overload: overload, arguments: Array(inputs.prefix(arguments.count)),
      parameters: parameters, isDistinct: isDistinct, orderBy: terms, filter: filter, range: range,
      measures: measures)
  }

  /// Whether both mean the same, wherever they stand in the text.
  func isSame(as other: BoundAggregate) -> Bool {
    guard function.name == other.function.name, isDistinct == other.isDistinct,
      parameters == other.parameters, BoundExpression.same(arguments, other.arguments),
      BoundExpression.same(orderBy.map(\.value), other.orderBy.map(\.value)),
      zip(orderBy, other.orderBy).allSatisfy({
        $0.isDescending == $1.isDescending && $0.nullsFirst == $1.nullsFirst
      })
    else { return false }
    switch (filter, other.filter) {
    case (nil, nil): return true
    case (let a?, let b?): return a.isSame(as: b)
    default: return false
    }
  }
}

extension BoundAggregate {
  /// A new state of this call.
  ///
  /// Whoever feeds it updates `rows` with a batch's groups first, then calls
  /// `update(inputs, groups)` with one vector for each of ``inputs``, rows that the filter leaves
  /// out already removed from both.
  ///
  /// - Parameters:
  ///   - rows: counts the rows that the state is fed; several states over the same rows share it.
  ///   - domains: what is known of each of ``inputs``; may be shorter.
  ///   - cells: the number of groups, where it is known beforehand.
  package func makeState(
    rows: GroupRowCounts, domains: [ColumnDomain?] = [], cells: Int? = nil
  ) -> AggregateState {
    let make = distinctMaker(domain: domains.first ?? nil, cells: cells)
    if orderBy.isEmpty { return make(rows) }
    return OrderedState(
      argumentCount: arguments.count,
      directions: orderBy.map { ($0.isDescending, $0.nullsFirst) }, make: make, rows: rows)
  }

  private func distinctMaker(
    domain: ColumnDomain?, cells: Int?
  ) -> @Sendable (GroupRowCounts) -> AggregateState {
    let make = overload.makeState
    guard isDistinct else { return make }
    if arguments.count > 1 || function.traits.contains(.keepsNulls) {
      return { DistinctRowsState(make: make, rows: $0) }
    }
    if let domain, let cells, orderBy.isEmpty,
      let count = distinctCountBits(domain: domain, cells: cells)
    {
      return { DistinctCountState(domain: domain, count: count, rows: $0) }
    }
    // Sorted rows may have lost the dictionary that the column had.
    let numbered = orderBy.isEmpty ? domain.flatMap { $0.bits <= 32 ? $0 : nil } : nil
    return { rows in
      let innerRows = GroupRowCounts()
      return DistinctState(
        domain: numbered, inner: make(innerRows), innerRows: innerRows, rows: rows)
    }
  }

  /// Bits that a `COUNT(DISTINCT)` may spend on all groups together: 32 MiB.
  private static let mostDistinctBits = 1 << 28

  /// How many values the argument of a count may have, where a bit for each in each of `cells`
  /// groups is affordable.
  private func distinctCountBits(domain: ColumnDomain?, cells: Int) -> Int? {
    guard function.traits.contains(.count), let count = domain?.count else { return nil }
    let (bits, overflow) = count.multipliedReportingOverflow(by: cells)
    return !overflow && bits <= Self.mostDistinctBits ? count : nil
  }

  /// Whether states of it over different rows, made for `cells` groups, can be merged.
  package func isMergeable(domains: [ColumnDomain?], cells: Int) -> Bool {
    if !isDistinct || !orderBy.isEmpty { return true }
    if arguments.count > 1 || function.traits.contains(.keepsNulls) { return true }
    return distinctCountBits(domain: domains.first ?? nil, cells: cells) != nil
  }
}

extension BoundAggregate {
  /// A call whose arguments have the types that an overload asks for, no casts needed.
  ///
  /// - Throws: a ``Diagnostic`` where there is none.
  static func call(
    _ name: String, _ arguments: [BoundExpression], filter: BoundExpression? = nil,
    at range: SourceRange
  ) throws -> BoundAggregate {
    guard let function = AggregateFunction.named(name),
      let overload = try? function.resolve(
        arguments.map(\.type), constants: arguments.map { _ in nil })
    else { throw BindingProblem.notBuilt(name).diagnostic(at: range) }
    return BoundAggregate(
      function: function, overload: overload, arguments: arguments, parameters: [],
      isDistinct: false, orderBy: [], filter: filter, range: range)
  }

  /// Whether its result over all rows is, to the bit, what its combiner makes of results over parts
  /// of them. A refusal to add measures tells of rows, of which combined results know nothing.
  package var isExactlyCombinable: Bool {
    function.combiner != nil && !isDistinct && type != .measure
      && (!type.isFloating || function.name != "sum")
  }

  /// The call that makes one result of those in `column`.
  ///
  /// - Throws: a ``Diagnostic`` where there is none.
  package func combining(_ column: BoundExpression) throws -> BoundAggregate {
    guard let combiner = function.combiner else { return self }
    do {
      guard let overload = try combiner.resolve([column.type], constants: [nil]) else {
        return self
      }
      return BoundAggregate(
        function: combiner, overload: overload, arguments: [column], parameters: [],
        isDistinct: false, orderBy: [], filter: nil, range: range, measures: measures)
    } catch {
      throw BindingProblem.value(error).diagnostic(at: range)
    }
  }
}
