/// A program at work in one thread: asks the automaton where it can, the machine where groups count.
struct RegexMatcher: ~Copyable {
  let program: RegexProgram
  private var automaton: RegexAutomaton
  private var machine: RegexMachine
  private let places: UnsafeMutablePointer<Int>
  private let placeCount: Int

  /// A matcher that keeps the places of the match and of its first `groups` groups.
  init(_ program: RegexProgram, groups: Int = 0) {
    self.program = program
    automaton = RegexAutomaton(program)
    machine = RegexMachine(program, groups: groups)
    placeCount = machine.slotCount
    places = .allocate(capacity: placeCount)
  }

  deinit { places.deallocate() }

  /// Whether `text` has a match.
  @inline(__always)
  mutating func matches(_ text: TextBytes) -> Bool {
    mayMatch(text) && automaton.matches(text)
  }

  /// Whether `text` has a match that begins at byte `from` or behind it.
  mutating func matches(_ text: TextBytes, from: Int) -> Bool {
    automaton.end(in: text, from: from, stopsEarly: true) != nil
  }

  /// Whether `text` has the bytes that every match has.
  @inline(__always)
  private func mayMatch(_ text: TextBytes) -> Bool {
    let required = program.literals.required
    if required.count < 2 { return true }
    return required.withUnsafeBufferPointer { TextKernels.find($0, in: text) != nil }
  }

  /// Finds the first match that begins at byte `from` or behind it, and keeps its places.
  mutating func find(in text: TextBytes, from: Int) -> Bool {
    if let exact = program.literals.exact, program.groupCount == 0 {
      // A text to look for, and no more.
      let found = exact.withUnsafeBufferPointer {
        TextKernels.find($0, in: CodePoints.slice(text, from, text.count))
      }
      guard let found else { return false }
      places[0] = from + found
      places[1] = from + found + exact.count
      return true
    }
    guard automaton.end(in: text, from: from, stopsEarly: true) != nil else { return false }
    return machine.find(in: text, from: from, places: places)
  }

  /// The bytes of group `number`, 0 for the whole match, in the match found last; nil for a group
  /// that took no part in it or is not kept.
  func range(ofGroup number: Int) -> Range<Int>? {
    guard number >= 0, number * 2 + 1 < placeCount else { return nil }
    let start = places[number * 2]
    let end = places[number * 2 + 1]
    return start >= 0 && end >= start ? start..<end : nil
  }
}

/// What replaces a match: text in which `\1` stands for what group 1 matched, `\0` for the whole
/// match and `\\` for a backslash.
package struct RegexReplacement: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case group(Int)
  }

  private let pieces: [Piece]
  /// The largest number of a group in it.
  let lastGroup: Int

  /// Takes `text` apart.
  ///
  /// - Throws: ``PatternProblem`` for a backslash before anything else, and for a group beyond
  ///   `groupCount`.
  package init(_ text: String, groupCount: Int) throws(PatternProblem) {
    var pieces: [Piece] = []
    var run: [UInt8] = []
    var lastGroup = 0
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        run.append(byte)
        continue
      }
      guard position < bytes.count else {
        throw PatternProblem(
          message: "a backslash stands at the end; \\\\ is one in the result",
          range: (position - 1)..<position)
      }
      let next = bytes[position]
      position += 1
      switch next {
      case UInt8(ascii: "\\"): run.append(next)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let group = Int(next - UInt8(ascii: "0"))
        guard group <= groupCount else {
          throw PatternProblem(
            message:
              "\\\(group) stands for a group, but the pattern has \(groupCount == 0 ? "none" : "\(groupCount)")",
            range: (position - 2)..<position)
        }
        if !run.isEmpty { pieces.append(.text(run)) }
        run = []
        pieces.append(.group(group))
        lastGroup = max(lastGroup, group)
      default:
        throw PatternProblem(
          message: "behind a backslash stands the number of a group, or a second backslash",
          range: (position - 2)..<position)
      }
    }
    if !run.isEmpty { pieces.append(.text(run)) }
    self.pieces = pieces
    self.lastGroup = lastGroup
  }

  /// Appends what replaces the last match that `matcher` found in `text`.
  func append(_ text: TextBytes, _ matcher: borrowing RegexMatcher, to writer: inout TextWriter) {
    for piece in pieces {
      switch piece {
      case .text(let bytes): bytes.withUnsafeBufferPointer { writer.append($0) }
      case .group(let number):
        if let range = matcher.range(ofGroup: number) {
          writer.append(CodePoints.slice(text, range.lowerBound, range.upperBound))
        }
      }
    }
  }
}
