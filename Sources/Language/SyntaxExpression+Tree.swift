// Expressions as trees for golden scripts.

extension Expression {
  package var tree: SExpression {
    // Calls apart: a level of a deep tree takes only the stack of its own case.
    if case .call(let call) = kind { return call.tree }
    return treeOfOther
  }

  @inline(never)
  private var treeOfOther: SExpression {
    switch kind {
    case .literal(let literal): .atom(literal.sql)
    case .typedLiteral(let type, let text):
      SExpression("typed", type.tree, .atom(SQLText.literal(text)))
    case .interval(let value, let unit):
      SExpression("interval", value.tree, unit.map { .atom($0.rawValue) })
    case .parameter(.named(let name)): .atom("$\(name)")
    case .parameter(.numbered(let number)): .atom("$\(number)")
    case .defaultValue: .atom("default")
    case .column(let name): name.tree
    case .star(let star): star.tree
    case .columns(let pattern): SExpression("columns", pattern.tree)

    case .unary(let sign, let value): SExpression(sign.rawValue.lowercased(), value.tree)
    case .binary(let sign, let left, let right):
      SExpression(sign.rawValue, left.tree, right.tree)
    case .and(let operands): SExpression("and", operands.map(\.tree))
    case .or(let operands): SExpression("or", operands.map(\.tree))
    case .is(let value, let truth, let isNegated):
      SExpression((isNegated ? "is-not-" : "is-") + truth.rawValue.lowercased(), value.tree)
    case .isDistinctFrom(let left, let right, let isNegated):
      SExpression(
        isNegated ? "is-not-distinct-from" : "is-distinct-from", left.tree, right.tree)
    case .between(let between):
      SExpression(
        (between.isNegated ? "not-between" : "between")
          + (between.isSymmetric ? "-symmetric" : ""),
        between.value.tree, between.lower.tree, between.upper.tree)
    case .match(let match):
      SExpression(
        (match.isNegated ? "not-" : "") + match.operator.treeName, match.value.tree,
        match.pattern.tree, match.escape.map { SExpression("escape", $0.tree) })
    case .inList(let value, let list, let isNegated):
      SExpression(isNegated ? "not-in" : "in", value.tree, .list(list.map(\.tree)))
    case .inQuery(let value, let query, let isNegated):
      SExpression(isNegated ? "not-in" : "in", value.tree, query.tree)
    case .exists(let query): SExpression("exists", query.tree)
    case .subquery(let query): SExpression("subquery", query.tree)
    case .quantified(let value, let sign, let quantifier, let operand):
      SExpression(
        "\(sign.rawValue)\(quantifier.rawValue.lowercased())", value.tree, operand.tree)

    case .case(let expression): expression.tree
    case .cast(let value, let type, let isTry):
      SExpression(isTry ? "try-cast" : "cast", value.tree, type.tree)
    case .call(let call): call.tree
    case .collate(let value, let collation):
      SExpression("collate", value.tree, collation.tree)

    case .list(let elements): SExpression("list", elements.map(\.tree))
    case .tuple(let elements): SExpression("tuple", elements.map(\.tree))
    case .structure(let fields):
      SExpression("struct", fields.map { .list([$0.name.tree, $0.value.tree]) })
    case .element(let list, let index): SExpression("element", list.tree, index.tree)
    case .slice(let list, let first, let last):
      SExpression(
        "slice", list.tree, first?.tree ?? .atom("-"), last?.tree ?? .atom("-"))
    case .field(let value, let name): SExpression("field", value.tree, name.tree)
    case .lambda(let names, let body):
      SExpression("lambda", .list(names.map(\.tree)), body.tree)
    }
  }
}

extension PatternMatch.Operator {
  fileprivate var treeName: String {
    self == .similarTo ? "similar-to" : rawValue.lowercased()
  }
}

extension Star {
  var tree: SExpression {
    let name = qualifier.map { "\($0.tree).*" } ?? "*"
    guard !exclude.isEmpty || !replace.isEmpty || !rename.isEmpty else { return .atom(name) }
    return SExpression(
      name, .unlessEmpty("exclude", exclude.map(\.tree)),
      .unlessEmpty("replace", replace.map(\.tree)),
      .unlessEmpty("rename", rename.map { .list([$0.from.tree, $0.to.tree]) }))
  }
}

extension CaseExpression {
  var tree: SExpression {
    SExpression(
      "case",
      (operand.map { [$0.tree] } ?? [])
        + branches.map { SExpression("when", $0.when.tree, $0.then.tree) }
        + (otherwise.map { [SExpression("else", $0.tree)] } ?? []))
  }
}

extension FunctionCall {
  @inline(never)
  var tree: SExpression {
    var parts: [SExpression] = [.atom("call"), name.tree]
    if isDistinct { parts.append(.atom("distinct")) }
    for argument in arguments { parts.append(argument.tree) }
    appendClauses(to: &parts)
    return .list(parts)
  }

  @inline(never)
  private func appendClauses(to parts: inout [SExpression]) {
    let clauses: [SExpression?] = [
      .unlessEmpty("order-by", orderBy.map(\.tree)),
      .unlessEmpty("within-group", withinGroup.map(\.tree)),
      ignoresNulls.map { .atom($0 ? "ignore-nulls" : "respect-nulls") },
      filter.map { SExpression("filter", $0.tree) },
      over.map { SExpression("over", $0.tree) },
    ]
    parts += clauses.compactMap { $0 }
  }
}

extension FunctionCall.Argument {
  var tree: SExpression {
    guard let name else { return value.tree }
    return SExpression(":=", name.tree, value.tree)
  }
}

extension WindowReference {
  var tree: SExpression {
    switch self {
    case .named(let name): name.tree
    case .specification(let specification): specification.tree
    }
  }
}

extension WindowSpecification {
  var tree: SExpression {
    let parts: [SExpression?] = [
      base?.tree, .unlessEmpty("partition-by", partitionBy.map(\.tree)),
      .unlessEmpty("order-by", orderBy.map(\.tree)), frame?.tree,
    ]
    return .list(parts.compactMap { $0 })
  }
}

extension WindowFrame {
  var tree: SExpression {
    SExpression(
      unit.rawValue.lowercased(), start.tree, end.tree,
      exclusion.map { SExpression("exclude", .atom($0.rawValue.lowercased())) })
  }
}

extension WindowFrame.Bound {
  var tree: SExpression {
    switch self {
    case .unboundedPreceding: .atom("unbounded-preceding")
    case .preceding(let distance): SExpression("preceding", distance.tree)
    case .currentRow: .atom("current-row")
    case .following(let distance): SExpression("following", distance.tree)
    case .unboundedFollowing: .atom("unbounded-following")
    }
  }
}
