/// Makes failing sequences of decisions shorter and simpler.
enum Shrinking {
  /// A sequence that fails like `choices` and is simpler, as far as `attempts` tries lead.
  ///
  /// - Parameter fails: whether what a sequence makes still fails; gives the decisions that were
  ///   taken of it, or nil where it does not fail.
  static func shrunk(
    _ choices: [Int], attempts: Int, _ fails: ([Int]) -> [Int]?
  ) -> [Int] {
    var best = choices
    var left = attempts
    func attempt(_ candidate: [Int]) -> Bool {
      guard left > 0, isSimpler(candidate, best) else { return false }
      left -= 1
      guard let taken = fails(candidate) else { return false }
      best = isSimpler(taken, candidate) ? taken : candidate
      return true
    }
    var isProgressing = true
    while isProgressing && left > 0 {
      isProgressing = false
      // The end first, then blocks from the end to the beginning, ever smaller.
      for size in [best.count / 2, best.count / 4, 32, 16, 8, 4, 2, 1] where size > 0 {
        var start = best.count - size
        while start >= 0 {
          if start + size <= best.count {
            var cut = best
            cut.removeSubrange(start..<start + size)
            if attempt(cut) {
              isProgressing = true
              start -= size
              continue
            }
            var cleared = best
            for index in start..<start + size { cleared[index] = 0 }
            if attempt(cleared) { isProgressing = true }
          }
          start -= max(1, size / 2)
        }
      }
      for index in best.indices.reversed() where index < best.count && best[index] > 1 {
        for smaller in [1, best[index] / 2, best[index] - 1] where index < best.count {
          var lower = best
          lower[index] = smaller
          if attempt(lower) {
            isProgressing = true
            break
          }
        }
      }
    }
    return best
  }

  /// Shorter, or as long with lower numbers.
  private static func isSimpler(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    return a.lexicographicallyPrecedes(b)
  }
}
