/// Chooses rows by their numbers alone, so that a sample is the same in every run.
package enum Sampling {
  /// The rows below `count` that are taken with chance `share`, 0 to 1, in order.
  package static func rows(share: Double, count: Int, seed: UInt64) -> RowSelection {
    if share >= 1 { return RowSelection(range: 0..<count) }
    let limit = UInt64(share * 0x1p63) << 1
    let rows = Buffer<UInt32>(count: count)
    var taken = 0
    for row in 0..<count where hash(row, seed) < limit {
      rows.pointer[taken] = UInt32(truncatingIfNeeded: row)
      taken += 1
    }
    return RowSelection(rows: rows, count: taken)
  }

  /// `wanted` of the rows below `count`, all of them where there are no more, in order.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(*n* log *n*).
  package static func rows(
    _ wanted: Int, count: Int, seed: UInt64
  ) throws(ValueError) -> RowSelection {
    if wanted >= count { return RowSelection(range: 0..<count) }
    var byHash = (0..<count).map { (hash: hash($0, seed), row: $0) }
    try Cancellation.point()
    try byHash.sortStoppably { $0 < $1 }
    let chosen = byHash.prefix(wanted).map { UInt32(truncatingIfNeeded: $0.row) }.sorted()
    return RowSelection(rows: Buffer(chosen), count: wanted)
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014) over row and seed.
  private static func hash(_ row: Int, _ seed: UInt64) -> UInt64 {
    var word = UInt64(truncatingIfNeeded: row) &+ (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
