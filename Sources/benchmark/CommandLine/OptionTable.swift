import Language
import SampleData

/// One option: what the parser, the help and the errors know about it.
struct Option: Sendable {
  let name: String
  /// What the help calls the value that follows; nil where none does.
  let value: String?
  let help: String
  /// Puts the value, empty without one, into the options.
  let apply: @Sendable (String, inout Options) throws(UsageError) -> Void
}

extension Option {
  /// All options, in the order of the help.
  static let all: [Option] = [
    Option(
      name: "--suite", value: "NAME",
      help: "run this suite; may be given several times (all suites)"
    ) { word, options throws(UsageError) in
      let names = Suite.all.map(\.name)
      guard names.contains(word) else {
        throw UsageError(
          message: "--suite wants \(names.joined(separator: ", ")), not '\(word)'"
            + Spelling.guess(word, among: names))
      }
      options.suites.append(word)
    },
    Option(
      name: "--filter", value: "TEXT", help: "only measurements with TEXT in suite/name (all)"
    ) { word, options in options.filter = word },
    Option(name: "--rows", value: "N", help: "seizures to make (1000000)") {
      word, options throws(UsageError) in
      // The columns of a smaller table need not have the types that they have in all larger ones.
      let range = 1000...CENSampleData.rowRange.upperBound
      options.rows = try number(word, in: range, for: "--rows")
    },
    Option(name: "--threads", value: "N", help: "threads to work on (one a processor)") {
      word, options throws(UsageError) in
      options.threads = try number(word, in: 1...1024, for: "--threads")
    },
    Option(name: "--repetitions", value: "N", help: "timed samples of each measurement (5)") {
      word, options throws(UsageError) in
      options.repetitions = try number(word, in: 1...1000, for: "--repetitions")
    },
    Option(name: "--json", value: "FILE", help: "keep the report in FILE") { word, options in
      options.reportPath = word
    },
    Option(
      name: "--compare", value: "FILE", help: "show ratios to the report of an earlier run"
    ) { word, options in options.earlierPath = word },
    Option(name: "--help", value: nil, help: "print this help") { _, options in
      options.wantsHelp = true
    },
  ]

  private static func number(
    _ word: String, in range: ClosedRange<Int>, for option: String
  ) throws(UsageError) -> Int {
    if let number = Int(word), range.contains(number) { return number }
    throw UsageError(
      message: "\(option) wants a number from \(range.lowerBound) to \(range.upperBound), "
        + "not '\(word)'")
  }
}
