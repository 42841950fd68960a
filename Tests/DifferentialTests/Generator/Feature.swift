/// Parts of the language that queries may use; those not yet built are not generated.
enum Feature: CaseIterable {
  case outerJoins, subqueries, correlation, setOperations, recursion, windows, glob, rowValues
  case naturalJoins, existence, havingAlone

  /// What the program does not have yet: to end empty.
  static let unbuilt: Set<Feature> = [
    .outerJoins, .subqueries, .correlation, .setOperations, .recursion, .glob,
    .rowValues, .naturalJoins, .existence,
  ]
}
