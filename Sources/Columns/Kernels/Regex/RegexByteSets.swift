import CKernels

/// What the first bytes of every match may be: by a few of them, nearly all places of a text are ruled
/// out as the start of a match, many at a time.
struct RegexByteSets: Sendable {
  private let sets: byte_sets

  /// Bytes of a match that are looked at to choose among.
  private static let lookedAt = 8
  /// The search pays where at most this share of places is left.
  private static let largestShare = 0.02

  /// - Returns: nil where a match may be empty, or the bytes that it may begin with are too common.
  init?(_ instructions: [RegexInstruction], start: Int32) {
    var chosen = Self.leading(instructions, start: start).enumerated()
      .map { (offset: $0, members: $1, share: Self.share(of: $1)) }
    chosen.sort { ($0.share, $0.offset) < ($1.share, $1.offset) }
    chosen = Array(chosen.prefix(Int(byte_set_count)))
    guard !chosen.isEmpty, chosen.reduce(1, { $0 * $1.share }) <= Self.largestShare else {
      return nil
    }
    var sets = byte_sets()
    sets.count = Int32(chosen.count)
    for (place, set) in chosen.enumerated() {
      withUnsafeMutableBytes(of: &sets.offsets) {
        $0.storeBytes(of: UInt32(set.offset), toByteOffset: place * 4, as: UInt32.self)
      }
      withUnsafeMutableBytes(of: &sets.members) { members in
        for byte in 0..<256 { members[place * 256 + byte] = set.members[byte] ? 1 : 0 }
      }
      withUnsafeMutableBytes(of: &sets.low) { low in
        for byte in 0..<128 where set.members[byte] {
          low[place * 16 + byte & 15] |= 1 << UInt8(byte >> 4)
        }
      }
      if set.members[128...].contains(true) {
        withUnsafeMutableBytes(of: &sets.has_high) { $0[place] = 0xFF }
      }
    }
    self.sets = sets
  }

  /// The first place from `from` on at which a match may begin, or `end`.
  func search(_ bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int {
    withUnsafePointer(to: sets) { search_byte_sets(bytes, from, end, $0) }
  }

  /// For each of the first bytes of a match which bytes may stand there, as far as every match has
  /// so many. Assertions are taken to hold.
  private static func leading(_ instructions: [RegexInstruction], start: Int32) -> [[Bool]] {
    var result: [[Bool]] = []
    var current: Set<Int32> = [start]
    while result.count < lookedAt {
      var members = [Bool](repeating: false, count: 256)
      var next: Set<Int32> = []
      var seen: Set<Int32> = []
      var open = Array(current)
      while let step = open.popLast() {
        if !seen.insert(step).inserted { continue }
        let instruction = instructions[Int(step)]
        switch instruction.operation {
        case .match: return result
        case .byte:
          for byte in instruction.low...instruction.high { members[Int(byte)] = true }
          next.insert(instruction.next)
        case .split: open += [instruction.next, instruction.other]
        case .save, .assertion: open.append(instruction.next)
        case .fail: break
        }
      }
      if next.isEmpty { return result }
      result.append(members)
      current = next
    }
    return result
  }

  /// About which share of the bytes of a text are among `members`. A rule of thumb for prose in Latin
  /// letters, which chooses between ways to the same answer.
  private static func share(of members: [Bool]) -> Double {
    var result = 0.0
    for byte in 0..<256 where members[byte] {
      switch UInt8(byte) {
      case UInt8(ascii: " "), UInt8(ascii: "e"): result += 0.12
      case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"),
        UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"):
        result += 0.06
      case UInt8(ascii: "a")...UInt8(ascii: "z"): result += 0.02
      case UInt8(ascii: "0")...UInt8(ascii: "9"): result += 0.004
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result += 0.002
      default: result += 0.001
      }
    }
    return min(1, result)
  }
}
