import Reference

/// How many rows of each group have a measure in which unit.
///
/// A table of groups by units while that stays small, then a list of the pairs that occur.
package final class UnitCounts {
  init() {}

  /// The units met so far, by their place in the table.
  private var units: [UInt16] = []
  private var places: [UInt16: Int] = [:]
  private var width = 8
  private let table = Cells<Int64>(0)
  private var pairs: [UInt64: Int64]?

  /// Cells of the table, at most: 32 MiB.
  private static let mostCells = 1 << 22

  /// Makes room for `groups` groups and a place for each of `numbers`.
  ///
  /// - Returns: the places.
  func reserve(_ numbers: [UInt16], groups: Int) -> [Int] {
    let result = numbers.map { number -> Int in
      if let known = places[number] { return known }
      places[number] = units.count
      units.append(number)
      return units.count - 1
    }
    if pairs != nil { return result }
    var wider = width
    while wider < units.count { wider *= 2 }
    if groups * wider > Self.mostCells {
      moveToPairs()
    } else {
      if wider != width { widen(to: wider) }
      table.grow(to: groups * width)
    }
    return result
  }

  private func widen(to wider: Int) {
    let groups = table.count / width
    table.grow(to: groups * wider)
    for group in (0..<groups).reversed() {
      for place in (0..<wider).reversed() {
        table.pointer[group * wider + place] =
          place < width ? table.pointer[group * width + place] : 0
      }
    }
    width = wider
  }

  private func moveToPairs() {
    var result: [UInt64: Int64] = [:]
    for cell in 0..<table.count where table.pointer[cell] != 0 {
      result[Self.pair(cell / width, cell % width)] = table.pointer[cell]
    }
    pairs = result
  }

  private static func pair(_ group: Int, _ place: Int) -> UInt64 {
    UInt64(group) << 16 | UInt64(place)
  }

  /// Counts `rows` more rows of `group` at `place`, which ``reserve(_:groups:)`` gave.
  @inline(__always)
  func add(_ rows: Int64, group: Int, place: Int) {
    if pairs != nil {
      pairs?[Self.pair(group, place), default: 0] += rows
    } else {
      table.pointer[group &* width &+ place] &+= rows
    }
  }

  /// Counts the rows of `vector`, measures, in their groups; NULLs do not count.
  func add(_ vector: Vector, _ groups: GroupNumbers) {
    switch vector.storage {
    case .constant(.measure(let measure)):
      let place = reserve([measure.unit], groups: groups.groups)[0]
      guard let ids = groups.ids else {
        add(Int64(groups.count), group: 0, place: place)
        return
      }
      for row in 0..<groups.count { add(1, group: Int(ids[row]), place: place) }
    case .measure(let column):
      let places = reserve(column.units.entries.map(\.shown), groups: groups.groups)
      guard let ids = groups.ids else {
        let counts = MeasureTally.counts(column, validity: vector.validity)
        for (code, count) in counts.enumerated() where count > 0 {
          add(Int64(count), group: 0, place: places[code])
        }
        return
      }
      let codes = column.codes.pointer
      for row in 0..<groups.count where vector.validity.map({ $0[row] }) ?? true {
        add(1, group: Int(ids[row]), place: places[Int(codes[row])])
      }
    case .int128(let buffer):
      var last: (unit: UInt16, place: Int)?
      for row in 0..<groups.count where vector.validity.map({ $0[row] }) ?? true {
        let unit = Measure(bits: buffer.pointer[row]).unit
        let place: Int
        if let last, last.unit == unit {
          place = last.place
        } else {
          place = reserve([unit], groups: groups.groups)[0]
          last = (unit, place)
        }
        add(1, group: groups.ids.map { Int($0[row]) } ?? 0, place: place)
      }
    default: break
    }
  }

  func merge(_ other: UnitCounts, groups: Int) {
    let map = reserve(other.units, groups: max(groups, other.table.count / other.width))
    other.each { group, place, rows in add(rows, group: group, place: map[place]) }
  }

  private func each(_ body: (_ group: Int, _ place: Int, _ rows: Int64) -> Void) {
    if let pairs {
      for (pair, rows) in pairs { body(Int(pair >> 16), Int(pair & 0xFFFF), rows) }
      return
    }
    for cell in 0..<table.count where table.pointer[cell] != 0 {
      body(cell / width, cell % width, table.pointer[cell])
    }
  }

  /// The unit that most rows of each of `cells` have, of several the one first by its symbol; the
  /// unit without name where a group has no row.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)`` with all rows that were counted, where one of the
  ///   groups has measures of two dimensions.
  func commonest(_ cells: RowSelection) throws(ValueError) -> [UInt16] {
    let known = units.map { UnitRegistry.unit($0) }
    let bases = units.map { UnitRegistry.base(of: $0) }
    var best: [UInt32: (place: Int, rows: Int64)] = [:]
    var isMixed: Set<UInt32> = []
    each { group, place, rows in
      let group = UInt32(truncatingIfNeeded: group)
      guard let leader = best[group] else {
        best[group] = (place, rows)
        return
      }
      if bases[leader.place] != bases[place] { isMixed.insert(group) }
      if rows > leader.rows
        || rows == leader.rows && known[place].symbol < known[leader.place].symbol
      {
        best[group] = (place, rows)
      }
    }
    var result: [UInt16] = []
    for index in 0..<cells.count {
      let group = cells.rows.pointer[index]
      if isMixed.contains(group) { throw .mixedDimensions(tally.dimensions) }
      result.append(best[group].map { units[$0.place] } ?? UnitRegistry.noUnitNumber)
    }
    return result
  }

  /// Refuses `measures` of several dimensions in one of the groups, each of which has a number below
  /// `groups.groups`.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)``.
  package static func check(_ measures: Vector, _ groups: GroupNumbers) throws(ValueError) {
    let units = UnitCounts()
    units.add(measures, groups)
    _ = try units.commonest(RowSelection(range: 0..<groups.groups))
  }

  /// Refuses `measures` of several dimensions in rows of which `keys` are equal.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)``, ``ValueError/textTooLong``.
  package static func check(
    _ measures: Vector, amongEqual keys: [Vector]
  ) throws(ValueError) {
    let count = measures.count
    let numbers = try CombinationNumbers(
      groups: Buffer(repeating: 0, count: count), keys, count: count)
    try check(
      measures,
      GroupNumbers(
        ids: UnsafePointer(numbers.numbers.pointer), count: count, groups: numbers.count))
    withExtendedLifetime(numbers) {}
  }

  private var tally: MeasureTally {
    var result = MeasureTally()
    each { _, place, rows in result.add(units[place], Int(rows)) }
    return result
  }
}
