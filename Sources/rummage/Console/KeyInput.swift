import Glibc

/// Reads standard input character by character, as keys are pressed.
enum KeyInput {
  /// Whether the last ``next()`` found the end of the input.
  nonisolated(unsafe) private(set) static var isAtEnd = false

  static func reset() { isAtEnd = false }

  /// The next character; nil at the end, on Ctrl-C and when the terminal is gone. Bytes that are
  /// not UTF-8 become U+FFFD.
  static func next() -> Unicode.Scalar? {
    guard let first = nextByte() else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var bytes = [first]
    while bytes.count < length, let byte = nextByte() { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  private static func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      switch Interrupts.next() {
      case .interrupted: return nil
      case .resized:
        LineEditor.current?.resize()
        continue
      case .returned:
        LineEditor.current?.resume()
        continue
      case .input: break
      }
      let count = read(0, &byte, 1)
      if count == 1 { return byte }
      if count == 0 {
        isAtEnd = true
        return nil
      }
      if errno != EINTR && errno != EAGAIN { return nil }
    }
  }
}
