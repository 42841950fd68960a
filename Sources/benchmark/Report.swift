import Foundation

/// Measurements as a table, and as a file to compare later ones with.
struct Report: Codable {
  let rows: Int
  let threads: Int
  let measurements: [Measurement]

  /// One line a task: median, range, rate, and the ratio to an earlier report of the same data.
  func table(comparedWith earlier: Report?) -> String {
    let width = measurements.map(\.name.count).max() ?? 0
    var lines = ["\(rows) rows, \(threads) threads; medians in milliseconds"]
    for measurement in measurements {
      var line = measurement.name.padding(toLength: width, withPad: " ", startingAt: 0)
      line += Self.number(measurement.milliseconds, width: 11)
      line +=
        "  (\(Self.number(measurement.fastest)) … \(Self.number(measurement.slowest)))"
      if let rate = measurement.rate { line += "  \(Self.number(rate)) MB/s" }
      if let before = earlier?.measurements.first(where: { $0.name == measurement.name }) {
        line += "  \(Self.number(measurement.milliseconds / before.milliseconds)) × the earlier"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func number(_ value: Double, width: Int = 0) -> String {
    let text = String(format: value < 10 ? "%.2f" : "%.1f", value)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(fileURLWithPath: path))
  }

  static func read(_ path: String) throws -> Report {
    try JSONDecoder().decode(
      Report.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
