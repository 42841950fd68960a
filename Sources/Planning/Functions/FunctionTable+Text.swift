import Columns

extension FunctionTable {
  /// Functions of text.
  static let texts: [ScalarFunction] = [
    ScalarFunction(
      "||", signature: "value || value",
      help: "Both values as text, one behind the other; NULL if one is.",
      resolve: concatenation),
    ScalarFunction(
      "concat", signature: "concat(value, …)",
      help: "All values as text, one behind the other; NULLs are left out.",
      example: "SELECT concat('CN', NULL, '-', 2024)"
    ) { types in
      if types.isEmpty { return nil }
      return ScalarOverload(
        types.map { _ in .varchar }, .varchar, handlesNulls: true
      ) { arguments, rows, _ in
        let nothing = Vector(constant: .text(""), type: .varchar, count: rows)
        return try TextKernels.joinPresent(arguments, separator: nothing, count: rows)
      }
    },
    ScalarFunction(
      "concat_ws", signature: "concat_ws(separator, value, …)",
      help: "All values as text with the separator between them; NULLs are left out.",
      example: "SELECT concat_ws(' > ', 'BR', NULL, 'ES') AS route"
    ) { types in
      guard types.count > 1, types[0] == .varchar || types[0] == .null else { return nil }
      return ScalarOverload(
        types.map { _ in .varchar }, .varchar, handlesNulls: true
      ) { arguments, rows, _ in
        try TextKernels.joinPresent(
          Array(arguments.dropFirst()), separator: arguments[0], count: rows)
      }
    },
    function(
      "length", "len", "char_length", "character_length", signature: "length(text)",
      help: "How many characters the text has.",
      example: "SELECT length('300490')", [.varchar], .bigint
    ) { try TextKernels.length($0[0]) },
    function(
      "bit_length", signature: "bit_length(text)", help: "How many bits the text has in UTF-8.",
      example: "SELECT bit_length('é'), bit_length('e')",
      [.varchar], .bigint
    ) { arguments in
      let eight = Vector(constant: .integer(8), type: .bigint, count: arguments[0].count)
      return try ArithmeticKernels.apply(
        .multiply, try TextKernels.byteLength(arguments[0]), eight, type: .bigint)
    },
    function(
      "strlen", "octet_length", signature: "strlen(text)",
      help: "How many bytes the text has in UTF-8.",
      example: "SELECT strlen('é'), length('é')",
      [.varchar], .bigint
    ) { try TextKernels.byteLength($0[0]) },
    function(
      "upper", "ucase", signature: "upper(text)", help: "The text in capital letters.",
      example: "SELECT upper('ivory tusk')",
      [.varchar], .varchar
    ) { try TextKernels.upper($0[0]) },
    function(
      "lower", "lcase", signature: "lower(text)", help: "The text in small letters.",
      example: "SELECT lower('IVORY Tusk')",
      [.varchar], .varchar
    ) { try TextKernels.lower($0[0]) },
    function(
      "initcap", signature: "initcap(text)",
      help: "The text with a capital letter at the start of each word, and small ones elsewhere.",
      example: "SELECT initcap('PORT OF ANTWERP')",
      [.varchar], .varchar
    ) { try TextKernels.capitalize($0[0]) },
    function(
      "reverse", signature: "reverse(text)", help: "The characters of the text backwards.",
      example: "SELECT reverse('300490')",
      [.varchar], .varchar
    ) { try TextKernels.reverse($0[0]) },
    ScalarFunction(
      "substr", "substring", signature: "substr(text, start [, count])",
      help: "The part from character number start on; a negative start counts from the end.",
      example: "SELECT substr('CN-2024-0017', 4, 4) AS year",
      overloads: [
        ScalarOverload([.varchar, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.substring(arguments[0], start: arguments[1], length: nil)
        },
        ScalarOverload([.varchar, .bigint, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.substring(arguments[0], start: arguments[1], length: arguments[2])
        },
      ]),
    function(
      "left", signature: "left(text, count)",
      help: "The first characters; with a negative count all but the last ones.",
      example: "SELECT left('300490', 4) AS heading",
      [.varchar, .bigint], .varchar
    ) { try TextKernels.left($0[0], $0[1]) },
    function(
      "right", signature: "right(text, count)",
      help: "The last characters; with a negative count all but the first ones.",
      example: "SELECT right('CN-2024-0017', 4)",
      [.varchar, .bigint], .varchar
    ) { try TextKernels.right($0[0], $0[1]) },
    trim("trim", .both, help: "The text without spaces, or the given characters, at its ends."),
    trim("ltrim", .start, help: "The text without spaces, or the given characters, at its start."),
    trim("rtrim", .end, help: "The text without spaces, or the given characters, at its end."),
    function(
      "replace", signature: "replace(text, part, replacement)",
      help: "The text with every occurrence of a part exchanged.",
      example: "SELECT replace('0507.10.00', '.', '')",
      [.varchar, .varchar, .varchar], .varchar
    ) { try TextKernels.replace($0[0], $0[1], $0[2]) },
    function(
      "repeat", signature: "repeat(text, times)", help: "The text several times.",
      example: "SELECT repeat('#', 5)",
      [.varchar, .bigint], .varchar
    ) { try TextKernels.repeat($0[0], $0[1]) },
    padding(
      "lpad", atEnd: false,
      help: "The text brought to so many characters, filled up at its start."),
    padding(
      "rpad", atEnd: true,
      help: "The text brought to so many characters, filled up at its end."),
    function(
      "split_part", signature: "split_part(text, separator, number)",
      help: "One of the parts between separators; a negative number counts from the end.",
      example: "SELECT split_part('BR > PT > ES', ' > ', 1), split_part('BR > PT > ES', ' > ', -1)",
      [.varchar, .varchar, .bigint], .varchar
    ) { try TextKernels.splitPart($0[0], $0[1], $0[2]) },
    function(
      "position", "strpos", "instr", signature: "strpos(text, part)",
      help: "At which character the part begins; 0 if the text does not contain it.",
      example: "SELECT position('-' IN 'CN-2024-0017'), strpos('CN-2024-0017', '-')",
      [.varchar, .varchar], .bigint
    ) { try TextKernels.position($0[0], $0[1]) },
    function(
      "contains", signature: "contains(text, part)", help: "Whether the text contains the part.",
      example: "SELECT contains('found in a false floor', 'floor')",
      [.varchar, .varchar], .boolean
    ) { try TextKernels.contains($0[0], $0[1]) },
    function(
      "starts_with", "prefix", "^@", signature: "starts_with(text, part)",
      help: "Whether the text begins with the part.",
      example: "SELECT starts_with('300490', '3004')", [.varchar, .varchar], .boolean
    ) { try TextKernels.startsWith($0[0], $0[1]) },
    function(
      "ends_with", "suffix", signature: "ends_with(text, part)",
      help: "Whether the text ends with the part.",
      example: "SELECT ends_with('seizures.csv', '.csv')", [.varchar, .varchar], .boolean
    ) { try TextKernels.endsWith($0[0], $0[1]) },
    like(
      "like", ignoresCase: false, help: "Whether the text matches; % is any text, _ one character."),
    like(
      "ilike", ignoresCase: true, help: "Like LIKE, but capital and small letters are the same."),
    likeEscape("like_escape", ignoresCase: false, isNegated: false),
    likeEscape("not_like_escape", ignoresCase: false, isNegated: true),
    likeEscape("ilike_escape", ignoresCase: true, isNegated: false),
    likeEscape("not_ilike_escape", ignoresCase: true, isNegated: true),
    function(
      "ascii", signature: "ascii(text)",
      help: "The Unicode number of the first character; 0 for an empty text.",
      example: "SELECT ascii('é'), ascii('')", [.varchar], .bigint
    ) { try TextKernels.codePoint($0[0], empty: 0) },
    function(
      "unicode", "ord", signature: "unicode(text)",
      help: "The Unicode number of the first character; -1 for an empty text.",
      example: "SELECT unicode('é'), unicode('')", [.varchar], .bigint
    ) { try TextKernels.codePoint($0[0], empty: -1) },
    function(
      "chr", signature: "chr(number)", help: "The character with a Unicode number.",
      example: "SELECT chr(233)",
      [.bigint], .varchar
    ) { try TextKernels.character($0[0]) },
  ]

  /// A function with one overload.
  static func function(
    _ names: String..., signature: String, help: String, example: String,
    _ argumentTypes: [DataType], _ resultType: DataType,
    _ evaluate: @escaping @Sendable ([Vector]) throws -> Vector
  ) -> ScalarFunction {
    let overload = ScalarOverload(argumentTypes, resultType) { arguments, _, _ in
      try evaluate(arguments)
    }
    return ScalarFunction(
      names: names, signature: signature, help: help, example: example
    ) { types, _ in overload.ifMatching(types) }
  }

  /// What is no text is written as text.
  @Sendable private static func concatenation(_ types: [DataType]) -> ScalarOverload? {
    guard types.count == 2 else { return nil }
    return ScalarOverload([.varchar, .varchar], .varchar) { arguments, rows, _ in
      try TextKernels.join(arguments, count: rows)
    }
  }

  private static func padding(_ name: String, atEnd: Bool, help: String) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(text, count [, filling])", help: help,
      example: "SELECT \(name)('507', 6, '0')",
      overloads: [
        ScalarOverload([.varchar, .bigint], .varchar) { arguments, rows, _ in
          let space = Vector(constant: .text(" "), type: .varchar, count: rows)
          return try TextKernels.pad(arguments[0], arguments[1], space, atEnd: atEnd)
        },
        ScalarOverload([.varchar, .bigint, .varchar], .varchar) { arguments, _, _ in
          try TextKernels.pad(arguments[0], arguments[1], arguments[2], atEnd: atEnd)
        },
      ])
  }

  private static func trim(
    _ name: String, _ side: TextKernels.Side, help: String
  ) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(text [, characters])", help: help,
      example: "SELECT \(name)('  0507 ') AS spaces, \(name)('--0507-', '-') AS dashes",
      overloads: [
        ScalarOverload([.varchar], .varchar) { arguments, rows, _ in
          let space = Vector(constant: .text(" "), type: .varchar, count: rows)
          return try TextKernels.trim(side, arguments[0], space)
        },
        ScalarOverload([.varchar, .varchar], .varchar) { arguments, _, _ in
          try TextKernels.trim(side, arguments[0], arguments[1])
        },
      ])
  }

  /// LIKE as a function of three arguments.
  private static func likeEscape(
    _ name: String, ignoresCase: Bool, isNegated: Bool
  ) -> ScalarFunction {
    let form = "\(isNegated ? "NOT " : "")\(ignoresCase ? "ILIKE" : "LIKE")"
    return function(
      name, signature: "\(name)(text, pattern, escape)",
      help: "text \(form) pattern ESCAPE escape.",
      example: "SELECT \(name)('5% pure', '5#%%', '#')",
      [.varchar, .varchar, .varchar], .boolean
    ) { arguments in
      let result = try TextKernels.like(
        arguments[0], arguments[1], escape: arguments[2], ignoresCase: ignoresCase)
      return isNegated ? LogicKernels.not(result) : result
    }
  }

  private static func like(_ name: String, ignoresCase: Bool, help: String) -> ScalarFunction {
    ScalarFunction(
      name, signature: "text \(name.uppercased()) pattern [ESCAPE character]", help: help,
      example:
        "SELECT code FROM ref.hs WHERE level = 'heading' AND label \(name.uppercased()) '%cigar%'",
      overloads: [
        ScalarOverload([.varchar, .varchar], .boolean) { arguments, _, _ in
          try TextKernels.like(
            arguments[0], arguments[1], escape: nil, ignoresCase: ignoresCase)
        },
        ScalarOverload([.varchar, .varchar, .varchar], .boolean) { arguments, _, _ in
          try TextKernels.like(
            arguments[0], arguments[1], escape: arguments[2], ignoresCase: ignoresCase)
        },
      ])
  }
}
