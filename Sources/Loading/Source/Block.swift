/// Memory for a piece of text, with room before and behind it that may be read.
///
/// The text begins at ``front``, so that words ending at its first byte can be loaded, and at
/// least ``back`` bytes behind its end are there for whole registers.
final class Block: @unchecked Sendable {
  // Owned by one thread at a time: the reader hands it to a worker, and gets it back.
  let base: UnsafeMutablePointer<UInt8>
  /// The most bytes of text, `front` included.
  let capacity: Int

  static let front = 64
  static let back = 128

  /// Room for `count` bytes of text.
  init(count: Int) {
    capacity = Block.front + count
    base = .allocate(capacity: capacity + Block.back)
    base.initialize(repeating: 0, count: Block.front)
    (base + capacity).initialize(repeating: 0, count: Block.back)
  }

  deinit { base.deallocate() }
}
