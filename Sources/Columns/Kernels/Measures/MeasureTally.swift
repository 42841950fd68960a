import Reference

/// How many rows have which unit: what tells whether measures may be added or put in order, and
/// what a refusal says.
package struct MeasureTally: Sendable {
  /// Rows by the number of the unit shown.
  package private(set) var rows: [UInt16: Int] = [:]

  package init() {}

  /// The tally of the rows of `vector`, measures of which those that are NULL do not count.
  package init(_ vector: Vector) { add(vector) }

  package mutating func add(_ vector: Vector) {
    switch vector.storage {
    case .constant(.measure(let measure)): add(measure.unit, vector.count)
    case .measure(let column):
      let counts = Self.counts(column, validity: vector.validity)
      for (code, count) in counts.enumerated() where count > 0 {
        add(column.units.entries[code].shown, count)
      }
    case .int128(let buffer) where vector.type == .measure:
      for row in 0..<vector.count where vector.validity?[row] ?? true {
        add(Measure(bits: buffer.pointer[row]).unit, 1)
      }
    default: break
    }
  }

  package mutating func add(_ unit: UInt16, _ count: Int) {
    if count > 0 { rows[unit, default: 0] += count }
  }

  package mutating func merge(_ other: MeasureTally) {
    for (unit, count) in other.rows { add(unit, count) }
  }

  /// Rows by dimension, the most frequent first, then by name.
  package var dimensions: [DimensionRows] {
    var counts: [Dimension: Int] = [:]
    for (unit, count) in rows { counts[UnitRegistry.unit(unit).dimension, default: 0] += count }
    return counts.map { DimensionRows(dimension: $0.key, rows: $0.value) }
      .sorted { ($1.rows, $0.dimension.name) < ($0.rows, $1.dimension.name) }
  }

  /// The unit that most rows have; of several the one first by name. nil without rows.
  package var commonest: UInt16? {
    rows.max { a, b in
      a.value != b.value
        ? a.value < b.value
        : UnitRegistry.unit(a.key).symbol > UnitRegistry.unit(b.key).symbol
    }?.key
  }

  /// What is wrong with taking these measures together; nil where they are of one dimension.
  package var fault: ValueError? {
    let all = dimensions
    return all.count > 1 ? .mixedDimensions(all) : nil
  }

  /// How many rows have each code.
  static func counts(_ column: MeasureColumn, validity: Bitmap?) -> [Int] {
    var counts = [Int](repeating: 0, count: MeasureUnits.most)
    let codes = column.codes.pointer
    let count = column.amounts.count
    counts.withUnsafeMutableBufferPointer { counts in
      var row = 0
      if let validity {
        while row < count {
          if validity[row] { counts[Int(codes[row])] &+= 1 }
          row &+= 1
        }
      } else {
        while row < count {
          counts[Int(codes[row])] &+= 1
          row &+= 1
        }
      }
    }
    return Array(counts.prefix(column.units.entries.count))
  }

  /// The codes of the rows that are not NULL, ascending.
  static func usedCodes(_ column: MeasureColumn) -> [Int] {
    if column.amounts.validity == nil, let present = column.present {
      return column.units.entries.indices.filter { present >> UInt64($0) & 1 == 1 }
    }
    let counts = counts(column, validity: column.amounts.validity)
    return counts.indices.filter { counts[$0] > 0 }
  }
}

/// How many rows have measures of a dimension.
package struct DimensionRows: Hashable, Sendable {
  package let dimension: Dimension
  package let rows: Int

  package init(dimension: Dimension, rows: Int) {
    self.dimension = dimension
    self.rows = rows
  }
}
