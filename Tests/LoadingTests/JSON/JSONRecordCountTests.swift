import Testing

@testable import Loading

@Suite struct JSONRecordCountTests {
  @Test(arguments: [
    ("[{},{},{\"a\":{}}]", 3), ("{}\n{\"a\":{\"b\":{}}}\n", 2), ("[]", 0), ("[ ]", 0), ("", 0),
    ("{\"a\":\"{}{\"}{\"a\":\"\\\"{\"}", 2), ("[{\"a\":[{},{}]},{\"a\":\"\\\\\"}]", 2),
    (String(repeating: "{\"a\":\"{\"}\n", count: 100), 100),
    ("[" + String(repeating: "{\"a\":\"}\\\"\"},", count: 100) + "{}]", 101),
  ])
  func counts(text: String, expected: Int) {
    for size in 1...max(1, text.utf8.count) {
      var count = JSONRecordCount()
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        // Whole words are read.
        let piece = Array(rest.prefix(size)) + [UInt8](repeating: 0x7B, count: 64)
        piece.withUnsafeBufferPointer { piece in
          if let start = piece.baseAddress { count.add(start, count: piece.count - 64) }
        }
        rest = rest.dropFirst(size)
      }
      #expect(count.records == expected)
    }
  }
}
