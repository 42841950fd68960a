import Testing

@testable import Columns

struct DomainNumbersTests {
  @Test(arguments: Samples.counts)
  func numbersComeBackAsValues(count: Int) throws {
    for vector in Samples.integers(count) + Samples.booleans(count) + Samples.texts(count) {
      guard let domain = ColumnDomain(of: [vector]), domain.count != nil, domain.bits <= 20,
        let values = domain.values(type: vector.type)
      else { continue }
      let numbers = DomainNumbers.numbers(of: vector, in: domain)
      #expect(numbers.elements.map { values.value(Int($0)) } == vector.values)
    }
  }

  @Test func foldingNumbersCombinations() {
    let a = Vector([.integer(3), .null, .integer(4)], type: .bigint)
    let b = Vector([.boolean(true), .boolean(false), .null], type: .boolean)
    let ids = Buffer<UInt32>(repeating: .max, count: 3)
    DomainNumbers.fold(a, in: .range(3...4), multiplier: 0 as UInt32, into: ids.pointer)
    DomainNumbers.fold(b, in: .boolean, multiplier: 3 as UInt32, into: ids.pointer)
    // Each cell is number * 3 + number.
    #expect(Array(ids.elements) == [5, 1, 6])
  }

  @Test func valuesOutsideTheDomainHaveNumberZero() throws {
    let coded = try DictionaryEncoding.encode([Vector([.text("x")], type: .varchar)])
    let dictionary = try #require(coded[0].dictionary)
    #expect(DomainNumbers.number(of: .text("y"), in: .dictionary(dictionary)) == 0)
    #expect(DomainNumbers.number(of: .integer(9), in: .range(0...8)) == 0)
    #expect(DomainNumbers.number(of: .integer(-1), in: .range(0...8)) == 0)
    #expect(DomainNumbers.number(of: .integer(.max), in: .range(.min ... -1)) == 0)
  }
}
