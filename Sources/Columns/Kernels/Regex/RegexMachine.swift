/// Finds where the groups of a match lie, by following all ways through a program at once, the
/// preferred ones first.
struct RegexMachine: ~Copyable {
  private let program: RegexProgram
  /// Places kept for a thread: two for the match and for each group.
  let slotCount: Int
  private var current: Threads
  private var upcoming: Threads
  /// The places of the thread that is being followed.
  private var slots: UnsafeMutablePointer<Int>
  private var stack: [Pending] = []

  private enum Pending {
    case step(Int32)
    /// Undoes what a step kept once all behind it is done.
    case restore(slot: Int, place: Int)
  }

  /// Threads in order, at most one a step.
  private struct Threads: ~Copyable {
    let steps: UnsafeMutablePointer<Int32>
    var count = 0
    /// The generation in which a step was last entered.
    let entered: UnsafeMutablePointer<UInt64>
    var generation: UInt64 = 0
    /// For each step the places of its thread.
    let slots: UnsafeMutablePointer<Int>

    init(steps stepCount: Int, slots slotCount: Int) {
      steps = .allocate(capacity: stepCount)
      entered = .allocate(capacity: stepCount)
      entered.initialize(repeating: 0, count: stepCount)
      slots = .allocate(capacity: stepCount * slotCount)
    }

    deinit {
      steps.deallocate()
      entered.deallocate()
      slots.deallocate()
    }

    mutating func clear() {
      count = 0
      generation &+= 1
    }
  }

  /// A machine that keeps the places of the match and of its first `groups` groups.
  init(_ program: RegexProgram, groups: Int) {
    self.program = program
    slotCount = (min(groups, program.groupCount) + 1) * 2
    let steps = program.instructions.count
    current = Threads(steps: steps, slots: slotCount)
    upcoming = Threads(steps: steps, slots: slotCount)
    slots = .allocate(capacity: slotCount)
  }

  deinit { slots.deallocate() }

  /// Finds the first match that begins at byte `from` or behind it.
  ///
  /// - Parameters:
  ///   - places: room for ``slotCount`` places: start and end of the match and of each group in
  ///     bytes, -1 for a group that took no part.
  /// - Returns: whether there is one.
  mutating func find(
    in text: TextBytes, from: Int, places: UnsafeMutablePointer<Int>
  ) -> Bool {
    let prefix = program.literals.prefix
    return prefix.withUnsafeBufferPointer { prefix in
      find(in: text, from: from, prefix: prefix, places: places)
    }
  }

  private mutating func find(
    in text: TextBytes, from: Int, prefix: TextBytes, places: UnsafeMutablePointer<Int>
  ) -> Bool {
    var isFound = false
    var position = from
    let count = text.count
    current.clear()
    while true {
      if current.count == 0 {
        if isFound { return true }
        if position > from && program.literals.isAnchored { return false }
        if prefix.count > 1 {
          guard
            let skipped = TextKernels.find(
              prefix, in: CodePoints.slice(text, position, count))
          else { return false }
          position &+= skipped
        }
      }
      // A new thread is worth less than all that began before it.
      let isBoundary = position >= count || !CodePoints.isContinuation(text[position])
      if !isFound && isBoundary {
        for slot in 0..<slotCount { slots[slot] = -1 }
        follow(program.start, text, position)
      }
      upcoming.clear()
      let byte = position < count ? Int(text[position]) : -1
      var index = 0
      advancing: while index < current.count {
        let step = current.steps[index]
        index &+= 1
        let instruction = program.instructions[Int(step)]
        let kept = current.slots + Int(step) &* slotCount
        switch instruction.operation {
        case .match:
          places.update(from: kept, count: slotCount)
          isFound = true
          break advancing
        case .byte:
          if byte >= Int(instruction.low) && byte <= Int(instruction.high) {
            slots.update(from: kept, count: slotCount)
            swap(&current, &upcoming)
            follow(instruction.next, text, position &+ 1)
            swap(&current, &upcoming)
          }
        default: break
        }
      }
      swap(&current, &upcoming)
      if position >= count { return isFound }
      position &+= 1
    }
  }

  /// Enters into `current` all threads that `step` leads to at `position` without taking a byte.
  private mutating func follow(_ step: Int32, _ text: TextBytes, _ position: Int) {
    let previous = position > 0 ? Int(text[position &- 1]) : -1
    let next = position < text.count ? Int(text[position]) : -1
    stack.append(.step(step))
    while let pending = stack.popLast() {
      guard case .step(let step) = pending else {
        if case .restore(let slot, let place) = pending { slots[slot] = place }
        continue
      }
      if current.entered[Int(step)] == current.generation { continue }
      current.entered[Int(step)] = current.generation
      let instruction = program.instructions[Int(step)]
      switch instruction.operation {
      case .match, .byte:
        current.steps[current.count] = step
        current.count &+= 1
        (current.slots + Int(step) &* slotCount).update(from: slots, count: slotCount)
      case .split:
        stack.append(.step(instruction.other))
        stack.append(.step(instruction.next))
      case .save:
        let slot = Int(instruction.other)
        if slot < slotCount {
          stack.append(.restore(slot: slot, place: slots[slot]))
          slots[slot] = position
        }
        stack.append(.step(instruction.next))
      case .assertion:
        if RegexAssertion(rawValue: instruction.low)?.holds(between: previous, and: next) == true {
          stack.append(.step(instruction.next))
        }
      case .fail: break
      }
    }
  }
}
