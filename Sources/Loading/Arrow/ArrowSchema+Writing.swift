// The counterpart of `ArrowSchema+Reading.swift`; only what is written here has a form.

extension ArrowSchema {
  /// The `Schema` table.
  var flat: [Int: FlatValue] {
    [0: .int16(0), 1: .tables(fields.map(\.flat)), 2: .keyValues(metadata)]
  }
}

extension FlatValue {
  /// `KeyValue` tables in the order of their keys.
  static func keyValues(_ pairs: [String: String]) -> FlatValue {
    .tables(
      pairs.sorted { $0.key < $1.key }.map { [0: .string($0.key), 1: .string($0.value)] })
  }
}

extension ArrowField {
  /// The `Field` table.
  fileprivate var flat: [Int: FlatValue] {
    var table: [Int: FlatValue] = [
      0: .string(name), 1: .bool(true), 2: .int8(type.member), 3: .table(type.flat),
      // Some readers want the vector of children even where it is empty.
      5: .tables([]),
    ]
    if let dictionary {
      table[4] = .table([
        0: .int64(dictionary.id), 1: .table(dictionary.indexType.flat), 2: .bool(false),
      ])
    }
    if !metadata.isEmpty { table[6] = .keyValues(metadata) }
    return table
  }
}

extension ArrowType {
  /// The number of the member in the union `Type`.
  fileprivate var member: Int8 {
    switch self {
    case .null, .other: 1
    case .int: 2
    case .float: 3
    case .bool: 6
    case .decimal: 7
    case .dateDays, .dateMilliseconds: 8
    case .time: 9
    case .timestamp: 10
    case .intervalMonths, .intervalDayTime, .intervalMonthDayNano: 11
    case .duration: 18
    case .utf8(let isLarge): isLarge ? 20 : 5
    case .utf8View: 24
    }
  }

  /// The table of the member.
  fileprivate var flat: [Int: FlatValue] {
    switch self {
    case .null, .bool, .utf8, .utf8View, .other: [:]
    case .int(let bits, let isSigned): [0: .int32(Int32(bits)), 1: .bool(isSigned)]
    case .float(let bits): [0: .int16(bits == 64 ? 2 : bits == 32 ? 1 : 0)]
    case .decimal(let bits, let precision, let scale):
      [0: .int32(Int32(precision)), 1: .int32(Int32(scale)), 2: .int32(Int32(bits))]
    case .dateDays: [0: .int16(0)]
    case .dateMilliseconds: [0: .int16(1)]
    case .time(let unit, let bits): [0: .int16(unit.rawValue), 1: .int32(Int32(bits))]
    case .timestamp(let unit, let zone):
      zone.map { [0: .int16(unit.rawValue), 1: .string($0)] } ?? [0: .int16(unit.rawValue)]
    case .duration(let unit): [0: .int16(unit.rawValue)]
    case .intervalMonths: [0: .int16(0)]
    case .intervalDayTime: [0: .int16(1)]
    case .intervalMonthDayNano: [0: .int16(2)]
    }
  }
}
