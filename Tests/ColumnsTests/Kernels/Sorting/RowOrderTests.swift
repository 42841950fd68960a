import Testing

@testable import Columns

struct RowOrderTests {
  static let columns: [(name: String, type: DataType, value: @Sendable (UInt64) -> Value)] = [
    ("small", .bigint, { $0 % 9 == 0 ? .null : .integer(Int128($0 % 5) - 2) }),
    ("dates", .date, { .date(Int32($0 % 40_000) - 20_000) }),
    ("long", .bigint, { $0 % 7 == 0 ? .null : .integer(Int128(Int64(bitPattern: $0))) }),
    ("ends", .bigint, { .integer($0 % 2 == 0 ? Int128(Int64.min) : Int128(Int64.max)) }),
    ("wide", .hugeint, { $0 % 7 == 0 ? .null : .integer(Int128($0 % 30) << 90 - 5) }),
    (
      "doubles", .double,
      {
        [
          .double(-.infinity), .double(-1.5), .double(0), .double(2e300), .double(.infinity),
          .double(.nan), .null,
        ][Int($0 % 7)]
      }
    ),
    (
      "texts", .varchar,
      { $0 % 5 == 0 ? .null : .text(Samples.texts[Int($0 % UInt64(Samples.texts.count))]) }
    ),
    (
      "intervals", .interval,
      {
        [
          .interval(Interval(months: 1)), .interval(Interval(days: 30)),
          .interval(Interval(months: 1, days: -1)), .interval(Interval(microseconds: -1)), .null,
        ][Int($0 % 5)]
      }
    ),
    ("times", .time, { $0 % 3 == 0 ? .null : .time(Int64($0 % 86_400_000_000)) }),
    ("flags", .boolean, { [.boolean(true), .boolean(false), .null][Int($0 % 3)] }),
    ("nothing", .varchar, { _ in .null }),
    ("same", .bigint, { _ in .integer(7) }),
  ]

  private static func order(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.double(let x), .double(let y)):
      if x.isNaN || y.isNaN { return (x.isNaN ? 1 : 0) - (y.isNaN ? 1 : 0) }
      return x < y ? -1 : x > y ? 1 : 0
    case (.text(let x), .text(let y)):
      return x.utf8.lexicographicallyPrecedes(y.utf8)
        ? -1 : x.utf8.elementsEqual(y.utf8) ? 0 : 1
    case (.interval(let x), .interval(let y)):
      return x.total < y.total ? -1 : x.total > y.total ? 1 : 0
    case (.boolean(let x), .boolean(let y)): return (x ? 1 : 0) - (y ? 1 : 0)
    default:
      let (x, y) = (Constants.unscaled(a), Constants.unscaled(b))
      return x < y ? -1 : x > y ? 1 : 0
    }
  }

  struct Term {
    let values: [Value]
    let isDescending: Bool
    let nullsFirst: Bool

    func order(_ a: Int, _ b: Int) -> Int {
      switch (values[a].isNull, values[b].isNull) {
      case (true, true): 0
      case (true, false): nullsFirst ? -1 : 1
      case (false, true): nullsFirst ? 1 : -1
      default: RowOrderTests.order(values[a], values[b]) * (isDescending ? -1 : 1)
      }
    }
  }

  /// Rows in order, equal ones as they came: for one to four terms of all types, and for limits
  /// on either side of the heap's.
  @Test(arguments: [0, 1, 2, 500, 9000])
  func isStableAndRight(count: Int) throws {
    var numbers = SampleNumbers(seed: UInt64(count))
    for trial in 0..<(count > 1000 ? 12 : 60) {
      var terms: [Term] = []
      var sortTerms: [SortTerm] = []
      for index in 0..<Int(numbers.next() % 4) + 1 {
        let column =
          index == 0
          ? Self.columns[trial % Self.columns.count]
          : Self.columns[Int(numbers.next() % UInt64(Self.columns.count))]
        let term = Term(
          values: (0..<count).map { _ in column.value(numbers.next() >> 3) },
          isDescending: numbers.next() % 2 == 0, nullsFirst: numbers.next() % 2 == 0)
        var vector = Vector(term.values, type: column.type)
        if column.type == .varchar && numbers.next() % 2 == 0 {
          vector = try DictionaryEncoding.encode([vector])[0]
        }
        terms.append(term)
        sortTerms.append(
          SortTerm(
            vector: vector, isDescending: term.isDescending, nullsFirst: term.nullsFirst))
      }
      let expected = (0..<count).sorted { a, b in
        for term in terms {
          let order = term.order(a, b)
          if order != 0 { return order < 0 }
        }
        return a < b
      }
      for limit in [nil, 0, 1, count / 8, count, count + 5] {
        let rows = try RowOrder.rows(by: sortTerms, count: count, limit: limit)
        let wanted = min(limit ?? count, count)
        #expect(
          rows.rows.elements.prefix(rows.count).map { Int($0) } == Array(expected.prefix(wanted)))
      }
    }
  }
}
