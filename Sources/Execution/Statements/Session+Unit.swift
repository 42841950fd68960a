import Columns
import Language
import Planning
import Reference

extension Session {
  /// Makes a unit, and has the measures of all tables that were in a unit of this name, which nobody
  /// knew or which it replaces, be in it: their numbers stay, and mean so many of the new unit.
  ///
  /// - Throws: a `Diagnostic` where the factor or an amount is too large; nothing has changed then.
  func perform(_ create: BoundUnit) throws -> Outcome {
    let old = UnitRegistry.unit(named: create.name) ?? Units.unknown(create.name)
    let before = catalog
    guard let unit = UnitRegistry.define(create.name, as: create.factor, of: create.unit) else {
      throw BindingProblem.value(.badArgument("this factor has too many digits for a unit"))
        .diagnostic(at: create.range)
    }
    var rows = 0
    do {
      for table in catalog.tables {
        guard let (relation, changed) = try Self.relation(table.relation, from: old, to: unit)
        else { continue }
        rows += changed
        catalog.change(table.name, relation: relation)
      }
    } catch let error as ValueError {
      catalog = before
      _ = UnitRegistry.remove(create.name)
      if old.dimension.isKnown { UnitRegistry.restore(old) }
      throw BindingProblem.value(error).diagnostic(at: create.range)
    }
    let change =
      rows == 0
      ? "" : ": \(Self.count(rows, "measure")) of the tables \(rows == 1 ? "is" : "are") in it"
    return .message("unit \(create.name)\(change)")
  }

  /// The rows of a table with measures in `new` where they were in `old`, and how many those are;
  /// nil where there are none.
  private static func relation(
    _ relation: Relation, from old: Unit, to new: Unit
  ) throws -> (Relation, rows: Int)? {
    let places = relation.fields.indices.filter { relation.fields[$0].type == .measure }
    var rows = 0
    let number = UnitRegistry.number(of: old) ?? UnitRegistry.noUnitNumber
    let chunks = try relation.chunks.map { chunk in
      var columns = chunk.columns
      for place in places {
        guard
          let changed = try MeasureRedefinition.vector(columns[place], from: old, to: new)
        else { continue }
        rows += MeasureTally(columns[place]).rows[number] ?? 0
        columns[place] = changed
      }
      return Chunk(count: chunk.count, columns: columns)
    }
    return rows == 0 ? nil : (Relation(fields: relation.fields, chunks: chunks), rows)
  }
}
