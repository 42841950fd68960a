import CZlib

/// The text of a gzip file, all its members one behind the other (RFC 1952).
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private var stream = z_stream()
  private let input: UnsafeMutablePointer<UInt8>
  private static let inputBytes = 256 << 10
  /// Whether the last member ended and no other has begun.
  private var atEnd = false
  /// Whether the bytes behind the last member are the zeros of a padded medium.
  private var inPadding = false

  init(_ source: any ByteSource, path: String) throws {
    self.source = source
    self.path = path
    input = .allocate(capacity: Self.inputBytes)
    // 15 bits of window, and 16 for the gzip header: `inflateInit2` is a macro.
    let status = inflateInit2_(
      &stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw LoadError(.badCompression("zlib did not start"), path: path) }
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  var bytesTaken: Int { source.bytesTaken }

  func rewind() throws {
    try source.rewind()
    inflateReset(&stream)
    stream.avail_in = 0
    atEnd = false
    inPadding = false
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    let wanted = min(count, Int(UInt32.max))
    stream.next_out = target
    stream.avail_out = uInt(wanted)
    while stream.avail_out == uInt(wanted) {
      if stream.avail_in == 0 {
        let got = try source.read(into: input, count: Self.inputBytes)
        if got == 0 {
          if atEnd { return 0 }
          throw failure("it ends in the middle; the file may be cut short")
        }
        stream.next_in = input
        stream.avail_in = uInt(got)
      }
      if atEnd {
        guard let next = stream.next_in else { return 0 }
        // Only zeros, which tapes and some tools pad with, may follow the last member.
        if inPadding || next[0] == 0 {
          inPadding = true
          for index in 0..<Int(stream.avail_in) where next[index] != 0 {
            throw failure("there is something else behind the compressed data")
          }
          stream.avail_in = 0
          continue
        }
        atEnd = false
        inflateReset(&stream)
      }
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: atEnd = true
      default:
        throw failure(stream.msg.map { String(cString: $0) } ?? "the data is damaged")
      }
    }
    return wanted - Int(stream.avail_out)
  }

  private func failure(_ reason: String) -> LoadError {
    LoadError(.badCompression(reason), path: path, offset: nil)
  }
}
