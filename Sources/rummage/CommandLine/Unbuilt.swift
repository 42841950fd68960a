/// What is designed and not built, so that asking for it is told from a slip of the keyboard.
enum Unbuilt {
  private static let purposes = [
    "--cite": "provenance under each result", ".cite": "provenance under each result",
    "--engine": "another place for queries to run",
    "--memory": "a limit of memory",
    "verify": "holding a cited result to its data",
  ]

  /// The refusal of an option, a command or a dot-command; nil where it is none of these.
  static func refusal(of name: String) -> String? {
    purposes[name].map { "\(name), \($0), is not built yet" }
  }
}
