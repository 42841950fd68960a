import Columns
import Glibc
import Synchronization

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
    listenToInterrupt()
  }

  private static func listenToInterrupt() {
    handle(SIGINT) { _ in
      if Interrupts.isTyping == 0 {
        if Interrupts.interrupts != 0 { _exit(ExitStatus.interrupted.rawValue) }
        _ = Interrupts.current?._withUnsafeGuaranteedRef { $0.cancel() }
      }
      Interrupts.interrupts = 1
      Interrupts.wake()
    }
  }

  /// Starts to listen to a new size of the terminal as well, and to what ends the program: the
  /// terminal is then given back as it was. Ctrl-\, which would leave a heap of memory behind, does
  /// nothing.
  static func listenToTerminal() {
    if tcgetattr(0, &terminalBefore) == 0 {
      for signal in [SIGTERM, SIGHUP] {
        handle(signal) { number in
          tcsetattr(0, TCSANOW, &Interrupts.terminalBefore)
          Glibc.signal(number, SIG_DFL)
          raise(number)
        }
      }
    }
    handle(SIGQUIT) { _ in }
    handle(SIGWINCH) { _ in
      Interrupts.resizes = 1
      Interrupts.wake()
    }
  }

  /// Starts or ends listening to Ctrl-Z, which otherwise stops the program where it stands.
  static func listenToStop(_ listens: Bool) {
    var before = sigaction()
    sigaction(SIGTSTP, nil, &before)
    // Where nobody could continue the program, Ctrl-Z is ignored, and stays so.
    if before.isIgnored { return }
    guard listens else {
      signal(SIGTSTP, SIG_DFL)
      return
    }
    handle(SIGTSTP) { _ in
      Interrupts.stops = 1
      Interrupts.wake()
    }
  }

  /// Stops the program as Ctrl-Z does, and comes back when it is continued.
  static func stop() {
    listenToStop(false)
    raise(SIGTSTP)
    listenToStop(true)
  }

  /// Tells ``next()``, from any thread, that there is something new to show.
  static func announceNews() {
    news.store(true, ordering: .releasing)
    wake()
  }

  /// Whether Ctrl-C is meant for a line that is being typed, and not for work that goes on.
  static func isTyping(_ types: Bool) { isTyping = types ? 1 : 0 }

  /// Leaves Ctrl-C to a program that has the terminal, or no longer.
  static func ignore(_ isIgnored: Bool) {
    if isIgnored { signal(SIGINT, SIG_IGN) } else { listenToInterrupt() }
  }

  /// Whether Ctrl-C was pressed since ``reset()``.
  static var wasInterrupted: Bool { interrupts != 0 }

  /// - Throws: `Interrupted` where Ctrl-C was pressed since ``reset()``.
  static func check() throws {
    if wasInterrupted { throw Interrupted() }
  }

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
    /// Ctrl-Z.
    case stopped
    /// ``announceNews()`` was called.
    case news
  }

  /// Waits for the next event.
  static func next() -> Event {
    while true {
      if interrupts != 0 { return .interrupted }
      if stops != 0 {
        stops = 0
        return .stopped
      }
      if resizes != 0 {
        resizes = 0
        return .resized
      }
      if news.exchange(false, ordering: .acquiring) { return .news }
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

  /// Whether standard input has something to read, or has ended.
  ///
  /// - Parameter milliseconds: how long it may take to come.
  static func hasInput(waiting milliseconds: Int32) -> Bool {
    var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) > 0
  }

  /// Whether the terminal behind standard input is gone.
  static var inputHasEnded: Bool {
    var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) > 0 && source.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
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
  nonisolated(unsafe) private static var terminalBefore = termios()
  nonisolated(unsafe) private static var isTyping: sig_atomic_t = 0
  nonisolated(unsafe) private static var stops: sig_atomic_t = 0
  private static let news = Atomic(false)
  nonisolated(unsafe) private static var wakeReader: Int32 = -1
  nonisolated(unsafe) private static var wakeWriter: Int32 = -1
  nonisolated(unsafe) private static var current: Unmanaged<Cancellation>?
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
