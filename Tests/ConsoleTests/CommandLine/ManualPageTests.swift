import Foundation
import Rendering
import Testing

@testable import rummage

@Suite struct ManualPageTests {
  private let page = Document.man.text

  private var lines: [Substring] { page.split(separator: "\n", omittingEmptySubsequences: false) }

  private func escaped(_ name: String) -> String { name.replacing("-", with: "\\-") }

  @Test(arguments: Command.allCases)
  func namesEveryOption(_ command: Command) {
    for option in command.options {
      let names = option.names.map { "\\fB\(escaped($0))\\fR" }
      #expect(lines.contains { line in names.allSatisfy(line.contains) })
    }
  }

  @Test func namesEveryCommandAndFormat() {
    for name in DotCommand.all.map(\.name) + OutputFormat.allCases.map(\.rawValue) {
      #expect(page.contains(".TP\n\\fB\(name)\\fR"))
    }
    for command in Command.named {
      #expect(page.contains(".SS \"rummage \(escaped(command.rawValue)) "))
    }
    for status in ExitStatus.allCases {
      #expect(page.contains(".TP\n\\fB\(status.rawValue)\\fR\n"))
    }
  }

  @Test func textIsNoRequest() {
    let requests = ["TH", "SH", "SS", "PP", "TP", "br", "RS", "RE", "EX", "EE"]
    let escapes = ["fB", "fI", "fR", "-", "&", "(rs", "(aq", "(dq", "(ga", "(ha", "(ti", "[u"]
    for line in lines {
      if line.hasPrefix(".") {
        #expect(requests.contains { line.dropFirst().split(separator: " ").first ?? "" == $0 })
      }
      #expect(!line.hasPrefix("'"))
      #expect(line.utf8.allSatisfy { $0 < 0x80 })
      for rest in line.split(separator: "\\", omittingEmptySubsequences: false).dropFirst() {
        #expect(escapes.contains(where: rest.hasPrefix))
      }
    }
  }

  @Test(arguments: [
    (".rejects lists", "\\&.rejects lists\n"), ("'2024/*.csv'", "\\(aq2024/*.csv\\(aq\n"),
    ("NULL as \\N", "NULL as \\(rsN\n"), ("one `--bless` more", "one \\fB\\-\\-bless\\fR more\n"),
    ("\"a\" ^ ~", "\\(dqa\\(dq \\(ha \\(ti\n"), ("Ü …", "\\[u00DC] ...\n"),
    ("One. Two.", "One.\nTwo.\n"),
    (String(repeating: "word ", count: 17), String(repeating: "word ", count: 15) + "word\nword\n"),
  ])
  func prose(_ prose: String, _ source: String) {
    var text = ManualText()
    text.prose(prose)
    #expect(text.text == source)
  }

  @Test func forms() {
    var text = ManualText()
    text.item(".timer [on|off] N", "Help.")
    #expect(text.text == ".TP\n\\fB.timer\\fR [\\fBon\\fR|\\fBoff\\fR] \\fIN\\fR\nHelp.\n")
  }

  /// The manual explains the variables that the sources read.
  @Test func namesTheEnvironment() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sources = tests.appendingPathComponent("../../../Sources/rummage").standardizedFileURL
    let names = try #require(FileManager.default.enumerator(atPath: sources.path))
    // Read in whatever way.
    let likely = ["PAGER", "VISUAL", "EDITOR", "LINES", "SHELL"]
    var found: Set<String> = []
    for case let name as String in names
    where name.hasSuffix(".swift") && !name.hasSuffix("ManualPage.swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /(Environment\[|base\()?"([A-Z_]+)"/)
      where match.1 != nil || likely.contains(String(match.2)) {
        found.insert(String(match.2))
      }
    }
    #expect(found.contains("HOME"))
    for name in found { #expect(page.contains("\\fI\(name)\\fR")) }
  }

  @Test(
    .enabled(if: InstalledProgram.isInstalled("man"), "man is not installed"),
    .enabled(if: InstalledProgram.isInstalled("groff"), "groff is not installed"))
  func manAndGroffFindNothingWrong() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("rummage.1", page)
    let man = try #require(InstalledProgram("man"))
    let shown = try man.run(["--warnings", "-E", "UTF-8", "-l", "rummage.1"], in: folder.path)
    #expect(shown.status == 0)
    #expect(shown.output.contains("\n       --split-measures\n"))
    #expect(shown.output.contains("NULL as \\N.\n"))
    #expect(!shown.output.contains("warning"))
    let groff = try #require(InstalledProgram("groff"))
    for device in ["utf8", "ascii"] {
      let set = try groff.run(["-ww", "-z", "-man", "-T\(device)", "rummage.1"], in: folder.path)
      #expect(set.output == "")
      #expect(set.status == 0)
    }
  }

  @Test(.enabled(if: InstalledProgram.isInstalled("mandoc"), "mandoc is not installed"))
  func mandocFindsNothingWrong() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("rummage.1", page)
    let mandoc = try #require(InstalledProgram("mandoc"))
    #expect(try mandoc.run(["-Tlint", "rummage.1"], in: folder.path).output == "")
  }
}
