import Columns

extension AggregateFunction {
  /// Texts put together.
  static let texts: [AggregateFunction] = [
    AggregateFunction(
      "string_agg", "group_concat", "listagg",
      signature: "string_agg([DISTINCT] x [, separator] [ORDER BY …])",
      help:
        "The texts of all rows with a separator (a comma) between them, in the order given, or that of the rows.",
      example:
        "SELECT string_agg(DISTINCT x, ', ' ORDER BY x) FROM (VALUES ('IN'), ('CN'), ('IN')) AS t(x)",
      traits: [.ordered, .withinGroup]
    ) { (types, constants) throws(ValueError) in
      var separator: String? = ","
      if types.count == 2 {
        switch (types[1], constants[1]) {
        case (.varchar, .text(let text)?), (.null, .text(let text)?): separator = text
        case (.null, .null?), (.varchar, .null?): separator = nil
        case (.varchar, nil): throw .badArgument("the separator must be a constant")
        default: return nil
        }
      }
      guard types.count == 1 || types.count == 2 else { return nil }
      guard let separator else {
        // No text stands beside a separator that is NULL.
        return AggregateOverload([.varchar], .varchar) { NullState(type: .varchar, rows: $0) }
      }
      return AggregateOverload([.varchar], .varchar) {
        TextJoinState(separator: separator, rows: $0)
      }
    }
  ]
}
