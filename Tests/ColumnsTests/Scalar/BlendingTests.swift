import Testing

@testable import Columns

struct BlendingTests {
  static let dictionary = TextDictionary(texts: TextStore(["", "a", "b", "c"]))

  private static func coded(_ codes: [UInt8]) -> Vector {
    Vector(
      type: .varchar, count: codes.count, storage: .code8(Buffer(codes), dictionary),
      validity: bitmap(codes.map { $0 != 0 }))
  }

  private static func bitmap(_ bits: [Bool]) -> Bitmap {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: bits.count))
    for (row, bit) in bits.enumerated() where bit {
      words.pointer[row >> 6] |= 1 << UInt64(row & 63)
    }
    return Bitmap(words: words, count: bits.count)
  }

  /// Pairs of vectors of 71 rows: more than a word of bits, and no multiple of eight.
  static let pairs: [(name: String, type: DataType, a: Vector, b: Vector)] = {
    let rows = 0..<71
    let small = Vector(rows.map { $0 % 5 == 0 ? .null : .integer(Int128($0)) }, type: .bigint)
    let large = Vector(rows.map { .integer(Int128($0) << 40) }, type: .bigint)
    let doubles = Vector(rows.map { $0 % 7 == 0 ? .null : .double(Double($0) / 8) }, type: .double)
    let flags = Vector(rows.map { $0 % 3 == 0 ? .null : .boolean($0 % 2 == 0) }, type: .boolean)
    func constant(_ value: Value, _ type: DataType) -> Vector {
      Vector(constant: value, type: type, count: 71)
    }
    return [
      ("integers of two widths", .bigint, small, large),
      ("a constant", .bigint, large, constant(.integer(-3), .bigint)),
      ("a constant first", .bigint, constant(.integer(1 << 50), .bigint), small),
      ("two constants", .bigint, constant(.integer(1), .bigint), constant(.integer(0), .bigint)),
      ("NULL", .bigint, small, constant(.null, .bigint)),
      ("doubles", .double, doubles, constant(.double(-0.5), .double)),
      ("booleans", .boolean, flags, constant(.boolean(true), .boolean)),
      ("codes", .varchar, coded(rows.map { UInt8($0 % 4) }), coded(rows.map { UInt8(3 - $0 % 4) })),
      ("a known text", .varchar, coded(rows.map { UInt8($0 % 4) }), constant(.text("b"), .varchar)),
    ]
  }()

  @Test(arguments: pairs.indices)
  func takesEachRowFromItsSide(pair: Int) throws {
    let (_, type, a, b) = Self.pairs[pair]
    var random = RandomNumbers(seed: UInt64(pair + 1))
    let mask = Self.bitmap((0..<71).map { _ in random.next() >> 63 == 1 })
    let blended = try #require(Blending.blended(mask, a, b, type: type))
    #expect(blended.count == 71)
    for row in 0..<71 {
      #expect(blended.value(row) == (mask[row] ? a.value(row) : b.value(row)))
    }
    if let bounds = blended.bounds {
      for row in 0..<71 where !blended.isNull(row) {
        #expect(bounds.contains(Int64(Constants.unscaled(blended.value(row)))))
      }
    }
  }

  @Test func refusesTextsThatHaveNoCode() {
    let mask = Bitmap(repeating: true, count: 2)
    let other = Vector(constant: .text("z"), type: .varchar, count: 2)
    #expect(Blending.blended(mask, Self.coded([1, 2]), other, type: .varchar) == nil)
  }
}
