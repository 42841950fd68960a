// The numbers of slots and of union members are those of Schema.fbs of the Arrow columnar format,
// version 1.5; a union takes two slots, its member's number and its table.

extension ArrowSchema {
  /// Reads a `Schema` table.
  ///
  /// - Throws: ``ArrowProblem``.
  init(_ table: FlatTable) throws {
    guard try table.number(0, default: Int16(0)) == 0 else {  // endianness
      throw ArrowProblem.unsupported("its numbers are big-endian; write it on another machine")
    }
    // Offsets may be shared, so a small file can describe a tree without end.
    var budget = ArrowField.maximumCount
    fields = try table.tables(1).map { try ArrowField($0, depth: 0, budget: &budget) }
    metadata = try table.keyValues(2)
  }
}

extension FlatTable {
  /// The `KeyValue` tables in `slot`; of a key that stands twice, the last.
  func keyValues(_ slot: Int) throws -> [String: String] {
    var result: [String: String] = [:]
    for pair in try tables(slot) {
      // Other writers may keep bytes in values; whatever is not text is none of ours.
      guard let key = try? pair.string(0) else { continue }
      result[key] = (try? pair.string(1)) ?? ""
    }
    return result
  }
}

extension ArrowField {
  /// The most fields of a file, those inside others included.
  static let maximumCount = 100_000
  /// The deepest nesting of a field's type.
  private static let maximumDepth = 64

  /// Reads a `Field` table.
  fileprivate init(_ table: FlatTable, depth: Int, budget: inout Int) throws {
    budget -= 1
    guard budget >= 0, depth <= Self.maximumDepth else {
      throw ArrowProblem.unsupported(
        "it has more than \(Wording.count(Self.maximumCount, "field")), "
          + "or nests them more than \(Self.maximumDepth) deep")
    }
    name = try table.string(0) ?? ""
    type = try ArrowType(member: table.number(2, default: UInt8(0)), table.table(3))
    dictionary = try table.table(4).map { try ArrowDictionaryEncoding($0) }
    children = try table.tables(5).map {
      try ArrowField($0, depth: depth + 1, budget: &budget)
    }
    metadata = try table.keyValues(6)
  }
}

extension ArrowDictionaryEncoding {
  /// Reads a `DictionaryEncoding` table.
  fileprivate init(_ table: FlatTable) throws {
    id = try table.number(0, default: Int64(0))
    (indexBits, isSigned) = (32, true)
    guard let index = try table.table(1) else { return }
    guard case .int(let bits, let isSigned) = try ArrowType(member: 2, index) else { return }
    (self.indexBits, self.isSigned) = (bits, isSigned)
  }
}

extension ArrowType {
  /// Reads a member of the union `Type`.
  fileprivate init(member: UInt8, _ table: FlatTable?) throws {
    guard let table else { throw ArrowProblem.damaged("a column has no type") }
    switch member {
    case 1: self = .null
    case 2:
      let bits = Int(try table.number(0, default: Int32(0)))
      guard [8, 16, 32, 64].contains(bits) else {
        throw ArrowProblem.damaged("a whole number has \(bits) bits")
      }
      self = .int(bits: bits, isSigned: try table.bool(1))
    case 3:
      guard let bits = [0: 16, 1: 32, 2: 64][try table.number(0, default: Int16(0))] else {
        throw ArrowProblem.damaged("a floating-point number has an unknown precision")
      }
      self = .float(bits: bits)
    case 4: self = .other("binary", buffers: 3, hasViews: false)
    case 5: self = .utf8(isLarge: false)
    case 6: self = .bool
    case 7: self = try .decimal(table)
    case 8:
      // DAY is 0, MILLISECOND, the default, is 1.
      self = try table.number(0, default: Int16(1)) == 0 ? .dateDays : .dateMilliseconds
    case 9:
      let unit = try Self.unit(table, default: 1)
      let bits = Int(try table.number(1, default: Int32(32)))
      let isShort = unit == .seconds || unit == .milliseconds
      guard bits == (isShort ? 32 : 64) else {
        throw ArrowProblem.damaged("a time of day in \(unit.name) has \(bits) bits")
      }
      self = .time(unit, bits: bits)
    case 10:
      let zone = try table.string(1)
      self = .timestamp(try Self.unit(table, default: 0), zone: zone == "" ? nil : zone)
    case 11:
      switch try table.number(0, default: Int16(0)) {
      case 0: self = .intervalMonths
      case 1: self = .intervalDayTime
      case 2: self = .intervalMonthDayNano
      default: throw ArrowProblem.damaged("an interval has an unknown unit")
      }
    case 12: self = .other("list", buffers: 2, hasViews: false)
    case 13: self = .other("struct", buffers: 1, hasViews: false)
    case 14:
      // Sparse is 0, dense, with offsets besides, is 1.
      let isDense = try table.number(0, default: Int16(0)) == 1
      self = .other("union", buffers: isDense ? 2 : 1, hasViews: false)
    case 15: self = .other("fixed_size_binary", buffers: 2, hasViews: false)
    case 16: self = .other("fixed_size_list", buffers: 1, hasViews: false)
    case 17: self = .other("map", buffers: 2, hasViews: false)
    case 18: self = .duration(try Self.unit(table, default: 1))
    case 19: self = .other("large_binary", buffers: 3, hasViews: false)
    case 20: self = .utf8(isLarge: true)
    case 21: self = .other("large_list", buffers: 2, hasViews: false)
    case 22: self = .other("run_end_encoded", buffers: 0, hasViews: false)
    case 23: self = .other("binary_view", buffers: 2, hasViews: true)
    case 24: self = .utf8View
    case 25: self = .other("list_view", buffers: 3, hasViews: false)
    case 26: self = .other("large_list_view", buffers: 3, hasViews: false)
    default: throw ArrowProblem.unsupported("it has a type that is newer than this program")
    }
  }

  /// Reads the `TimeUnit` in slot 0.
  private static func unit(_ table: FlatTable, default: Int16) throws -> ArrowTimeUnit {
    guard let unit = ArrowTimeUnit(rawValue: try table.number(0, default: `default`)) else {
      throw ArrowProblem.damaged("a time has an unknown unit")
    }
    return unit
  }

  private static func decimal(_ table: FlatTable) throws -> ArrowType {
    let precision = Int(try table.number(0, default: Int32(0)))
    let scale = Int(try table.number(1, default: Int32(0)))
    let bits = Int(try table.number(2, default: Int32(128)))
    // The most digits that so many bits hold.
    guard let digits = [32: 9, 64: 18, 128: 38, 256: 76][bits], (1...digits).contains(precision)
    else {
      throw ArrowProblem.damaged("a decimal has \(bits) bits for \(precision) digits")
    }
    return .decimal(bits: bits, precision: precision, scale: scale)
  }
}
