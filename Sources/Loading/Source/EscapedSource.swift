/// Text in which a character such as the backslash makes a quote inside a quoted field a letter,
/// with doubled quotes instead.
///
/// Behind the escape, a quote becomes two and an escape one; before any other character it stays, as
/// a letter. Outside quoted fields it has no meaning.
final class EscapedSource: ByteSource {
  private let source: any ByteSource
  private let quote: UInt8
  private let escape: UInt8
  private let delimiter: UInt8
  private var input: [UInt8] = []
  private var position = 0
  private var isInside = false
  private var isAtStart = true
  private var isAfterEscape = false
  /// A byte for which the caller had no room.
  private var waiting: UInt8?

  init(_ source: any ByteSource, quote: UInt8, escape: UInt8, delimiter: UInt8) {
    self.source = source
    self.quote = quote
    self.escape = escape
    self.delimiter = delimiter
  }

  var bytesTaken: Int { source.bytesTaken }

  func rewind() throws {
    try source.rewind()
    input = []
    position = 0
    (isInside, isAtStart, isAfterEscape, waiting) = (false, true, false, nil)
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    var written = 0
    if count == 0 { return 0 }
    if let byte = waiting {
      target[0] = byte
      written = 1
      waiting = nil
    }
    while written < count {
      if position == input.count {
        if written > 0 && !isAfterEscape { return written }
        input = try Self.next(source)
        position = 0
        if input.isEmpty {
          guard isAfterEscape else { return written }
          // The text ends with an escape.
          isAfterEscape = false
          target[written] = escape
          return written + 1
        }
      }
      step(input[position], target, &written, count)
      position += 1
    }
    return written
  }

  private static func next(_ source: any ByteSource) throws -> [UInt8] {
    let size = 64 << 10
    var bytes = [UInt8](repeating: 0, count: size)
    let got = try bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return try source.read(into: start, count: size)
    }
    return Array(bytes.prefix(got))
  }

  private func step(
    _ byte: UInt8, _ target: UnsafeMutablePointer<UInt8>, _ written: inout Int, _ count: Int
  ) {
    func put(_ byte: UInt8) {
      if written < count {
        target[written] = byte
        written += 1
      } else {
        waiting = byte
      }
    }
    if isInside {
      if isAfterEscape {
        isAfterEscape = false
        if byte == quote {
          put(quote)
        } else if byte != escape {
          put(escape)
        }
        put(byte)
        return
      }
      if byte == escape {
        isAfterEscape = true
        return
      }
      if byte == quote { isInside = false }
    } else if byte == quote && isAtStart {
      isInside = true
    }
    isAtStart = byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    put(byte)
  }
}
