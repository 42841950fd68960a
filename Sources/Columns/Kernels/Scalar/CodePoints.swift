/// Code points of UTF-8 text, which are what text functions count in.
///
/// Bytes that are not UTF-8 do no harm: whatever is no continuation byte starts a code point.
enum CodePoints {
  /// Whether `byte` goes on with a code point rather than starting one.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many there are in `text`.
  @inline(__always)
  static func count(_ text: TextBytes) -> Int {
    guard let bytes = text.baseAddress else { return 0 }
    return count(bytes, text.count)
  }

  /// How many there are in `length` bytes from `bytes`.
  @inline(__always)
  static func count(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var continuations = 0
    var position = 0
    while position < length {
      continuations &+= bytes[position] & 0xC0 == 0x80 ? 1 : 0
      position &+= 1
    }
    return length &- continuations
  }

  /// Whether all of `text` is ASCII.
  @inline(__always)
  static func isASCII(_ text: TextBytes) -> Bool {
    guard let bytes = text.baseAddress else { return true }
    var all: UInt8 = 0
    var position = 0
    while position < text.count {
      all |= bytes[position]
      position &+= 1
    }
    return all < 0x80
  }

  /// How many bytes at the start of `text` are ASCII.
  @inline(__always)
  static func asciiPrefix(_ text: TextBytes) -> Int {
    guard let bytes = text.baseAddress else { return 0 }
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var position = 0
    while position &+ 8 <= text.count {
      let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self).littleEndian
      if word & highBits != 0 {
        return position &+ (word & highBits).trailingZeroBitCount >> 3
      }
      position &+= 8
    }
    while position < text.count && bytes[position] < 0x80 { position &+= 1 }
    return position
  }

  /// The number of the code point at the start of `text`, where its form has two bytes.
  @inline(__always)
  static func twoByteNumber(_ text: TextBytes) -> Int? {
    guard text.count >= 2, text[0] >= 0xC2, text[0] < 0xE0, isContinuation(text[1]) else {
      return nil
    }
    return Int(text[0] & 0x1F) << 6 | Int(text[1] & 0x3F)
  }

  /// The byte at which the code point `number` places behind byte `start` begins; the end of
  /// `text` where there are not so many.
  @inline(__always)
  static func advance(_ text: TextBytes, from start: Int, by number: Int) -> Int {
    var position = start
    var rest = number
    while rest > 0 && position < text.count {
      position = next(text, position)
      rest &-= 1
    }
    return position
  }

  /// The byte at which the code point `number` places before byte `end` begins; nil where there
  /// are not so many.
  @inline(__always)
  static func retreat(_ text: TextBytes, from end: Int, by number: Int) -> Int? {
    var position = end
    var rest = number
    while rest > 0 {
      if position == 0 { return nil }
      position = previous(text, position)
      rest &-= 1
    }
    return position
  }

  /// The byte behind the code point that begins at `position`.
  @inline(__always)
  static func next(_ text: TextBytes, _ position: Int) -> Int {
    var result = position &+ 1
    while result < text.count && isContinuation(text[result]) { result &+= 1 }
    return result
  }

  /// The byte at which the code point before `position`, which is above zero, begins.
  @inline(__always)
  static func previous(_ text: TextBytes, _ position: Int) -> Int {
    var result = position &- 1
    while result > 0 && isContinuation(text[result]) { result &-= 1 }
    return result
  }

  /// The part of `text` between two bytes.
  @inline(__always)
  static func slice(_ text: TextBytes, _ start: Int, _ end: Int) -> TextBytes {
    TextBytes(rebasing: text[start..<max(start, end)])
  }
}
