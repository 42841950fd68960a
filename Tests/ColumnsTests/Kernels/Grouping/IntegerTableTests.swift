import Testing

@testable import Columns

@Suite struct IntegerTableTests {
  @Test func numbersGoByFirstAppearance() throws {
    var table = IntegerTable()
    let keys = (0..<5000).map { Int128($0 * 7919 % 3001) << ($0 % 2 == 0 ? 0 : 70) }
    var expected: [Int128: UInt32] = [:]
    for key in keys {
      let number = try table.insert(key)
      let known = expected[key] ?? UInt32(expected.count + 1)
      expected[key] = known
      #expect(number == known)
    }
    #expect(table.keys.count == expected.count)
    for (key, number) in expected { #expect(table.find(key) == number) }
    #expect(table.find(-1) == 0)
  }

  @Test func equalValuesHaveOneKey() {
    let pairs: [(Value, Value)] = [
      (.double(0), .double(-0.0)), (.double(.nan), .double(-.nan)),
      (.interval(Interval(months: 1)), .interval(Interval(days: 30))),
    ]
    for (a, b) in pairs { #expect(IntegerTable.key(of: a) == IntegerTable.key(of: b)) }
    #expect(IntegerTable.key(of: .double(1)) != IntegerTable.key(of: .double(-1)))
  }
}
