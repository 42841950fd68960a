import Columns

/// What is wrong with an option of loading: data here, words below.
package struct LoadOptionProblem: Error, Sendable {
  package enum Kind: Sendable {
    /// There is no such option; `instead` says why, where others have one of that name.
    case unknown(instead: String?, known: [String])
    /// The value is none that the option takes; `wanted` says in words what it takes.
    case wrongValue(LoadOptionValue, wanted: String)
    /// There is no such type.
    case unknownType(String)
    /// Cells are not read as values of this type.
    case unreadableType(DataType)
    /// A name stands twice in the value.
    case nameTwice(String)
    /// The option says nothing about files of this format.
    case notFor(format: FileFormat, scope: LoadOption.Scope)
  }

  /// The option as it was written.
  package let name: String
  package let kind: Kind

  init(name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The names among which the one that was meant may be.
  package var known: [String] {
    if case .unknown(nil, let known) = kind { known } else { [] }
  }
}

extension LoadOptionProblem: CustomStringConvertible {
  /// What was found and what was expected, in one line.
  package var description: String {
    switch kind {
    case .unknown(let instead?, _): "there is no option '\(name)': \(instead)"
    case .unknown(nil, _): "there is no option '\(name)'"
    case .wrongValue(let value, let wanted): "\(name) takes \(wanted), not \(value)"
    case .unknownType(let type): "\(name): there is no type '\(type)'"
    case .unreadableType(let type):
      "\(name): cells are not read as \(type); read them as VARCHAR and CAST them"
    case .nameTwice(let column): "\(name) names '\(column)' twice"
    case .notFor(let format, let scope):
      "\(name) is for \(scope.words), not for files of the format \(format.rawValue)"
    }
  }
}
