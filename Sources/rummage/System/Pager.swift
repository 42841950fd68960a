import Glibc
import Rendering

/// The program in which long results are read: `$PAGER`, else less.
struct Pager {
  var command: String

  init() {
    let wanted = Environment["PAGER"] ?? ""
    command = wanted.isEmpty ? "less" : wanted
  }

  /// Whether it shows colours and not the sequences that stand for them.
  var takesColor: Bool { isLess }

  private var isLess: Bool {
    command.split(separator: " ").first?.split(separator: "/").last == "less"
  }

  /// Lets `body` write into the pager, and waits until the user has left it.
  ///
  /// - Throws: ``FileError`` where it does not start; what `body` throws, but for ``ClosedPipe``:
  ///   who has seen enough need not read on.
  func show(_ body: (any ByteSink) throws -> Void) throws {
    // Rows stay rows (S), colours are colours (R), and what fits the screen stays on it (F, X).
    if isLess { setenv("LESS", "FRSX", 0) }
    guard let pipe = popen(command, "w") else { throw FileError(path: command, code: errno) }
    // In the pager Ctrl-C is the pager's.
    Interrupts.ignore(true)
    defer { Interrupts.ignore(false) }
    let result = Result { try body(FileOutput(fileno(pipe), name: command)) }
    let status = pclose(pipe)
    do { try result.get() } catch is ClosedPipe {}
    // The shell's way of saying that there is no such program.
    if status >> 8 & 0xFF == 127 { throw FileError(path: command, code: ENOENT) }
  }
}
