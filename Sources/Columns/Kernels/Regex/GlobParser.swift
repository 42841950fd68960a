/// Reads a pattern of GLOB, as a shell has them for the names of files.
struct GlobParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// What `pattern` says; something that matches nothing where a bracket is not closed.
  static func parse(_ pattern: String) -> RegexNode {
    var parser = GlobParser(scalars: Array(pattern.unicodeScalars))
    return parser.parse()
  }

  private mutating func parse() -> RegexNode {
    var parts: [RegexNode] = []
    while position < scalars.count {
      let sign = scalars[position]
      position += 1
      switch sign {
      case "*":
        parts.append(
          .repetition(.characters(.all), minimum: 0, maximum: nil, isGreedy: true))
      case "?": parts.append(.characters(.all))
      case "[": parts.append(.characters(bracket()))
      case "\\" where position < scalars.count:
        parts.append(.characters(CodePointSet(scalars[position])))
        position += 1
      default: parts.append(.characters(CodePointSet(sign)))
      }
    }
    return .sequence(parts)
  }

  /// The characters of a bracket that is open; none where it is not closed.
  private mutating func bracket() -> CodePointSet {
    let isNegated = position < scalars.count && scalars[position] == "!"
    if isNegated { position += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while position < scalars.count {
      let first = scalars[position]
      position += 1
      if first == "]" && !isFirst {
        let set = CodePointSet(ranges)
        return isNegated ? set.complement : set
      }
      isFirst = false
      if position + 1 < scalars.count, scalars[position] == "-", scalars[position + 1] != "]" {
        let last = scalars[position + 1]
        position += 2
        // One that runs backwards holds nothing.
        if first <= last { ranges.append(first.value...last.value) }
      } else {
        ranges.append(first.value...first.value)
      }
    }
    return CodePointSet()
  }
}
