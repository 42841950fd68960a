import Columns
import Language

/// Literals as values, exact.
enum Literals {
  /// The value and type of a literal; nil where a number has more than 38 digits.
  ///
  /// A whole number is a BIGINT, or a HUGEINT where 64 bits do not hold it; a number with a point is
  /// a DECIMAL of just its digits; one with an exponent is a DOUBLE.
  static func value(of literal: Literal) -> (Value, DataType)? {
    switch literal {
    case .null: return (.null, .null)
    case .boolean(let value): return (.boolean(value), .boolean)
    case .string(let text): return (.text(text), .varchar)
    case .integer(let digits): return integer(Int128(digits))
    case .decimal(let digits): return decimal(digits, isNegative: false)
    case .float(let digits):
      guard let number = Double(digits), number.isFinite else { return nil }
      return (.double(number), .double)
    }
  }

  /// The value of a number behind a minus sign; nil for other literals.
  ///
  /// The sign belongs to the number: -9223372036854775808 is a BIGINT, though the number without
  /// its sign is none.
  static func negated(_ literal: Literal) -> (Value, DataType)? {
    switch literal {
    case .integer(let digits): return integer(Int128("-" + digits))
    case .decimal(let digits): return decimal(digits, isNegative: true)
    case .float(let digits):
      guard let number = Double(digits), number.isFinite else { return nil }
      return (.double(-number), .double)
    default: return nil
    }
  }

  /// The literal's own text, for messages.
  static func text(of literal: Literal) -> String {
    switch literal {
    case .null: "NULL"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let text), .decimal(let text), .float(let text), .string(let text): text
    }
  }

  private static func integer(_ number: Int128?) -> (Value, DataType)? {
    guard let number else { return nil }
    return (.integer(number), Int64(exactly: number) != nil ? .bigint : .hugeint)
  }

  private static func decimal(_ text: String, isNegative: Bool) -> (Value, DataType)? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "0" }
    let fraction = parts.count > 1 ? parts[1] : ""
    let digits = String(whole + fraction)
    guard digits.utf8.count <= DataType.maximumPrecision,
      let number = digits.isEmpty ? 0 : Int128(digits)
    else { return nil }
    let scale = fraction.utf8.count
    return (
      .decimal(unscaled: isNegative ? -number : number, scale: scale),
      .decimal(precision: max(1, digits.utf8.count), scale: scale)
    )
  }
}
