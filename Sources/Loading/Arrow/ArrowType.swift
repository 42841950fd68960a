/// The unit in which Arrow counts time (`TimeUnit` of Schema.fbs).
enum ArrowTimeUnit: Int16, Hashable, Sendable {
  case seconds = 0
  case milliseconds = 1
  case microseconds = 2
  case nanoseconds = 3

  var name: String {
    switch self {
    case .seconds: "s"
    case .milliseconds: "ms"
    case .microseconds: "us"
    case .nanoseconds: "ns"
    }
  }
}

/// The type of a column in an Arrow file, as the Arrow columnar format 1.5 knows it.
enum ArrowType: Hashable, Sendable {
  case null
  case bool
  case int(bits: Int, isSigned: Bool)
  case float(bits: Int)
  case decimal(bits: Int, precision: Int, scale: Int)
  /// Days since 1970-01-01, in 32 bits.
  case dateDays
  /// Milliseconds since 1970-01-01, in 64 bits.
  case dateMilliseconds
  case time(ArrowTimeUnit, bits: Int)
  /// Since 1970-01-01 00:00:00; in UTC where there is a zone.
  case timestamp(ArrowTimeUnit, zone: String?)
  case duration(ArrowTimeUnit)
  case intervalMonths
  /// Days and milliseconds, 32 bits each.
  case intervalDayTime
  /// Months and days, 32 bits each, and nanoseconds, 64 bits.
  case intervalMonthDayNano
  /// Offsets of 32 bits into bytes, or of 64.
  case utf8(isLarge: Bool)
  /// Views of 16 bytes: short texts stand in them, long ones in other buffers.
  case utf8View
  /// A type that no column here can have, known as far as needed to pass it over: the buffers of its
  /// array, those of its children apart, and whether further ones follow as with views.
  case other(String, buffers: Int, hasViews: Bool)

  /// How many buffers an array of this type has at least, its validity included ("Buffer Listing for
  /// Each Layout" of the columnar format).
  var bufferCount: Int {
    switch self {
    case .null: 0
    case .utf8: 3
    case .other(_, let buffers, _): buffers
    default: 2
    }
  }

  /// Whether an array has further buffers, whose number each batch tells.
  var hasViews: Bool {
    switch self {
    case .utf8View: true
    case .other(_, _, let hasViews): hasViews
    default: false
    }
  }

  /// The bits of a value in the array's second buffer; nil where they are not the same for all.
  var valueBits: Int? {
    switch self {
    case .null, .utf8, .other: nil
    case .bool: 1
    case .int(let bits, _), .float(let bits), .decimal(let bits, _, _), .time(_, let bits): bits
    case .dateDays, .intervalMonths: 32
    case .dateMilliseconds, .timestamp, .duration, .intervalDayTime: 64
    case .intervalMonthDayNano, .utf8View: 128
    }
  }
}

extension ArrowType: CustomStringConvertible {
  /// The name that Arrow's own tools show.
  var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int(let bits, let isSigned): "\(isSigned ? "" : "u")int\(bits)"
    case .float(let bits): "float\(bits)"
    case .decimal(let bits, let precision, let scale): "decimal\(bits)(\(precision), \(scale))"
    case .dateDays: "date32"
    case .dateMilliseconds: "date64"
    case .time(let unit, let bits): "time\(bits)[\(unit.name)]"
    case .timestamp(let unit, let zone):
      "timestamp[\(unit.name)\(zone.map { ", \($0)" } ?? "")]"
    case .duration(let unit): "duration[\(unit.name)]"
    case .intervalMonths: "interval of months"
    case .intervalDayTime: "interval of days and milliseconds"
    case .intervalMonthDayNano: "interval of months, days and nanoseconds"
    case .utf8(let isLarge): isLarge ? "large_utf8" : "utf8"
    case .utf8View: "utf8_view"
    case .other(let name, _, _): name
    }
  }
}

/// A column of an Arrow file, or a part of a nested one.
struct ArrowField: Sendable {
  var name: String
  /// The type of the values; where there is a dictionary, of the values in it.
  var type: ArrowType
  var dictionary: ArrowDictionaryEncoding?
  var children: [ArrowField] = []
  /// What whoever wrote the file says of the field.
  var metadata: [String: String] = [:]

  /// The type as Arrow's own tools show it.
  var typeName: String {
    guard let dictionary else { return type.description }
    return "dictionary<\(dictionary.indexType), \(type)>"
  }
}

/// How the values of a field refer to its dictionary.
struct ArrowDictionaryEncoding: Sendable {
  /// The number under which the dictionary's batches go.
  var id: Int64
  var indexBits: Int
  var isSigned: Bool

  var indexType: ArrowType { .int(bits: indexBits, isSigned: isSigned) }
}

struct ArrowSchema: Sendable {
  var fields: [ArrowField]
  var metadata: [String: String] = [:]
}
