import Columns

extension Question {
  /// A row a group.
  static let grouping: [Question] = [
    Question(
      name: "group by few",
      statement: "SELECT category, count(*), sum(value_usd) FROM seizures GROUP BY category"
    ) { sample in
      let seizures = try sample.seizures()
      return sums(seizures, by: [seizures.categories])
    },
    Question(
      name: "group by several codes",
      statement: """
        SELECT category, detection, reporting_country, count(*), sum(value_usd)
        FROM seizures GROUP BY ALL
        """
    ) { sample in
      let seizures = try sample.seizures()
      return sums(
        seizures, by: [seizures.categories, seizures.detections, seizures.reporters])
    },
    Question(
      name: "group by many",
      statement: """
        SELECT office, product, seized_on, count(*), sum(value_usd) FROM seizures GROUP BY ALL
        """
    ) { sample in
      let seizures = try sample.seizures()
      let totals = seizures.totals(PlainTotal()) { row in
        [
          seizures.offices.codes[row], seizures.products.codes[row],
          UInt32(seizures.days[row]),
        ]
      } _: {
        $0.add(seizures.cents[$1])
      }
      return .unordered(
        totals.map { key, total in
          [
            seizures.offices.value(ofCode: key[0]), seizures.products.value(ofCode: key[1]),
            .date(Int32(key[2])), .whole(total.rows), .decimal(total.sum, 2),
          ]
        })
    },
    Question(
      name: "count distinct",
      statement: """
        SELECT category, count(DISTINCT brand), count(DISTINCT office)
        FROM seizures GROUP BY category
        """
    ) { sample in
      let seizures = try sample.seizures()
      let groups = seizures.grouped { seizures.categories.codes[$0] }
      let distinct = { (rows: [Int], texts: PlainTexts) in
        Value.whole(Set(rows.map { texts.codes[$0] }).subtracting([0]).count)
      }
      return .unordered(
        groups.map { category, rows in
          [
            seizures.categories.value(ofCode: category), distinct(rows, seizures.brands),
            distinct(rows, seizures.offices),
          ]
        })
    },
    Question(
      name: "rollup",
      statement: """
        SELECT category, mode, count(*), sum(value_usd)
        FROM seizures GROUP BY ROLLUP (category, mode)
        """
    ) { sample in
      let seizures = try sample.seizures()
      return sets(seizures, [seizures.categories, seizures.modes], [[0, 1], [0], []])
    },
    Question(
      name: "grouping sets",
      statement: """
        SELECT category, mode, reporting_country, count(*), sum(value_usd)
        FROM seizures GROUP BY GROUPING SETS ((category, mode), (reporting_country), ())
        """
    ) { sample in
      let seizures = try sample.seizures()
      return sets(
        seizures, [seizures.categories, seizures.modes, seizures.reporters], [[0, 1], [2], []])
    },
  ]

  /// The groups of `keys` with the number and the value of their rows.
  private static func sums(_ seizures: PlainSeizures, by keys: [PlainTexts]) -> Expected {
    sets(seizures, keys, [Array(keys.indices)])
  }

  /// The same for each of `sets`, which hold places in `keys`; the other keys are NULL.
  private static func sets(
    _ seizures: PlainSeizures, _ keys: [PlainTexts], _ sets: [[Int]]
  ) -> Expected {
    var rows: [[Value]] = []
    for set in sets {
      let totals = seizures.totals(PlainTotal()) { row in
        keys.indices.map { set.contains($0) ? keys[$0].codes[row] : 0 }
      } _: {
        $0.add(seizures.cents[$1])
      }
      for (key, total) in totals {
        let values = zip(keys, key).map { $0.value(ofCode: $1) }
        rows.append(values + [.whole(total.rows), .decimal(total.sum, 2)])
      }
    }
    return .unordered(rows)
  }
}
