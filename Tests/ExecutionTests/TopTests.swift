import Columns
import Testing

@testable import Execution

/// TOP against plain queries over the rows that each of its rows is made of.
struct TopTests {
  /// What is asked of every row of the answer.
  private static let figures =
    "COUNT(*), SUM(x), SUM(d), COUNT(DISTINCT s), AVG(x), MEDIAN(x), MEDIAN(d), MIN(s), COUNT(x)"

  private static func engine(_ random: inout RandomNumbers) -> Engine {
    let count = random.one(of: [1, 5, 40, 300])
    let fields = [
      Field(name: "a", type: .bigint), Field(name: "b", type: .varchar),
      Field(name: "c", type: .date), Field(name: "x", type: .bigint),
      Field(name: "d", type: .decimal(precision: 18, scale: 2)), Field(name: "s", type: .varchar),
    ]
    let names = ["p", "q", "Others", "é", "", "total"]
    let rows = (0..<count).map { _ -> [Value] in
      func rare(_ value: Value) -> Value { random.once(in: 7) ? .null : value }
      return [
        rare(.integer(Int128(random.below(4)))), rare(.text(random.one(of: names))),
        rare(.date(Int32(random.below(3)))), rare(.integer(Int128(random.within(-5...20)))),
        rare(.decimal(unscaled: Int128(random.within(-500...5000)), scale: 2)),
        rare(.text(random.one(of: ["u", "v", "w", "x", "y"]))),
      ]
    }
    let half = count / 2
    let chunks = [rows[..<half], rows[half...]].map { part in
      Chunk(
        count: part.count,
        columns: fields.indices.map { column in
          Vector(part.map { $0[column] }, type: fields[column].type)
        })
    }
    var engine = Engine()
    engine.catalog.set("t", to: Relation(fields: fields, chunks: chunks))
    return engine
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): "'\(text)'"
    case .date: "DATE '\(ValueText.string(value))'"
    default: ValueText.string(value)
    }
  }

  private static func equality(_ column: String, _ value: Value) -> String {
    "\(column) IS NOT DISTINCT FROM \(literal(value))"
  }

  @Test(arguments: 0..<120)
  func reconciles(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let engine = Self.engine(&random)
    let inner = random.one(of: [["b"], ["b", "c"], ["c"]])
    let outer = random.one(of: [[], ["a"], ["a"]])
    let keys = outer + inner
    let count = random.within(1...4)
    let measure = random.one(of: ["SUM(x)", "COUNT(*)", "MEDIAN(d)", "COUNT(DISTINCT s) + 1"])
    let direction = random.one(of: ["", " ASC", " DESC"])
    let list = keys.joined(separator: ", ")
    let per = outer.isEmpty ? "" : " PER \(outer.joined(separator: ", "))"
    let sql =
      "SELECT \(list), SHARE(COUNT(*)) AS share, \(Self.figures) FROM t GROUP BY \(list) "
      + "TOP \(count) BY \(measure)\(direction)\(per) WITH OTHERS WITH TOTAL"
    let (answer, notes) = try engine.outcome(sql)
    for other in [
      try engine.outcome(sql, threads: 3), try engine.outcome(sql, optimizes: false),
      try engine.outcome(sql, batchRows: 7),
    ] {
      #expect(other.relation.rows == answer.rows, "\(sql)")
      #expect(other.notes == notes, "\(sql)")
    }
    // The groups, ranked by an ordinary query.
    let order = direction == " ASC" ? "ASC" : "DESC"
    let ranked = try engine.run(
      "SELECT \(list), \(Self.figures) FROM t GROUP BY \(list) QUALIFY row_number() OVER (PARTITION BY "
        + "\(outer.isEmpty ? "1" : "a") ORDER BY \(measure) \(order) NULLS LAST, "
        + "\(inner.map { "\($0) ASC NULLS LAST" }.joined(separator: ", "))) <= \(count) ORDER BY "
        + "\(outer.isEmpty ? "" : "a NULLS LAST, ")\(measure) \(order) NULLS LAST, "
        + inner.map { "\($0) NULLS LAST" }.joined(separator: ", "))
    let label = outer.count
    let labels = ["Others", "(Others)", "Total", "(Total)"].map { Value.text($0) }
    let shift = keys.count + 1
    var listed: [[Value]] = []
    var seen: [[Value]] = []
    let all = try engine.run("SELECT COUNT(*) AS n FROM t").rows[0][0]
    for (index, row) in answer.rows.enumerated() {
      let figures = Array(row[shift...])
      let lists = outer.enumerated().map { Self.equality($1, row[$0]) }
      let isLast =
        index + 1 == answer.rows.count || answer.rows[index + 1][..<label] != row[..<label]
      let isMade = labels.contains(row[label]) && seen.count >= min(count, 1)
      let isTotal = isLast
      if isTotal {
        let whole = try engine.run(
          "SELECT \(Self.figures) FROM t WHERE \((lists + ["TRUE"]).joined(separator: " AND "))")
        #expect(figures == whole.rows[0], "total of \(sql)")
        // Exact sums and counts of the parts are those of the whole.
        seen = []
        continue
      }
      // A group may be called Others; then the others are called (Others).
      let next = answer.rows[index + 1]
      let isOthers =
        isMade
        && (index + 2 == answer.rows.count || answer.rows[index + 2][..<label] != next[..<label])
        && seen.count == count
      if isOthers {
        let left = seen.map { group in
          "NOT ("
            + inner.enumerated().map { Self.equality($1, group[$0]) }.joined(separator: " AND ")
            + ")"
        }
        let rest = try engine.run(
          "SELECT \(Self.figures) FROM t WHERE "
            + (lists + left + ["TRUE"]).joined(separator: " AND "))
        #expect(figures == rest.rows[0], "others of \(sql)")
        continue
      }
      var group = Array(row[label..<keys.count])
      if inner[0] == "c", case .text(let text) = group[0] {
        group[0] = try engine.run("SELECT DATE '\(text)' AS c").rows[0][0]
      }
      seen.append(group)
      listed.append(Array(row[..<label]) + group + figures)
      if case .double(let share) = row[keys.count], case .integer(let n) = figures[0],
        case .integer(let n2) = all
      {
        #expect(share == Double(n) / Double(n2), "share of \(sql)")
      }
    }
    #expect(listed == ranked.rows, "groups of \(sql)")
  }

  @Test(arguments: 0..<40)
  func additiveFiguresAddUp(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(1000 + seed))
    let engine = Self.engine(&random)
    let count = random.within(1...3)
    let rows = try engine.run(
      "SELECT b, COUNT(*) AS n, SUM(d) AS d, SHARE(COUNT(*)) AS p FROM t GROUP BY b "
        + "TOP \(count) BY COUNT(*) WITH OTHERS WITH TOTAL"
    ).rows
    for column in [1, 2] {
      let parts = rows.dropLast().reduce(Int128(0)) { $0 + Constants.unscaled($1[column]) }
      #expect(parts == Constants.unscaled(rows[rows.count - 1][column]))
    }
    #expect(rows[rows.count - 1][3] == .double(1))
    let shares = rows.dropLast().reduce(0.0) { sum, row in
      if case .double(let share) = row[3] { sum + share } else { sum }
    }
    #expect(abs(shares - 1) < 1e-12)
  }

  /// A window sees all groups, whether TOP lists them or not.
  @Test(arguments: 0..<120)
  func windowsAreThoseOfAllGroups(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(2000 + seed))
    let engine = Self.engine(&random)
    let isWhole = random.once(in: 2)
    let lists = random.one(of: [[], ["a"]])
    let keys = (lists + ["b"]).joined(separator: ", ")
    let sums = [
      "SUM(x)", "COUNT(*)", "COUNT(*) - COUNT(x)", "COALESCE(SUM(x), 0) * 3", "SUM(x) / 4",
    ]
    let figuresOfGroups = [
      "MAX(x)", "COUNT(DISTINCT s)", "MEDIAN(d)", "length(b)", "1", "SUM(x) + SUM(x)",
    ]
    let summed = random.one(of: isWhole ? sums : sums + figuresOfGroups)
    let parts = lists + (isWhole ? [] : ["substr(b, 1, 1)", "COUNT(*) > 3"])
    let over =
      parts.isEmpty || random.once(in: 3)
      ? "OVER ()" : "OVER (PARTITION BY \(random.one(of: parts)))"
    let order = (["b"] + lists).joined(separator: ", ")
    let others =
      ", RANK() OVER (ORDER BY SUM(x), b) AS rank, LAG(b) OVER (ORDER BY \(order)) AS before"
      + ", SUM(COUNT(*)) OVER (ORDER BY \(order) ROWS 1 PRECEDING) AS two"
    let figures =
      "SUM(\(summed)) \(over) AS total, SHARE(\(summed)) \(over) AS share"
      + (isWhole ? "" : others)
    let names = "total, share" + (isWhole ? "" : ", rank, before, two")
    let count = random.within(1...4)
    let rank = "COUNT(*) DESC, b NULLS LAST"
    let listed = try engine.run(
      "SELECT \(keys), \(figures) FROM t GROUP BY \(keys) TOP \(count) BY COUNT(*)"
        + (lists.isEmpty ? "" : " PER a") + (isWhole ? " WITH OTHERS WITH TOTAL" : ""))
    let all = try engine.run(
      "SELECT \(keys), \(names) FROM (SELECT \(keys), \(figures), row_number() OVER "
        + "(\(lists.isEmpty ? "" : "PARTITION BY a ")ORDER BY \(rank)) AS place FROM t "
        + "GROUP BY \(keys)) WHERE place <= \(count) ORDER BY "
        + "\(lists.isEmpty ? "" : "a NULLS LAST, ")place")
    // The others and the total end each list; the groups stand before them.
    var rows: [[Value]] = []
    var left = all.rows[...]
    for row in listed.rows where left.first == row {
      rows.append(row)
      left = left.dropFirst()
    }
    #expect(rows == all.rows, "\(figures), \(listed.rows)")
    if !isWhole { #expect(listed.rows.count == all.rows.count) }
  }
}
