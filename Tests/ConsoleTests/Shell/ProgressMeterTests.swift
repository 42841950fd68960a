import Loading
import Testing

@testable import rummage

@Suite struct ProgressMeterTests {
  private static let millisecond: UInt64 = 1_000_000

  @Test func nothingIsToldOfShortLoads() {
    var meter = ProgressMeter()
    for time in stride(from: 0, to: 500, by: 10) {
      let progress = LoadProgress(bytesRead: time, bytesTotal: 1000, rows: time)
      #expect(meter.line("f", progress, at: UInt64(time) * Self.millisecond, width: 80) == nil)
    }
    let progress = LoadProgress(bytesRead: 500, bytesTotal: 1000, rows: 500)
    #expect(meter.line("f", progress, at: 500 * Self.millisecond, width: 80) != nil)
  }

  @Test func aLineIsDrawnAtMostTenTimesASecond() {
    var meter = ProgressMeter()
    var lines = 0
    for time in 0..<3_000 {
      let progress = LoadProgress(bytesRead: time, bytesTotal: nil, rows: time)
      let line = meter.line("f", progress, at: UInt64(time) * Self.millisecond, width: 80)
      if line != nil { lines += 1 }
    }
    #expect(lines == 25)
  }

  private static func line(
    _ meter: inout ProgressMeter, _ bytes: Int, of total: Int, _ milliseconds: UInt64
  ) -> String? {
    meter.line(
      "f", LoadProgress(bytesRead: bytes, bytesTotal: total, rows: 7),
      at: milliseconds * millisecond, width: 80)
  }

  @Test func theRateIsThatOfTheReadingThatRuns() {
    var meter = ProgressMeter()
    func line(_ bytes: Int, _ milliseconds: UInt64) -> String? {
      Self.line(&meter, bytes, of: 100_000_000, milliseconds)
    }
    #expect(line(0, 1_000) == nil)
    #expect(line(50_000_000, 2_000) == "f  7 rows  50 %  50 MB/s  1 s left")
    // The file is read once more, and faster.
    #expect(line(0, 3_000) == "f  7 rows  0 %")
    #expect(line(20_000_000, 3_200) == "f  7 rows  20 %  100 MB/s  1 s left")
  }

  /// Threads finish pieces out of order.
  @Test func aSmallStepBackIsNoNewReading() {
    var meter = ProgressMeter()
    func line(_ bytes: Int, _ milliseconds: UInt64) -> String? {
      Self.line(&meter, bytes, of: 120_000_000, milliseconds)
    }
    #expect(line(0, 1_000) == nil)
    #expect(line(50_000_000, 2_000) == "f  7 rows  41 %  50 MB/s  2 s left")
    #expect(line(49_000_000, 2_050) == nil)
    #expect(line(60_000_000, 2_200) == "f  7 rows  50 %  50 MB/s  2 s left")
  }

  @Test(
    arguments: [
      (1_234_567, 450, 1000, 100.0, "f.csv  1,234,567 rows  45 %  0 kB/s  6 s left"),
      (0, 0, 0, 0.0, "f.csv  0 rows"), (5, 999, 1000, 0.0, "f.csv  5 rows  99 %"),
      (5, 1000, 1000, 2e9, "f.csv  5 rows  100 %  2.0 GB/s  0 s left"),
      (5, 2000, 1000, 3.2e8, "f.csv  5 rows  100 %  320 MB/s  0 s left"),
      (5, 0, 90_000, 1000.0, "f.csv  5 rows  0 %  1 kB/s  1 min 30 s left"),
      (5, 10, nil, 1e6, "f.csv  5 rows  1 MB/s"), (0, 2_500_000, nil, 1e6, "f.csv  2 MB  1 MB/s"),
    ] as [(Int, Int, Int?, Double, String)])
  func words(_ rows: Int, _ read: Int, _ total: Int?, _ rate: Double, _ expected: String) {
    let progress = LoadProgress(bytesRead: read, bytesTotal: total, rows: rows)
    #expect(ProgressMeter.text("f.csv", progress, rate: rate, width: 80) == expected)
  }

  @Test(arguments: [
    (80, "data/2024/seizures.csv  5 rows  50 %  9 kB/s  1 s left"),
    (45, "…eizures.csv  5 rows  50 %  9 kB/s  1 s left"),
    (40, "…024/seizures.csv  5 rows  50 %  9 kB/s"),
    (20, "…izures.csv  5 rows"), (12, "…sv  5 rows"), (1, "…  5 rows"),
  ])
  func theLineFitsTheTerminal(_ width: Int, _ expected: String) {
    let progress = LoadProgress(bytesRead: 5, bytesTotal: 10, rows: 5)
    let line = ProgressMeter.text("data/2024/seizures.csv", progress, rate: 9000, width: width)
    #expect(line == expected)
    #expect(line.count < width || width < 10)
  }
}
