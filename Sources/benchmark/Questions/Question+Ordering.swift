import Columns

extension Question {
  /// What the order of values decides.
  static let ordering: [Question] = [
    Question(
      name: "sort all",
      statement: """
        SELECT seizure_id, reporting_country, value_usd FROM seizures
        ORDER BY reporting_country, value_usd DESC NULLS LAST, seizure_id
        """
    ) { sample in
      let seizures = try sample.seizures()
      let ranks = seizures.reporters.ranks
      let keys = seizures.rows.map { row in
        // What has no value comes last, and no value is negative.
        (ranks[Int(seizures.reporters.codes[row])], -(seizures.cents[row] ?? -1), row)
      }
      let order = seizures.rows.sorted { keys[$0] < keys[$1] }
      return .ordered(count: order.count) { place in
        let row = order[place]
        return [
          .whole(seizures.number(row)), seizures.reporters.value(row),
          .decimal(seizures.cents[row], 2),
        ]
      }
    },
    Question(
      name: "top 100",
      statement: """
        SELECT seizure_id, value_usd FROM seizures
        ORDER BY value_usd DESC NULLS LAST, seizure_id LIMIT 100
        """
    ) { sample in
      let seizures = try sample.seizures()
      let order = seizures.rows.sorted {
        (-(seizures.cents[$0] ?? -1), $0) < (-(seizures.cents[$1] ?? -1), $1)
      }
      return .ordered(count: min(100, order.count)) { place in
        [.whole(seizures.number(order[place])), .decimal(seizures.cents[order[place]], 2)]
      }
    },
    Question(
      name: "median",
      statement: "SELECT product, median(value_usd) FROM seizures GROUP BY product"
    ) { sample in
      try values(sample) { sorted in
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        // In thousandths of a dollar.
        return .decimal((low + high) * 5, 3)
      }
    },
    Question(
      name: "quantile",
      statement: "SELECT product, quantile_cont(value_usd, 0.95) FROM seizures GROUP BY product"
    ) { sample in
      try values(sample) { sorted in
        let place = 95 * (sorted.count - 1)
        let low = sorted[place / 100]
        let high = sorted[min(place / 100 + 1, sorted.count - 1)]
        // In hundredths of a cent.
        return .decimal(low * 100 + (high - low) * (place % 100), 4)
      }
    },
  ]

  /// A row a product, with what `body` makes of its values in cents, which ascend.
  private static func values(
    _ sample: PlainSample, _ body: ([Int]) -> Value
  ) throws -> Expected {
    let seizures = try sample.seizures()
    return .unordered(
      seizures.grouped { seizures.products.codes[$0] }.map { product, rows in
        let sorted = rows.compactMap { seizures.cents[$0] }.sorted()
        return [
          seizures.products.value(ofCode: product), sorted.isEmpty ? .null : body(sorted),
        ]
      })
  }
}
