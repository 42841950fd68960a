/// A share of the values: which value, in ascending order, has it below itself.
package struct QuantileFraction: Sendable {
  /// Numerator and denominator of the share, where it was written as an exact number.
  private let exact: (numerator: Int128, denominator: Int128)?
  private let share: Double
  /// Whether it is counted from the greatest value down.
  package let isDescending: Bool

  /// - Parameter value: a number of -1 … 1; a negative one counts from the greatest value down.
  /// - Throws: ``ValueError/badArgument(_:)`` for anything else.
  package init(_ value: Value?, isDescending: Bool = false) throws(ValueError) {
    var exact: (Int128, Int128)?
    let number: Double
    switch value {
    case .integer(let whole)?:
      exact = (whole, 1)
      number = Double(whole)
    case .decimal(let unscaled, let scale)?:
      exact = scale <= 18 ? (unscaled, PowersOfTen.integer(scale)) : nil
      number = Double(unscaled) / PowersOfTen.double(scale)
    case .double(let double)?: number = double
    case nil: throw .badArgument("the quantile must be a constant, such as 0.25")
    default: throw .badArgument("the quantile must be a number between -1 and 1")
    }
    guard number >= -1, number <= 1 else {
      throw .badArgument("the quantile must be a number between -1 and 1")
    }
    self.exact = exact.map { Self.shortened(abs($0.0), over: $0.1) }
    share = abs(number)
    self.isDescending = isDescending != (number < 0)
  }

  /// The half: the median.
  package static let half = QuantileFraction(half: ())

  private init(half: Void) {
    exact = (5, 10)
    share = 0.5
    isDescending = false
  }

  /// Without the zeros that both end with.
  private static func shortened(_ numerator: Int128, over denominator: Int128) -> (Int128, Int128) {
    var (numerator, denominator) = (numerator, denominator)
    while denominator > 1 && numerator % 10 == 0 {
      numerator /= 10
      denominator /= 10
    }
    return (numerator, denominator)
  }

  /// The most digits by which a continuous quantile is longer than the values that it lies between.
  private static let mostDigits = 6

  /// Digits of the share behind its point, at most 6: so many more than two values a value between
  /// them may have. 0 where the share was written as a DOUBLE.
  package var digits: Int {
    guard var rest = exact?.denominator else { return 0 }
    var digits = 0
    while rest > 1 && digits < Self.mostDigits {
      rest /= 10
      digits += 1
    }
    return digits
  }

  /// The places of the values that the share lies between among `count`, both one for a result that is
  /// a value itself, and how far it lies from one to the other.
  func places(
    _ count: Int, isContinuous: Bool
  ) -> (lower: Int, upper: Int, weight: Double) {
    if isContinuous { return continuousPlaces(count) }
    let place = discretePlace(count)
    return (place, place, 0)
  }

  /// The standard deviation of how many of `count` values that were picked by chance lie below the
  /// share.
  func deviation(_ count: Int) -> Double { (Double(count) * share * (1 - share)).squareRoot() }

  /// The place of the first of `count` values with at least the share at or below it.
  func discretePlace(_ count: Int) -> Int {
    let above: Int
    if let exact {
      let total = Int128(count) * exact.denominator
      above = Int((total - exact.numerator * Int128(count)) / exact.denominator)
    } else {
      above = Int((Double(count) - share * Double(count)).rounded(.down))
    }
    return place(min(count, max(1, count - above)) - 1, count)
  }

  /// The places of the two values around the share, and how far it lies from one to the other.
  func continuousPlaces(_ count: Int) -> (lower: Int, upper: Int, weight: Double) {
    let rank = Double(count - 1) * share
    let lower = min(count - 1, max(0, Int(rank.rounded(.down))))
    let upper = min(count - 1, max(0, Int(rank.rounded(.up))))
    return (place(lower, count), place(upper, count), rank - Double(lower))
  }

  /// How far a continuous quantile lies from its lower value to its upper one, exactly, as a fraction
  /// of two whole numbers; nil where the share was written as a DOUBLE.
  func exactWeight(_ count: Int) -> (numerator: Int128, denominator: Int128)? {
    guard let exact else { return nil }
    let rank = Int128(count - 1) * exact.numerator
    return (rank % exact.denominator, exact.denominator)
  }

  private func place(_ index: Int, _ count: Int) -> Int { isDescending ? count - 1 - index : index }
}
