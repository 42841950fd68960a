// Statements and their parts as trees for golden scripts.

extension Statement {
  package var tree: SExpression {
    guard let chart else { return bareTree }
    return SExpression(
      "chart", .atom(chart.kind?.rawValue ?? "any"),
      chart.path.map { .atom(SQLText.literal($0)) }, bareTree)
  }

  private var bareTree: SExpression {
    switch kind {
    case .query(let query): query.tree
    case .createTable(let create): create.tree
    case .createView(let create): create.tree
    case .createMacro(let create): create.tree
    case .createIndex(let create): create.tree
    case .createSchema(let create):
      SExpression("create-schema", .flag("if-not-exists", create.isIfNotExists), create.name.tree)
    case .createSequence(let create): create.tree
    case .createUnit(let create): create.tree
    case .alter(let alter): alter.tree
    case .drop(let drop):
      SExpression(
        "drop-\(drop.object.rawValue.lowercased().split(separator: " ").joined(separator: "-"))",
        [.flag("if-exists", drop.isIfExists)].compactMap { $0 } + drop.names.map(\.tree))
    case .insert(let insert): insert.tree
    case .update(let update): update.tree
    case .delete(let delete): delete.tree
    case .truncate(let table): SExpression("truncate", table.tree)
    case .copy(let copy): copy.tree
    case .describe(let query): SExpression("describe", query.tree)
    case .summarize(let query): SExpression("summarize", query.tree)
    case .check(let table): SExpression("check", table?.tree ?? .atom("all"))
    case .showTables: SExpression("show-tables")
    case .explain(let statement, let analyze):
      SExpression("explain", .flag("analyze", analyze), statement.tree)
    case .set(let set):
      SExpression("set", .flag("variable", set.isVariable), set.name.tree, set.value.tree)
    case .reset(let name, let isVariable):
      SExpression("reset", .flag("variable", isVariable), name.tree)
    case .pragma(let pragma):
      SExpression("pragma", [pragma.name.tree] + pragma.arguments.map(\.tree))
    case .transaction(let transaction): SExpression(transaction.rawValue.lowercased())
    case .prepare(let name, let statement): SExpression("prepare", name.tree, statement.tree)
    case .execute(let execute):
      SExpression("execute", [execute.name.tree] + execute.arguments.map(\.tree))
    case .deallocate(let name): SExpression("deallocate", name?.tree ?? .atom("all"))
    }
  }
}

extension Identifier {
  var tree: SExpression { .atom(isQuoted ? SQLText.quoted(name) : name) }
}

extension QualifiedName {
  var tree: SExpression { .atom(parts.map(\.tree.description).joined(separator: ".")) }
}

extension TypeName {
  var tree: SExpression { .atom(sql) }
}

extension CreateTable {
  var tree: SExpression {
    let content: [SExpression]
    switch definition {
    case .query(let query, let columns, let hasData):
      let parts: [SExpression?] = [
        .unlessEmpty("columns", columns.map(\.tree)), query.tree, .flag("no-data", !hasData),
      ]
      content = parts.compactMap { $0 }
    case .columns(let columns, let constraints):
      content = columns.map(\.tree) + constraints.map(\.tree)
    }
    let flags: [SExpression?] = [
      .flag("or-replace", isReplacing), .flag("temporary", isTemporary),
      .flag("if-not-exists", isIfNotExists),
    ]
    return SExpression("create-table", flags.compactMap { $0 } + [name.tree] + content)
  }
}

extension ColumnDefinition {
  var tree: SExpression {
    SExpression("column", [name.tree, type.tree] + constraints.map(\.tree))
  }
}

extension ColumnDefinition.Constraint {
  var tree: SExpression {
    switch self {
    case .notNull: .atom("not-null")
    case .null: .atom("null")
    case .primaryKey: .atom("primary-key")
    case .unique: .atom("unique")
    case .default(let value): SExpression("default", value.tree)
    case .check(let condition): SExpression("check", condition.tree)
    case .references(let table, let columns):
      SExpression("references", [table.tree] + columns.map(\.tree))
    }
  }
}

extension TableConstraint {
  var tree: SExpression {
    let label = name.map { SExpression("constraint", $0.tree) }
    switch kind {
    case .primaryKey(let columns):
      return SExpression("primary-key", [label].compactMap { $0 } + columns.map(\.tree))
    case .unique(let columns):
      return SExpression("unique", [label].compactMap { $0 } + columns.map(\.tree))
    case .check(let condition):
      return SExpression("check", label, condition.tree)
    case .foreignKey(let columns, let table, let others):
      return SExpression(
        "foreign-key", label, .list(columns.map(\.tree)), table.tree,
        .list(others.map(\.tree)))
    }
  }
}

extension CreateView {
  var tree: SExpression {
    SExpression(
      "create-view", .flag("or-replace", isReplacing), .flag("temporary", isTemporary),
      .flag("if-not-exists", isIfNotExists), name.tree,
      .unlessEmpty("columns", columns.map(\.tree)), query.tree)
  }
}

extension Insert {
  var tree: SExpression {
    let rows: SExpression =
      switch source {
      case .query(let query): query.tree
      case .defaultValues: .atom("default-values")
      }
    return SExpression(
      "insert", table.tree, alias.map { SExpression("as", $0.tree) },
      .unlessEmpty("columns", columns.map(\.tree)), .flag("by-name", isByName), rows,
      conflict?.tree, .unlessEmpty("returning", returning.map(\.tree)))
  }
}

extension Insert.Conflict {
  var tree: SExpression {
    switch self {
    case .replace: .atom("or-replace")
    case .ignore(let target): SExpression("on-conflict", target.map(\.tree) + [.atom("nothing")])
    case .update(let target, let assignments, let condition):
      SExpression(
        "on-conflict",
        target.map(\.tree)
          + [SExpression("set", assignments.map { .list([$0.column.tree, $0.value.tree]) })]
          + (condition.map { [SExpression("where", $0.tree)] } ?? []))
    }
  }
}

extension Update {
  var tree: SExpression {
    SExpression(
      "update", table.tree, alias.map { SExpression("as", $0.tree) },
      SExpression("set", assignments.map { .list([$0.column.tree, $0.value.tree]) }),
      .unlessEmpty("from", from.map(\.tree)), self.where.map { SExpression("where", $0.tree) },
      .unlessEmpty("returning", returning.map(\.tree)))
  }
}

extension Delete {
  var tree: SExpression {
    SExpression(
      "delete", table.tree, alias.map { SExpression("as", $0.tree) },
      .unlessEmpty("using", using.map(\.tree)), self.where.map { SExpression("where", $0.tree) },
      .unlessEmpty("returning", returning.map(\.tree)))
  }
}

extension Copy {
  var tree: SExpression {
    let names = files.map { SExpression.atom(SQLText.literal($0)) }
    let file = names.count == 1 ? names[0] : .list(names)
    let options = SExpression.unlessEmpty(
      "options", options.map { .list([$0.name.tree] + ($0.value.map { [$0.tree] } ?? [])) })
    switch direction {
    case .to(let query):
      return SExpression("copy-to", query.tree, file, options)
    case .from(let table, let columns):
      return SExpression(
        "copy-from", table.tree, .unlessEmpty("columns", columns.map(\.tree)), file, options)
    }
  }
}
