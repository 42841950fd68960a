import Columns

extension Question {
  /// One row of all seizures, or of some.
  static let filtering: [Question] = [
    Question(
      name: "sum of all", statement: "SELECT sum(value_usd), count(*) FROM seizures"
    ) { sample in
      let seizures = try sample.seizures()
      return total(seizures) { _ in true }
    },
    Question(
      name: "filter and sum",
      statement: """
        SELECT sum(value_usd), count(*) FROM seizures
        WHERE category = 'Medicines' AND seized_on >= DATE '2015-01-01' AND origin IS NOT NULL
        """
    ) { sample in
      let seizures = try sample.seizures()
      let medicines = seizures.categories.code(of: "Medicines")
      // 45 years of 365 days after 1970, 11 of them leap years.
      let start = 45 * 365 + 11
      return total(seizures) { row in
        seizures.categories.codes[row] == medicines && seizures.days[row] >= start
          && seizures.origins.codes[row] != 0
      }
    },
    Question(
      name: "correlated subquery",
      statement: """
        SELECT count(*) FROM seizures s
        WHERE value_usd = (SELECT max(value_usd) FROM seizures t WHERE t.product = s.product)
        """
    ) { sample in
      let seizures = try sample.seizures()
      let count = seizures.grouped { seizures.products.codes[$0] }.values.reduce(0) { count, rows in
        let values = rows.compactMap { seizures.cents[$0] }
        return count + values.count { $0 == values.max() }
      }
      return .unordered([[.whole(count)]])
    },
  ]

  /// The value and the number of the rows that are `wanted`.
  private static func total(
    _ seizures: PlainSeizures, _ wanted: (Int) -> Bool
  ) -> Expected {
    var total = PlainTotal()
    for row in seizures.rows where wanted(row) { total.add(seizures.cents[row]) }
    return .unordered([[.decimal(total.sum, 2), .whole(total.rows)]])
  }
}
