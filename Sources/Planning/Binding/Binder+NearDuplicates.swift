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
      "near_duplicates(table, date, place, product, quantity [, days := 1] [, tolerance := 0.01])",
    help:
      "Pairs of rows that look like one seizure reported twice: one product, days at most days apart, "
      + "one place or two of one region, quantities equal but for tolerance; with a score up to 1.")

  private static let nearDuplicateDefaults = ["days": "1", "tolerance": "0.01"]

  /// The rows of `near_duplicates(…)`.
  ///
  /// - Throws: a ``Diagnostic`` at the call.
  func bindNearDuplicates(
    _ call: FunctionCall, _ alias: TableAlias?, at range: SourceRange
  ) throws -> BoundTable {
    let positional = call.arguments.filter { $0.name == nil }.map(\.value)
    var options = Self.nearDuplicateDefaults
    for argument in call.arguments {
      guard let name = argument.name else { continue }
      guard options[name.folded] != nil else {
        throw TableProblem.unknown(
          kind: "argument of near_duplicates", name: name.name, known: options.keys.sorted()
        ).diagnostic(at: name.range)
      }
      options[name.folded] = argument.value.sql
    }
    guard positional.count == 5 else {
      throw BindingProblem.wrongArguments(
        function: "near_duplicates", signature: Self.nearDuplicates.signature, types: []
      ).diagnostic(at: range)
    }
    let query = Self.nearDuplicatesQuery(
      table: positional[0].sql, date: positional[1].sql, place: positional[2].sql,
      product: positional[3].sql, quantity: positional[4].sql,
      days: options["days"] ?? "1", tolerance: options["tolerance"] ?? "0.01")
    let plan = try telling(inside: "near_duplicates", at: range) {
      try detached { try bind(try Self.parsed(query, at: range)) }
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

  /// The query behind the function.
  ///
  /// Every row meets those of its product on its day and the next `days` days, so each pair comes
  /// once and the work grows with the rows, not with their square. The score is half for the place (one place, or half of that for two
  /// of one region of the World Customs Organization, as where neighbours report one seizure), and a
  /// quarter each for days and quantities, less the further they are apart.
  private static func nearDuplicatesQuery(
    table: String, date: String, place: String, product: String, quantity: String, days: String,
    tolerance: String
  ) -> String {
    """
    WITH "rows" AS (
      SELECT row_number() OVER () AS "row", CAST(\(date) AS DATE) AS "date",
        CAST(\(place) AS VARCHAR) AS "place", \(product) AS "product", \(quantity) AS "quantity"
      FROM \(table)
    ), "pairs" AS (
      SELECT a."row" AS row_1, b."row" AS row_2, a."date" AS date_1, b."date" AS date_2,
        a."place" AS place_1, b."place" AS place_2, a."product" AS product,
        a."quantity" AS quantity_1, b."quantity" AS quantity_2, a.gap AS days_apart,
        relative_difference(a."quantity", b."quantity") AS difference,
        CASE WHEN a."place" = b."place" THEN 1.0
          WHEN wco_region(a."place") = wco_region(b."place") THEN 0.5 END AS nearness
      FROM (
        SELECT "rows".*, gap, "date" + gap AS "day"
        FROM "rows", generate_series(0, CAST(\(days) AS BIGINT)) AS steps(gap)
      ) AS a
      JOIN "rows" AS b ON a."product" = b."product" AND a."day" = b."date"
      WHERE a.gap > 0 OR a."row" < b."row"
    )
    SELECT row_1, row_2, date_1, date_2, place_1, place_2, product, quantity_1, quantity_2,
      round(0.5e0 * nearness + 0.25e0 * (1 - days_apart / (\(days) + 1))
        + 0.25e0 * (1 - coalesce(difference / nullif(\(tolerance), 0), 0)), 2) AS score
    FROM "pairs"
    WHERE difference <= \(tolerance) AND nearness IS NOT NULL
    ORDER BY score DESC, row_1, row_2
    """
  }
}
