import Columns

/// A function or operator of one row: its names, its help, and what it does for which types.
///
/// Operators are functions whose name is their symbol; `-` has an overload of one argument and
/// one of two.
package struct ScalarFunction: Sendable {
  /// The overload for arguments of some types, of which the constant ones have the values given.
  package typealias Resolver =
    @Sendable (_ types: [DataType], _ constants: [Value?])
    -> ScalarOverload?

  /// The canonical name first, then aliases; lower case.
  package let names: [String]
  /// How a call is written: `substr(text, start [, count])`.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// A statement that shows its use, as ``FunctionReference/example`` has it; empty where no name
  /// calls it but a sign or words of the language.
  package let example: String
  private let resolver: Resolver

  /// A function with overloads found by `resolver`, which gives nil for types that it does not
  /// take. It is given as many constants as types, nil where an argument is no constant.
  package init(
    names: [String], signature: String, help: String, example: String = "",
    resolver: @escaping Resolver
  ) {
    self.names = names
    self.signature = signature
    self.help = help
    self.example = example
    self.resolver = resolver
  }

  /// A function whose overload depends on the types of its arguments alone.
  package init(
    _ names: String..., signature: String, help: String, example: String = "",
    resolve: @escaping @Sendable ([DataType]) -> ScalarOverload?
  ) {
    self.init(names: names, signature: signature, help: help, example: example) { types, _ in
      resolve(types)
    }
  }

  /// The name under which plans show it.
  package var name: String { names[0] }

  /// The overload for arguments of `types`; nil where there is none.
  ///
  /// The type `.null` fits every parameter. So the binder may pass it for a text literal of which
  /// the type is still open, and cast the literal to what the overload asks for.
  ///
  /// - Parameter constants: the values of the arguments that are constants, as far as known; empty
  ///   or as long as `types`. Some result types depend on them, as that of `round(x, 2)` does.
  package func resolve(_ types: [DataType], constants: [Value?] = []) -> ScalarOverload? {
    resolver(
      types, constants.count == types.count ? constants : types.map { _ in nil })
  }
}

/// A function for arguments of certain types.
package struct ScalarOverload: Sendable {
  /// Takes one vector an argument, each of its argument type and of `rows` rows (or a constant of
  /// as many), and gives one of the result type and as many rows. Throws ``ValueError``.
  package typealias Evaluation =
    @Sendable (_ arguments: [Vector], _ rows: Int, _ context: EvaluationContext) throws -> Vector

  /// What each argument is cast to before the call; as many as there are arguments.
  package let argumentTypes: [DataType]
  package let resultType: DataType
  /// Whether a NULL argument may give a result that is not NULL, as in `coalesce`; otherwise any
  /// NULL argument makes the result NULL.
  package let handlesNulls: Bool
  /// Whether evaluating counts rows in the ``EvaluationContext``. Such a call must see every row,
  /// and must never be evaluated once for each distinct value instead.
  package let countsNotes: Bool
  /// Whether an error of its only argument makes the result NULL instead.
  package let catchesErrors: Bool
  /// The same, whose notes speak of the column of that name; nil where they speak of none.
  package let noting: (@Sendable (String) -> ScalarOverload)?
  /// Whether a row takes microseconds, so that a batch takes long enough to tell how far it is.
  package let isSlow: Bool
  /// What is wrong with the call, where something is: it is refused.
  package let fault: ArgumentFault?
  package let evaluate: Evaluation

  package init(
    _ argumentTypes: [DataType], _ resultType: DataType, handlesNulls: Bool = false,
    countsNotes: Bool = false, noting: (@Sendable (String) -> ScalarOverload)? = nil,
    catchesErrors: Bool = false, isSlow: Bool = false, fault: ArgumentFault? = nil,
    evaluate: @escaping Evaluation
  ) {
    self.argumentTypes = argumentTypes
    self.resultType = resultType
    self.handlesNulls = handlesNulls
    self.countsNotes = countsNotes
    self.noting = noting
    self.catchesErrors = catchesErrors
    self.isSlow = isSlow
    self.fault = fault
    self.evaluate = evaluate
  }
}

/// What is wrong with a call, or with one of its arguments that is a constant.
package struct ArgumentFault: Sendable {
  /// Which argument, counted from 0; nil for the call itself.
  package let argument: Int?
  package let message: String
  /// The bytes of the argument's text at fault; nil for all of it.
  package let bytes: Range<Int>?
  /// The text that was most likely meant in place of the argument's; nil where none is near.
  package let guess: String?
  /// What may be written in its place, one sentence each.
  package let help: [String]

  package init(
    argument: Int? = nil, message: String, bytes: Range<Int>? = nil, guess: String? = nil,
    help: [String] = []
  ) {
    self.argument = argument
    self.message = message
    self.bytes = bytes
    self.guess = guess
    self.help = help
  }
}
