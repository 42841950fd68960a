/// What equations say of hidden cells: Gauss-Jordan elimination over sparse rows.
///
/// Coefficients are numbers modulo the prime 2^61 - 1, in place of fractions that grow without end.
/// What the equations determine over the fractions they determine modulo a prime, unless it divides
/// one of certain determinants; those of a table of two dimensions are -1, 0 and 1.
struct HiddenSystem {
  /// The coefficient of each cell; those of hidden cells come first to their pivots.
  typealias Row = [Int: UInt64]

  private let isHidden: (Int) -> Bool
  /// Each has one pivot, a hidden cell of coefficient 1 that no other row has.
  private var rows: [Row] = []
  private var rowOfPivot: [Int: Int] = [:]

  init(isHidden: @escaping (Int) -> Bool) { self.isHidden = isHidden }

  mutating func add(_ equation: MarginEquation) {
    var row: Row = [:]
    for term in equation.terms {
      let unit = term.isNegative ? Self.prime - 1 : 1
      Self.add(unit, to: &row, at: term.cell)
    }
    for (cell, coefficient) in row {
      if let pivot = rowOfPivot[cell] { Self.subtract(rows[pivot], times: coefficient, from: &row) }
    }
    guard let pivot = row.keys.filter(isHidden).min(), let leading = row[pivot] else { return }
    let inverse = Self.power(leading, Self.prime - 2)
    row = row.mapValues { Self.product($0, inverse) }
    for index in rows.indices {
      if let coefficient = rows[index][pivot] {
        Self.subtract(row, times: coefficient, from: &rows[index])
      }
    }
    rowOfPivot[pivot] = rows.count
    rows.append(row)
  }

  /// The hidden cells of which the value follows, each with the cells in the open that it follows from.
  var determined: [(cell: Int, sources: [Int])] {
    rowOfPivot.compactMap { pivot, index in
      let row = rows[index]
      if row.keys.contains(where: { $0 != pivot && isHidden($0) }) { return nil }
      return (pivot, row.keys.filter { $0 != pivot }.sorted())
    }.sorted { $0.cell < $1.cell }
  }

  // MARK: Numbers modulo the prime

  private static let prime: UInt64 = 1 << 61 - 1

  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    // 2^61 is 1.
    let sum = (low & prime) &+ (high << 3 | low >> 61)
    return sum >= prime ? sum &- prime : sum
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var base = base
    var exponent = exponent
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }

  private static func add(_ number: UInt64, to row: inout Row, at cell: Int) {
    let sum = (row[cell] ?? 0) &+ number
    let reduced = sum >= prime ? sum &- prime : sum
    row[cell] = reduced == 0 ? nil : reduced
  }

  private static func subtract(_ other: Row, times factor: UInt64, from row: inout Row) {
    let negative = prime - factor
    for (cell, coefficient) in other { add(product(coefficient, negative), to: &row, at: cell) }
  }
}
