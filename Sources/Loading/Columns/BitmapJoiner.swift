import Columns

/// Lays validity bitmaps of pieces end to end.
struct BitmapJoiner {
  private let words: Buffer<UInt64>
  private let count: Int
  private var end = 0
  private var hasNull = false

  init(count: Int) {
    self.count = count
    words = Buffer(repeating: 0, count: Bitmap.wordCount(forRows: count))
  }

  /// Appends `count` rows of `source` from row `from` on; nil stands for all valid.
  mutating func append(_ source: Buffer<UInt64>?, from: Int, count: Int) {
    if source != nil { hasNull = true }
    var done = 0
    while done < count {
      let place = (end + done) & 63
      let width = min(64 - place, count - done)
      let mask = width == 64 ? UInt64.max : (1 << UInt64(width)) - 1
      var bits = mask
      if let source {
        let at = from + done
        let shift = UInt64(at & 63)
        bits = source.pointer[at >> 6] >> shift
        if shift > 0 && 64 - Int(shift) < width {
          bits |= source.pointer[(at >> 6) + 1] << (64 - shift)
        }
        bits &= mask
      }
      words.pointer[(end + done) >> 6] |= bits << UInt64(place)
      done += width
    }
    end += count
  }

  /// Appends `count` NULL rows.
  mutating func appendNulls(_ count: Int) {
    if count > 0 { hasNull = true }
    end += count
  }

  /// The bitmap; nil where every row is valid.
  func finish() -> Bitmap? {
    guard hasNull else { return nil }
    let whole = count >> 6
    let rest = count & 63
    var isFull = true
    for index in 0..<whole where words.pointer[index] != .max { isFull = false }
    if rest > 0 && words.pointer[whole] != (1 << UInt64(rest)) - 1 { isFull = false }
    return isFull ? nil : Bitmap(words: words, count: count)
  }
}
