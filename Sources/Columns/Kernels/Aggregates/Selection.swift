/// Finds the value at a place of the sorted order without sorting.
enum Selection {
  /// Puts the `place`-th smallest of the first `count` of `values` at `place`, none that is greater
  /// before it and none that is smaller behind it.
  ///
  /// - Complexity: O(`count`) on average; where the pivots are bad, the rest is sorted.
  static func select(
    _ place: Int, of values: UnsafeMutablePointer<UInt64>, count: Int
  ) {
    var low = 0
    var high = count - 1
    var rounds = 2 * (Int.bitWidth - count.leadingZeroBitCount)
    while high - low > 16 {
      rounds -= 1
      if rounds < 0 { break }
      let middle = low + (high - low) / 2
      let pivot = median(values[low], values[middle], values[high])
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left &+= 1 }
        while values[right] > pivot { right &-= 1 }
        if left <= right {
          let value = values[left]
          values[left] = values[right]
          values[right] = value
          left &+= 1
          right &-= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        return
      }
    }
    var rest = UnsafeMutableBufferPointer(start: values + low, count: high - low + 1)
    rest.sort()
  }

  private static func median(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    max(min(a, b), min(max(a, b), c))
  }
}
