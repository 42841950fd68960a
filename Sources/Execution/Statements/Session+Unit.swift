import Columns
import Language
import Planning
import Reference

extension Session {
  /// Makes a unit, and has the measures of all tables that were in a unit of this name, which nobody
  /// knew or which it replaces, be in it: their numbers stay, and mean so many of the new unit.
  ///
  /// The user's units that are so many of a container are so many of the new one, as is what is in
  /// them: a carton of ten packs is 200 sticks as soon as a pack is 20.
  ///
  /// - Throws: a `Diagnostic` where the factor or an amount is too large; nothing has changed then.
  func perform(_ create: BoundUnit) throws -> Outcome {
    let old = UnitRegistry.unit(named: create.name) ?? Units.unknown(create.name)
    let (before, unitsBefore) = (catalog, UnitRegistry.defined)
    let isFilled = old.isContainer && UnitRegistry.own(named: create.name) == nil
    let holders = isFilled ? unitsBefore.filter { $0.dimension == old.dimension } : []
    do {
      let unit = try define(create.name, create.factor, of: create.unit)
      var rows = try change(old, to: unit)
      for holder in holders {
        rows += try change(holder, to: define(holder.symbol, holder.factor, of: unit))
      }
      let change =
        rows == 0
        ? "" : ": \(Self.count(rows, "measure")) of the tables \(rows == 1 ? "is" : "are") in it"
      return .message("unit \(create.name)\(change)")
    } catch let error as ValueError {
      catalog = before
      _ = UnitRegistry.remove(create.name)
      for unit in unitsBefore { UnitRegistry.restore(unit) }
      throw error.thrown(at: create.range)
    }
  }

  private func define(
    _ name: String, _ factor: DecimalFactor, of unit: Unit
  ) throws(ValueError) -> Unit {
    guard let unit = UnitRegistry.define(name, as: factor, of: unit) else {
      throw .badArgument("this factor has too many digits for a unit")
    }
    return unit
  }

  /// Has the measures of all tables that are in `old` be in `new`.
  ///
  /// - Returns: how many they are.
  private func change(_ old: Unit, to new: Unit) throws -> Int {
    var rows = 0
    for table in catalog.tables {
      guard let (relation, changed) = try Self.relation(table.relation, from: old, to: new)
      else { continue }
      rows += changed
      catalog.change(table.name, relation: relation)
    }
    return rows
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
