import Foundation
import Glibc
import Testing

@testable import rummage

/// What a terminal is shown while a file comes in slowly.
@Suite struct ProgressTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  /// Sends rows until `isEnough` says so of what the terminal shows.
  private func feed(_ program: TerminalProgram, until isEnough: (String) -> Bool) throws -> Int {
    var rows = 0
    try program.send("k\n")
    while true {
      try program.send("\(rows)\n")
      rows += 1
      if isEnough(program.show(waiting: 20)) { return rows }
      // Minutes: something is wrong.
      if rows > 10_000 { throw NothingShown() }
    }
  }

  private struct NothingShown: Error {}

  @Test func aLineThatIsGoneBeforeTheReport() throws {
    let program = try TerminalProgram(["-", "-c", "SELECT 1"], term: "xterm")
    let rows = try feed(program) { $0.contains("B/s") }
    let (shown, status) = try program.finish()
    #expect(status == 0)
    #expect(shown.hasPrefix("\r-  "))
    let report = try #require(shown.range(of: "stdin: \(rows) row"))
    #expect(shown[..<report.lowerBound].hasSuffix("\r\u{1B}[K"))
    #expect(!shown[report.lowerBound...].contains("\u{1B}"))
  }

  @Test func nothingOnATerminalThatCannotErase() throws {
    let program = try TerminalProgram(["-", "-c", "SELECT 1"], term: "dumb")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(1)
    let rows = try feed(program) { _ in clock.now > end }
    let (shown, _) = try program.finish()
    #expect(shown.hasPrefix("stdin: \(rows) row"))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test func ctrlCWhileAFileComesIn() throws {
    let program = try TerminalProgram(["-", "-c", "SELECT 1"], term: "xterm")
    _ = try feed(program) { $0.contains("B/s") }
    program.interrupt()
    let (shown, status) = try program.finish()
    #expect(status == 130)
    #expect(shown.hasSuffix("\r\u{1B}[K"))
  }
}
