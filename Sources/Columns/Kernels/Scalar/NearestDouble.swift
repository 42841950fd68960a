extension Int128 {
  /// The nearest double; numbers of 64 bits do not take the long way through 128.
  @inline(__always)
  var nearestDouble: Double {
    let low = Int64(truncatingIfNeeded: self)
    return Int128(low) == self ? Double(low) : Double(self)
  }
}
