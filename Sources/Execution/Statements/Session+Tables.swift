import Columns
import Planning
import Reference

extension Session {
  /// Makes a table.
  func perform(_ create: BoundCreateTable, _ context: ExecutionContext) throws -> Outcome {
    let rows = try create.rows.map { try PlanExecutor(context).run(Optimizer.optimize($0)) }
    let relation = Relation(fields: create.definition.fields, chunks: rows?.chunks ?? [])
    catalog.set(
      Catalog.Table(name: create.name, relation: relation, definition: create.definition))
    return Outcome(
      content: .message("table \(create.name): \(Self.count(relation.rowCount, "row"))"),
      notes: create.notes)
  }

  func perform(_ view: Catalog.View) -> Outcome {
    catalog.set(view)
    return .message("view \(view.name): \(Self.count(view.columns.count, "column"))")
  }

  func renameView(_ name: String, to new: String) -> Outcome {
    guard let view = catalog.view(named: name) else { return .message("") }
    catalog.removeView(name)
    catalog.set(view.renamed(new))
    return .message("view \(name) is called \(new) now")
  }

  func perform(_ macro: Catalog.Macro) -> Outcome {
    catalog.set(macro)
    return .message("macro \(macro.name)")
  }

  /// Forgets tables, views, macros or indexes.
  func perform(_ drop: BoundDrop) -> Outcome {
    for name in drop.names {
      switch drop.object {
      case .table: catalog.remove(name)
      case .view: catalog.removeView(name)
      case .macro: catalog.removeMacro(name, isTable: false)
      case .macroTable: catalog.removeMacro(name, isTable: true)
      case .index: dropIndex(name)
      case .sequence: catalog.removeSequence(name)
      case .unit: _ = UnitRegistry.remove(name)
      case .schema: break
      }
    }
    return .message("dropped \(drop.names.joined(separator: ", "))")
  }

  /// Notes an index, of which a unique one is a key of its table.
  func createIndex(
    _ name: String?, _ change: BoundAlter, _ context: ExecutionContext
  ) throws -> Outcome {
    let outcome = try perform(change, context)
    if let name { catalog.setIndex(name, onTable: change.table) }
    return Outcome(
      content: .message(name.map { "index \($0)" } ?? "index"), notes: outcome.notes)
  }

  private func dropIndex(_ name: String) {
    defer { catalog.removeIndex(name) }
    guard let table = catalog.table(ofIndex: name),
      var definition = catalog.table(named: table)?.definition
    else { return }
    definition.keys.removeAll { !$0.isPrimary && $0.name == name }
    catalog.change(table, definition: definition)
  }

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ what: String) -> String { ValueText.count(number, what) }
}
