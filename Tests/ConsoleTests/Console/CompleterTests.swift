import Columns
import Testing

@testable import rummage

@Suite struct CompleterTests {
  private static let completer = Completer(
    tables: [
      Engine.Table(
        name: "seizures",
        fields: [
          Field(name: "category", type: .varchar), Field(name: "quantity", type: .double),
          Field(name: "order", type: .bigint),
        ], rowCount: 3),
      Engine.Table(
        name: "countries", fields: [Field(name: "country name", type: .varchar)], rowCount: 1),
    ], functions: ["quarter"])

  private func texts(_ line: String, after statement: String = "") -> [String] {
    Self.completer.complete(statement: statement, line: line).candidates.map(\.text)
  }

  private func addition(_ line: String, after statement: String = "") -> String? {
    Self.completer.complete(statement: statement, line: line).addition
  }

  @Test(arguments: [
    ("sel", "ect"), ("SEL", "ECT"), (".mod", "e "), (".mode json", ""), (".mode ht", "ml "),
    ("select quant", "ity"), ("select * from sei", "zures"), ("FROM seizures JOIN c", "ountries"),
    ("select ord", "er"), (".schema se", "izures "), ("select 'qua", nil), ("select zzz", nil),
  ])
  func additions(_ line: String, _ expected: String?) {
    #expect(addition(line) == expected)
  }

  @Test func tablesStandBehindFrom() {
    #expect(texts("select * from ") == ["seizures", "countries"])
    #expect(texts("", after: "select *\nfrom\n") == ["seizures", "countries"])
  }

  @Test func columnsStandWhereNothingIsTyped() {
    #expect(texts("select ") == ["\"country name\"", "\"order\"", "category", "quantity"])
  }

  @Test func referenceTablesAreOfferedToWhoAsks() {
    #expect(addition("select * from ref.hs") == "")
    #expect(addition("from ref.uni") == "ts")
    #expect(texts("from re").contains("ref.hs"))
    #expect(!texts("from ").contains { $0.hasPrefix("ref.") })
    #expect(texts("from ref.").contains("countries"))
    #expect(texts("from ref.hs select lab") == ["label"])
    #expect(texts("from seizures select lab") == [])
  }

  @Test func functionsAndColumns() {
    #expect(texts("select qua") == ["quantity", "quarter(", "qualify"])
  }

  @Test func commandsAreOnlyAtTheStart() {
    #expect(texts(".mo", after: "select\n") == [])
    #expect(texts(".").count == DotCommand.all.count)
  }

  @Test(arguments: [
    ("from read_csv('f', del", "im = "), ("FROM read_csv('f', delim = ';', HEAD", "er = "),
    ("from read_xlsx('f', she", "et = "), ("from read_xlsx('f', deli", nil),
    ("copy t from 'f' (ski", "p "),
    ("copy t from 'f' with (ski", "p "), ("copy t to 'f' (ski", nil),
    ("from read_csv('f', types = ", ""),
    (".load f.csv t del", "im="), (".load f.csv header=t", "rue"), (".load /et", "c/"),
  ])
  func optionsOfLoading(_ line: String, _ expected: String?) {
    #expect(addition(line) == expected)
  }

  @Test func files() {
    #expect(addition("from '/et") == "c/")
    #expect(addition(".read /et") == "c/")
    #expect(addition("from read_csv('/et") == "c/")
    #expect(addition("from read_csv(['/et") == "c/")
    #expect(addition("select length('/et") != "c/")
    #expect(texts("from '/nowhere/") == [])
  }

  @Test func columnsOfCandidates() {
    let few = Completion(
      of: "", from: [.init(text: "a", kind: "table"), .init(text: "bcd", kind: "x")])
    #expect(few.columns(width: 40) == "a    table\nbcd  x\n")
    let many = Completion(of: "", from: (0..<5).map { .init(text: "w\($0)", kind: "") })
    #expect(many.columns(width: 8) == "w0  w3\nw1  w4\nw2\n")
    #expect(many.columns(width: 1) == "w0\nw1\nw2\nw3\nw4\n")
  }
}
