import Glibc
import Loading
import Testing

@Suite struct OpenedFileTests {
  /// A pipe has no size and cannot be read twice; a column that is planned wrongly has to be.
  @Test(arguments: [false, true])
  func aPipe(isGzip: Bool) throws {
    let text = "a,b\n" + (0..<200_000).map { "\($0),\n" }.joined() + "x,1\n"
    let bytes = isGzip ? GzipSourceTests.compressed(text) : Array(text.utf8)
    let folder = try TemporaryFile("")
    let path = folder.folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    BackgroundWriter.write(bytes, to: path)
    let table = try TableLoader.load(path: path)
    #expect(table.ledger.rowsLoaded == 200_001)
    #expect(table.ledger.bytes == bytes.count)
    #expect(table.relation.fields.map(\.type.description) == ["VARCHAR", "BIGINT"])
    #expect(table.relation.chunks.last?.columns[1].value(200_000 % 65_536).shown == "1")
  }

  /// Files that the system makes up as they are read say that they have no bytes.
  @Test func aFileOfTheSystem() throws {
    var options = LoadOptions()
    options.delimiter = UInt8(ascii: ":")
    options.header = false
    #expect(try TableLoader.load(path: "/proc/self/status", options: options).ledger.rowsInFile > 5)
  }
}
