/// Tells of ranks that are tied where a list is cut.
package enum TieNotes {
  /// `numbers` as they are, with a note for each tie that the end of the list cuts through.
  ///
  /// - Parameters:
  ///   - numbers: the place of each row in its list, from 1 on, no two the same.
  ///   - ranks: the place of the first of its equals, as `rank()` gives it.
  ///   - peers: how many equals there are, itself among them.
  ///   - list: what the list is of, a text for each of the rows' keys; none for a single list.
  ///   - count: how many places there are.
  package static func places(
    _ numbers: Vector, ranks: Vector, peers: Vector, list: [Vector], count: Int,
    _ context: EvaluationContext
  ) -> Vector {
    let places = NumberSource.integers(numbers, as: Int64.self)
    let firsts = NumberSource.integers(ranks, as: Int64.self)
    let equals = NumberSource.integers(peers, as: Int64.self)
    let limit = Int64(count)
    // The row at the last place speaks for all its equals.
    for row in 0..<numbers.count where places.pointer[row] == limit {
      let first = firsts.pointer[row]
      let last = first &+ equals.pointer[row] &- 1
      if last <= limit { continue }
      let name = list.map { ValueText.string($0.value(row)) }.joined(separator: ", ")
      context.note(
        "TOP \(count) cuts through a tie, of which the first by the keys are listed",
        of: (name.isEmpty ? "" : "\(name): ")
          + "\(equals.pointer[row]) groups stand at places \(first) to \(last)")
    }
    return numbers
  }
}
