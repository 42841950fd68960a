import CZstd
import Loading
import Testing

@Suite struct ZstdSourceTests {
  /// `text` as one zstd frame with a checksum.
  ///
  /// - Parameter windowLog: the window as a power of two; 0 for what suits the text.
  static func compressed(_ text: String, windowLog: CInt = 0) -> [UInt8] {
    let stream = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(stream) }
    ZSTD_CCtx_setParameter(stream, ZSTD_c_checksumFlag, 1)
    ZSTD_CCtx_setParameter(stream, ZSTD_c_windowLog, windowLog)
    // The size in the frame's head would make its window no larger than the text.
    ZSTD_CCtx_setParameter(stream, ZSTD_c_contentSizeFlag, windowLog > 0 ? 0 : 1)
    let input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(input.count))
    let done: Int
    if windowLog == 0 {
      done = ZSTD_compress2(stream, &output, output.count, input, input.count)
    } else {
      done = input.withUnsafeBytes { input in
        output.withUnsafeMutableBytes { output in
          var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
          var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
          ZSTD_compressStream2(stream, &to, &from, ZSTD_e_continue)
          ZSTD_compressStream2(stream, &to, &from, ZSTD_e_end)
          return to.pos
        }
      }
    }
    return Array(output.prefix(done))
  }

  /// A frame of `count` bytes that says nothing (RFC 8878, 3.1.2).
  private static func skippable(_ count: UInt8) -> [UInt8] {
    [0x53, 0x2A, 0x4D, 0x18, count, 0, 0, 0] + [UInt8](repeating: 0xAB, count: Int(count))
  }

  private static let text = "a,b\n" + (0..<20_000).map { "\($0),text \($0 % 7)\n" }.joined()

  @Test(arguments: ["table.csv.zst", "table.csv", "table"], [1, 2])
  func aZstdFileReadsAsItsText(name: String, threads: Int) throws {
    var options = LoadOptions()
    options.threads = threads
    let file = try TemporaryFile(Self.compressed(Self.text), name: name)
    let table = try TableLoader.load(path: file.path, options: options)
    #expect(table.relation.rowCount == 20_000)
    #expect(table.ledger.compression == .zstd)
    #expect(table.ledger.textBytes == Self.text.utf8.count)
    #expect(table.relation.shownRows == (try load(Self.text)).relation.shownRows)
  }

  @Test func severalFramesAreOneText() throws {
    let parts = ["a,b\n1,", "x\n2,y\n", "", "3,z\n"]
    let frames = parts.map { Self.compressed($0) }
    #expect(
      try load(bytes: frames.flatMap(\.self)).relation.shownColumn(1) == ["'x'", "'y'", "'z'"])
    let mixed = Self.skippable(9) + frames.flatMap { $0 + Self.skippable(0) + Self.skippable(255) }
    #expect(try load(bytes: mixed).relation.shownColumn(0) == ["1", "2", "3"])
  }

  @Test func textThatComesToNothing() throws {
    for bytes in [Self.compressed(""), Self.skippable(3)] {
      #expect(try error(bytes)?.kind == .empty)
    }
  }

  /// A text of much more than one buffer, by a frame that hardly takes any input.
  @Test func textThatShrinksAThousandfold() throws {
    let text = "a\n" + String(repeating: "0123456789\n", count: 400_000)
    let bytes = Self.compressed(text)
    #expect(bytes.count * 1000 < text.utf8.count)
    let table = try load(bytes: bytes)
    #expect(table.relation.rowCount == 400_000 && table.ledger.textBytes == text.utf8.count)
  }

  /// A column that is planned wrongly is read again from the first byte.
  @Test func readTwice() throws {
    let text = "a,b\n" + (0..<200_000).map { "\($0),\n" }.joined() + "x,1\n"
    let table = try load(bytes: Self.compressed(text))
    #expect(table.relation.fields.map(\.type.description) == ["VARCHAR", "BIGINT"])
    #expect(table.relation.rowCount == 200_001)
  }

  @Test(arguments: ["cut", "damaged", "wrong sum", "followed", "cut in its head"])
  func damageIsSeen(kind: String) throws {
    var bytes = Self.compressed(Self.text)
    switch kind {
    case "cut": bytes.removeLast(bytes.count / 2)
    case "damaged": for index in 5000..<5050 { bytes[index] ^= 0x5A }
    case "wrong sum": bytes[bytes.count - 2] ^= 1
    case "cut in its head": bytes = Array(bytes.prefix(5))
    default: bytes += Array("and more".utf8)
    }
    guard case .badCompression(let reason)? = try error(bytes)?.kind else {
      Issue.record("not refused as badly compressed")
      return
    }
    let expected = [
      "cut": "cut short", "cut in its head": "cut short", "followed": "something else behind",
      "wrong sum": "checksum",
    ]
    #expect(expected[kind].map { reason.contains($0) } ?? !reason.isEmpty)
  }

  /// Every byte at which a file can be cut short.
  @Test func everyCut() throws {
    let bytes = Self.compressed("a,b\n1,2\n3,4\n") + Self.compressed("5,6\n")
    let first = Self.compressed("a,b\n1,2\n3,4\n").count
    for count in 4..<bytes.count where count != first {
      guard case .badCompression? = try error(Array(bytes.prefix(count)))?.kind else {
        Issue.record("\(count) bytes are not refused")
        continue
      }
    }
  }

  /// A window of 256 MiB is memory that a few bytes could demand.
  @Test func aWindowThatIsTooLarge() throws {
    let found = try error(Self.compressed("a,b\n1,2\n", windowLog: 28))
    #expect(found?.description.contains("too much memory") == true)
    #expect(try load(bytes: Self.compressed("a,b\n1,2\n", windowLog: 27)).relation.rowCount == 1)
  }

  private func error(_ bytes: [UInt8]) throws -> LoadError? {
    do {
      let table = try load(bytes: bytes)
      Issue.record("loaded \(table.relation.rowCount) rows")
      return nil
    } catch let error as LoadError {
      return error
    }
  }
}
