import Columns
import Language

// Two administrations report one seizure; one reports it twice, a day apart or in another unit. What
// such pairs have in common can be asked for in SQL, and is: the function is a query, written here
// once so that a figure with and without suspected duplicates needs no thirty lines.

extension Binder {
  /// What `.help` says of `near_duplicates`.
  static let nearDuplicates = FunctionReference(
    kind: .table, names: ["near_duplicates"],
    signature:
      "near_duplicates(table, date, place, product, quantity [, days := 1] [, tolerance := 0.01] "
      + "[, key := row number])",
    help:
      "Pairs of rows that look like one seizure reported twice: one product, days at most days apart, "
      + "one place or two of one region, quantities equal but for tolerance; with a score up to 1.",
    example: """
      WITH s(d, place, what, kg) AS (VALUES (DATE '2024-05-01', 'DE', 'gold', 5), (DATE '2024-05-02', 'NL', 'gold', 5))
      SELECT row_1, row_2, score FROM near_duplicates(s, d, place, what, kg)
      """)

  /// The arguments that may be left out, in the order in which they may stand.
  private static let nearDuplicateOptions: [(name: String, value: String)] = [
    ("days", "1"), ("tolerance", "0.01"), ("key", "\"row\""),
  ]

  /// The rows of `near_duplicates(…)`.
  ///
  /// - Throws: a ``Diagnostic`` at the call.
  func bindNearDuplicates(
    _ call: FunctionCall, _ alias: TableAlias?, at range: SourceRange
  ) throws -> BoundTable {
    let positional = call.arguments.filter { $0.name == nil }.map(\.value.sql)
    let names = Self.nearDuplicateOptions.map(\.name)
    guard (5...5 + names.count).contains(positional.count) else {
      throw Diagnostic(
        .error, "near_duplicates takes 5 arguments and more, not \(positional.count)", at: range,
        help: ["it is written \(Self.nearDuplicates.signature)"])
    }
    var options = Dictionary(
      uniqueKeysWithValues: Self.nearDuplicateOptions.map { ($0.name, $0.value) })
    for (name, value) in zip(names, positional.dropFirst(5)) { options[name] = value }
    for argument in call.arguments {
      guard let name = argument.name else { continue }
      guard options[name.folded] != nil else {
        throw TableProblem.unknown(
          kind: "argument of near_duplicates", name: name.name, known: names
        ).diagnostic(at: name.range)
      }
      options[name.folded] = argument.value.sql
    }
    let query = NearDuplicateQuery(
      table: positional[0], date: positional[1], place: positional[2], product: positional[3],
      quantity: positional[4], days: options["days"] ?? "", tolerance: options["tolerance"] ?? "",
      key: options["key"] ?? "")
    let plan = try telling(inside: "near_duplicates", at: range) {
      try bind(try Self.parsed(query.text, at: range))
    }
    return try named(plan, "near_duplicates", alias)
  }

  private static func parsed(_ text: String, at range: SourceRange) throws -> Query {
    let statement = try Parser.statement(Source(text))
    guard case .query(let query) = statement.kind else {
      throw BindingProblem.notBuilt("near_duplicates").diagnostic(at: range)
    }
    return SyntaxRewriter(movingTo: range).rewrite(query)
  }
}

/// The query behind the function, of expressions as they were written.
///
/// Every row meets those of its product on its day and the next `days` days, so each pair comes once
/// and the work grows with the rows, not with their square. The score is half for the place (one
/// place, or half of that for two of one region of the World Customs Organization, as where
/// neighbours report one seizure), and a quarter each for days and quantities, less the further they
/// are apart. Of a pair the row that stands first in the table is the first.
private struct NearDuplicateQuery {
  let table, date, place, product, quantity, days, tolerance, key: String

  var text: String {
    """
    WITH "near rows" AS (
      SELECT *, \(key) AS "key" FROM (
        SELECT *, row_number() OVER () AS "row", CAST(\(date) AS DATE) AS "near date",
          CAST(\(place) AS VARCHAR) AS "near place", \(product) AS "near product",
          \(quantity) AS "near quantity"
        FROM \(table)
      ) AS "near source"
    ), "near pairs" AS (
      SELECT a."row" > b."row" AS swapped, least(a."row", b."row") AS first_row,
        greatest(a."row", b."row") AS second_row, a."key" AS key_a, b."key" AS key_b,
        a."near date" AS date_a, b."near date" AS date_b, a."near place" AS place_a,
        b."near place" AS place_b, a."near product" AS product,
        a."near quantity" AS quantity_a, b."near quantity" AS quantity_b, a.gap AS gap,
        relative_difference(a."near quantity", b."near quantity") AS difference,
        CASE WHEN a."near place" = b."near place" THEN 1.0
          WHEN wco_region(a."near place") = wco_region(b."near place") THEN 0.5 END AS nearness
      FROM (
        SELECT "near rows"."row", "near rows"."key", "near rows"."near date",
          "near rows"."near place", "near rows"."near product", "near rows"."near quantity",
          gap, "near date" + gap AS "day"
        FROM "near rows", generate_series(0, CAST(\(days) AS BIGINT)) AS steps(gap)
      ) AS a
      JOIN "near rows" AS b ON a."near product" = b."near product" AND a."day" = b."near date"
      WHERE a.gap > 0 OR a."row" < b."row"
    )
    SELECT if(swapped, key_b, key_a) AS row_1, if(swapped, key_a, key_b) AS row_2,
      if(swapped, date_b, date_a) AS date_1, if(swapped, date_a, date_b) AS date_2,
      if(swapped, place_b, place_a) AS place_1, if(swapped, place_a, place_b) AS place_2, product,
      if(swapped, quantity_b, quantity_a) AS quantity_1,
      if(swapped, quantity_a, quantity_b) AS quantity_2,
      round(0.5e0 * nearness + 0.25e0 * (1 - gap / (\(days) + 1))
        + 0.25e0 * (1 - coalesce(difference / nullif(\(tolerance), 0), 0)), 2) AS score
    FROM "near pairs"
    WHERE difference <= \(tolerance) AND nearness IS NOT NULL
    ORDER BY score DESC, first_row, second_row
    """
  }
}
