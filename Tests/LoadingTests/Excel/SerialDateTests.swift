import Testing

@testable import Loading

@Suite struct SerialDateTests {
  private func text(
    _ serial: Double, hasDate: Bool = true, hasTime: Bool = false, is1904: Bool = false
  ) -> (String, SerialDate.Reading) {
    var bytes: [UInt8] = []
    let reading = SerialDate(is1904: is1904)
      .append(serial, hasDate: hasDate, hasTime: hasTime, to: &bytes)
    return (String(decoding: bytes, as: UTF8.self), reading)
  }

  /// Days as Excel shows them.
  @Test(arguments: [
    (1, "1900-01-01"), (31, "1900-01-31"), (32, "1900-02-01"), (59, "1900-02-28"),
    (61, "1900-03-01"), (366, "1900-12-31"), (367, "1901-01-01"), (25_569, "1970-01-01"),
    (36_585, "2000-02-29"), (36_600, "2000-03-15"), (45_385, "2024-04-03"),
    (2_958_465, "9999-12-31"),
  ])
  func days(serial: Double, day: String) {
    #expect(text(serial) == (day, serial < 60 ? .early : .moment))
  }

  @Test func theDayThatNeverWas() {
    #expect(text(60) == ("1900-02-29", .neverWas))
    #expect(text(60.5) == ("1900-02-29 12:00:00", .neverWas))
  }

  @Test(arguments: [
    (0, "1904-01-01"), (1, "1904-01-02"), (60, "1904-03-01"), (43_923, "2024-04-03"),
    (2_957_003, "9999-12-31"),
  ])
  func daysFrom1904(serial: Double, day: String) {
    #expect(text(serial, is1904: true) == (day, .moment))
  }

  @Test(arguments: [
    (45_385.604166666664, "2024-04-03 14:30:00"), (45_385.0, "2024-04-03 00:00:00"),
    (45_385.99999999, "2024-04-03 23:59:59.999"), (45_385.999999999, "2024-04-04 00:00:00"),
    (45_385.00001, "2024-04-03 00:00:00.864"), (45_385.520833333336, "2024-04-03 12:30:00"),
    (2_958_465.9999, "9999-12-31 23:59:51.360"),
  ])
  func moments(serial: Double, moment: String) {
    #expect(text(serial, hasTime: true).0 == moment)
  }

  @Test(arguments: [
    (0, "00:00:00"), (0.5, "12:00:00"), (0.604166666666667, "14:30:00"), (0.000011574, "00:00:01"),
    (0.9999999999, "23:59:59.999"), (0.00000578704, "00:00:00.500"),
  ])
  func timesWithoutADay(serial: Double, time: String) {
    #expect(text(serial, hasDate: false, hasTime: true) == (time, .moment))
    #expect(text(serial, hasDate: true, hasTime: true) == (time, .moment))
    #expect(text(serial, hasDate: false, hasTime: true, is1904: true) == (time, .moment))
  }

  /// The number says more than its format shows.
  @Test func whatTheFormatHides() {
    #expect(text(45_385.5).0 == "2024-04-03 12:00:00")
    #expect(text(45_385.5, hasDate: false, hasTime: true).0 == "2024-04-03 12:00:00")
    #expect(text(0.5, hasTime: true, is1904: true).0 == "1904-01-01 12:00:00")
  }

  @Test(arguments: [-1, -0.5, 2_958_466, 2_958_465.9999999999, 1e300, .infinity, .nan, 0, 0.5])
  func noDays(serial: Double) {
    #expect(text(serial) == ("", .outside))
  }

  @Test func noDaysFrom1904() {
    #expect(text(2_957_004, is1904: true) == ("", .outside))
    #expect(text(-1, is1904: true) == ("", .outside))
  }
}
