import Foundation
import Testing

/// Runs the scripts under `Files` in this process and through the program.
///
/// To point the program at scripts of your own, of either dialect of sqllogictest:
///
///     RUMMAGE_LOGIC=FOLDER_OR_FILE swift test -c release --filter LogicTests
///
/// `RUMMAGE_PROGRAM` names another program than the one built beside the tests, and
/// `RUMMAGE_LOGIC_WAY=session` runs them in this process instead, which is quicker.
struct LogicTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Files")
  private static let environment = ProcessInfo.processInfo.environment

  static let files = scripts(under: folder)

  /// The scripts that `RUMMAGE_LOGIC` names.
  static let foreignFiles = environment["RUMMAGE_LOGIC"].map { scripts(under: URL(filePath: $0)) }

  /// Ways to cut the rows into batches that must not matter.
  static let sessions: [(threads: Int, batchRows: Int?)] = [
    (2, nil), (1, 1), (2, 3), (1, 64), (2, 65_536),
  ]

  private static let program: String = {
    if let path = environment["RUMMAGE_PROGRAM"] { return path }
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "rummage").path
  }()

  @Test func filesAreFound() {
    #expect(Self.files.contains { $0.lastPathComponent == "select.test" })
  }

  @Test(arguments: files)
  func sessionAnswersAsFilesSay(file: URL) throws {
    let script = LogicScript(try String(contentsOf: file, encoding: .utf8))
    for way in Self.sessions {
      var runner = LogicRunner(
        SessionDatabase(threads: way.threads, batchRows: way.batchRows), isStrict: true)
      runner.run(script)
      Self.report(runner, file, "\(way)")
      #expect(runner.passed > 0)
    }
  }

  @Test(arguments: files)
  func programAnswersAsFilesSay(file: URL) throws {
    let script = LogicScript(try String(contentsOf: file, encoding: .utf8))
    let runner = try Self.throughProgram(script, isStrict: true, in: file)
    Self.report(runner, file, "through the program")
    #expect(runner.passed > 0)
  }

  @Test(.enabled(if: foreignFiles != nil), arguments: foreignFiles ?? [])
  func foreignFilesPass(file: URL) throws {
    // Some suites hold bytes that are not UTF-8 on purpose.
    let script = LogicScript(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    if Self.environment["RUMMAGE_LOGIC_WAY"] == "session" {
      var runner = LogicRunner(SessionDatabase(), isStrict: false)
      runner.run(script)
      Self.report(runner, file, "in this process")
    } else {
      let runner = try Self.throughProgram(script, isStrict: false, in: file)
      Self.report(runner, file, "through the program")
    }
  }

  private static func throughProgram(
    _ script: LogicScript, isStrict: Bool, in file: URL
  ) throws -> LogicRunner<ProgramDatabase> {
    // Relative paths in scripts mean the folder in which the tests run.
    let here = FileManager.default.currentDirectoryPath
    var runner = LogicRunner(
      try ProgramDatabase(path: program, folder: here), isStrict: isStrict)
    runner.run(script)
    return runner
  }

  private static func report(_ runner: LogicRunner<some LogicDatabase>, _ file: URL, _ way: String)
  {
    for failure in runner.failures {
      Issue.record("\(file.lastPathComponent) \(way), \(failure)")
    }
    if !files.contains(file) {
      let end = runner.reasonToStop.map { ", then stopped: \($0)" } ?? ""
      print(
        "\(file.path): \(runner.passed) passed, \(runner.failures.count) failed, "
          + "\(runner.skipped) skipped\(end)")
    }
  }

  /// The script at `place`, or those in the folder there and below.
  private static func scripts(under place: URL) -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else {
      return []
    }
    guard isFolder.boolValue else { return [place] }
    let paths = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".test") || $0.hasSuffix(".slt") }.sorted()
      .map { place.appending(path: $0) }
  }
}
