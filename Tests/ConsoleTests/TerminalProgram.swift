import Foundation
import Glibc

@testable import rummage

/// The built program with standard error on a terminal, and standard input from a pipe.
final class TerminalProgram {
  private let process = Process()
  private let input = Pipe()
  private let terminal: Int32
  private var shown: [UInt8] = []

  // Linux, asm-generic/ioctls.h: TIOCSPTLCK and TIOCGPTN, macros that Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(_ arguments: [String], term: String) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Self.setLock, &isLocked) == 0,
      ioctl(terminal, Self.getNumber, &number) == 0
    else { throw FileError(path: "/dev/ptmx", code: errno) }
    let end = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard end >= 0 else { throw FileError(path: "/dev/pts", code: errno) }
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = arguments + ["--no-init"]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/tmp", "TERM": term]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: end, closeOnDealloc: true)
    try process.run()
  }

  deinit { close(terminal) }

  /// Sends text to standard input.
  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Takes what the terminal shows by now, after waiting for it for at most `milliseconds`.
  ///
  /// - Returns: all that it was sent so far, control characters too.
  func show(waiting milliseconds: Int32) -> String {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 4096)
    if poll(&source, 1, milliseconds) > 0, source.revents & Int16(POLLIN) != 0 {
      let got = read(terminal, &bytes, bytes.count)
      if got > 0 { shown += bytes.prefix(got) }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Ends standard input, and waits for the program to end.
  func finish() throws -> (shown: String, status: Int32) {
    try input.fileHandleForWriting.close()
    while process.isRunning { _ = show(waiting: 20) }
    _ = show(waiting: 0)
    return (String(decoding: shown, as: UTF8.self), process.terminationStatus)
  }
}
