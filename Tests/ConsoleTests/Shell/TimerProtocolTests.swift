import Testing

@testable import rummage

/// Another program converses with ours: it sends a statement only when the one before is answered.
@Suite struct TimerProtocolTests {
  @Test func eachStatementIsAnsweredBeforeTheNextIsRead() throws {
    let program = try RunningProgram(["--timer", "json", "--keep-going"])
    for number in 1...3 {
      try program.send("SELECT \(number)\n AS a;\n")
      // What is asserted here is in the order of the protocol: the result is flushed before.
      let line = try program.nextErrorLine()
      #expect(
        line.wholeMatch(of: #/\{"ms": \d+\.\d{3}, "rows": 1, "render_ms": \d+\.\d{3}\}/#) != nil)
      #expect(try program.nextLine() == "a")
      #expect(try program.nextLine() == "\(number)")
    }
    #expect(try program.finish().status == 0)
  }

  @Test func dotCommandsAreAnswered() throws {
    let program = try RunningProgram([])
    try program.send(".timer json\n")
    #expect(try program.nextErrorLine().hasPrefix("{\"ms\": "))
    try program.send(".mode csv\n")
    #expect(try program.nextErrorLine().contains("\"rows\": 0"))
    try program.send(".print hello\n")
    #expect(try program.nextErrorLine().hasPrefix("{\"ms\": "))
    #expect(try program.nextLine() == "hello")
    _ = try program.finish()
  }

  @Test func errorsAreAnswered() throws {
    let program = try RunningProgram(["--timer", "json", "--keep-going"])
    try program.send("SELECT nothing FROM \"no\\where\";\n")
    var line = try program.nextErrorLine()
    while !line.hasPrefix("{") { line = try program.nextErrorLine() }
    #expect(line.hasPrefix("{\"error\": \""))
    #expect(line.hasSuffix("\"}"))
    try program.send(".nothing\n")
    line = try program.nextErrorLine()
    while !line.hasPrefix("{") { line = try program.nextErrorLine() }
    #expect(line == "{\"error\": \"there is no command '.nothing'\"}")
    #expect(try program.finish().status == 1)
  }
}
