import Columns

/// What whoever signs a figure must know of how a column was read.
enum TypeNotes {
  /// The notes on a column, one sentence each.
  static func notes(
    _ decision: TypeDecision, _ evidence: ColumnEvidence, column: String
  ) -> [String] {
    let column = Wording.name(column)
    if let doubt = decision.doubt { return ["\(column): \(sentence(doubt, evidence))"] }
    if decision.type == .varchar {
      return odd(evidence).map { ["\(column): \($0)"] } ?? []
    }
    var notes: [String] = []
    if let style = decision.style { notes += written(style, decision.type, evidence) }
    let missing = evidence[.missing]
    if missing > 0 {
      let shown = examples(evidence, of: missing) { $0 == .missing }
      notes.append(
        "\(Wording.count(missing, "cell")) without a value read as NULL: \(shown)")
    }
    if decision.isRounded { notes.append("\(decision.why); read as DOUBLE, rounded to binary") }
    return notes.map { "\(column): \($0)" }
  }

  /// How the cells of a column that is not in plain form are read.
  private static func written(
    _ style: CellStyle, _ type: DataType, _ evidence: ColumnEvidence
  ) -> [String] {
    if type == .date || type == .timestamp {
      var notes: [String] = []
      if let example = evidence.example(style.isDayFirst ? .onlyDayFirst : .onlyMonthFirst) {
        notes.append(
          "the \(style.isDayFirst ? "day" : "month") stands first, as in \(shown(example))")
      }
      if evidence[.offset] > 0 { notes.append("times are converted to UTC") }
      return notes
    }
    var notes: [String] = []
    if style.decimalMark == UInt8(ascii: ","), let example = evidence.example(.onlyComma) {
      notes.append(
        example.text.contains(",")
          ? "a comma stands before the fraction, as in \(shown(example))"
          : "a point parts the thousands, as in \(shown(example))")
    } else if style.decimalMark == UInt8(ascii: ","), let example = evidence.example(.eitherNumber)
    {
      notes.append("a comma stands before the fraction in \(shown(example))")
    } else if let example = evidence.example(.eitherNumber) {
      notes.append(
        "a comma parts the thousands in \(shown(example))"
          + (evidence.example(.onlyPoint).map { ", since \(shown($0)) is a number only so" } ?? ""))
    }
    if style.isPercent { notes.append("percentages read as fractions: 5 % is 0.05") }
    let count = evidence[.writtenNumber]
    if notes.isEmpty && count > 0 {
      let shown = examples(evidence, of: count) { $0 == .writtenNumber }
      notes.append(
        "\(Wording.count(count, "number")) with blanks, a plus or grouped digits: \(shown)")
    }
    return notes
  }

  /// What is open about a column, and the options that decide it.
  static func sentence(_ doubt: TypeDecision.Doubt, _ evidence: ColumnEvidence) -> String {
    switch doubt {
    case .comma:
      let example = evidence.example(.eitherNumber)
      return
        "\(shown(example)) may be \(readings(number: example?.text)), and no value of the column "
        + "decides; it is text: decimal_separator=',' or decimal_separator='.' says which"
    case .point(let reason):
      let example = evidence.example(.eitherPlainNumber)
      return
        "\(shown(example)) may be \(readings(number: example?.text)), since \(reason); it is text: "
        + "decimal_separator=',' or '.' says which for all columns, types for one"
    case .exponents:
      let example =
        evidence.examples { $0 == .exponent }.first ?? evidence.example(.writtenExponent)
      return
        "\(shown(example)) has an exponent, and beside it stand numbers of "
        + "\(Wording.count(max(evidence.point.integerDigits, evidence.comma.integerDigits), "digit")), "
        + "which DOUBLE would round; the column is text"
    case .mixedFractions:
      return "\(shown(evidence.example(.onlyPoint))) is a number only with a point before the "
        + "fraction, \(shown(evidence.example(.onlyComma))) only with a comma; the column is text"
    case .mixedPercent:
      return "\(Wording.count(evidence[.percent])) of \(Wording.count(evidence.valueCount)) values "
        + "are percentages, such as \(shown(evidence.example(.percent))); the column is text"
    case .order:
      let example = evidence.example(.eitherDate)
      return
        "\(shown(example)) may be \(readings(date: example?.text)), and no value of the column "
        + "decides; it is text: dateformat='%d/%m/%Y' or dateformat='%m/%d/%Y' says which"
    case .mixedOrder:
      return "\(shown(evidence.example(.onlyDayFirst))) is a date only with the day first, "
        + "\(shown(evidence.example(.onlyMonthFirst))) only with the month first; the column is text"
    case .century:
      let example = evidence.examples { $0 == .shortYear }.first
      let mark = example?.text.first { !$0.isWholeNumber && $0 != " " } ?? "/"
      return
        "\(shown(example)) does not say which century it is of, nor which comes first; the column "
        + "is text: dateformat='%d\(mark)%m\(mark)%y' or another says how to read it"
    case .mixedOffset:
      return "\(shown(evidence.example(.offset))) says how far it is from UTC, and other times do "
        + "not; the column is text"
    }
  }

  /// `1234 or 1.234`.
  private static func readings(number text: String?) -> String {
    let bytes = Array((text ?? "").utf8)
    let both = bytes.withUnsafeBufferPointer { bytes -> [String] in
      guard let start = bytes.baseAddress else { return [] }
      let (inner, count) = BlankTrim.trimmed(start, bytes.count)
      return [UInt8(ascii: "."), UInt8(ascii: ",")].compactMap {
        GroupedNumber.plain(inner, count, mark: $0, rules: CellRules())?.string
      }
    }
    return both.joined(separator: " or ")
  }

  /// `3 April or 4 March 2024`, as ISO dates.
  private static func readings(date text: String?) -> String {
    let bytes = Array((text ?? "").utf8)
    let both = bytes.withUnsafeBufferPointer { bytes -> [String] in
      guard let start = bytes.baseAddress else { return [] }
      let (inner, count) = BlankTrim.trimmed(start, bytes.count)
      guard let date = WrittenDate(inner, count) else { return [] }
      return [date.dayFirst, date.monthFirst].compactMap { $0.map(Wording.date) }
    }
    return both.joined(separator: " or ")
  }

  /// What to say of a column that is text although most of its values are not; nil for others.
  static func odd(_ evidence: ColumnEvidence) -> String? {
    let count = evidence.valueCount
    let numbers = evidence.count(where: \.isNumber)
    let dates = evidence.count(where: \.isDate)
    let (most, noun, isOdd): (Int, String, (CellClass) -> Bool) =
      if evidence[.leadingZero] == 0 && numbers + evidence[.wideInteger] == count {
        (numbers, "numbers of 64 bits", { $0 == .wideInteger })
      } else if numbers >= dates {
        (numbers, "numbers", { !$0.isNumber && !$0.isGap })
      } else {
        (dates, "dates", { !$0.isDate && !$0.isGap })
      }
    // A column of codes is named as such by its type's reason.
    guard most * 2 >= count, most < count, evidence[.leadingZero] == 0 else { return nil }
    let odd = count - most
    return "\(Wording.count(most)) of \(Wording.count(count)) values are \(noun); "
      + "\(Wording.count(odd)) \(odd == 1 ? "is" : "are") not: "
      + examples(evidence, of: odd, where: isOdd) + "; the column is text"
  }

  private static func examples(
    _ evidence: ColumnEvidence, of count: Int, where isWanted: (CellClass) -> Bool
  ) -> String {
    let examples = evidence.examples(where: isWanted)
    return examples.map { shown($0) }.joined(separator: ", ")
      + (count > examples.count ? " …" : "")
  }

  private static func shown(_ example: ColumnEvidence.Example?) -> String {
    guard let example else { return "a value" }
    return "\(Wording.cell(example.text)) (line \(Wording.count(example.line)))"
  }
}
