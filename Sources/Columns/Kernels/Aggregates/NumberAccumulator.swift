/// What a statistic of doubles keeps for one group.
///
/// Values are added in the order of the rows, and accumulators of later rows merged in that order,
/// so the bits of a result depend on the rows alone.
protocol NumberAccumulator: FiniteAccumulator {
  /// Of no values.
  init()
  mutating func add(_ value: Double)
  /// Takes in what `later` has seen.
  mutating func merge(_ later: Self)
}

/// The same for pairs of values.
protocol PairAccumulator: FiniteAccumulator {
  init()
  mutating func add(_ first: Double, _ second: Double)
  mutating func merge(_ later: Self)
}

// Inlined into each state, so that the loops are compiled for its accumulator.
extension Cells where Element: NumberAccumulator {
  /// Adds the values of a DOUBLE vector, NULLs left out.
  ///
  /// - Returns: whether an infinity or a NaN was among them.
  @inline(__always)
  func add(_ vector: Vector, _ groups: GroupNumbers) -> Bool {
    grow(to: groups.groups)
    let expanded = Constants.expanded(vector)
    guard case .float64(let buffer) = expanded.storage else { return false }
    let values = buffer.pointer
    let validity = expanded.validity?.words.pointer
    let cells = pointer
    var hasSpecial = false
    var row = 0
    while row < groups.count {
      if validity == nil || validity.unsafelyUnwrapped[row >> 6] >> UInt64(row & 63) & 1 != 0 {
        let value = values[row]
        if !value.isFinite { hasSpecial = true }
        if let ids = groups.ids { cells[Int(ids[row])].add(value) } else { cells[0].add(value) }
      }
      row &+= 1
    }
    withExtendedLifetime(expanded) {}
    return hasSpecial
  }

  @inline(__always)
  func merge(_ later: Cells) {
    grow(to: later.count)
    for group in 0..<later.count { pointer[group].merge(later.pointer[group]) }
  }
}

extension Cells where Element: PairAccumulator {
  /// Adds the rows in which both of two DOUBLE vectors have a value.
  ///
  /// - Returns: whether an infinity or a NaN was among the values.
  @inline(__always)
  func add(_ first: Vector, _ second: Vector, _ groups: GroupNumbers) -> Bool {
    grow(to: groups.groups)
    let a = Constants.expanded(first)
    let b = Constants.expanded(second)
    guard case .float64(let aBuffer) = a.storage, case .float64(let bBuffer) = b.storage else {
      return false
    }
    let cells = pointer
    var hasSpecial = false
    var row = 0
    while row < groups.count {
      if a.validity?[row] ?? true, b.validity?[row] ?? true {
        let x = aBuffer.pointer[row]
        let y = bBuffer.pointer[row]
        if !x.isFinite || !y.isFinite { hasSpecial = true }
        if let ids = groups.ids { cells[Int(ids[row])].add(x, y) } else { cells[0].add(x, y) }
      }
      row &+= 1
    }
    withExtendedLifetime((a, b)) {}
    return hasSpecial
  }

  @inline(__always)
  func merge(_ later: Cells) {
    grow(to: later.count)
    for group in 0..<later.count { pointer[group].merge(later.pointer[group]) }
  }
}

/// What doubles add up to, and whether they still do.
protocol FiniteAccumulator: BitwiseCopyable {
  /// Whether nothing in it has overflowed.
  var isFinite: Bool { get }
}
