/// What one cell looks like by itself.
enum CellClass: Int, CaseIterable, Sendable {
  /// Nothing between two delimiters: NULL.
  case empty
  /// `""`: the empty text in a column of text, NULL in any other.
  case quotedEmpty
  /// A text that was said to stand for NULL.
  case null
  /// A mark for a missing value, or blanks: text in a column of text, NULL in any other.
  case missing
  case boolean
  /// A whole number of 64 bits.
  case integer
  /// A whole number that does not fit 64 bits.
  case wideInteger
  /// Digits with a point.
  case decimal
  /// A finite number with an exponent.
  case exponent
  /// A number in another form: grouped, with a comma, a percent sign, a plus, blanks around.
  case writtenNumber
  /// Digits behind a zero that counts for nothing: a code, not a number.
  case leadingZero
  case date
  case timestamp
  /// A date in another form than ISO 8601.
  case writtenDate
  case writtenTimestamp
  /// A date of digits whose year has two of them.
  case shortYear
  case text

  /// Whether it is a number.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .exponent, .writtenNumber: true
    default: false
    }
  }

  /// Whether it is a date, with or without a time.
  var isDate: Bool {
    switch self {
    case .date, .timestamp, .writtenDate, .writtenTimestamp: true
    default: false
    }
  }

  /// Whether it holds no value in a column that is no text.
  var isGap: Bool {
    switch self {
    case .empty, .quotedEmpty, .null, .missing: true
    default: false
    }
  }
}
