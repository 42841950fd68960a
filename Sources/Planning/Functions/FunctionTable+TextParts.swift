import Columns

extension FunctionTable {
  /// Functions that take parts out of text, or put others in.
  static let textParts: [ScalarFunction] = [
    function(
      "translate", signature: "translate(text, from, to)",
      help: "The text with each character of the first list exchanged for that of the second.",
      example: "SELECT translate('12.500,75', '.,', ' .')",
      [.varchar, .varchar, .varchar], .varchar
    ) { try TextKernels.translate($0[0], $0[1], $0[2]) },
    ScalarFunction(
      "overlay", signature: "overlay(text, replacement, start [, count])",
      help: "The text with so many characters from number start on exchanged.",
      example: "SELECT overlay('DE-2024-0017' PLACING 'XX' FROM 1 FOR 2)",
      overloads: [
        ScalarOverload([.varchar, .varchar, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.overlay(arguments[0], arguments[1], start: arguments[2], length: nil)
        },
        ScalarOverload([.varchar, .varchar, .bigint, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.overlay(
            arguments[0], arguments[1], start: arguments[2], length: arguments[3])
        },
      ]),
    function(
      "array_extract", "list_extract", "list_element", signature: "text[number]",
      help: "One character of a text; a negative number counts from the end.",
      example: "SELECT array_extract('A-300490', 1) AS kind, 'A-300490'[-1] AS last",
      [.varchar, .bigint], .varchar
    ) { try TextKernels.slice($0[0], from: $0[1], to: $0[1]) },
    function(
      "array_slice", "list_slice", signature: "text[from:to]",
      help: "The characters from one number to another; negative ones count from the end.",
      example: "SELECT array_slice('300490', 1, 4) AS heading, '300490'[1:2] AS chapter",
      [.varchar, .bigint, .bigint], .varchar
    ) { try TextKernels.slice($0[0], from: $0[1], to: $0[2]) },
    function(
      "length_grapheme", signature: "length_grapheme(text)",
      help: "How many characters a reader sees: a letter with its accents is one.",
      example: "SELECT length_grapheme('e' || chr(769)), length('e' || chr(769))",
      [.varchar], .bigint
    ) { try TextKernels.graphemeLength($0[0]) },
    ScalarFunction(
      "left_grapheme", signature: "left_grapheme(text, count)",
      help: "The first characters as a reader sees them; negative: all but the last ones.",
      example: "SELECT left_grapheme('e' || chr(769) || 'tui', 1) AS initial",
      overloads: [
        ScalarOverload([.varchar, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.graphemes(arguments[0], left: arguments[1])
        }
      ]),
    ScalarFunction(
      "right_grapheme", signature: "right_grapheme(text, count)",
      help: "The last characters as a reader sees them; negative: all but the first ones.",
      example: "SELECT right_grapheme('caf' || 'e' || chr(769), 2)",
      overloads: [
        ScalarOverload([.varchar, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.graphemes(arguments[0], right: arguments[1])
        }
      ]),
    ScalarFunction(
      "substring_grapheme", signature: "substring_grapheme(text, start [, count])",
      help: "Like substring, in characters as a reader sees them.",
      example: "SELECT substring_grapheme('e' || chr(769) || 'tui', 2)",
      overloads: [
        ScalarOverload([.varchar, .bigint], .varchar) { arguments, rows, _ in
          let all = Vector(constant: .integer(1 << 31), type: .bigint, count: rows)
          return try TextKernels.graphemes(arguments[0], start: arguments[1], length: all)
        },
        ScalarOverload([.varchar, .bigint, .bigint], .varchar) { arguments, _, _ in
          try TextKernels.graphemes(arguments[0], start: arguments[1], length: arguments[2])
        },
      ]),
  ]
}
