import Synchronization

/// A flag that stops running work: set by Ctrl-C, looked at between chunks.
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
}

/// The user stopped the work.
package struct Interrupted: Error {
  package init() {}
}
