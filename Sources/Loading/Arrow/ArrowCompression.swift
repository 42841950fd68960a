import CLz4
import CZstd
import Columns

extension ArrowCompression {
  /// What a compressed buffer holds: eight bytes with the length of the contents, -1 where they
  /// follow as they are, then the contents ("Compression" of the columnar format).
  ///
  /// - Throws: ``ArrowProblem``, ``LoadError``.
  func decompressed(
    _ bytes: ArrowArray.Bytes, column: String, _ input: ArrowInput
  ) throws -> ArrowArray.Bytes {
    let fault = ArrowProblem.damaged(
      "column \(Wording.cell(column)) cannot be decompressed")
    let head = 8
    guard bytes.count >= head else { throw fault }
    let wanted = Int(bytes.elements(Int64.self, count: 1).pointer[0])
    let count = bytes.count - head
    if wanted == -1 {
      // Copied, so that it begins where a column's memory has to.
      return ArrowArray.Bytes(
        block: Buffer(bytes: bytes.block.pointer + head, count: count), count: count)
    }
    guard wanted >= 0 else { throw fault }
    try input.expect(wanted)
    let target = Buffer<UInt8>(count: wanted)
    let source = UnsafeRawPointer(bytes.block.pointer + head)
    let got =
      switch self {
      case .lz4: Self.lz4(source, count, into: target)
      case .zstd: Self.zstd(source, count, into: target)
      }
    guard got == wanted else { throw fault }
    return ArrowArray.Bytes(block: target, count: wanted)
  }

  /// Decompresses a zstd frame (RFC 8878).
  ///
  /// - Returns: the bytes written; nil where the frame is damaged or does not fit.
  private static func zstd(
    _ source: UnsafeRawPointer, _ count: Int, into target: Buffer<UInt8>
  ) -> Int? {
    let got = ZSTD_decompress(target.pointer, target.count, source, count)
    return ZSTD_isError(got) == 0 ? got : nil
  }

  /// Decompresses an LZ4 frame.
  ///
  /// - Returns: the bytes written; nil where the frame is damaged, is not whole or does not fit.
  private static func lz4(
    _ source: UnsafeRawPointer, _ count: Int, into target: Buffer<UInt8>
  ) -> Int? {
    var context: OpaquePointer?
    guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
      return nil
    }
    defer { LZ4F_freeDecompressionContext(context) }
    var taken = 0
    var made = 0
    while taken < count {
      var room = target.count - made
      var rest = count - taken
      let hint = LZ4F_decompress(context, target.pointer + made, &room, source + taken, &rest, nil)
      guard LZ4F_isError(hint) == 0 else { return nil }
      taken += rest
      made += room
      if hint == 0 { return taken == count ? made : nil }
      if rest == 0 && room == 0 { return nil }
    }
    return nil
  }
}
