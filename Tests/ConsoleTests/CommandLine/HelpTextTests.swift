import Testing

@testable import rummage

@Suite struct HelpTextTests {
  @Test(arguments: Command.allCases)
  func aPageFitsTheScreen(_ command: Command) {
    let page = HelpText.page(of: command)
    #expect(page.hasSuffix("\n"))
    let lines = page.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    // The prompt behind it takes a line of 24.
    #expect(lines.count < 24)
    for line in lines {
      #expect(line.count <= 80)
      #expect(line.last != " ")
    }
  }

  @Test(arguments: Command.allCases)
  func aPageTellsAll(_ command: Command) {
    let page = HelpText.page(of: command)
    for option in command.options {
      #expect(page.contains("  \(option.names.joined(separator: ", "))\(option.placeholder)  "))
      #expect(page.contains("  \(option.help)\n"))
    }
    for (form, meaning) in command.usages {
      #expect(page.contains("\(form)  "))
      #expect(page.contains("  \(meaning)\n"))
    }
    for status in command.statuses { #expect(page.contains(" \(status.rawValue) \(status.help)")) }
  }

  @Test(arguments: [
    (["--fromat"], "rummage --help"), (["test", "--rows", "3"], "rummage test --help"),
    (["test", "missing"], "rummage test --help"),
    (["sample-data", "nec"], "rummage sample-data --help"), (["verify", "f"], "rummage --help"),
  ])
  func anErrorNamesThePageThatHelps(_ arguments: [String], _ page: String) throws {
    let result = try RunningProgram.run(arguments)
    #expect(result.errors.hasSuffix("\n'\(page)' lists what there is\n"))
    #expect(result.status == 2)
  }
}
