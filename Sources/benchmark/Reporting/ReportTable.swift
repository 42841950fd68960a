import Columns
import Foundation

/// The measurements of one suite as aligned text.
struct ReportTable {
  let measurements: [Measurement]
  /// What to compare with; nil for nothing.
  let earlier: Report?

  /// Ratios outside are marked: what varies less from run to run is noise on a busy machine.
  private static let usualRatios = 0.8...1.25

  /// A heading and a line a measurement; a table for each unit where there are several.
  var text: String {
    [Measurement.Unit.milliseconds, .bytes].map { unit in
      Self.aligned(lines(measurements.filter { $0.unit == unit }, unit))
    }.joined()
  }

  private func lines(_ measurements: [Measurement], _ unit: Measurement.Unit) -> [[String]] {
    if measurements.isEmpty { return [] }
    var heading =
      unit == .milliseconds
      ? ["", "rows", "median ms", "minimum ms", "ns a row"]
      : ["", "rows", "median MB", "minimum MB", "bytes a row"]
    if earlier != nil { heading.append("now/then") }
    return [heading] + measurements.map(line)
  }

  private func line(_ measurement: Measurement) -> [String] {
    // Megabytes are of 10^6 bytes.
    let scale = measurement.unit == .milliseconds ? 1 : 1e6
    var cells = [
      measurement.name, measurement.rows.map(ValueText.grouped) ?? "–",
      String(format: "%.3f", measurement.median / scale),
      String(format: "%.3f", measurement.minimum / scale),
      measurement.perRow.map { String(format: "%.2f", $0) } ?? "–",
    ]
    if let earlier {
      cells.append(ratio(measurement, earlier.earlier(measurement)))
    }
    return cells
  }

  private func ratio(_ now: Measurement, _ then: Measurement?) -> String {
    guard let then else { return "new" }
    guard then.median > 0 else { return "–" }
    let ratio = now.median / then.median
    let text = String(format: "%.2f", ratio)
    if Self.usualRatios.contains(ratio) { return text }
    switch now.unit {
    case .milliseconds: return text + (ratio > 1 ? " slower" : " faster")
    case .bytes: return text + (ratio > 1 ? " more" : " less")
    }
  }

  /// The cells in columns: the first to the left, the numbers to the right, the ratios by their points.
  private static func aligned(_ lines: [[String]]) -> String {
    let columns = lines.first?.count ?? 0
    let widths = (0..<columns).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        // A ratio and its mark begin where the heading does.
        let isLeft = column == 0 || column == 5
        line += (column == 0 ? "  " : "   ") + (isLeft ? cell + padding : padding + cell)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
