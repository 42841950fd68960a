/// What the program tells the one that started it.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case statementFailed = 1
  case wrongUsage = 2
  case goldenTestFailed = 3
  /// 128 and the number of SIGINT, as shells count.
  case interrupted = 130

  /// A word or two, for the help.
  var help: String {
    switch self {
    case .success: "well"
    case .statementFailed: "statement failed"
    case .wrongUsage: "usage"
    case .goldenTestFailed: "test failed"
    case .interrupted: "interrupted"
    }
  }

  /// Sentences, for the manual.
  var details: String {
    switch self {
    case .success: "All went well."
    case .statementFailed:
      "A statement failed or a file could not be read. What stands behind it was not run, unless "
        + "`--keep-going` said so."
    case .wrongUsage: "The command line was not understood, and nothing was run."
    case .goldenTestFailed: "A saved query no longer gives what is expected of it."
    case .interrupted: "Ctrl-C stopped the program."
    }
  }
}
