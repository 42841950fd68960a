import Columns
import Language

extension Binder {
  /// The items that an item with `COLUMNS(…)` stands for: itself, once for each column that is meant.
  ///
  /// All `COLUMNS` of an item mean the same column at a time.
  func expandedColumns(
    _ item: SelectItem, at pattern: Expression, _ context: ExpressionContext
  ) throws -> [SelectItem] {
    let scope = context.scope
    return try positions(pattern, context).map { position in
      let column = scope.columns[position]
      let parts = (column.table.map { [$0] } ?? []) + [column.name]
      let name = QualifiedName(
        parts.map { Identifier($0, isQuoted: true, range: item.range) }, range: item.range)
      let rewriter = SyntaxRewriter(replacing: { expression in
        guard case .columns = expression.kind else { return nil }
        return Expression(.column(name), expression.range)
      })
      let value = rewriter.rewrite(item.value)
      if case .columns = item.value.kind {
        let alias = item.alias ?? Identifier(column.name, isQuoted: true, range: item.range)
        return SelectItem(value: value, alias: alias, range: item.range)
      }
      return SelectItem(value: value, alias: item.alias, range: item.range)
    }
  }

  /// What stands in the parentheses of the first `COLUMNS` of an expression; nil where there is none.
  func columnsPattern(in expression: Expression) -> Expression? {
    var found: Expression?
    let finder = SyntaxRewriter(replacing: { part in
      guard case .columns(let pattern) = part.kind else { return nil }
      if found == nil { found = pattern }
      return part
    })
    _ = finder.rewrite(expression)
    return found
  }

  /// The columns that a pattern means: all of a star, or those whose whole names match a regular
  /// expression somewhere.
  private func positions(
    _ pattern: Expression, _ context: ExpressionContext
  ) throws -> [Int] {
    if case .star(let star) = pattern.kind {
      return try expand(star, at: pattern.range, context).compactMap(\.value.column)
    }
    guard case .literal(.string(let regex)) = pattern.kind else {
      throw BindingProblem.columnsPattern.diagnostic(at: pattern.range)
    }
    func text(_ value: String) -> BoundExpression {
      BoundExpression(.constant(.text(value)), type: .varchar, range: pattern.range)
    }
    let visible = context.scope.columns.indices.filter { context.scope.columns[$0].isVisible }
    let found = try visible.filter { position in
      let matches = try call(
        "regexp_matches", [text(context.scope.columns[position].name), text(regex)],
        at: pattern.range)
      return matches.constant == .boolean(true)
    }
    if found.isEmpty {
      throw BindingProblem.noColumnMatches(
        regex, known: visible.map { context.scope.columns[$0].name }
      ).diagnostic(at: pattern.range)
    }
    return found
  }
}
