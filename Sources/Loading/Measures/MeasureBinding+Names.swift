import Columns

extension MeasureBinding {
  /// Makes measures of the columns that names tell to be amounts, in the units of others.
  ///
  /// Where a column holds units and nothing tells what they are for, a note says which option does.
  mutating func bindByNames(_ isWanted: [Bool]) throws {
    let pairs = MeasurePairs(names)
    var texts: [Int: UnitTexts] = [:]
    for unit in pairs.units where !isOfMeasures(unit, pairs) {
      // Of those that hold something else, and those beside which nothing was loaded, is nothing to
      // tell.
      guard pairs.candidates(unit).contains(where: { field($0) != nil }),
        let found = unitTexts(unit), found.isCountable, found.hasKnown
      else { continue }
      texts[unit] = found
    }
    let units = texts.keys.sorted()
    func suits(_ unit: Int, _ name: AmountName) -> Bool { texts[unit]?.suit(name) ?? false }
    let amounts = pairs.amounts(
      of: units, isNumber: { field($0)?.type.isNumeric ?? false }, suits: suits)
    for (unit, amount) in amounts.sorted(by: { $0.value < $1.value }) where isWanted[amount] {
      guard let texts = texts[unit], holdsNumbers(amount) else { continue }
      try bindUnasked(amount, unit, texts)
    }
    for unit in units where amounts[unit] == nil {
      guard texts[unit]?.isKnown ?? false,
        pairs.candidates(unit).contains(where: { isWanted[$0] && isNumber($0) })
      else { continue }
      noteUndecided(unit, pairs.likely(unit, suits: suits).filter(isNumber))
    }
  }

  /// The units of measures that were saved as such are those of no other numbers.
  private func isOfMeasures(_ unit: Int, _ pairs: MeasurePairs) -> Bool {
    pairs.candidates(unit).contains { field($0)?.type == .measure }
  }

  private func isNumber(_ place: Int) -> Bool { field(place)?.type.isNumeric ?? false }

  private mutating func bindUnasked(_ amount: Int, _ unit: Int, _ texts: UnitTexts) throws {
    guard texts.isKnown else {
      noteNoMeasure(
        amount,
        "too little of \(names[unit]) are units (\(texts.examples)); "
          + "\(Self.option(names[amount], names[unit])) makes it one")
      return
    }
    do {
      try bind(amount, unit, texts)
    } catch is ValueError {
      noteNoMeasure(amount, "an amount is too large for one")
    }
  }

  /// Notes that units are for no column.
  ///
  /// - Parameter likely: the columns that they may be for.
  private mutating func noteUndecided(_ unit: Int, _ likely: [Int]) {
    let name = names[unit]
    let found =
      likely.count > 1
      ? "\(likely.map { names[$0] }.joined(separator: " or ")) may be"
      : "no name beside it says so"
    let option = Self.option(likely.first.map { names[$0] } ?? "NAME", name)
    result.notes.append(
      "no column is a measure in the units of \(name): \(found); \(option) makes one")
  }

  /// The option that makes a measure.
  private static func option(_ amount: String, _ unit: String) -> String {
    "measures = {'\(amount)': '\(unit)'}"
  }
}
