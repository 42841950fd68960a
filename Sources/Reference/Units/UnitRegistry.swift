import Synchronization

/// The units in use, numbered, so that a column can store which unit a value has in a few bits.
///
/// Numbers belong to the process: the same unit has the same number in every column. Units that a
/// user defines live here too, under their names.
package enum UnitRegistry {
  private struct State {
    var units: [Unit] = [UnitRegistry.noUnit]
    var numbers: [Unit: UInt16] = [UnitRegistry.noUnit: 0]
    /// The user's units by ``key(_:)``.
    var defined: [String: Unit] = [:]
  }

  private static let state = Mutex(State())

  /// What an amount has of which the unit is not known: it adds to its like alone.
  package static let noUnit = Unit(
    symbol: "", name: "", plural: "", code: nil, dimension: .other(""),
    factor: DecimalFactor(unscaled: 1, scale: 0), source: "")

  /// The number of ``noUnit``.
  package static let noUnitNumber: UInt16 = 0

  /// The number of `unit`, from now on; nil where 65,536 units are numbered already.
  package static func number(of unit: Unit) -> UInt16? {
    state.withLock { state in
      if let known = state.numbers[unit] { return known }
      guard let number = UInt16(exactly: state.units.count) else { return nil }
      state.units.append(unit)
      state.numbers[unit] = number
      return number
    }
  }

  /// The unit with this number; ``noUnit`` where no unit has it.
  package static func unit(_ number: UInt16) -> Unit {
    state.withLock { state in
      Int(number) < state.units.count ? state.units[Int(number)] : noUnit
    }
  }

  /// The number of the base unit of the dimension of unit `number`; the unit itself where it has
  /// none, or where its base cannot be numbered.
  package static func base(of number: UInt16) -> UInt16 {
    if number == noUnitNumber { return number }
    return self.number(of: Units.base(of: unit(number).dimension)) ?? number
  }

  /// The unit that `text` names: one that a user defined, or one of ``Units``.
  package static func unit(named text: String) -> Unit? { own(named: text) ?? Units.unit(text) }

  /// The unit of the user's that `text` names; nil where there is none.
  package static func own(named text: String) -> Unit? {
    let key = key(text)
    return state.withLock { $0.defined[key] }
  }

  /// The unit of a cell with this text: an empty one has none, and a name that nobody knows is a
  /// unit of its own.
  package static func unit(ofCell text: String) -> Unit {
    if text.isEmpty { return noUnit }
    return unit(named: text) ?? Units.unknown(text)
  }

  /// Makes `name` a unit of the user's, so many times `unit`. Where ``Units`` has one of this name,
  /// all its spellings are the user's now.
  ///
  /// - Returns: the new unit; nil where the factor has more digits than one holds.
  package static func define(_ name: String, as factor: DecimalFactor, of unit: Unit) -> Unit? {
    let (unscaled, overflow) = factor.unscaled.multipliedReportingOverflow(by: unit.factor.unscaled)
    if overflow || unscaled <= 0 { return nil }
    let defined = Unit(
      symbol: name, name: name, plural: name, code: nil, dimension: unit.dimension,
      factor: DecimalFactor(unscaled: unscaled, scale: factor.scale + unit.factor.scale),
      source: "CREATE UNIT")
    restore(defined)
    return defined
  }

  /// Makes a unit that ``define(_:as:of:)`` gave known again.
  package static func restore(_ unit: Unit) {
    let key = key(unit.symbol)
    state.withLock { $0.defined[key] = unit }
  }

  /// Forgets the unit of the user's called `name`.
  ///
  /// - Returns: the unit; nil where there was none.
  package static func remove(_ name: String) -> Unit? {
    let key = key(name)
    return state.withLock { $0.defined.removeValue(forKey: key) }
  }

  /// The user's units, by name.
  package static var defined: [Unit] {
    state.withLock { $0.defined.values.sorted { $0.symbol < $1.symbol } }
  }

  /// What all spellings of a unit have in common.
  private static func key(_ text: String) -> String {
    (Units.unit(text)?.symbol ?? text).lowercased()
  }
}

extension Dimension {
  /// Digits behind the point to which an amount in the base unit is kept: a kilogram to the
  /// attogram, a piece to 10⁻¹⁵, a euro to 10⁻¹². With 111 bits for an amount that leaves room for
  /// 2.5 billion tonnes, 2.5 × 10¹⁸ pieces, and 2.5 × 10²¹ of a currency.
  package var decimals: Int {
    switch self {
    case .mass, .volume, .length: 21
    case .area: 18
    case .count, .other: 15
    case .currency: 12
    }
  }
}
