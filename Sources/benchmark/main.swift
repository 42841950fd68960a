import Foundation

let usage = """
  benchmark [--rows N] [--threads N] [--repeat N] [--json FILE] [--compare FILE]

  Times loading, queries and start-up on synthetic seizures, and checks every answer.
    --rows N        seizures to make (1000000)
    --threads N     threads to work on (one a processor)
    --repeat N      counted runs of each task (5)
    --json FILE     keep the report
    --compare FILE  show ratios to a report kept earlier
  """

/// The value behind `name` on the command line.
func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
  return arguments[place + 1]
}

func number(_ name: String, otherwise standard: Int) -> Int? {
  guard let text = option(name) else { return standard }
  return Int(text).flatMap { $0 > 0 ? $0 : nil }
}

guard !CommandLine.arguments.contains("--help"),
  let rows = number("--rows", otherwise: 1_000_000),
  let threads = number("--threads", otherwise: ProcessInfo.processInfo.activeProcessorCount),
  let repetitions = number("--repeat", otherwise: 5)
else {
  print(usage)
  exit(CommandLine.arguments.contains("--help") ? 0 : 2)
}

do {
  let earlier = try option("--compare").map(Report.read)
  let data = try BenchmarkData(rows: rows)
  defer { data.remove() }
  let stopwatch = Stopwatch(repetitions: repetitions)
  let report = Report(
    rows: rows, threads: threads,
    measurements: try StartupSuite.run(stopwatch)
      + LoadSuite.run(data, threads: threads, stopwatch)
      + QuerySuite.run(data, threads: threads, stopwatch))
  print(report.table(comparedWith: earlier))
  if let path = option("--json") { try report.write(to: path) }
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
