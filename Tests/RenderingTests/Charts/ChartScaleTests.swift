import Columns
import Language
import Testing

@testable import Rendering

@Suite struct ChartScaleTests {
  private func ticks(_ least: Double, _ greatest: Double, steps: Int = 5) -> [String] {
    let scale = LinearScale(least, greatest, steps: steps)
    return (0...scale.count).map(scale.text)
  }

  @Test func stepsAreOneTwoOrFive() {
    #expect(ticks(0, 9) == ["0", "2", "4", "6", "8", "10"])
    #expect(ticks(0, 0.3) == ["0", "0.1", "0.2", "0.3"])
    #expect(ticks(-3, 4) == ["-4", "-2", "0", "2", "4"])
    #expect(ticks(9_000, 12_000) == ["9,000", "10,000", "11,000", "12,000"])
    #expect(ticks(0, 9_000_000) == ["0", "2 M", "4 M", "6 M", "8 M", "10 M"])
    #expect(ticks(0, 2.4e9) == ["0", "0.5 bn", "1 bn", "1.5 bn", "2 bn", "2.5 bn"])
    #expect(ticks(0, 4e30) == ["0", "1e+30", "2e+30", "3e+30", "4e+30"])
    #expect(ticks(0, 3e-9) == ["0", "1e-9", "2e-9", "3e-9"])
  }

  @Test func oneValueHasAScaleFromZero() {
    #expect(ticks(5, 5).first == "0")
    #expect(ticks(-5, -5).last == "0")
    #expect(ticks(0, 0).first == "0")
  }

  @Test(
    arguments: [
      (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude),
      (0, Double.leastNonzeroMagnitude), (1e17, 1e17 + 16), (-1e-300, 1e-300), (1, 1 + 1e-15),
    ] as [(Double, Double)])
  func extremesHaveTicks(_ least: Double, _ greatest: Double) {
    for steps in 1...12 {
      let scale = LinearScale(least, greatest, steps: steps)
      #expect((1...max(steps + 1, 4)).contains(scale.count))
      #expect((0...1).contains(scale.fraction(least)))
      #expect(scale.fraction(least) <= scale.fraction(greatest))
      #expect(!scale.text(scale.count).isEmpty)
    }
  }

  private func labels(_ type: DataType, _ values: [Value], most: Int) -> [String] {
    let table = ChartTable(Samples.relation([("t", type, values)]))
    return TimeTicks(ChartTimes(table, column: 0), most: most).ticks.map(\.label)
  }

  @Test func daysHaveStepsOfTheCalendar() {
    func days(_ first: String, _ last: String, most: Int) -> [String] {
      labels(.date, ChartSamples.days([first, last]), most: most)
    }
    #expect(days("2004-03-05", "2024-02-01", most: 5) == ["2005", "2010", "2015", "2020"])
    #expect(
      days("2023-11-05", "2024-03-01", most: 4) == ["2023-12", "2024-01", "2024-02", "2024-03"])
    // Mondays.
    #expect(
      days("2024-02-01", "2024-02-20", most: 3) == ["2024-02-05", "2024-02-12", "2024-02-19"])
    #expect(
      days("2024-02-28", "2024-03-01", most: 3) == ["2024-02-28", "2024-02-29", "2024-03-01"])
  }

  @Test func momentsHaveStepsOfClocks() {
    let midnight: Int64 = 1_706_659_200_000_000
    func moments(_ seconds: Int64, most: Int) -> [String] {
      let last = midnight + seconds * 1_000_000
      return labels(.timestamp, [.timestamp(midnight + 1), .timestamp(last)], most: most)
    }
    #expect(moments(10_800, most: 3) == ["2024-01-31 01:00", "02:00", "03:00"])
    #expect(moments(2, most: 2) == ["2024-01-31 00:00:01", "00:00:02"])
    #expect(moments(172_800, most: 2) == ["2024-02-01", "2024-02-02"])
  }

  @Test func stepsBetweenTimes() {
    func step(_ days: [String]) -> TimeStep? {
      let table = ChartTable(Samples.relation([("t", .date, ChartSamples.days(days))]))
      return ChartTimes(table, column: 0).step
    }
    #expect(step(["2024-01-31"]) == nil)
    #expect(step(["2024-01-01", "2024-02-01", "2024-04-01"]) == .months(1))
    #expect(step(["2020-01-01", "2022-01-01"]) == .months(24))
    #expect(step(["2024-01-01", "2024-01-08", "2024-01-22"]) == .units(7))
  }
}
