import Foundation

/// The whole program, from nothing to an answer.
enum StartupSuite {
  static func run(_ stopwatch: Stopwatch) throws -> [Measurement] {
    let program = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("rummage")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return [] }
    return [
      try stopwatch.measure("start-up/rummage -c 'select 1'", expecting: "1\n1\n") {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = ["--no-init", "-c", "select 1"]
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: answer, as: UTF8.self)
      }
    ]
  }
}
