/// Hides small counts, and as many others as it takes that none can be computed.
///
/// 1. Counts from 1 up to below the threshold are hidden.
/// 2. While an equation has a single hidden cell, one of its other cells is hidden too: one that needs
///    the fewest further ones, and of those the least.
/// 3. While all equations together determine a hidden cell (``HiddenSystem``), one of the cells that it
///    follows from is hidden.
/// 4. While the bounds of the hidden cells, 1 and the threshold or the threshold and more, leave one
///    a single value, one of the cells beside it is hidden.
///
/// With all cells hidden nothing is determined, so it comes to an end. What is hidden is not the least
/// that would do, which is a problem without a fast solution, but the least at each step.
package struct CellSuppression {
  package enum Mark: Sendable {
    case shown
    /// Below the threshold.
    case small
    /// Not below it, but others would follow from it.
    case complement
  }

  private let counts: [Int128]
  private let threshold: Int128
  private let equations: [MarginEquation]
  /// The equations that each cell stands in.
  private let places: [[Int]]
  /// Whether a cell is a sum that is no row.
  private let isSum: [Bool]
  private(set) var marks: [Mark]
  /// How many cells of each equation are hidden.
  private var hiddenCounts: [Int]
  /// Equations that may have got a single hidden cell.
  private var open: [Int] = []
  /// Parts of the table that were found in order, so far as they have not changed.
  private var settled: Set<Part> = []

  private struct Part: Hashable {
    let firstCell: Int
    let cells: Int
    let equations: Int
  }

  /// - Parameters:
  ///   - counts: of each cell that is a row of `table`.
  ///   - isStopped: asked from time to time; throws to stop.
  /// - Returns: a mark for each of them.
  package static func marks(
    _ counts: [Int128], below threshold: Int128, in table: MarginTable, isStopped: () throws -> Void
  ) rethrows -> [Mark] {
    var suppression = CellSuppression(counts, threshold, table)
    try suppression.run(isStopped)
    return Array(suppression.marks.prefix(counts.count))
  }

  private init(_ counts: [Int128], _ threshold: Int128, _ table: MarginTable) {
    self.threshold = threshold
    equations = table.equations
    var all = counts + Array(repeating: 0, count: table.cellCount - counts.count)
    var isSum = Array(repeating: false, count: table.cellCount)
    for cell in table.sums { isSum[cell] = true }
    var places = Array(repeating: [Int](), count: table.cellCount)
    for (index, equation) in equations.enumerated() {
      for term in equation.terms { places[term.cell].append(index) }
      if let sum = equation.terms.last?.cell, isSum[sum] {
        all[sum] = equation.terms.dropLast().reduce(0) { $0 + counts[$1.cell] }
      }
    }
    self.counts = all
    self.isSum = isSum
    self.places = places
    marks = Array(repeating: .shown, count: table.cellCount)
    hiddenCounts = Array(repeating: 0, count: equations.count)
  }

  private mutating func run(_ isStopped: () throws -> Void) rethrows {
    for cell in counts.indices where !isSum[cell] && counts[cell] > 0 && counts[cell] < threshold {
      hide(cell, .small)
    }
    repeat {
      try isStopped()
      coverSingles()
    } while try coverDetermined(isStopped) || coverBounded()
  }

  private func isHidden(_ cell: Int) -> Bool { marks[cell] != .shown }

  private mutating func hide(_ cell: Int, _ mark: Mark) {
    marks[cell] = mark
    for index in places[cell] {
      hiddenCounts[index] += 1
      if hiddenCounts[index] == 1 { open.append(index) }
      // What can be read off any row of a part can be read off none that is hidden.
      if let sum = equations[index].terms.last?.cell, isSum[sum], !isHidden(sum),
        hiddenCounts[index] == equations[index].terms.count - 1
      {
        hide(sum, .complement)
      }
    }
  }

  /// The cell to hide among `cells`: one with something in it, if there is any; one that would itself
  /// stand alone in the fewest equations; the least.
  private func least(_ cells: some Sequence<Int>) -> Int? {
    var best: (cell: Int, rank: (Int, Int, Int128, Int))?
    for cell in cells where !isHidden(cell) && !isSum[cell] {
      let alone = places[cell].count { hiddenCounts[$0] == 0 }
      let rank = (counts[cell] > 0 ? 0 : 1, alone, counts[cell], cell)
      if best.map({ rank < $0.rank }) ?? true { best = (cell, rank) }
    }
    return best?.cell
  }

  private func cells(of equation: Int) -> [Int] { equations[equation].terms.map(\.cell) }

  // MARK: Steps

  private mutating func coverSingles() {
    while let index = open.popLast() {
      guard hiddenCounts[index] == 1, let cell = least(cells(of: index)) else { continue }
      hide(cell, .complement)
    }
  }

  /// Hides a cell for each one that the equations determine; whether there was any.
  private mutating func coverDetermined(_ isStopped: () throws -> Void) rethrows -> Bool {
    var changed = false
    for part in parts() where !settled.contains(part.key) {
      var system = HiddenSystem { [marks] in marks[$0] != .shown }
      for index in part.equations {
        try isStopped()
        system.add(equations[index])
      }
      let determined = system.determined.filter { !isSum[$0.cell] }
      if determined.isEmpty { settled.insert(part.key) }
      for (cell, sources) in determined {
        // One that was hidden for another cell may serve this one as well.
        if sources.contains(where: isHidden) { continue }
        let others =
          least(sources) ?? least(sources.flatMap { places[$0].flatMap(cells(of:)) })
          ?? least(places[cell].flatMap(cells(of:)))
        guard let found = others else { continue }
        hide(found, .complement)
        changed = true
      }
    }
    return changed
  }

  /// The equations with hidden cells, parted into those that share none.
  private func parts() -> [(key: Part, equations: [Int])] {
    var seen = Array(repeating: false, count: equations.count)
    var result: [(Part, [Int])] = []
    for first in equations.indices where hiddenCounts[first] > 0 && !seen[first] {
      var found = [first]
      var cells: Set<Int> = []
      seen[first] = true
      var next = 0
      while next < found.count {
        for term in equations[found[next]].terms where isHidden(term.cell) {
          guard cells.insert(term.cell).inserted else { continue }
          for place in places[term.cell] where !seen[place] {
            seen[place] = true
            found.append(place)
          }
        }
        next += 1
      }
      result.append(
        (
          Part(firstCell: cells.min() ?? 0, cells: cells.count, equations: found.count),
          found.sorted()
        ))
    }
    return result
  }

  // MARK: Bounds

  /// Hides a cell beside each one that bounds leave a single value; whether there was any.
  private mutating func coverBounded() -> Bool {
    var changed = false
    for cell in boundedCells() {
      let beside = places[cell].flatMap(cells(of:))
      let further = beside.filter(isHidden).flatMap { places[$0].flatMap(cells(of:)) }
      guard let found = least(beside) ?? least(further) else { continue }
      hide(found, .complement)
      changed = true
      // What is hidden now may have changed the bounds of the others.
      break
    }
    return changed
  }

  /// The most times that bounds are narrowed.
  private static let mostRounds = 64

  /// The hidden cells for which the bounds of the others leave one value.
  private func boundedCells() -> [Int] {
    let hidden = marks.indices.filter(isHidden)
    if hidden.isEmpty || hiddenCounts.isEmpty { return [] }
    var low = counts
    var high = counts
    for cell in hidden {
      let isSmall = marks[cell] == .small
      low[cell] = isSmall ? 1 : counts[cell] >= threshold ? threshold : .min
      high[cell] = isSmall ? threshold - 1 : .max
    }
    let start = hidden.filter { low[$0] == high[$0] }
    var rounds = 0
    var isMoving = true
    while isMoving && rounds < Self.mostRounds {
      isMoving = false
      rounds += 1
      for index in equations.indices where hiddenCounts[index] > 0 {
        if narrow(&low, &high, by: equations[index]) { isMoving = true }
      }
    }
    return hidden.filter { !isSum[$0] && low[$0] == high[$0] && !start.contains($0) }
  }

  /// Narrows the bounds of the hidden cells of an equation; whether it could.
  private func narrow(
    _ low: inout [Int128], _ high: inout [Int128], by equation: MarginEquation
  ) -> Bool {
    /// The bounds of a term; nil where there is none.
    func bounds(_ term: MarginEquation.Term) -> (least: Int128?, greatest: Int128?) {
      let bottom = low[term.cell] == .min ? nil : low[term.cell]
      let top = high[term.cell] == .max ? nil : high[term.cell]
      return term.isNegative ? (top.map { -$0 }, bottom.map { -$0 }) : (bottom, top)
    }
    // The sums of the bounds of all terms, and how many have none.
    var least = (sum: Int128(0), endless: 0)
    var greatest = (sum: Int128(0), endless: 0)
    func add(_ term: MarginEquation.Term, _ sign: Int) {
      let own = bounds(term)
      if let bound = own.least { least.sum += Int128(sign) * bound } else { least.endless += sign }
      if let bound = own.greatest {
        greatest.sum += Int128(sign) * bound
      } else {
        greatest.endless += sign
      }
    }
    for term in equation.terms { add(term, 1) }
    var changed = false
    for term in equation.terms where isHidden(term.cell) {
      // What the others leave of 0.
      add(term, -1)
      let most = least.endless == 0 ? -least.sum : nil
      let fewest = greatest.endless == 0 ? -greatest.sum : nil
      let bottom = term.isNegative ? most.map { -$0 } : fewest
      let top = term.isNegative ? fewest.map { -$0 } : most
      if let bottom, bottom > low[term.cell] {
        low[term.cell] = bottom
        changed = true
      }
      if let top, top < high[term.cell] {
        high[term.cell] = top
        changed = true
      }
      add(term, 1)
    }
    return changed
  }
}
