/// Guesses which known word a misspelt one was meant to be.
enum Misspelling {
  /// The known word nearest to this one, and what it stands for.
  ///
  /// Nil when no word is near enough, and when the nearest ones stand for different things. A word
  /// of three to five letters may differ by one edit and a longer one by two, where an edit is a
  /// letter more, fewer, or other, or two neighbours swapped. Words are compared as they are: fold
  /// them first.
  ///
  /// - Complexity: O(*n* · *m*²) in the number of known words and the length of a word.
  static func closest<Meaning: Equatable>(
    to word: String, among known: [String: Meaning]
  ) -> (key: String, value: Meaning)? {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 3 else { return nil }
    var limit = allowedEdits(letters.count)
    var best: (key: String, value: Meaning)?
    var isAmbiguous = false
    for (key, value) in known {
      let candidate = Array(key.unicodeScalars)
      guard candidate.count >= 3, abs(candidate.count - letters.count) <= limit else { continue }
      let edits = distance(letters, candidate)
      guard edits <= limit else { continue }
      guard edits == limit, let found = best else {
        (best, limit, isAmbiguous) = ((key, value), edits, false)
        continue
      }
      if found.value != value { isAmbiguous = true }
      // A dictionary has no order, and an answer must not depend on one.
      if key < found.key { best = (key, value) }
    }
    return isAmbiguous ? nil : best
  }

  /// How many edits a word of so many letters may be away from what it was meant to be.
  static func allowedEdits(_ letters: Int) -> Int {
    letters < 6 ? 1 : 2
  }

  /// How many edits make one word the other (optimal string alignment).
  static func distance(_ first: String, _ second: String) -> Int {
    distance(Array(first.unicodeScalars), Array(second.unicodeScalars))
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1..<(first.count + 1) {
      var current = [row]
      current.reserveCapacity(second.count + 1)
      for column in 1..<(second.count + 1) {
        let isSame = first[row - 1] == second[column - 1]
        var edits = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          edits = min(edits, beforeLast[column - 2] + 1)
        }
        current.append(edits)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
