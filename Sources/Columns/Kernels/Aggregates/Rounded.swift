/// Divisions of whole numbers with rounding.
enum Rounded {
  /// The mean of two numbers of any size, halves away from zero.
  static func mean(_ a: Int128, _ b: Int128) -> Int128 {
    let (half, rest) = (a / 2 + b / 2, a % 2 + b % 2)
    if rest.magnitude != 1 { return half + rest / 2 }
    let isNegative = half < 0 || half == 0 && rest < 0
    return (rest < 0) == isNegative ? half + rest : half
  }

  /// The quotient of a number and a positive one, halves away from zero.
  static func quotient(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    if remainder.magnitude < divisor.magnitude - remainder.magnitude { return quotient }
    return number < 0 ? quotient - 1 : quotient + 1
  }
}
