import Columns

/// What cells may look like in one file, beyond numbers and dates in their plain forms.
struct CellRules: Sendable {
  /// Texts that stand for NULL in every column; nil: the usual marks, in columns of numbers, dates
  /// and the like.
  var nullTexts: [[UInt8]]?
  /// The one character before the fraction; nil: a point or a comma, as the column shows.
  var decimalMark: UInt8?
  /// The one text that groups digits, empty for none; nil: any that is in use.
  var thousands: [UInt8]?
  var dateFormat: WrittenDateFormat?
  var timestampFormat: WrittenDateFormat?
  /// Whether days stand before months, as the formats that were asked for say; nil where they do not.
  private(set) var isDayFirst: Bool?
  /// Whether only the formats that were asked for write dates: one has the year first and the day
  /// second, so that `2024-05-04` would be taken for the day of ISO 8601.
  private(set) var refusesOtherDates = false
  /// Whether what stands in quotes is text, unless it is a date.
  var isTypedByQuotes = false

  /// - Throws: ``LoadError/Kind/badOption(_:)``.
  init(_ options: LoadOptions, path: String) throws {
    nullTexts = options.nullTexts.map { $0.map { Array($0.utf8) } }
    if let mark = options.decimalMark {
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else {
        throw LoadError(.badOption("the decimal separator is '.' or ','"), path: path)
      }
      decimalMark = mark
    }
    if let text = options.thousands {
      let bytes = Array(text.utf8)
      guard text.unicodeScalars.count <= 1,
        bytes.isEmpty || GroupedNumber.separators.contains(bytes)
      else {
        throw LoadError(
          .badOption("the thousands separator is ',', '.', a space, ''' or '_'"), path: path)
      }
      if bytes.count == 1 && bytes[0] == (decimalMark ?? 0) {
        throw LoadError(
          .badOption("thousands and fraction are parted by the same sign"), path: path)
      }
      thousands = bytes
      // A group of digits and a fraction do not begin with the same sign.
      if bytes == [UInt8(ascii: ".")] { decimalMark = UInt8(ascii: ",") }
      if bytes == [UInt8(ascii: ",")] { decimalMark = UInt8(ascii: ".") }
    }
    dateFormat = try Self.format(options.dateFormat, "dateformat", path: path)
    timestampFormat = try Self.format(options.timestampFormat, "timestampformat", path: path)
    for format in [dateFormat, timestampFormat].compactMap(\.self) {
      guard let isDayFirst = format.isDayFirst else { continue }
      if format.isYearFirst {
        refusesOtherDates = refusesOtherDates || isDayFirst
      } else {
        self.isDayFirst = self.isDayFirst ?? isDayFirst
      }
    }
  }

  init() {}

  private static func format(
    _ text: String?, _ name: String, path: String
  ) throws -> WrittenDateFormat? {
    guard let text else { return nil }
    do {
      return try WrittenDateFormat(text)
    } catch {
      guard case .badArgument(let reason) = error else { throw error }
      throw LoadError(.badOption("\(name) '\(text)': \(reason)"), path: path)
    }
  }

  /// Whether no word was said to stand for NULL or for a date.
  var leavesWordsAlone: Bool {
    nullTexts == nil && dateFormat == nil && timestampFormat == nil
  }

  /// Whether the `count` bytes from `start` stand for NULL in every column.
  func isNull(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard let nullTexts else { return false }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    return nullTexts.contains { $0.count == count && bytes.elementsEqual($0) }
  }

  /// Whether the trimmed cell stands for NULL in a column that is no text.
  func isMissing(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    nullTexts == nil ? MissingMarks.contains(start, count) : count == 0
  }
}
