import Loading
import Testing

/// Whatever bytes a file holds, it is loaded with every row accounted for, or refused.
@Suite struct AnyBytesTests {
  private static func bytes(_ seed: Int) -> [UInt8] {
    var random = Random(seed)
    var bytes: [UInt8] = []
    // Pieces of real tables, and of what breaks readers.
    let parts: [[UInt8]] = [
      Array("a,b,c\n".utf8), Array("1,2.5,2024-01-01\n".utf8), Array("\"x\"\"y\",\"\n\"\r\n".utf8),
      Array("\u{FEFF}".utf8), Array(";;;\n".utf8), Array("\t|\t|\n".utf8), Array("\"".utf8),
      Array("é€😀,".utf8), [0x80], [0xFF, 0xFE], [0], [0x1F, 0x8B, 8], [13], [10], [44],
      Array("2024-02-30 10:00:00.123,-".utf8), Array("99999999999999999999.9e99,".utf8),
      Array("true,FALSE,,\"\",\n".utf8), Array(String(repeating: "9", count: 70).utf8),
    ]
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      if seed.isMultiple(of: 7) && Int.random(in: 0..<8, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        // The parts that no text holds are taken from time to time only.
        let last = seed.isMultiple(of: 3) ? parts.count : 8
        bytes += parts[Int.random(in: 0..<last, using: &random)]
      }
    }
    return bytes
  }

  @Test(arguments: 0..<500)
  func loadedWholeOrRefused(seed: Int) throws {
    let bytes = Self.bytes(seed)
    var results: [String] = []
    for (threads, block, rows) in [(1, 1 << 18, 65_536), (2, 5, 3)] {
      var options = LoadOptions()
      options.threads = threads
      options.blockBytes = block
      options.chunkRows = rows
      do {
        let table = try load(bytes: bytes, options)
        let ledger = table.ledger
        #expect(ledger.rowsInFile == ledger.rowsLoaded + ledger.rowsRejected)
        #expect(table.relation.rowCount == ledger.rowsLoaded)
        #expect(table.relation.faults(chunkRows: rows) == [])
        results.append("\(table.relation.fields) \(table.relation.shownRows) \(ledger.notes)")
      } catch let error as LoadError {
        results.append("\(error.kind) \(error.line ?? 0) \(error.offset ?? 0)")
      }
    }
    #expect(results[0] == results[1])
  }
}
