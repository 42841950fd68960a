/// All units that are known, and the ways to find one.
///
/// The tables are text until the first use, so that a program that measures nothing pays nothing.
package enum Units {
  /// By dimension (mass, volume, length, area, kinds of count, currencies), and by size in each.
  package static let all: [Unit] = entries.map(\.unit)

  /// The unit that is spelt so; nil when none is.
  ///
  /// Case does not matter, nor do spaces around; several spaces are one, and a full stop at the end
  /// is dropped. `²` and `³` are as good as `2` and `3`, and either of Unicode's two signs for micro
  /// is as good as the other.
  ///
  /// - Complexity: O(1) in the number of units.
  package static func unit(_ spelling: String) -> Unit? {
    index[folded(spelling)].map { entries[$0].unit }
  }

  /// Every spelling by which `unit(_:)` finds it, the symbol first; none for an unknown unit.
  package static func spellings(of unit: Unit) -> [String] {
    guard let position = index[folded(unit.name)], entries[position].unit == unit else { return [] }
    return entries[position].spellings
  }

  /// The unit in which amounts of the dimension are kept: kg, l, m, m2, one thing, the currency.
  ///
  /// For a kind of count, a currency or a unit that is in no table, one is made.
  ///
  /// - Complexity: O(1) in the number of units.
  package static func base(of dimension: Dimension) -> Unit {
    if let position = bases[dimension] { return entries[position].unit }
    return switch dimension {
    case .count(let kind): made(kind, dimension)
    case .currency(let code): made(code, dimension)
    case .other(let spelling): unknown(spelling)
    case .mass, .volume, .length, .area: made(dimension.name, dimension)
    }
  }

  /// A unit that is in no table, and adds to nothing but those spelt exactly like it.
  package static func unknown(_ spelling: String) -> Unit {
    made(spelling, .other(spelling))
  }

  /// What unlike things are counted as, when a query says that it wants them counted together.
  package static let items = base(of: .count("items"))

  /// What a misspelt unit was meant to be, by its English name if that is as near as any spelling;
  /// nil when no spelling is near, or the nearest are those of two units.
  ///
  /// One letter may be wrong, missing, too many or swapped with the next in a word of three to five
  /// letters, and two in a longer one; shorter words are not guessed at.
  ///
  /// - Complexity: O(*n* · *m*²) in the number of spellings and the length of a word.
  package static func closest(to spelling: String) -> String? {
    let word = folded(spelling)
    guard let guess = Misspelling.closest(to: word, among: index) else { return nil }
    let entry = entries[guess.value]
    // Of the shorter spellings, most are ways to abbreviate that nobody should be told to use.
    let found = entry.spellings.filter { folded($0) == guess.key && $0.count > 4 }
    return ([entry.unit.plural, entry.unit.name, entry.unit.symbol] + found).min {
      Misspelling.distance(word, folded($0)) < Misspelling.distance(word, folded($1))
    }
  }

  private static func made(_ text: String, _ dimension: Dimension) -> Unit {
    Unit(
      symbol: text, name: text, plural: text, code: nil, dimension: dimension,
      factor: DecimalFactor(unscaled: 1, scale: 0), source: "definition")
  }
}
