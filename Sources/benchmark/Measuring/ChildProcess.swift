import Foundation

/// Another program, run to its end.
///
/// Foundation's `Process` waits for an exit in steps of 50 ms, which would be all that one measures.
enum ChildProcess {
  /// Runs `program`, which is looked for in `PATH` where it has no slash, with nothing to read.
  ///
  /// - Returns: the exit status and what it wrote to standard output; nil where it did not start.
  static func run(
    _ program: String, _ arguments: [String]
  ) -> (status: Int32, output: String)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment =
      ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var child = pid_t()
    let problem = posix_spawnp(&child, program, &actions, nil, &words, &environment)
    close(ends[1])
    defer { close(ends[0]) }
    guard problem == 0 else { return nil }

    var output: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &block, block.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      output += block[..<count]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    // A signal that ended the program is no success either.
    let exit = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return (exit, String(decoding: output, as: UTF8.self))
  }
}
