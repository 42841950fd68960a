/// Texts ready to be written as CSV fields, laid end to end and named by index.
struct FieldPool {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before it ends.
  private(set) var ends: [Int] = []

  init() {}

  init(_ texts: [String]) {
    for text in texts { add(text) }
  }

  /// Adds a text, quoted as RFC 4180 wants it, and returns its index.
  @discardableResult
  mutating func add(_ text: String) -> Int {
    if Self.needsQuotes(text) {
      bytes.append(UInt8(ascii: "\""))
      appendDoublingQuotes(text)
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    ends.append(bytes.count)
    return ends.count - 1
  }

  /// Adds a part of a field whose other parts and outer quotes are written by the caller.
  @discardableResult
  mutating func addPart(_ text: String) -> Int {
    appendDoublingQuotes(text)
    ends.append(bytes.count)
    return ends.count - 1
  }

  static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 32 }
  }

  private mutating func appendDoublingQuotes(_ text: String) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
  }
}
