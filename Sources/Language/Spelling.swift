/// Guesses what a misspelt word was meant to be.
package enum Spelling {
  /// The one candidate that is clearly meant; nil when none is near or two are equally near.
  ///
  /// Case does not count. A word of three to five characters may be wrong in one place, one of six
  /// to eight in two, a longer one in three; a shorter word is never guessed. Two neighbouring
  /// characters in the wrong order are one place.
  ///
  /// - Complexity: O(*n* · *m*²) for *n* candidates of *m* characters.
  package static func closest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let word = Array(word.lowercased().unicodeScalars)
    guard word.count > 2 else { return nil }
    var best: String?
    var bestDistance = word.count / 3 + 1
    var isTied = false
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      // A name of two letters is within one place of too many words.
      guard other.count > 1, abs(other.count - word.count) <= min(bestDistance, 3) else {
        continue
      }
      let distance = distance(word, other)
      guard distance <= min(word.count / 3, 3), distance < other.count else { continue }
      if distance < bestDistance {
        best = candidate
        bestDistance = distance
        isTied = false
      } else if distance == bestDistance, candidate.lowercased() != best?.lowercased() {
        isTied = true
      }
    }
    return isTied ? nil : best
  }

  /// How many characters to insert, delete, replace or swap with their neighbour to make one word
  /// of the other (the restricted Damerau-Levenshtein distance).
  ///
  /// - Complexity: O(*n* · *m*) in the lengths.
  package static func distance(_ first: String, _ second: String) -> Int {
    distance(Array(first.unicodeScalars), Array(second.unicodeScalars))
  }

  /// `; did you mean '…'?` for the end of a message about an option or its word, or nothing.
  package static func guess(_ word: String, among known: [String]) -> String {
    // Dashes say nothing of how alike two words are.
    let bare = { (word: String) in String(word.drop { $0 == "-" }) }
    guard let guess = closest(to: bare(word), among: known.map(bare)),
      let meant = known.first(where: { bare($0) == guess })
    else { return "" }
    return "; did you mean '\(meant)'?"
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for i in 1...first.count {
      var current = [i]
      current.reserveCapacity(second.count + 1)
      for j in 1...second.count {
        let isSame = first[i - 1] == second[j - 1]
        var cost = min(
          previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          cost = min(cost, beforePrevious[j - 2] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
