/// A grid of cells on which marks of one cell each are put.
struct TextCanvas {
  let width: Int
  let height: Int
  private var marks: [Character]
  private var paints: [ChartPaint?]

  init(width: Int, height: Int) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    marks = Array(repeating: " ", count: self.width * self.height)
    paints = Array(repeating: nil, count: self.width * self.height)
  }

  /// Puts `mark` at a place counted from the upper left; nothing outside.
  mutating func put(_ mark: Character, x: Int, y: Int, _ paint: ChartPaint? = nil) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    marks[y * width + x] = mark
    paints[y * width + x] = paint
  }

  /// Puts the characters of `text`, each of one cell, from a place to the right.
  mutating func put(_ text: String, x: Int, y: Int, _ paint: ChartPaint? = nil) {
    for (offset, mark) in text.enumerated() { put(mark, x: x + offset, y: y, paint) }
  }

  /// Whether nothing was put at a place.
  func isEmpty(x: Int, y: Int) -> Bool {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return false }
    return marks[y * width + x] == " "
  }

  /// Appends row `y` to `line`.
  func append(row y: Int, to line: inout ChartLine) {
    for x in 0..<width { line.append(String(marks[y * width + x]), paints[y * width + x]) }
  }
}
