/// An SVG file under construction: elements from above to below on white.
///
/// Nothing in it points outside: the letters are those of the reader's system, colours are
/// attributes. All text is escaped.
struct SVGPage {
  /// Pixels.
  let width: Double
  private(set) var height: Double
  private var elements = ""
  private let title: String
  private let description: String

  static let defaultWidth = 760.0
  static let margin = 24.0
  static let fontSize = 13.0
  /// From one line of text to the next.
  static let lineHeight = 22.0
  static let ink = "#222222"
  static let faint = "#6B6B6B"
  static let rule = "#D9D9D9"
  /// Rows beyond which a file would be too long to be looked at.
  static let mostRows = 500

  /// A page of `height` pixels below its title.
  ///
  /// - Parameters:
  ///   - title: stands above the drawing, and in the file for those who have it read to them.
  ///   - description: what is drawn, for the same.
  init(title: String, description: String, height: Double, width: Double = defaultWidth) {
    self.title = title
    self.description = description
    self.width = width
    self.height = Self.top + height + Self.margin
    text(title, x: Self.margin, y: Self.margin + 8, size: 16, weight: "600")
  }

  /// Where the drawing begins below the title.
  static let top = margin + 28

  enum Anchor: String {
    case start, middle, end
  }

  /// Writes `text` with its foot at `y`.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, color: String = ink,
    size: Double = fontSize, weight: String? = nil
  ) {
    elements += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" fill=\"\(color)\""
    if size != Self.fontSize { elements += " font-size=\"\(Self.number(size))\"" }
    if let weight { elements += " font-weight=\"\(weight)\"" }
    if anchor != .start { elements += " text-anchor=\"\(anchor.rawValue)\"" }
    elements += ">\(Self.escaped(text))</text>\n"
  }

  /// A rectangle; with `words` it is the mark of a figure, which they tell.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: String, words: String? = nil
  ) {
    elements += "<rect\(Self.mark(words)) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    elements += " width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    elements += " fill=\"\(color)\"" + Self.end("rect", words)
  }

  /// A dot, the mark of a figure.
  mutating func dot(x: Double, y: Double, radius: Double, color: String, words: String) {
    elements += "<circle\(Self.mark(words)) cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\""
    elements += " r=\"\(Self.number(radius))\" fill=\"\(color)\"" + Self.end("circle", words)
  }

  mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, color: String = rule
  ) {
    elements += "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\""
    elements += " x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\" stroke=\"\(color)\"/>\n"
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], color: String, width: Double = 2) {
    let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    elements += "<polyline points=\"\(list)\" fill=\"none\" stroke=\"\(color)\""
    elements += " stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\"/>\n"
  }

  /// Writes the notes below the drawing, and makes the page as much longer.
  mutating func notes(_ notes: [ChartNote], more: String? = nil) {
    for note in [more].compactMap({ $0 }) + notes.map(\.text) {
      text(note, x: Self.margin, y: height, color: Self.faint, size: 12)
      height += Self.lineHeight
    }
  }

  /// The file.
  func string() -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" \
    width="\(Self.number(width))" height="\(Self.number(height))" \
    viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
    font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" \
    font-size="\(Self.number(Self.fontSize))">
    <title id="title">\(Self.escaped(title))</title>
    <desc id="description">\(Self.escaped(description))</desc>
    <rect width="100%" height="100%" fill="#FFFFFF"/>
    \(elements)</svg>

    """
  }

  private static func mark(_ words: String?) -> String { words == nil ? "" : " class=\"mark\"" }

  private static func end(_ name: String, _ words: String?) -> String {
    words.map { "><title>\(escaped($0))</title></\(name)>\n" } ?? "/>\n"
  }

  /// Pixels to the hundredth.
  private static func number(_ pixels: Double) -> String {
    let hundredths = Int64((min(max(pixels, -1e9), 1e9) * 100).rounded())
    if hundredths.isMultiple(of: 100) { return "\(hundredths / 100)" }
    return CellText.string(.decimal(unscaled: Int128(hundredths), scale: 2))
  }

  /// `text` as XML holds it, without the characters that XML has not.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in VisibleText.string(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// About the pixels that `text` takes: letters of a sans serif are less than six tenths of their
  /// height on average.
  static func width(_ text: String, size: Double = fontSize) -> Double {
    Double(DisplayWidth.of(text)) * size * 0.6
  }

  /// `text` in about `width` pixels, cut with `…`.
  static func fitted(_ text: String, _ width: Double) -> String {
    DisplayWidth.fitted(text, width: max(Int(width / (fontSize * 0.6)), 1)).text
  }
}
