import Columns

extension FunctionTable {
  /// Digests, and texts and numbers in other notations.
  static let codes: [ScalarFunction] = [
    digest(.md5, "md5"), digest(.sha1, "sha1"), digest(.sha256, "sha256"),
    ScalarFunction(
      "hex", "to_hex", signature: "hex(whole or text)",
      help: "The number to the base 16, or the UTF-8 bytes of the text in hexadecimal digits.",
      example: "SELECT hex(255), hex('AB')"
    ) { types in encoding(types, base: 16, .hexadecimal) },
    ScalarFunction(
      "bin", "to_binary", signature: "bin(whole or text)",
      help: "The number to the base 2, or the UTF-8 bytes of the text in binary digits.",
      example: "SELECT bin(6)"
    ) { types in encoding(types, base: 2, .binary) },
    decoding(
      "unhex", "from_hex", notation: .hexadecimal,
      help: "The text whose UTF-8 bytes the digits are.",
      example: "SELECT unhex('69766F7279')"),
    decoding(
      "unbin", "from_binary", notation: .binary, help: "The text whose UTF-8 bytes the digits are.",
      example: "SELECT unbin('01000001')"),
    function(
      "to_base64", "base64", signature: "to_base64(text)",
      help: "The UTF-8 bytes of the text in base64.",
      example: "SELECT to_base64('ivory')", [.varchar], .varchar
    ) { try CodeKernels.encode($0[0], as: .base64) },
    decoding(
      "from_base64", notation: .base64, help: "The text whose UTF-8 bytes the base64 are.",
      example: "SELECT from_base64('aXZvcnk=')"),
    function(
      "url_encode", signature: "url_encode(text)",
      help: "The text as part of a URL: %20 for a space.",
      example: "SELECT url_encode('false floor')", [.varchar], .varchar
    ) { try CodeKernels.encode($0[0], as: .url) },
    decoding(
      "url_decode", notation: .url, help: "The text of a part of a URL: a space for %20.",
      example: "SELECT url_decode('false%20floor')"),
    ScalarFunction(
      "to_base", signature: "to_base(whole, base [, digits])",
      help: "A number from 0 on to a base from 2 to 36, with at least so many digits.",
      example: "SELECT to_base(255, 16, 4)",
      overloads: [
        ScalarOverload([.bigint, .bigint], .varchar) { arguments, rows, _ in
          let minimum = Vector(constant: .integer(0), type: .bigint, count: rows)
          return try CodeKernels.digits(arguments[0], base: arguments[1], minimum: minimum)
        },
        ScalarOverload([.bigint, .bigint, .bigint], .varchar) { arguments, _, _ in
          try CodeKernels.digits(arguments[0], base: arguments[1], minimum: arguments[2])
        },
      ]),
  ]

  private static func digest(_ kernel: DigestFunction, _ name: String) -> ScalarFunction {
    let overload = ScalarOverload([.varchar], .varchar, isSlow: true) { arguments, _, _ in
      try DigestKernels.digest(kernel, arguments[0])
    }
    return ScalarFunction(
      names: [name], signature: "\(name)(text)",
      help: "The \(name.uppercased()) digest of the text's UTF-8 bytes, in hexadecimal.",
      example: "SELECT \(name)('DE-2024-0017')"
    ) { types, _ in overload.ifMatching(types) }
  }

  private static func encoding(
    _ types: [DataType], base: Int, _ notation: CodeKernels.Notation
  ) -> ScalarOverload? {
    guard types.count == 1 else { return nil }
    if areTexts(types) {
      return ScalarOverload([.varchar], .varchar) { arguments, _, _ in
        try CodeKernels.encode(arguments[0], as: notation)
      }
    }
    guard let type = wholeType(types) else { return nil }
    return ScalarOverload([type], .varchar) { arguments, _, _ in
      try CodeKernels.digits(arguments[0], base: base)
    }
  }

  private static func decoding(
    _ names: String..., notation: CodeKernels.Notation, help: String, example: String
  ) -> ScalarFunction {
    let overload = ScalarOverload([.varchar], .varchar) { arguments, _, _ in
      try CodeKernels.decode(arguments[0], from: notation)
    }
    return ScalarFunction(
      names: names, signature: "\(names[0])(text)", help: help, example: example
    ) { types, _ in overload.ifMatching(types) }
  }
}
