import Columns

extension Question {
  /// A value a row, out of the rows around it.
  static let windows: [Question] = [
    Question(
      name: "running sum",
      statement: """
        SELECT seizure_id, sum(value_usd) OVER (
          PARTITION BY reporting_country ORDER BY seized_on, seizure_id ROWS UNBOUNDED PRECEDING)
        FROM seizures
        """
    ) { sample in
      let seizures = try sample.seizures()
      var sums = [Int?](repeating: nil, count: seizures.rows.count)
      for rows in inOrder(seizures, by: seizures.reporters) {
        var total = PlainTotal()
        for row in rows {
          total.add(seizures.cents[row])
          sums[row] = total.sum
        }
      }
      return .numbered(count: sums.count) { [.decimal(sums[$0], 2)] }
    },
    Question(
      name: "lag",
      statement: """
        SELECT seizure_id,
          seized_on - lag(seized_on) OVER (PARTITION BY office ORDER BY seized_on, seizure_id)
        FROM seizures
        """
    ) { sample in
      let seizures = try sample.seizures()
      var gaps = [Int?](repeating: nil, count: seizures.rows.count)
      for rows in inOrder(seizures, by: seizures.offices) {
        for (before, row) in zip(rows, rows.dropFirst()) {
          gaps[row] = seizures.days[row] - seizures.days[before]
        }
      }
      return .numbered(count: gaps.count) { [.whole(gaps[$0])] }
    },
    Question(
      name: "rank",
      statement: """
        SELECT seizure_id, rank() OVER (PARTITION BY category ORDER BY value_usd DESC NULLS LAST)
        FROM seizures
        """
    ) { sample in
      let seizures = try sample.seizures()
      var ranks = [Int](repeating: 0, count: seizures.rows.count)
      for (_, rows) in seizures.grouped(by: { seizures.categories.codes[$0] }) {
        let order = rows.sorted { (seizures.cents[$0] ?? -1) > (seizures.cents[$1] ?? -1) }
        for (place, row) in order.enumerated() {
          let isTied = place > 0 && seizures.cents[row] == seizures.cents[order[place - 1]]
          ranks[row] = isTied ? ranks[order[place - 1]] : place + 1
        }
      }
      return .numbered(count: ranks.count) { [.whole(ranks[$0])] }
    },
  ]

  /// The rows of each text of a column, in order of their days.
  private static func inOrder(
    _ seizures: PlainSeizures, by texts: PlainTexts
  ) -> [[Int]] {
    seizures.grouped { texts.codes[$0] }.values.map { rows in
      rows.sorted { (seizures.days[$0], $0) < (seizures.days[$1], $1) }
    }
  }
}
