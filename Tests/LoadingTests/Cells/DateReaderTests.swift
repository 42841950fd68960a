import Testing

@testable import Loading

@Suite struct DateReaderTests {
  private func date(_ text: String) -> Int32? {
    let bytes = Array(text.utf8)
    let padded = bytes + [UInt8](repeating: UInt8(ascii: "9"), count: 16)
    return padded.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DateReader.date($0, bytes.count) }
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Every day of the calendar has the number behind that of the day before, and every other
  /// triple is none.
  @Test func everyDayOfTheCalendar() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected: Int32 = -719_162
    var wrong: [String] = []
    for year in 1...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      // All days of some years, the ends of months of the others.
      let isWhole = year % 397 == 0
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        let prefix = "\(padded(year, 4))-\(padded(month, 2))-"
        for day in 1...length where isWhole || day == 1 || day == length {
          if date(prefix + padded(day, 2)) != expected + Int32(day) - 1 {
            wrong.append(prefix + padded(day, 2))
          }
        }
        if date(prefix + padded(length + 1, 2)) != nil {
          wrong.append(prefix + padded(length + 1, 2))
        }
        expected += Int32(length)
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "0000-01-01", "2024-00-01", "2024-01-00", "2024/01/01", "20240101", "2024-01-1", "2024-1-01",
    "24-01-01", "2024-01-011", "2024-01-0a", "-024-01-01", "２024-01-0",
  ])
  func notDates(text: String) {
    #expect(date(text) == nil)
  }
}
