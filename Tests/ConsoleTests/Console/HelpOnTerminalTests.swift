import Rendering
import Testing

@testable import rummage

/// `.help` on a real terminal: what must be read there, and that it fits.
@Suite struct HelpOnTerminalTests {
  private static let widths = [80, 40]

  /// The answer to each of some commands, no line of which is wider than the window.
  private func answers(_ commands: [String], columns: Int) throws -> [[String]] {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder(), columns: columns)
    return try commands.map { command in
      let lines = try console.answer(to: command)
      for line in lines {
        #expect(DisplayWidth.of(line) <= columns, "\(command) at \(columns): \(line)")
      }
      return lines
    }
  }

  /// Text that was broken into lines, as one line again.
  private func joined(_ lines: [String]) -> String {
    lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }

  @Test(arguments: widths)
  func everything(_ columns: Int) throws {
    let lines = try answers([".help"], columns: columns)[0]
    for subject in DotCommand.Subject.allCases { #expect(lines.contains(subject.rawValue)) }
    let text = joined(lines)
    for command in DotCommand.all { #expect(text.contains("\(command.name) ")) }
    for topic in HelpTopic.all {
      #expect(lines.contains { $0.hasPrefix("  \(topic.name)") })
      #expect(text.contains("\(topic.name) \(joined([topic.summary]))"))
    }
    #expect(text.contains(".tutorial teaches the first steps."))
  }

  @Test(arguments: widths)
  func aFunctionWithTheResultOfItsExample(_ columns: Int) throws {
    let lines = try answers([".help SUM"], columns: columns)[0]
    let text = joined(lines)
    #expect(lines.first == "sum([DISTINCT] number or measure)")
    #expect(text.contains("The total; exact for whole numbers and decimals."))
    #expect(text.contains("SELECT sum(quantity) FROM (VALUES (MEASURE '2 kg'), (MEASURE '500 g'))"))
    #expect(lines.contains("│        2500 g │"))
    #expect(lines.last == "1 row")
  }

  @Test(arguments: widths)
  func aFunctionAndASubjectOfOneName(_ columns: Int) throws {
    let lines = try answers([".help MEASURE"], columns: columns)[0]
    #expect(lines.first == "measure(amount, unit)")
    #expect(lines.contains { $0.hasPrefix("measures: quantities with their units") })
    #expect(joined(lines).contains("Kilograms are never added to tablets, nor tablets to pieces"))
    // The examples of both have run.
    #expect(lines.contains("│                     2500 g │"))
    #expect(lines.contains { $0.hasPrefix("│ mass ") && $0.contains("2500 g") })
  }

  @Test(arguments: widths)
  func aCommandWithItsOptions(_ columns: Int) throws {
    let lines = try answers([".help .load"], columns: columns)[0]
    #expect(lines.first == ".load FILE [TABLE] [OPTION=VALUE …]")
    let text = joined(lines)
    for option in LoadOptionHelp.entries(of: nil) {
      #expect(text.contains(joined([option.head, option.help])))
    }
    // Of a subject of that name, `.help load` would tell too.
    #expect(!text.contains("loading:"))
  }

  @Test(arguments: widths)
  func whatThereIsNot(_ columns: Int) throws {
    let pages = try answers([".help nonsense", ".help mesures", ".help .laod"], columns: columns)
    #expect(
      pages[0] == ["error: there is no help on 'nonsense'", "  = .help lists what there is"])
    #expect(pages[1] == ["error: there is no help on 'mesures'", "  = did you mean 'measures'?"])
    #expect(pages[2] == ["error: there is no command '.laod'", "  = did you mean '.load'?"])
  }

  @Test func examplesAreInColour() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    try console.run(".help SUM")
    #expect(console.screen.paint(of: "SELECT sum") == "1;34")
    #expect(console.screen.unknown == [])
  }
}
