extension Array {
  /// Sorts the elements as `sort(by:)` does, with a cancellation point every so many comparisons.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  @inline(__always)
  package mutating func sortStoppably(
    by isLess: (Element, Element) -> Bool
  ) throws(ValueError) {
    var comparisons = 0
    do {
      try sort { a, b in
        comparisons &+= 1
        try Cancellation.point(at: comparisons)
        return isLess(a, b)
      }
    } catch {
      throw .interrupted
    }
  }
}
