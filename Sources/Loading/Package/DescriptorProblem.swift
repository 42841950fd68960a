/// What is wrong with a value of a descriptor, such as a `datapackage.json`.
package struct DescriptorProblem: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    /// Must be there, and is not.
    case missing
    case wrongType(found: String, expected: String)
    case notOneOf(found: String, [String])
    /// Is not one ASCII character.
    case notACharacter(String)
    /// A text that is no value of the type of its field.
    case notAValue(String, type: String)
    /// Means something that this program does not do.
    case unsupported(String)
    /// Files of other machines are not fetched.
    case address(String)
    /// A path that leads out of the folder of the descriptor.
    case outside(String)
    /// Names no field of the schema.
    case unknownField(String, known: [String])
    case twice(String)
    /// A regular expression that cannot be read.
    case badPattern(String)
  }

  /// Such as `resources[0].dialect.delimiter`; empty for the whole.
  package let place: String
  package let fault: Fault
}

extension DescriptorProblem: CustomStringConvertible {
  package var description: String {
    (place.isEmpty ? "" : "\(place): ") + fault.description
  }
}

extension DescriptorProblem.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing: "is missing"
    case .wrongType(let found, let expected): "is \(found), and \(expected) was expected"
    case .notOneOf(let found, let choices):
      "is \(Wording.cell(found)), and one of \(choices.joined(separator: ", ")) was expected"
    case .notACharacter(let text): "\(Wording.cell(text)) is not one ASCII character"
    case .notAValue(let text, let type): "\(Wording.cell(text)) is no \(type)"
    case .unsupported(let what): "\(what) is not supported"
    case .address(let text):
      "\(Wording.cell(text)) is an address, and only files beside the descriptor are read; "
        + "fetch it and name the file"
    case .outside(let path):
      "\(Wording.cell(path)) leads out of the folder of the descriptor, which no path may"
    case .unknownField(let name, let known):
      "there is no field \(Wording.cell(name)) among \(known.joined(separator: ", "))"
    case .twice(let name): "\(Wording.cell(name)) stands twice"
    case .badPattern(let reason): "is no regular expression: \(reason)"
    }
  }
}
