import Glibc

/// Text in another encoding, as UTF-8: by the C library's `iconv`.
final class DecodedSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let encoding: String
  private let converter: iconv_t
  /// Bytes of the source that are not converted yet.
  private let input: UnsafeMutablePointer<UInt8>
  private var inputStart = 0
  private var inputEnd = 0
  /// Where `input` begins in the source.
  private var inputOffset = 0
  private var isAtEnd = false
  private static let inputBytes = 256 << 10

  /// - Throws: ``LoadError`` where the C library does not know `encoding`.
  init(_ source: any ByteSource, encoding: String, path: String) throws {
    self.source = source
    self.path = path
    self.encoding = encoding
    let opened = iconv_open("UTF-8", encoding)
    // The error is a pointer of all ones.
    guard let opened, Int(bitPattern: opened) != -1 else {
      throw LoadError(.badOption("encoding '\(encoding)' is not known here"), path: path)
    }
    converter = opened
    input = .allocate(capacity: Self.inputBytes)
  }

  deinit {
    iconv_close(converter)
    input.deallocate()
  }

  var bytesTaken: Int { source.bytesTaken }

  func rewind() throws {
    try source.rewind()
    iconv(converter, nil, nil, nil, nil)
    (inputStart, inputEnd, inputOffset, isAtEnd) = (0, 0, 0, false)
    rest = []
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    // A character of UTF-8 has up to four bytes, and is never split.
    if count < 4 || !rest.isEmpty {
      return try readLittle(into: target, count: count)
    }
    while true {
      if inputStart == inputEnd || !isAtEnd && inputEnd - inputStart < 8 {
        try refill()
        if inputStart == inputEnd { return 0 }
      }
      let written = try convert(into: target, count: count)
      if written > 0 { return written }
    }
  }

  /// Bytes of a character for which the caller had no room.
  private var rest: [UInt8] = []

  private func readLittle(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    if rest.isEmpty {
      var character: [UInt8] = [0, 0, 0, 0]
      let got = try character.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        return try read(into: start, count: 4)
      }
      rest = Array(character.prefix(got))
    }
    let taken = min(count, rest.count)
    for index in 0..<taken { target[index] = rest[index] }
    rest.removeFirst(taken)
    return taken
  }

  private func refill() throws {
    let left = inputEnd - inputStart
    input.update(from: input + inputStart, count: left)
    inputOffset += inputStart
    inputStart = 0
    inputEnd = left
    let got = try source.read(into: input + left, count: Self.inputBytes - left)
    inputEnd += got
    if got == 0 { isAtEnd = true }
  }

  private func convert(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    try input.withMemoryRebound(to: CChar.self, capacity: Self.inputBytes) { input in
      try target.withMemoryRebound(to: CChar.self, capacity: count) { target in
        var from: UnsafeMutablePointer<CChar>? = input + inputStart
        var fromLeft = inputEnd - inputStart
        var to: UnsafeMutablePointer<CChar>? = target
        var toLeft = count
        let status = iconv(converter, &from, &fromLeft, &to, &toLeft)
        let failure = errno
        inputStart = inputEnd - fromLeft
        let written = count - toLeft
        if status != -1 || failure == E2BIG { return written }
        // A character that the end of the input cuts is read with what follows.
        if failure == EINVAL && !isAtEnd { return written }
        if written > 0 { return written }
        throw LoadError(
          .illFormed(encoding: encoding), path: path, offset: inputOffset + inputStart)
      }
    }
  }
}
