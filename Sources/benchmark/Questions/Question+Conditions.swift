import Columns

extension Question {
  /// A row a group, in which rows count where a condition holds.
  static let conditions: [Question] = [
    Question(
      name: "pivot by CASE",
      statement: """
        SELECT category, sum(CASE WHEN mode = 'Mail' THEN 1 ELSE 0 END),
          sum(CASE WHEN mode = 'Passenger' THEN value_usd END),
          count(CASE WHEN value_usd >= 1000000 THEN 1 END)
        FROM seizures GROUP BY category
        """
    ) { sample in
      let seizures = try sample.seizures()
      let mail = seizures.modes.code(of: "Mail")
      let passenger = seizures.modes.code(of: "Passenger")
      let groups = seizures.grouped { seizures.categories.codes[$0] }
      return .unordered(
        groups.map { category, rows in
          var carried = PlainTotal()
          for row in rows where seizures.modes.codes[row] == passenger {
            carried.add(seizures.cents[row])
          }
          return [
            seizures.categories.value(ofCode: category),
            .whole(rows.count { seizures.modes.codes[$0] == mail }), .decimal(carried.sum, 2),
            .whole(rows.count { (seizures.cents[$0] ?? 0) >= 100_000_000 }),
          ]
        })
    },
    Question(
      name: "sum of masses",
      statement: """
        SELECT category, amount_of(sum(try_convert(quantity, 'kg')), 6)
        FROM seizures GROUP BY category
        """
    ) { sample in
      let seizures = try sample.seizures()
      let (kilograms, grams) = (seizures.units.code(of: "kg"), seizures.units.code(of: "g"))
      let totals = seizures.totals(PlainTotal()) {
        [seizures.categories.codes[$0]]
      } _: { total, row in
        let unit = seizures.units.codes[row]
        // In millionths of a kilogram.
        if unit == kilograms { total.add(seizures.quantities[row].map { $0 * 1000 }) }
        if unit == grams { total.add(seizures.quantities[row]) }
      }
      return .unordered(
        totals.map { [seizures.categories.value(ofCode: $0[0]), .decimal($1.sum, 6)] })
    },
  ]
}
