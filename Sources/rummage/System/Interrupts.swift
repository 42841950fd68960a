import Columns
import Glibc

/// Signals: Ctrl-C stops the statement that runs; at rest it is left to who reads the input.
///
/// A second Ctrl-C, before the first was heeded, leaves the program.
enum Interrupts {
  /// Starts to listen to Ctrl-C.
  ///
  /// - Parameter cancellation: what to set; it is kept for as long as the program runs.
  static func listen(_ cancellation: Cancellation) {
    current = Unmanaged.passRetained(cancellation)
    if wakeReader < 0 { openPipe() }
    // Whoever started us may have left the signal blocked, which is inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    handle(SIGINT) { _ in
      if Interrupts.interrupts != 0 { _exit(ExitStatus.interrupted.rawValue) }
      Interrupts.interrupts = 1
      _ = Interrupts.current?._withUnsafeGuaranteedRef { $0.cancel() }
      Interrupts.wake()
    }
  }

  /// Starts to listen as well to what a terminal does: a new size, and coming back after Ctrl-Z.
  static func listenToTerminal() {
    handle(SIGWINCH) { _ in
      Interrupts.resizes = 1
      Interrupts.wake()
    }
    handle(SIGCONT) { _ in
      Interrupts.returns = 1
      Interrupts.wake()
    }
  }

  /// Whether Ctrl-C was pressed since ``reset()``.
  static var wasInterrupted: Bool { interrupts != 0 }

  /// Forgets an earlier Ctrl-C.
  static func reset() {
    interrupts = 0
    _ = current?._withUnsafeGuaranteedRef { $0.reset() }
  }

  enum Event {
    /// Standard input has something to read, or has ended.
    case input
    case interrupted
    case resized
    /// Back in the foreground after Ctrl-Z.
    case returned
  }

  /// Waits for the next event.
  static func next() -> Event {
    while true {
      if interrupts != 0 { return .interrupted }
      if returns != 0 {
        returns = 0
        return .returned
      }
      if resizes != 0 {
        resizes = 0
        return .resized
      }
      var sources = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&sources, nfds_t(sources.count), -1)
      if count < 0 && errno == EINTR { continue }
      // The handler wrote a byte, so that a signal between the look above and poll is not missed.
      var byte: UInt8 = 0
      if sources[1].revents != 0 { while read(wakeReader, &byte, 1) > 0 {} }
      if interrupts == 0, count < 0 || sources[0].revents != 0 { return .input }
    }
  }

  private static func openPipe() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      wakeReader = ends[0]
      wakeWriter = ends[1]
    }
  }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // Without SA_RESTART a read that waits comes back, so that Ctrl-C is seen.
    sigaction(signal, &action, nil)
  }

  /// Called by handlers: does only what is safe there.
  private static func wake() {
    guard wakeWriter >= 0 else { return }
    let saved = errno
    var byte: UInt8 = 0
    _ = write(wakeWriter, &byte, 1)
    errno = saved
  }

  // Plain words, set before the handlers are: all that a signal handler may touch.
  nonisolated(unsafe) private static var interrupts: sig_atomic_t = 0
  nonisolated(unsafe) private static var resizes: sig_atomic_t = 0
  nonisolated(unsafe) private static var returns: sig_atomic_t = 0
  nonisolated(unsafe) private static var wakeReader: Int32 = -1
  nonisolated(unsafe) private static var wakeWriter: Int32 = -1
  nonisolated(unsafe) private static var current: Unmanaged<Cancellation>?
}
