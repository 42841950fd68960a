/// A format of `strftime` and `strptime`, taken apart once.
struct DateFormat: Sendable {
  enum Piece: Sendable {
    case text([UInt8])
    case field(UInt8, isPadded: Bool)
  }

  let pieces: [Piece]

  /// The specifiers that there are.
  private static let fields = Array("YymdeHIMSfgnpbhBaAjuwUWVGDFRTcxXzZ".utf8)

  /// Takes `format` apart.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a specifier that is not known.
  init(_ format: TextBytes) throws(ValueError) {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var position = 0
    while position < format.count {
      guard format[position] == UInt8(ascii: "%") else {
        text.append(format[position])
        position += 1
        continue
      }
      position += 1
      let isPadded = position >= format.count || format[position] != UInt8(ascii: "-")
      if !isPadded { position += 1 }
      guard position < format.count else {
        throw .badArgument("the format ends with %; %% writes a percent sign")
      }
      let field = format[position]
      position += 1
      if field == UInt8(ascii: "%") {
        text.append(field)
        continue
      }
      guard Self.fields.contains(field) else {
        let shown = String(decoding: [field], as: UTF8.self)
        throw .badArgument("the format has %\(shown), which stands for no part of a date")
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      pieces.append(.field(field, isPadded: isPadded))
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// From Monday on.
  static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Writes `moment` in this format.
  func write(_ moment: Moment, to writer: inout TextWriter) {
    let date = moment.date
    for piece in pieces {
      switch piece {
      case .text(let bytes): bytes.withUnsafeBufferPointer { writer.append($0) }
      case .field(let field, let isPadded):
        Self.write(field, isPadded, moment, date, to: &writer)
      }
    }
  }

  private static func write(
    _ field: UInt8, _ isPadded: Bool, _ moment: Moment, _ date: CivilDate,
    to writer: inout TextWriter
  ) {
    func number(_ value: Int, _ width: Int) {
      ValueText.appendPadded(value, width: isPadded ? width : 1, to: &writer)
    }
    func year(_ year: Int) {
      if year < 0 { writer.append(UInt8(ascii: "-")) }
      number(abs(year), year < 0 ? 1 : 4)
    }
    func fields(_ format: StaticString) {
      for index in 0..<format.utf8CodeUnitCount {
        let byte = format.utf8Start[index]
        let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        if isLetter {
          write(byte, true, moment, date, to: &writer)
        } else {
          writer.append(byte)
        }
      }
    }
    let hour = moment.value(of: .hour)
    switch field {
    case UInt8(ascii: "Y"):
      year(date.year)
    case UInt8(ascii: "y"): number(abs(date.year % 100), 2)
    case UInt8(ascii: "m"): number(date.month, 2)
    case UInt8(ascii: "d"): number(date.day, 2)
    case UInt8(ascii: "e"):
      if isPadded && date.day < 10 { writer.append(UInt8(ascii: " ")) }
      ValueText.append(Int128(date.day), to: &writer)
    case UInt8(ascii: "H"): number(hour, 2)
    case UInt8(ascii: "I"): number((hour + 11) % 12 + 1, 2)
    case UInt8(ascii: "M"): number(moment.value(of: .minute), 2)
    case UInt8(ascii: "S"): number(moment.value(of: .second), 2)
    case UInt8(ascii: "f"):
      number(moment.value(of: .microsecond) % ClockTime.microsecondsPerSecond, 6)
    case UInt8(ascii: "g"): number(moment.value(of: .millisecond) % 1000, 3)
    case UInt8(ascii: "n"):
      number(moment.value(of: .microsecond) % ClockTime.microsecondsPerSecond * 1000, 9)
    // A TIMESTAMP has no zone, and is read as UTC where one is needed.
    case UInt8(ascii: "z"): writer.append("+00")
    case UInt8(ascii: "Z"): break
    case UInt8(ascii: "p"): writer.append(hour < 12 ? "AM" : "PM")
    case UInt8(ascii: "b"), UInt8(ascii: "h"):
      writer.append(String(monthNames[date.month - 1].prefix(3)))
    case UInt8(ascii: "B"): writer.append(monthNames[date.month - 1])
    case UInt8(ascii: "a"):
      writer.append(String(dayNames[moment.value(of: .isoDayOfWeek) - 1].prefix(3)))
    case UInt8(ascii: "A"): writer.append(dayNames[moment.value(of: .isoDayOfWeek) - 1])
    case UInt8(ascii: "j"): number(moment.value(of: .dayOfYear), 3)
    case UInt8(ascii: "u"): number(moment.value(of: .isoDayOfWeek), 1)
    case UInt8(ascii: "w"): number(moment.value(of: .dayOfWeek), 1)
    // Weeks from the first Sunday or Monday of the year on; days before it are in week 0.
    case UInt8(ascii: "U"):
      number((moment.value(of: .dayOfYear) + 6 - moment.value(of: .dayOfWeek)) / 7, 2)
    case UInt8(ascii: "W"):
      number((moment.value(of: .dayOfYear) + 7 - moment.value(of: .isoDayOfWeek)) / 7, 2)
    case UInt8(ascii: "V"): number(moment.isoWeek.week, 2)
    case UInt8(ascii: "G"): year(moment.isoWeek.year)
    default:
      if let expansion = expansion(of: field) { fields(expansion) }
    }
  }

  /// The specifiers, with their text between, for which another one stands.
  static func expansion(of field: UInt8) -> StaticString? {
    switch field {
    case UInt8(ascii: "D"): "m/d/y"
    case UInt8(ascii: "F"), UInt8(ascii: "x"): "Y-m-d"
    case UInt8(ascii: "R"): "H:M"
    case UInt8(ascii: "T"), UInt8(ascii: "X"): "H:M:S"
    case UInt8(ascii: "c"): "Y-m-d H:M:S"
    default: nil
    }
  }
}

extension DateKernels {
  /// Each date written in the format in the same row.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a format with a specifier that is not known.
  package static func format(_ dates: Vector, _ formats: Vector) throws -> Vector {
    try TextKernels.apply([dates, formats], .varchar, dates.count) { inputs, count in
      let moments = Moments(inputs[0])
      return try TextReader.read(inputs[1]) { formats in
        let fixed = formats.isConstant ? try DateFormat(formats[0]) : nil
        return try TextKernels.texts(inputs, count: count, byteCount: count * 10) { row, writer in
          let format = try fixed ?? DateFormat(formats[row])
          format.write(moments[row], to: &writer)
        }
      }
    }
  }

  /// The English name of the month of each date.
  package static func monthName(_ dates: Vector) throws -> Vector {
    try names(dates) { DateFormat.monthNames[$0.date.month - 1] }
  }

  /// The English name of the day of the week of each date.
  package static func dayName(_ dates: Vector) throws -> Vector {
    try names(dates) { DateFormat.dayNames[$0.value(of: .isoDayOfWeek) - 1] }
  }

  private static func names(_ dates: Vector, _ name: (Moment) -> String) throws -> Vector {
    try TextKernels.apply([dates], .varchar, dates.count) { inputs, count in
      let moments = Moments(inputs[0])
      return try TextKernels.texts(inputs, count: count, byteCount: count * 8) { row, writer in
        writer.append(name(moments[row]))
      }
    }
  }
}
