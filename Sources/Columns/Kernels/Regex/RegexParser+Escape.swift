extension RegexParser {
  /// What stands behind a backslash, outside of brackets.
  mutating func escape(from start: Int) throws(PatternProblem) -> RegexNode {
    guard let sign = next else {
      throw problem("a backslash stands at the end", from: start)
    }
    switch sign {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    case "1"..."9":
      // `\1` alone would refer to a group; octal numbers have two digits.
      let isOctal =
        position + 1 < scalars.count && ("0"..."7").contains(scalars[position + 1])
        && ("0"..."7").contains(sign)
      if !isOctal {
        position += 1
        throw problem(
          "a group cannot be referred to inside a regular expression, as \(text(start, position)) does",
          from: start)
      }
    default: break
    }
    if let set = try namedClass(from: start) { return .characters(set) }
    return literal(try escapedCharacter(from: start))
  }

  private mutating func assertion(_ assertion: RegexAssertion) -> RegexNode {
    position += 1
    return .assertion(assertion)
  }

  /// `\d`, `\pL` and their kin; nil where something else stands here.
  private mutating func namedClass(from start: Int) throws(PatternProblem) -> CodePointSet? {
    guard let sign = next else { return nil }
    switch sign {
    case "d", "D", "s", "S", "w", "W":
      position += 1
      let small = Unicode.Scalar(sign.value | 0x20)
      var set =
        small == "d"
        ? CodePointClasses.digits
        : (small == "s" ? CodePointClasses.spaces : CodePointClasses.words)
      if flags.ignoresCase { set = set.ignoringCase }
      return sign.value & 0x20 == 0 ? set.complement : set
    case "p", "P":
      position += 1
      return try category(isNegated: sign == "P", from: start)
    default: return nil
    }
  }

  /// `L`, `{Lu}` or `{^Lu}`.
  private mutating func category(
    isNegated: Bool, from start: Int
  ) throws(PatternProblem) -> CodePointSet {
    var isNegated = isNegated
    let name: String
    if accept("{") {
      if accept("^") { isNegated.toggle() }
      let nameStart = position
      while let sign = next, sign != "}" { position += 1 }
      name = text(nameStart, position)
      guard accept("}") else { throw problem("this class has no '}'", from: start) }
    } else {
      guard next != nil else {
        throw problem("a class of characters is written \\pL or \\p{Lu}", from: start)
      }
      position += 1
      name = text(position - 1, position)
    }
    guard var set = CodePointClasses.category(name) else {
      throw problem(
        "'\(name)' is no category of characters: L (letters), Lu, Ll, N (numbers), Nd, P, S, Z … are",
        from: start)
    }
    if flags.ignoresCase { set = set.ignoringCase }
    return isNegated ? set.complement : set
  }

  /// The one character that an escape stands for.
  private mutating func escapedCharacter(from start: Int) throws(PatternProblem) -> Unicode.Scalar {
    guard let sign = next else {
      throw problem("a backslash stands at the end", from: start)
    }
    position += 1
    switch sign {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "a": return "\u{07}"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "x": return try hexadecimal(from: start)
    case "0"..."7":
      var value = sign.value - 48
      for _ in 0..<2 {
        guard let digit = next, ("0"..."7").contains(digit) else { break }
        value = value * 8 + digit.value - 48
        position += 1
      }
      return Unicode.Scalar(value) ?? sign
    default:
      let isSign = sign.value < 0x80 && (!RegexAssertion.isWord(UInt8(sign.value)) || sign == "_")
      guard isSign else {
        throw problem("\(text(start, position)) has no meaning", from: start)
      }
      return sign
    }
  }

  /// `41` or `{1F600}`.
  private mutating func hexadecimal(from start: Int) throws(PatternProblem) -> Unicode.Scalar {
    let isBraced = accept("{")
    var value: UInt32 = 0
    var digits = 0
    while digits < (isBraced ? 8 : 2), let sign = next, let digit = Self.digit(sign) {
      value = (value &<< 4) | digit
      digits += 1
      position += 1
    }
    guard digits > 0, isBraced ? accept("}") : digits == 2, let scalar = Unicode.Scalar(value)
    else {
      throw problem(
        "\\x stands before two digits 0-9 a-f, or \\x{…} around a code point", from: start)
    }
    return scalar
  }

  private static func digit(_ sign: Unicode.Scalar) -> UInt32? {
    switch sign {
    case "0"..."9": sign.value - 48
    case "a"..."f": sign.value - 87
    case "A"..."F": sign.value - 55
    default: nil
    }
  }

  // MARK: Brackets

  /// `[a-z]`, of which the bracket has been read.
  mutating func characterClass(from start: Int) throws(PatternProblem) -> CodePointSet {
    let isNegated = accept("^")
    var set = CodePointSet()
    var isFirst = true
    while true {
      guard let sign = next else {
        throw problem("this '[' is not closed", from: start, start + 1)
      }
      if sign == "]" && !isFirst { break }
      isFirst = false
      let itemStart = position
      if sign == "[", let named = try posixClass() {
        set = set.union(named)
        continue
      }
      if sign == "\\" {
        position += 1
        if let named = try namedClass(from: itemStart) {
          set = set.union(named)
          continue
        }
        position = itemStart
      }
      let first = try classCharacter()
      var last = first
      if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        last = try classCharacter()
        if last < first {
          throw problem(
            "\(text(itemStart, position)) runs backwards: '\(last)' comes before '\(first)'",
            from: itemStart)
        }
      }
      let range = CodePointSet([first.value...last.value])
      set = set.union(flags.ignoresCase ? range.ignoringCase : range)
    }
    position += 1
    return isNegated ? set.complement : set
  }

  private mutating func classCharacter() throws(PatternProblem) -> Unicode.Scalar {
    let start = position
    guard let sign = next else {
      throw problem("a bracket is not closed", from: start)
    }
    position += 1
    return sign == "\\" ? try escapedCharacter(from: start) : sign
  }

  /// `[:alpha:]` or `[:^alpha:]`; nil where something else stands here.
  private mutating func posixClass() throws(PatternProblem) -> CodePointSet? {
    let start = position
    guard position + 1 < scalars.count, scalars[position + 1] == ":" else { return nil }
    var end = position + 2
    while end + 1 < scalars.count, !(scalars[end] == ":" && scalars[end + 1] == "]") { end += 1 }
    guard end + 1 < scalars.count else { return nil }
    position += 2
    let isNegated = accept("^")
    let name = text(position, end)
    position = end + 2
    guard var set = CodePointClasses.posix(name) else {
      throw problem(
        "'\(name)' is no class of characters: alpha, digit, alnum, upper, lower, space, punct … are",
        from: start)
    }
    if flags.ignoresCase { set = set.ignoringCase }
    return isNegated ? set.complement : set
  }
}
