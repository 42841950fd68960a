/// One value of any type: a literal, a bound, a cell taken out of a column.
///
/// Values are for plans, statistics and results; loops over rows never make them.
package enum Value: Sendable {
  case null
  case boolean(Bool)
  /// A BIGINT or a HUGEINT.
  case integer(Int128)
  /// A DOUBLE or a PERCENT.
  case double(Double)
  /// `unscaled` / 10^`scale`.
  case decimal(unscaled: Int128, scale: Int)
  case text(String)
  /// Days since 1970-01-01.
  case date(Int32)
  /// Microseconds since 1970-01-01 00:00:00.
  case timestamp(Int64)
  /// Microseconds since midnight.
  case time(Int64)
  case interval(Interval)
  case measure(Measure)

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension Value: Hashable {
  /// Equal when of one kind with one content. Text is compared byte for byte, as in a column:
  /// `é` written as one code point and as two are different values. So are `1 month` and `30 days`,
  /// which only comparisons and keys take for equal.
  package static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.double(let x), .double(let y)): x == y || (x.isNaN && y.isNaN)
    case (.decimal(let x, let s), .decimal(let y, let t)): x == y && s == t
    case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
    case (.date(let x), .date(let y)): x == y
    case (.timestamp(let x), .timestamp(let y)): x == y
    case (.time(let x), .time(let y)): x == y
    case (.interval(let x), .interval(let y)): x == y
    case (.measure(let x), .measure(let y)): x == y
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let x): hasher.combine(x)
    case .integer(let x): hasher.combine(x)
    case .double(let x): hasher.combine(x.isNaN ? .nan : x)
    case .decimal(let x, let s):
      hasher.combine(x)
      hasher.combine(s)
    case .text(let x): for byte in x.utf8 { hasher.combine(byte) }
    case .date(let x): hasher.combine(x)
    case .timestamp(let x), .time(let x): hasher.combine(x)
    case .interval(let x): hasher.combine(x)
    case .measure(let x): hasher.combine(x)
    }
  }
}
