#if canImport(Glibc)
  import Glibc
#endif

/// Runs a program over texts as a deterministic automaton, whose states are made when they are
/// first reached: one look-up a byte.
///
/// A state is a list of steps, best first, from which the next byte is taken, with what is known
/// of the byte before. Whether an assertion holds is only known with the next byte, so a match is
/// noticed one byte behind its end.
struct RegexAutomaton: ~Copyable {
  private let program: RegexProgram
  /// For state `s` and class `c` the next state at `s * stride + c`; class `classes.count` is the
  /// end of the text.
  private var table: UnsafeMutablePointer<Int32>
  private var capacity: Int
  private let stride: Int
  private let classOfByte: UnsafeMutablePointer<UInt8>
  /// The steps of each state.
  private var kernels: [[Int32]] = []
  private var contexts: [UInt8] = []
  private var known: [Key: Int32] = [:]
  /// The states in which a search begins, by context.
  private var starts = [Int32](repeating: Self.unknown, count: 16)
  private var visited: [UInt32]
  private var generation: UInt32 = 0
  private var stack: [Int32] = []

  private struct Key: Hashable {
    let context: UInt8
    let kernel: [Int32]
  }

  private static let unknown: Int32 = -1
  /// The state from which nothing matches any more.
  private static let dead: Int32 = 0
  /// Set in a transition: a match ended before the byte that was taken.
  private static let matchBit: Int32 = 1 << 30
  /// States are forgotten when there are so many, to keep memory in bounds.
  private static let maximumStates = 4096

  init(_ program: RegexProgram) {
    self.program = program
    stride = program.classes.count + 1
    capacity = stride * 16
    table = .allocate(capacity: capacity)
    classOfByte = .allocate(capacity: 256)
    for byte in 0..<256 { classOfByte[byte] = program.classes.ofByte[byte] }
    visited = [UInt32](repeating: 0, count: program.instructions.count)
    forget()
  }

  deinit {
    table.deallocate()
    classOfByte.deallocate()
  }

  /// Whether `text` has a match.
  mutating func matches(_ text: TextBytes) -> Bool {
    end(in: text, from: 0, stopsEarly: true) != nil
  }

  /// Where the first match of `text` that begins at byte `from` or behind it ends: the match that
  /// the order of the alternatives prefers, or where `stopsEarly` any; nil where there is none.
  mutating func end(in text: TextBytes, from: Int, stopsEarly: Bool = false) -> Int? {
    let count = text.count
    guard let bytes = text.baseAddress else {
      var state = start(behind: -1)
      if state == Self.dead { return nil }
      state = next(state, program.classes.count)
      return state & Self.matchBit != 0 ? 0 : nil
    }
    var state = start(behind: from == 0 ? -1 : Int(bytes[from - 1]))
    var result: Int?
    var position = from
    while position < count {
      let code = Int(classOfByte[Int(bytes[position])])
      var reached = table[Int(state) &* stride &+ code]
      // Neither unknown, dead nor a match.
      if UInt32(bitPattern: reached) &- 1 < UInt32(Self.matchBit) &- 1 {
        state = reached
        position &+= 1
        continue
      }
      if reached == Self.unknown { reached = next(state, code) }
      if reached & Self.matchBit != 0 {
        result = position
        if stopsEarly { return result }
        reached &= ~Self.matchBit
      }
      if reached == Self.dead { return result }
      state = reached
      position &+= 1
    }
    let last = next(state, program.classes.count)
    return last & Self.matchBit != 0 ? count : result
  }

  private mutating func start(behind byte: Int) -> Int32 {
    let context = RegexContext.behind(byte) & program.contextMask
    let known = starts[Int(context)]
    if known != Self.unknown { return known }
    let isHopeless = program.literals.isAnchored && byte >= 0
    let first = program.literals.isAnchored ? program.start : program.searchStart
    let state = isHopeless ? Self.dead : intern([first], context)
    starts[Int(context)] = state
    return state
  }

  /// The transition from `state` under the byte class `code`, worked out where it is not known.
  private mutating func next(_ state: Int32, _ code: Int) -> Int32 {
    let place = Int(state) * stride + code
    if table[place] != Self.unknown { return table[place] }
    let isEnd = code == program.classes.count
    let byte = isEnd ? -1 : Int(program.classes.examples[code])
    let previous = RegexContext.example(contexts[Int(state)])

    generation &+= 1
    var reached: [Int32] = []
    var isMatch = false
    search: for first in kernels[Int(state)] {
      stack.append(first)
      while let step = stack.popLast() {
        if visited[Int(step)] == generation { continue }
        visited[Int(step)] = generation
        let instruction = program.instructions[Int(step)]
        switch instruction.operation {
        case .match:
          // What comes behind it is worth less than this match.
          isMatch = true
          stack.removeAll(keepingCapacity: true)
          break search
        case .byte:
          if byte >= Int(instruction.low) && byte <= Int(instruction.high) {
            reached.append(instruction.next)
          }
        case .split:
          stack.append(instruction.other)
          stack.append(instruction.next)
        case .save: stack.append(instruction.next)
        case .assertion:
          if RegexAssertion(rawValue: instruction.low)?.holds(between: previous, and: byte) == true
          {
            stack.append(instruction.next)
          }
        case .fail: break
        }
      }
    }
    let isForgotten = kernels.count >= Self.maximumStates
    var target = Self.dead
    if !isEnd && !reached.isEmpty {
      let context = RegexContext.behind(byte) & program.contextMask
      if isForgotten { forget() }
      target = intern(Self.withoutRepeats(reached), context)
    }
    if isMatch { target |= Self.matchBit }
    if !(isForgotten && !isEnd && !reached.isEmpty) { table[place] = target }
    return target
  }

  private static func withoutRepeats(_ steps: [Int32]) -> [Int32] {
    if steps.count < 2 { return steps }
    var seen: Set<Int32> = []
    return steps.filter { seen.insert($0).inserted }
  }

  /// The number of the state of `kernel` behind `context`.
  private mutating func intern(_ kernel: [Int32], _ context: UInt8) -> Int32 {
    let key = Key(context: context, kernel: kernel)
    if let state = known[key] { return state }
    let state = kernels.count
    kernels.append(kernel)
    contexts.append(context)
    known[key] = Int32(state)
    let needed = (state + 1) * stride
    if needed > capacity {
      let larger = max(needed, capacity * 2)
      let new = UnsafeMutablePointer<Int32>.allocate(capacity: larger)
      memcpy(new, table, state * stride * MemoryLayout<Int32>.stride)
      table.deallocate()
      table = new
      capacity = larger
    }
    (table + state * stride).update(repeating: Self.unknown, count: stride)
    return Int32(state)
  }

  /// Starts anew with the dead state alone.
  private mutating func forget() {
    kernels.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    for context in starts.indices { starts[context] = Self.unknown }
    kernels.append([])
    contexts.append(0)
    table.update(repeating: Self.dead, count: stride)
  }
}
