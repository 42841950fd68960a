import Glibc

/// Commands of the system.
enum ChildProcess {
  /// Runs `command` by the shell, which has the terminal meanwhile, and waits for its end.
  ///
  /// - Returns: its exit status; 128 and the signal's number where a signal ended it.
  static func run(_ command: String) -> Int32 {
    let status = system(command)
    if status == -1 { return 127 }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// `word` so that the shell takes it as one word, whatever is in it.
  static func quoted(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
