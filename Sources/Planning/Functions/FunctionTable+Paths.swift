import Columns

extension FunctionTable {
  /// Functions that take the paths of files apart.
  static let paths: [ScalarFunction] = [
    ScalarFunction(
      names: ["parse_filename"],
      signature: "parse_filename(path [, without_extension] [, separator])",
      help: "The name of a file without its folders, and without its extension where that is true.",
      example: "SELECT parse_filename('extracts/2024/seizures.csv', true)"
    ) { types, constants in
      let isTrimming = types.count > 1 && types[1] == .boolean
      guard let separator = separator(types, constants, at: isTrimming ? 2 : 1) else { return nil }
      guard isTrimming else { return overload(.fileName, types, separator) }
      guard case .boolean(let isTrimmed)? = constants[1] else { return nil }
      return overload(isTrimmed ? .stem : .fileName, types, separator)
    },
    pathPart(.topFolder, "parse_dirname", help: "The first folder of a path."),
    pathPart(.folderPath, "parse_dirpath", help: "The folders of a path, without the file's name."),
  ]

  private static func pathPart(_ part: PathPart, _ name: String, help: String) -> ScalarFunction {
    ScalarFunction(
      names: [name], signature: "\(name)(path [, separator])", help: help,
      example: "SELECT \(name)('extracts/2024/seizures.csv')"
    ) { types, constants in
      separator(types, constants, at: 1).flatMap { overload(part, types, $0) }
    }
  }

  private static func overload(
    _ part: PathPart, _ types: [DataType], _ separator: PathSeparator
  ) -> ScalarOverload? {
    guard let first = types.first, areTexts([first]) else { return nil }
    return ScalarOverload([.varchar] + types.dropFirst(), .varchar) { arguments, _, _ in
      try TextKernels.pathPart(part, arguments[0], separator)
    }
  }

  /// The separator that argument `place` names, both where there is none; nil for an argument that
  /// names none, and for more of them.
  private static func separator(
    _ types: [DataType], _ constants: [Value?], at place: Int
  ) -> PathSeparator? {
    if types.count == place { return .both }
    guard types.count == place + 1, case .text(let name)? = constants[place] else { return nil }
    return PathSeparator(rawValue: name)
  }
}
