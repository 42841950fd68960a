import Glibc
import Language

extension DotCommand {
  /// Where the program works, and leaving it.
  static let session: [DotCommand] = [
    DotCommand(".cd", "DIR", takes: 1...1, completing: .folders, "go to another folder") {
      if chdir($0[0]) != 0 { throw FileError(path: $0[0], code: errno) }
      _ = $1
    },
    DotCommand(".shell", "COMMAND …", takes: 1...Int.max, "run a command of the system") {
      let status = ChildProcess.run($0.joined(separator: " "))
      _ = $1
      if status != 0 {
        throw Diagnostic(.error, "the command ended with status \(status)", at: nil)
      }
    },
    DotCommand(
      ".threads", "[N]", takes: 0...1, "on how many threads statements run"
    ) { try threads($0.first, $1) },
    DotCommand(".quit", "", "leave; also .exit and Ctrl-D") { $1.wantsToLeave = true },
    DotCommand(".exit", "", "leave") { $1.wantsToLeave = true },
  ]

  private static func threads(_ word: String?, _ shell: Shell) throws {
    guard let word else { return try shell.printLine("\(shell.engine.threads)") }
    guard let number = Int(word), (1...1024).contains(number) else {
      throw Diagnostic(.error, "the threads are a number from 1 to 1024, not '\(word)'", at: nil)
    }
    shell.engine.threads = number
  }
}
