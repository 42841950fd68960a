#if canImport(Glibc)
  import Glibc
#endif

/// Fills templates with arguments.
package enum FormatKernels {
  /// Each row's template with its fields filled from `arguments`, each a number, a BOOLEAN or
  /// VARCHAR; NULL where an argument is.
  ///
  /// Whole numbers and DECIMALs are written exactly; a DECIMAL with fewer digits behind the point is
  /// rounded to nearest, halves away from zero, as by `round`.
  ///
  /// - Parameter known: the template taken apart, where it is a constant.
  /// - Throws: ``ValueError/badArgument(_:)`` for a template that is not well written.
  package static func format(
    _ templates: Vector, _ arguments: [Vector], style: TextFormat.Style, known: TextFormat?
  ) throws -> Vector {
    try TextKernels.apply([templates] + arguments, .varchar, templates.count) { all, count in
      let arguments = Array(all.dropFirst())
      let kinds = arguments.map { TextFormat.Kind($0.type) }
      let sources = arguments.map { FieldSource($0) }
      var last: (text: [UInt8], format: TextFormat)?
      return try TextReader.read(all) { readers in
        try TextKernels.texts(all, count: count, byteCount: count * 16) { row, writer in
          let format: TextFormat
          if let known {
            format = known
          } else {
            let text = readers[0][row]
            if let last, text.elementsEqual(last.text) {
              format = last.format
            } else {
              format = try template(text, style, kinds)
              last = (Array(text), format)
            }
          }
          for piece in format.pieces {
            switch piece {
            case .text(let bytes): bytes.withUnsafeBufferPointer { writer.append($0) }
            case .field(let field):
              try sources[field.argument].append(
                row, readers[field.argument + 1][row], field, to: &writer)
            }
          }
        }
      }
    }
  }

  private static func template(
    _ bytes: TextBytes, _ style: TextFormat.Style, _ kinds: [TextFormat.Kind]
  ) throws(ValueError) -> TextFormat {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      return try TextFormat(text, style: style, kinds)
    } catch {
      throw .badArgument("in the template '\(text)': \(error.message)")
    }
  }
}

/// The values that one argument gives to fields.
private enum FieldSource {
  case texts
  case truths(Bitmap)
  case exact(Buffer<Int128>, scale: Int, isWide: Bool)
  case doubles(Buffer<Double>)

  init(_ vector: Vector) {
    switch TextFormat.Kind(vector.type) {
    case .text: self = .texts
    case .boolean: self = .truths(NumberSource.bits(vector))
    case .whole, .decimal:
      self = .exact(
        NumberSource.integers(vector, as: Int128.self), scale: vector.type.scale,
        isWide: vector.type.isWide)
    case .double: self = .doubles(NumberSource.doubles(vector))
    }
  }

  /// Appends the value of `row`, whose text is `text` where it is one.
  func append(
    _ row: Int, _ text: TextBytes, _ field: TextFormat.Field, to writer: inout TextWriter
  ) throws {
    switch self {
    case .texts:
      let end = field.precision.map { CodePoints.advance(text, from: 0, by: $0) } ?? text.count
      field.pad(CodePoints.slice(text, 0, end), byDefault: .left, to: &writer)
    case .truths(let bits):
      if field.notation == UInt8(ascii: "d") {
        field.append(digits: [bits[row] ? 49 : 48], isNegative: false, to: &writer)
      } else {
        field.append(text: bits[row] ? "true" : "false", to: &writer)
      }
    case .exact(let numbers, let scale, let isWide):
      try append(numbers.pointer[row], scale: scale, isWide: isWide, field, to: &writer)
    case .doubles(let numbers):
      Self.append(numbers.pointer[row], field, to: &writer)
    }
  }

  private func append(
    _ number: Int128, scale: Int, isWide: Bool, _ field: TextFormat.Field,
    to writer: inout TextWriter
  ) throws {
    switch field.notation {
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "b"),
      UInt8(ascii: "B"):
      Self.append(number, isWide: isWide, base: field.notation ?? 0, field, to: &writer)
    case UInt8(ascii: "c"):
      guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
        throw ValueError.badArgument("\(number) is not the number of a Unicode code point")
      }
      field.append(text: String(scalar), to: &writer)
    case UInt8(ascii: "s"):
      field.append(text: ValueText.string(.decimal(unscaled: number, scale: scale)), to: &writer)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "g"), UInt8(ascii: "G"),
      UInt8(ascii: "a"), UInt8(ascii: "A"):
      let text = ValueText.string(.decimal(unscaled: number, scale: scale))
      Self.append(Double(text) ?? 0, field, to: &writer)
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      Self.append(number, scale: scale, places: field.precision ?? 6, field, to: &writer)
    case UInt8(ascii: "d"):
      var digits = Array(String(number.magnitude).utf8)
      while digits.count < field.precision ?? 0 { digits.insert(48, at: 0) }
      field.append(digits: digits, isNegative: number < 0, to: &writer)
    case nil where field.precision != nil && scale > 0:
      // So many digits in all, as of a DOUBLE.
      let text = ValueText.string(.decimal(unscaled: number, scale: scale))
      Self.append(Double(text) ?? 0, field, to: &writer)
    default:
      Self.append(number, scale: scale, places: scale, field, to: &writer)
    }
  }

  /// A number to the base 16, 8 or 2.
  private static func append(
    _ number: Int128, isWide: Bool, base letter: UInt8, _ field: TextFormat.Field,
    to writer: inout TextWriter
  ) {
    let radix = letter | 0x20 == UInt8(ascii: "x") ? 16 : (letter == UInt8(ascii: "o") ? 8 : 2)
    let isBits = field.showsBits && number < 0
    let magnitude =
      isBits
      ? (isWide
        ? UInt128(truncatingIfNeeded: number) : UInt128(UInt64(truncatingIfNeeded: number)))
      : number.magnitude
    var text = String(magnitude, radix: radix, uppercase: letter == UInt8(ascii: "X"))
    while text.utf8.count < field.precision ?? 0 { text = "0" + text }
    var prefix = ""
    if field.showsBase {
      prefix = radix == 8 ? "0" : "0" + String(Unicode.Scalar(letter))
    }
    field.append(
      prefix: Array(prefix.utf8), digits: Array(text.utf8), isNegative: number < 0 && !isBits,
      to: &writer)
  }

  /// `number` / 10^`scale` with `places` digits behind the point.
  private static func append(
    _ number: Int128, scale: Int, places: Int, _ field: TextFormat.Field,
    to writer: inout TextWriter
  ) {
    var magnitude = number.magnitude
    var scale = scale
    if scale > places {
      let divisor = UInt128(PowersOfTen.integer(scale - places))
      let (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: divisor)
      magnitude = quotient + (rest >= divisor - rest ? 1 : 0)
      scale = places
    }
    var digits = Array(String(magnitude).utf8)
    while digits.count <= scale { digits.insert(48, at: 0) }
    var fraction = Array(digits[(digits.count - scale)...])
    while fraction.count < places { fraction.append(48) }
    field.append(
      digits: Array(digits[..<(digits.count - scale)]), fraction: places > 0 ? fraction : nil,
      isNegative: number < 0 && (magnitude != 0), to: &writer)
  }

  private static func append(
    _ number: Double, _ field: TextFormat.Field, to writer: inout TextWriter
  ) {
    let isNegative = number.sign == .minus && !number.isNaN
    let text: String
    if !number.isFinite {
      var plain = field
      plain.padsZeros = false
      plain.append(
        digits: Array((number.isNaN ? "nan" : "inf").utf8), isNegative: isNegative, to: &writer,
        groups: false)
      return
    }
    switch field.notation {
    case UInt8(ascii: "s"):
      field.append(text: ValueText.string(.double(number)), to: &writer)
      return
    case nil, UInt8(ascii: "n"):
      text =
        field.precision.map { significant(number.magnitude, $0) }
        ?? ValueText.string(.double(number.magnitude))
    case let notation?:
      let isHexadecimal = notation | 0x20 == UInt8(ascii: "a")
      text = printed(number.magnitude, notation, field.precision ?? (isHexadecimal ? -1 : 6))
    }
    let bytes = Array(text.utf8)
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.firstIndex(of: UInt8(ascii: "e"))
    guard let point, bytes[point] == UInt8(ascii: ".") else {
      field.append(
        digits: bytes, isNegative: isNegative, to: &writer, groups: point == nil)
      return
    }
    field.append(
      digits: Array(bytes[..<point]), fraction: Array(bytes[(point + 1)...]),
      isNegative: isNegative, to: &writer)
  }

  /// `number` with so many digits, those behind the point that are zero too.
  private static func significant(_ number: Double, _ digits: Int) -> String {
    let text = printed(number, UInt8(ascii: "g"), digits, flag: "#")
    if text.hasSuffix(".") { return text + "0" }
    if number >= 1 || number == 0 || text.contains("e") { return text }
    // Below 1 only the digits that say something, as DuckDB has it.
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == "0" {
      end = text.index(before: end)
    }
    return String(text[..<end])
  }

  /// What C's `printf` makes of `number`; without a precision where that is negative.
  private static func printed(
    _ number: Double, _ notation: UInt8, _ precision: Int, flag: String = ""
  ) -> String {
    let letter = String(Unicode.Scalar(notation))
    let form = precision < 0 ? "%\(letter)" : "%\(flag).\(precision)\(letter)"
    let arguments: [any CVarArg] = [number]
    // The largest double has 309 digits before the point.
    let capacity = 400 + max(0, precision)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { space in
      guard let start = space.baseAddress else { return "" }
      _ = withVaList(arguments) { vsnprintf(start, capacity, form, $0) }
      return String(cString: start)
    }
  }
}

extension TextFormat.Field {
  /// Appends `text`, without a sign.
  fileprivate func append(text: String, to writer: inout TextWriter) {
    var text = text
    text.withUTF8 { bytes in
      let end = precision.map { CodePoints.advance(bytes, from: 0, by: $0) } ?? bytes.count
      pad(CodePoints.slice(bytes, 0, end), byDefault: .left, to: &writer)
    }
  }

  /// Appends a number, given by its digits before and behind the point.
  fileprivate func append(
    prefix: [UInt8] = [], digits: [UInt8], fraction: [UInt8]? = nil, isNegative: Bool,
    to writer: inout TextWriter, groups: Bool = true
  ) {
    var head: [UInt8] = []
    if isNegative {
      head.append(UInt8(ascii: "-"))
    } else if let plus {
      head.append(plus)
    }
    head += prefix
    var body: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if groups, index > 0, (digits.count - index) % 3 == 0, let separator {
        body.append(separator)
      }
      body.append(digit)
    }
    if let fraction {
      // Where points stand between groups, a comma stands before the decimals.
      body.append(UInt8(ascii: separator == UInt8(ascii: ".") ? "," : "."))
      body += fraction
    }
    if padsZeros || alignment == .afterSign {
      head.withUnsafeBufferPointer { writer.append($0) }
      var missing = width - head.count - body.count
      while missing > 0 {
        if padsZeros {
          writer.append(UInt8(ascii: "0"))
        } else {
          fill.withUnsafeBufferPointer { writer.append($0) }
        }
        missing -= 1
      }
      body.withUnsafeBufferPointer { writer.append($0) }
    } else {
      (head + body).withUnsafeBufferPointer { pad($0, byDefault: .right, to: &writer) }
    }
  }

  /// Appends `text` with as many fillings as bring it to the width of the field.
  fileprivate func pad(
    _ text: TextBytes, byDefault: TextFormat.Alignment, to writer: inout TextWriter
  ) {
    let missing = width == 0 ? 0 : max(0, width - CodePoints.count(text))
    let before: Int
    switch alignment ?? byDefault {
    case .left, .afterSign: before = 0
    case .right: before = missing
    case .center: before = missing / 2
    }
    for _ in 0..<before { fill.withUnsafeBufferPointer { writer.append($0) } }
    writer.append(text)
    for _ in before..<missing { fill.withUnsafeBufferPointer { writer.append($0) } }
  }
}
