import Columns
import Language

extension Binder {
  /// `date DURING 'operation'`: on a day of an operation, the first and the last one included.
  ///
  /// The plan shows the days and the table that they come from. A moment is taken by its day.
  func bind(
    during match: PatternMatch, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let written = try bind(match.value, &context)
    let type: DataType = written.type == .timestamp ? .timestamp : .date
    // A text that the statement writes is a date.
    guard written.type == type || written.type == .null || written.constant != nil else {
      throw BindingProblem.wrongArguments(
        function: "DURING", signature: "date DURING 'operation'", types: [written.type]
      ).diagnostic(at: match.value.range)
    }
    let value = try cast(written, to: type)
    guard case .text(let name)? = try bind(match.pattern, &context).constant else {
      throw OperationProblem.notConstant.diagnostic(at: match.pattern.range)
    }
    let days = try days(ofOperation: name, at: match.pattern.range)
    let limits = [days.start, days.end].map {
      BoundExpression(.constant($0.limit(of: type)), type: type, range: range)
    }
    let overload = ScalarOverload([type, type, type, .varchar], .boolean) { arguments, rows, _ in
      LogicKernels.and(
        [
          ComparisonKernels.compare(.greaterOrEqual, arguments[0], arguments[1]),
          ComparisonKernels.compare(.lessOrEqual, arguments[0], arguments[2]),
        ], count: rows)
    }
    let label = BoundExpression(
      .constant(.text("\(days.name) of \(days.table)")), type: .varchar, range: range)
    let result = folded(
      BoundExpression(
        .call("during", overload, [value] + limits + [label]), type: .boolean, range: range))
    return match.isNegated ? try call("not", [result], at: range) : result
  }

  /// The days of the operation called `name`.
  ///
  /// A table, view or common table `operations` of the analyst's, with such columns, goes before
  /// `ref.operations`.
  private func days(
    ofOperation name: String, at range: SourceRange
  ) throws -> (name: String, start: OperationDay, end: OperationDay, table: String) {
    var known: [String] = []
    for table in try operationTables(at: range) {
      let found = table.operations(named: name)
      known += table.names
      guard let first = found.first else { continue }
      guard let start = first.start, let end = first.end else {
        throw OperationProblem.daysNotKnown(first, table: table.name).diagnostic(at: range)
      }
      guard found.allSatisfy({ $0.start == start && $0.end == end }) else {
        throw OperationProblem.severalDays(first.name, table: table.name).diagnostic(at: range)
      }
      return (
        first.name, OperationDay(start, isLast: false), OperationDay(end, isLast: true),
        table.name
      )
    }
    throw OperationProblem.unknown(name, known: known).diagnostic(at: range)
  }

  /// Where operations are looked for, in order.
  private func operationTables(at range: SourceRange) throws -> [OperationTable] {
    var tables: [OperationTable] = []
    if let own = try ownOperations(at: range) { tables.append(own) }
    if let reference = ReferenceTable.named(OperationTable.usualName),
      let table = OperationTable(reference.qualifiedName, reference.relation)
    {
      tables.append(table)
    }
    return tables
  }

  private func ownOperations(at range: SourceRange) throws -> OperationTable? {
    let name = OperationTable.usualName
    let common = commonTables.last { $0.name == name }
    if case .working? = common?.meaning { return nil }
    if common == nil, let table = catalog.table(named: name) {
      return OperationTable(table.name, table.relation)
    }
    // A view of that name may ask for the days of an operation itself.
    let isView = catalog.view(named: name) != nil && !openViews.contains(name)
    guard common != nil || isView, let runQuery else { return nil }
    let (plan, shown) = try table(
      QualifiedName([Identifier(name, range: range)], range: range))
    guard OperationTable.positions(in: plan.fields) != nil else { return nil }
    return OperationTable(shown, try runQuery(plan))
  }
}

/// A day that an operation begins or ends with.
struct OperationDay: Equatable {
  /// Days since 1970-01-01.
  let days: Int32
  let isLast: Bool

  init(_ days: Int32, isLast: Bool) {
    self.days = days
    self.isLast = isLast
  }

  /// The first or the last value of `type`, DATE or TIMESTAMP, on that day.
  func limit(of type: DataType) -> Value {
    guard type == .timestamp else { return .date(days) }
    let length = Int128(ClockTime.microsecondsPerDay)
    let start = Int128(days) * length
    return .timestamp(Int64(clamping: isLast ? start + length - 1 : start))
  }
}
