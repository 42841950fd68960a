import Columns
import Language

// A sequence gives each number once, in the order of the statement's text and of the rows that
// INSERT adds. Over the rows of a query there is no such order, so it is refused there.

extension Binder {
  /// CREATE SEQUENCE.
  func bind(_ create: CreateSequence) throws -> BoundStatement {
    let name = try unqualified(create.name)
    if sequence(named: name) != nil && !create.isReplacing {
      if create.isIfNotExists {
        return .nothing(message: "sequence \(name) is there already; nothing was changed")
      }
      throw TableProblem.exists(kind: "sequence", name: name).diagnostic(at: create.name.range)
    }
    let increment = try create.increment.map { try wholeNumber($0) } ?? 1
    if let written = create.increment, increment == 0 {
      throw TableProblem.sequence(name, reason: "needs an increment other than 0")
        .diagnostic(at: written.range)
    }
    let lower = try create.minimum.map { try wholeNumber($0) } ?? (increment > 0 ? 1 : .min)
    let upper = try create.maximum.map { try wholeNumber($0) } ?? (increment > 0 ? .max : -1)
    let start = try create.start.map { try wholeNumber($0) } ?? (increment > 0 ? lower : upper)
    guard lower <= start, start <= upper else {
      throw TableProblem.sequence(name, reason: "must start between its bounds")
        .diagnostic(at: create.start?.range ?? create.name.range)
    }
    return .createSequence(
      Catalog.Sequence(
        name: name, increment: increment, bounds: lower...upper, isCycle: create.isCycle,
        next: start))
  }

  private func wholeNumber(_ expression: Expression) throws -> Int64 {
    var context = ExpressionContext(scope: Scope(), clause: "CREATE SEQUENCE")
    let bound = try bind(expression, &context)
    guard case .integer(let number)? = bound.constant, let value = Int64(exactly: number) else {
      throw BindingProblem.notAnInteger(clause: "CREATE SEQUENCE")
        .diagnostic(at: expression.range)
    }
    return value
  }

  /// The sequence as this statement has left it so far.
  func sequence(named name: String) -> Catalog.Sequence? {
    sequences[name.lowercased()] ?? catalog.sequence(named: name)
  }

  /// The value of `nextval('name')` or `currval('name')`.
  func sequenceValue(
    of name: String, isNext: Bool, at range: SourceRange, _ context: ExpressionContext
  ) throws -> BoundExpression {
    guard var sequence = sequence(named: name.split(separator: ".").last.map(String.init) ?? name)
    else {
      throw TableProblem.unknown(
        kind: "sequence", name: name, known: catalog.sequences.map(\.name)
      ).diagnostic(at: range)
    }
    guard isNext else {
      guard let last = sequence.last else {
        throw TableProblem.sequence(sequence.name, reason: "has given no number yet")
          .diagnostic(at: range)
      }
      return BoundExpression(.constant(.integer(Int128(last))), type: .bigint, range: range)
    }
    guard context.scope.columns.isEmpty, enclosing.isEmpty else {
      throw TableProblem.sequenceOverRows.diagnostic(at: range)
    }
    guard let number = sequence.draw() else {
      throw TableProblem.sequence(sequence.name, reason: "has no number left")
        .diagnostic(at: range)
    }
    sequences[sequence.name.lowercased()] = sequence
    return BoundExpression(.constant(.integer(Int128(number))), type: .bigint, range: range)
  }

  /// A sequence that has given numbers since `earlier`.
  func sequence(drawnSince earlier: [String: Catalog.Sequence]) -> String? {
    sequences.first { $1.last != earlier[$0]?.last || earlier[$0] == nil }?.value.name
  }

  /// The sequence that a column's default draws from, where it does nothing else.
  func sequence(ofDefault value: Expression?) -> String? {
    guard case .call(let call)? = value?.kind, call.name.folded == "nextval",
      call.arguments.count == 1, case .literal(.string(let name)) = call.arguments[0].value.kind
    else { return nil }
    return sequence(named: name)?.name
  }
}
