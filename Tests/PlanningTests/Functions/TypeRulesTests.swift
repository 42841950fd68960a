import Columns
import Testing

@testable import Planning

struct TypeRulesTests {
  static let cases: [(DataType, DataType, DataType?)] = [
    (.bigint, .bigint, .bigint),
    (.null, .date, .date),
    (.null, .null, .null),
    (.bigint, .hugeint, .hugeint),
    (.bigint, .decimal(precision: 2, scale: 1), .decimal(precision: 20, scale: 1)),
    (.hugeint, .decimal(precision: 4, scale: 2), .decimal(precision: 38, scale: 2)),
    (
      .decimal(precision: 10, scale: 2), .decimal(precision: 9, scale: 4),
      .decimal(precision: 12, scale: 4)
    ),
    (.decimal(precision: 10, scale: 2), .double, .double),
    (.date, .timestamp, .timestamp),
    (.varchar, .bigint, nil),
    (.varchar, .date, nil),
    (.boolean, .bigint, nil),
    (.date, .bigint, nil),
  ]

  @Test("A common type does not depend on the order", arguments: cases)
  func commonType(a: DataType, b: DataType, expected: DataType?) {
    #expect(TypeRules.commonType(a, b) == expected)
    #expect(TypeRules.commonType(b, a) == expected)
  }

  @Test func widensButNeverNarrows() {
    #expect(TypeRules.canCastImplicitly(.bigint, .double))
    #expect(TypeRules.canCastImplicitly(.null, .varchar))
    #expect(TypeRules.canCastImplicitly(.date, .timestamp))
    #expect(!TypeRules.canCastImplicitly(.double, .bigint))
    #expect(!TypeRules.canCastImplicitly(.timestamp, .date))
    #expect(!TypeRules.canCastImplicitly(.bigint, .decimal(precision: 10, scale: 0)))
    #expect(!TypeRules.canCastImplicitly(.bigint, .varchar))
  }

  @Test func commonTypeOfMany() {
    #expect(TypeRules.commonType([]) == .null)
    #expect(TypeRules.commonType([.null, .bigint, .double]) == .double)
    #expect(TypeRules.commonType([.bigint, .date]) == nil)
  }
}
