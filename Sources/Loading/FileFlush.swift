import CKernels
import Glibc

/// Brings what was written to a file to the disk a slice at a time, so that it can be stopped.
///
/// What the system does in one call, `fsync` or the `rename` of a new file over an old one, takes as
/// long as the disk needs for all of it, and nothing stops it.
package enum FileFlush {
  /// A disk of 100 megabytes a second takes 80 ms for so many bytes.
  private static let sliceBytes: Int64 = 1 << 23

  /// Hands the bytes of a file to the disk, and where `waits` is true waits until they are there.
  ///
  /// A file system that knows no slices is left to its own time.
  ///
  /// - Parameter pause: called before each slice; what it throws is thrown.
  /// - Complexity: O(bytes), at the speed of the disk.
  package static func flush(
    _ descriptor: CInt, waits: Bool, pause: () throws -> Void
  ) rethrows {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    for start in stride(from: 0, to: Int64(status.st_size), by: Int64.Stride(sliceBytes)) {
      try pause()
      // The disk has the next slice to go on with while this one is waited for.
      let next = flush_file_range(descriptor, start + sliceBytes, sliceBytes, 0)
      let this = flush_file_range(descriptor, start, sliceBytes, waits ? 1 : 0)
      if next != 0 || this != 0 { return }
    }
    try pause()
  }
}
