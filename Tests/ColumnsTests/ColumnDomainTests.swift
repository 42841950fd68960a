import Testing

@testable import Columns

struct ColumnDomainTests {
  static let ranges: [(ClosedRange<Int64>, Int, Int)] = [
    (0...0, 2, 1), (-1...5, 8, 3), (0...254, 256, 8), (0...255, 257, 9),
    (Int64.min...(Int64.min + 5), 7, 3), ((Int64.max - 5)...Int64.max, 7, 3),
  ]

  @Test(arguments: ranges)
  func rangesAreNumberedFromOne(bounds: ClosedRange<Int64>, count: Int, bits: Int) {
    let domain = ColumnDomain.range(bounds)
    #expect(domain.count == count)
    #expect(domain.bits == bits)
    let lowest = DomainNumbers.number(of: .integer(Int128(bounds.lowerBound)), in: domain)
    let highest = DomainNumbers.number(of: .integer(Int128(bounds.upperBound)), in: domain)
    #expect(lowest == 1)
    #expect(highest == UInt64(count - 1))
  }

  static let widest: [ClosedRange<Int64>] = [
    Int64.min...Int64.max, Int64.min...0, -1...Int64.max, 0...Int64.max, 0...(Int64.max - 2),
    -(1 << 62)...(1 << 62),
  ]

  @Test(arguments: widest)
  func rangesThatFillTheWordHaveNoCount(bounds: ClosedRange<Int64>) {
    #expect(ColumnDomain.range(bounds).count == nil || ColumnDomain.range(bounds).bits <= 64)
    #expect(ColumnDomain.range(bounds).bits >= 63)
  }

  @Test func chunksWidenTheRangeAndNullsDoNot() {
    let chunks = [
      Vector([.integer(5), .null], type: .bigint), Vector([.null], type: .bigint),
      Vector(constant: .integer(-2), type: .bigint, count: 3),
    ]
    guard case .range(let bounds)? = ColumnDomain(of: chunks) else {
      Issue.record("no range")
      return
    }
    #expect(bounds == -2...5)
  }

  @Test func differentDictionariesHaveNoDomain() throws {
    let a = try DictionaryEncoding.encode([Vector([.text("x")], type: .varchar)])
    let b = try DictionaryEncoding.encode([Vector([.text("x")], type: .varchar)])
    #expect(ColumnDomain(of: a) != nil)
    #expect(ColumnDomain(of: a + b) == nil)
  }

  static let domains: [(ColumnDomain, DataType)] = [
    (.range(-2...1), .bigint), (.range((Int64.max - 1)...Int64.max), .bigint),
    (.range(Int64.min...(Int64.min + 1)), .bigint), (.boolean, .boolean),
    (.range(19_000...19_003), .date),
  ]

  @Test(arguments: domains)
  func valuesAreInTheOrderOfTheirNumbers(domain: ColumnDomain, type: DataType) throws {
    let values = try #require(domain.values(type: type))
    #expect(values.count == domain.count)
    #expect(values.value(0) == .null)
    for row in 1..<values.count {
      #expect(DomainNumbers.number(of: values.value(row), in: domain) == UInt64(row))
    }
  }
}
