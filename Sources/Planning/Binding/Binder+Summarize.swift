import Columns
import Language

extension Binder {
  private static let summarized = "\u{1}summarized"

  /// SUMMARIZE, as the query that answers it: a row for each column, every figure exact.
  func bindSummary(of query: Query) throws -> BoundStatement {
    let source = try bind(query)
    guard !source.fields.isEmpty else { return .query(source) }
    // Columns go by number: names may occur twice.
    let names = source.fields.indices.map { "c\($0)" }
    let shared = SharedPlan(name: "summarized", plan: source.renamed(names))
    hiddenTables[Self.summarized] = Plan(.shared(shared), fields: shared.plan.fields)
    let rows = try source.fields.enumerated().map { position, field in
      "SELECT "
        + (try summary(of: field, as: names[position], in: shared.plan.fields))
        .joined(separator: ", ") + " FROM \(SQLText.quoted(Self.summarized))"
    }
    guard
      case .query(let summary) = try Parser.statement(
        Source(rows.joined(separator: " UNION ALL "))
      ).kind
    else { return .query(source) }
    let placed = SyntaxRewriter(movingTo: query.range).rewrite(summary)
    return .query(try bind(placed).renamed(Self.headings))
  }

  /// As in DuckDB, but for `unique`, which is approximate there.
  private static let headings = [
    "column_name", "column_type", "min", "max", "unique", "avg", "std", "q25", "q50", "q75",
    "count", "null_percentage",
  ]

  /// The expressions of one row.
  private func summary(of field: Field, as name: String, in fields: [Field]) throws -> [String] {
    // Not every type has an average; what a type has not is NULL.
    func text(_ aggregate: String) throws -> String {
      let written = try Parser.expression(Source(aggregate))
      var context = ExpressionContext(scope: Scope(fields: fields), clause: "SUMMARIZE")
      context.allowsAggregates = true
      return (try? bind(written, &context)) == nil
        ? "CAST(NULL AS VARCHAR)" : "CAST(\(aggregate) AS VARCHAR)"
    }
    return [
      SQLText.literal(field.name), SQLText.literal(field.type.description),
      try text("min(\(name))"), try text("max(\(name))"), "count(DISTINCT \(name))",
      try text("avg(\(name))"), try text("stddev_samp(\(name))"),
      try text("quantile_cont(\(name), 0.25)"), try text("quantile_cont(\(name), 0.5)"),
      try text("quantile_cont(\(name), 0.75)"), "count(*)",
      "CAST(100.0 * (count(*) - count(\(name))) / nullif(count(*), 0) AS DECIMAL(9, 2))",
    ]
  }
}
