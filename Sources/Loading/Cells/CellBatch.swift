/// The fields of the rows of one block, as positions in its text.
///
/// Row `r` has `stride` positions: the one before its first byte, then that behind each field.
struct CellBatch {
  let text: UnsafePointer<UInt8>
  let positions: UnsafePointer<UInt32>
  let stride: Int
  let rows: Int
  /// The byte that quotes; 0, which no text holds, where none does.
  let quote: UInt8
  /// The line of the byte at ``origin``, and where in the file that byte stands.
  let firstLine: Int
  let origin: Int
  /// Whether lines are counted by rows, whatever line ends their cells hold.
  var countsRows = false
  /// Whether what stands in quotes is text, unless it is a date.
  var isTypedByQuotes = false

  /// The first byte of the field, and its length, quotes included.
  @inline(__always)
  func field(_ row: Int, _ column: Int) -> (start: UnsafePointer<UInt8>, count: Int) {
    let at = positions + (row &* stride &+ column)
    let start = Int(at[0]) &+ 1
    return (text + start, Int(at[1]) &- start)
  }

  /// The bytes between the quotes of a field that begins with one.
  @inline(__always)
  func unquoted(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (start: UnsafePointer<UInt8>, count: Int) {
    // A field that begins with a quote ends with one, or its row was rejected.
    (start + 1, count &- 2)
  }

  /// The text of a field, quotes taken off and doubled ones made single.
  func string(_ row: Int, _ column: Int) -> String {
    let (start, count) = field(row, column)
    guard count >= 2, start[0] == quote else {
      return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var index = 1
    while index < count - 1 {
      bytes.append(start[index])
      index += start[index] == quote ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line on which a field begins.
  func line(_ row: Int, _ column: Int) -> Int {
    let (start, _) = field(row, column)
    let before = UnsafeBufferPointer(start: text + origin, count: start - (text + origin))
    return firstLine + LineCount.lines(in: before, outside: countsRows ? quote : nil)
  }
}
