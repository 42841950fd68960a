import Columns
import Foundation

/// What the program tells the one that started it.
enum ExitStatus: Int32 {
  case success = 0
  /// An answer was wrong, or a measurement could not be taken.
  case failed = 1
  case wrongUsage = 2
}

/// The benchmark from its arguments to its exit.
enum Program {
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      let options = try OptionParser.parse(arguments)
      if options.wantsHelp {
        print(HelpText.text, terminator: "")
        return .success
      }
      return try run(options)
    } catch let error as UsageError {
      complain(error.message)
      return .wrongUsage
    } catch {
      complain(Failure.words(error))
      return .failed
    }
  }

  private static func run(_ options: Options) throws -> ExitStatus {
    var earlier: Report?
    if let path = options.earlierPath { earlier = try Report.read(path) }
    if let path = options.reportPath { try Report.checkWritable(path) }
    let bench = Workbench(options)
    defer { bench.tidy() }
    describe(options, earlier)
    var hasNotes = false
    for suite in Suite.all where options.suites.isEmpty || options.suites.contains(suite.name) {
      let (measurements, notes) = try bench.run(suite)
      if measurements.isEmpty && notes.isEmpty { continue }
      let table = ReportTable(measurements: measurements, earlier: earlier)
      print("\n\(suite.name)\n\(table.text)", terminator: "")
      for note in notes { print("  \(note)") }
      flush()
      hasNotes = hasNotes || !notes.isEmpty
    }
    for failure in bench.failures { complain(failure.description) }
    if bench.measurements.isEmpty && bench.failures.isEmpty && !hasNotes {
      throw UsageError(message: "no measurement has '\(options.filter)' in its name")
    }
    if let path = options.reportPath {
      try Report(options, bench.measurements).write(to: path)
    }
    return bench.failures.isEmpty ? .success : .failed
  }

  private static func describe(_ options: Options, _ earlier: Report?) {
    print(
      [
        ValueText.count(options.rows, "row"), ValueText.count(options.threads, "thread"),
        ValueText.count(options.repetitions, "repetition"),
        "\(Report.Build.current.rawValue) build",
      ].joined(separator: ", "))
    if Report.Build.current == .debug {
      print("note: built without optimisation, so the times say little")
    }
    if let earlier {
      print("compared with the run of \(earlier.date)")
      for difference in earlier.differences(from: options) {
        print("note: that run was of \(difference), so the ratios say little")
      }
    }
    flush()
  }

  /// Shows what was printed, for whoever watches through a pipe.
  private static func flush() { fflush(nil) }

  private static func complain(_ message: String) {
    flush()
    FileHandle.standardError.write(Data("benchmark: \(message)\n".utf8))
  }
}
