import Columns
import Language

extension Binder {
  /// A plan and the names under which its columns are known.
  struct BoundTable {
    var plan: Plan
    var scope: Scope
  }

  /// The tables of a FROM, separated by commas: all combinations of their rows.
  func bind(from references: [TableReference]) throws -> BoundTable {
    guard let first = references.first else {
      // Without FROM there is one row, of no columns.
      return BoundTable(plan: Plan(.values([[]]), fields: []), scope: Scope())
    }
    return try references.dropFirst().reduce(try bind(first)) { left, reference in
      try joined(left, reference, kind: .inner, condition: .none, at: reference.range)
    }
  }

  func bind(_ reference: TableReference) throws -> BoundTable {
    var table = try bindWhole(reference)
    table.plan = try sampled(table.plan, reference.sample)
    return table
  }

  private func bindWhole(_ reference: TableReference) throws -> BoundTable {
    switch reference.kind {
    case .table(let name):
      let (plan, shown) = try table(name)
      return try named(plan, shown, reference.alias)
    case .file(let path):
      return try bind(FileRequest(paths: [path], range: reference.range), reference.alias)
    case .query(let query):
      return try named(try bind(query), nil, reference.alias)
    case .function(let call):
      if let plan = try expanded(call, at: reference.range) {
        return try named(plan, call.name.name, reference.alias)
      }
      return try bind(call, as: reference.alias, at: reference.range)
    case .join(let join):
      return try named(try bind(join), reference.alias)
    case .pivot(let pivot):
      return try named(try bind(pivot), reference.alias)
    case .unpivot(let unpivot):
      return try named(try bind(unpivot), reference.alias)
    }
  }

  /// The plan behind a table's name, and the name as it was given.
  func table(_ name: QualifiedName) throws -> (Plan, String) {
    if name.parts.count == 1, let plan = hiddenTables[name.parts[0].name] { return (plan, "") }
    if let information = try information(name) { return information }
    if let reference = try reference(name) { return (Self.scan(reference), reference.name) }
    let written = name.parts.map(\.name).joined(separator: ".")
    if let part = name.parts.last, name.qualifiers.allSatisfy({ Self.schemas.contains($0.folded) })
    {
      if name.parts.count == 1, let common = commonTables.last(where: { $0.name == part.folded }) {
        switch common.meaning {
        case .plan(let shared):
          return (Plan(.shared(shared), fields: shared.plan.fields), shared.name)
        case .working(let working):
          working.isRead = true
          return (
            Plan(.workingTable(working.identity), fields: working.fields), working.identity.name
          )
        }
      }
      if let table = catalog.table(named: part.name) {
        return (Self.scan(table.relation, name: table.name), table.name)
      }
      if let view = try view(named: part.name, at: name.range) { return view }
    }
    let known =
      commonTables.map(\.name) + catalog.tables.map(\.name) + catalog.views.map(\.name)
    var problem = BindingProblem.unknownTable(written, known: known).diagnostic(at: name.range)
    if let reference = ReferenceTable.named(written) {
      problem.help.insert("\(reference.qualifiedName) holds \(reference.help)", at: 0)
      problem.fix = Diagnostic.Fix(name.range, reference.qualifiedName)
    }
    throw problem
  }

  /// The table of the schema `ref` that `name` means; nil where it means no table of that schema.
  ///
  /// - Throws: a ``Diagnostic`` where the schema has no such table.
  func reference(_ name: QualifiedName) throws -> ReferenceTable? {
    guard name.parts.count == 2, let table = name.parts.last,
      name.parts[0].folded == ReferenceTable.schema
    else { return nil }
    if let reference = ReferenceTable.named(table.name) { return reference }
    throw BindingProblem.unknownTable(table.name, known: ReferenceTable.all.map(\.name))
      .diagnostic(at: table.range)
  }

  private static func scan(_ reference: ReferenceTable) -> Plan {
    scan(reference.relation, name: reference.qualifiedName)
  }

  static func scan(_ relation: Relation, name: String) -> Plan {
    Plan(
      .scan(relation, name: name, columns: Array(relation.fields.indices)),
      fields: relation.fields)
  }

  /// A join under an alias, which then stands for both tables.
  private func named(_ table: BoundTable, _ alias: TableAlias?) throws -> BoundTable {
    alias == nil ? table : try named(table.plan, nil, alias)
  }

  func named(_ plan: Plan, _ name: String?, _ alias: TableAlias?) throws -> BoundTable {
    guard let alias else {
      return BoundTable(plan: plan, scope: Scope(table: name, fields: plan.fields))
    }
    guard alias.columns.count <= plan.fields.count else {
      throw BindingProblem.tooManyNames(
        alias.columns.count, count: plan.fields.count, clause: "AS"
      ).diagnostic(at: alias.name.range)
    }
    let renamed = plan.renamed(alias.columns.map(\.name))
    return BoundTable(plan: renamed, scope: Scope(table: alias.name.name, fields: renamed.fields))
  }
}
