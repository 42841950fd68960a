/// The bytes of one row's text: valid only while the reader that gave them is in use.
typealias TextBytes = UnsafeBufferPointer<UInt8>

/// Reads the text of any row of a VARCHAR vector, whatever its storage.
///
/// Rows that are NULL read as the empty text.
struct TextReader {
  private enum Form { case plain, code8, code16, code32, constant }

  private let form: Form
  private let codes: UnsafeRawPointer?
  private let offsets: UnsafePointer<UInt32>
  private let bytes: UnsafePointer<UInt8>
  /// Keeps the memory behind the pointers.
  private let owners: [AnyObject]

  /// Calls `body` with a reader of `vector`, which must not be kept.
  static func read<Result>(
    _ vector: Vector, _ body: (TextReader) throws -> Result
  ) rethrows -> Result {
    let reader = TextReader(vector)
    defer { withExtendedLifetime(reader.owners) {} }
    return try body(reader)
  }

  /// Calls `body` with readers of two vectors.
  static func read<Result>(
    _ a: Vector, _ b: Vector, _ body: (TextReader, TextReader) throws -> Result
  ) rethrows -> Result {
    try read(a) { a in try read(b) { b in try body(a, b) } }
  }

  /// Calls `body` with readers of three vectors.
  static func read<Result>(
    _ a: Vector, _ b: Vector, _ c: Vector,
    _ body: (TextReader, TextReader, TextReader) throws -> Result
  ) rethrows -> Result {
    try read(a) { a in try read(b) { b in try read(c) { c in try body(a, b, c) } } }
  }

  /// Calls `body` with readers of all `vectors`.
  static func read<Result>(
    _ vectors: [Vector], _ body: ([TextReader]) throws -> Result
  ) rethrows -> Result {
    let readers = vectors.map { TextReader($0) }
    defer { withExtendedLifetime(readers) {} }
    return try body(readers)
  }

  private init(_ vector: Vector) {
    let texts: TextStore
    switch vector.storage {
    case .text(let store):
      texts = store
      form = .plain
      codes = nil
    case .code8(let buffer, let dictionary):
      texts = dictionary.texts
      form = .code8
      codes = UnsafeRawPointer(buffer.pointer)
    case .code16(let buffer, let dictionary):
      texts = dictionary.texts
      form = .code16
      codes = UnsafeRawPointer(buffer.pointer)
    case .code32(let buffer, let dictionary):
      texts = dictionary.texts
      form = .code32
      codes = UnsafeRawPointer(buffer.pointer)
    case .constant(.text(let text)):
      texts = TextStore(CollectionOfOne(text))
      form = .constant
      codes = nil
    case .constant, .bits, .int8, .int16, .int32, .int64, .int128, .float64, .measure:
      texts = TextStore(CollectionOfOne(""))
      form = .constant
      codes = nil
    }
    offsets = UnsafePointer(texts.offsets.pointer)
    bytes = UnsafePointer(texts.bytes.pointer)
    owners = [vector, texts.offsets, texts.bytes]
  }

  /// Whether all rows have one text.
  var isConstant: Bool { form == .constant }

  /// The text of `row`, which must be less than the count of the vector.
  @inline(__always)
  subscript(row: Int) -> TextBytes {
    let index: Int
    switch form {
    case .plain: index = row
    case .code8:
      index = Int(codes.unsafelyUnwrapped.load(fromByteOffset: row, as: UInt8.self))
    case .code16:
      index = Int(codes.unsafelyUnwrapped.load(fromByteOffset: row &* 2, as: UInt16.self))
    case .code32:
      index = Int(codes.unsafelyUnwrapped.load(fromByteOffset: row &* 4, as: UInt32.self))
    case .constant: index = 0
    }
    let start = Int(offsets[index])
    return TextBytes(start: bytes + start, count: Int(offsets[index &+ 1]) &- start)
  }
}
