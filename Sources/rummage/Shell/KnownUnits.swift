import Columns
import Reference

/// All units that are known, as a table.
enum KnownUnits {
  static var relation: Relation {
    let units = UnitRegistry.defined + Units.all
    let columns: [(name: String, values: [String?])] = [
      ("unit", units.map(\.symbol)), ("name", units.map(\.name)), ("code", units.map(\.code)),
      ("dimension", units.map(\.dimension.name)),
      ("base_units", units.map { MeasureText.factor(of: $0) }), ("source", units.map(\.source)),
    ]
    return Relation(
      fields: columns.map { Field(name: $0.name, type: .varchar) },
      chunks: [
        Chunk(
          count: units.count,
          columns: columns.map { column in
            Vector(column.values.map { $0.map { .text($0) } ?? .null }, type: .varchar)
          })
      ])
  }
}
