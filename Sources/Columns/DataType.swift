/// The type of a value, as the language names it.
///
/// A type says what a value means; how its bits are stored is the matter of ``Vector/Storage``.
package enum DataType: Hashable, Sendable {
  /// The type of a bare `NULL`, which fits everywhere.
  case null
  case boolean
  /// A whole number of 64 bits.
  case bigint
  /// A whole number of 128 bits.
  case hugeint
  /// An IEEE 754 binary64 number.
  case double
  /// A DOUBLE that is shown in hundredths: 0.74 as `74.0 %`.
  case percent
  /// An exact decimal number of at most `precision` (1 to 38) digits, `scale` of them after the
  /// point.
  case decimal(precision: Int, scale: Int)
  /// UTF-8 text.
  case varchar
  /// A day of the proleptic Gregorian calendar.
  case date
  /// A date and a time of day, to the microsecond, without a time zone.
  case timestamp
  /// A time of day, to the microsecond: 00:00:00 to 24:00:00.
  case time
  /// Months, days and microseconds: ``Interval``.
  case interval
  /// An exact amount and its unit: ``Measure``.
  case measure

  /// The most digits that a DECIMAL holds (2^127 has 39; 38 of them are all usable).
  package static let maximumPrecision = 38

  /// The most digits for which a DECIMAL is stored in 64 bits.
  package static let narrowPrecision = 18

  /// Whether values are numbers that arithmetic accepts.
  package var isNumeric: Bool {
    switch self {
    case .bigint, .hugeint, .double, .percent, .decimal: true
    default: false
    }
  }

  /// Whether values are exact numbers: whole or decimal.
  package var isExact: Bool {
    switch self {
    case .bigint, .hugeint, .decimal: true
    default: false
    }
  }

  /// Whether values are stored as IEEE 754 binary64 numbers.
  package var isFloating: Bool { self == .double || self == .percent }

  /// Whether its values are stored as integers of up to 64 bits.
  package var isNarrowNumber: Bool {
    switch self {
    case .bigint, .date, .timestamp, .time, .decimal: !isWide
    default: false
    }
  }

  /// Digits after the point: those of a DECIMAL, 0 otherwise.
  package var scale: Int {
    if case .decimal(_, let scale) = self { scale } else { 0 }
  }

  /// Whether values need 128 bits.
  package var isWide: Bool {
    switch self {
    case .hugeint, .interval, .measure: true
    case .decimal(let precision, _): precision > Self.narrowPrecision
    default: false
    }
  }
}

extension DataType: CustomStringConvertible {
  /// The name as written in SQL: `DECIMAL(18,3)`.
  package var description: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .bigint: "BIGINT"
    case .hugeint: "HUGEINT"
    case .double: "DOUBLE"
    case .percent: "PERCENT"
    case .decimal(let precision, let scale): "DECIMAL(\(precision),\(scale))"
    case .varchar: "VARCHAR"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    case .time: "TIME"
    case .interval: "INTERVAL"
    case .measure: "MEASURE"
    }
  }
}
