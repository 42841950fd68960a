import Columns
import Testing

@testable import Loading

/// An option that says nothing about the format which a file turns out to have is refused, not passed
/// over.
@Suite struct OptionScopeTests {
  private static func value(_ option: LoadOption) -> LoadOptionValue {
    switch option.takes {
    case .truth: .truth(true)
    case .number: .number(1)
    case .character: .text(option.name == "decimal_separator" ? "," : "~")
    default: .text(option.name == "format" ? "csv" : "x")
    }
  }

  @Test(arguments: LoadOption.all.map(\.name))
  func refusedWhereItSaysNothing(name: String) throws {
    let option = try #require(LoadOption.named(name))
    var request = LoadRequest(paths: [])
    let wanted = "\(name) is for \(option.scope.words), not for files of the format "
    do throws(LoadOptionProblem) {
      try request.set(name, to: Self.value(option)) { _ in .varchar }
    } catch {
      // Values of several parts are tested where they are read.
      return
    }
    request.options.format = nil
    let files = try [
      (FileFormat.json, TemporaryFile("[{\"a\":1}]", name: "t.json")),
      (.jsonl, TemporaryFile("{\"a\":1}\n", name: "t.jsonl")),
      (.csv, TemporaryFile("a\n1\n", name: "t.csv")),
      (.xlsx, TemporaryFile(WorkbookWriter("<row><c><v>1</v></c></row>").bytes, name: "t.xlsx")),
    ]
    for (format, file) in files {
      var refusal = ""
      do {
        _ = try TableLoader.load(path: file.path, options: request.options)
      } catch let error as LoadError {
        refusal = error.description
      }
      #expect(refusal.contains(wanted + format.rawValue) == !option.scope.covers(format))
    }
  }
}
