#if canImport(Glibc)
  import Glibc
#endif

/// How the ticks of one scale are written: all in the same way.
struct TickText: Sendable {
  enum Style: Sendable {
    /// Digits alone, as years are written.
    case plain
    /// With thousands grouped from five digits on, and millions and more as letters: `2.5 M`.
    case short
  }

  /// The power of ten that stands as a letter behind the number: `2.5 M`.
  private let power: Int
  private let letter: String
  private let suffix: String
  private let isScientific: Bool
  private let isGrouped: Bool

  /// Beyond ten to the power of this, and below it with as many decimals, ticks have exponents.
  private static let longest = 15
  private static let mostDecimals = 6
  private static let letters = [(12, " tn"), (9, " bn"), (6, " M")]

  init(greatest: UInt, mantissa: Int, exponent: Int, suffix: String, style: Style) {
    self.suffix = suffix
    let size = log10(Double(greatest) * Double(mantissa)) + Double(exponent)
    let isWide = size > Double(Self.longest) || exponent < -Self.mostDecimals
    isScientific = isWide
    let letter = Self.letters.first { power, _ in
      style == .short && suffix.isEmpty && !isWide && size >= Double(power) && exponent >= power - 2
    }
    power = letter?.0 ?? 0
    self.letter = letter?.1 ?? ""
    isGrouped = style != .plain && size - Double(power) >= 4
  }

  /// Whether ticks are written in full.
  var isWritten: Bool { !isScientific && power == 0 }

  /// `digits` times ten to the power of `exponent`, without trailing zeros behind the point.
  func string(_ digits: Int128, exponent: Int) -> String {
    if digits == 0 { return "0" + suffix }
    var unscaled = digits
    var scale = power - exponent
    while isScientific || scale > 0, unscaled.isMultiple(of: 10) {
      unscaled /= 10
      scale -= 1
    }
    if isScientific { return Self.scientific(unscaled, scale: scale) + suffix }
    while scale < 0 {
      unscaled *= 10
      scale += 1
    }
    var out = ByteBuffer()
    CellText.append(unscaled, scale: scale, to: &out)
    if isGrouped { NumberGrouping.insertCommas(in: &out) }
    return out.string + letter + suffix
  }
  /// `unscaled` / 10^`scale` with one digit before the point: `2.5e+18`.
  private static func scientific(_ unscaled: Int128, scale: Int) -> String {
    var digits = CellText.string(.integer(Int128(unscaled.magnitude)))
    let power = digits.utf8.count - 1 - scale
    if digits.utf8.count > 1 { digits.insert(".", at: digits.index(after: digits.startIndex)) }
    return (unscaled < 0 ? "-" : "") + digits + (power < 0 ? "e-" : "e+") + "\(power.magnitude)"
  }
}
