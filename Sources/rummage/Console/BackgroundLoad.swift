import Columns
import Dispatch
import Synchronization

/// Loads the data named on the command line while the first statement is being typed.
///
/// Nobody else may use the shell until ``wait()`` has returned.
final class BackgroundLoad: Sendable {
  private let isStopped = Atomic(false)
  private let isCutShort = Atomic(false)
  private let end = DispatchGroup()

  /// Begins to load `paths` into `shell`, until one fails unless `keepsGoing`.
  init(_ paths: [String], into shell: Shell, keepsGoing: Bool) {
    Notices.shared.hold()
    // Handed over until the end is waited for.
    nonisolated(unsafe) let shell = shell
    end.enter()
    DispatchQueue.global().async { [self] in
      load(paths, into: shell, keepsGoing: keepsGoing)
      end.leave()
      Interrupts.announceNews()
    }
  }

  private func load(_ paths: [String], into shell: Shell, keepsGoing: Bool) {
    var done = 0
    defer {
      let left = paths.dropFirst(done)
      if !left.isEmpty { try? shell.tell("not loaded: \(left.joined(separator: ", "))") }
    }
    do {
      for (index, path) in paths.enumerated() {
        guard !isStopped.load(ordering: .relaxed) else { break }
        let succeeded = try shell.load(path)
        done = index + 1
        if !succeeded && !keepsGoing { break }
      }
    } catch is Interrupted {
      isCutShort.store(true, ordering: .relaxed)
      try? shell.tell("interrupted")
    } catch let error as FileError {
      try? shell.tell("error: \(error.message)")
    } catch {
      try? shell.tell("error: \(error)")
    }
  }

  /// Whether it was interrupted, and said so.
  var wasCutShort: Bool { isCutShort.load(ordering: .relaxed) }

  /// Whether all has been loaded, or one file failed.
  var hasEnded: Bool { ends(within: 0) }

  /// Whether it ends within so many milliseconds.
  func ends(within milliseconds: Int) -> Bool {
    end.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  /// Asks it to stop.
  func stop(_ cancellation: Cancellation) {
    isStopped.store(true, ordering: .relaxed)
    cancellation.cancel()
  }

  /// Waits for the end, showing how far it is; what it has to tell is told.
  func wait() throws {
    try Notices.shared.write(Notices.shared.release())
    end.wait()
  }
}
