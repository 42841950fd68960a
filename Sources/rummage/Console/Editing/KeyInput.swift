import Glibc

/// Reads standard input character by character, as keys are pressed.
///
/// What terminals send for keys other than letters begins with Escape and `[` or `O` (ECMA-48, CSI
/// and SS3). Such a sequence is taken whole: where nothing is bound to it, it is thrown away, so
/// that no end of it comes to stand in the text.
enum KeyInput {
  /// Whether the last ``next()`` found the end of the input.
  nonisolated(unsafe) private(set) static var isAtEnd = false
  /// The sequences to which something is bound.
  nonisolated(unsafe) static var known: Set<String> = []
  /// Whether others may be bound that are not known here.
  nonisolated(unsafe) static var knowsAll = false
  /// Whether sequences begin with one character in the place of Escape and its next: to the keys of
  /// vi Escape alone means something, and they would wait for what follows it.
  nonisolated(unsafe) static var translatesSequences = false

  /// What was read and not yet taken.
  nonisolated(unsafe) private static var bytes: [UInt8] = []
  nonisolated(unsafe) private static var position = 0
  /// What was taken of a sequence, and is still to be handed on.
  nonisolated(unsafe) private static var sequence: [Unicode.Scalar] = []

  /// How long what belongs together may take to come, in milliseconds.
  private static let patience: Int32 = 30

  static func reset() { isAtEnd = false }

  /// A sequence as it is bound.
  static func translated(_ key: String) -> String {
    guard translatesSequences else { return key }
    if key.hasPrefix("\u{1B}[") { return "\u{9B}" + key.dropFirst(2) }
    if key.hasPrefix("\u{1B}O") { return "\u{8F}" + key.dropFirst(2) }
    return key
  }

  /// Whether text goes on at once, faster than anybody types: it is being pasted.
  static var isPasting: Bool {
    guard hasMore(waiting: 0) else { return false }
    // Keys pressed twice, and Enter, are keys.
    return bytes[position] >= 0x20
  }

  /// The next character; nil at the end, on Ctrl-C and when the terminal is gone. Bytes that are
  /// not UTF-8 become U+FFFD.
  ///
  /// - Parameter isText: whether what comes is text, in which Escape is no key.
  static func next(isText: Bool = false) -> Unicode.Scalar? {
    while true {
      if !sequence.isEmpty { return sequence.removeFirst() }
      guard let first = nextByte() else { return nil }
      LineEditor.current?.menu = []
      if first == 0x1B, !isText {
        if takeSequence() { continue }
        return "\u{1B}"
      }
      return character(beginningWith: first)
    }
  }

  private static func character(beginningWith first: UInt8) -> Unicode.Scalar? {
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    var character = [first]
    // What does not go on as UTF-8 does is a character of its own.
    while character.count < length, hasMore(waiting: patience),
      (0x80...0xBF).contains(bytes[position])
    {
      character.append(bytes[position])
      position += 1
    }
    return String(decoding: character, as: UTF8.self).unicodeScalars.first
  }

  /// Takes what follows Escape where it is a sequence: to be handed on where it is known.
  ///
  /// - Returns: whether it was one.
  private static func takeSequence() -> Bool {
    guard hasMore(waiting: patience) else { return false }
    let kind = bytes[position]
    guard kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else { return false }
    var end = position + 1
    // Parameters and what is between, then one final byte.
    while kind == UInt8(ascii: "["), end < bytes.count, (0x20...0x3F).contains(bytes[end]) {
      end += 1
    }
    guard end < bytes.count, (0x40...0x7E).contains(bytes[end]) else { return false }
    let text = "\u{1B}" + String(decoding: bytes[position...end], as: UTF8.self)
    position = end + 1
    if knowsAll || known.contains(text) { sequence = Array(translated(text).unicodeScalars) }
    return true
  }

  /// Whether a byte is there, or comes soon.
  private static func hasMore(waiting milliseconds: Int32) -> Bool {
    if position < bytes.count { return true }
    return Interrupts.hasInput(waiting: milliseconds) && fill() && position < bytes.count
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
    var got = 0
    bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      got = read(0, buffer.baseAddress, buffer.count)
      count = max(got, 0)
    }
    if got > 0 || got < 0 && (errno == EINTR || errno == EAGAIN) { return true }
    if got == 0 && !Interrupts.inputHasEnded { return true }
    isAtEnd = true
    return false
  }
}
