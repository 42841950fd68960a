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
    let rows = try source.fields.enumerated().flatMap { position, field in
      let name = names[position]
      let row = try summary(of: field, as: name, in: shared.plan.fields)
      return field.type == .measure
        ? Self.summaries(ofMeasures: row, as: name)
        : ["SELECT \(row.joined(separator: ", ")) FROM \(SQLText.quoted(Self.summarized))"]
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

  /// The queries for a column of measures: a row for each dimension, behind the column's name, since
  /// there is no average of kilograms and tablets; and one row where it has no value.
  ///
  /// - Parameter row: the expressions of a row, as for any column.
  private static func summaries(ofMeasures row: [String], as name: String) -> [String] {
    let table = SQLText.quoted(summarized)
    let ofAll =
      "(SELECT CAST(100.0 * (count(*) - count(\(name))) / nullif(count(*), 0) AS DECIMAL(9, 2)) "
      + "FROM \(table))"
    let heading = "\(row[0]) || ' (' || dimension_of(\(name)) || ')'"
    let filled = [heading] + row[1..<row.count - 1] + [ofAll]
    return [
      "SELECT \(filled.joined(separator: ", ")) FROM \(table) WHERE \(name) IS NOT NULL "
        + "GROUP BY dimension_of(\(name))",
      "SELECT \(row.joined(separator: ", ")) FROM \(table) WHERE \(name) IS NULL "
        + "HAVING (SELECT count(\(name)) FROM \(table)) = 0",
    ]
  }

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
