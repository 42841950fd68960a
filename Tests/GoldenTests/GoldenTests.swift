import Foundation
import Testing

/// Runs every script under `Scripts` and compares what it prints with what it says.
///
/// `RUMMAGE_BLESS=1 swift test --filter GoldenTests` writes what is printed into the scripts
/// instead; read the difference before it is committed.
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scripts")

  static let scripts: [String] = {
    // Scripts name files by their path from the top of the package.
    let top = folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    _ = FileManager.default.changeCurrentDirectoryPath(top.path)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".golden") }.sorted()
  }()

  @Test func scriptsAreFound() {
    #expect(Self.scripts.contains("tour.golden"))
  }

  @Test(arguments: scripts)
  func printsWhatItSays(script path: String) throws {
    let file = Self.folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let script = try GoldenScript(text)
    let runner = GoldenRunner()
    let outputs = script.blocks.map(runner.output)
    if ProcessInfo.processInfo.environment["RUMMAGE_BLESS"] == "1" {
      try script.text(with: outputs).write(to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(!script.blocks.isEmpty)
    for (block, output) in zip(script.blocks, outputs) where block.output != output {
      Issue.record(
        """
        \(path):\(block.line): \(block.statement.joined(separator: " "))
        expected:
        \(block.output.joined(separator: "\n"))
        found:
        \(output.joined(separator: "\n"))
        """)
    }
  }
}
