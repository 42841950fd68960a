import Columns

/// The type of a column, and why: decided from every one of its cells, never from a sample alone.
struct TypeDecision: Sendable {
  let type: DataType
  let why: String
  /// How the cells are written; nil where all are in plain form.
  var style: CellStyle?
  /// Whether decimals were written with more digits than the type keeps exactly.
  var isRounded = false
  /// Why a column of numbers or dates is text all the same.
  var doubt: Doubt?

  /// What the cells of a column leave open.
  enum Doubt: Hashable, Sendable {
    /// A comma may part thousands or stand before a fraction.
    case comma
    /// A point may, for the reason that the text says.
    case point(since: String)
    /// Some have exponents, and as DOUBLE others would lose digits.
    case exponents
    /// Some cells have a point before the fraction and others a comma.
    case mixedFractions
    case mixedPercent
    /// The day may stand first or the month.
    case order
    /// Some dates have the day first and others the month.
    case mixedOrder
    case mixedOffset
    /// Years have two digits.
    case century
  }

  /// The one type that holds every value as it is written.
  ///
  /// | the values are | type |
  /// |---|---|
  /// | none at all | VARCHAR |
  /// | whole numbers of 64 bits | BIGINT |
  /// | those and decimals, at most 18 digits when their points are aligned | DECIMAL(18,*s*) |
  /// | the same of at most 38 digits | DECIMAL(38,*s*) |
  /// | those above, or some with an exponent | DOUBLE |
  /// | percentages | DECIMAL, as fractions of one |
  /// | `true` and `false` | BOOLEAN |
  /// | dates; dates and times | DATE; TIMESTAMP |
  /// | anything else, or a mixture | VARCHAR |
  ///
  /// A code with a leading zero, and a whole number that 64 bits do not hold, make the column
  /// VARCHAR, since any number type would lose digits of it. Marks for missing values
  /// (``MissingMarks``) are no values. Numbers and dates that can be read in two ways are read in
  /// the one that all cells of the column allow; where they allow both, or no one, it is VARCHAR.
  init(_ evidence: ColumnEvidence) {
    let count = evidence.valueCount
    let numbers = evidence.count(where: \.isNumber)
    if count == 0 {
      self.init(type: .varchar, why: evidence.filledCount == 0 ? "no values" : "text")
    } else if evidence[.leadingZero] > 0 {
      let example = evidence.examples { $0 == .leadingZero }.first
      let shown = example.map {
        ", such as \(Wording.cell($0.text)) on line \(Wording.count($0.line))"
      }
      self.init(type: .varchar, why: "codes with leading zeros\(shown ?? "")")
    } else if numbers == count {
      self = Self.number(evidence)
    } else if evidence[.boolean] == count {
      self.init(type: .boolean, why: "true and false")
      if evidence[.missing] > 0 { style = CellStyle() }
    } else if evidence.count(where: \.isDate) == count {
      self = Self.date(evidence)
    } else if evidence[.shortYear] == count {
      self.init(type: .varchar, why: "dates with years of two digits", doubt: .century)
    } else if numbers + evidence[.wideInteger] == count {
      self.init(type: .varchar, why: "whole numbers of more than 64 bits")
    } else {
      self.init(type: .varchar, why: "text")
    }
  }

  init(
    type: DataType, why: String, style: CellStyle? = nil, isRounded: Bool = false,
    doubt: Doubt? = nil
  ) {
    self.type = type
    self.why = why
    self.style = style
    self.isRounded = isRounded
    self.doubt = doubt
  }

  // MARK: Numbers

  /// What is decided where something speaks for commas before fractions: `1.234` is then in doubt,
  /// unless some number of this column is one with a point only.
  ///
  /// - Parameters:
  ///   - evidence: from a close look at every cell.
  ///   - reason: what speaks for them, in words.
  func doubted(_ evidence: ColumnEvidence, since reason: String) -> TypeDecision {
    guard hasPoints, evidence[.onlyPoint] == 0, evidence[.eitherPlainNumber] > 0 else {
      return self
    }
    return TypeDecision(
      type: .varchar, why: "numbers whose point may part thousands or a fraction",
      doubt: .point(since: reason))
  }

  /// Whether the values are decimals with a point before the fraction.
  var hasPoints: Bool {
    guard case .decimal = type else { return false }
    return (style?.decimalMark ?? UInt8(ascii: ".")) == UInt8(ascii: ".")
  }

  /// Whether the values are numbers with a comma before the fraction.
  var hasCommas: Bool { style?.decimalMark == UInt8(ascii: ",") }

  private static func number(_ evidence: ColumnEvidence) -> TypeDecision {
    let percent = evidence[.percent]
    if percent > 0 && percent < evidence.valueCount {
      return TypeDecision(
        type: .varchar, why: "numbers with and without a percent sign", doubt: .mixedPercent)
    }
    let mark: UInt8
    switch reading(evidence) {
    case .success(let found): mark = found
    case .failure(let doubt):
      return TypeDecision(
        type: .varchar,
        why: doubt == .comma
          ? "numbers whose comma may part thousands or a fraction"
          : "numbers with a point and numbers with a comma before the fraction", doubt: doubt)
    }
    let size = mark == UInt8(ascii: ".") ? evidence.point : evidence.comma
    let isWritten =
      evidence[.writtenNumber] > 0 || evidence[.missing] > 0 || mark == UInt8(ascii: ",")
    let style = isWritten ? CellStyle(decimalMark: mark, isPercent: percent > 0) : nil
    let scale = size.scale + (percent > 0 ? 2 : 0)
    if evidence[CellClass.exponent] + evidence[.writtenExponent] > 0 {
      if size.integerDigits > exactDigits {
        return TypeDecision(
          type: .varchar,
          why: "numbers with exponents, and others with more digits than DOUBLE has",
          doubt: .exponents)
      }
      return TypeDecision(type: .double, why: "numbers with exponents", style: style)
    }
    let digits = size.integerDigits + scale
    if scale == 0 && digits <= DataType.narrowPrecision + (isWritten ? 0 : 1) {
      return TypeDecision(type: .bigint, why: "whole numbers", style: style)
    }
    if digits > DataType.maximumPrecision {
      return TypeDecision(
        type: .double,
        why:
          "decimals of more than \(DataType.maximumPrecision) digits when their points are aligned",
        style: style, isRounded: true)
    }
    let precision =
      digits > DataType.narrowPrecision ? DataType.maximumPrecision : DataType.narrowPrecision
    let what = percent > 0 ? "percentages, read as fractions," : "decimals"
    return TypeDecision(
      type: .decimal(precision: precision, scale: scale),
      why: "\(what) with at most \(Wording.count(scale, "digit")) behind the point", style: style)
  }

  /// Every whole number of as many digits is a DOUBLE of its own (IEEE 754: 2^53 is above 9.0e15).
  static let exactDigits = 15

  /// What stands before the fractions of a column of numbers.
  ///
  /// Points do unless some cell is a number only with a comma there. Where a cell is written with a
  /// comma and all cells allow both readings, nothing decides.
  static func reading(_ evidence: ColumnEvidence) -> Result<UInt8, Doubt> {
    let onlyPoint = evidence[.onlyPoint]
    let onlyComma = evidence[.onlyComma]
    if onlyPoint > 0 && onlyComma > 0 { return .failure(.mixedFractions) }
    if onlyComma > 0 { return .success(UInt8(ascii: ",")) }
    if onlyPoint == 0 && evidence[.eitherNumber] > 0 { return .failure(.comma) }
    return .success(UInt8(ascii: "."))
  }

  // MARK: Dates

  private static func date(_ evidence: ColumnEvidence) -> TypeDecision {
    let times = evidence[.timestamp] + evidence[.writtenTimestamp]
    let offsets = evidence[.offset]
    if offsets > 0 && offsets < evidence.valueCount {
      return TypeDecision(
        type: .varchar, why: "times with and without an offset from UTC", doubt: .mixedOffset)
    }
    let isDayFirst: Bool
    switch order(evidence) {
    case .success(let found): isDayFirst = found
    case .failure(let doubt):
      return TypeDecision(
        type: .varchar,
        why: doubt == .order
          ? "dates whose day may stand first or second"
          : "dates with the day first and dates with the month first", doubt: doubt)
    }
    let isWritten =
      evidence[.writtenDate] + evidence[.writtenTimestamp] + evidence[.missing] > 0
    return TypeDecision(
      type: times > 0 ? .timestamp : .date, why: times > 0 ? "dates and times" : "dates",
      style: isWritten ? CellStyle(isDayFirst: isDayFirst) : nil)
  }

  /// Whether the days of a column of dates stand before their months.
  static func order(_ evidence: ColumnEvidence) -> Result<Bool, Doubt> {
    let onlyDayFirst = evidence[.onlyDayFirst]
    let onlyMonthFirst = evidence[.onlyMonthFirst]
    if onlyDayFirst > 0 && onlyMonthFirst > 0 { return .failure(.mixedOrder) }
    if onlyDayFirst + onlyMonthFirst == 0 && evidence[.eitherDate] > 0 { return .failure(.order) }
    return .success(onlyMonthFirst == 0)
  }
}

extension TypeDecision.Doubt: Error {}

extension TypeDecision {
  /// The reading of a column whose type was asked for, whatever its cells say.
  ///
  /// - Throws: a ``Doubt`` where its cells can be read in two ways and nothing decides.
  init(asked type: DataType, _ evidence: ColumnEvidence) throws(Doubt) {
    self.init(type: type, why: "asked for")
    switch type {
    case .bigint, .double, .decimal:
      let percent = evidence[.percent]
      if percent > 0 && percent < evidence.count(where: \.isNumber) { throw .mixedPercent }
      style = CellStyle(
        decimalMark: try Self.reading(evidence).get(), isPercent: percent > 0)
    case .date, .timestamp:
      style = CellStyle(isDayFirst: try Self.order(evidence).get())
    case .boolean: style = CellStyle()
    default: break
    }
  }
}
