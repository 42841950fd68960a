/// The groups of the rows of one batch.
package struct GroupNumbers {
  /// The group of each row; nil where all rows belong to group 0.
  package let ids: UnsafePointer<UInt32>?
  /// Rows.
  package let count: Int
  /// How many groups there are so far: every id is less.
  package let groups: Int

  /// - Parameter ids: `count` numbers less than `groups`, valid while this value is in use.
  package init(ids: UnsafePointer<UInt32>?, count: Int, groups: Int) {
    self.ids = ids
    self.count = count
    self.groups = groups
  }
}

/// What one aggregate function keeps for each group.
///
/// A state belongs to one thread at a time. States of the same rows in the same order give the
/// same bits; ``merge(_:)`` is called in the order of the rows, so a result does not depend on
/// the number of threads either.
package class AggregateState {
  /// How many rows of each group this aggregate has seen, NULL or not.
  let rows: GroupRowCounts
  /// How many threads may work on ``result(_:)``, which is the same on any number.
  package var threads = 1

  init(rows: GroupRowCounts) { self.rows = rows }

  /// Calls `body` with each number below `count`, on ``threads``, a cancellation point before each.
  func each(_ count: Int, _ body: @Sendable (Int) -> Void) throws(ValueError) {
    try Parallel.perform(count, threads: threads) { index throws(ValueError) in
      try Cancellation.point()
      body(index)
    }
  }

  /// Takes in the rows of one batch, after ``rows`` has.
  ///
  /// - Parameter inputs: a vector an argument, and behind them one for each term of an ORDER BY
  ///   inside the call; each has one value for each row of `groups`.
  package func update(_ inputs: [Vector], _ groups: GroupNumbers) throws(ValueError) {
    if let only = inputs.first { try update(only, groups) }
  }

  /// The same for a state of one argument.
  package func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {}

  /// Takes in what `other`, a state of the same kind over later rows, has seen.
  package func merge(_ other: AggregateState) throws(ValueError) {}

  /// The result of each of the groups `cells`, in that order.
  ///
  /// May be asked again after further rows: nothing that was taken in is given up.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where a result does not fit its type;
  ///   ``ValueError/interrupted``.
  package func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    Vector(constant: .null, type: .null, count: cells.count)
  }
}

/// The number of rows of each group: shared by all aggregates over the same rows.
package final class GroupRowCounts {
  let cells = Cells<Int64>(0)
  /// Room for more counts of each group inside one batch, zero between batches.
  private let lanes = Cells<Int64>(0)
  /// Up to so many groups are counted in four lanes: those then fit the level-1 cache.
  private static let lanedGroups = 1 << 9

  package init() {}

  package func update(_ groups: GroupNumbers) {
    cells.grow(to: groups.groups)
    let counts = cells.pointer
    guard let ids = groups.ids else {
      counts[0] &+= Int64(groups.count)
      return
    }
    var row = 0
    if cells.count <= Self.lanedGroups {
      // Rows next to each other often have one group: counts of it do not wait for each other.
      let size = cells.count
      lanes.grow(to: 3 * size)
      let (second, third, fourth) =
        (lanes.pointer, lanes.pointer + size, lanes.pointer + 2 * size)
      while row &+ 3 < groups.count {
        counts[Int(ids[row])] &+= 1
        second[Int(ids[row &+ 1])] &+= 1
        third[Int(ids[row &+ 2])] &+= 1
        fourth[Int(ids[row &+ 3])] &+= 1
        row &+= 4
      }
      for group in 0..<size {
        counts[group] &+= second[group] &+ third[group] &+ fourth[group]
      }
      lanes.pointer.update(repeating: 0, count: 3 * size)
    }
    while row < groups.count {
      counts[Int(ids[row])] &+= 1
      row &+= 1
    }
  }

  package func merge(_ other: GroupRowCounts) {
    cells.grow(to: other.cells.count)
    cells.add(other.cells)
  }

  /// Makes at least `groups` cells.
  package func grow(to groups: Int) { cells.grow(to: groups) }

  /// The groups that have a row, in ascending order.
  package func occupied() -> RowSelection {
    let rows = Buffer<UInt32>(count: cells.count)
    var count = 0
    for group in 0..<cells.count where cells.pointer[group] != 0 {
      rows.pointer[count] = UInt32(truncatingIfNeeded: group)
      count += 1
    }
    return RowSelection(rows: rows, count: count)
  }
}

/// A state that needs to know how many values, not counting NULLs, each group has.
package class CountingState: AggregateState {
  private let nulls = Cells<Int64>(0)

  /// Counts the NULL rows of `vector`.
  func countNulls(_ vector: Vector, _ groups: GroupNumbers) {
    let isAllNull = vector.constant?.isNull == true
    if vector.validity == nil && !isAllNull { return }
    nulls.grow(to: groups.groups)
    let counts = nulls.pointer
    if isAllNull {
      for row in 0..<groups.count { counts[groups.ids.map { Int($0[row]) } ?? 0] &+= 1 }
      return
    }
    guard let validity = vector.validity else { return }
    let words = validity.words
    for word in 0..<words.count {
      var missing = ~words.pointer[word]
      if word == groups.count >> 6 { missing &= (1 << UInt64(groups.count & 63)) - 1 }
      if let ids = groups.ids {
        while missing != 0 {
          counts[Int(ids[word << 6 | missing.trailingZeroBitCount])] &+= 1
          missing &= missing &- 1
        }
      } else {
        counts[0] &+= Int64(missing.nonzeroBitCount)
      }
    }
  }

  func mergeNulls(_ other: CountingState) {
    nulls.grow(to: other.nulls.count)
    nulls.add(other.nulls)
  }

  /// How many values `group` has.
  func values(_ group: Int) -> Int64 {
    let all = group < rows.cells.count ? rows.cells.pointer[group] : 0
    return all &- (group < nulls.count ? nulls.pointer[group] : 0)
  }

  /// A bitmap of which of `cells` have a value; nil where all have.
  func validity(_ cells: RowSelection) -> Bitmap? {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: cells.count))
    var empty = 0
    for index in 0..<cells.count {
      if values(Int(cells.rows.pointer[index])) > 0 {
        words.pointer[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        empty += 1
      }
    }
    return empty == 0 ? nil : Bitmap(words: words, count: cells.count)
  }
}

/// `COUNT(*)` and `COUNT(x)`.
package final class CountState: CountingState {
  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    if let other = other as? CountState { mergeNulls(other) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let counts = Buffer<Int64>(count: cells.count)
    for index in 0..<cells.count {
      counts.pointer[index] = values(Int(cells.rows.pointer[index]))
    }
    return IntegerNarrowing.vector(counts, count: cells.count, type: .bigint, validity: nil)
  }
}
