import CPseudoTerminal
import Foundation
import Glibc
import Testing

@testable import rummage

/// The built program on a terminal of its own: keys go in, and the screen is read.
///
/// Nothing sleeps: each ``wait(for:)`` goes on as soon as the screen shows what is waited for.
final class ConsoleOnTerminal {
  private let terminal: Int32
  private let process: pid_t
  /// Kept for as long as the program runs in it.
  private let folder: TemporaryFolder
  private var status: Int32?
  private var promptsSeen = 0
  private(set) var screen: ScreenModel
  /// All that the program wrote.
  private(set) var bytes: [UInt8] = []

  /// How long anything may take on a busy machine, in milliseconds.
  private static let patience: Int64 = 60_000

  struct NotShown: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "not shown: \(wanted)\n--- the screen:\n\(screen)\n---" }
  }

  /// Starts the program, and waits for its prompt.
  ///
  /// - Parameters:
  ///   - home: where its settings and history are; a new folder where it does not matter.
  ///   - environment: nil for a variable that is to be absent.
  init(
    _ arguments: [String] = [], in folder: TemporaryFolder, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], program: String? = nil, waitsForPrompt: Bool = true
  ) throws {
    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
    ]
    variables.merge(environment) { $1 }
    let path = program ?? BuiltProgram.path
    var arguments = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in arguments { free(pointer) }
      for pointer in settings { free(pointer) }
    }
    var child: pid_t = 0
    terminal = pseudo_terminal_start(
      path, &arguments, &settings, folder.path, UInt16(columns), UInt16(rows), &child)
    process = child
    self.folder = folder
    screen = ScreenModel(columns: columns, rows: rows)
    guard terminal >= 0 else { throw FileError(path: path, code: errno) }
    if waitsForPrompt { try waitForPrompt() }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal)
  }

  // MARK: Keys

  /// Types `keys`.
  func type(_ keys: String) throws { try type(bytes: Array(keys.utf8)) }

  /// Types what may be no UTF-8.
  func type(bytes keys: [UInt8]) throws {
    var rest = keys[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(terminal, $0.baseAddress, min($0.count, 512)) }
      guard written > 0 else { throw FileError(path: "terminal", code: errno) }
      rest = rest.dropFirst(written)
      // A program that draws while we write must not wait for us to read.
      _ = take(waiting: 0)
    }
  }

  /// Pastes `text`, as a terminal that puts brackets around it does.
  func paste(_ text: String) throws { try type("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = pseudo_terminal_resize(terminal, UInt16(columns), UInt16(rows))
  }

  func send(signal: Int32) { kill(process, signal) }

  // MARK: The screen

  /// Takes what the program has written by now.
  ///
  /// - Returns: whether it may write more.
  private func take(waiting milliseconds: Int32) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return true }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &block, block.count)
    guard count > 0 else { return false }
    bytes += block[..<count]
    screen.feed(block[..<count])
    return true
  }

  /// Waits until `isShown` holds of the screen.
  func wait(for wanted: String, _ isShown: (ScreenModel) -> Bool) throws {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Self.patience)
    while !isShown(screen) {
      let goesOn = take(waiting: 100)
      if isShown(screen) { return }
      if !goesOn || clock.now > end { throw NotShown(wanted: wanted, screen: screen.text) }
    }
  }

  /// Types `keys` again and again until `isShown` holds of the screen.
  func type(_ keys: String, until wanted: String, _ isShown: (ScreenModel) -> Bool) throws {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Self.patience)
    while !isShown(screen) {
      try type(keys)
      for _ in 0..<10 where !isShown(screen) { _ = take(waiting: 50) }
      if clock.now > end { throw NotShown(wanted: wanted, screen: screen.text) }
    }
  }

  /// Waits until `text` stands somewhere on the screen.
  func wait(for text: String) throws { try wait(for: text) { $0.text.contains(text) } }

  /// Waits until the cursor's line is `line`.
  func wait(forLine line: String) throws { try wait(for: line) { $0.cursorLine == line } }

  /// Waits for an empty prompt that was not there at the last wait.
  func waitForPrompt() throws {
    try wait(for: "an empty prompt") { screen in
      ["rummage>", ">"].contains(screen.cursorLine) && screen.wantsBrackets
        && screen.prompts > promptsSeen
    }
    promptsSeen = screen.prompts
  }

  /// Types a statement and Enter, and waits until it has been answered.
  func run(_ statement: String) throws {
    try type(statement + "\r")
    try waitForPrompt()
  }

  /// Waits for the program to end.
  ///
  /// - Parameter keys: typed again and again meanwhile.
  func waitForEnd(typing keys: String = "") throws -> Int32 {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Self.patience)
    while clock.now < end {
      var state: Int32 = 0
      if !keys.isEmpty { _ = write(terminal, keys, keys.utf8.count) }
      _ = take(waiting: 20)
      if waitpid(process, &state, WNOHANG) == process {
        while take(waiting: 0), hasMore {}
        let code = state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + state & 0x7F
        status = code
        return code
      }
    }
    throw NotShown(wanted: "the end of the program", screen: screen.text)
  }

  private var hasMore: Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) > 0 && source.revents & Int16(POLLIN) != 0
  }
}
