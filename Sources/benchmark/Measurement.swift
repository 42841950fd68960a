/// What one task took, over several runs.
struct Measurement: Codable {
  /// The suite and the task: `query/group by category`.
  let name: String
  /// The median, in milliseconds.
  let milliseconds: Double
  let fastest: Double
  let slowest: Double
  /// Bytes that the task went through, where a rate makes sense.
  let bytes: Int?

  /// Megabytes (10^6 bytes) a second.
  var rate: Double? { bytes.map { Double($0) / 1000 / milliseconds } }
}

/// A task that gave a wrong answer, which no time can make up for.
struct WrongAnswer: Error, CustomStringConvertible {
  let task: String
  let expected: String
  let found: String

  var description: String { "\(task): expected \(expected), found \(found)" }
}

/// Runs tasks and keeps their times.
struct Stopwatch {
  /// Counted runs of each task, after one that warms up.
  let repetitions: Int

  /// Times `body`, whose answer must be `expected` in every run.
  func measure<Answer: Equatable>(
    _ name: String, expecting expected: Answer?, bytes: Int? = nil, _ body: () throws -> Answer
  ) throws -> Measurement {
    let clock = ContinuousClock()
    var times: [Double] = []
    for run in 0...repetitions {
      let start = clock.now
      let answer = try body()
      let milliseconds = (clock.now - start) / .milliseconds(1)
      if let expected, answer != expected {
        throw WrongAnswer(task: name, expected: "\(expected)", found: "\(answer)")
      }
      if run > 0 { times.append(milliseconds) }
    }
    times.sort()
    return Measurement(
      name: name, milliseconds: times[times.count / 2], fastest: times[0],
      slowest: times[times.count - 1], bytes: bytes)
  }
}
