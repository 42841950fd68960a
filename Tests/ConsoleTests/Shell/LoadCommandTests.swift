import Columns
import Language
import Testing

@testable import rummage

@Suite struct LoadCommandTests {
  private func command(_ line: String) throws -> LoadCommand {
    try LoadCommand(DotCommand.words(of: line).map(\.text))
  }

  @Test func fileAndTable() throws {
    let alone = try command("'my file.csv'")
    #expect(alone.path == "my file.csv" && alone.table == nil && alone.options.isEmpty)
    let named = try command("2024/*.csv seizures")
    #expect(named.path == "2024/*.csv" && named.table == "seizures")
    // The first word is the file, whatever it looks like.
    #expect(try command("a=b.csv").path == "a=b.csv")
  }

  @Test(
    arguments: [
      ("delim=;", .text(";")), ("delim=';'", .text(";")), ("delim==", .text("=")),
      ("skip=3", .text("3")), ("header=true", .text("true")), ("nullstr=n/a", .text("n/a")),
      ("nullstr=[n/a,-]", .list(["n/a", "-"])), ("nullstr=['n/a', 'x y']", .list(["n/a", "x y"])),
      ("NULLSTR=[-]", .list(["-"])), ("names=[a,b]", .list(["a", "b"])),
      ("types=[DATE, DECIMAL(10,2)]", .list(["DATE", "DECIMAL(10,2)"])),
      (
        "types={'a': 'DATE', b: DECIMAL(10, 2)}",
        .map([.init(name: "a", text: "DATE"), .init(name: "b", text: "DECIMAL(10, 2)")])
      ),
      ("columns={a:DATE}", .map([.init(name: "a", text: "DATE")])),
      ("columns={a}", .map([.init(name: "a", text: "")])),
      // Only where an option takes a list are brackets one.
      ("quote=[", .text("[")), ("sheet=[2024]", .text("[2024]")), ("unknown=[a]", .text("[a]")),
    ] as [(String, LoadOptionValue)])
  func options(_ text: String, _ expected: LoadOptionValue) throws {
    let command = try command("f.csv t \(text)")
    #expect(command.table == "t")
    #expect(command.options.map(\.value) == [expected])
    #expect(try self.command("f.csv \(text) header=on").options.count == 2)
  }

  @Test(arguments: ["f.csv a b", "f.csv delim=; t", "f.csv t =x"])
  func wordsThatFitNowhere(_ line: String) {
    #expect(throws: Diagnostic.self) { try command(line) }
  }
}
