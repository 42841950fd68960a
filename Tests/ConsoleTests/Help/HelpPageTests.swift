import Language
import Planning
import Rendering
import Testing

@testable import rummage

@Suite struct HelpPageTests {
  private static let widths = [30, 40, 80, 100]

  private static let words: [String?] =
    [nil] + HelpTopic.all.map(\.name) + DotCommand.all.map(\.name)
    + FunctionReference.all.map(\.name)

  @Test(arguments: widths)
  func noLineIsWiderThanTheScreen(_ width: Int) throws {
    for word in Self.words {
      for part in try HelpPage(word, width: width).parts {
        let lines =
          switch part {
          case .lines(let lines): lines
          case .example(let statement, _): Wrapping.lines(ofStatement: statement, width: width)
          }
        #expect(!lines.isEmpty)
        for line in lines {
          #expect(DisplayWidth.of(line) <= width, "\(word ?? "all") at \(width): \(line)")
        }
      }
    }
  }

  /// What is said of each word begins so.
  @Test(arguments: [
    ("log", ["log([base,] number)"]), (".load", [".load FILE [TABLE] [OPTION=VALUE …]"]),
    ("load", [".load FILE [TABLE] [OPTION=VALUE …]", "loading: files as tables, and the account"]),
    ("Measure", ["measure(amount, unit)", "measures: quantities with their units"]),
    ("UNDER", ["code UNDER branch", "codes: codes of the Harmonized System"]),
    (".HELP", [".help [COMMAND"]),
  ])
  func allThatIsCalledSo(_ word: String, _ expected: [String]) throws {
    let starts = try HelpPage(word, width: 200).parts.compactMap { part in
      if case .lines(let lines) = part { lines.first } else { nil }
    }
    #expect(starts.count == expected.count)
    for (start, expected) in zip(starts, expected) { #expect(start.hasPrefix(expected)) }
  }

  @Test func aFactThatGoesOnIsPutTogether() throws {
    let topic = try #require(HelpTopic.named("codes"))
    #expect(topic.body.contains { $0.hasPrefix("  ") })
    guard case .lines(let lines) = try HelpPage("codes", width: 500).parts.first else {
      Issue.record("no lines")
      return
    }
    #expect(lines.count == 1 + topic.body.count { !$0.hasPrefix(" ") })
  }

  @Test(arguments: [("mesures", "did you mean 'measures'?"), ("zzz", ".help lists what there is")])
  func whatThereIsNot(_ word: String, _ help: String) {
    let refusal = #expect(throws: Diagnostic.self) { try HelpPage(word, width: 80) }
    #expect(refusal?.message == "there is no help on '\(word)'")
    #expect(refusal?.help == [help])
  }
}
