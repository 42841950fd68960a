import Rendering
import Synchronization

/// What the program tells besides its results: on standard error, but not into a text that is being
/// typed.
///
/// While the notices are held, whoever edits is woken (``Interrupts/announceNews()``), takes them,
/// and shows them above the text.
final class Notices: Sendable {
  private struct State {
    var isHeld = false
    var lines = ""
    /// How far the work has come that goes on meanwhile.
    var progress: String?
  }

  private let state = Mutex(State())

  static let shared = Notices()

  /// Writes lines, or keeps them while they are held.
  ///
  /// - Throws: ``ClosedPipe``, ``FileError``.
  func write(_ lines: String) throws {
    if lines.isEmpty { return }
    let isHeld = state.withLock { state in
      if state.isHeld { state.lines += lines }
      return state.isHeld
    }
    if isHeld { Interrupts.announceNews() } else { try FileOutput.standardError.write(lines) }
  }

  /// Writes a line, in which nothing speaks to the terminal.
  func tell(_ line: String) throws { try write(VisibleText.lines(line) + "\n") }

  /// Keeps the progress of work, nil where it is over, while notices are held.
  ///
  /// - Returns: whether they are.
  func keep(progress: String?) -> Bool {
    let isHeld = state.withLock { state in
      if state.isHeld { state.progress = progress }
      return state.isHeld
    }
    if isHeld { Interrupts.announceNews() }
    return isHeld
  }

  /// Keeps what comes from now on.
  func hold() { state.withLock { $0.isHeld = true } }

  /// Lets what comes from now on be written at once.
  ///
  /// - Returns: the lines that were kept.
  func release() -> String {
    state.withLock { state in
      defer { state = State() }
      return state.lines
    }
  }

  /// The lines that were kept since they were taken last.
  func take() -> String {
    state.withLock { state in
      defer { state.lines = "" }
      return state.lines
    }
  }

  var progress: String? { state.withLock(\.progress) }
}
