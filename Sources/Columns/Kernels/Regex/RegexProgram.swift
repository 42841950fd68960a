/// One step of a compiled regular expression.
struct RegexInstruction {
  enum Operation: UInt8 {
    /// The match ends here.
    case match
    /// Takes one byte from `low` to `high`, goes on at `next`.
    case byte
    /// Goes on at `next`, or failing that at `other`.
    case split
    /// Keeps the place in slot `other`, goes on at `next`.
    case save
    /// Goes on at `next` where the assertion whose raw value is `low` holds.
    case assertion
    /// Leads nowhere.
    case fail
  }

  var operation: Operation
  var low: UInt8 = 0
  var high: UInt8 = 0
  var next: Int32 = 0
  var other: Int32 = 0
}

/// A regular expression, compiled to steps over bytes; made once and used by any thread.
///
/// Matching takes time in proportion to the text, whatever the pattern: no step is taken twice at
/// one place.
package final class RegexProgram: Sendable {
  let instructions: [RegexInstruction]
  /// Where a match begins.
  let start: Int32
  /// Where a search begins that may pass over bytes first.
  let searchStart: Int32
  /// Groups that keep their place, of which the whole match is not one.
  package let groupCount: Int
  /// Which bytes no step tells apart.
  let classes: RegexByteClasses
  /// What is known of the bytes of every match.
  let literals: RegexLiterals
  /// What the first bytes of a match may be; nil where that rules out too little.
  let byteSets: RegexByteSets?
  /// Which of the bits of ``RegexContext`` matter.
  let contextMask: UInt8

  /// Compiles `pattern`.
  ///
  /// - Parameters:
  ///   - isWhole: whether it must match all of a text, rather than some part.
  ///   - refusesWildcards: whether `%` and `_`, which look like those of LIKE, are wrong in it.
  /// - Throws: ``PatternProblem``.
  package convenience init(
    _ pattern: String, _ options: RegexOptions, isWhole: Bool = false,
    refusesWildcards: Bool = false
  ) throws(PatternProblem) {
    let parsed = try RegexParser.parse(pattern, options, refusesWildcards: refusesWildcards)
    try self.init(
      parsed.node, groupCount: parsed.groupCount, isWhole: isWhole,
      length: pattern.utf8.count)
  }

  /// Compiles a pattern of GLOB, which matches all of a text: `*` stands for any text, `?` for any
  /// one character, `[a-z]` for one of some, `[!a-z]` for one of all others.
  ///
  /// - Throws: ``PatternProblem``.
  package convenience init(glob pattern: String) throws(PatternProblem) {
    try self.init(
      GlobParser.parse(pattern), groupCount: 0, isWhole: true, length: pattern.utf8.count)
  }

  private init(
    _ pattern: RegexNode, groupCount: Int, isWhole: Bool, length: Int
  ) throws(PatternProblem) {
    var node = pattern
    if isWhole { node = .sequence([.assertion(.textStart), node, .assertion(.textEnd)]) }
    var compiler = RegexCompiler()
    guard let start = compiler.compile(node),
      let searchStart = compiler.search(from: start, matchesEmpty: node.matchesEmpty)
    else {
      throw PatternProblem(
        message: "the pattern is too large: its repetitions multiply to more than 200,000 steps",
        range: 0..<length)
    }
    instructions = compiler.instructions
    self.start = start
    self.searchStart = searchStart
    self.groupCount = groupCount
    classes = RegexByteClasses(compiler.instructions)
    let literals = RegexLiterals(node)
    self.literals = literals
    byteSets =
      literals.isAnchored ? nil : RegexByteSets(compiler.instructions, start: start)
    contextMask = RegexContext.mask(compiler.instructions)
  }
}

/// What a search knows of the byte before its place.
enum RegexContext {
  static let textStart: UInt8 = 1
  static let newline: UInt8 = 2
  static let word: UInt8 = 4

  /// The context behind `byte`, -1 for the start of the text.
  @inline(__always)
  static func behind(_ byte: Int) -> UInt8 {
    if byte < 0 { return textStart }
    if byte == 0x0A { return newline }
    return RegexAssertion.isWord(UInt8(truncatingIfNeeded: byte)) ? word : 0
  }

  /// Some byte that has `context` behind it.
  static func example(_ context: UInt8) -> Int {
    if context & textStart != 0 { return -1 }
    if context & newline != 0 { return 0x0A }
    return context & word != 0 ? Int(UInt8(ascii: "a")) : Int(UInt8(ascii: " "))
  }

  /// The bits that the assertions among `instructions` look at.
  static func mask(_ instructions: [RegexInstruction]) -> UInt8 {
    var result: UInt8 = 0
    for instruction in instructions where instruction.operation == .assertion {
      switch RegexAssertion(rawValue: instruction.low) {
      case .textStart: result |= textStart
      case .lineStart: result |= textStart | newline
      case .wordBoundary, .noWordBoundary: result |= word
      case .textEnd, .lineEnd, .characterBoundary, nil: break
      }
    }
    return result
  }
}

/// The bytes in classes, each of which holds bytes that no instruction tells apart.
struct RegexByteClasses: Sendable {
  /// The class of each of the 256 bytes.
  let ofByte: [UInt8]
  /// One byte of each class.
  let examples: [UInt8]

  var count: Int { examples.count }

  init(_ instructions: [RegexInstruction]) {
    var starts = [Bool](repeating: false, count: 257)
    starts[0] = true
    func mark(_ low: UInt8, _ high: UInt8) {
      starts[Int(low)] = true
      starts[Int(high) + 1] = true
    }
    for instruction in instructions {
      switch instruction.operation {
      case .byte: mark(instruction.low, instruction.high)
      case .assertion:
        switch RegexAssertion(rawValue: instruction.low) {
        case .lineStart, .lineEnd: mark(0x0A, 0x0A)
        case .wordBoundary, .noWordBoundary:
          mark(UInt8(ascii: "0"), UInt8(ascii: "9"))
          mark(UInt8(ascii: "A"), UInt8(ascii: "Z"))
          mark(UInt8(ascii: "_"), UInt8(ascii: "_"))
          mark(UInt8(ascii: "a"), UInt8(ascii: "z"))
          // The context behind a newline differs from that behind other signs.
          mark(0x0A, 0x0A)
        case .characterBoundary: mark(0x80, 0xBF)
        case .textStart, .textEnd, nil: break
        }
      default: break
      }
    }
    var ofByte: [UInt8] = []
    var examples: [UInt8] = []
    for byte in 0..<256 {
      if starts[byte] { examples.append(UInt8(byte)) }
      ofByte.append(UInt8(examples.count - 1))
    }
    self.ofByte = ofByte
    self.examples = examples
  }
}
