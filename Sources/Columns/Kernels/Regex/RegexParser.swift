/// Reads a regular expression: the syntax of RE2, which is that of Perl without what cannot be
/// matched in one pass (back references, looking ahead and behind).
struct RegexParser {
  /// What was read.
  struct Result {
    let node: RegexNode
    /// How many groups in parentheses keep their place.
    let groupCount: Int
  }

  struct Flags {
    var ignoresCase: Bool
    var isMultiline = false
    var pointMatchesNewline: Bool
    var swapsGreed = false
  }

  /// The code points of the pattern, and where each begins in its UTF-8 form; one place more.
  let scalars: [Unicode.Scalar]
  let offsets: [Int]
  var position = 0
  var flags: Flags
  var groupCount = 0
  private var depth = 0

  /// Groups may stand inside each other so deep.
  private static let maximumDepth = 200

  /// How often something may be repeated by number, which RE2 bounds alike.
  static let maximumRepetitions = 1000

  /// Whether `%` and `_` are refused where they stand for themselves: SQL's standard gives them
  /// the meaning that they have in LIKE, which other systems do not.
  private let refusesWildcards: Bool

  private init(_ pattern: String, _ options: RegexOptions, refusesWildcards: Bool) {
    self.refusesWildcards = refusesWildcards
    scalars = Array(pattern.unicodeScalars)
    var offset = 0
    var offsets = [0]
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    flags = Flags(
      ignoresCase: options.ignoresCase, pointMatchesNewline: options.pointMatchesNewline)
  }

  /// Reads `pattern`.
  static func parse(
    _ pattern: String, _ options: RegexOptions, refusesWildcards: Bool
  ) throws(PatternProblem) -> Result {
    var parser = RegexParser(pattern, options, refusesWildcards: refusesWildcards)
    if options.isLiteral {
      let parts = parser.scalars.map { parser.literal($0) }
      return Result(node: .sequence(parts), groupCount: 0)
    }
    let node = try parser.alternatives()
    if parser.position < parser.scalars.count {
      throw parser.problem("this ')' closes nothing", from: parser.position, parser.position + 1)
    }
    return Result(node: node, groupCount: parser.groupCount)
  }

  // MARK: Signs

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// The signs from `start` to `end`, as they stand in the pattern.
  func text(_ start: Int, _ end: Int) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[start..<min(end, scalars.count)])
    return String(result)
  }

  func problem(_ message: String, from start: Int, _ end: Int? = nil) -> PatternProblem {
    let last = min(end ?? position, scalars.count)
    let first = min(start, last)
    return PatternProblem(message: message, range: offsets[first]..<offsets[last])
  }

  func literal(_ scalar: Unicode.Scalar) -> RegexNode {
    let set = CodePointSet(scalar)
    return .characters(flags.ignoresCase ? set.ignoringCase : set)
  }

  // MARK: Structure

  /// `a|b|c`, up to a closing parenthesis or the end.
  private mutating func alternatives() throws(PatternProblem) -> RegexNode {
    var parts = [try sequence()]
    while accept("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(PatternProblem) -> RegexNode {
    var parts: [RegexNode] = []
    while let sign = next, sign != "|", sign != ")" {
      if sign == "\\", position + 1 < scalars.count, scalars[position + 1] == "Q" {
        position += 2
        quoted(into: &parts)
        // What repeats behind \E is the last character.
        if let last = parts.popLast() { parts.append(try repeated(last)) }
        continue
      }
      guard let part = try item() else { continue }
      parts.append(try repeated(part))
    }
    return parts.count == 1 ? parts[0] : (parts.isEmpty ? .empty : .sequence(parts))
  }

  /// `\Q…\E`, where all stands for itself.
  private mutating func quoted(into parts: inout [RegexNode]) {
    while let sign = next {
      if sign == "\\", position + 1 < scalars.count, scalars[position + 1] == "E" {
        position += 2
        return
      }
      position += 1
      parts.append(literal(sign))
    }
  }

  /// One item that may be repeated; nil for `(?i)`, which changes what follows.
  private mutating func item() throws(PatternProblem) -> RegexNode? {
    let start = position
    guard let sign = next else { return .empty }
    position += 1
    switch sign {
    case "(": return try group(from: start)
    case "[": return .characters(try characterClass(from: start))
    case ".":
      return .characters(
        flags.pointMatchesNewline ? .all : CodePointSet([0x0A...0x0A]).complement)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try escape(from: start)
    case "*", "+", "?":
      throw problem("there is nothing before '\(sign)' to repeat", from: start)
    case "%" where refusesWildcards:
      throw problem(
        "SIMILAR TO takes a regular expression: any text is .*, and a percent sign is [%]",
        from: start)
    case "_" where refusesWildcards:
      throw problem(
        "SIMILAR TO takes a regular expression: any one character is ., and an underscore is [_]",
        from: start)
    default: return literal(sign)
    }
  }

  // MARK: Groups

  private mutating func group(from start: Int) throws(PatternProblem) -> RegexNode? {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw problem("more than \(Self.maximumDepth) groups stand inside each other", from: start)
    }
    let outer = flags
    var number: Int?
    if accept("?") {
      if accept("P") || next == "<" && isName(at: position + 1) {
        try groupName(from: start)
        groupCount += 1
        number = groupCount
      } else if try flagsEndGroup(from: start) {
        return nil
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try alternatives()
    guard accept(")") else {
      throw problem("this '(' is not closed", from: start, start + 1)
    }
    flags = outer
    return number.map { .group(inner, number: $0) } ?? inner
  }

  /// Whether a name, and not `=` or `!`, stands at `place`: `(?<name>` rather than `(?<=`.
  private func isName(at place: Int) -> Bool {
    place < scalars.count && scalars[place] != "=" && scalars[place] != "!"
  }

  /// `<name>`.
  private mutating func groupName(from start: Int) throws(PatternProblem) {
    guard accept("<") else {
      throw problem("a named group is written (?P<name>…)", from: start)
    }
    let nameStart = position
    while let sign = next, sign != ">" {
      guard sign.value < 0x80, RegexAssertion.isWord(UInt8(sign.value)) else {
        throw problem("a group's name has letters, digits and _", from: nameStart, position + 1)
      }
      position += 1
    }
    let name = text(nameStart, position)
    guard !name.isEmpty, accept(">") else {
      throw problem("a named group is written (?P<name>…)", from: start)
    }
  }

  /// Reads the letters of `(?i)` or `(?i:`; returns whether the group ends with them.
  private mutating func flagsEndGroup(from start: Int) throws(PatternProblem) -> Bool {
    var changed = flags
    var isOn = true
    while let sign = next {
      position += 1
      switch sign {
      case "i": changed.ignoresCase = isOn
      case "m": changed.isMultiline = isOn
      case "s": changed.pointMatchesNewline = isOn
      case "U": changed.swapsGreed = isOn
      case "-" where isOn: isOn = false
      case ":":
        flags = changed
        return false
      case ")":
        flags = changed
        return true
      case "=", "!", "<":
        if sign == "<", next == "=" || next == "!" { position += 1 }
        throw problem(
          "looking ahead or behind, as \(text(start, position)) does, is not possible", from: start)
      default:
        throw problem(
          "behind '(?' stand the flags i, m, s, U, or P<name>; '\(sign)' is none", from: start)
      }
    }
    throw problem("this '(' is not closed", from: start, start + 1)
  }

  // MARK: Repetition

  /// `part` with the sign for its repetition that follows it, if one does.
  private mutating func repeated(_ part: RegexNode) throws(PatternProblem) -> RegexNode {
    let start = position
    guard let bounds = try repetition() else { return part }
    var isGreedy = !flags.swapsGreed
    if accept("?") { isGreedy.toggle() }
    let first = text(start, position)
    let second = position
    if try repetition() != nil {
      throw problem(
        "'\(first)' is repeated by '\(text(second, position))'; parentheses make it plain",
        from: start)
    }
    return .repetition(
      part, minimum: bounds.minimum, maximum: bounds.maximum, isGreedy: isGreedy)
  }

  private mutating func repetition() throws(PatternProblem) -> (minimum: Int, maximum: Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    guard next == "{" else { return nil }
    let start = position
    position += 1
    // A brace that does not hold numbers stands for itself.
    guard let minimum = number() else {
      position = start
      return nil
    }
    var maximum: Int? = minimum
    if accept(",") { maximum = next == "}" ? nil : number() ?? -1 }
    guard maximum != -1, accept("}") else {
      position = start
      return nil
    }
    if minimum > Self.maximumRepetitions || (maximum ?? 0) > Self.maximumRepetitions {
      throw problem("something repeats at most \(Self.maximumRepetitions) times", from: start)
    }
    if let maximum, maximum < minimum {
      throw problem("\(minimum) is more than \(maximum)", from: start)
    }
    return (minimum, maximum)
  }

  /// The digits at this place as a number, one too large for a repetition where there are many; nil
  /// where there are none.
  private mutating func number() -> Int? {
    var result: Int?
    while let sign = next, ("0"..."9").contains(sign) {
      result = min((result ?? 0) * 10 + Int(sign.value - 48), Self.maximumRepetitions + 1)
      position += 1
    }
    return result
  }
}
