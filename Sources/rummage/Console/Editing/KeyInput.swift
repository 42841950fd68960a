import Glibc

/// Reads standard input character by character, as keys are pressed.
enum KeyInput {
  /// Whether the last ``next()`` found the end of the input.
  nonisolated(unsafe) private(set) static var isAtEnd = false
  /// Whether Escape, pressed alone, is followed by ``escapeMark``: the keys of vi must tell it from
  /// the start of what terminals send for other keys.
  nonisolated(unsafe) static var marksEscape = false
  /// String terminator (ECMA-48, ST), which no key sends.
  static let escapeMark: Unicode.Scalar = "\u{9C}"

  /// What was read and not yet taken.
  nonisolated(unsafe) private static var bytes: [UInt8] = []
  nonisolated(unsafe) private static var position = 0
  nonisolated(unsafe) private static var owesEscapeMark = false

  /// How long what follows Escape may take to come where one key sends both, in milliseconds.
  private static let escapePatience: Int32 = 30

  static func reset() { isAtEnd = false }

  /// Whether text goes on at once, faster than anybody types: it is being pasted.
  static var isPasting: Bool {
    if position == bytes.count, Interrupts.hasInput(waiting: 0) { _ = fill() }
    guard position < bytes.count else { return false }
    // Keys pressed twice, and Enter, are keys.
    return bytes[position] >= 0x20
  }

  /// The next character; nil at the end, on Ctrl-C and when the terminal is gone. Bytes that are
  /// not UTF-8 become U+FFFD.
  static func next() -> Unicode.Scalar? {
    if owesEscapeMark {
      owesEscapeMark = false
      return escapeMark
    }
    guard let first = nextByte() else { return nil }
    LineEditor.current?.menu = []
    if first == 0x1B, marksEscape {
      owesEscapeMark =
        position == bytes.count && !Interrupts.hasInput(waiting: escapePatience)
    }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var character = [first]
    while character.count < length, let byte = nextByte() { character.append(byte) }
    return String(decoding: character, as: UTF8.self).unicodeScalars.first
  }

  private static func nextByte() -> UInt8? {
    while position == bytes.count {
      if !Interrupts.hasInput(waiting: 0) { LineEditor.current?.draw() }
      switch Interrupts.next() {
      case .interrupted: return nil
      // Drawing anew is all there is to do.
      case .resized, .news: continue
      case .stopped:
        LineEditor.current?.suspend()
        continue
      case .input: break
      }
      guard fill() else { return nil }
    }
    if Interrupts.wasInterrupted {
      // Ctrl-C is meant for all that was typed before it.
      position = bytes.count
      return nil
    }
    defer { position += 1 }
    return bytes[position]
  }

  /// Takes what was typed.
  ///
  /// - Returns: whether the terminal is still there.
  private static func fill() -> Bool {
    position = 0
    bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(read(0, buffer.baseAddress, buffer.count), 0)
    }
    if !bytes.isEmpty { return true }
    if errno == EINTR || errno == EAGAIN { return true }
    isAtEnd = true
    return false
  }
}
