import Foundation

/// The whole program, from nothing to an answer.
enum StartupSuite {
  static func run(_ stopwatch: Stopwatch) throws -> [Measurement] {
    let program = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("rummage")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return [] }
    return [
      try stopwatch.measure("start-up/rummage -c 'select 1'", expecting: "1\n1\n") {
        // Foundation's Process waits for an exit in steps of 50 ms, which would be all one measured.
        guard let output = popen("exec '\(program.path)' --no-init -c 'select 1'", "r") else {
          return ""
        }
        var text = ""
        while let character = UInt8(exactly: getc(output)) {
          text.unicodeScalars.append(Unicode.Scalar(character))
        }
        pclose(output)
        return text
      }
    ]
  }
}
