import Foundation
import FuzzInputs
import Loading
import Testing

/// What the fuzzer found worth keeping is loaded, or refused, each time: a path through a reader that
/// was once reached stays reached.
///
/// The inputs stand under `Corpus`, in a folder a format; see CONTRIBUTING.md for how they are made.
@Suite struct FuzzCorpusTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

  @Test(arguments: [FileFormat.csv, .json, .jsonl, .xlsx, .arrow])
  func loadedWholeOrRefused(format: FileFormat) throws {
    let folder = Self.folder.appendingPathComponent(format.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    try #require(names.count > 50)
    let file = try TemporaryFile("", name: "input.\(format.rawValue)")
    for name in names {
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
      let problem = FuzzInput(format: format, bytes: bytes).problem(at: file.path)
      #expect(problem == nil, "\(format.rawValue)/\(name)")
    }
  }
}
