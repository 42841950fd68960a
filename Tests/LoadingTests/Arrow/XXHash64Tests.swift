import Testing

@testable import Loading

@Suite struct XXHash64Tests {
  /// Checksums that the reference implementation gives (`xxhsum -H64`).
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("The quick brown fox jumps over the lazy dog", 0x0B24_2D36_1FDA_71BC),
    ] as [(String, UInt64)])
  func knownAnswers(text: String, checksum: UInt64) {
    #expect(XXHash64.checksum(Array(text.utf8)) == checksum)
  }

  /// Bytes that differ in one place never agree, whatever their number.
  @Test func everyByteCounts() {
    for count in 0..<100 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      let checksum = XXHash64.checksum(bytes)
      for place in bytes.indices {
        var other = bytes
        other[place] ^= 0x10
        #expect(XXHash64.checksum(other) != checksum)
      }
      #expect(XXHash64.checksum(bytes + [0]) != checksum)
    }
  }
}
