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
  }

  let kind: Kind
  let type: DataType
  /// Where it stands in the statement's text, for errors.
  let range: SourceRange
  /// The values that it may have, where they can be numbered.
  let domain: ColumnDomain?

  /// Whether evaluating it leaves notes, which count rows.
  var countsNotes: Bool {
    switch kind {
    case .column, .constant, .lookup: false
    case .call(let overload, let arguments):
      overload.countsNotes || arguments.contains(where: \.countsNotes)
    case .cast(let inner, _): inner.countsNotes
    case .and(let terms), .or(let terms): terms.contains(where: \.countsNotes)
    case .choose(let branches, let otherwise):
      branches.contains { $0.condition.countsNotes || $0.result.countsNotes }
        || otherwise?.countsNotes == true
    }
  }

  private init(_ kind: Kind, _ expression: BoundExpression, domain: ColumnDomain? = nil) {
    self.kind = kind
    type = expression.type
    range = expression.range
    self.domain = domain
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
      kind = .choose(
        branches.indices.map { (children[$0 * 2], children[$0 * 2 + 1]) },
        otherwise: otherwise == nil ? nil : children.last)
    case .column, .constant, .aggregate, .window, .subquery, .outer, .scalarQuery:
      // Columns and constants are done above; plans have none of the others when they run.
      kind = .constant(.null)
    }
    return CompiledExpression(
      kind, expression, domain: expression.type == .boolean ? .boolean : nil)
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
  /// Whether evaluating it leaves notes, which count rows.
  fileprivate var countsNotes: Bool {
    if case .call(_, let overload, _) = kind, overload.countsNotes { return true }
    return children.contains { $0.countsNotes }
  }

  /// Whether it is made of comparisons with constants alone.
  fileprivate var isOnlyComparison: Bool {
    switch kind {
    case .column, .constant: return true
    case .and, .or: return children.allSatisfy(\.isOnlyComparison)
    case .call(let name, _, _):
      return ["=", "<>", "<", "<=", ">", ">=", "not", "is null", "is not null"].contains(name)
        && children.allSatisfy(\.isOnlyComparison)
    default: return false
    }
  }
}
