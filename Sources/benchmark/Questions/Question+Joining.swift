import Columns

extension Question {
  /// Several tables.
  static let joining: [Question] = [
    Question(
      name: "join a small table",
      statement: """
        SELECT c.wco_region, count(*), sum(s.value_usd)
        FROM seizures s LEFT JOIN countries c ON s.origin = c.alpha2 GROUP BY c.wco_region
        """
    ) { sample in
      let (seizures, regions) = (try sample.seizures(), try sample.regions())
      let regionOfCode = seizures.origins.texts.map { regions[$0] }
      var totals: [String?: PlainTotal] = [:]
      for row in seizures.rows {
        let region = regionOfCode[Int(seizures.origins.codes[row])]
        totals[region, default: PlainTotal()].add(seizures.cents[row])
      }
      return .unordered(
        totals.map { region, total in
          [region.map { .text($0) } ?? .null, .whole(total.rows), .decimal(total.sum, 2)]
        })
    },
    Question(
      name: "join a big table",
      statement: """
        SELECT s.mode, count(*), sum(c.packages), sum(c.gross_kg)
        FROM seizures s JOIN consignments c ON s.seizure_id = c.seizure_id GROUP BY s.mode
        """
    ) { sample in
      let (seizures, consignments) = (try sample.seizures(), try sample.consignments())
      var totals: [UInt32: (packages: PlainTotal, grams: PlainTotal)] = [:]
      for (index, number) in consignments.seizures.enumerated() {
        let mode = seizures.modes.codes[number - 1]
        totals[mode, default: (PlainTotal(), PlainTotal())].packages
          .add(consignments.packages[index])
        totals[mode]?.grams.add(consignments.grams[index])
      }
      return .unordered(
        totals.map { mode, total in
          [
            seizures.modes.value(ofCode: mode), .whole(total.packages.rows),
            .whole(total.packages.sum), .decimal(total.grams.sum, 3),
          ]
        })
    },
    Question(
      name: "semi-join",
      statement: """
        SELECT category, count(*) FROM seizures s
        WHERE EXISTS (
          SELECT 1 FROM consignments c WHERE c.seizure_id = s.seizure_id AND c.gross_kg >= 1000)
        GROUP BY category
        """
    ) { sample in
      let (seizures, consignments) = (try sample.seizures(), try sample.consignments())
      var isHeavy = [Bool](repeating: false, count: seizures.rows.count)
      for (index, number) in consignments.seizures.enumerated()
      where (consignments.grams[index] ?? 0) >= 1_000_000 {
        isHeavy[number - 1] = true
      }
      let totals = seizures.totals(0) {
        isHeavy[$0] ? [seizures.categories.codes[$0]] : nil
      } _: { total, _ in
        total += 1
      }
      return .unordered(
        totals.map { [seizures.categories.value(ofCode: $0[0]), .whole($1)] })
    },
  ]
}
