/// Writes the value of a cell as ``ConvertedText`` has it.
///
/// A class, since it is used once a cell and would be copied with all that it holds.
final class CellText {
  /// What the attribute `t` of a cell says its value is (ECMA-376-1, 18.18.11).
  enum Kind {
    case number
    case sharedString
    /// The text of a formula.
    case formulaText
    case inlineString
    case boolean
    case error
    /// A date in ISO 8601.
    case date

    /// - Parameter attribute: the value of `t`; nil where it is not there.
    init?(_ attribute: UnsafePointer<CChar>?) {
      guard let attribute else {
        self = .number
        return
      }
      switch XMLWord(attribute) {
      case "n": self = .number
      case "s": self = .sharedString
      case "str": self = .formulaText
      case "inlineStr": self = .inlineString
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: return nil
      }
    }
  }

  let strings: SharedStrings
  let formats: [NumberFormat]
  let dates: SerialDate

  init(strings: SharedStrings, formats: [NumberFormat], dates: SerialDate) {
    self.strings = strings
    self.formats = formats
    self.dates = dates
  }

  /// Appends the value of a cell to `text`.
  ///
  /// Text stands between quotes; numbers, dates, truth values and errors do not. Without a
  /// character of value nothing is written: the cell is NULL.
  ///
  /// - Parameters:
  ///   - value: the bytes inside the cell.
  ///   - name: the place of the cell, for errors and notes.
  ///   - tally: where is noted what is more than a value.
  /// - Throws: ``WorkbookFault`` where the cell is not what it says.
  func append(
    _ value: [UInt8], kind: Kind, style: Int, name: @autoclosure () -> String,
    to text: inout [UInt8], tally: inout CellTally
  ) throws {
    if value.isEmpty { return }
    switch kind {
    case .formulaText, .inlineString:
      return QuotedText.append(value[...], to: &text)
    case .error:
      tally.errors.add(name())
      return text.append(contentsOf: try Self.bare(value[...], name()))
    default: break
    }
    let trimmed = Self.trimmed(value)
    switch kind {
    case .sharedString:
      guard let number = Self.wholeNumber(trimmed), number < strings.count else {
        throw WorkbookFault.badCell(
          name(), "its shared text \(Wording.cell(Self.string(trimmed))) is not there")
      }
      strings.append(number, to: &text)
    case .boolean:
      switch Self.string(trimmed) {
      case "1", "true": text.append(contentsOf: "true".utf8)
      case "0", "false": text.append(contentsOf: "false".utf8)
      case let other:
        throw WorkbookFault.badCell(name(), "\(Wording.cell(other)) is no truth value")
      }
    case .date: try appendISO(trimmed, style: style, name(), to: &text)
    default:
      try appendNumber(trimmed, style: style, name: name(), to: &text, tally: &tally)
    }
  }

  private func appendNumber(
    _ value: ArraySlice<UInt8>, style: Int, name: @autoclosure () -> String,
    to text: inout [UInt8], tally: inout CellTally
  ) throws {
    switch try format(style, name()) {
    case .number: break
    case .elapsed: tally.elapsed.add(name())
    case .code(let digits):
      guard value.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { break }
      text.append(UInt8(ascii: "\""))
      for _ in 0..<max(0, digits - value.count) { text.append(UInt8(ascii: "0")) }
      text.append(contentsOf: value)
      text.append(UInt8(ascii: "\""))
      tally.codes.add(name())
      return
    case .moment(let hasDate, let hasTime):
      guard let serial = NumberText.value(value) else { break }
      switch dates.append(serial, hasDate: hasDate, hasTime: hasTime, to: &text) {
      case .moment: return
      case .early: return tally.early.add(name())
      case .neverWas: return tally.neverWas.add(name())
      case .outside: tally.outside.add(name())
      }
    }
    guard NumberText.append(value, to: &text) else {
      throw WorkbookFault.badCell(name(), "\(Wording.cell(Self.string(value))) is no number")
    }
  }

  /// The format of a style; that of plain numbers in a workbook without styles.
  private func format(_ style: Int, _ name: @autoclosure () -> String) throws -> NumberFormat {
    if formats.isEmpty { return .number }
    guard style < formats.count else {
      throw WorkbookFault.badCell(
        name(), "its style is number \(style), and there are \(formats.count) from 0 on")
    }
    return formats[style]
  }

  /// `2024-04-03T14:30:00` as `2024-04-03 14:30:00`; without its midnight where the format shows
  /// none.
  private func appendISO(
    _ value: ArraySlice<UInt8>, style: Int, _ name: @autoclosure () -> String,
    to text: inout [UInt8]
  ) throws {
    let moment = try Self.bare(value, name())
    guard let mark = moment.firstIndex(of: UInt8(ascii: "T")) else {
      return text.append(contentsOf: moment)
    }
    let time = moment[(mark + 1)...]
    text.append(contentsOf: moment[..<mark])
    let isMidnight = time.allSatisfy { "0:.".utf8.contains($0) }
    if isMidnight, case .moment(_, hasTime: false) = try format(style, name()) { return }
    text.append(UInt8(ascii: " "))
    text.append(contentsOf: time)
  }

  /// `value` where it can stand without quotes.
  private static func bare(
    _ value: ArraySlice<UInt8>, _ name: @autoclosure () -> String
  ) throws -> ArraySlice<UInt8> {
    let isBare = value.count <= 40 && value.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isBare, !value.contains(where: { "\",".utf8.contains($0) }) else {
      throw WorkbookFault.badCell(
        name(), "\(Wording.cell(string(value))) is neither an error nor a date")
    }
    return value
  }

  /// `value` without the white space around it, which XML readers are to take away.
  private static func trimmed(_ value: [UInt8]) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
    guard let first = value.firstIndex(where: { !isSpace($0) }),
      let last = value.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return value[first...last]
  }

  private static func wholeNumber(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty && digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
