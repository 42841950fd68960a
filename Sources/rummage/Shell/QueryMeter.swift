import Execution
import Rendering

/// Words the progress of a query.
///
/// It knows no clock and no terminal: times are given to it, in nanoseconds from any moment on.
struct QueryMeter {
  private let start: UInt64
  /// When the pipeline that runs was first seen.
  private var pipelineStart: UInt64
  private var pipeline = 1

  init(start: UInt64 = 0) {
    self.start = start
    pipelineStart = start
  }

  /// The line to draw; nil where nothing has been done yet, as while a file is being loaded.
  mutating func line(
    _ reading: QueryProgress.Reading, at now: UInt64, width: Int
  ) -> String? {
    guard reading.pipeline > 0 else { return nil }
    if reading.pipeline != pipeline {
      pipeline = reading.pipeline
      pipelineStart = now
    }
    return Self.text(
      reading, seconds: Double(now - start) / 1e9,
      inPipeline: Double(now - pipelineStart) / 1e9, width: width)
  }

  /// `grouping  ████████░░░░  68 %  12,345,678 rows  31 M rows/s  1 s left`; what a narrow terminal
  /// has no room for is left out from the end.
  ///
  /// The share and the time left are those of the pipeline that runs: nobody knows the rows that
  /// the next will have.
  ///
  /// - Parameters:
  ///   - seconds: since the query began.
  ///   - pipelineSeconds: since the pipeline that runs did.
  static func text(
    _ reading: QueryProgress.Reading, seconds: Double, inPipeline pipelineSeconds: Double,
    width: Int
  ) -> String {
    var parts = [word(reading.phase)]
    let share =
      reading.rowsTotal > 0 ? min(Double(reading.rowsDone) / Double(reading.rowsTotal), 1) : 0
    // Sorting and windows begin when all is read.
    let isCounted =
      share > 0 && share < 1 && reading.phase != .sorting && reading.phase != .windowing
    if isCounted { parts.append("\(bar(share))  \(Int(share * 100)) %") }
    if reading.rows > 0 {
      parts.append("\(NumberGrouping.string(reading.rows)) rows")
      if seconds > 0 { parts.append("\(rate(Double(reading.rows) / seconds))/s") }
    }
    if isCounted, pipelineSeconds > 0 {
      parts.append("\(ProgressMeter.duration(pipelineSeconds / share * (1 - share))) left")
    }
    func line() -> String { parts.joined(separator: "  ") }
    while parts.count > 1, DisplayWidth.of(line()) >= width { parts.removeLast() }
    return String(line().prefix(max(width - 1, 1)))
  }

  private static func word(_ phase: QueryProgress.Phase) -> String {
    switch phase {
    case .reading: "reading"
    case .joining: "joining"
    case .grouping: "grouping"
    case .sorting: "sorting"
    case .windowing: "windows"
    }
  }

  private static let barWidth = 20

  private static func bar(_ share: Double) -> String {
    let full = Int(share * Double(barWidth))
    return String(repeating: "█", count: full)
      + String(repeating: "░", count: barWidth - full)
  }

  private static func rate(_ rows: Double) -> String {
    if rows >= 1e6 { return "\(Int(rows / 1e6)) M rows" }
    return rows >= 1e3 ? "\(Int(rows / 1e3)) k rows" : "\(Int(rows)) rows"
  }
}
