/// What a regular expression says, after parsing: groups that only hold things together are gone.
indirect enum RegexNode {
  /// Matches the empty text.
  case empty
  /// Matches one code point of a set; nothing where the set is empty.
  case characters(CodePointSet)
  /// Matches the empty text in certain places.
  case assertion(RegexAssertion)
  /// All parts, one behind the other.
  case sequence([RegexNode])
  /// The first of the parts that leads to a match.
  case alternatives([RegexNode])
  /// The part `minimum` to `maximum` times (without bound where that is nil), as often as possible
  /// where `isGreedy`, else as seldom.
  case repetition(RegexNode, minimum: Int, maximum: Int?, isGreedy: Bool)
  /// The part, whose place in the text is kept under a number from 1 on.
  case group(RegexNode, number: Int)

  /// Whether it matches the empty text somewhere.
  var matchesEmpty: Bool {
    switch self {
    case .empty, .assertion: true
    case .characters: false
    case .sequence(let parts): parts.allSatisfy(\.matchesEmpty)
    case .alternatives(let parts): parts.contains(where: \.matchesEmpty)
    case .repetition(let part, let minimum, _, _): minimum == 0 || part.matchesEmpty
    case .group(let part, _): part.matchesEmpty
    }
  }
}

/// A condition on a place in the text, which lies between two bytes.
enum RegexAssertion: UInt8 {
  /// `^`, `\A`
  case textStart
  /// `$`, `\z`
  case textEnd
  /// `^` with the flag m
  case lineStart
  /// `$` with the flag m
  case lineEnd
  /// `\b`
  case wordBoundary
  /// `\B`
  case noWordBoundary
  /// Not inside a code point.
  case characterBoundary

  /// Whether `byte` belongs to a word: ASCII letters, digits and `_`.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether the condition holds between two bytes, each -1 where the text ends.
  func holds(between previous: Int, and next: Int) -> Bool {
    switch self {
    case .textStart: previous < 0
    case .textEnd: next < 0
    case .lineStart: previous < 0 || previous == 0x0A
    case .lineEnd: next < 0 || next == 0x0A
    case .wordBoundary: Self.isWordOrEnd(previous) != Self.isWordOrEnd(next)
    case .noWordBoundary: Self.isWordOrEnd(previous) == Self.isWordOrEnd(next)
    case .characterBoundary: next < 0 || !CodePoints.isContinuation(UInt8(next))
    }
  }

  private static func isWordOrEnd(_ byte: Int) -> Bool { byte >= 0 && isWord(UInt8(byte)) }
}

/// How a regular expression is to be read.
package struct RegexOptions: Hashable, Sendable {
  /// `i`: capital and small letters are the same.
  package var ignoresCase = false
  /// `l`: all signs stand for themselves.
  package var isLiteral = false
  /// `s`: the point matches the end of a line too.
  package var pointMatchesNewline = false
  /// `g`: all matches are replaced, not just the first.
  package var isGlobal = false

  package init() {}

  /// Reads option letters: `c` and `i` for case, `l`, `s`, `g`, and `m`, `n` or `p` for a point
  /// that does not match the end of a line. Of two that contradict each other the last one counts.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for any other letter.
  package init(_ letters: String) throws(ValueError) {
    for letter in letters.unicodeScalars {
      switch letter {
      case "c": ignoresCase = false
      case "i": ignoresCase = true
      case "l": isLiteral = true
      case "s": pointMatchesNewline = true
      case "m", "n", "p": pointMatchesNewline = false
      case "g": isGlobal = true
      case " ", "\t", "\n": break
      default:
        throw .badArgument(
          "'\(letter)' is no option of a regular expression: c, i, l, s, m, n, p and g are")
      }
    }
  }
}
