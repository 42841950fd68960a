import Columns

/// Every scalar function and operator, once: the binder looks calls up here, `.help` and
/// completion list it, and spelling suggestions draw on it.
package enum FunctionTable {
  /// All functions, operators included, by topic.
  package static let scalars: [ScalarFunction] =
    [
      comparisons, arithmetic, numbers, mathematics, bits, texts, textParts, regularExpressions,
      similarities, codes, formats, paths, dates, intervals, conditionals, values, measures, goods,
      places, branches,
    ].flatMap { $0 }

  private static let byName: [String: ScalarFunction] = {
    var result: [String: ScalarFunction] = [:]
    for function in scalars {
      for name in function.names { result[name] = function }
    }
    return result
  }()

  /// The function called `name`, which is a canonical name or an alias in lower case, or an
  /// operator's symbol.
  package static func scalar(named name: String) -> ScalarFunction? { byName[name] }

  /// Names under which functions are called, aliases included, operators' symbols and words
  /// excluded; sorted.
  package static let callableNames: [String] =
    byName.keys.filter { name in
      name.utf8.allSatisfy { byte in
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
      }
    }.sorted()
}
