/// One value picked for each group out of the rows of many batches, whatever its type.
///
/// A batch is gone through with ``pick(row:for:)``, of which the last call for a group counts, and
/// ended with ``keep(of:)``, which copies the picked values alone.
final class PickedValues {
  /// Where each group's value lies among all kept values, plus one; 0 where there is none.
  private let places = Cells<UInt64>(0)
  private var parts: [Vector] = []
  private var kept = 0

  // Of the batch at hand: the row picked for each group, where `batches` says that there is one.
  private let rows = Cells<UInt32>(0)
  private let batches = Cells<UInt32>(0)
  private var batch: UInt32 = 1
  private var touched: UnsafeMutablePointer<UInt32>
  private var touchedCapacity = 16
  private var touchedCount = 0

  init() { touched = .allocate(capacity: touchedCapacity) }

  deinit { touched.deallocate() }

  /// Groups so far.
  var count: Int { places.count }

  /// Makes room for `groups` groups.
  func grow(to groups: Int) {
    places.grow(to: groups)
    rows.grow(to: groups)
    batches.grow(to: groups)
    if groups > touchedCapacity {
      // Between batches: nothing is in it.
      touched.deallocate()
      touchedCapacity = max(groups, touchedCapacity * 2)
      touched = .allocate(capacity: touchedCapacity)
    }
  }

  /// Whether `group`, for which there is room, has a value, kept or of the batch at hand.
  @inline(__always)
  func has(_ group: Int) -> Bool {
    places.pointer[group] != 0 || batches.pointer[group] == batch
  }

  /// Picks `row` of the batch at hand for `group`, in place of what was picked before.
  @inline(__always)
  func pick(row: Int, for group: Int) {
    if batches.pointer[group] != batch {
      batches.pointer[group] = batch
      touched[touchedCount] = UInt32(truncatingIfNeeded: group)
      touchedCount &+= 1
    }
    rows.pointer[group] = UInt32(truncatingIfNeeded: row)
  }

  /// Ends the batch, whose values are `vector`.
  func keep(of vector: Vector) throws(ValueError) {
    defer {
      touchedCount = 0
      batch += 1
    }
    if touchedCount == 0 { return }
    let selected = Buffer<UInt32>(count: touchedCount)
    for index in 0..<touchedCount {
      let group = Int(touched[index])
      selected.pointer[index] = rows.pointer[group]
      places.pointer[group] = UInt64(kept + index + 1)
    }
    parts.append(
      try Gather.rows(RowSelection(rows: selected, count: touchedCount), of: vector))
    kept += touchedCount
    if kept > 2 * places.count + 2 * Chunk.standardRows { try compact(type: vector.type) }
  }

  /// Drops values that were replaced.
  private func compact(type: DataType) throws(ValueError) {
    let values = try Concatenate.vectors(parts, type: type)
    let selected = Buffer<UInt32>(count: places.count)
    var count = 0
    for group in 0..<places.count where places.pointer[group] != 0 {
      selected.pointer[count] = UInt32(truncatingIfNeeded: places.pointer[group] - 1)
      count += 1
      places.pointer[group] = UInt64(count)
    }
    parts = [try Gather.rows(RowSelection(rows: selected, count: count), of: values)]
    kept = count
  }

  /// Takes from `other` the values of the groups for which `isWanted` says so; they must have one.
  func take(from other: PickedValues, where isWanted: (Int) -> Bool) {
    grow(to: other.count)
    var taken = 0
    for group in 0..<other.count where other.places.pointer[group] != 0 && isWanted(group) {
      places.pointer[group] = other.places.pointer[group] + UInt64(kept)
      taken += 1
    }
    if taken == 0 { return }
    parts += other.parts
    kept += other.kept
  }

  /// The value of each of `cells`; NULL where none was picked.
  func vector(_ cells: RowSelection, type: DataType) throws(ValueError) -> Vector {
    if kept == 0 { return Vector(constant: .null, type: type, count: cells.count) }
    let values = try Concatenate.vectors(parts, type: type)
    let selected = Buffer<UInt32>(count: cells.count)
    var hasMissing = false
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      let place = group < places.count ? places.pointer[group] : 0
      if place == 0 {
        hasMissing = true
        selected.pointer[index] = RowSelection.missing
      } else {
        selected.pointer[index] = UInt32(truncatingIfNeeded: place - 1)
      }
    }
    return try Gather.rows(
      RowSelection(rows: selected, count: cells.count, hasMissing: hasMissing), of: values)
  }
}
