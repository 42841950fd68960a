import Columns
import Language

/// A column of times: days, moments, or whole numbers such as years.
struct ChartTimes: Sendable {
  /// What the numbers of a time count.
  enum Kind: Sendable {
    /// Whatever the column counts: years, months, weeks.
    case number
    /// Days since 1970-01-01.
    case day
    /// Microseconds since 1970-01-01 00:00:00.
    case moment
  }

  let kind: Kind
  let column: Int
  let name: String
  /// One a row; nil where the value is NULL.
  let values: [Int64?]
  /// How many rows are NULL.
  let nulls: Int
  /// The distinct times, in order.
  let distinct: [Int64]
  let step: TimeStep?

  /// Reads a column of type BIGINT, DATE or TIMESTAMP; moments that are all midnights are days.
  init(_ table: ChartTable, column: Int) {
    self.column = column
    name = table.name(column)
    var values = [Int64?](repeating: nil, count: table.rowCount)
    var kind = Kind.number
    var nulls = 0
    table.forEachValue(of: column) { row, value in
      switch value {
      case .integer(let number): values[row] = Int64(exactly: number)
      case .date(let days):
        kind = .day
        values[row] = Int64(days)
      case .timestamp(let microseconds):
        kind = .moment
        values[row] = microseconds
      default: nulls += 1
      }
    }
    let perDay = Int64(ClockTime.microsecondsPerDay)
    if kind == .moment, values.allSatisfy({ ($0 ?? 0).isMultiple(of: perDay) }) {
      kind = .day
      values = values.map { $0.map { $0 / perDay } }
    }
    self.kind = kind
    self.values = values
    self.nulls = nulls
    distinct = Set(values.compactMap { $0 }).sorted()
    step = TimeStep(between: distinct, kind)
  }

  /// What `time` reads as in a label: a year alone, or a year and month, where the steps are such.
  func label(_ time: Int64) -> String { Self.label(time, kind, step) }

  static func label(_ time: Int64, _ kind: Kind, _ step: TimeStep?) -> String {
    switch kind {
    case .number: return CellText.string(.integer(Int128(time)))
    case .moment: return CellText.string(.timestamp(time))
    case .day:
      let text = CellText.string(.date(Int32(clamping: time)))
      guard case .months(let months)? = step, !text.hasSuffix(")") else { return text }
      let date = CivilDate(daysSinceEpoch: Int(time))
      if date.day > 1 { return text }
      return String(text.dropLast(months.isMultiple(of: 12) && date.month == 1 ? 6 : 3))
    }
  }
}
