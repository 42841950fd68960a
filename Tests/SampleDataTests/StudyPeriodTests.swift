import Testing

@testable import SampleData

struct StudyPeriodTests {
  @Test(
    arguments: [
      ((2004, 1, 1), 0), ((2004, 2, 29), 59), ((2004, 12, 31), 365), ((2005, 1, 1), 366),
      ((2024, 12, 31), 7670),
    ])
  func datesHaveTheirIndex(date: (Int, Int, Int), index: Int) {
    #expect(StudyPeriod.index(year: date.0, month: date.1, day: date.2) == index)
  }

  @Test func everyDayIsThere() {
    let days = StudyPeriod().days
    #expect(days.count == 7671)
    #expect(days.first?.text == "2004-01-01")
    #expect(days.last?.text == "2024-12-31")
    #expect(days.last?.year == 20)
    // 31 December 2024 was a Tuesday.
    #expect(days.last?.weekday == 1)
    #expect(Set(days.map(\.text)).count == days.count)
    #expect(days.filter { $0.text.hasSuffix("02-29") }.count == 6)
  }
}
