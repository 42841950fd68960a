#if canImport(Glibc)
  import Glibc
#endif

/// A fixed-size block of plain values: the memory under every column.
///
/// The block is aligned to a cache line and padded with ``padding`` readable bytes, so that kernels
/// may load whole SIMD registers over its end. It is written by the one kernel that makes it and
/// never again; only then is it shared between threads.
///
/// The memory lives as long as the buffer: whoever uses ``pointer`` keeps the buffer under a name of
/// its own until the last use. (`makeBuffer().pointer` dangles at once.)
package final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  package let pointer: UnsafeMutablePointer<Element>
  /// How many elements the block holds.
  package let count: Int
  /// The block that the memory belongs to; nil where it is this one's own.
  private let owner: AnyObject?

  /// Allocates `count` elements without setting them.
  package init(count: Int) {
    self.count = count
    owner = nil
    let bytes = count * MemoryLayout<Element>.stride + bufferPadding
    let raw = BufferPool.allocate(bytes)
    pointer = raw.bindMemory(to: Element.self, capacity: count)
    // The padding is read by whole-register loads; zeros keep what they see the same in every run.
    (raw + count * MemoryLayout<Element>.stride).initializeMemory(
      as: UInt8.self, repeating: 0, count: bufferPadding)
  }

  /// Allocates `count` elements, each equal to `value`.
  package convenience init(repeating value: Element, count: Int) {
    self.init(count: count)
    pointer.update(repeating: value, count: count)
  }

  /// Copies the elements of `values`.
  package convenience init(_ values: some Collection<Element>) {
    self.init(count: values.count)
    var index = 0
    for value in values {
      pointer[index] = value
      index += 1
    }
  }

  /// `count` elements that lie in `block` from byte `offset` on, not copied: the block lives as long
  /// as they do.
  ///
  /// They must lie inside the block, which is not written any more, and `offset` must be a multiple of
  /// their alignment. They have the padding of every buffer; but it holds what follows in the block,
  /// and the cache lines are those of the block.
  package init<Other>(sharing block: Buffer<Other>, from offset: Int, count: Int) {
    self.count = count
    owner = block
    pointer = (UnsafeMutableRawPointer(block.pointer) + offset)
      .bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    if owner != nil { return }
    BufferPool.deallocate(
      UnsafeMutableRawPointer(pointer), count * MemoryLayout<Element>.stride + bufferPadding)
  }

  /// The elements, for reading.
  package var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: pointer, count: count)
  }
}

/// Readable bytes behind the last element of a ``Buffer``: one AVX-512 register.
package let bufferPadding = 64

extension Buffer where Element == UInt8 {
  /// A copy of `count` bytes from `start`.
  package convenience init(bytes start: UnsafePointer<UInt8>, count: Int) {
    self.init(count: count)
    memcpy(pointer, start, count)
  }
}
