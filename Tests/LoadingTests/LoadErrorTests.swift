import CZlib
import Columns
import Glibc
import Loading
import Testing

@Suite struct LoadErrorTests {
  private func error(_ path: String, _ options: LoadOptions = LoadOptions()) -> LoadError? {
    do {
      _ = try TableLoader.load(path: path, options: options)
      return nil
    } catch {
      return error as? LoadError
    }
  }

  private func error(bytes: [UInt8], _ options: LoadOptions = LoadOptions()) throws -> LoadError? {
    let file = try TemporaryFile(bytes)
    return error(file.path, options)
  }

  @Test(arguments: ["seizure.csv", "Seizures.CSV", "seizures.tsv", "seizures", "siezures.csv"])
  func aMissingFileSuggestsItsNeighbour(name: String) throws {
    let file = try TemporaryFile("a\n1\n", name: "seizures.csv")
    let path = file.folder + "/" + name
    #expect(error(path)?.kind == .missing(suggestion: file.path))
    #expect(error(path)?.description.hasSuffix("did you mean '\(file.path)'?") == true)
  }

  @Test func aMissingFileWithoutNeighbours() throws {
    let file = try TemporaryFile("a\n1\n", name: "seizures.csv")
    #expect(error(file.folder + "/other.parquet")?.kind == .missing(suggestion: nil))
    #expect(error("/no/such/folder/x.csv")?.kind == .missing(suggestion: nil))
    #expect(error("")?.kind == .missing(suggestion: nil))
  }

  @Test func aDirectory() throws {
    let file = try TemporaryFile("a\n1\n")
    #expect(error(file.folder)?.kind == .directory)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aForbiddenFile() throws {
    let file = try TemporaryFile("a\n1\n")
    chmod(file.path, 0)
    #expect(error(file.path)?.kind == .notPermitted)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func anEmptyFile(text: String) throws {
    #expect(try error(bytes: Array(text.utf8))?.kind == .empty)
    #expect(error("/dev/null")?.kind == .empty)
  }

  @Test func binaryFiles() throws {
    let archive: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0, 1, 2]
    #expect(try error(bytes: archive)?.kind == .badWorkbook(.noDirectory))
    var options = LoadOptions()
    options.format = .csv
    #expect(
      try error(bytes: archive, options)?.kind
        == .binary(format: "a ZIP archive or an Excel workbook"))
    #expect(try error(bytes: [1, 2, 0, 3])?.kind == .binary(format: nil))
    #expect(error("/dev/zero")?.kind == .binary(format: nil))
    // A zero byte far down, behind what is looked at first.
    var bytes = Array("a,b\n".utf8)
    for _ in 0..<300_000 { bytes += Array("1,2\n3,4\n".utf8) }
    bytes[bytes.count - 4] = 0
    let found = try error(bytes: bytes)
    #expect(found?.kind == .binary(format: nil))
    #expect(found?.line == 600_001 && found?.offset == bytes.count - 4)
  }

  @Test(arguments: [1, 2])
  func textThatIsNotUTF8(threads: Int) throws {
    var options = LoadOptions()
    options.threads = threads
    options.blockBytes = 64
    var bytes = Array("a,b\n".utf8)
    for _ in 0..<100 { bytes += Array("1,é\n".utf8) }
    let position = bytes.count + 2
    bytes += [0x31, 0x2C, 0xE9, 0x0A, 0x31, 0x2C, 0xE9, 0x0A]
    let found = try error(bytes: bytes, options)
    // Both cannot be: it is for the user to say.
    guard case .unclearEncoding(let reason) = found?.kind else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(reason.hasPrefix("it holds 100 characters of UTF-8 and 2 bytes of something else"))
    #expect(found?.line == 102 && found?.offset == position)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF0, 0x8F, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF],
    [0xF5, 0x80],
  ])
  func illFormedSequences(sequence: [UInt8]) throws {
    var options = LoadOptions()
    options.encoding = "utf-8"
    for padding in [0, 60, 61, 62, 63, 64] {
      let start = Array("a,b\n\(String(repeating: "x", count: padding))".utf8)
      let found = try error(bytes: start + sequence + Array(",1\n".utf8), options)
      #expect(found?.kind == .notUTF8)
      #expect(found?.offset == start.count && found?.line == 2)
    }
  }

  @Test(arguments: ["£", "ß", "߿", "ࠀ", "€", "퟿", "\u{E000}", "￿", "𐀀", "😀", "\u{10FFFF}"])
  func wellFormedSequences(character: String) throws {
    for padding in [0, 60, 61, 62, 63, 64] {
      let cell = String(repeating: "x", count: padding) + character
      #expect(try load("a,b\n\(cell),y\n").relation.shownRows == [["'\(cell)'", "'y'"]])
    }
  }

  @Test func anOpenQuoteInTheNames() throws {
    #expect(try error(bytes: Array("\"a,b\n1,2\n".utf8))?.kind == .unclosedHeader)
  }

  @Test func columnsThatDoNotFit() throws {
    var options = LoadOptions()
    options.memoryLimit = 1000
    let text = "a\n" + (0..<5000).map { "\($0 * 1000)\n" }.joined()
    #expect(try error(bytes: Array(text.utf8), options)?.kind == .tooLarge(limit: 1000))
  }

  @Test func badOptions() throws {
    var options = LoadOptions()
    options.delimiter = UInt8(ascii: "\"")
    #expect(
      try error(bytes: [0x61], options)?.kind == .badOption("delimiter and quote are the same"))
    options.delimiter = 0xE9
    #expect(
      try error(bytes: [0x61], options)?.kind
        == .badOption("the delimiter must be an ASCII character"))
    options.delimiter = nil
    options.quote = .character(10)
    #expect(
      try error(bytes: [0x61], options)?.kind == .badOption("the quote must be an ASCII character"))
  }

  @Test func cancellation() throws {
    var options = LoadOptions()
    let cancellation = Cancellation()
    options.cancellation = cancellation
    options.blockBytes = 16
    options.progress = { if $0.rows > 100 { cancellation.cancel() } }
    let text = "a\n" + (0..<5000).map { "\($0)\n" }.joined()
    #expect(throws: Interrupted.self) { try load(text, options) }
  }
}
