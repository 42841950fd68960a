import Glibc
import Rendering

/// Takes the times of one statement and words them.
struct Stopwatch {
  private let start = Self.now()
  private var complete: UInt64?
  private var written: UInt64?
  private var rows = 0

  /// The result of `rows` rows is complete in memory.
  mutating func resultIsComplete(rows: Int) {
    complete = Self.now()
    self.rows = rows
  }

  /// The result has been written.
  mutating func resultIsWritten() { written = Self.now() }

  /// Seconds until the result was complete; nil while it is not.
  var work: Double? { complete.map { Double($0 - start) / 1e9 } }

  /// The line to tell; nil where the timer is off.
  func report(_ timer: Options.Timer) -> String? {
    guard let complete, let written else { return nil }
    let work = Self.milliseconds(complete - start)
    let rendering = Self.milliseconds(written - complete)
    return switch timer {
    case .off: nil
    case .text: "\(work) ms, \(rendering) ms to write"
    case .json: "{\"ms\": \(work), \"rows\": \(rows), \"render_ms\": \(rendering)}"
    }
  }

  /// The line to tell in JSON where a statement failed.
  static func report(error: String) -> String {
    "{\"error\": \(JSONText.string(error))}"
  }

  /// With three digits after the point.
  private static func milliseconds(_ nanoseconds: UInt64) -> String {
    let microseconds = (nanoseconds + 500) / 1_000
    let fraction = String(microseconds % 1_000)
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    return "\(microseconds / 1_000).\(zeros)\(fraction)"
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
