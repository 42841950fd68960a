/// Finds by their names the columns that hold units, and the columns of numbers that they are for.
///
/// A name is one of units where one of its words says so: `unit`, `DRUG_UNIT`, `quantityUnit`,
/// `UoM`, `currency`. Its numbers are in the column whose name is the same without that word, or
/// else in the column before it, or else in the one behind it.
enum MeasurePairs {
  /// The places of two columns.
  struct Pair: Hashable {
    let amount: Int
    /// nil where all amounts have the unit ``name``.
    let unit: Int?
    /// The name of the column of units, or of the unit.
    let name: String
  }

  /// The words by which a column tells that it holds units, in the languages of customs forms.
  private static let words: Set<String> = [
    "unit", "units", "uom", "unite", "unité", "unités", "unidad", "unidades", "unidade", "einheit",
    "currency", "ccy", "devise", "moneda", "moeda", "währung",
  ]

  /// The pairs that `choice` asks for among columns called `names`.
  ///
  /// - Parameters:
  ///   - isNumber: whether the column at a place may hold numbers, as far as that is known.
  ///   - isMeasure: whether it holds measures already, which have their units.
  static func pairs(
    _ choice: MeasureChoice, among names: [String], isNumber: (Int) -> Bool = { _ in true },
    isMeasure: (Int) -> Bool = { _ in false }
  ) -> [Pair] {
    switch choice {
    case .none: return []
    case .declared(let declared):
      let lowered = names.map { $0.lowercased() }
      return declared.compactMap { pair in
        guard let amount = lowered.firstIndex(of: pair.amount.lowercased()) else { return nil }
        return Pair(
          amount: amount, unit: lowered.firstIndex(of: pair.unit.lowercased()), name: pair.unit)
      }
    case .automatic: return automatic(names, isNumber, isMeasure)
    }
  }

  private static func automatic(
    _ names: [String], _ isNumber: (Int) -> Bool, _ isMeasure: (Int) -> Bool
  ) -> [Pair] {
    let split = names.map(words(of:))
    let units = split.indices.filter { unit in
      if split[unit].isDisjoint(with: words) { return false }
      // The units of measures that were saved as such are those of no other numbers.
      let rest = split[unit].subtracting(words)
      return !names.indices.contains { place in
        isMeasure(place) && (abs(place - unit) == 1 || !rest.isEmpty && split[place] == rest)
      }
    }
    var taken = Set(units)
    var result: [Pair] = []
    // Names that say what belongs together come before neighbours.
    for unit in units {
      let rest = split[unit].subtracting(words)
      guard !rest.isEmpty,
        let amount = names.indices.first(where: {
          !taken.contains($0) && split[$0] == rest && isNumber($0)
        })
      else { continue }
      taken.insert(amount)
      result.append(Pair(amount: amount, unit: unit, name: names[unit]))
    }
    for unit in units where !result.contains(where: { $0.unit == unit }) {
      guard
        let amount = [unit - 1, unit + 1].first(where: {
          names.indices.contains($0) && !taken.contains($0) && isNumber($0)
        })
      else { continue }
      taken.insert(amount)
      result.append(Pair(amount: amount, unit: unit, name: names[unit]))
    }
    return result.sorted { $0.amount < $1.amount }
  }

  /// The words of a name, in lower case: parts between other signs, and parts that begin with a
  /// capital behind a small letter.
  private static func words(of name: String) -> Set<String> {
    var result: Set<String> = []
    var word = ""
    var isBehindSmall = false
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if !isLetter || scalar.properties.isUppercase && isBehindSmall {
        if !word.isEmpty { result.insert(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      isBehindSmall = scalar.properties.isLowercase
    }
    if !word.isEmpty { result.insert(word.lowercased()) }
    return result
  }

  /// `wanted`, in lower case, and the columns of units that its columns of numbers need.
  static func completed(
    _ wanted: Set<String>?, _ choice: MeasureChoice, among names: [String]
  ) -> Set<String>? {
    guard let wanted else { return nil }
    var result = wanted
    // Which neighbours hold numbers is not known before they are read.
    let lowered = names.map { $0.lowercased() }
    let split = names.map(words(of:))
    switch choice {
    case .none: break
    case .declared:
      for pair in pairs(choice, among: names) where result.contains(lowered[pair.amount]) {
        if let unit = pair.unit { result.insert(lowered[unit]) }
      }
    case .automatic:
      for unit in split.indices where !split[unit].isDisjoint(with: words) {
        let rest = split[unit].subtracting(words)
        let candidates = lowered.indices.filter { place in
          abs(place - unit) == 1 || !rest.isEmpty && split[place] == rest
        }
        // All that may be its numbers: which are does not depend on what a statement mentions.
        if candidates.contains(where: { wanted.contains(lowered[$0]) }) {
          result.formUnion((candidates + [unit]).map { lowered[$0] })
        }
      }
    }
    return result
  }
}
