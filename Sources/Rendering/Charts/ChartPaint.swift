/// What colour says in a chart.
///
/// Series have the hues of the palette that Masataka Okabe and Kei Ito published as one that
/// colour-blind readers can tell apart ("Color Universal Design", 2008): exact in SVG, the nearest
/// of a terminal's 256 colours there. Shades are one hue from light to dark.
enum ChartPaint: Hashable, Sendable {
  /// A look that is not of charts alone.
  case text(Paint)
  /// The series at this place.
  case series(Int)
  /// A background, 0 the lightest; the text on it is black or white.
  case shade(Int)

  static let strong = ChartPaint.text(.strong)
  static let faint = ChartPaint.text(.faint)

  /// The escape sequence that begins it.
  var sequence: String {
    switch self {
    case .text(let paint): return paint.rawValue
    case .series(let index):
      return "\u{1B}[38;5;\(Self.terminal[index % Self.terminal.count])m"
    case .shade(let index):
      let shade = min(max(index, 0), Self.terminalShades.count - 1)
      let ink = shade < Self.firstDark ? 16 : 231
      return "\u{1B}[38;5;\(ink);48;5;\(Self.terminalShades[shade])m"
    }
  }

  /// Blue, vermilion, bluish green, orange, reddish purple, sky blue: yellow and black are left
  /// out, which do not show on white or on black.
  static let palette = ["#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9"]
  /// The nearest to the palette among the colours 16 to 255 of xterm, the blue a step lighter to
  /// show on black.
  private static let terminal = [32, 166, 36, 214, 175, 74]

  /// White to the palette's blue and on to black, in even steps of lightness.
  static let shades = [
    "#E8F1F8", "#C6DDEE", "#9CC5E1", "#6BA9D1", "#3489BF", "#0069A4", "#00456B",
  ]
  private static let terminalShades = [254, 153, 117, 75, 32, 25, 17]
  /// The first shade on which text is white.
  static let firstDark = 4
  static var shadeCount: Int { shades.count }
}
