import Dispatch
import Execution
import Glibc
import Loading
import Synchronization

/// The line on a terminal that tells how far a load or a query has come; it is gone before anything
/// else is written.
///
/// A load tells of itself; a query only counts, and is looked at by a clock.
final class ProgressLine: Sendable {
  private struct State {
    var meter = ProgressMeter()
    var query = QueryMeter()
    var isDrawn = false
    /// Whether a query is looked at; each has a number of its own.
    var watched: Int?
    var watches = 0
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
      if let line { Self.draw(line, in: &state) }
    }
  }

  /// Looks at the progress of a query now and then, until ``erase()``.
  func watch(_ progress: QueryProgress) {
    let number = state.withLock { state in
      state.query = QueryMeter(start: Self.now())
      state.watches += 1
      state.watched = state.watches
      return state.watches
    }
    look(at: progress, number, after: ProgressMeter.patience)
  }

  private func look(at progress: QueryProgress, _ number: Int, after nanoseconds: UInt64) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [self] in
      let goesOn = state.withLock { state in
        // The query that this look was meant for may be over.
        guard state.watched == number else { return false }
        let line = state.query.line(progress.reading, at: Self.now(), width: Terminal.width)
        if let line { Self.draw(line, in: &state) }
        return true
      }
      if goesOn { look(at: progress, number, after: ProgressMeter.interval) }
    }
  }

  /// Takes the line away: the work is over.
  func erase() {
    state.withLock { state in
      _ = Notices.shared.keep(progress: nil)
      if state.isDrawn { Self.write("\r" + Self.eraseToEnd) }
      let watches = state.watches
      state = State()
      state.watches = watches
    }
  }

  private static func draw(_ line: String, in state: inout State) {
    if Notices.shared.keep(progress: line) { return }
    state.isDrawn = true
    write("\r" + line + eraseToEnd)
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
