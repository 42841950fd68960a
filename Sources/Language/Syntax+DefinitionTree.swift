// ALTER, CREATE MACRO and their kin as trees for golden scripts.

extension CreateMacro {
  var tree: SExpression {
    SExpression(
      "create-macro",
      [.flag("or-replace", isReplacing), .flag("if-not-exists", isIfNotExists)].compactMap { $0 }
        + [name.tree] + forms.map(\.tree))
  }
}

extension CreateMacro.Form {
  var tree: SExpression {
    let names = parameters.map { parameter in
      parameter.default.map { SExpression.list([parameter.name.tree, $0.tree]) }
        ?? parameter.name.tree
    }
    switch body {
    case .expression(let value): return .list([.list(names), value.tree])
    case .table(let query): return .list([.list(names), query.tree])
    }
  }
}

extension CreateIndex {
  var tree: SExpression {
    SExpression(
      "create-index",
      [.flag("unique", isUnique), .flag("if-not-exists", isIfNotExists)].compactMap { $0 }
        + (name.map { [$0.tree] } ?? []) + [SExpression("on", table.tree)] + keys.map(\.tree))
  }
}

extension CreateSequence {
  var tree: SExpression {
    SExpression(
      "create-sequence", .flag("if-not-exists", isIfNotExists), name.tree,
      start.map { SExpression("start", $0.tree) },
      increment.map { SExpression("increment", $0.tree) },
      minimum.map { SExpression("minimum", $0.tree) },
      maximum.map { SExpression("maximum", $0.tree) }, .flag("cycle", isCycle))
  }
}

extension CreateUnit {
  var tree: SExpression {
    SExpression(
      "create-unit", .flag("or-replace", isReplacing), .flag("if-not-exists", isIfNotExists),
      .atom(SQLText.name(name.name)), .atom(factor), .atom(SQLText.literal(unit)))
  }
}

extension Alter {
  var tree: SExpression {
    SExpression(
      isView ? "alter-view" : "alter-table", .flag("if-exists", isIfExists), name.tree,
      action.tree)
  }
}

extension Alter.Action {
  var tree: SExpression {
    switch self {
    case .addColumn(let column, let isIfNotExists):
      SExpression("add", .flag("if-not-exists", isIfNotExists), column.tree)
    case .addConstraint(let constraint): SExpression("add", constraint.tree)
    case .dropColumn(let name, let isIfExists):
      SExpression("drop", .flag("if-exists", isIfExists), name.tree)
    case .renameColumn(let name, let new): SExpression("rename-column", name.tree, new.tree)
    case .rename(let new): SExpression("rename", new.tree)
    case .setType(let name, let type, let value):
      SExpression("type", name.tree, type.tree, value.map { SExpression("using", $0.tree) })
    case .setDefault(let name, let value):
      SExpression("default", name.tree, value?.tree ?? .atom("drop"))
    case .setNotNull(let name, let isSet):
      SExpression(isSet ? "not-null" : "null", name.tree)
    }
  }
}
