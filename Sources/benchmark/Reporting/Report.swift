import Columns
import Foundation

/// The measurements of a run and what they were taken on, as it is kept in a file.
struct Report: Codable {
  /// Of the file's shape; a change of what the keys mean makes a new one.
  static let currentVersion = 1

  let version: Int
  /// When the run ended, in UTC: `2025-01-31T12:00:00Z` (ISO 8601).
  let date: String
  let build: Build
  /// Of the seizures.
  let rows: Int
  let threads: Int
  let repetitions: Int
  let measurements: [Measurement]

  /// Whether the compiler made the program fast.
  enum Build: String, Codable {
    case debug, release

    static var current: Build {
      #if DEBUG
        .debug
      #else
        .release
      #endif
    }
  }

  init(_ options: Options, _ measurements: [Measurement]) {
    version = Self.currentVersion
    date = ISO8601DateFormatter().string(from: Date())
    build = .current
    rows = options.rows
    threads = options.threads
    repetitions = options.repetitions
    self.measurements = measurements
  }

  /// What a run with `options` measures under other conditions than this one, in words; empty where
  /// the two compare.
  func differences(from options: Options) -> [String] {
    var result: [String] = []
    if rows != options.rows {
      result.append("\(ValueText.grouped(rows)) rows, now \(ValueText.grouped(options.rows))")
    }
    if threads != options.threads { result.append("\(threads) threads, now \(options.threads)") }
    if build != .current {
      result.append("a \(build.rawValue) build, now \(Build.current.rawValue)")
    }
    return result
  }

  /// The earlier figures of what `measurement` measures; nil where there are none.
  func earlier(_ measurement: Measurement) -> Measurement? {
    measurements.first {
      ($0.suite, $0.name, $0.unit) == (measurement.suite, measurement.name, measurement.unit)
    }
  }

  /// Writes the file whole, or not at all.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8))
      .write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
