/// A length of time as calendars count it: months, days and microseconds, each of its own sign.
///
/// The three parts stay apart, since a month has no fixed number of days and a day, across a change
/// of the clocks, no fixed number of hours. Only to be compared they are brought to one
/// ``total``; so `1 month` equals `30 days`, though adding them to a date differs.
package struct Interval: Hashable, Sendable {
  package var months: Int32
  package var days: Int32
  package var microseconds: Int64

  package init(months: Int32 = 0, days: Int32 = 0, microseconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.microseconds = microseconds
  }

  /// The interval that ``bits`` packed.
  @inline(__always)
  package init(bits: Int128) {
    months = Int32(truncatingIfNeeded: bits >> 96)
    days = Int32(truncatingIfNeeded: bits >> 64)
    microseconds = Int64(truncatingIfNeeded: bits)
  }

  /// How a column stores it: months above days above microseconds. No order of intervals.
  @inline(__always)
  package var bits: Int128 {
    Int128(months) << 96 | Int128(UInt32(bitPattern: days)) << 64
      | Int128(UInt64(bitPattern: microseconds))
  }

  /// The microseconds by which intervals are compared: a month counts as 30 days, a day as
  /// 24 hours, as in PostgreSQL and DuckDB.
  @inline(__always)
  package var total: Int128 {
    (Int128(months) * 30 + Int128(days)) * Int128(ClockTime.microsecondsPerDay)
      + Int128(microseconds)
  }
}
