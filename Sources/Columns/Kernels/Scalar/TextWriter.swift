#if canImport(Glibc)
  import Glibc
#endif

/// Lays texts end to end, one a row, in order.
struct TextWriter: ~Copyable {
  private let offsets: Buffer<UInt32>
  private var block: Buffer<UInt8>
  /// Where the block starts, and how much it holds.
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var length = 0
  private var row = 0

  /// A writer of exactly `rows` texts, of about `byteCount` bytes in all.
  init(rows: Int, byteCount: Int = 0) {
    offsets = Buffer(count: rows + 1)
    offsets.pointer[0] = 0
    capacity = max(byteCount, 64)
    block = Buffer(count: capacity)
    bytes = block.pointer
  }

  /// Appends to the text of the current row.
  @inline(__always)
  mutating func append(_ text: TextBytes) {
    guard let start = text.baseAddress else { return }
    append(start, text.count)
  }

  /// Appends `count` bytes from `start` to the text of the current row.
  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if length &+ count > capacity { grow(by: count) }
    memcpy(bytes + length, start, count)
    length &+= count
  }

  /// Appends one byte to the text of the current row.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if length == capacity { grow(by: 1) }
    bytes[length] = byte
    length &+= 1
  }

  /// Appends to the text of the current row what `body` writes into `space` free bytes; it returns
  /// how many it wrote.
  @inline(__always)
  mutating func append(upTo space: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if length &+ space > capacity { grow(by: space) }
    length &+= body(bytes + length)
  }

  /// Appends `text` to the text of the current row.
  mutating func append(_ text: String) {
    var copy = text
    copy.withUTF8 { append($0) }
  }

  /// Appends the UTF-8 form of `scalar` to the text of the current row.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar).unsafelyUnwrapped { append(byte) }
  }

  /// The text of the current row so far.
  var rowString: String {
    let start = Int(offsets.pointer[row])
    return String(decoding: TextBytes(start: bytes + start, count: length - start), as: UTF8.self)
  }

  /// Turns around the bytes of the current row.
  mutating func reverse() {
    var low = Int(offsets.pointer[row])
    var high = length - 1
    while low < high {
      swap(&bytes[low], &bytes[high])
      low += 1
      high -= 1
    }
  }

  /// Ends the text of the current row, which may be empty.
  ///
  /// - Throws: ``ValueError/textTooLong`` where all texts together outgrow a ``TextStore``.
  @inline(__always)
  mutating func endRow() throws(ValueError) {
    row &+= 1
    guard length <= Int(UInt32.max) else { throw .textTooLong }
    offsets.pointer[row] = UInt32(truncatingIfNeeded: length)
  }

  /// A VARCHAR vector of the texts, after as many ``endRow()`` as there are rows.
  ///
  /// The bytes are not copied, unless more than an eighth of the block would lie idle.
  func vector(validity: Bitmap?) -> Vector {
    let texts =
      capacity - length > capacity / 8
      ? Buffer(bytes: bytes, count: length)
      : Buffer<UInt8>(sharing: block, from: 0, count: length)
    return Vector(
      type: .varchar, count: row, storage: .text(TextStore(offsets: offsets, bytes: texts)),
      validity: validity)
  }

  private mutating func grow(by count: Int) {
    let larger = max(capacity * 2, length + count)
    let new = Buffer<UInt8>(count: larger)
    memcpy(new.pointer, bytes, length)
    block = new
    bytes = new.pointer
    capacity = larger
  }
}
