/// Finds the values of a JSON text in memory, by the letter of RFC 8259.
///
/// Every function takes the position of a value's first byte and gives the one behind its last. The
/// text is well-formed UTF-8 already, and a zero byte, which no JSON text holds, stands at ``end``:
/// so nothing looks for the end but where something else than expected was found.
struct JSONScanner {
  let text: UnsafePointer<UInt8>
  /// The position behind the last byte of text, where a zero stands; 8 bytes from there can be read.
  let end: Int
  /// Whether nothing can follow ``end``.
  let isFinal: Bool

  /// How deep objects and arrays may be nested. RFC 8259, section 9, leaves a limit to the reader.
  static let maximumDepth = 128

  /// Why reading stopped.
  enum Fault: Error {
    /// The text ends where more must follow.
    case incomplete
    case malformed(JSONProblem, position: Int)
  }

  // MARK: White space and words

  /// The position of the first byte from `start` on that is no white space.
  @inline(__always)
  func skipSpace(_ start: Int) -> Int {
    var position = start
    while true {
      switch text[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        position &+= 1
      default: return position
      }
    }
  }

  /// What stands at `position`, for a message: a word of up to 24 bytes, or one character.
  func found(at position: Int) throws(Fault) -> String {
    var stop = position
    while stop - position < 24, Self.isWordByte(text[stop]) { stop += 1 }
    // The word may go on behind what is in memory.
    if stop == end && !isFinal { throw .incomplete }
    if stop > position { return Wording.cell(string(position..<stop)) }
    if text[position] < 0x20 { return "a control character" }
    let width = max(1, (~text[position]).leadingZeroBitCount)
    return Wording.cell(string(position..<min(end, position + width)))
  }

  /// Whether `byte` belongs to a number or a word.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  func string(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: text + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// The fault at `position`, where `expected` is not what stands there.
  func fault(_ expected: String, at position: Int) -> Fault {
    if position >= end { return .incomplete }
    do throws(Fault) {
      return .malformed(
        .unexpected(found: try found(at: position), expected: expected), position: position)
    } catch {
      return error
    }
  }

  // MARK: Strings

  /// - Returns: the position behind the closing quote, and whether no escape stands before it.
  @inline(__always)
  func string(_ start: Int) throws(Fault) -> (end: Int, isPlain: Bool) {
    var position = start &+ 1
    while true {
      let stops = Self.stops(in: word(at: position))
      if stops == 0 {
        position &+= 8
        continue
      }
      position &+= stops.trailingZeroBitCount &>> 3
      if text[position] == UInt8(ascii: "\"") { return (position &+ 1, true) }
      return (try escapedString(from: position), false)
    }
  }

  /// The rest of a string, from an escape or a control character on.
  @inline(never)
  private func escapedString(from start: Int) throws(Fault) -> Int {
    var position = start
    while true {
      let stops = Self.stops(in: word(at: position))
      if stops == 0 {
        position += 8
        continue
      }
      position += stops.trailingZeroBitCount >> 3
      switch text[position] {
      case UInt8(ascii: "\""): return position + 1
      case UInt8(ascii: "\\"): position = try escape(position)
      case let byte:
        if position >= end { throw .incomplete }
        throw .malformed(.controlCharacter(byte), position: position)
      }
    }
  }

  private func word(at position: Int) -> UInt64 {
    UnsafeRawPointer(text + position).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The highest bit of each byte at which reading a string must stop: a quote, a backslash, a
  /// control character. Bits above the lowest that is set may be wrong.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let hits =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((word &- 0x2020_2020_2020_2020) & ~word)
    return hits & 0x8080_8080_8080_8080
  }

  /// - Parameter start: of the backslash.
  private func escape(_ start: Int) throws(Fault) -> Int {
    switch text[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"): break
    default: throw try badEscape(start, count: 2)
    }
    let unit = try codeUnit(start)
    switch unit {
    case 0: throw .malformed(.zeroCharacter, position: start)
    case 0xDC00...0xDFFF: throw loneSurrogate(start)
    case 0xD800...0xDBFF:
      let second = start + 6
      if second >= end || (second + 1 >= end && text[second] == UInt8(ascii: "\\")) {
        throw .incomplete
      }
      guard text[second] == UInt8(ascii: "\\"), text[second + 1] == UInt8(ascii: "u") else {
        throw loneSurrogate(start)
      }
      guard 0xDC00...0xDFFF ~= (try codeUnit(second)) else { throw loneSurrogate(start) }
      return second + 6
    default: return start + 6
    }
  }

  /// The number behind `\u`.
  private func codeUnit(_ start: Int) throws(Fault) -> Int {
    var unit = 0
    for index in 2..<6 {
      guard let digit = JSONEscapes.hexadecimal(text[start + index]) else {
        throw try badEscape(start, count: index + 1)
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  private func loneSurrogate(_ start: Int) -> Fault {
    .malformed(.loneSurrogate(string(start..<start + 6)), position: start)
  }

  /// - Parameter count: bytes of the escape up to the one that is wrong.
  private func badEscape(_ start: Int, count: Int) throws(Fault) -> Fault {
    let wrong = start + count - 1
    if wrong >= end { return .incomplete }
    let width = max(1, (~text[wrong]).leadingZeroBitCount)
    return .malformed(
      .badEscape(string(start..<min(end, wrong + width))), position: start)
  }

  // MARK: Numbers and words

  /// A number, a truth value or null.
  @inline(__always)
  func scalar(_ start: Int) throws(Fault) -> Int {
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(start)
    case UInt8(ascii: "t"): try literal("true", start)
    case UInt8(ascii: "f"): try literal("false", start)
    case UInt8(ascii: "n"): try literal("null", start)
    default: throw noValue(start)
    }
  }

  @inline(__always)
  func number(_ start: Int) throws(Fault) -> Int {
    var position = start
    if text[position] == UInt8(ascii: "-") { position &+= 1 }
    let first = position
    position = skipDigits(position)
    if position == first || (text[first] == UInt8(ascii: "0") && position > first &+ 1) {
      throw badNumber(start)
    }
    if text[position] == UInt8(ascii: ".") {
      let fraction = position &+ 1
      position = skipDigits(fraction)
      if position == fraction { throw badNumber(start) }
    }
    if text[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      let exponent = position
      position = skipDigits(exponent)
      if position == exponent { throw badNumber(start) }
    }
    if Self.isWordByte(text[position]) { throw badNumber(start) }
    return position
  }

  @inline(__always)
  private func skipDigits(_ start: Int) -> Int {
    var position = start
    while text[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
    return position
  }

  private func badNumber(_ start: Int) -> Fault {
    var stop = start
    while stop - start < 40, Self.isWordByte(text[stop]) { stop += 1 }
    if stop >= end && !isFinal { return .incomplete }
    let word = string(start..<stop)
    if stop >= end && Self.mayGoOn(word) { return .incomplete }
    let name = word.drop { $0 == "-" }.lowercased()
    return .malformed(
      name.hasPrefix("inf") || name == "nan" ? .notFinite(word) : .badNumber(word), position: start)
  }

  /// Whether digits may follow a number that breaks off here.
  private static func mayGoOn(_ word: String) -> Bool {
    let end = word.lowercased()
    return ["-", ".", "e", "e+"].contains { end.hasSuffix($0) }
  }

  private func literal(_ word: StaticString, _ start: Int) throws(Fault) -> Int {
    let count = word.utf8CodeUnitCount
    for index in 0..<count where text[start + index] != word.utf8Start[index] {
      throw start + index >= end ? .incomplete : noValue(start)
    }
    if Self.isWordByte(text[start + count]) { throw noValue(start) }
    return start + count
  }

  /// The fault where no value begins.
  private func noValue(_ start: Int) -> Fault {
    if start >= end { return .incomplete }
    do throws(Fault) {
      let found = try found(at: start)
      let word = found.dropFirst().dropLast()
      switch word.lowercased() {
      case "nan", "infinity", "inf":
        return .malformed(.notFinite(String(word)), position: start)
      default: break
      }
      let next = text[start + 1]
      if (text[start] == UInt8(ascii: "+") || text[start] == UInt8(ascii: "."))
        && next &- UInt8(ascii: "0") < 10
      {
        return .malformed(.badNumber(String(word)), position: start)
      }
      return .malformed(.unexpected(found: found, expected: "a value"), position: start)
    } catch {
      return error
    }
  }

  // MARK: Arrays and objects

  /// An array or an object with all that is in it.
  ///
  /// Keys that stand twice are let through: what is in an array is kept as it stands.
  func container(_ start: Int) throws(Fault) -> Int {
    // Of each level a bit, 1 for objects; the innermost is the lowest.
    var kinds: UInt128 = text[start] == UInt8(ascii: "{") ? 1 : 0
    var depth = 1
    var isFirst = true
    var position = start + 1
    while true {
      position = skipSpace(position)
      let isObject = kinds & 1 == 1
      let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      if text[position] == closing {
        if !isFirst { throw .malformed(.trailingComma, position: position) }
      } else {
        if isObject { position = try key(position) }
        if text[position] == UInt8(ascii: "{") || text[position] == UInt8(ascii: "[") {
          if depth == Self.maximumDepth {
            throw .malformed(.tooDeep(limit: Self.maximumDepth), position: position)
          }
          depth += 1
          kinds = kinds << 1 | (text[position] == UInt8(ascii: "{") ? 1 : 0)
          isFirst = true
          position += 1
          continue
        }
        position =
          text[position] == UInt8(ascii: "\"")
          ? try string(position).end : try scalar(position)
      }
      position = try behindItem(position, &kinds, &depth)
      if depth == 0 { return position }
      isFirst = false
    }
  }

  /// A key and its colon.
  ///
  /// - Returns: the position of the value.
  private func key(_ start: Int) throws(Fault) -> Int {
    guard text[start] == UInt8(ascii: "\"") else {
      throw fault("a key between double quotes", at: start)
    }
    let colon = skipSpace(try string(start).end)
    guard text[colon] == UInt8(ascii: ":") else { throw fault("a colon", at: colon) }
    return skipSpace(colon + 1)
  }

  /// What follows an item: closing brackets, then a comma unless the whole has ended.
  private func behindItem(
    _ start: Int, _ kinds: inout UInt128, _ depth: inout Int
  ) throws(Fault) -> Int {
    var position = start
    while depth > 0 {
      position = skipSpace(position)
      let isObject = kinds & 1 == 1
      if text[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        depth -= 1
        kinds >>= 1
      } else if text[position] == UInt8(ascii: ",") {
        return position + 1
      } else {
        throw fault(isObject ? "a comma or }" : "a comma or ]", at: position)
      }
      position += 1
    }
    return position
  }
}
