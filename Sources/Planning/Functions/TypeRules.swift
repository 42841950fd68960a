import Columns

/// Which types meet in which: the one home of implicit casts.
package enum TypeRules {
  /// The type to which values of `a` and of `b` are both cast before they are compared or stand
  /// in one column; nil where there is none.
  ///
  /// | types | common type |
  /// |---|---|
  /// | NULL and *x* | *x* |
  /// | BIGINT and HUGEINT | HUGEINT |
  /// | whole number and DECIMAL, two DECIMALs | a DECIMAL that holds both |
  /// | exact number and DOUBLE, PERCENT and another number | DOUBLE |
  /// | DATE and TIMESTAMP | TIMESTAMP |
  ///
  /// Text and numbers have none: `'12' < 9` is refused rather than compared one way or the other.
  package static func commonType(_ a: DataType, _ b: DataType) -> DataType? {
    if a == b { return a }
    switch (a, b) {
    case (.null, let other), (let other, .null): return other
    case (.date, .timestamp), (.timestamp, .date): return .timestamp
    case (.bigint, .hugeint), (.hugeint, .bigint): return .hugeint
    default: break
    }
    guard a.isNumeric && b.isNumeric else { return nil }
    if a.isFloating || b.isFloating { return .double }
    let scale = max(a.scale, b.scale)
    let wholeDigits = max(Self.wholeDigits(a), Self.wholeDigits(b))
    return decimal(digits: wholeDigits + scale, scale: scale)
  }

  /// The common type of all of `types`; nil where there is none. No types, and nothing but NULLs,
  /// give `.null`.
  package static func commonType(_ types: [DataType]) -> DataType? {
    var result = DataType.null
    for type in types {
      guard let common = commonType(result, type) else { return nil }
      result = common
    }
    return result
  }

  /// The common type of values of which the constant ones are known: a whole number written among
  /// decimals takes no more digits than it has. `value ELSE 0` is as wide as the value.
  package static func commonType(_ types: [DataType], constants: [Value?]) -> DataType? {
    guard types.contains(where: { if case .decimal = $0 { true } else { false } }) else {
      return commonType(types)
    }
    return commonType(
      zip(types, constants).map { type, constant in
        guard case .integer(let number)? = constant, type == .bigint || type == .hugeint else {
          return type
        }
        return decimal(digits: String(number.magnitude).count, scale: 0)
      })
  }

  /// Whether a value of `from` stands for one of `to` without being asked to.
  package static func canCastImplicitly(_ from: DataType, _ to: DataType) -> Bool {
    commonType(from, to) == to
  }

  /// Digits before the point: 19 for a BIGINT, 38 for a HUGEINT.
  package static func wholeDigits(_ type: DataType) -> Int {
    switch type {
    case .decimal(let precision, let scale): precision - scale
    case .bigint: bigintDigits
    default: DataType.maximumPrecision
    }
  }

  /// Digits in all: 19 for a BIGINT, 38 for a HUGEINT.
  package static func digits(_ type: DataType) -> Int { wholeDigits(type) + type.scale }

  /// The DECIMAL of `digits` digits, of which there are at most 38.
  package static func decimal(digits: Int, scale: Int) -> DataType {
    .decimal(precision: min(max(digits, scale, 1), DataType.maximumPrecision), scale: scale)
  }

  /// 9,223,372,036,854,775,807 has 19 digits.
  private static let bigintDigits = 19
}
