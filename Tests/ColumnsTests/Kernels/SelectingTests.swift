import CKernels
import Testing

@testable import Columns

struct SelectingTests {
  private static func rows(_ selection: RowSelection) -> [UInt32] {
    Array(selection.rows.elements.prefix(selection.count))
  }

  @Test(arguments: [1, 63, 64, 65, 200])
  func neitherFalseNorNullPasses(count: Int) throws {
    let values = (0..<count).map { [Value.boolean(true), .boolean(false), .null][$0 % 3] }
    let selection = Selecting.rows(where: Vector(values, type: .boolean))
    if count == 1 {
      #expect(selection == nil)
    } else {
      let selection = try #require(selection)
      #expect(Self.rows(selection) == (0..<UInt32(count)).filter { $0 % 3 == 0 })
    }
  }

  @Test(
    arguments: [
      (Value.boolean(true), nil), (.boolean(false), 0), (.null, 0),
    ] as [(Value, Int?)])
  func constants(value: Value, count: Int?) {
    let vector = Vector(constant: value, type: .boolean, count: 5)
    #expect(Selecting.rows(where: vector)?.count == count)
  }

  @Test func complementsAndGaps() {
    let some = RowSelection(rows: Buffer([1, 2, 5]), count: 3)
    #expect(Self.rows(Selecting.complement(of: some, count: 7)) == [0, 3, 4, 6])
    let repeated = RowSelection(rows: Buffer([11, 11, 13]), count: 3)
    #expect(Self.rows(Selecting.unmentioned(by: repeated, in: 10..<15)) == [10, 12, 14])
  }

  @Test func partsInterleave() throws {
    let parts = [
      (
        rows: RowSelection(rows: Buffer([1, 3]), count: 2),
        values: Vector([.text("b"), .null], type: .varchar)
      ),
      (
        rows: RowSelection(rows: Buffer([0, 2]), count: 2),
        values: Vector(constant: .text("a"), type: .varchar, count: 2)
      ),
    ]
    let vector = try Selecting.interleave(parts, type: .varchar, count: 4)
    #expect((0..<4).map(vector.value) == [.text("a"), .text("b"), .text("a"), .null])
  }
}

/// The kernels that keep the rows whose bits are set, each form held to the meaning of the words.
struct KeepingTests {
  static let forms = [row_kernels_any, row_kernels_avx2, row_kernels_avx512]
    .filter { $0.rawValue <= best_row_kernels().rawValue }

  /// Rows of which about one in `spacing` is kept; all for 1, none for 0.
  private static func chosen(_ count: Int, _ spacing: UInt64) -> [Int] {
    var numbers = SampleNumbers(seed: UInt64(count) &* 31 &+ spacing)
    return (0..<count).filter { _ in spacing != 0 && numbers.next() % spacing == 0 }
  }

  private static func bitmap(_ rows: [Int], count: Int) -> Bitmap {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for row in rows { words.pointer[row >> 6] |= 1 << UInt64(row & 63) }
    return Bitmap(words: words, count: count)
  }

  private static func kept<Value: FixedWidthInteger & BitwiseCopyable>(
    _ form: row_kernels, _ rows: [Int], _ bits: Bitmap, _ type: Value.Type
  ) -> Bool {
    let source = Buffer((0..<bits.count).map { Value(truncatingIfNeeded: $0 &* 2_654_435_761) })
    let target = Buffer<Value>(count: rows.count)
    keep_values(
      form, source.pointer, MemoryLayout<Value>.size, bits.words.pointer, bits.count,
      target.pointer)
    return Array(target.elements) == rows.map { source.elements[$0] }
  }

  @Test(arguments: [1, 63, 64, 65, 127, 1000], [0, 1, 2, 7, 60] as [UInt64])
  func keepsWhatIsSet(count: Int, spacing: UInt64) {
    let rows = Self.chosen(count, spacing)
    let bits = Self.bitmap(rows, count: count)
    let flags = Self.bitmap(Self.chosen(count, 3), count: count)
    for form in Self.forms {
      let numbers = Buffer<UInt32>(count: rows.count)
      list_set_bits(form, bits.words.pointer, count, numbers.pointer)
      #expect(numbers.elements.map(Int.init) == rows)
      #expect(Self.kept(form, rows, bits, UInt8.self))
      #expect(Self.kept(form, rows, bits, UInt16.self))
      #expect(Self.kept(form, rows, bits, UInt32.self))
      #expect(Self.kept(form, rows, bits, UInt64.self))
      #expect(Self.kept(form, rows, bits, UInt128.self))
      let target = Buffer<UInt64>(count: Bitmap.wordCount(forRows: rows.count))
      keep_bits(form, flags.words.pointer, bits.words.pointer, count, target.pointer)
      let keptFlags = Bitmap(words: target, count: rows.count)
      #expect((0..<rows.count).map { keptFlags[$0] } == rows.map { flags[$0] })
    }
  }

  /// Values around both ends of a set, and at the ends of what 32 bits hold.
  @Test(
    arguments: [(-40, 90), (0, 0), (.min, .min + 70), (.max - 70, .max)] as [(Int32, Int32)])
  func marksMembers(low: Int32, high: Int32) {
    let width = Int(high) - Int(low) + 1
    let members = (0..<width).filter { $0 % 3 != 1 }
    let present = Self.bitmap(members.map { $0 + 1 }, count: width + 1).words
    for count in [1, 63, 64, 65, 250] {
      let values = Buffer(
        (0..<count).map { row in
          Int32(truncatingIfNeeded: Int64(row % 2 == 0 ? low : high) &+ Int64(row) &- 100)
        })
      let expected = values.elements.map { value in
        members.contains(Int(value) - Int(low))
      }
      for form in Self.forms {
        let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
        mark_members(form, values.pointer, count, low, high, present.pointer, words.pointer)
        let marks = Bitmap(words: words, count: count)
        #expect((0..<count).map { marks[$0] } == expected)
      }
    }
  }
}
