import Columns
import Testing

@testable import Loading

@Suite struct LoadOptionTableTests {
  private func type(_ text: String) -> DataType? {
    [
      "DATE": .date, "VARCHAR": .varchar, "DECIMAL(10,2)": .decimal(precision: 10, scale: 2),
      "TIME": .time,
    ][text.uppercased()]
  }

  private func set(_ name: String, _ value: LoadOptionValue) throws -> LoadRequest {
    var request = LoadRequest(paths: ["f"])
    try request.set(name, to: value, type: type)
    return request
  }

  private func refusal(_ name: String, _ value: LoadOptionValue) -> String? {
    do {
      _ = try set(name, value)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func namesAreOnceAndInLowerCase() {
    #expect(Set(LoadOption.knownNames).count == LoadOption.knownNames.count)
    for option in LoadOption.all {
      #expect(!option.help.isEmpty && !option.help.hasSuffix("."))
      #expect(option.names.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") })
    }
    for name in LoadOption.elsewhere.keys { #expect(LoadOption.named(name) == nil) }
  }

  @Test(arguments: LoadOption.all.flatMap(\.names))
  func everyNameIsTaken(name: String) {
    let values: [LoadOptionValue] = [
      .text(","), .truth(true), .number(1), .list(["a"]), .list(["DATE"]), .text("csv"),
      .map([LoadOptionValue.Entry(name: "a", text: "DATE")]),
    ]
    #expect(values.contains { refusal(name, $0) == nil })
    #expect(values.contains { refusal(name.uppercased(), $0) == nil })
  }

  @Test(
    arguments: [
      (.text(";"), UInt8(ascii: ";")), (.text("\\t"), 9), (.text("tab"), 9), (.text("\t"), 9),
      (.number(1), UInt8(ascii: "1")),
    ] as [(LoadOptionValue, UInt8)])
  func delimiters(_ value: LoadOptionValue, _ expected: UInt8) throws {
    #expect(try set("SEP", value).options.delimiter == expected)
  }

  @Test func quotes() throws {
    #expect(try set("quote", .text("")).options.quote == .none)
    #expect(try set("quote", .text("'")).options.quote == .character(UInt8(ascii: "'")))
    #expect(try set("escape", .text("\\")).options.escape == UInt8(ascii: "\\"))
  }

  @Test(
    arguments: [
      (.truth(false), false), (.number(1), true), (.text("on"), true), (.text("FALSE"), false),
      (.text("no"), false),
    ] as [(LoadOptionValue, Bool)])
  func truths(_ value: LoadOptionValue, _ expected: Bool) throws {
    #expect(try set("header", value).options.header == expected)
  }

  @Test func columnsAndTypes() throws {
    let all = try set(
      "columns",
      .map([.init(name: "b", text: "DATE"), .init(name: "a", text: "DECIMAL(10,2)")]))
    #expect(all.options.names == ["b", "a"])
    #expect(all.options.types == ["b": .date, "a": .decimal(precision: 10, scale: 2)])
    #expect(all.namesAllColumns)
    #expect(try set("dtypes", .list(["date", "VARCHAR"])).listedTypes == [.date, .varchar])
    let some = try set("types", .map([.init(name: "a", text: "DATE")]))
    #expect(some.options.types == ["a": .date])
    #expect(!some.namesAllColumns)
  }

  @Test func files() throws {
    #expect(try set("filename", .truth(true)).fileColumn == "filename")
    #expect(try set("filename", .text("true")).fileColumn == "filename")
    #expect(try set("filename", .text("path")).fileColumn == "path")
    #expect(try set("filename", .truth(false)).fileColumn == nil)
    #expect(try set("union_by_name", .truth(true)).unionsByName)
    #expect(try set("format", .text("NDJSON")).options.format == .jsonl)
    let tsv = try set("format", .text("tsv")).options
    #expect(tsv.format == .csv && tsv.delimiter == 9)
  }

  @Test func nullTexts() throws {
    #expect(try set("nullstr", .text("-")).options.nullTexts == ["-"])
    #expect(try set("null", .list(["-", ""])).options.nullTexts == ["-", ""])
  }

  @Test(
    arguments: [
      ("delim", .text(""), "delim takes one ASCII character, not ''"),
      ("delim", .text("ab"), "delim takes one ASCII character, not 'ab'"),
      ("delim", .text("é"), "delim takes one ASCII character, not 'é'"),
      ("quote", .text("\n"), "quote takes one ASCII character, or '' for none, not '\n'"),
      ("header", .text("maybe"), "header takes true or false, not 'maybe'"),
      ("header", .number(2), "header takes true or false, not 2"),
      ("skip", .number(-1), "skip takes a whole number, not -1"),
      ("skip", .text("1.5"), "skip takes a whole number, not '1.5'"),
      ("max_line_size", .number(0), "max_line_size takes a whole number of 1 or more, not 0"),
      ("decimal_separator", .text(";"), "decimal_separator takes '.' or ',', not ';'"),
      (
        "thousands", .text("5"),
        "thousands takes one character that is no digit, or '' for none, not '5'"
      ),
      ("names", .text("a"), "names takes a list of names: ['a', 'b'], not 'a'"),
      ("names", .list(["a", "A"]), "names names 'A' twice"),
      ("types", .list(["DATUM"]), "types: there is no type 'DATUM'"),
      (
        "types", .list(["TIME"]),
        "types: cells are not read as TIME; read them as VARCHAR and CAST them"
      ),
      (
        "columns", .list(["a"]),
        "columns takes types by the names of columns: {'a': 'DATE', 'b': 'VARCHAR'}, not ['a']"
      ),
      (
        "format", .text("parquet"),
        "format takes one of csv, tsv, json, jsonl, ndjson, xlsx, arrow, not 'parquet'"
      ),
      ("nullstr", .truth(true), "nullstr takes a text or a list of texts, not true"),
      ("delm", .text(";"), "there is no option 'delm'"),
      (
        "sample_size", .number(-1),
        "there is no option 'sample_size': types are decided from every row, not from a sample"
      ),
    ] as [(String, LoadOptionValue, String)])
  func refusals(_ name: String, _ value: LoadOptionValue, _ expected: String) {
    #expect(refusal(name, value) == expected)
  }

  @Test(
    arguments: [
      ("delim", .xlsx, false), ("delim", .csv, true), ("delim", nil, true), ("sheet", .csv, false),
      ("sheet", .xlsx, true), ("types", .arrow, false), ("types", .json, true),
      ("encoding", .xlsx, false), ("filename", .arrow, true),
    ] as [(String, FileFormat?, Bool)])
  func optionsAreForSomeFormats(_ name: String, _ format: FileFormat?, _ isFitting: Bool) {
    var request = LoadRequest(paths: ["f"])
    request.options.format = format
    #expect(((try? request.check(name)) != nil) == isFitting)
  }
}
