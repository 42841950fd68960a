import Columns
import Language
import Reference

extension Binder {
  /// The name of a table without the schema and database that may stand before it.
  ///
  /// - Throws: a ``Diagnostic`` where it names a schema other than `main`.
  func unqualified(_ name: QualifiedName) throws -> String {
    guard let last = name.parts.last else { return "" }
    if name.parts.count == 2, name.parts[0].folded == ReferenceTable.schema {
      throw TableProblem.readOnly(schema: ReferenceTable.schema).diagnostic(at: name.range)
    }
    for part in name.qualifiers where !Self.schemas.contains(part.folded) {
      throw TableProblem.unknown(kind: "schema", name: part.name, known: ["main"])
        .diagnostic(at: part.range)
    }
    return last.name
  }

  /// There is one schema, which these names mean, alone or behind one another.
  static let schemas: Set<String> = ["main", "memory", "temp"]

  /// What is called `name`: a table or a view; nil where nothing is.
  func objectKind(named name: String) -> String? {
    if catalog.table(named: name) != nil { return "table" }
    return catalog.view(named: name) != nil ? "view" : nil
  }

  /// The table to be changed.
  func existingTable(_ name: QualifiedName) throws -> Catalog.Table {
    let plain = try unqualified(name)
    if let table = catalog.table(named: plain) { return table }
    if let kind = objectKind(named: plain) {
      throw TableProblem.wrongKind(name: plain, is: kind, wanted: "table")
        .diagnostic(at: name.range)
    }
    throw BindingProblem.unknownTable(plain, known: catalog.tables.map(\.name))
      .diagnostic(at: name.range)
  }

  /// What is known of the columns of a table or of a view.
  func definition(ofTable name: QualifiedName) throws -> TableDefinition {
    if name.parts.count == 1, let table = catalog.table(named: name.parts[0].name) {
      return table.definition
    }
    return TableDefinition(fields: try table(name).0.fields)
  }

  // MARK: DROP

  /// DROP of anything.
  func bind(_ drop: Drop) throws -> BoundStatement {
    var names: [String] = []
    for name in drop.names {
      let plain = try unqualified(name)
      guard let known = try dropped(plain, drop.object, at: name.range) else {
        if drop.isIfExists { continue }
        throw missing(plain, drop.object, at: name.range)
      }
      if !names.contains(known) { names.append(known) }
    }
    if names.isEmpty {
      let written = drop.names.compactMap { $0.parts.last?.name }.joined(separator: ", ")
      return .nothing(
        message: "there is no \(drop.object.rawValue.lowercased()) \(written); nothing was changed")
    }
    return .drop(BoundDrop(object: drop.object, names: names))
  }

  /// The name of what is to be dropped, as it was made; nil where there is none.
  private func dropped(
    _ name: String, _ object: Drop.Object, at range: SourceRange
  ) throws -> String? {
    switch object {
    case .table, .view:
      if let kind = objectKind(named: name), kind != object.rawValue.lowercased() {
        throw TableProblem.wrongKind(
          name: name, is: kind, wanted: object.rawValue.lowercased()
        ).diagnostic(at: range)
      }
      return object == .table
        ? catalog.table(named: name)?.name : catalog.view(named: name)?.name
    case .macro: return catalog.macro(named: name, isTable: false)?.name
    case .macroTable: return catalog.macro(named: name, isTable: true)?.name
    case .index: return catalog.table(ofIndex: name) == nil ? nil : name.lowercased()
    case .sequence: return catalog.sequence(named: name)?.name
    case .unit:
      return UnitRegistry.own(named: name)?.symbol
    case .schema: return nil
    }
  }

  private func missing(
    _ name: String, _ object: Drop.Object, at range: SourceRange
  ) -> Diagnostic {
    switch object {
    case .table:
      return BindingProblem.unknownTable(name, known: catalog.tables.map(\.name))
        .diagnostic(at: range)
    default:
      let known: [String] =
        switch object {
        case .view: catalog.views.map(\.name)
        case .sequence: catalog.sequences.map(\.name)
        case .unit: UnitRegistry.defined.map(\.symbol)
        case .macro: catalog.macros.filter { !$0.isTable }.map(\.name)
        case .macroTable: catalog.macros.filter(\.isTable).map(\.name)
        default: []
        }
      return TableProblem.unknown(
        kind: object.rawValue.lowercased(), name: name, known: known
      ).diagnostic(at: range)
    }
  }

  // MARK: CREATE INDEX, CREATE SCHEMA

  /// CREATE INDEX: a unique one is a key of the table; any other is not needed.
  func bind(_ create: CreateIndex) throws -> BoundStatement {
    let table = try existingTable(create.table)
    let name = try create.name.map { try unqualified($0) }
    if let name, catalog.table(ofIndex: name) != nil {
      if create.isIfNotExists {
        return .nothing(message: "index \(name) is there already; nothing was changed")
      }
      throw TableProblem.exists(kind: "index", name: name)
        .diagnostic(at: create.name?.range ?? create.table.range)
    }
    var context = ExpressionContext(
      scope: Scope(table: table.name, fields: table.definition.fields), clause: "CREATE INDEX")
    let keys = try create.keys.map { try bind($0, &context) }
    var definition = table.definition
    if create.isUnique {
      let columns = try zip(keys, create.keys).map { key, written in
        guard let column = key.column else {
          throw BindingProblem.notBuilt("a unique index on anything but columns")
            .diagnostic(at: written.range)
        }
        return column
      }
      definition.keys.append(
        TableDefinition.Key(name: name?.lowercased(), columns: columns, isPrimary: false))
    }
    return .createIndex(
      name: name,
      BoundAlter(
        table: table.name, name: table.name,
        checks: try checks(of: definition, table: table.name, at: create.table.range),
        rows: .same,
        notes: [
          create.isUnique
            ? "the index is kept as a unique key of \(table.name)"
            : "no index was made: queries here need none"
        ], range: create.table.range))
  }

  /// CREATE SCHEMA: there is only `main`.
  func bind(_ create: CreateSchema) throws -> BoundStatement {
    let name = create.name.parts.last?.name ?? ""
    if Self.schemas.contains(name.lowercased()) && create.isIfNotExists {
      return .nothing(message: "schema \(name) is there already; nothing was changed")
    }
    throw TableProblem.oneSchema.diagnostic(at: create.name.range)
  }
}
