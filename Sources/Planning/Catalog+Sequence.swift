extension Catalog {
  /// Numbers that are given out one after another, each once.
  package struct Sequence: Sendable {
    package let name: String
    let increment: Int64
    let bounds: ClosedRange<Int64>
    /// Whether it begins anew behind its last number.
    let isCycle: Bool
    /// What it gives next; nil where nothing is left.
    var next: Int64?
    /// What it gave last.
    package private(set) var last: Int64?

    init(
      name: String, increment: Int64, bounds: ClosedRange<Int64>, isCycle: Bool, next: Int64
    ) {
      self.name = name
      self.increment = increment
      self.bounds = bounds
      self.isCycle = isCycle
      self.next = next
    }

    /// The next number; nil where none is left.
    package mutating func draw() -> Int64? {
      guard let number = next else { return nil }
      last = number
      let (after, overflow) = number.addingReportingOverflow(increment)
      if !overflow && bounds.contains(after) {
        next = after
      } else {
        next = isCycle ? (increment > 0 ? bounds.lowerBound : bounds.upperBound) : nil
      }
      return number
    }
  }

  /// The sequence called `name`; case does not count.
  package func sequence(named name: String) -> Sequence? {
    let folded = name.lowercased()
    return sequences.first { $0.name.lowercased() == folded }
  }

  /// Adds a sequence, or has it go on, in place of one of the same name.
  package mutating func set(_ sequence: Sequence) {
    removeSequence(sequence.name)
    sequences.append(sequence)
  }

  /// Takes the sequences as they were before.
  package mutating func restoreSequences(_ sequences: [Sequence]) { self.sequences = sequences }

  package mutating func removeSequence(_ name: String) {
    let folded = name.lowercased()
    sequences.removeAll { $0.name.lowercased() == folded }
  }
}
