/// A grid of dots, two by four in a cell, of which lines are drawn: the Braille patterns of Unicode,
/// U+2800 to U+28FF.
struct BrailleGrid {
  /// In cells.
  let width: Int
  let height: Int
  private var patterns: [UInt8]
  /// The series that drew into a cell last.
  private var owners: [Int]

  /// A point in dots, from the lower left.
  struct Dot: Hashable {
    let x: Int
    let y: Int
  }

  init(width: Int, height: Int) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    patterns = Array(repeating: 0, count: self.width * self.height)
    owners = patterns.map { _ in 0 }
  }

  /// The bits of a cell's dots, from above to below: first the left ones, then the right ones.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  mutating func put(_ dot: Dot, series: Int) {
    let y = height * 4 - 1 - dot.y
    guard (0..<width * 2).contains(dot.x), (0..<height * 4).contains(y) else { return }
    let cell = y / 4 * width + dot.x / 2
    patterns[cell] |= Self.bits[dot.x % 2][y % 4]
    owners[cell] = series
  }

  /// The dots nearest to the line between two points (Bresenham, 1965).
  mutating func line(from start: Dot, to end: Dot, series: Int) {
    let (width, height) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (right, up) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y) = (start.x, start.y)
    var error = width + height
    while true {
      put(Dot(x: x, y: y), series: series)
      if x == end.x && y == end.y { return }
      let doubled = 2 * error
      if doubled >= height {
        error += height
        x += right
      }
      if doubled <= width {
        error += width
        y += up
      }
    }
  }

  /// The highest row, from above, in which `series` owns a cell at column `x`.
  func row(ofSeries series: Int, x: Int) -> Int? {
    guard (0..<width).contains(x) else { return nil }
    return (0..<height).first {
      patterns[$0 * width + x] != 0 && owners[$0 * width + x] == series
    }
  }

  /// Puts the cells that have dots on `canvas`.
  func put(on canvas: inout TextCanvas) {
    for y in 0..<height {
      for x in 0..<width where patterns[y * width + x] != 0 {
        guard let scalar = Unicode.Scalar(0x2800 + UInt32(patterns[y * width + x])) else {
          continue
        }
        canvas.put(Character(scalar), x: x, y: y, .series(owners[y * width + x]))
      }
    }
  }
}
