import Columns
import Reference

extension FunctionTable {
  /// The operators that ask whether a code is under a branch, and a day during an operation.
  static let branches: [ScalarFunction] = [
    ScalarFunction(
      names: ["under"], signature: "code UNDER branch",
      help:
        "Whether goods are under 'section XI', '30' or '3004', or a country in 'EU' or 'WCO Europe'.",
      example: "SELECT '300490' UNDER '30', 'Germany' UNDER 'EU', 'KE' UNDER 'WCO Europe'"
    ) { types, constants in
      guard types.count == 2, areCodes(types) else { return nil }
      return under(branch: constants[1])
    },
    ScalarFunction(
      names: ["during"], signature: "date DURING operation",
      help: "Whether a day or a moment is within the days of an operation: 'PANGEA XVI'.",
      example: "SELECT DATE '2023-10-05' DURING 'PANGEA XVI'"
    ) { types, _ in
      // The binder, which knows the tables, puts the days of the operation in its place.
      ScalarOverload(
        types, .boolean,
        fault: ArgumentFault(message: "it is written: date DURING 'name of an operation'")
      ) { _, rows, _ in Vector(constant: .null, type: .boolean, count: rows) }
    },
  ]

  /// Whether a code is under a branch.
  ///
  /// - Parameters:
  ///   - constant: the branch; nil where it depends on rows, of which then no note is made.
  ///   - column: the column of the codes, for the note on those that are none.
  static func under(branch constant: Value?, column: String? = nil) -> ScalarOverload {
    guard let constant, let name = text(of: constant) else {
      return ScalarOverload([.varchar, .varchar], .boolean) { arguments, _, _ in
        try TextTest.truths(arguments[0], arguments[1]) { code, name throws(ValueError) in
          switch Branch.named(name) {
          case .success(let branch): branch.holds(code) == true
          case .failure(let problem): throw .badArgument(problem.message(name))
          }
        }
      }
    }
    switch Branch.named(name) {
    case .failure(let problem):
      return ScalarOverload(
        [.varchar, .varchar], .boolean,
        fault: ArgumentFault(
          argument: 1, message: problem.message(name), guess: problem.guess(name),
          help: problem.help)
      ) { _, rows, _ in Vector(constant: .null, type: .boolean, count: rows) }
    case .success(let branch):
      let note = RowNote(branch.tree == .goods ? .noGoodsCode : .noCountry, column: column)
      let test = TextTest { text in
        branch.holds(text).map { $0 ? .yes : .no } ?? .unknown
      }
      return ScalarOverload(
        [.varchar, .varchar], .boolean, countsNotes: true,
        noting: { under(branch: constant, column: $0) }
      ) { arguments, _, context in
        let (truths, unknown) = test.evaluate(arguments[0])
        context.count(unknown, note, by: ObjectIdentifier(test))
        return truths
      }
    }
  }

  /// The name that a constant is: digits may be written as a number.
  static func text(of constant: Value) -> String? {
    switch constant {
    case .text(let text): text
    case .integer(let number): "\(number)"
    default: nil
    }
  }
}
