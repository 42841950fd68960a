import Glibc
import Loading
import Synchronization

/// The line on a terminal that tells how far a load has come; it is gone before anything else is
/// written.
final class ProgressLine: Sendable {
  private struct State {
    var meter = ProgressMeter()
    var isDrawn = false
  }

  private let state = Mutex(State())

  /// nil where standard error is no terminal, or one that cannot erase what it shows.
  init?() {
    guard FileOutput.standardError.isTerminal, !Terminal.isDumb else { return nil }
  }

  /// Takes the progress of a load, from any thread.
  func update(_ name: String, _ progress: LoadProgress) {
    // A thread that finds another at it has better things to do.
    _ = state.withLockIfAvailable { state in
      let line = state.meter.line(name, progress, at: Self.now(), width: Terminal.width)
      guard let line else { return }
      state.isDrawn = true
      Self.write("\r" + line + Self.eraseToEnd)
    }
  }

  /// Takes the line away: the load is over.
  func erase() {
    state.withLock { state in
      if state.isDrawn { Self.write("\r" + Self.eraseToEnd) }
      state = State()
    }
  }

  /// Erases from the cursor to the end of its line (ECMA-48, EL).
  private static let eraseToEnd = "\u{1B}[K"

  private static func write(_ text: String) {
    // Progress that cannot be told is no reason to stop a load.
    try? FileOutput.standardError.write(text)
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
