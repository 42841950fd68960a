/// What was measured of one task, in several samples.
struct Measurement: Codable {
  /// What the figures count.
  enum Unit: String, Codable {
    case milliseconds, bytes
  }

  let suite: String
  let name: String
  let unit: Unit
  /// Rows that the task goes through; nil where it has none.
  let rows: Int?
  let median: Double
  let minimum: Double
  /// In the order in which they were taken.
  let samples: [Double]

  /// - Parameter samples: at least one.
  init(suite: String, name: String, unit: Unit, rows: Int?, samples: [Double]) {
    self.suite = suite
    self.name = name
    self.unit = unit
    self.rows = rows
    self.samples = samples
    let sorted = samples.sorted()
    // Of an even number of samples, the mean of the two in the middle.
    median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    minimum = sorted[0]
  }

  /// Nanoseconds a row, or bytes a row.
  var perRow: Double? {
    guard let rows, rows > 0 else { return nil }
    return median * (unit == .milliseconds ? 1_000_000 : 1) / Double(rows)
  }
}
