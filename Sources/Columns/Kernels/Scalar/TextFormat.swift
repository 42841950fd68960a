/// A template of `format` or `printf`, taken apart once: text with fields that arguments fill.
package struct TextFormat: Sendable {
  /// How a field is written.
  package enum Style: Sendable {
    /// `{}`, `{0:>8.2f}`
    case braces
    /// `%d`, `%2$s`
    case percent
  }

  /// What an argument is, as far as fields care.
  package enum Kind: Sendable, Equatable {
    case text, boolean, whole, decimal, double

    /// Everything that is no number and no truth is taken as its text.
    package init(_ type: DataType) {
      switch type {
      case .boolean: self = .boolean
      case .bigint, .hugeint: self = .whole
      // Beside a DECIMAL a whole number that is written in the statement comes as one too.
      case .decimal(_, let scale): self = scale == 0 ? .whole : .decimal
      case .double, .percent: self = .double
      default: self = .text
      }
    }

    fileprivate var words: String {
      switch self {
      case .text: "text"
      case .boolean: "a BOOLEAN"
      case .whole: "a whole number"
      case .decimal: "a DECIMAL"
      case .double: "a DOUBLE"
      }
    }
  }

  enum Alignment { case left, right, center, afterSign }

  /// What fills one field.
  struct Field: Sendable {
    var argument = 0
    var fill: [UInt8] = [UInt8(ascii: " ")]
    var alignment: Alignment?
    /// `+` or a space before numbers that are not negative.
    var plus: UInt8?
    /// `#`: with `0x`, `0b` or `0` before the digits.
    var showsBase = false
    /// `0`: zeros between the sign and the digits.
    var padsZeros = false
    var width = 0
    var precision: Int?
    /// Stands between groups of three digits.
    var separator: UInt8?
    /// The letter of the notation; nil where the kind of the argument decides.
    var notation: UInt8?
    /// Whether negative numbers to another base are shown as their bits.
    var showsBits = false
  }

  enum Piece: Sendable {
    case text([UInt8])
    case field(Field)
  }

  let pieces: [Piece]

  /// Widths and precisions beyond are refused.
  private static let maximumWidth = 10_000

  /// Takes `template` apart.
  ///
  /// - Parameter kinds: of the arguments.
  /// - Throws: ``PatternProblem`` for a field that is not well written, or that its argument cannot
  ///   fill.
  package init(
    _ template: String, style: Style, _ kinds: [Kind]
  ) throws(PatternProblem) {
    var parser = Parser(bytes: Array(template.utf8), kinds: kinds)
    pieces = try style == .braces ? parser.braces() : parser.percents()
  }

  /// Reads templates.
  private struct Parser {
    let bytes: [UInt8]
    let kinds: [Kind]
    var position = 0
    var pieces: [Piece] = []
    var run: [UInt8] = []
    /// Arguments taken by fields without a number; nil once one had a number.
    var taken: Int? = 0
    var hasNumbers = false

    init(bytes: [UInt8], kinds: [Kind]) {
      self.bytes = bytes
      self.kinds = kinds
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func accept(_ sign: Unicode.Scalar) -> Bool {
      guard next == UInt8(truncatingIfNeeded: sign.value) else { return false }
      position += 1
      return true
    }

    func problem(_ message: String, from start: Int) -> PatternProblem {
      PatternProblem(message: message, range: start..<max(start, min(position, bytes.count)))
    }

    mutating func add(_ field: Field) {
      if !run.isEmpty { pieces.append(.text(run)) }
      run = []
      pieces.append(.field(field))
    }

    mutating func finish() -> [Piece] {
      if !run.isEmpty { pieces.append(.text(run)) }
      return pieces
    }

    /// Digits as a number; nil where there are none.
    mutating func number(from start: Int) throws(PatternProblem) -> Int? {
      var result: Int?
      while let byte = next, byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        position += 1
        let value = (result ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard value <= TextFormat.maximumWidth else {
          throw problem("a field is at most \(TextFormat.maximumWidth) wide", from: start)
        }
        result = value
      }
      return result
    }

    /// Settles which argument fills `field`: number `index`, counted from 0, or the next one.
    mutating func take(
      _ index: Int?, _ field: inout Field, from start: Int
    ) throws(PatternProblem) {
      if let index {
        if let taken, taken > 0 {
          throw problem("fields with a number and without one do not go together", from: start)
        }
        hasNumbers = true
        field.argument = index
      } else {
        if hasNumbers {
          throw problem("fields with a number and without one do not go together", from: start)
        }
        field.argument = taken ?? 0
        taken = field.argument + 1
      }
      guard kinds.indices.contains(field.argument) else {
        throw problem(
          "there is no argument \(field.argument + 1) to fill this field: there \(kinds.count == 1 ? "is 1" : "are \(kinds.count)")",
          from: start)
      }
    }

    // MARK: Braces

    mutating func braces() throws(PatternProblem) -> [Piece] {
      while let byte = next {
        let start = position
        position += 1
        switch byte {
        case UInt8(ascii: "{"):
          if accept("{") {
            run.append(byte)
          } else {
            add(try braceField(from: start))
          }
        case UInt8(ascii: "}"):
          guard accept("}") else {
            throw problem("a '}' that is text is written twice: '}}'", from: start)
          }
          run.append(byte)
        default: run.append(byte)
        }
      }
      return finish()
    }

    private mutating func braceField(from start: Int) throws(PatternProblem) -> Field {
      var field = Field()
      let index = try number(from: start)
      if index == nil, let byte = next, byte != UInt8(ascii: ":"), byte != UInt8(ascii: "}") {
        position += 1
        throw problem(
          "in '{' stands the number of an argument, or ':' and how to write it", from: start)
      }
      if accept(":") { try specification(&field, from: start) }
      guard accept("}") else {
        if position < bytes.count { position += 1 }
        throw problem(
          "this field is not well written: {:[fill][<>^][+][#][0][width][,][.digits][letter]}",
          from: start)
      }
      try take(index, &field, from: start)
      try check(field, from: start)
      return field
    }

    private mutating func specification(
      _ field: inout Field, from start: Int
    ) throws(PatternProblem) {
      // A character before the sign for the alignment fills the field.
      if let byte = next, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") {
        var end = position + 1
        while end < bytes.count, CodePoints.isContinuation(bytes[end]) { end += 1 }
        if end < bytes.count, let alignment = Self.alignment(bytes[end]) {
          field.fill = Array(bytes[position..<end])
          field.alignment = alignment
          position = end + 1
        } else if let alignment = Self.alignment(byte) {
          field.alignment = alignment
          position += 1
        }
      }
      if accept("+") {
        field.plus = UInt8(ascii: "+")
      } else if accept(" ") {
        field.plus = UInt8(ascii: " ")
      } else {
        _ = accept("-")
      }
      field.showsBase = accept("#")
      field.padsZeros = accept("0")
      field.width = try number(from: start) ?? 0
      if accept("t"), let byte = next {
        field.separator = byte
        position += 1
      } else if let byte = next, Self.isSeparator(byte) {
        field.separator = byte
        position += 1
      }
      if accept(".") {
        guard let precision = try number(from: start) else {
          throw problem("behind the point stands how many digits there are", from: start)
        }
        field.precision = precision
      }
      if let byte = next, byte != UInt8(ascii: "}") {
        field.notation = byte
        position += 1
      }
    }

    private static func alignment(_ byte: UInt8) -> Alignment? {
      switch byte {
      case UInt8(ascii: "<"): .left
      case UInt8(ascii: ">"): .right
      case UInt8(ascii: "^"): .center
      case UInt8(ascii: "="): .afterSign
      default: nil
      }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
    }

    // MARK: Percent signs

    mutating func percents() throws(PatternProblem) -> [Piece] {
      while let byte = next {
        let start = position
        position += 1
        if byte != UInt8(ascii: "%") {
          run.append(byte)
        } else if accept("%") {
          run.append(byte)
        } else {
          add(try percentField(from: start))
        }
      }
      return finish()
    }

    private mutating func percentField(from start: Int) throws(PatternProblem) -> Field {
      var field = Field()
      field.alignment = .right
      field.showsBits = true
      var index: Int?
      let first = position
      if let number = try number(from: start), number > 0, accept("$") {
        index = number - 1
      } else {
        position = first
      }
      flags: while let byte = next {
        switch byte {
        case UInt8(ascii: "-"): field.alignment = .left
        case UInt8(ascii: "+"): field.plus = byte
        case UInt8(ascii: " "): if field.plus == nil { field.plus = byte }
        case UInt8(ascii: "#"): field.showsBase = true
        case UInt8(ascii: "0"): field.padsZeros = true
        case _ where Self.isSeparator(byte): field.separator = byte
        default: break flags
        }
        position += 1
      }
      field.width = try number(from: start) ?? 0
      if accept(".") { field.precision = try number(from: start) ?? 0 }
      // The sizes that C asks for mean nothing here.
      while let byte = next, "hljztLq".utf8.contains(byte) { position += 1 }
      guard let notation = next else {
        throw problem("a '%' that is text is written twice: '%%'", from: start)
      }
      position += 1
      field.notation =
        notation == UInt8(ascii: "i") || notation == UInt8(ascii: "u")
        ? UInt8(ascii: "d") : notation
      try take(index, &field, from: start)
      try check(field, from: start)
      return field
    }

    // MARK: Meaning

    /// Refuses a notation that the argument does not have.
    private func check(_ field: Field, from start: Int) throws(PatternProblem) {
      let kind = kinds[field.argument]
      guard let notation = field.notation else { return }
      let allowed: String
      switch kind {
      case .text: allowed = "s"
      case .boolean: allowed = "sd"
      case .whole: allowed = "dnxXobBcsfFeEgG"
      case .decimal: allowed = "fFeEgGaAns"
      case .double: allowed = "fFeEgGaAns"
      }
      guard allowed.utf8.contains(notation) else {
        throw problem(
          "'\(Unicode.Scalar(notation))' is no notation for \(kind.words); those are: \(allowed.map { "\($0)" }.joined(separator: " "))",
          from: start)
      }
    }
  }
}
