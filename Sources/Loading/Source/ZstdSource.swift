import CZstd

/// The text of a zstd file, all its frames one behind the other (RFC 8878).
///
/// Skippable frames, which hold no text, are passed over. A frame whose window is larger than
/// 128 MiB, or that was made with a dictionary, is refused: the first is zstd's own bound on the
/// memory that a file can make it take.
final class ZstdSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let stream: OpaquePointer
  private let buffer: UnsafeMutablePointer<UInt8>
  private static let bufferBytes = 256 << 10
  private var input: ZSTD_inBuffer
  /// Whether the last frame ended and no other has begun.
  private var isBetweenFrames = false

  init(_ source: any ByteSource, path: String) throws {
    guard let stream = ZSTD_createDStream() else {
      throw LoadError(.badCompression("zstd did not start"), path: path)
    }
    self.source = source
    self.path = path
    self.stream = stream
    buffer = .allocate(capacity: Self.bufferBytes)
    input = ZSTD_inBuffer(src: buffer, size: 0, pos: 0)
  }

  deinit {
    ZSTD_freeDStream(stream)
    buffer.deallocate()
  }

  var bytesTaken: Int { source.bytesTaken }

  func rewind() throws {
    try source.rewind()
    ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
    input.size = 0
    input.pos = 0
    isBetweenFrames = false
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    var output = ZSTD_outBuffer(dst: target, size: count, pos: 0)
    while output.pos == 0 && count > 0 {
      // Text that zstd still holds needs no more input; only where it holds none is there a lack.
      if input.pos == input.size && isBetweenFrames, try refill() == 0 { return 0 }
      let before = input.pos
      let status = ZSTD_decompressStream(stream, &output, &input)
      if ZSTD_isError(status) != 0 { throw failure(status) }
      if output.pos == 0 && input.pos == before, try refill() == 0 {
        throw LoadError(
          .badCompression("it ends in the middle; the file may be cut short"), path: path)
      }
      isBetweenFrames = status == 0
    }
    return output.pos
  }

  /// Reads the next compressed bytes; 0 at the end of the file.
  private func refill() throws -> Int {
    input.size = try source.read(into: buffer, count: Self.bufferBytes)
    input.pos = 0
    return input.size
  }

  private func failure(_ status: Int) -> LoadError {
    if isBetweenFrames && ZSTD_getErrorCode(status) == ZSTD_error_prefix_unknown {
      return LoadError(
        .badCompression("there is something else behind the compressed data"), path: path)
    }
    return LoadError(.badCompression(String(cString: ZSTD_getErrorName(status))), path: path)
  }
}
