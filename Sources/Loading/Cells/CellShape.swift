/// A cell's class, the digits of a number, and the readings that it allows.
struct CellShape {
  var cellClass: CellClass
  /// Digits before and behind the fraction's sign, with a point and with a comma as that sign; a
  /// leading zero apart.
  var point = NumberSize()
  var comma = NumberSize()
  var traits: CellTraits = []

  /// The shape of the `count` bytes from `start`, quotes taken off.
  ///
  /// - Parameter isQuoted: whether they stood in quotes.
  /// - Complexity: linear; for looking closely, not for loading.
  init(
    _ start: UnsafePointer<UInt8>, _ count: Int, rules: CellRules = CellRules(),
    isQuoted: Bool = false
  ) {
    if count == 0 {
      self.init(cellClass: isQuoted ? .quotedEmpty : .empty)
    } else if rules.isNull(start, count) {
      self.init(cellClass: .null)
    } else if isQuoted && rules.isTypedByQuotes {
      self = CellShape(date: start, count, rules) ?? CellShape(cellClass: .text)
    } else if let number = CellShape(number: start, count, rules) {
      self = number
    } else if BooleanReader.boolean(start, count) != nil {
      self.init(cellClass: .boolean)
    } else if let date = CellShape(date: start, count, rules) {
      self = date
    } else if let blanks = CellShape(trimmed: start, count, rules) {
      self = blanks
    } else {
      self.init(cellClass: .text)
    }
  }

  init(cellClass: CellClass) { self.cellClass = cellClass }

  /// Whether the `count` bytes from `start`, quotes taken off, are text for certain: they begin with
  /// a letter, as no number does, hold no digit, as every date does, and begin as no truth value and
  /// no mark of ``MissingMarks``, or are too long for one.
  ///
  /// Much faster than looking closely, where ``CellRules/leavesWordsAlone``.
  static func isWord(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    let first = start[0] | 0x20
    guard first &- UInt8(ascii: "a") < 26 else { return false }
    // Blanks at the end do not count.
    let last = start[count &- 1]
    let isShort = count <= MissingMarks.longest || last <= UInt8(ascii: " ") || last >= 0x80
    if isShort && mayBeginMark[Int(first)] { return false }
    var index = 1
    while index < count {
      if start[index] &- UInt8(ascii: "0") < 10 { return false }
      index &+= 1
    }
    return true
  }

  /// The letters that truth values and marks for missing values begin with, in lower case.
  private static let mayBeginMark: [Bool] = {
    var letters = [Bool](repeating: false, count: 256)
    for word in MissingMarks.words + ["true", "false"] {
      if let first = word.utf8.first { letters[Int(first)] = true }
    }
    return letters
  }()

  // MARK: Numbers

  /// The shape of a number in plain form, or of a code that looks like one.
  private init?(number start: UnsafePointer<UInt8>, _ count: Int, _ rules: CellRules) {
    guard let plain = PlainNumber(start, count) else { return nil }
    // Where the comma is asked for, a point can only group.
    if plain.scale > 0 && rules.decimalMark == UInt8(ascii: ",") { return nil }
    if plain.isZeroLed {
      self.init(cellClass: .leadingZero)
      return
    }
    let size = NumberSize(integerDigits: plain.integerDigits, scale: plain.scale)
    if plain.hasExponent {
      // A number beyond the largest double has no value to load: it stays text.
      self.init(
        cellClass: NumberReader.double(start, count) == nil ? .text : .exponent)
      traits = plain.scale == 0 ? [.point, .comma] : .point
      return
    }
    if plain.scale > 0 {
      self.init(cellClass: .decimal)
      traits = .point
      if plain.scale == 3 && (1...3).contains(plain.integerDigits) {
        // `1.234` may be one thousand and some where commas stand before fractions.
        traits.insert([.comma, .differ])
        comma = NumberSize(integerDigits: plain.integerDigits + 3, scale: 0)
      }
    } else {
      let fits = NumberReader.integer(start, count) != nil
      self.init(cellClass: fits ? .integer : .wideInteger)
      traits = [.point, .comma]
      comma = size
    }
    point = size
  }

  /// The shape of a cell that is something only without the blanks around it, or that is a number
  /// in another than the plain form.
  private init?(trimmed start: UnsafePointer<UInt8>, _ count: Int, _ rules: CellRules) {
    let (inner, length) = BlankTrim.trimmed(start, count)
    if rules.isMissing(inner, length) {
      self.init(cellClass: .missing)
      return
    }
    if let number = CellShape(grouped: inner, length, rules) {
      self = number
    } else if length < count, BooleanReader.boolean(inner, length) != nil {
      self.init(cellClass: .text)
    } else if length < count, let date = CellShape(date: inner, length, rules) {
      self = date
      // The plain form has no blanks.
      if cellClass == .date { cellClass = .writtenDate }
      if cellClass == .timestamp { cellClass = .writtenTimestamp }
      traits.insert([.dayFirst, .monthFirst])
    } else {
      return nil
    }
  }

  private init?(grouped start: UnsafePointer<UInt8>, _ count: Int, _ rules: CellRules) {
    let asPoint = GroupedNumber.plain(start, count, mark: UInt8(ascii: "."), rules: rules)
    let asComma = GroupedNumber.plain(start, count, mark: UInt8(ascii: ","), rules: rules)
    self.init(cellClass: .writtenNumber)
    if let asPoint, take(asPoint, as: \.point) { traits.insert(.point) }
    if let asComma, take(asComma, as: \.comma) { traits.insert(.comma) }
    guard let either = asPoint ?? asComma, !traits.isDisjoint(with: [.point, .comma]) else {
      return nil
    }
    if either.isPercent { traits.insert(.percent) }
    if let asPoint, let asComma, traits.isSuperset(of: [.point, .comma]),
      !asPoint.isSame(as: asComma)
    {
      traits.insert(.differ)
    }
  }

  /// Notes the digits of a number.
  ///
  /// - Returns: whether it is a number and no code.
  private mutating func take(
    _ number: GroupedNumber.Plain, as size: WritableKeyPath<Self, NumberSize>
  ) -> Bool {
    let plain = number.withBytes { start, count in PlainNumber(start, count) }
    guard let plain, !plain.isZeroLed else { return false }
    if plain.hasExponent {
      traits.insert(.exponent)
      return number.withBytes { start, count in NumberReader.double(start, count) } != nil
    }
    self[keyPath: size] = NumberSize(integerDigits: plain.integerDigits, scale: plain.scale)
    return true
  }

  // MARK: Dates

  private init?(date start: UnsafePointer<UInt8>, _ count: Int, _ rules: CellRules) {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if let format = rules.timestampFormat, format.microseconds(bytes) != nil {
      self.init(cellClass: .writtenTimestamp)
      traits = [.dayFirst, .monthFirst, .formatted]
      return
    }
    if let format = rules.dateFormat, let moment = format.microseconds(bytes) {
      self.init(
        cellClass: moment.isMultiple(of: DateReader.microsecondsOfDay)
          ? .writtenDate : .writtenTimestamp)
      traits = [.dayFirst, .monthFirst, .formatted]
      return
    }
    if rules.refusesOtherDates { return nil }
    if DateReader.date(start, count) != nil {
      self.init(cellClass: .date)
      traits = [.dayFirst, .monthFirst]
    } else if DateReader.timestamp(start, count) != nil {
      self.init(cellClass: .timestamp)
      traits = [.dayFirst, .monthFirst]
    } else if let date = WrittenDate(start, count) {
      // A format that was asked for says how all dates are written.
      let isAsked = rules.isDayFirst
      let hasDayFirst = date.dayFirst != nil && isAsked != false
      let hasMonthFirst = date.monthFirst != nil && isAsked != true
      guard hasDayFirst || hasMonthFirst else { return nil }
      self.init(cellClass: date.time == nil ? .writtenDate : .writtenTimestamp)
      if hasDayFirst || !date.isAmbiguous && date.dayFirst != nil { traits.insert(.dayFirst) }
      if hasMonthFirst || !date.isAmbiguous && date.monthFirst != nil { traits.insert(.monthFirst) }
      if date.isAmbiguous && isAsked == nil { traits.insert(.differ) }
      if date.hasOffset { traits.insert(.offset) }
    } else if WrittenDate.hasShortYear(start, count) {
      self.init(cellClass: .shortYear)
    } else {
      return nil
    }
  }
}

/// The digits of a number on both sides of the fraction's sign.
struct NumberSize: Hashable, Sendable {
  /// A leading zero apart.
  var integerDigits = 0
  var scale = 0

  mutating func include(_ other: NumberSize) {
    integerDigits = max(integerDigits, other.integerDigits)
    scale = max(scale, other.scale)
  }
}

/// How a cell can be read.
struct CellTraits: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// A number where a point stands before the fraction, and where a comma does.
  static let point = CellTraits(rawValue: 1)
  static let comma = CellTraits(rawValue: 2)
  /// A date where the day stands before the month, and where the month does.
  static let dayFirst = CellTraits(rawValue: 4)
  static let monthFirst = CellTraits(rawValue: 8)
  /// The two readings give two values.
  static let differ = CellTraits(rawValue: 16)
  static let percent = CellTraits(rawValue: 32)
  static let exponent = CellTraits(rawValue: 64)
  /// A time that says how far it is from UTC.
  static let offset = CellTraits(rawValue: 128)
  /// A date in the format that was asked for.
  static let formatted = CellTraits(rawValue: 256)
}

/// The parts of a number of digits, a point and an exponent.
struct PlainNumber {
  /// A leading zero apart.
  private(set) var integerDigits = 0
  private(set) var scale = 0
  /// Whether a zero that counts for nothing stands first: a code.
  private(set) var isZeroLed = false
  private(set) var hasExponent = false

  /// Nil where the `count` bytes from `start` are none.
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    guard count > 0 else { return nil }
    func isDigit(_ index: Int) -> Bool {
      index < count && start[index] &- UInt8(ascii: "0") < 10
    }
    var index = start[0] == UInt8(ascii: "-") ? 1 : 0
    let first = index
    while isDigit(index) { index += 1 }
    let whole = index - first
    if index < count && start[index] == UInt8(ascii: ".") {
      index += 1
      while isDigit(index) {
        index += 1
        scale += 1
      }
      if scale == 0 { return nil }
    }
    if whole + scale == 0 { return nil }
    isZeroLed = whole > 1 && start[first] == UInt8(ascii: "0")
    integerDigits = whole > 0 && start[first] == UInt8(ascii: "0") ? 0 : whole
    if index == count { return }
    guard start[index] | 0x20 == UInt8(ascii: "e") else { return nil }
    index += 1
    if index < count && (start[index] == UInt8(ascii: "-") || start[index] == UInt8(ascii: "+")) {
      index += 1
    }
    guard isDigit(index) else { return nil }
    while isDigit(index) { index += 1 }
    guard index == count else { return nil }
    hasExponent = true
  }
}
