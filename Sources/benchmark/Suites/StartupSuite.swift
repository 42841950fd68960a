import Foundation

extension Suite {
  /// The whole program, from nothing to an answer.
  static let startup = Suite(
    name: "start-up", summary: "the program rummage from nothing to an answer"
  ) { bench in
    let name = "rummage -c 'SELECT 1'"
    let program = Bundle.main.executableURL?.deletingLastPathComponent()
      .appendingPathComponent("rummage").path
    guard let program, FileManager.default.isExecutableFile(atPath: program) else {
      return bench.skip(name, "there is no program rummage beside the benchmark")
    }
    bench.measure(name, rows: nil, check: { Mismatch.between("1\n1\n", $0) }) {
      ChildProcess.run(program, ["--no-init", "-c", "SELECT 1"])?.output ?? "no program started"
    }
  }
}
