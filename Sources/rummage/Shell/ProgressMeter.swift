import Loading
import Rendering

/// Decides when the progress of a load is worth telling, and words it.
///
/// It knows no clock and no terminal: times are given to it, in nanoseconds from any moment on.
struct ProgressMeter {
  /// A load is told of when it takes longer than this.
  static let patience: UInt64 = 500_000_000
  /// The line is drawn anew after no less than this: ten times a second.
  static let interval: UInt64 = 100_000_000

  /// When the first progress of the load came.
  private var start: UInt64?
  private var lastLine: UInt64 = 0
  /// Where the file is read from its start again, the rate is measured anew.
  private var rateStart: UInt64 = 0
  private var rateBytes = 0
  private var bytesBefore = 0

  /// The line to draw now; nil where it is too early for one.
  ///
  /// - Parameters:
  ///   - name: what the files are called.
  ///   - now: the time.
  ///   - width: columns of the terminal.
  mutating func line(
    _ name: String, _ progress: LoadProgress, at now: UInt64, width: Int
  ) -> String? {
    guard let start else {
      self.start = now
      startRate(progress, at: now)
      return nil
    }
    // Threads tell of their pieces a little out of order; only a far step back is a new beginning.
    if progress.bytesRead < bytesBefore / 2 { startRate(progress, at: now) }
    bytesBefore = max(bytesBefore, progress.bytesRead)
    guard now >= start + Self.patience, now >= lastLine + Self.interval else { return nil }
    lastLine = now
    let seconds = Double(now - rateStart) / 1e9
    let rate = seconds > 0 ? Double(progress.bytesRead - rateBytes) / seconds : 0
    return Self.text(name, progress, rate: rate, width: width)
  }

  private mutating func startRate(_ progress: LoadProgress, at now: UInt64) {
    rateStart = now
    rateBytes = progress.bytesRead
    bytesBefore = progress.bytesRead
  }

  /// `seizures.csv  1,234,567 rows  45 %  312 MB/s  2 s left`; of a name that does not fit, its end.
  ///
  /// - Parameter rate: bytes a second.
  static func text(_ name: String, _ progress: LoadProgress, rate: Double, width: Int) -> String {
    // What comes through a pipe is first read to its end.
    let isRead = progress.rows == 0 && progress.bytesTotal == nil
    var parts = [
      isRead
        ? "\(bytes(Double(progress.bytesRead)))" : "\(NumberGrouping.string(progress.rows)) rows"
    ]
    if let total = progress.bytesTotal, total > 0 {
      let share = min(100, Int(Double(progress.bytesRead) / Double(total) * 100))
      parts.append("\(share) %")
    }
    if rate >= 1 {
      parts.append("\(bytes(rate))/s")
      if let total = progress.bytesTotal {
        parts.append("\(duration(Double(max(0, total - progress.bytesRead)) / rate)) left")
      }
    }
    // What a narrow terminal has no room for is left out from the end.
    let wanted = min(DisplayWidth.of(name), Self.leastNameWidth)
    while parts.count > 1, room(for: parts, width) < wanted { parts.removeLast() }
    return shortened(name, to: max(1, room(for: parts, width)))
      + parts.map { "  " + $0 }.joined()
  }

  /// Columns that a name is worth more than what else is told.
  private static let leastNameWidth = 8

  /// Columns that `parts` leave for the name; the last of the line stays free, so that it does not
  /// wrap.
  private static func room(for parts: [String], _ width: Int) -> Int {
    width - 1 - parts.reduce(0) { $0 + 2 + DisplayWidth.of($1) }
  }

  private static func shortened(_ name: String, to width: Int) -> String {
    if DisplayWidth.of(name) <= width { return name }
    var end = ""
    for character in name.reversed() {
      if DisplayWidth.of(end) + DisplayWidth.of(String(character)) >= width { break }
      end = String(character) + end
    }
    return "…" + end
  }

  private static func bytes(_ bytes: Double) -> String {
    if bytes >= 1e9 {
      let tenths = Int(min(bytes / 1e8, 1e12))
      return "\(tenths / 10).\(tenths % 10) GB"
    }
    return bytes >= 1e6 ? "\(Int(bytes / 1e6)) MB" : "\(Int(bytes / 1e3)) kB"
  }

  /// Whole seconds, minutes from one on.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
