import Columns

/// The type of a column, and why: decided from every one of its cells, never from a sample alone.
struct TypeDecision: Sendable {
  let type: DataType
  let why: String
  /// Whether decimals were written with more digits than the type keeps exactly.
  var isRounded = false

  /// The one type that holds every value as it is written.
  ///
  /// | the values are | type |
  /// |---|---|
  /// | none at all | VARCHAR |
  /// | whole numbers of 64 bits | BIGINT |
  /// | those and decimals, at most 18 digits when their points are aligned | DECIMAL(18,*s*) |
  /// | those above 18 digits, or some with an exponent | DOUBLE |
  /// | `true` and `false` | BOOLEAN |
  /// | dates; dates and times | DATE; TIMESTAMP |
  /// | anything else, or a mixture | VARCHAR |
  ///
  /// A code with a leading zero, and a whole number that 64 bits do not hold, make the column
  /// VARCHAR, since any number type would lose digits of it.
  init(_ evidence: ColumnEvidence) {
    let count = evidence.valueCount
    let numbers = evidence[.integer] + evidence[.decimal] + evidence[.exponent]
    if count == 0 {
      self.init(type: .varchar, why: "no values")
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
    } else if evidence[.date] == count {
      self.init(type: .date, why: "dates")
    } else if evidence[.date] + evidence[.timestamp] == count {
      self.init(type: .timestamp, why: "dates and times")
    } else if numbers + evidence[.wideInteger] == count {
      self.init(type: .varchar, why: "whole numbers of more than 64 bits")
    } else {
      self.init(type: .varchar, why: "text")
    }
  }

  init(type: DataType, why: String, isRounded: Bool = false) {
    self.type = type
    self.why = why
    self.isRounded = isRounded
  }

  private static func number(_ evidence: ColumnEvidence) -> TypeDecision {
    if evidence[.exponent] > 0 {
      return TypeDecision(type: .double, why: "numbers with exponents")
    }
    if evidence[.decimal] == 0 { return TypeDecision(type: .bigint, why: "whole numbers") }
    let digits = evidence.integerDigits + evidence.scale
    if digits > DataType.narrowPrecision {
      return TypeDecision(
        type: .double,
        why:
          "decimals of more than \(DataType.narrowPrecision) digits when their points are aligned",
        isRounded: true)
    }
    return TypeDecision(
      type: .decimal(precision: DataType.narrowPrecision, scale: evidence.scale),
      why: "decimals with at most \(Wording.count(evidence.scale, "digit")) behind the point")
  }

  /// What to say of a column that is text although most of its values are not.
  static func note(_ evidence: ColumnEvidence, column: String) -> String? {
    let count = evidence.valueCount
    let numbers = evidence[.integer] + evidence[.decimal] + evidence[.exponent]
    let times = evidence[.date] + evidence[.timestamp]
    let (most, noun, isOdd): (Int, String, (CellClass) -> Bool) =
      if evidence[.leadingZero] == 0 && numbers + evidence[.wideInteger] == count {
        (
          numbers, "numbers of 64 bits",
          { $0 == .wideInteger }
        )
      } else if numbers >= times {
        (numbers, "numbers", { !$0.isNumber && $0 != .empty && $0 != .quotedEmpty })
      } else {
        (
          times, "dates",
          { $0 != .date && $0 != .timestamp && $0 != .empty && $0 != .quotedEmpty }
        )
      }
    // A column of codes is named as such by its type's reason.
    guard most * 2 >= count, most < count, evidence[.leadingZero] == 0 else { return nil }
    let examples = evidence.examples(where: isOdd).map {
      "\(Wording.cell($0.text)) (line \(Wording.count($0.line)))"
    }
    let odd = count - most
    let more = odd > examples.count ? " …" : ""
    return "\(column): \(Wording.count(most)) of \(Wording.count(count)) values are \(noun); "
      + "\(Wording.count(odd)) \(odd == 1 ? "is" : "are") not: "
      + examples.joined(separator: ", ") + more + "; the column is text"
  }
}
