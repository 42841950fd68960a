import Columns

/// One option of loading: what statements, commands, `.help` and the completion know about it.
package struct LoadOption: Sendable {
  /// The files that an option can say something about.
  package enum Scope: Sendable {
    /// Delimited text alone.
    case delimited
    /// Formats that are text.
    case text
    /// Workbooks alone.
    case workbooks
    /// Formats whose cells have to be read as values of some type.
    case cells
    /// Whatever is loaded.
    case all

    /// Whether files of `format` are among them.
    package func covers(_ format: FileFormat) -> Bool {
      switch self {
      case .delimited: format == .csv
      case .text: format != .xlsx && format != .arrow
      case .workbooks: format == .xlsx
      case .cells: format != .arrow
      case .all: true
      }
    }

    /// What it covers, in words.
    var words: String {
      switch self {
      case .delimited: "delimited text"
      case .text: "text"
      case .workbooks: "Excel workbooks"
      case .cells: "files whose cells are written as text"
      case .all: "all files"
      }
    }
  }

  /// What stands behind an option, in the words of help.
  package enum Takes: String, Sendable {
    case text = "TEXT"
    case character = "CHARACTER"
    case truth = "true|false"
    case number = "NUMBER"
    case texts = "TEXT or [TEXT, …]"
    case names = "[NAME, …]"
    case types = "{'NAME': 'TYPE', …} or ['TYPE', …]"
    case columns = "{'NAME': 'TYPE', …}"
    case format = "FORMAT"
    case truthOrName = "true|false|NAME"
    case units = "true|false|{'NAME': 'UNIT', …}"
  }

  /// Reads the name of a type; nil where there is no such type.
  package typealias TypeReader = (String) -> DataType?

  /// The canonical name first, then aliases, all in lower case.
  package let names: [String]
  package let takes: Takes
  package let scope: Scope
  /// What it is for, in one line.
  package let help: String
  /// Puts the option's value into a request.
  let apply: @Sendable (Argument, inout LoadRequest) throws(LoadOptionProblem) -> Void

  package var name: String { names[0] }

  /// The words that may stand for its value, for the completion; empty where there is no such list.
  package var words: [String] {
    switch takes {
    case .truth: ["true", "false"]
    case .format: LoadOption.formats.map(\.name)
    default: []
    }
  }

  /// The option called `name`, in any case.
  package static func named(_ name: String) -> LoadOption? {
    let folded = name.lowercased()
    return all.first { $0.names.contains(folded) }
  }

  /// The names of all options, for guessing which was meant.
  package static let knownNames: [String] = all.flatMap(\.names)
}

extension LoadRequest {
  /// Takes an option over.
  ///
  /// - Parameters:
  ///   - name: of the option, in any case.
  ///   - type: reads the names of types.
  package mutating func set(
    _ name: String, to value: LoadOptionValue, type: @escaping LoadOption.TypeReader
  ) throws(LoadOptionProblem) {
    guard let option = LoadOption.named(name) else {
      throw LoadOptionProblem(
        name: name,
        .unknown(instead: LoadOption.elsewhere[name.lowercased()], known: LoadOption.knownNames))
    }
    try option.apply(LoadOption.Argument(name: name, value: value, type: type), &self)
    options.asked.append(name)
  }

  /// Refuses an option that says nothing about files of the format that was asked for.
  package func check(_ name: String) throws(LoadOptionProblem) {
    guard let format = options.format, let option = LoadOption.named(name),
      !option.scope.covers(format)
    else { return }
    throw LoadOptionProblem(name: name, .notFor(format: format, scope: option.scope))
  }
}
