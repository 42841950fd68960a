import Columns
import Reference

extension ReferenceTable {
  /// Units: those of the user, then all others in the order of their dimensions and sizes.
  static let units = ReferenceTable(
    "units", "units of measurement: symbols, names, codes, and the exact factor to the base unit",
    unitFields
  ) {
    let defined = UnitRegistry.defined
    if defined.isEmpty { return unitRelation }
    // A container that the user has filled is listed once.
    let others = Units.all.filter { UnitRegistry.own(named: $0.symbol) == nil }
    return relation(unitFields, (defined + others).map(unitRow))
  }

  /// The factor with the most digits after its point is that of the avoirdupois dram, sixteen; those
  /// before the point are at most ten, of a thousand million.
  private static let factorScale = 16
  private static let factorType = DataType.decimal(
    precision: DataType.maximumPrecision, scale: factorScale)

  private static let unitFields = [
    Field(name: "symbol", type: .varchar), Field(name: "name", type: .varchar),
    Field(name: "plural", type: .varchar), Field(name: "code", type: .varchar),
    Field(name: "dimension", type: .varchar), Field(name: "factor", type: factorType),
    Field(name: "base", type: .varchar), Field(name: "source", type: .varchar),
    Field(name: "spellings", type: .varchar),
  ]

  private static let unitRelation = relation(unitFields, Units.all.map(unitRow))

  private static func unitRow(_ unit: Unit) -> [Value] {
    let spelled = Units.unit(unit.symbol) ?? unit
    return [
      .text(unit.symbol), .text(unit.name), .text(unit.plural), .text(orNull: unit.code),
      .text(unit.dimension.name), factor(unit.factor),
      .text(Units.base(of: unit.dimension).symbol), .text(unit.source),
      .text(Units.spellings(of: spelled).joined(separator: "; ")),
    ]
  }

  private static func factor(_ factor: DecimalFactor) -> Value {
    guard factor.scale <= factorScale else { return .null }
    var unscaled = Int128(factor.unscaled)
    for _ in max(0, factor.scale)..<factorScale { unscaled *= 10 }
    return .decimal(unscaled: unscaled, scale: factorScale)
  }
}
