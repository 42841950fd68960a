/// Copies syntax trees, putting other places or other expressions into the copy.
///
/// A view, a macro or a column's default was written in a statement of its own; where it is used,
/// its tree must point into the statement that uses it.
package struct SyntaxRewriter {
  /// Where every node of the copy stands; nil to leave nodes where they are.
  let range: SourceRange?
  /// What stands in place of an expression, taken as it is; nil to copy the expression itself.
  let replacement: (Expression) -> Expression?

  /// - Parameters:
  ///   - range: where every node of the copy stands; nil to leave nodes where they are.
  ///   - replacement: what stands in place of an expression, taken as it is; nil to copy it.
  package init(
    movingTo range: SourceRange? = nil,
    replacing replacement: @escaping (Expression) -> Expression? = { _ in nil }
  ) {
    self.range = range
    self.replacement = replacement
  }

  /// - Complexity: linear in the size of the tree, as are all methods.
  package func rewrite(_ expression: Expression) -> Expression {
    replacement(expression)
      ?? Expression(rewrite(expression.kind), place(expression.range))
  }

  func place(_ range: SourceRange) -> SourceRange { self.range ?? range }

  // MARK: Names

  package func rewrite(_ name: Identifier) -> Identifier {
    Identifier(name.name, isQuoted: name.isQuoted, range: place(name.range))
  }

  package func rewrite(_ name: QualifiedName) -> QualifiedName {
    QualifiedName(name.parts.map(rewrite), range: place(name.range))
  }

  package func rewrite(_ type: TypeName) -> TypeName {
    TypeName(
      name: type.name, arguments: type.arguments.map(rewrite), listDepth: type.listDepth,
      range: place(type.range))
  }

  private func rewrite(_ argument: TypeName.Argument) -> TypeName.Argument {
    switch argument {
    case .number, .text: argument
    case .type(let type): .type(rewrite(type))
    case .field(let name, let type): .field(rewrite(name), rewrite(type))
    }
  }

  // MARK: Expressions

  private func rewrite(_ expressions: [Expression]) -> [Expression] { expressions.map(rewrite) }

  private func rewrite(_ kind: Expression.Kind) -> Expression.Kind {
    switch kind {
    case .literal, .parameter, .defaultValue: kind
    case .typedLiteral(let type, let text): .typedLiteral(rewrite(type), text)
    case .interval(let value, let unit): .interval(rewrite(value), unit)
    case .column(let name): .column(rewrite(name))
    case .star(let star): .star(rewrite(star))
    case .columns(let inner): .columns(rewrite(inner))
    case .unary(let symbol, let operand): .unary(symbol, rewrite(operand))
    case .binary(let symbol, let left, let right): .binary(symbol, rewrite(left), rewrite(right))
    case .and(let terms): .and(rewrite(terms))
    case .or(let terms): .or(rewrite(terms))
    case .is(let operand, let truth, let isNegated):
      .is(rewrite(operand), truth, isNegated: isNegated)
    case .isDistinctFrom(let left, let right, let isNegated):
      .isDistinctFrom(rewrite(left), rewrite(right), isNegated: isNegated)
    case .between(let between):
      .between(
        Between(
          value: rewrite(between.value), lower: rewrite(between.lower),
          upper: rewrite(between.upper), isSymmetric: between.isSymmetric,
          isNegated: between.isNegated))
    case .match(let match):
      .match(
        PatternMatch(
          value: rewrite(match.value), operator: match.operator, pattern: rewrite(match.pattern),
          escape: match.escape.map(rewrite), isNegated: match.isNegated))
    case .inList(let value, let list, let isNegated):
      .inList(rewrite(value), rewrite(list), isNegated: isNegated)
    case .inQuery(let value, let query, let isNegated):
      .inQuery(rewrite(value), rewrite(query), isNegated: isNegated)
    case .exists(let query): .exists(rewrite(query))
    case .subquery(let query): .subquery(rewrite(query))
    case .quantified(let value, let symbol, let quantifier, let list):
      .quantified(rewrite(value), symbol, quantifier, rewrite(list))
    case .case(let choice):
      .case(
        CaseExpression(
          operand: choice.operand.map(rewrite),
          branches: choice.branches.map {
            CaseExpression.Branch(when: rewrite($0.when), then: rewrite($0.then))
          }, otherwise: choice.otherwise.map(rewrite)))
    case .cast(let inner, let type, let isTry): .cast(rewrite(inner), rewrite(type), isTry: isTry)
    case .call(let call): .call(rewrite(call))
    case .collate(let inner, let name): .collate(rewrite(inner), rewrite(name))
    case .list(let elements): .list(rewrite(elements))
    case .tuple(let elements): .tuple(rewrite(elements))
    case .structure(let fields):
      .structure(
        fields.map { StructureField(name: rewrite($0.name), value: rewrite($0.value)) })
    case .element(let list, let position): .element(rewrite(list), rewrite(position))
    case .slice(let list, let from, let to):
      .slice(rewrite(list), from.map(rewrite), to.map(rewrite))
    case .field(let inner, let name): .field(rewrite(inner), rewrite(name))
    case .lambda(let names, let body): .lambda(names.map(rewrite), rewrite(body))
    }
  }

  private func rewrite(_ star: Star) -> Star {
    Star(
      qualifier: star.qualifier.map(rewrite), exclude: star.exclude.map(rewrite),
      replace: star.replace.map(rewrite),
      rename: star.rename.map { Star.Renaming(from: rewrite($0.from), to: rewrite($0.to)) })
  }

  package func rewrite(_ call: FunctionCall) -> FunctionCall {
    FunctionCall(
      name: rewrite(call.name),
      arguments: call.arguments.map {
        FunctionCall.Argument(name: $0.name.map(rewrite), value: rewrite($0.value))
      }, isDistinct: call.isDistinct, orderBy: call.orderBy.map(rewrite),
      withinGroup: call.withinGroup.map(rewrite), ignoresNulls: call.ignoresNulls,
      filter: call.filter.map(rewrite), over: call.over.map(rewrite))
  }

  private func rewrite(_ window: WindowReference) -> WindowReference {
    switch window {
    case .named(let name): .named(rewrite(name))
    case .specification(let specification): .specification(rewrite(specification))
    }
  }

  func rewrite(_ window: WindowSpecification) -> WindowSpecification {
    WindowSpecification(
      base: window.base.map(rewrite), partitionBy: rewrite(window.partitionBy),
      orderBy: window.orderBy.map(rewrite), frame: window.frame.map(rewrite),
      range: place(window.range))
  }

  private func rewrite(_ frame: WindowFrame) -> WindowFrame {
    WindowFrame(
      unit: frame.unit, start: rewrite(frame.start), end: rewrite(frame.end),
      exclusion: frame.exclusion, range: place(frame.range))
  }

  private func rewrite(_ bound: WindowFrame.Bound) -> WindowFrame.Bound {
    switch bound {
    case .unboundedPreceding, .currentRow, .unboundedFollowing: bound
    case .preceding(let distance): .preceding(rewrite(distance))
    case .following(let distance): .following(rewrite(distance))
    }
  }
}
