import CKernels
import Glibc

/// The first bytes of a file's text: what its dialect and its types are guessed from.
struct FileHead {
  let block: Block
  /// Bytes of text in the block, behind the byte order mark.
  let count: Int
  /// Whether the file has no more text than this.
  let isWhole: Bool
  let hasByteOrderMark: Bool
  /// Bytes of the file behind which the text of the block begins.
  var markBytes: Int { hasByteOrderMark ? 3 : 0 }

  /// Enough for thousands of rows; the same on any number of threads, so that what is decided
  /// from it is.
  static let standardBytes = 1 << 20
  /// How far a head grows in search of the end of its first row.
  static let maximumBytes = 64 << 20

  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: block.base + Block.front, count: count)
  }

  /// Reads the head of `source` and goes back to the start.
  ///
  /// - Throws: ``LoadError`` where the text is empty or not text at all.
  init(_ source: any ByteSource, path: String) throws {
    var size = Self.standardBytes
    while true {
      let block = Block(count: size)
      let start = block.base + Block.front
      let got = try source.readFully(into: start, count: size)
      try source.rewind()
      let bytes = UnsafeBufferPointer(start: start, count: got)
      try Self.refuseForeign(bytes, path: path)
      let hasLineEnd = bytes.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      if got == size && !hasLineEnd && size < Self.maximumBytes {
        size *= 8
        continue
      }
      hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let skipped = hasByteOrderMark ? 3 : 0
      if skipped > 0 { start.update(from: start + skipped, count: got - skipped) }
      (start + got - skipped).update(repeating: 0, count: Block.back)
      self.block = block
      count = got - skipped
      isWhole = got < size
      break
    }
    try refuseIllFormed(path: path)
    let isBlank = text.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if isWhole && isBlank { throw LoadError(.empty, path: path) }
  }

  /// Everything that is told from the head relies on its being UTF-8; the rest is looked at as it is
  /// read. A sequence that the end of the head cuts is left to that.
  private func refuseIllFormed(path: String) throws {
    let start = block.base + Block.front
    var invalid = Int(first_invalid_utf8(start, 0, Int64(count)))
    if !isWhole && invalid >= count - 3 { invalid = -1 }
    if invalid >= 0 {
      throw LoadError(
        .notUTF8, path: path,
        line: LineCount.lines(in: UnsafeBufferPointer(start: start, count: invalid)) + 1,
        offset: invalid + (hasByteOrderMark ? 3 : 0))
    }
  }

  private static func refuseForeign(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws {
    guard let start = bytes.baseAddress else { return }
    if let found = memchr(start, 0, bytes.count) {
      let zero = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      throw LoadError(
        .binary(format: FileSignature.binaryName(bytes)), path: path,
        line: LineCount.lines(in: UnsafeBufferPointer(rebasing: bytes[..<zero])) + 1, offset: zero)
    }
    if let name = FileSignature.binaryName(bytes), bytes.prefix(512).contains(where: { $0 < 9 }) {
      throw LoadError(.binary(format: name), path: path)
    }
  }

  /// How the rows of the head end; line ends inside quoted fields are text.
  func lineEnds(_ dialect: Dialect) -> LoadLedger.LineEnds {
    var kinds: Set<LoadLedger.LineEnds> = []
    var lexer = RowLexer(
      text, from: dialect.preamble.bytes, delimiter: dialect.delimiter, quote: dialect.quote)
    while lexer.position < dialect.preamble.bytes + Self.lineEndBytes,
      let row = lexer.next(isCounting: true), row.isEnded
    {
      let last = lexer.position - 1
      if text[last] == UInt8(ascii: "\r") {
        kinds.insert(.cr)
      } else {
        let isPair = last > 0 && text[last - 1] == UInt8(ascii: "\r")
        kinds.insert(isPair ? .crlf : .lf)
      }
    }
    return kinds.count > 1 ? .mixed : kinds.first ?? .none
  }

  /// Bytes of the head whose line ends are looked at.
  private static let lineEndBytes = 64 << 10
}

/// Counts line ends.
enum LineCount {
  /// Line ends in `text`: LF, CR LF, and CR alone; a CR at its end counts.
  ///
  /// - Parameter quote: where it is given, line ends between two of it do not count; a text that
  ///   begins outside quotes.
  static func lines(in text: UnsafeBufferPointer<UInt8>, outside quote: UInt8? = nil) -> Int {
    var count = 0
    var index = 0
    var isInside = false
    while index < text.count {
      if let quote, text[index] == quote { isInside.toggle() }
      if isInside {
        index += 1
        continue
      }
      if text[index] == UInt8(ascii: "\n") {
        count += 1
      } else if text[index] == UInt8(ascii: "\r") {
        count += 1
        if index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n") { index += 1 }
      }
      index += 1
    }
    return count
  }
}
