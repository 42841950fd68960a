#if canImport(Glibc)
  import Glibc
#endif
import Synchronization

/// A flag that stops running work: set by Ctrl-C, looked at by whatever takes long.
///
/// Operators ask the one that they are given. Kernels ask that of their thread, at a ``point()``: it
/// is current on every thread that works for a statement, because ``Parallel`` hands it on.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  /// Asks the work to stop. Safe in a signal handler.
  package func cancel() { flag.store(true, ordering: .relaxed) }

  /// Makes the flag ready for the next statement.
  package func reset() { flag.store(false, ordering: .relaxed) }

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Throws ``Interrupted`` where the work was asked to stop.
  package func check() throws {
    if isCancelled { throw Interrupted() }
  }

  // MARK: Of a thread

  /// The flag that stops what this thread does; nil where nothing does.
  static var current: Cancellation? {
    pthread_getspecific(key).map {
      Unmanaged<Cancellation>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// Runs `body`, whose kernels this flag stops.
  package func governing<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = pthread_getspecific(Self.key)
    pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
    defer { withExtendedLifetime(self) { _ = pthread_setspecific(Self.key, outer) } }
    return try body()
  }

  /// A place at which a kernel may be stopped. It costs a few nanoseconds: a loop has one for each
  /// block of its rows, so that some milliseconds lie between two of them.
  ///
  /// - Throws: ``ValueError/interrupted`` where the work of this thread was asked to stop.
  package static func point() throws(ValueError) {
    if let current, current.isCancelled { throw .interrupted }
  }

  /// So many rows lie between two points, where a row costs some nanoseconds.
  static let blockRows = 1 << 16

  /// A ``point()`` where `row` is a multiple of `interval`, a power of two.
  @inline(__always)
  static func point(at row: Int, every interval: Int = blockRows) throws(ValueError) {
    if row & (interval &- 1) == 0 { try point() }
  }

  /// Calls `body` with neighbouring blocks of `places`, a ``point()`` before each.
  @inline(__always)
  static func forBlocks(
    of places: Range<Int>, _ body: (Range<Int>) throws(ValueError) -> Void
  ) throws(ValueError) {
    var start = places.lowerBound
    while start < places.upperBound {
      try point()
      let end = min(places.upperBound, start &+ blockRows)
      try body(start..<end)
      start = end
    }
  }
}

/// The user stopped the work.
package struct Interrupted: Error {
  package init() {}
}
