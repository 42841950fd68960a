/// All rows that an aggregate has seen, for those that need them together.
///
/// Belongs to one thread while it takes rows in; several may read it afterwards.
final class CollectedRows: @unchecked Sendable {
  private struct Batch: Sendable {
    let inputs: [Vector]
    /// The group of each row; nil where all rows belong to group 0.
    let groups: Buffer<UInt32>?
    let count: Int
  }

  private var batches: [Batch] = []
  /// Rows.
  private(set) var count = 0
  /// How many groups there are so far.
  private(set) var groupCount = 0

  /// Keeps `inputs`, one vector of as many rows as `groups` has for each input.
  func append(_ inputs: [Vector], _ groups: GroupNumbers) {
    groupCount = max(groupCount, groups.groups)
    if groups.count == 0 { return }
    let ids = groups.ids.map { ids in
      let copy = Buffer<UInt32>(count: groups.count)
      copy.pointer.update(from: ids, count: groups.count)
      return copy
    }
    batches.append(Batch(inputs: inputs, groups: ids, count: groups.count))
    count += groups.count
  }

  /// Keeps the rows of `other` behind these.
  func append(_ other: CollectedRows) {
    groupCount = max(groupCount, other.groupCount)
    batches += other.batches
    count += other.count
  }

  /// How many batches were kept, in the order of their rows.
  var batchCount: Int { batches.count }

  /// What `body` gives for the first input and the groups of one batch.
  @inline(__always)
  func withBatch<Result, Failure: Error>(
    _ index: Int, _ body: (Vector, GroupNumbers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let batch = batches[index]
    defer { withExtendedLifetime(batch) {} }
    let first = batch.inputs.first ?? Vector(constant: .null, type: .null, count: batch.count)
    let groups = GroupNumbers(
      ids: batch.groups.map { UnsafePointer($0.pointer) }, count: batch.count, groups: groupCount)
    return try body(first, groups)
  }

  /// All values of each input, in the order of the rows; none where there is no row.
  func columns() throws(ValueError) -> [Vector] {
    guard let first = batches.first else { return [] }
    var result: [Vector] = []
    for index in first.inputs.indices {
      result.append(
        try Concatenate.vectors(batches.map { $0.inputs[index] }, type: first.inputs[index].type))
    }
    return result
  }

  /// The group of each row.
  func groups() -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: count)
    var row = 0
    for batch in batches {
      if let groups = batch.groups {
        (result.pointer + row).update(from: groups.pointer, count: batch.count)
      } else {
        (result.pointer + row).update(repeating: 0, count: batch.count)
      }
      row += batch.count
    }
    return result
  }

  /// The rows of each group together, in their order within the group.
  ///
  /// - Parameter validity: rows to take; nil for all.
  /// - Complexity: O(rows + groups).
  /// - Throws: ``ValueError/interrupted`` alone.
  func rowsByGroup(validity: Bitmap?) throws(ValueError) -> GroupedRows {
    try Cancellation.point()
    let groups = self.groups()
    let starts = Buffer<Int>(repeating: 0, count: groupCount + 1)
    var row = 0
    while row < count {
      try Cancellation.point(at: row)
      if validity?[row] ?? true { starts.pointer[Int(groups.pointer[row]) &+ 1] &+= 1 }
      row &+= 1
    }
    var group = 0
    while group < groupCount {
      starts.pointer[group &+ 1] &+= starts.pointer[group]
      group &+= 1
    }
    let next = Buffer<Int>(starts.elements)
    let rows = Buffer<UInt32>(count: starts.pointer[groupCount])
    row = 0
    while row < count {
      try Cancellation.point(at: row)
      if validity?[row] ?? true {
        let group = Int(groups.pointer[row])
        rows.pointer[next.pointer[group]] = UInt32(truncatingIfNeeded: row)
        next.pointer[group] &+= 1
      }
      row &+= 1
    }
    return GroupedRows(rows: rows, starts: starts)
  }
}

/// Row numbers, those of each group together.
struct GroupedRows {
  let rows: Buffer<UInt32>
  /// Where each group starts among ``rows``, and at the end where the last one stops.
  let starts: Buffer<Int>

  /// The positions of `group` among ``rows``; empty for a group that never came.
  func range(_ group: Int) -> Range<Int> {
    group + 1 < starts.count ? starts.pointer[group]..<starts.pointer[group + 1] : 0..<0
  }
}
