/// Something that anybody may add up in a table of counts: the sum of some of its cells is that of
/// others, a total say.
package struct MarginEquation: Sendable {
  /// A cell, and whether it is added or taken away; all terms together make 0.
  package struct Term: Sendable {
    package let cell: Int
    package let isNegative: Bool
  }

  package let terms: [Term]

  package init(adding plus: [Int], takingAway minus: [Int]) {
    terms =
      plus.map { Term(cell: $0, isNegative: false) }
      + minus.map { Term(cell: $0, isNegative: true) }
  }
}

/// The rows of a grouped result as the cells of a table with margins.
///
/// A row is of a grouping set: it has some of the keys and adds up over the others. Two sets add up to
/// the same by the keys that they have in common; where one has all keys of the other, that says
/// that a total is the sum of its details.
package struct MarginTable {
  /// The cell of each row. Rows of one set with the same keys are one cell.
  package let cells: [Int]
  package private(set) var cellCount: Int
  package private(set) var equations: [MarginEquation] = []
  /// Cells that stand for no row: sums that are no rows but can be read off them.
  package private(set) var sums: [Int] = []

  /// - Parameters:
  ///   - sets: for each row a bit for each key, the last one lowest, 1 where the row adds up over it.
  ///   - keys: of all rows; NULL where the row adds up over it.
  ///   - count: of the rows.
  /// - Throws: ``ValueError/textTooLong``.
  /// - Complexity: O(rows) for each pair of sets.
  package init(sets: Vector, keys: [Vector], count: Int) throws(ValueError) {
    let numbers = try Self.numbers([sets] + keys, count)
    var known: [UInt64: Int] = [:]
    var cells: [Int] = []
    cells.reserveCapacity(count)
    for number in numbers {
      let cell = known[number] ?? known.count
      known[number] = cell
      cells.append(cell)
    }
    self.cells = cells
    cellCount = known.count
    let masks = NumberSource.integers(sets, as: Int64.self)
    var rows: [Int64: [Int]] = [:]
    for row in 0..<count { rows[masks.pointer[row], default: []].append(row) }
    let all = rows.keys.sorted()
    for (index, a) in all.enumerated() {
      for b in all[(index + 1)...] where !Self.isImplied(a, b, among: all) {
        let shared = keys.indices.filter { (a | b) >> Int64(keys.count - 1 - $0) & 1 == 0 }
        try equate(rows[a] ?? [], rows[b] ?? [], by: shared.map { keys[$0] }, count)
      }
    }
  }

  /// Whether what two sets say together follows from what others say: those between a set and one that
  /// has all its keys, or the one that has just the keys which both have.
  private static func isImplied(_ a: Int64, _ b: Int64, among all: [Int64]) -> Bool {
    let common = a | b
    if common != a && common != b { return all.contains(common) }
    let (coarse, fine) = common == a ? (a, b) : (b, a)
    return all.contains { $0 != coarse && $0 != fine && $0 | coarse == coarse && $0 & fine == fine }
  }

  private static func numbers(_ keys: [Vector], _ count: Int) throws(ValueError) -> [UInt64] {
    guard let field = try WindowOrder.numbers(of: keys, count: count) else {
      return Array(repeating: 0, count: count)
    }
    return Array(field.numbers(count: count).elements)
  }

  /// Adds that rows of `a` and of `b` with the same `keys` add up to the same.
  private mutating func equate(
    _ a: [Int], _ b: [Int], by keys: [Vector], _ count: Int
  ) throws(ValueError) {
    let numbers = try Self.numbers(keys, count)
    var sides: [UInt64: (plus: Set<Int>, minus: Set<Int>)] = [:]
    for row in a { sides[numbers[row], default: ([], [])].plus.insert(cells[row]) }
    for row in b { sides[numbers[row], default: ([], [])].minus.insert(cells[row]) }
    for (_, side) in sides.sorted(by: { $0.key < $1.key }) {
      equations.append(
        MarginEquation(adding: side.plus.sorted(), takingAway: side.minus.sorted()))
    }
  }

  /// Adds that the rows with the same `keys` add up to something that can be read off any of them: a
  /// share of it, say.
  package mutating func addSums(by keys: [Vector]) throws(ValueError) {
    let numbers = try Self.numbers(keys, cells.count)
    var parts: [UInt64: Set<Int>] = [:]
    for row in cells.indices { parts[numbers[row], default: []].insert(cells[row]) }
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) {
      equations.append(MarginEquation(adding: part.sorted(), takingAway: [cellCount]))
      sums.append(cellCount)
      cellCount += 1
    }
  }
}
