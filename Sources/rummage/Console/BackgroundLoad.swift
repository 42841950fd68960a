import Columns
import Dispatch
import Synchronization

/// Loads the data named on the command line while the first statement is being typed.
///
/// Nobody else may use the shell until ``wait()`` has returned.
final class BackgroundLoad: Sendable {
  private let isOver = Mutex(false)
  private let end = DispatchGroup()

  /// Begins to load `paths` into `shell`, until one fails unless `keepsGoing`.
  init(_ paths: [String], into shell: Shell, keepsGoing: Bool) {
    Notices.shared.hold()
    // Handed over until the end is waited for.
    nonisolated(unsafe) let shell = shell
    end.enter()
    DispatchQueue.global().async { [self] in
      Self.load(paths, into: shell, keepsGoing: keepsGoing)
      isOver.withLock { $0 = true }
      Interrupts.announceNews()
      end.leave()
    }
  }

  private static func load(_ paths: [String], into shell: Shell, keepsGoing: Bool) {
    do {
      for path in paths {
        guard try shell.load(path) || keepsGoing else { return }
      }
    } catch is Interrupted {
      try? shell.tell("interrupted")
    } catch let error as FileError {
      try? shell.tell("error: \(error.message)")
    } catch {
      try? shell.tell("error: \(error)")
    }
  }

  /// Whether all has been loaded, or one file failed.
  var hasEnded: Bool { isOver.withLock { $0 } }

  /// Whether it ends within so many milliseconds.
  func ends(within milliseconds: Int) -> Bool {
    end.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  /// Waits for the end, showing how far it is; what it has to tell is told.
  func wait() throws {
    try Notices.shared.write(Notices.shared.release())
    end.wait()
  }
}
