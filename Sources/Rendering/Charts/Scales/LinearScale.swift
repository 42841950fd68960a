import Columns

#if canImport(Glibc)
  import Glibc
#endif

/// A scale for numbers whose ticks are steps of 1, 2 or 5 times a power of ten.
///
/// Values are put in steps before they are compared, so that no difference overflows.
struct LinearScale: Sendable {
  /// 1, 2 or 5.
  private let mantissa: Int
  private let exponent: Int
  /// The first and the last tick, in steps.
  let low: Int
  let high: Int
  private let step: Double
  private let style: TickText

  /// Steps that a scale has at most: beyond what a Double can tell apart there is one.
  private static let mostSteps = 1_000

  /// A scale that holds `least` … `greatest`, which are finite, in about `steps` steps.
  ///
  /// - Parameters:
  ///   - isWhole: whether a step is at least 1.
  ///   - suffix: what stands behind a tick: ` %`.
  ///   - style: how ticks are written.
  init(
    _ least: Double, _ greatest: Double, steps: Int, isWhole: Bool = false, suffix: String = "",
    style: TickText.Style = .short
  ) {
    var least = least
    var greatest = greatest
    if !(least < greatest) {
      // One value: a scale from or to zero, or round zero.
      if least > 0 { least = 0 } else if greatest < 0 { greatest = 0 } else { greatest = 1 }
    }
    let wanted = Double(max(steps, 1))
    var (mantissa, exponent) = Self.nice(greatest / wanted - least / wanted, isWhole: isWhole)
    // Rounded outwards the ends may need a step more than wanted.
    while exponent < Self.largestExponent,
      Self.steps(least, greatest, mantissa, exponent) > max(steps, 1) + 1
    {
      (mantissa, exponent) = Self.next(mantissa, exponent)
    }
    let step = Self.value(mantissa, exponent)
    let low = Self.below(least / step)
    let high = max(Self.above(greatest / step), low + 1)
    self.mantissa = mantissa
    self.exponent = exponent
    self.step = step
    self.low = low
    self.high = high
    self.style = TickText(
      greatest: max(low.magnitude, high.magnitude), mantissa: mantissa, exponent: exponent,
      suffix: suffix, style: style)
  }

  /// Steps from the first tick to the last.
  var count: Int { min(high - low, Self.mostSteps) }

  /// Where `value` stands: 0 at the first tick, 1 at the last.
  func fraction(_ value: Double) -> Double {
    min(max((value / step - Double(low)) / Double(high - low), 0), 1)
  }

  /// The value `index` steps after the first tick.
  func value(_ index: Int) -> Double { Self.value((low + index) * mantissa, exponent) }

  /// What the tick `index` steps after the first reads as.
  func text(_ index: Int) -> String {
    style.string(Int128((low + index) * mantissa), exponent: exponent)
  }

  /// The whole number before the tick `index` steps after the first; nil where ticks have exponents
  /// or are shortened.
  func textBefore(_ index: Int) -> String? {
    guard style.isWritten, exponent >= 0 else { return nil }
    let tick = Int128((low + index) * mantissa) * PowersOfTen.integer(exponent)
    return style.string(tick - 1, exponent: 0)
  }

  /// Where `value` stands from `least` to `greatest`: 0 … 1, the middle where those are equal.
  static func share(of value: Double, from least: Double, to greatest: Double) -> Double {
    let range = greatest - least
    if range.isFinite { return range > 0 ? (value - least) / range : 0.5 }
    return (value / 2 - least / 2) / (greatest / 2 - least / 2)
  }

  /// The powers of ten that a Double holds.
  private static let leastExponent = -323
  private static let largestExponent = 308

  /// The step of at least `width`: 1, 2 or 5 times a power of ten.
  private static func nice(_ width: Double, isWhole: Bool) -> (mantissa: Int, exponent: Int) {
    guard width.isFinite else { return (1, largestExponent) }
    if isWhole, width <= 1 { return (1, 0) }
    guard width >= value(1, leastExponent) else { return (1, leastExponent) }
    let exponent = Int(log10(width).rounded(.down))
    if exponent >= largestExponent { return (1, largestExponent) }
    let leading = width / value(1, exponent)
    if leading <= 1.000001 { return (1, exponent) }
    if leading <= 2.000001 { return (2, exponent) }
    if leading <= 5.000001 { return (5, exponent) }
    return (1, exponent + 1)
  }

  private static func next(_ mantissa: Int, _ exponent: Int) -> (mantissa: Int, exponent: Int) {
    switch mantissa {
    case 1: (2, exponent)
    case 2: (5, exponent)
    default: (1, exponent + 1)
    }
  }

  private static func steps(
    _ least: Double, _ greatest: Double, _ mantissa: Int, _ exponent: Int
  ) -> Int {
    let step = value(mantissa, exponent)
    return above(greatest / step) - below(least / step)
  }

  /// `digits` times ten to the power of `exponent`, to the nearest double.
  private static func value(_ digits: Int, _ exponent: Int) -> Double {
    Double("\(digits)e\(exponent)") ?? 0
  }

  /// The whole number at or below `number`, which may be off by a rounding.
  private static func below(_ number: Double) -> Int { whole(number, .down) }
  private static func above(_ number: Double) -> Int { whole(number, .up) }

  private static func whole(_ number: Double, _ rule: FloatingPointRoundingRule) -> Int {
    let nearest = number.rounded()
    let isNear = (number - nearest).magnitude <= 1e-14 * max(1, nearest.magnitude)
    return Int(min(max(isNear ? nearest : number.rounded(rule), -0x1p60), 0x1p60))
  }
}
