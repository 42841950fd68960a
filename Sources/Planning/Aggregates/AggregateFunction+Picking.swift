import Columns

extension AggregateFunction {
  /// The value of one row.
  static let picking: [AggregateFunction] = [
    pick(
      .first, "first", "arbitrary", traits: [.ordered, .keepsNulls],
      help: "The value of the first row, NULL or not; in the order given, or that of the rows.",
      example:
        "SELECT first(what ORDER BY year) FROM (VALUES ('gold', 2024), ('ivory', 2022)) AS t(what, year)"
    ),
    pick(
      .last, "last", traits: [.ordered, .keepsNulls],
      help: "The value of the last row, NULL or not; in the order given, or that of the rows.",
      example:
        "SELECT last(status ORDER BY day) FROM (VALUES ('seized', 1), ('destroyed', 9)) AS t(status, day)"
    ),
    pick(
      .firstValue, "any_value", traits: [.ordered, .idempotent],
      help: "The first value that is not NULL; in the order given, or that of the rows.",
      example:
        "SELECT any_value(label) FROM (VALUES ('30', NULL), ('30', 'Medicines')) AS t(code, label)"),
    argument(
      "arg_min", "argmin", "min_by", isMaximum: false, nulls: .leavesOut,
      help: "The x of the row with the least y; rows with a NULL are left out."),
    argument(
      "arg_max", "argmax", "max_by", isMaximum: true, nulls: .leavesOut,
      help: "The x of the row with the greatest y; rows with a NULL are left out."),
    argument(
      "arg_min_null", isMaximum: false, nulls: .keepsValues,
      help: "The x of the row with the least y, even if x is NULL."),
    argument(
      "arg_max_null", isMaximum: true, nulls: .keepsValues,
      help: "The x of the row with the greatest y, even if x is NULL."),
    argument(
      "arg_min_nulls_last", isMaximum: false, nulls: .keysLast,
      help: "The x of the row with the least y, even if x is NULL; a NULL y comes last."),
    argument(
      "arg_max_nulls_last", isMaximum: true, nulls: .keysLast,
      help: "The x of the row with the greatest y, even if x is NULL; a NULL y comes last."),
  ]

  private static func pick(
    _ choice: PickState.Choice, _ names: String..., traits: Traits, help: String, example: String
  ) -> AggregateFunction {
    AggregateFunction(
      names: names, signature: "\(names[0])(x [ORDER BY …])", help: help, example: example,
      traits: traits
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      let type = types[0]
      return AggregateOverload([type], type) { PickState(choice, type: type, rows: $0) }
    }
  }

  private static func argument(
    _ names: String..., isMaximum: Bool, nulls: ArgExtremeState.NullTreatment, help: String
  ) -> AggregateFunction {
    AggregateFunction(
      names: names, signature: "\(names[0])(x, y)", help: help,
      example:
        "SELECT \(names[0])(x, kg) FROM (VALUES ('CN', 9), ('IN', 5), (NULL, 40), (NULL, 1)) AS t(x, kg)",
      traits: .ordered
    ) { (types, _) throws(ValueError) in
      guard types.count == 2 else { return nil }
      let type = types[0]
      return AggregateOverload(types, type) {
        ArgExtremeState(isMaximum: isMaximum, nulls: nulls, type: type, rows: $0)
      }
    }
  }
}
