/// Finds the value at a place of the sorted order without sorting.
enum Selection {
  /// The values that stand at two places, `high` at `low` or next to it and below the count, when
  /// `values` are in ascending order.
  ///
  /// Values are counted in equal steps from the least to the greatest; only those of the step in
  /// which the place lies are looked at again.
  ///
  /// - Complexity: O(values) on average; each round leaves less than a 1,024th of values that are
  ///   evenly spread.
  static func values(
    at low: Int, and high: Int, of values: UnsafeBufferPointer<UInt64>
  ) -> (low: UInt64, high: UInt64) {
    guard let start = values.baseAddress, high < values.count else { return (0, 0) }
    let room = Buffer<UInt64>(count: values.count)
    let counts = Buffer<UInt32>(count: values.count > sortedValues ? steps : 0)
    defer { withExtendedLifetime((room, counts)) {} }
    return select(start, values.count, low, high, room.pointer, counts.pointer)
  }

  /// Up to so many values are sorted.
  private static let sortedValues = 64
  private static let steps = 1024

  private static func select(
    _ values: UnsafePointer<UInt64>, _ count: Int, _ low: Int, _ high: Int,
    _ room: UnsafeMutablePointer<UInt64>, _ counts: UnsafeMutablePointer<UInt32>
  ) -> (low: UInt64, high: UInt64) {
    var values = values
    var count = count
    /// How many values below all of `values` were left out.
    var below = 0
    /// The value at `high`, where it is not among `values`.
    var above: UInt64?
    while count > sortedValues {
      var least = UInt64.max
      var greatest = UInt64.min
      var index = 0
      while index < count {
        least = min(least, values[index])
        greatest = max(greatest, values[index])
        index &+= 1
      }
      if least == greatest { return (least, above ?? least) }
      let width = greatest &- least
      let shift = UInt64(max(0, 54 - width.leadingZeroBitCount))
      counts.update(repeating: 0, count: steps)
      index = 0
      while index < count {
        counts[Int(truncatingIfNeeded: (values[index] &- least) >> shift)] &+= 1
        index &+= 1
      }
      var step = 0
      while below &+ Int(counts[step]) <= low {
        below &+= Int(counts[step])
        step &+= 1
      }
      let first = least &+ UInt64(step) << shift
      let (end, overflow) = first.addingReportingOverflow(1 << shift &- 1)
      let last = overflow ? .max : end
      if above == nil && high >= below &+ Int(counts[step]) {
        // The two lie in different steps: the one behind is the least of what follows.
        var next = UInt64.max
        index = 0
        while index < count {
          let value = values[index]
          if value > last && value < next { next = value }
          index &+= 1
        }
        above = next
      }
      var kept = 0
      index = 0
      while index < count {
        let value = values[index]
        room[kept] = value
        if value >= first && value <= last { kept &+= 1 }
        index &+= 1
      }
      values = UnsafePointer(room)
      count = kept
    }
    if values != UnsafePointer(room) { room.update(from: values, count: count) }
    var rest = UnsafeMutableBufferPointer(start: room, count: count)
    rest.sort()
    return (room[low - below], above ?? room[high - below])
  }
}
