#if canImport(Glibc)
  import Glibc
#endif
import Synchronization

/// Memory of large blocks that are not in use, kept for the next ones of their size.
///
/// The kernel gives memory in pages of zeros, which costs more than most kernels take to fill them:
/// 0.7 ns a byte, against 0.1 for a sum, where it was measured. What one batch has done with serves
/// the next one.
package enum BufferPool {
  /// Blocks from this size on are kept; smaller ones are the allocator's own business.
  private static let leastBytes = 1 << 16
  /// Blocks from this size on lie on huge pages where the kernel has them, which cost half as much
  /// to get.
  private static let hugeBytes = 1 << 22
  private static let hugePage = 1 << 21
  /// No more than this is kept: 256 MiB.
  private static let mostBytes = 1 << 28

  private struct Kept: @unchecked Sendable {
    /// By the size of the block.
    var blocks: [Int: [UnsafeMutableRawPointer]] = [:]
    var bytes = 0
  }

  private static let kept = Mutex(Kept())

  /// A block of at least `bytes`, aligned to a cache line, with anything in it.
  static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    if bytes < leastBytes {
      return .allocate(byteCount: bytes, alignment: 64)
    }
    let size = size(holding: bytes)
    let known = kept.withLock { kept -> UnsafeMutableRawPointer? in
      guard let block = kept.blocks[size]?.popLast() else { return nil }
      kept.bytes -= size
      return block
    }
    if let known { return known }
    let alignment = size < hugeBytes ? 64 : hugePage
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
    #if os(Linux)
      if size >= hugeBytes { madvise(block, size, MADV_HUGEPAGE) }
    #endif
    return block
  }

  /// Takes back a block that ``allocate(_:)`` gave for as many bytes.
  static func deallocate(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let size = size(holding: bytes)
    let isKept =
      bytes >= leastBytes
      && kept.withLock { kept in
        if kept.bytes + size > mostBytes { return false }
        kept.blocks[size, default: []].append(block)
        kept.bytes += size
        return true
      }
    if !isKept { block.deallocate() }
  }

  /// Gives all blocks that are not in use back: after work whose like does not come soon.
  package static func clear() {
    let blocks = kept.withLock { kept in
      defer { kept = Kept() }
      return kept
    }
    for block in blocks.blocks.values.joined() { block.deallocate() }
  }

  /// The size of the blocks for `bytes`: there are eight of them up to twice that size, so that blocks
  /// fit again, and pages that nobody touches cost nothing.
  private static func size(holding bytes: Int) -> Int {
    let step = 1 << max(12, Int.bitWidth - 4 - bytes.leadingZeroBitCount)
    return (bytes + step - 1) & ~(step - 1)
  }
}
