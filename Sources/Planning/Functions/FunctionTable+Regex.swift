import Columns

extension FunctionTable {
  /// Functions of text and a regular expression.
  static let regularExpressions: [ScalarFunction] = [
    matching(
      ["regexp_matches", "regexp_like"], isWhole: false,
      signature: "regexp_matches(text, regex [, options])",
      help: "Whether some part of the text matches the regular expression.",
      example: "SELECT regexp_matches('Found in a FALSE floor', 'false (floor|wall)', 'i')"),
    matching(
      ["regexp_full_match"], isWhole: true, signature: "regexp_full_match(text, regex [, options])",
      help: "Whether all of the text matches the regular expression.",
      example: "SELECT code FROM ref.hs WHERE regexp_full_match(code, '240[0-9]')"),
    ScalarFunction(
      names: ["regexp_extract"],
      signature: "regexp_extract(text, regex [, group] [, options])",
      help: "The first match, or what a group of it matched; an empty text where none is.",
      example: "SELECT regexp_extract('Ref. DE-2024-0017 Hamburg', '[A-Z]{2}-[0-9]{4}-[0-9]+')",
      resolver: extraction),
    ScalarFunction(
      names: ["regexp_replace"],
      signature: "regexp_replace(text, regex, replacement [, options])",
      help: "The text with its first match exchanged, with the option 'g' all; \\1 is a group.",
      example: "SELECT regexp_replace('0507.10-00', '[^0-9]', '', 'g')",
      resolver: replacement),
    function(
      "regexp_escape", signature: "regexp_escape(text)",
      help: "A regular expression that matches just the text.",
      example: "SELECT regexp_escape('0507.10')", [.varchar], .varchar
    ) { try RegexKernels.escape($0[0]) },
    ScalarFunction(
      names: ["similar to"], signature: "text SIMILAR TO regex",
      help: "Whether all of the text matches the regular expression."
    ) { types, constants in
      guard types.count == 2, areTexts(types) else { return nil }
      return match(
        RegexKernels.Pattern(.init(), isWhole: true, refusesWildcards: true), constants)
    },
    ScalarFunction(
      names: ["glob"], signature: "text GLOB pattern",
      help: "Whether the text matches; * is any text, ? one character, [a-z] one of some.",
      example: "SELECT 'Kush-7' GLOB 'Kush-[0-9]'"
    ) { types, constants in
      guard types.count == 2, areTexts(types) else { return nil }
      return match(RegexKernels.Pattern(.init(), isWhole: true, isGlob: true), constants)
    },
    ScalarFunction(
      names: ["~*"], signature: "text ~* regex",
      help: "Like ~, but capital and small letters are the same."
    ) { types, constants in
      guard types.count == 2, areTexts(types) else { return nil }
      var options = RegexOptions()
      options.ignoresCase = true
      return match(RegexKernels.Pattern(options, isWhole: false), constants)
    },
    ScalarFunction(
      names: ["~"], signature: "text ~ regex; ~ whole",
      help: "Whether some part of the text matches; before a number, its bits the other way round."
    ) { types, constants in
      if types.count == 1 { return bitwiseComplement(types[0]) }
      guard types.count == 2, areTexts(types) else { return nil }
      return match(RegexKernels.Pattern(.init(), isWhole: false), constants)
    },
  ]

  /// Whether all of `types` are text, or a bare NULL.
  static func areTexts(_ types: some Sequence<DataType>) -> Bool {
    types.allSatisfy { $0 == .varchar || $0 == .null }
  }

  private static func matching(
    _ names: [String], isWhole: Bool, signature: String, help: String, example: String
  ) -> ScalarFunction {
    ScalarFunction(
      names: names, signature: signature, help: help, example: example
    ) { types, constants in
      guard (2...3).contains(types.count), areTexts(types) else { return nil }
      return withOptions(constants, at: 2, types, allowsGlobal: false) { options in
        match(RegexKernels.Pattern(options, isWhole: isWhole), constants)
      }
    }
  }

  /// The overload that `make` gives for the options that stand at argument `place`, where they do:
  /// options must be constants.
  private static func withOptions(
    _ constants: [Value?], at place: Int, _ types: [DataType], allowsGlobal: Bool,
    _ make: (RegexOptions) -> ScalarOverload?
  ) -> ScalarOverload? {
    guard types.count > place else { return make(RegexOptions()) }
    guard case .text(let letters)? = constants[place] else {
      return refused(types, place, "the options of a regular expression are a text like 'i'")
    }
    do {
      let options = try RegexOptions(letters)
      if options.isGlobal && !allowsGlobal {
        return refused(types, place, "only regexp_replace takes the option 'g'")
      }
      return make(options)
    } catch {
      return refused(types, place, error.message)
    }
  }

  /// An overload that is not called, since one of its arguments is wrong.
  private static func refused(
    _ types: [DataType], _ argument: Int, _ message: String
  ) -> ScalarOverload {
    ScalarOverload(
      types, .boolean, fault: ArgumentFault(argument: argument, message: message)
    ) { _, rows, _ in Vector(constant: .null, type: .boolean, count: rows) }
  }

  /// The pattern with argument 1 compiled, where that is a constant, or what is wrong with it.
  private static func compiled(
    _ pattern: RegexKernels.Pattern, _ constants: [Value?]
  ) -> (RegexKernels.Pattern, ArgumentFault?) {
    guard case .text(let text)? = constants[1] else { return (pattern, nil) }
    do {
      return (try pattern.compiled(text), nil)
    } catch {
      return (pattern, ArgumentFault(argument: 1, message: error.message, bytes: error.range))
    }
  }

  private static func match(
    _ pattern: RegexKernels.Pattern, _ constants: [Value?]
  ) -> ScalarOverload {
    let (pattern, fault) = compiled(pattern, constants)
    return ScalarOverload(
      constants.map { _ in .varchar }, .boolean, fault: fault
    ) { arguments, _, _ in try RegexKernels.matches(arguments[0], arguments[1], pattern) }
  }

  @Sendable private static func extraction(
    _ types: [DataType], _ constants: [Value?]
  ) -> ScalarOverload? {
    guard (2...4).contains(types.count), areTexts(types.prefix(2)) else { return nil }
    // The third of three arguments is a group or, where it is text, options.
    let hasGroup = types.count > 2 && types[2] != .varchar
    if hasGroup && !TypeRules.canCastImplicitly(types[2], .bigint) { return nil }
    if types.count == 4 && (!hasGroup || !areTexts(types.suffix(1))) { return nil }
    return withOptions(
      constants, at: hasGroup ? 3 : 2, types, allowsGlobal: false
    ) { options in
      let (pattern, fault) = compiled(
        RegexKernels.Pattern(options, isWhole: false), constants)
      var argumentTypes = types.map { _ in DataType.varchar }
      if hasGroup { argumentTypes[2] = .bigint }
      let isGroupNull = hasGroup && constants[2]?.isNull == true
      return ScalarOverload(argumentTypes, .varchar, fault: fault) { arguments, rows, _ in
        if isGroupNull { return Vector(constant: .text(""), type: .varchar, count: rows) }
        let group =
          hasGroup ? arguments[2] : Vector(constant: .integer(0), type: .bigint, count: rows)
        return try RegexKernels.extract(arguments[0], arguments[1], group: group, pattern)
      }
    }
  }

  @Sendable private static func replacement(
    _ types: [DataType], _ constants: [Value?]
  ) -> ScalarOverload? {
    guard (3...4).contains(types.count), areTexts(types) else { return nil }
    return withOptions(constants, at: 3, types, allowsGlobal: true) { options in
      let (pattern, patternFault) = compiled(
        RegexKernels.Pattern(options, isWhole: false), constants)
      var fault = patternFault
      if let program = pattern.program, case .text(let text)? = constants[2] {
        fault = replacementFault(text, groupCount: program.groupCount)
      }
      return ScalarOverload(
        types.map { _ in .varchar }, .varchar, fault: fault
      ) { arguments, _, _ in
        try RegexKernels.replace(arguments[0], arguments[1], arguments[2], pattern)
      }
    }
  }

  /// What is wrong with a replacement for what a pattern of `groupCount` groups matched.
  private static func replacementFault(_ text: String, groupCount: Int) -> ArgumentFault? {
    do {
      _ = try RegexReplacement(text, groupCount: groupCount)
      return nil
    } catch {
      return ArgumentFault(argument: 2, message: error.message, bytes: error.range)
    }
  }
}
