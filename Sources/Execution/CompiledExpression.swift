import Columns
import Language
import Planning

/// An expression ready to be evaluated on the batches of one pipeline.
///
/// Where an expression reads one column of few distinct values, it has been evaluated on those
/// values already; a row then costs one look-up, whatever the expression.
final class CompiledExpression: Sendable {
  indirect enum Kind: Sendable {
    case column(Int)
    case constant(Value)
    /// The row of `image` under the number of the column's value in the domain.
    case lookup(column: Int, ColumnDomain, image: Vector)
    case call(ScalarOverload, [CompiledExpression])
    case cast(CompiledExpression, isTry: Bool)
    case and([CompiledExpression])
    case or([CompiledExpression])
    case choose(
      [(condition: CompiledExpression, result: CompiledExpression)],
      otherwise: CompiledExpression?)
    /// The codes of the values of a coded column in another dictionary.
    case recode(CompiledExpression, ColumnDomain, image: Vector)
  }

  let kind: Kind
  let type: DataType
  /// Where it stands in the statement's text, for errors.
  let range: SourceRange
  /// The values that it may have, where they can be numbered.
  let domain: ColumnDomain?
  /// Whether it costs less to evaluate it on rows that do not ask for it than to leave them out; it
  /// cannot fail then.
  let isCheap: Bool

  /// Whether evaluating it leaves notes, which count rows.
  var countsNotes: Bool { hasCall(where: \.countsNotes) }

  /// Whether a row of it takes microseconds.
  var isSlow: Bool { hasCall(where: \.isSlow) }

  /// Whether a call in it is of such an overload. What is looked up was computed before.
  private func hasCall(where isMeant: (ScalarOverload) -> Bool) -> Bool {
    switch kind {
    case .column, .constant, .lookup: false
    case .call(let overload, let arguments):
      isMeant(overload) || arguments.contains { $0.hasCall(where: isMeant) }
    case .cast(let inner, _), .recode(let inner, _, _): inner.hasCall(where: isMeant)
    case .and(let terms), .or(let terms): terms.contains { $0.hasCall(where: isMeant) }
    case .choose(let branches, let otherwise):
      branches.contains {
        $0.condition.hasCall(where: isMeant) || $0.result.hasCall(where: isMeant)
      } || otherwise?.hasCall(where: isMeant) == true
    }
  }

  private init(
    _ kind: Kind, type: DataType, range: SourceRange, domain: ColumnDomain?, isCheap: Bool
  ) {
    self.kind = kind
    self.type = type
    self.range = range
    self.domain = domain
    self.isCheap = isCheap
  }

  private convenience init(
    _ kind: Kind, _ expression: BoundExpression, domain: ColumnDomain? = nil, isCheap: Bool = true
  ) {
    self.init(
      kind, type: expression.type, range: expression.range, domain: domain, isCheap: isCheap)
  }

  /// What the expression knows of its own column in a pipeline.
  var pipelineColumn: PipelineColumn { PipelineColumn(type: type, domain: domain) }

  /// Prepares `expression` for batches of `columns`.
  ///
  /// - Parameter rows: about how many rows it will be evaluated on: what a look-up must save.
  static func compile(
    _ expression: BoundExpression, _ columns: [PipelineColumn], rows: Int,
    _ context: ExecutionContext
  ) -> CompiledExpression {
    if let column = expression.column {
      return CompiledExpression(.column(column), expression, domain: columns[column].domain)
    }
    if let constant = expression.constant {
      return CompiledExpression(.constant(constant), expression)
    }
    if let lookup = lookup(expression, columns, rows: rows, context) { return lookup }
    let children = expression.children.map { compile($0, columns, rows: rows, context) }
    let kind: Kind
    switch expression.kind {
    case .call(_, let overload, _): kind = .call(overload, children)
    case .cast(_, let isTry): kind = .cast(children[0], isTry: isTry)
    case .and: kind = .and(children)
    case .or: kind = .or(children)
    case .choose(let branches, let otherwise):
      return choose(
        branches.indices.map { (children[$0 * 2], children[$0 * 2 + 1]) },
        otherwise: otherwise == nil ? nil : children.last, expression)
    case .column, .constant, .aggregate, .window, .subquery, .outer, .scalarQuery:
      // Columns and constants are done above; plans have none of the others when they run.
      kind = .constant(.null)
    }
    return CompiledExpression(
      kind, expression, domain: expression.type == .boolean ? .boolean : nil,
      // Measures of two dimensions fail to compare.
      isCheap: expression.isComparison
        && children.allSatisfy { $0.isCheap && $0.type != .measure })
  }

  // MARK: CASE

  /// A CASE, whose texts are put under one dictionary where they are known.
  private static func choose(
    _ branches: [(condition: CompiledExpression, result: CompiledExpression)],
    otherwise: CompiledExpression?, _ expression: BoundExpression
  ) -> CompiledExpression {
    var results = branches.map(\.result) + (otherwise.map { [$0] } ?? [])
    if expression.type == .varchar {
      guard let coded = sharingDictionary(results) else {
        return CompiledExpression(
          .choose(branches, otherwise: otherwise), expression, isCheap: false)
      }
      results = coded
    }
    let domains = results.filter { $0.constantValue?.isNull != true }.map { result in
      result.constantValue.map {
        ColumnDomain(of: [Vector(constant: $0, type: result.type, count: 1)])
      } ?? result.domain
    }
    return CompiledExpression(
      .choose(
        branches.indices.map { (branches[$0].condition, results[$0]) },
        otherwise: otherwise == nil ? nil : results.last),
      expression,
      domain: expression.type == .varchar
        ? results.compactMap(\.domain).first : ColumnDomain(union: domains),
      isCheap: branches.allSatisfy { $0.condition.isCheap } && results.allSatisfy(\.isCheap))
  }

  private var constantValue: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }

  /// The same expressions coded by one dictionary, where each is a constant or of a known one.
  private static func sharingDictionary(
    _ expressions: [CompiledExpression]
  ) -> [CompiledExpression]? {
    let images = expressions.map { expression -> Vector? in
      if let constant = expression.constantValue {
        return Vector([.null, constant], type: .varchar)
      }
      guard case .dictionary? = expression.domain else { return nil }
      return expression.domain?.values(type: .varchar)
    }
    guard !images.contains(where: { $0 == nil }),
      let coded = try? DictionaryEncoding.encode(images.compactMap { $0 }),
      let dictionary = coded.first?.dictionary
    else { return nil }
    return zip(expressions, coded).map { expression, image in
      // A constant stands for all its rows: it is coded where it meets others.
      let domain = expression.constantValue == nil ? expression.domain : nil
      let kind = domain.map { Kind.recode(expression, $0, image: image) } ?? expression.kind
      return CompiledExpression(
        kind, type: .varchar, range: expression.range, domain: .dictionary(dictionary),
        isCheap: expression.isCheap)
    }
  }

  /// The most values on which an expression is evaluated ahead of its rows.
  private static let largestImage = 1 << 20

  /// The expression as a look-up, where it reads one column whose distinct values are few.
  private static func lookup(
    _ expression: BoundExpression, _ columns: [PipelineColumn], rows: Int,
    _ context: ExecutionContext
  ) -> CompiledExpression? {
    let used = expression.columns
    guard used.count == 1, let column = used.first, let domain = columns[column].domain,
      let count = domain.count, count <= largestImage, count <= max(256, rows / 4),
      isWorthwhile(expression, domain), !expression.countsNotes,
      let values = domain.values(type: columns[column].type)
    else { return nil }
    let direct = compile(
      expression.remapped { _ in 0 },
      [PipelineColumn(type: columns[column].type, domain: nil)], rows: count, context)
    // A value that no selected row holds may fail here; then each row is evaluated for itself.
    guard let image = try? direct.evaluate(Batch(count: count, columns: [values]), context) else {
      return nil
    }
    let stored = expression.type == .varchar ? try? DictionaryEncoding.encodeImage(image) : image
    guard let stored else { return nil }
    let bounded = Bounding.bounded(stored)
    return CompiledExpression(
      .lookup(column: column, domain, image: bounded), expression,
      domain: ColumnDomain(of: [bounded]))
  }

  /// Whether a look-up beats evaluating: for codes always, for numbers and dates unless the
  /// expression only compares, which costs less than a look-up.
  private static func isWorthwhile(_ expression: BoundExpression, _ domain: ColumnDomain) -> Bool {
    switch domain {
    case .dictionary: return true
    case .boolean: return false
    case .range: return !expression.isOnlyComparison
    }
  }
}

extension BoundExpression {
  /// Whether it is made of comparisons alone.
  fileprivate var isOnlyComparison: Bool {
    switch kind {
    case .column, .constant: true
    default: isComparison && children.allSatisfy(\.isOnlyComparison)
    }
  }

  /// Whether it compares its operands, or connects what they say, whatever they are.
  fileprivate var isComparison: Bool {
    switch kind {
    case .and, .or: true
    case .call(let name, let overload, _):
      !overload.countsNotes
        && ["=", "<>", "<", "<=", ">", ">=", "not", "is null", "is not null"].contains(name)
    default: false
    }
  }
}
