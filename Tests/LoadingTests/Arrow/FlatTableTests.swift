import Testing

@testable import Loading

@Suite struct FlatTableTests {
  private static let values: [Int: FlatValue] = [
    0: .int16(-3), 1: .bool(true), 2: .string("é"), 4: .int64(.min), 5: .int32(7),
    6: .table([1: .string(""), 0: .int8(-1)]),
    7: .tables([[0: .int64(1)], [:], [0: .int64(3)]]),
    8: .structs([[1, -2, 3], [4, 5, .max]]), 9: .tables([]),
  ]

  @Test func whatIsWrittenIsRead() throws {
    let table = try FlatTable(root: FlatWriter.bytes(root: Self.values))
    #expect(try table.number(0, default: Int16(0)) == -3)
    #expect(try table.bool(1))
    #expect(try table.string(2) == "é")
    #expect(try table.number(3, default: Int32(42)) == 42)
    #expect(try table.number(4, default: Int64(0)) == .min)
    #expect(try table.number(5, default: Int32(0)) == 7)
    #expect(try table.table(6)?.string(1) == "")
    #expect(try table.table(6)?.number(0, default: Int8(0)) == -1)
    #expect(try table.tables(7).map { try $0.number(0, default: Int64(2)) } == [1, 2, 3])
    #expect(try table.structs(8, words: 3) == [[1, -2, 3], [4, 5, .max]])
    #expect(try table.tables(9).isEmpty)
    #expect(try table.table(100) == nil && table.string(100) == nil)
  }

  /// Numbers stand where readers of the format want them: at multiples of their size.
  @Test func numbersAreAligned() throws {
    let bytes = FlatWriter.bytes(root: [0: .string("x"), 1: .structs([[0x1122_3344_5566_7788]])])
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x88, 0x77, 0x66]) })
    #expect(place.isMultiple(of: 8))
  }

  /// Reads all that a table could hold, as far as it goes.
  private func readAll(_ bytes: [UInt8]) {
    guard let table = try? FlatTable(root: bytes) else { return }
    for slot in 0..<12 {
      _ = try? table.number(slot, default: Int64(0))
      _ = try? table.string(slot)
      _ = try? table.table(slot)?.string(1)
      _ = try? table.tables(slot).map { try $0.number(0, default: Int64(0)) }
      _ = try? table.structs(slot, words: 3)
    }
  }

  @Test func nothingIsReadOutside() {
    let bytes = FlatWriter.bytes(root: Self.values)
    for length in 0..<bytes.count { readAll(Array(bytes[..<length])) }
    for place in bytes.indices {
      for value in [0, 1, 4, 0x7F, 0x80, 0xFF] as [UInt8] {
        var altered = bytes
        altered[place] = value
        readAll(altered)
      }
    }
  }
}
