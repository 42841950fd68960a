import Testing

@testable import Columns

struct GatherTests {
  private static func samples(_ count: Int) -> [Vector] {
    Samples.integers(count) + Samples.wide(count) + Samples.doubles(count)
      + Samples.booleans(count) + Samples.texts(count)
  }

  @Test(arguments: [1, 63, 64, 65, 1000], [false, true])
  func takesRowsInTheOrderAsked(count: Int, hasMissing: Bool) throws {
    var numbers = SampleNumbers(seed: 9)
    let taken = (0..<count * 2).map { _ -> UInt32 in
      hasMissing && numbers.next() % 4 == 0
        ? RowSelection.missing : UInt32(numbers.next() % UInt64(count))
    }
    let selection = RowSelection(
      rows: Buffer(taken), count: taken.count, hasMissing: hasMissing)
    for vector in Self.samples(count) {
      let gathered = try Gather.rows(selection, of: vector)
      expect(
        gathered, vector.type,
        taken.map { $0 == RowSelection.missing ? .null : vector.value(Int($0)) })
    }
  }

  @Test(arguments: [1, 64, 65, 1000], [1, 2, 9] as [UInt64])
  func takesTheRowsOfAPredicate(count: Int, spacing: UInt64) throws {
    var numbers = SampleNumbers(seed: spacing)
    let passes = (0..<count).map { _ in numbers.next() % spacing == 0 }
    let predicate = Vector(passes.map { .boolean($0) }, type: .boolean)
    let taken = (0..<count).filter { passes[$0] }
    guard let selection = Selecting.rows(where: predicate) else {
      #expect(taken.count == count)
      return
    }
    for vector in Self.samples(count) where !taken.isEmpty {
      expect(try Gather.rows(selection, of: vector), vector.type, taken.map { vector.value($0) })
    }
  }

  @Test func missingRowsOfAConstantAreNull() throws {
    let rows = RowSelection(
      rows: Buffer([0, RowSelection.missing]), count: 2, hasMissing: true)
    let vector = Vector(constant: .text("x"), type: .varchar, count: 1)
    let gathered = try Gather.rows(rows, of: vector)
    #expect(gathered.value(0) == .text("x"))
    #expect(gathered.isNull(1))
  }

  @Test func selectionsCompose() {
    let inner = RowSelection(
      rows: Buffer([7, RowSelection.missing, 3]), count: 3, hasMissing: true)
    let outer = RowSelection(
      rows: Buffer([2, 1, RowSelection.missing, 0]), count: 4, hasMissing: true)
    let composed = Gather.compose(outer, over: inner)
    #expect(
      Array(composed.rows.elements) == [3, RowSelection.missing, RowSelection.missing, 7])
    #expect(composed.hasMissing)
  }

  @Test func noRowsOfNothing() throws {
    let empty = Vector(constant: .null, type: .bigint, count: 0)
    #expect(try Gather.rows(RowSelection(range: 0..<0), of: empty).count == 0)
  }
}
