/// Parts of the language that queries may use; those not yet built are not generated.
enum Feature: CaseIterable {
  case outerJoins, subqueries, correlation, setOperations, recursion, windows, glob, rowValues
  case existence, havingAlone
  /// LIMIT in a query that sees the one around it.
  case correlatedLimits

  /// What the program does not have yet: to end empty.
  static let unbuilt: Set<Feature> = []
}
