/// Numbers, and the group that each belongs to.
struct NumbersOfGroups: Sendable {
  let numbers: Buffer<UInt64>
  let groups: Buffer<UInt32>
  /// How many there are; the buffers may have room for more.
  let count: Int

  /// The same in buffers without room for more.
  func shortened() -> NumbersOfGroups {
    NumbersOfGroups(
      numbers: Buffer(UnsafeBufferPointer(rebasing: numbers.elements[..<count])),
      groups: Buffer(UnsafeBufferPointer(rebasing: groups.elements[..<count])), count: count)
  }
}

/// Numbers, those of each group together.
struct GroupedNumbers: Sendable {
  /// Where each group starts among ``numbers``, and at the end where the last one stops.
  let starts: Buffer<Int>
  let numbers: Buffer<UInt64>

  /// - Parameter starts: ascending, one more than there are groups.
  init(starts: Buffer<Int>, numbers: Buffer<UInt64>) {
    self.starts = starts
    self.numbers = numbers
  }

  /// Brings the numbers of `groups` groups together, those of earlier parts first.
  ///
  /// - Complexity: O(numbers + parts × groups).
  /// - Throws: ``ValueError/interrupted`` alone.
  init(_ parts: [NumbersOfGroups], groups: Int, threads: Int) throws(ValueError) {
    let next = Buffer<Int>(repeating: 0, count: parts.count * groups)
    try Parallel.perform(parts.count, threads: threads) { index throws(ValueError) in
      try Cancellation.point()
      let part = parts[index]
      let counts = next.pointer + index * groups
      for row in 0..<part.count { counts[Int(part.groups.pointer[row])] &+= 1 }
    }
    let starts = try Self.places(next, slices: parts.count, groups: groups)
    let numbers = Buffer<UInt64>(count: starts.pointer[groups])
    try Parallel.perform(parts.count, threads: threads) { index throws(ValueError) in
      try Cancellation.point()
      let part = parts[index]
      let next = next.pointer + index * groups
      for row in 0..<part.count {
        let group = Int(part.groups.pointer[row])
        numbers.pointer[next[group]] = part.numbers.pointer[row]
        next[group] &+= 1
      }
    }
    withExtendedLifetime(next) {}
    self.init(starts: starts, numbers: numbers)
  }

  /// Turns the counts of each group in each of several slices, slice after slice, into the places of
  /// their first numbers, and gives where each group starts.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func places(
    _ counts: Buffer<Int>, slices: Int, groups: Int
  ) throws(ValueError) -> Buffer<Int> {
    let starts = Buffer<Int>(count: groups + 1)
    var total = 0
    for group in 0..<groups {
      try Cancellation.point(at: group, every: 1 << 14)
      starts.pointer[group] = total
      for slice in 0..<slices {
        let count = counts.pointer[slice * groups + group]
        counts.pointer[slice * groups + group] = total
        total += count
      }
    }
    starts.pointer[groups] = total
    return starts
  }

  private func range(_ group: Int) -> Range<Int> {
    group + 1 < starts.count ? starts.pointer[group]..<starts.pointer[group + 1] : 0..<0
  }

  /// Numbers of `group`; 0 for a group that never came.
  func count(_ group: Int) -> Int { range(group).count }

  /// Those at two places of the ascending order of `group`; see ``Selection/values(at:and:of:)``.
  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64) {
    Selection.values(
      at: low, and: high, of: UnsafeBufferPointer(rebasing: numbers.elements[range(group)]))
  }
}
