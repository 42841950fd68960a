import Columns
import Language

extension Binder {
  /// The name under which a statement makes something.
  ///
  /// - Throws: a ``Diagnostic`` where it names a schema other than `main`.
  func newName(_ name: QualifiedName) throws -> String { try unqualified(name) }

  /// The name of a table without the schema and database that may stand before it.
  func unqualified(_ name: QualifiedName) throws -> String {
    guard let last = name.parts.last else { return "" }
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
    catalog.table(named: name) != nil ? "table" : nil
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

  /// DROP of anything.
  func bind(_ drop: Drop) throws -> BoundStatement {
    var names: [String] = []
    for name in drop.names {
      let plain = try unqualified(name)
      switch drop.object {
      case .table:
        if drop.isIfExists && catalog.table(named: plain) == nil { continue }
        names.append(try existingTable(name).name)
      default:
        throw BindingProblem.notBuilt("DROP \(drop.object.rawValue)").diagnostic(at: name.range)
      }
    }
    if names.isEmpty {
      let written = drop.names.compactMap { $0.parts.last?.name }.joined(separator: ", ")
      return .nothing(
        message: "there is no \(drop.object.rawValue.lowercased()) \(written); nothing was changed")
    }
    return .drop(BoundDrop(object: drop.object, names: names))
  }
}
