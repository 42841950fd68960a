/// Turns the tree of a regular expression into steps, from its end to its start: each part is
/// compiled knowing the step that follows it.
struct RegexCompiler {
  /// Step 0 is the match.
  private(set) var instructions = [RegexInstruction(operation: .match)]

  /// More steps than any sensible pattern needs.
  private static let maximumSize = 200_000

  /// The first step of `node` as a whole; nil where it needs too many.
  mutating func compile(_ node: RegexNode) -> Int32? {
    guard let end = emit(RegexInstruction(operation: .save, next: 0, other: 1)),
      let body = compile(node, then: end)
    else { return nil }
    return emit(RegexInstruction(operation: .save, next: body, other: 0))
  }

  /// The first step of a search for what begins at `start`: as few bytes as possible come first.
  mutating func search(from start: Int32, matchesEmpty: Bool) -> Int32? {
    var first = start
    if matchesEmpty {
      // An empty match could lie inside a code point.
      guard let check = emit(assertion(.characterBoundary, then: start)) else { return nil }
      first = check
    }
    guard let loop = emit(RegexInstruction(operation: .split, next: first)),
      let byte = emit(RegexInstruction(operation: .byte, low: 0, high: 255, next: loop))
    else { return nil }
    instructions[Int(loop)].other = byte
    return loop
  }

  private func assertion(_ assertion: RegexAssertion, then next: Int32) -> RegexInstruction {
    RegexInstruction(operation: .assertion, low: assertion.rawValue, next: next)
  }

  private mutating func emit(_ instruction: RegexInstruction) -> Int32? {
    guard instructions.count < Self.maximumSize else { return nil }
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func compile(_ node: RegexNode, then next: Int32) -> Int32? {
    switch node {
    case .empty: return next
    case .characters(let set): return compile(set, then: next)
    case .assertion(let kind): return emit(assertion(kind, then: next))
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() {
        guard let first = compile(part, then: next) else { return nil }
        next = first
      }
      return next
    case .alternatives(let parts):
      var result: Int32?
      for part in parts.reversed() {
        guard let first = compile(part, then: next) else { return nil }
        if let rest = result {
          result = emit(RegexInstruction(operation: .split, next: first, other: rest))
          if result == nil { return nil }
        } else {
          result = first
        }
      }
      return result ?? next
    case .group(let part, let number):
      guard
        let end = emit(
          RegexInstruction(operation: .save, next: next, other: Int32(number * 2 + 1))),
        let body = compile(part, then: end)
      else { return nil }
      return emit(RegexInstruction(operation: .save, next: body, other: Int32(number * 2)))
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      return repeated(part, minimum, maximum, isGreedy, then: next)
    }
  }

  private mutating func repeated(
    _ part: RegexNode, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, then next: Int32
  ) -> Int32? {
    var next = next
    var mandatory = minimum
    if let maximum {
      let end = next
      // x{0,3} is (x(x(x)?)?)?.
      for _ in 0..<(maximum - minimum) {
        guard let body = compile(part, then: next),
          let choice = split(body, end, isGreedy)
        else { return nil }
        next = choice
      }
    } else if minimum > 0 || part.matchesEmpty {
      // x+, which is where a loop over an empty match keeps the order of the choices.
      let end = next
      guard let loop = split(0, end, isGreedy), let body = compile(part, then: loop) else {
        return nil
      }
      setBody(of: loop, to: body, isGreedy)
      next = body
      if minimum == 0 {
        guard let choice = split(body, end, isGreedy) else { return nil }
        next = choice
      }
      mandatory = max(0, minimum - 1)
    } else {
      guard let loop = split(0, next, isGreedy), let body = compile(part, then: loop) else {
        return nil
      }
      setBody(of: loop, to: body, isGreedy)
      next = loop
    }
    for _ in 0..<mandatory {
      guard let body = compile(part, then: next) else { return nil }
      next = body
    }
    return next
  }

  private mutating func split(_ body: Int32, _ end: Int32, _ isGreedy: Bool) -> Int32? {
    emit(
      RegexInstruction(
        operation: .split, next: isGreedy ? body : end, other: isGreedy ? end : body))
  }

  private mutating func setBody(of loop: Int32, to body: Int32, _ isGreedy: Bool) {
    if isGreedy {
      instructions[Int(loop)].next = body
    } else {
      instructions[Int(loop)].other = body
    }
  }

  // MARK: Sets of code points

  /// The steps over the UTF-8 forms of the members of `set`.
  private mutating func compile(_ set: CodePointSet, then next: Int32) -> Int32? {
    var sequences: [[ClosedRange<UInt8>]] = []
    for range in set.ranges { UTF8Ranges.append(range, to: &sequences) }
    if sequences.isEmpty { return emit(RegexInstruction(operation: .fail)) }
    // Ends that sequences share are compiled once.
    var known: [Tail: Int32] = [:]
    var result: Int32?
    for sequence in sequences.reversed() {
      var first = next
      for range in sequence.reversed() {
        let tail = Tail(low: range.lowerBound, high: range.upperBound, next: first)
        if let same = known[tail] {
          first = same
          continue
        }
        guard
          let step = emit(
            RegexInstruction(
              operation: .byte, low: range.lowerBound, high: range.upperBound, next: first))
        else { return nil }
        known[tail] = step
        first = step
      }
      if let rest = result {
        result = emit(RegexInstruction(operation: .split, next: first, other: rest))
        if result == nil { return nil }
      } else {
        result = first
      }
    }
    return result
  }

  private struct Tail: Hashable {
    let low: UInt8
    let high: UInt8
    let next: Int32
  }
}

/// Ranges of code points as sequences of ranges of bytes.
enum UTF8Ranges {
  /// Appends to `result` sequences that match just the UTF-8 forms of `range`, ascending.
  ///
  /// Surrogates have no UTF-8 form and are left out.
  static func append(_ range: ClosedRange<UInt32>, to result: inout [[ClosedRange<UInt8>]]) {
    let surrogates = UInt32(0xD800)...0xDFFF
    if range.overlaps(surrogates) {
      if range.lowerBound < surrogates.lowerBound {
        append(range.lowerBound...(surrogates.lowerBound - 1), to: &result)
      }
      if range.upperBound > surrogates.upperBound {
        append((surrogates.upperBound + 1)...range.upperBound, to: &result)
      }
      return
    }
    // Forms of one length each.
    for last in [UInt32(0x7F), 0x7FF, 0xFFFF]
    where range.lowerBound <= last && range.upperBound > last {
      append(range.lowerBound...last, to: &result)
      append((last + 1)...range.upperBound, to: &result)
      return
    }
    if range.upperBound <= 0x7F {
      result.append([UInt8(range.lowerBound)...UInt8(range.upperBound)])
      return
    }
    // Where the ends differ in a byte, the bytes behind it must run through all their values.
    for bits in [UInt32(6), 12, 18] {
      let mask = (UInt32(1) << bits) - 1
      guard range.lowerBound & ~mask != range.upperBound & ~mask else { continue }
      if range.lowerBound & mask != 0 {
        append(range.lowerBound...(range.lowerBound | mask), to: &result)
        append(((range.lowerBound | mask) + 1)...range.upperBound, to: &result)
        return
      }
      if range.upperBound & mask != mask {
        append(range.lowerBound...((range.upperBound & ~mask) - 1), to: &result)
        append((range.upperBound & ~mask)...range.upperBound, to: &result)
        return
      }
    }
    result.append(zip(bytes(range.lowerBound), bytes(range.upperBound)).map { $0...$1 })
  }

  /// The UTF-8 form of a code point.
  static func bytes(_ value: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return [] }
    return Array(bytes)
  }
}
