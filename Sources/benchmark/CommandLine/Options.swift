import Foundation

/// What the command line asks for.
struct Options {
  /// Names of suites; empty for all.
  var suites: [String] = []
  /// Part of the names of the measurements to be taken; empty for all.
  var filter = ""
  /// Rows of the seizures that are made.
  var rows = 1_000_000
  var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Timed samples of each measurement.
  var repetitions = 5
  /// Where the report is kept; nil for nowhere.
  var reportPath: String?
  /// The report of an earlier run, to compare with.
  var earlierPath: String?
  var wantsHelp = false
}

/// The command line, or a file that it names, cannot be understood.
struct UsageError: Error, Equatable {
  /// What was found and what was expected: one line, no full stop.
  let message: String
}
