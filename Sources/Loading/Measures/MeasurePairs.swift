/// Finds by their names the columns that hold units, and the columns of numbers that they are for.
///
/// A name is one of units where one of its words says so: `unit`, `DRUG_UNIT`, `quantityUnit`,
/// `UoM`, `currency`. Its numbers are in the column whose name is the same without that word, or
/// else in the column before it, or behind it, whose name says that it holds amounts of such units
/// (``AmountName``). Where such a column holds no numbers, no other takes its place.
struct MeasurePairs {
  private let names: [String]
  private let words: [Set<String>]
  private let meanings: [AmountName]
  /// The places of the columns of units, from the first on.
  let units: [Int]

  /// The words by which a column tells that it holds units, in the languages of customs forms.
  private static let unitWords: Set<String> = [
    "unit", "units", "uom", "unite", "unité", "unités", "unidad", "unidades", "unidade", "einheit",
    "currency", "ccy", "devise", "moneda", "moeda", "währung",
  ]

  /// - Parameter names: of all columns of a file, in their order.
  init(_ names: [String]) {
    self.names = names
    words = names.map(ColumnWords.telling)
    meanings = names.map(AmountName.init)
    let words = words
    units = names.indices.filter { !words[$0].isDisjoint(with: Self.unitWords) }
  }

  /// For each column of units the place of the column that they are for; nothing where names do not
  /// tell.
  ///
  /// - Parameters:
  ///   - units: those of ``units`` that hold units.
  ///   - isNumber: whether the column at a place holds numbers.
  ///   - suits: whether the units at a place are such as numbers of this name have.
  func amounts(
    of units: [Int], isNumber: (Int) -> Bool, suits: (Int, AmountName) -> Bool
  ) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var taken: Set<Int> = []
    // Names that say what belongs together come before neighbours.
    var others: [Int] = []
    for unit in units {
      let named = names.indices.first { place in
        isNamed(place, as: unit) && (isNumber(place) || meanings[place].isOfAmounts)
      }
      guard let amount = named else {
        others.append(unit)
        continue
      }
      guard taken.insert(amount).inserted else { continue }
      let meaning = meanings[amount]
      if meaning != .never, meaning != .money || suits(unit, .money) { result[unit] = amount }
    }
    func takeNeighbours(_ isMeant: (_ place: Int, _ unit: Int) -> Bool) {
      for unit in others where result[unit] == nil {
        let amount = [unit - 1, unit + 1].first { place in
          isPlace(place) && !taken.contains(place) && suits(unit, meanings[place])
            && (suits(unit, .money) || isFirst(place, at: unit, suits))
            && isMeant(place, unit)
        }
        guard let amount else { continue }
        taken.insert(amount)
        result[unit] = amount
      }
    }
    // Beside `net_weight`, `weight_unit` comes before `unit`.
    takeNeighbours { place, unit in
      let rest = words[unit].subtracting(Self.unitWords)
      return !rest.isEmpty && rest.isSubset(of: words[place])
    }
    takeNeighbours { _, _ in true }
    return result
  }

  /// Whether no other column may rather hold the amounts that neighbour `place` of `unit` may hold.
  private func isFirst(
    _ place: Int, at unit: Int, _ suits: (Int, AmountName) -> Bool
  ) -> Bool {
    let isRival: (AmountName) -> Bool
    switch meanings[place] {
    case .quantity, .dimension, .money: return true
    case .amount: isRival = { $0 == .quantity }
    // A value behind a unit is what the goods are worth.
    case .figure where place > unit: return false
    case .figure: isRival = { $0 != .figure && $0 != .money }
    case .unclear, .never: return false
    }
    return !names.indices.contains { other in
      other != place && isPlace(other) && isRival(meanings[other]) && suits(unit, meanings[other])
        // Not one that has units of its own, whether or not those were loaded.
        && !units.contains { $0 != unit && (abs($0 - other) == 1 || isNamed(other, as: $0)) }
    }
  }

  /// The places of columns whose names say that they may hold amounts in the units of column `unit`.
  func likely(_ unit: Int, suits: (Int, AmountName) -> Bool) -> [Int] {
    names.indices.filter { isPlace($0) && suits(unit, meanings[$0]) }
  }

  /// The columns next to column `unit`, and those with its name.
  func candidates(_ unit: Int) -> [Int] {
    names.indices.filter { abs($0 - unit) == 1 || isNamed($0, as: unit) }
  }

  /// Whether column `place` has the name of column `unit` without the word for units.
  func isNamed(_ place: Int, as unit: Int) -> Bool {
    let rest = words[unit].subtracting(Self.unitWords)
    guard !rest.isEmpty, isPlace(place) else { return false }
    if words[place] == rest { return true }
    // `quantity.value` and `quantity.unit`.
    return meanings[place] != .money && words[place].subtracting(AmountName.figureWords) == rest
  }

  /// Whether there is a column at `place`, and none of units.
  private func isPlace(_ place: Int) -> Bool {
    names.indices.contains(place) && !units.contains(place)
  }

  /// `wanted`, in lower case, and the columns that decide which of them are measures.
  static func completed(
    _ wanted: Set<String>?, _ choice: MeasureChoice, among names: [String]
  ) -> Set<String>? {
    guard let wanted else { return nil }
    var result = wanted
    let lowered = names.map { $0.lowercased() }
    switch choice {
    case .none: break
    case .declared(let pairs):
      for pair in pairs where result.contains(pair.amount.lowercased()) {
        if lowered.contains(pair.unit.lowercased()) { result.insert(pair.unit.lowercased()) }
      }
    case .automatic:
      // All that may be the numbers of a unit: which are does not depend on what a statement
      // mentions. One column may be between two of units.
      let pairs = MeasurePairs(names)
      var known = -1
      while known != result.count {
        known = result.count
        for unit in pairs.units {
          let candidates = pairs.candidates(unit).map { lowered[$0] }
          guard !result.isDisjoint(with: candidates) else { continue }
          result.formUnion(candidates + [lowered[unit]])
        }
      }
    }
    return result
  }
}
