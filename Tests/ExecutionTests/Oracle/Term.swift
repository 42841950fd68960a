import Columns

/// An expression twice: as SQL, and as what it means for one row.
struct Term {
  let sql: String
  let type: DataType
  /// The value for a row of the columns in scope.
  let value: ([Value]) -> Value
}

/// What the language says of values, a value at a time.
enum Meaning {
  /// Less than, equal to or greater than zero; nil where either is NULL. Exact numbers are compared
  /// exactly at any two scales; NaN equals NaN and comes last; texts go by bytes.
  static func order(_ a: Value, _ b: Value) -> Int? {
    func sign<Number: Comparable>(_ x: Number, _ y: Number) -> Int { x < y ? -1 : x > y ? 1 : 0 }
    switch (a, b) {
    case (.null, _), (_, .null): return nil
    case (.boolean(let x), .boolean(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.double(let x), .double(let y)):
      if x.isNaN || y.isNaN { return sign(x.isNaN ? 1 : 0, y.isNaN ? 1 : 0) }
      return sign(x, y)
    case (.text(let x), .text(let y)):
      return x.utf8.lexicographicallyPrecedes(y.utf8)
        ? -1 : y.utf8.lexicographicallyPrecedes(x.utf8) ? 1 : 0
    case (.date(let x), .date(let y)): return sign(x, y)
    case (.timestamp(let x), .timestamp(let y)): return sign(x, y)
    default:
      let (x, s) = exact(a)
      let (y, t) = exact(b)
      let scale = max(s, t)
      return sign(scaled(x, scale - s), scaled(y, scale - t))
    }
  }

  static func exact(_ value: Value) -> (unscaled: Int128, scale: Int) {
    switch value {
    case .integer(let number): (number, 0)
    case .decimal(let number, let scale): (number, scale)
    default: (0, 0)
    }
  }

  /// Saturates, which keeps the order: nothing in the sample tables is near the ends.
  static func scaled(_ number: Int128, _ digits: Int) -> Int128 {
    var result = number
    for _ in 0..<digits {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return number < 0 ? .min : .max }
      result = product
    }
    return result
  }

  static func and(_ a: Value, _ b: Value) -> Value {
    if a == .boolean(false) || b == .boolean(false) { return .boolean(false) }
    return a.isNull || b.isNull ? .null : .boolean(true)
  }

  static func or(_ a: Value, _ b: Value) -> Value {
    if a == .boolean(true) || b == .boolean(true) { return .boolean(true) }
    return a.isNull || b.isNull ? .null : .boolean(false)
  }

  static func not(_ a: Value) -> Value {
    if case .boolean(let truth) = a { .boolean(!truth) } else { .null }
  }

  /// Values that GROUP BY and DISTINCT take for one: -0 is 0.
  static func key(_ value: Value) -> Value {
    if case .double(let number) = value, number == 0 { .double(0) } else { value }
  }

  /// Where a row stands by one ORDER BY term.
  static func precedes(_ a: Value, _ b: Value, descending: Bool, nullsFirst: Bool) -> Int {
    switch (a.isNull, b.isNull) {
    case (true, true): return 0
    case (true, false): return nullsFirst ? -1 : 1
    case (false, true): return nullsFirst ? 1 : -1
    default: return (order(a, b) ?? 0) * (descending ? -1 : 1)
    }
  }
}
