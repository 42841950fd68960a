#if canImport(Glibc)
  import Glibc
#endif

/// Text under construction: UTF-8 bytes in a block that grows.
///
/// A value that cannot be copied, passed `inout`, so that an append in a loop over rows is a store
/// and an addition, without reference counts.
package struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes written.
  package private(set) var count = 0

  /// Makes an empty buffer.
  package init(capacity: Int = 256) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// What was written, valid until the next change.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base, count: count)
  }

  /// What was written, as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written behind the first `count` bytes and keeps the block.
  package mutating func truncate(to count: Int = 0) { self.count = min(count, self.count) }

  /// Makes room for `extra` more bytes.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if count &+ extra > capacity { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let wanted = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends `count` copies of `byte`; nothing where `count` is negative.
  package mutating func append(repeating byte: UInt8, count extra: Int) {
    guard extra > 0 else { return }
    reserve(extra)
    memset(base + count, Int32(byte), extra)
    count += extra
  }

  @inline(__always)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    append(start, bytes.count)
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    memcpy(base + count, start, length)
    count &+= length
  }

  /// Appends bytes behind which at least ``copyPadding`` more may be read.
  ///
  /// Most cells are short, and for them two registers beat a call of memcpy.
  @inline(__always)
  mutating func appendPadded(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length &+ Self.copyPadding)
    if length <= Self.copyPadding {
      let source = UnsafeRawPointer(start)
      let target = UnsafeMutableRawPointer(base + count)
      target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    } else {
      memcpy(base + count, start, length)
    }
    count &+= length
  }

  /// Bytes that ``appendPadded(_:_:)`` may read and write behind the end.
  static let copyPadding = 16

  package mutating func append(_ text: String) {
    var copy = text
    copy.withUTF8 { append($0) }
  }

  package mutating func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Hands `length` unset bytes to `body` and counts them as written.
  @inline(__always)
  mutating func appendUnset(_ length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    reserve(length)
    body(base + count)
    count &+= length
  }

  /// Puts `byte` before the byte at `position`, which must not exceed ``count``.
  mutating func insert(_ byte: UInt8, at position: Int) {
    reserve(1)
    memmove(base + position + 1, base + position, count - position)
    base[position] = byte
    count += 1
  }
}

/// Where rendered bytes go: a file descriptor, a string of a test.
package protocol ByteSink: AnyObject {
  /// Takes all of `bytes`, or throws what kept it from doing so.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// A sink that keeps everything in memory.
package final class MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes.append(contentsOf: bytes) }

  /// What was written, as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}
