import Testing

@testable import Columns

struct ConcatenateTests {
  @Test(arguments: [[], [0], [1, 63], [64, 64], [65, 1, 0, 130], [3, 3, 3]])
  func laysEndToEnd(counts: [Int]) throws {
    let kinds: [(Int) -> [Vector]] = [
      { Samples.integers($0) }, { Samples.wide($0) }, { Samples.doubles($0) },
      { Samples.booleans($0) }, { Samples.texts($0) },
    ]
    for kind in kinds {
      // Every storage beside every other one.
      let variants = kind(1).count
      for shift in 0..<variants {
        let parts = counts.enumerated().map { index, count in
          kind(count)[(index + shift) % variants]
        }
        let type = kind(1)[0].type
        let joined = try Concatenate.vectors(parts, type: type)
        expect(joined, type, parts.flatMap(\.values))
      }
    }
  }

  @Test func onlyNullsStayConstant() throws {
    let null = Vector(constant: .null, type: .date, count: 3)
    let joined = try Concatenate.vectors([null, null], type: .date)
    #expect(joined.constant == .null)
    #expect(joined.count == 6)
  }

  @Test func oneDictionaryStays() throws {
    let parts = try DictionaryEncoding.encode([
      Vector([.text("a"), .null], type: .varchar), Vector([.text("b")], type: .varchar),
    ])
    let joined = try Concatenate.vectors(parts, type: .varchar)
    #expect((0..<3).map(joined.value) == [.text("a"), .null, .text("b")])
    let other = Vector([.text("b"), .text("c")], type: .varchar)
    let recoded = try Concatenate.vectors(parts + [other], type: .varchar)
    #expect((0..<5).map(recoded.value) == [.text("a"), .null, .text("b"), .text("b"), .text("c")])
  }
}
