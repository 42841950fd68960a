import Columns
import Testing

@testable import Execution

/// Tries to compute what SUPPRESS hides.
///
/// The unknowns are the combinations of all keys that occur, which the attacker is taken to know. Every
/// count that is shown is an equation about them, and so is what shares tell; a hidden count is
/// recovered where it follows from these, by Gaussian elimination over the fractions.
struct SuppressTests {
  /// A row of the answer: what it says of itself, the combinations that it counts, the true count.
  private struct Row {
    let shown: String
    let parts: Set<Int>
    let count: Int
  }

  private static func engine(
    _ random: inout RandomNumbers, keys: Int
  ) -> (Engine, parts: [[Value]]) {
    let size = random.one(of: [2, 3, 4])
    let sparse = random.one(of: [1, 2, 3])
    var rows: [[Value]] = []
    var parts: [[Value]] = []
    let combinations = (0..<keys).reduce(1) { product, _ in product * size }
    for number in 0..<combinations {
      let count = random.once(in: sparse + 1) ? 0 : random.one(of: [1, 2, 3, 4, 5, 6, 9, 14, 30])
      let part = (0..<keys).map { key -> Value in
        let digit = (0..<key).reduce(number) { rest, _ in rest / size } % size
        // NULL is a value like any other.
        return digit == 0 ? .null : .text("v\(digit)")
      }
      if count > 0 { parts.append(part) }
      rows += Array(repeating: part, count: count)
    }
    if rows.isEmpty {
      parts = [Array(repeating: .text("v1"), count: keys)]
      rows = parts
    }
    rows = random.shuffled(rows)
    let names = ["a", "b", "c"].prefix(keys)
    var engine = Engine()
    engine.catalog.set(
      "t",
      to: Relation(
        fields: names.map { Field(name: $0, type: .varchar) },
        chunks: [
          Chunk(
            count: rows.count,
            columns: (0..<keys).map { key in Vector(rows.map { $0[key] }, type: .varchar) })
        ]))
    return (engine, parts)
  }

  /// Which of the hidden rows follow from those that are shown.
  ///
  /// - Parameter treating: what of a row is published.
  private static func recovered(
    _ rows: [Row], unknowns: Int, isShown: (Row) -> Bool, sums: [Set<Int>] = []
  ) -> [Row] {
    var system = FractionSystem(width: unknowns)
    for row in rows where isShown(row) { system.add(row.parts) }
    for sum in sums { system.add(sum) }
    return rows.filter { !isShown($0) && system.determines($0.parts) }
  }

  private static let shapes: [(keys: Int, groups: String)] = [
    (1, "ROLLUP (a)"), (2, "ROLLUP (a, b)"), (2, "CUBE (a, b)"),
    (2, "GROUPING SETS ((a, b), (a), (b))"), (2, "GROUPING SETS ((a, b), (b), ())"),
    (3, "ROLLUP (a, b, c)"), (3, "CUBE (a, b, c)"), (3, "a, ROLLUP (b, c)"),
    (3, "GROUPING SETS ((a, b, c), (a, b), (c))"), (2, "a, b"),
  ]

  @Test(arguments: shapes.indices, 0..<25)
  func nothingHiddenFollowsFromTotals(shape: Int, seed: Int) throws {
    let (keys, groups) = Self.shapes[shape]
    var random = RandomNumbers(seed: UInt64(seed * 100 + shape))
    let (engine, parts) = Self.engine(&random, keys: keys)
    let threshold = random.one(of: [3, 5, 10])
    let names = ["a", "b", "c"].prefix(keys).joined(separator: ", ")
    let select = "SELECT \(names), GROUPING(\(names)) AS g, COUNT(*) AS n FROM t GROUP BY \(groups)"
    let answer = try engine.run("\(select) ORDER BY ALL SUPPRESS BELOW \(threshold)")
    for threads in [2, 3] {
      let other = try engine.run(
        "\(select) ORDER BY ALL SUPPRESS BELOW \(threshold)", threads: threads,
        optimizes: threads == 2)
      #expect(other.rows == answer.rows)
    }
    let plain = try engine.run(select)
    let rows = answer.rows.map { row -> Row in
      guard case .integer(let mask) = row[keys], case .text(let shown) = row[keys + 1] else {
        Issue.record("no text")
        return Row(shown: "", parts: [], count: 0)
      }
      let known = plain.rows.first { $0[...keys] == row[...keys] }
      let count = known.map { Int(truncatingIfNeeded: Constants.unscaled($0[keys + 1])) } ?? 0
      let members = parts.indices.filter { part in
        (0..<keys).allSatisfy { key in
          mask >> Int128(keys - 1 - key) & 1 == 1 || parts[part][key] == row[key]
        }
      }
      return Row(shown: shown, parts: Set(members), count: count)
    }
    #expect(rows.count == plain.rowCount)
    for row in rows {
      // Hidden are all that are small, and the others tell the truth.
      #expect((row.shown == "<\(threshold)") == (row.count < threshold))
      #expect(row.shown == "*" || row.count < threshold || row.shown == "\(row.count)")
    }
    let isShown: (Row) -> Bool = { $0.shown != "*" && !$0.shown.hasPrefix("<") }
    let found = Self.recovered(rows, unknowns: parts.count, isShown: isShown)
    #expect(found.isEmpty, "\(found) of \(rows)")
  }

  /// The attack finds something where only small counts are hidden: otherwise it would prove nothing.
  @Test(arguments: [1, 2, 4, 6])
  func smallCountsAloneWouldFollow(shape: Int) throws {
    let (keys, groups) = Self.shapes[shape]
    var broken = 0
    for seed in 0..<25 {
      var random = RandomNumbers(seed: UInt64(seed))
      let (engine, parts) = Self.engine(&random, keys: keys)
      let names = ["a", "b", "c"].prefix(keys).joined(separator: ", ")
      let plain = try engine.run(
        "SELECT \(names), GROUPING(\(names)) AS g, COUNT(*) AS n FROM t GROUP BY \(groups)")
      let rows = plain.rows.map { row -> Row in
        let mask = Constants.unscaled(row[keys])
        let members = parts.indices.filter { part in
          (0..<keys).allSatisfy { key in
            mask >> Int128(keys - 1 - key) & 1 == 1 || parts[part][key] == row[key]
          }
        }
        let count = Int(truncatingIfNeeded: Constants.unscaled(row[keys + 1]))
        return Row(shown: "", parts: Set(members), count: count)
      }
      let found = Self.recovered(rows, unknowns: parts.count, isShown: { $0.count >= 5 })
      if !found.isEmpty { broken += 1 }
    }
    #expect(broken > 3)
  }

  @Test(arguments: 0..<60)
  func nothingHiddenFollowsBehindTop(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(3000 + seed))
    let isListed = random.once(in: 2)
    let keys = isListed ? 2 : 1
    let (engine, parts) = Self.engine(&random, keys: keys)
    let threshold = random.one(of: [3, 5, 10])
    let names = ["a", "b"].prefix(keys).joined(separator: ", ")
    let hasOthers = random.once(in: 2)
    let count = random.within(1...3)
    let top =
      "TOP \(count) BY COUNT(*)\(isListed ? " PER a" : "")\(hasOthers ? " WITH OTHERS" : "") WITH TOTAL"
    let share = random.once(in: 2) ? ", SHARE(COUNT(*)) AS p" : ""
    // A group and its rows, whether it is shown or not: the same query with a figure that stays.
    let answer = try engine.run(
      "SELECT \(names)\(share), COUNT(*) AS n FROM t GROUP BY \(names) \(top) SUPPRESS BELOW \(threshold)"
    )
    let label = keys - 1
    let texts = answer.rows.map { row -> (lists: [Value], name: Value, shown: String) in
      guard case .text(let shown) = row[row.count - 1] else { return ([], .null, "") }
      return (Array(row[..<label]), row[label], shown)
    }
    func rows(of lists: [Value]) -> Set<Int> {
      Set(parts.indices.filter { lists.isEmpty || parts[$0][0] == lists[0] })
    }
    let counts = try engine.run("SELECT \(names), COUNT(*) AS n FROM t GROUP BY \(names)").rows
    func total(_ members: Set<Int>) -> Int {
      members.reduce(0) { sum, part in
        let row = counts.first { Array($0[..<keys]) == parts[part] }
        return sum + Int(truncatingIfNeeded: row.map { Constants.unscaled($0[keys]) } ?? 0)
      }
    }
    var table: [Row] = []
    for (index, text) in texts.enumerated() {
      let all = rows(of: text.lists)
      let groups = texts.filter { $0.lists == text.lists }
      let isTotal = index + 1 == texts.count || texts[index + 1].lists != text.lists
      let isOthers = !isTotal && text.name == .text("Others")
      let listed = groups.dropLast().filter { $0.name != .text("Others") }.flatMap { group in
        all.filter { parts[$0][label] == group.name }
      }
      let members =
        isTotal
        ? all
        : isOthers
          ? all.subtracting(listed) : all.filter { parts[$0][label] == text.name }
      table.append(Row(shown: text.shown, parts: members, count: total(members)))
    }
    for row in table {
      #expect((row.shown == "<\(threshold)") == (row.count < threshold), "\(table)")
      #expect(row.shown == "*" || row.count < threshold || row.shown == "\(row.count)", "\(table)")
    }
    // A share beside a count tells the total of all.
    let isShown: (Row) -> Bool = { $0.shown != "*" && !$0.shown.hasPrefix("<") }
    let sums = !share.isEmpty && table.contains(where: isShown) ? [Set(parts.indices)] : []
    let found = Self.recovered(table, unknowns: parts.count, isShown: isShown, sums: sums)
    #expect(found.isEmpty, "\(found) of \(table)")
    // Shown ones stand first in their lists.
    for (index, text) in texts.enumerated().dropLast() where texts[index + 1].lists == text.lists {
      let isLast = index + 2 >= texts.count || texts[index + 2].lists != text.lists
      let isNextMade = isLast || texts[index + 1].name == .text("Others")
      #expect(isShown(table[index]) || !isShown(table[index + 1]) || isNextMade)
    }
  }

  @Test func boundsThatLeaveOneValueAreLoosened() throws {
    // Two ones add up to 2, which no other small counts do.
    let rows = try Engine().run(
      """
      SELECT k, COUNT(*) AS n FROM (VALUES ('a'), ('b'), ('c'), ('c'), ('c'), ('c'), ('c'), ('c')) AS t(k)
      GROUP BY ROLLUP (k) ORDER BY k SUPPRESS BELOW 5
      """
    ).rows
    #expect(rows.map { $0[1] } == ["<5", "<5", "*", "8"].map { .text($0) })
    // So do two of 4 to 8.
    let fours = try Engine().run(
      """
      SELECT k, COUNT(*) AS n FROM (SELECT CASE WHEN i < 4 THEN 'a' WHEN i < 8 THEN 'b' ELSE 'c' END AS k
      FROM range(20) AS r(i)) GROUP BY ROLLUP (k) ORDER BY k SUPPRESS BELOW 5
      """
    ).rows
    #expect(fours.map { $0[1] } == ["<5", "<5", "*", "20"].map { .text($0) })
  }

  @Test func manyGroupsTakeNoLong() throws {
    let rows = try Engine().run(
      """
      SELECT a, b, COUNT(*) AS n FROM (SELECT i % 97 AS a, i * i % 41 AS b FROM range(9000) AS r(i))
      GROUP BY CUBE (a, b) SUPPRESS BELOW 3
      """
    ).rows
    #expect(rows.contains { $0[2] == .text("<3") } && rows.count > 2000)
  }
}

/// Sums of unknowns that are known, by Gaussian elimination over the fractions.
private struct FractionSystem {
  let width: Int
  /// In echelon form, the pivot of each first.
  private var rows: [(pivot: Int, values: [Fraction])] = []

  init(width: Int) { self.width = width }

  private func reduced(_ parts: Set<Int>) -> [Fraction] {
    var values = (0..<width).map { Fraction(parts.contains($0) ? 1 : 0) }
    for row in rows where !values[row.pivot].isZero {
      let factor = values[row.pivot]
      for index in 0..<width where !row.values[index].isZero {
        values[index] = values[index] - factor * row.values[index]
      }
    }
    return values
  }

  mutating func add(_ parts: Set<Int>) {
    let values = reduced(parts)
    guard let pivot = values.firstIndex(where: { !$0.isZero }) else { return }
    let leading = values[pivot]
    rows.append((pivot, values.map { $0 / leading }))
  }

  /// Whether the sum of the unknowns follows.
  func determines(_ parts: Set<Int>) -> Bool { reduced(parts).allSatisfy(\.isZero) }
}

/// An exact fraction.
private struct Fraction {
  let numerator: Int128
  let denominator: Int128

  init(_ number: Int128, _ denominator: Int128 = 1) {
    var (a, b) = (number.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1)) * (denominator < 0 ? -1 : 1)
    numerator = number / divisor
    self.denominator = denominator / divisor
  }

  var isZero: Bool { numerator == 0 }

  static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}
