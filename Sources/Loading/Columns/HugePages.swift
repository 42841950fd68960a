import Glibc

/// Asks the system for large pages under large blocks.
enum HugePages {
  /// The size of a large page of x86-64, and of arm64 with small pages of 4 KiB.
  private static let size = 2 << 20

  /// Lets the pages that lie wholly in `count` bytes from `start` be large ones: a block that is
  /// filled from end to end then takes a fault for each 2 MiB, not for each 4 KiB.
  ///
  /// A hint: where the system does not heed it, nothing changes.
  static func advise(_ start: UnsafeMutablePointer<UInt8>, count: Int) {
    let first = (Int(bitPattern: start) + size - 1) & ~(size - 1)
    let end = (Int(bitPattern: start) + count) & ~(size - 1)
    if end > first {
      madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_HUGEPAGE)
    }
  }
}
