import Rendering
import Testing

@testable import rummage

@Suite struct OptionParserTests {
  @Test func inputsKeepTheirOrder() throws {
    let options = try OptionParser.parse([
      "seizures.csv", "-c", "SELECT 1", "top.sql", "-f", "b.sql", "--format=json",
      "--command=SELECT 2",
    ])
    #expect(options.data == ["seizures.csv"])
    // Files among the data come behind what is given by options.
    #expect(
      options.inputs == [
        .command("SELECT 1"), .file("b.sql"), .command("SELECT 2"), .file("top.sql"),
      ])
    #expect(options.format == .json)
  }

  @Test(arguments: [
    ([], Options.Timer.off), (["--timer"], .text), (["--timer", "json"], .json),
    (["--timer=json"], .json), (["--timer", "data.csv"], .text), (["--timer", "-c", "x"], .text),
  ])
  func timer(_ arguments: [String], _ expected: Options.Timer) throws {
    #expect(try OptionParser.parse(arguments).timer == expected)
  }

  @Test func everySwitch() throws {
    let options = try OptionParser.parse([
      "--threads", "3", "--no-init", "--keep-going", "--color", "never", "--strict",
    ])
    var expected = Options()
    expected.threads = 3
    expected.initialization = .none
    expected.keepsGoing = true
    expected.color = .never
    expected.isStrict = true
    #expect(options == expected)
    #expect(try OptionParser.parse(["--init", "my.sql"]).initialization == .file("my.sql"))
  }

  @Test func afterTwoDashesAllIsData() throws {
    #expect(try OptionParser.parse(["--", "--format", "-"]).data == ["--format", "-"])
  }

  @Test(arguments: [
    (["--help"], Command.main), (["-h"], .main), (["data.csv", "--help"], .main),
    (["test", "--help"], .test), (["test", "--bless", "queries", "-h"], .test),
    (["sample-data", "--help"], .sampleData), (["sample-data", "cen", "-h"], .sampleData),
  ])
  func help(_ arguments: [String], _ command: Command) throws {
    #expect(try OptionParser.parse(arguments).action == .help(command))
  }

  @Test(arguments: Document.allCases)
  func generate(_ document: Document) throws {
    let options = try OptionParser.parse(["--generate", document.rawValue])
    #expect(options.action == .generate(document))
  }

  @Test(arguments: [
    (["test"], Options.Action.test(paths: [], bless: false)),
    (["test", "queries", "--bless", "b.sql"], .test(paths: ["queries", "b.sql"], bless: true)),
    (
      ["sample-data", "cen", "--rows", "20", "--seed", "7", "-o", "out"],
      .sampleData(SampleDataRequest(name: "cen", rows: 20, seed: 7, directory: "out"))
    ),
    (["sample-data", "cen"], .sampleData(SampleDataRequest(name: "cen"))),
  ])
  func subcommands(_ arguments: [String], _ expected: Options.Action) throws {
    #expect(try OptionParser.parse(arguments).action == expected)
  }

  @Test(arguments: [
    (["--fromat", "csv"], "there is no option '--fromat'; did you mean '--format'?"),
    (["--measures"], "there is no option '--measures'"),
    (["--param", "year"], "--param wants NAME=VALUE, not 'year'"),
    (["--param", "1=2"], "--param wants NAME=VALUE, not '1=2'"),
    (["--cite"], "--cite, provenance under each result, is not built yet"),
    (["--memory=4G"], "--memory, a limit of memory, is not built yet"),
    (["--engine", "local"], "--engine, another place for queries to run, is not built yet"),
    (["verify", "f"], "verify, holding a cited result to its data, is not built yet"),
    (["--generate", "mna"], "man, bash, zsh, fish, not 'mna'; did you mean 'man'?"),
    (["--format", "cvs"], "not 'cvs'; did you mean 'csv'?"),
    (["--format"], "--format wants a value: --format FORMAT"),
    (["--threads", "0"], "--threads wants a number from 1 to 1024, not '0'"),
    (["--threads", "two"], "not 'two'"),
    (["--strict=yes"], "--strict takes no value"),
    (["--timer=text"], "--timer wants json or nothing, not 'text'"),
    (["-c"], "-c wants a value"),
    (["test", "--format", "csv"], "there is no option '--format'"),
    (["sample-data"], "sample-data wants the name of a data set"),
    (["sample-data", "a", "b"], "'b' is one too many"),
    (["sample-data", "a", "--seed", "-1"], "--seed wants a whole number, not '-1'"),
  ])
  func wrongUsage(_ arguments: [String], _ message: String) {
    do {
      _ = try OptionParser.parse(arguments)
      Issue.record("\(arguments) were understood")
    } catch let error as UsageError {
      #expect(error.message.contains(message))
    } catch {
      Issue.record(error)
    }
  }
}
