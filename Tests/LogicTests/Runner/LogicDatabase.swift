/// What runs the statements of a script.
protocol LogicDatabase {
  /// Runs `sql`, which may be several statements; the last one's result counts.
  mutating func run(_ sql: String) -> LogicResult
}

/// What a statement came to.
enum LogicResult {
  /// Rows of cells as they are printed; nil is NULL.
  case rows([[String?]])
  /// Something was done that has no rows.
  case done
  /// Refused, with the message.
  case failed(String)
  /// The program ended, or never answered: wrong whatever was expected.
  case broken(String)
}
