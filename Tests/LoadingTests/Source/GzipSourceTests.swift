import FuzzInputs
import Loading
import Testing

@Suite struct GzipSourceTests {
  /// `text` as one gzip member.
  static func compressed(_ text: String) -> [UInt8] {
    Deflate.compressed(Array(text.utf8), .gzip)
  }

  private static let text = "a,b\n" + (0..<20_000).map { "\($0),text \($0 % 7)\n" }.joined()

  @Test(arguments: ["table.csv.gz", "table.csv", "table"], [1, 2])
  func aGzipFileReadsAsItsText(name: String, threads: Int) throws {
    var options = LoadOptions()
    options.threads = threads
    let file = try TemporaryFile(Self.compressed(Self.text), name: name)
    let table = try TableLoader.load(path: file.path, options: options)
    #expect(table.relation.rowCount == 20_000)
    #expect(table.ledger.compression == .gzip)
    #expect(table.ledger.textBytes == Self.text.utf8.count)
    #expect(table.relation.shownRows == (try load(Self.text)).relation.shownRows)
  }

  @Test func severalMembersAreOneText() throws {
    let parts = ["a,b\n1,", "x\n2,y\n", "", "3,z\n"]
    let bytes = parts.flatMap(Self.compressed)
    #expect(try load(bytes: bytes).relation.shownColumn(1) == ["'x'", "'y'", "'z'"])
    // Tapes pad with zeros.
    let padded = bytes + [UInt8](repeating: 0, count: 700)
    #expect(try load(bytes: padded).relation.shownColumn(0) == ["1", "2", "3"])
  }

  @Test(arguments: ["cut", "damaged", "wrong sum", "followed", "cut in its head"])
  func damageIsSeen(kind: String) throws {
    var bytes = Self.compressed(Self.text)
    switch kind {
    case "cut": bytes.removeLast(bytes.count / 2)
    case "damaged": for index in 5000..<5050 { bytes[index] ^= 0x5A }
    case "wrong sum": bytes[bytes.count - 6] ^= 1
    case "cut in its head": bytes = Array(bytes.prefix(5))
    default: bytes += Array("and more".utf8)
    }
    do {
      let table = try load(bytes: bytes)
      Issue.record("loaded \(table.relation.rowCount) rows")
    } catch let error as LoadError {
      guard case .badCompression = error.kind else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
