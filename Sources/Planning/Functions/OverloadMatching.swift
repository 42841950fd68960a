import Columns

extension ScalarOverload {
  /// The first of `overloads` whose argument types are exactly `types`; failing that the first to
  /// which all of `types` cast implicitly; nil where none is.
  static func matching(_ types: [DataType], _ overloads: [ScalarOverload]) -> ScalarOverload? {
    overloads.first { $0.argumentTypes == types }
      ?? overloads.first { overload in
        overload.argumentTypes.count == types.count
          && zip(types, overload.argumentTypes).allSatisfy { TypeRules.canCastImplicitly($0, $1) }
      }
  }

  /// This overload if arguments of `types` fit it.
  func ifMatching(_ types: [DataType]) -> ScalarOverload? { Self.matching(types, [self]) }
}

extension ScalarFunction {
  /// A function with a fixed list of overloads, in order of preference.
  init(
    _ names: String..., signature: String, help: String, example: String = "",
    overloads: [ScalarOverload]
  ) {
    self.init(names: names, signature: signature, help: help, example: example) { types, _ in
      ScalarOverload.matching(types, overloads)
    }
  }
}
