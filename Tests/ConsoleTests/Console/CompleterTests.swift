import Columns
import Language
import Testing

@testable import rummage

@Suite struct CompleterTests {
  /// Two tables and a view, with what must be quoted in names and texts.
  private static func engine() throws -> Engine {
    let engine = Engine(threads: 1, isStrict: false) { _ in }
    let statements = [
      """
      CREATE TABLE seizures AS SELECT * FROM (VALUES
        ('Medicines', MEASURE '5 kg', 'DE', 1, DATE '2024-01-01'),
        ('Medicines', MEASURE '200 tablets', 'FR', 2, DATE '2024-01-02'),
        ('Medical devices', MEASURE '1 kg', 'DE', 3, DATE '2024-01-03'),
        ('Children''s toys', MEASURE '7 items', NULL, 4, DATE '2024-01-04'))
        AS t(category, quantity, destination, "order", seized_on)
      """,
      "CREATE TABLE countries (\"country name\" VARCHAR)",
      "CREATE VIEW recent AS SELECT category AS kind FROM seizures",
    ]
    for statement in statements { _ = try engine.run(Source(statement)) }
    return engine
  }

  private func completion(_ line: String, _ after: String = "") throws -> Completion {
    Completer(engine: try Self.engine()).complete(before: line, after: after)
  }

  private func texts(_ line: String, _ after: String = "") throws -> [String] {
    try completion(line, after).candidates.map(\.text)
  }

  /// The line as Tab leaves it.
  private func completed(_ line: String, _ after: String = "") throws -> String {
    guard let change = try completion(line, after).replacement else { return line }
    let kept = String(String.UnicodeScalarView(line.unicodeScalars.dropLast(change.deleted)))
    return kept + change.inserted
  }

  @Test(arguments: [
    ("sel", "select"), ("SEL", "SELECT"), (".mod", ".mode "), (".mode json", ".mode json"),
    (".mode ht", ".mode html "), ("select quantit", "select quantity"),
    ("select * from sei", "select * from seizures"),
    ("FROM seizures JOIN cou", "FROM seizures JOIN countries"),
    ("select * from seizures where orde", "select * from seizures where \"order\""),
    ("select * from seizures where \"ord", "select * from seizures where \"order\""),
    ("select * from seizures where CATEG", "select * from seizures where category"),
    (
      "select category as goods from seizures order by goo",
      "select category as goods from seizures order by goods"
    ),
    (
      "select category as \"the goods\" from seizures group by the",
      "select category as \"the goods\" from seizures group by \"the goods\""
    ),
    ("select sum(x) as total, tot", "select sum(x) as total, total"),
    (
      "select * from (select category as inner_one from seizures) order by inn",
      "select * from (select category as inner_one from seizures) order by inner_one"
    ),
    ("select date_trunc('mon", "select date_trunc('month'"),
    ("select datediff('qu", "select datediff('quarter'"),
    ("select extract(isod", "select extract(isodow"),
    (".schema sei", ".schema seizures "), ("select zzz", "select zzz"),
  ])
  func words(_ line: String, _ expected: String) throws {
    #expect(try completed(line) == expected)
  }

  /// What the parser would take, and nothing that it would refuse.
  @Test(arguments: [
    ("from seizures wh", "from seizures where"), ("from seizures gr", "from seizures group by"),
    ("from seizures le", "from seizures left join"),
    ("select category from seizures or", "select category from seizures order by"),
    ("FROM seizures ORDER BY 1 NU", "FROM seizures ORDER BY 1 NULLS"),
    ("select sum(quantity) ov", "select sum(quantity) over"),
    ("select sum(quantity) over (par", "select sum(quantity) over (partition by"),
    ("select case when true th", "select case when true then"),
    ("insert into t val", "insert into t values"), ("expl", "explain"),
    ("with a as (select 1) se", "with a as (select 1) select"),
    ("from seizures where category lik", "from seizures where category like"),
    ("from seizures group by category to", "from seizures group by category top"),
    ("select cast(1 as varc", "select cast(1 as VARCHAR"),
  ])
  func keywords(_ line: String, _ expected: String) throws {
    #expect(try completed(line) == expected)
  }

  @Test func keywordsThatCannotStandHereAreNotOffered() throws {
    #expect(try texts("select * from seizures wh") == ["where"])
    #expect(!(try texts("sel").contains("semi")))
    #expect(try texts("from seizures ").contains("where"))
    #expect(!(try texts("from seizures ").contains("then")))
    #expect(!(try texts("from seizures ").contains("ties")))
  }

  @Test func tablesStandBehindFrom() throws {
    #expect(try texts("select * from ") == ["countries", "recent", "seizures"])
    #expect(try texts("select *\nfrom\n") == ["countries", "recent", "seizures"])
    #expect(try texts("select 1;\nselect * from rec") == ["recent"])
  }

  /// FROM may stand before the cursor, behind it, or nowhere yet.
  @Test(arguments: [
    ("from seizures select cat", "", ["category"]), ("select cat", " from seizures", ["category"]),
    ("select kin", " from recent", ["kind"]), ("select s.quan", " from seizures s", ["quantity"]),
    ("select s.cat", " from seizures s, recent r", ["category"]), ("select zz.cat", "", []),
    ("select r.", " from seizures s join recent as r on true", ["kind"]),
    ("select (select kin", " from recent) from seizures", ["kind"]),
    ("from (select category as c2, 1 as d2 from seizures) as x select c", "2", ["c2"]),
    ("with w as (select 7 as seven) select sev", " from w", ["seven"]),
    ("select alph", " from ref.countries", ["alpha2", "alpha3"]),
    ("update seizures set cat", "", ["category"]),
    ("select ki", "", ["kind"]),
  ])
  func columns(_ before: String, _ after: String, _ expected: [String]) throws {
    let engine = try Self.engine()
    let found = Completer(engine: engine).complete(before: before, after: after)
    let columns = found.candidates.filter { $0.kind.contains(" in ") && !$0.kind.contains("(") }
    #expect(columns.map(\.text) == expected)
  }

  @Test func columnsOfTheTablesInFromStandWhereNothingIsTyped() throws {
    #expect(
      try texts("from seizures select ")
        == ["category", "quantity", "destination", "\"order\"", "seized_on"])
    #expect(try texts("select ", " from recent") == ["kind"])
  }

  @Test func referenceTablesAreOfferedToWhoAsks() throws {
    #expect(try completed("select * from ref.uni") == "select * from ref.units")
    #expect(try texts("from re").contains("ref.hs"))
    #expect(!(try texts("from ").contains { $0.hasPrefix("ref.") }))
    #expect(try texts("from ref.").contains("countries"))
  }

  @Test func functionsWithSignatureAndHelp() throws {
    let found = try completion("from seizures select qua").candidates
    #expect(found.map(\.text).contains("quarter("))
    let median = try #require(try completion("select media").candidates.first)
    #expect(median.text == "median(")
    #expect(median.kind.hasPrefix("median("))
    #expect(median.kind.contains(": "))
    #expect(try completed("select media") == "select median(")
  }

  /// The most frequent first.
  @Test(arguments: [
    ("from seizures where category = 'Med", ["Medicines", "Medical devices"]),
    ("from seizures where category = 'medicin", ["Medicines"]),
    ("from seizures where category in ('Medicines', 'Chi", ["Children''s toys"]),
    ("from seizures s where s.category not like 'Medical", ["Medical devices"]),
    ("from seizures where seized_on = '2024", []), ("select length('Med", []),
    (
      "from seizures where category = ", ["'Medicines'", "'Children''s toys'", "'Medical devices'"]
    ),
  ])
  func values(_ line: String, _ expected: [String]) throws {
    #expect(try Array(texts(line).prefix(expected.count)) == expected)
    if expected.isEmpty { #expect(try texts(line) == []) }
  }

  @Test(arguments: [
    (
      "from seizures where category = 'medicin", "from seizures where category = 'Medicines'"
    ),
    (
      "from seizures where category like 'chil",
      "from seizures where category like 'Children''s toys"
    ),
    ("from seizures where quantity > '5 tablet", "from seizures where quantity > '5 tablets'"),
    ("select convert(quantity, 'poun", "select convert(quantity, 'poun"),
    ("select MEASURE '5 nga", "select MEASURE '5 ngan'"),
    (
      "from seizures where seized_on during 'PANGEA XV",
      "from seizures where seized_on during 'PANGEA XV"
    ),
    (
      "from seizures where destination under 'WCO Eu",
      "from seizures where destination under 'WCO Europe'"
    ),
    ("from seizures where code under '3004", "from seizures where code under '3004"),
  ])
  func inQuotes(_ line: String, _ expected: String) throws {
    #expect(try completed(line) == expected)
  }

  @Test func unitsHaveTheirNames() throws {
    let kilogram = try completion("select convert(q, 'k").candidates.first { $0.text == "kg" }
    #expect(kilogram?.kind == "kilogram, mass")
    #expect(try texts("from seizures where quantity >= '3 k").contains("kg"))
    #expect(try texts("from ref.hs where code under '300").contains("3004"))
  }

  @Test func commandsAreOnlyAtTheStart() throws {
    #expect(try texts("select\n.mo") == [])
    #expect(try texts(".").count == DotCommand.all.count)
    #expect(try texts("select 1;\n.quer") == [])
    #expect(try completed("select 1;\n.tab") == "select 1;\n.tables ")
  }

  @Test(arguments: [
    ("from read_csv('f', del", "from read_csv('f', delim = "),
    ("FROM read_csv('f', delim = ';', HEAD", "FROM read_csv('f', delim = ';', header = "),
    ("from read_xlsx('f', she", "from read_xlsx('f', sheet = "),
    ("from read_xlsx('f', deli", "from read_xlsx('f', deli"),
    ("copy t from 'f' (ski", "copy t from 'f' (skip "),
    ("copy t from 'f' with (ski", "copy t from 'f' with (skip "),
    (".load f.csv t del", ".load f.csv t delim="),
    (".load f.csv header=t", ".load f.csv header=true"), (".load /et", ".load /etc/"),
  ])
  func optionsOfLoading(_ line: String, _ expected: String) throws {
    #expect(try completed(line) == expected)
  }

  @Test(arguments: [
    ("from '/et", "from '/etc/"), (".read /et", ".read /etc/"),
    ("from read_csv('/et", "from read_csv('/etc/"),
    ("from read_csv(['/et", "from read_csv(['/etc/"),
    ("from read_csv(['a', '/et", "from read_csv(['a', '/etc/"),
    ("select length('/et", "select length('/et"), ("from '/nowhere/", "from '/nowhere/"),
  ])
  func files(_ line: String, _ expected: String) throws {
    #expect(try completed(line) == expected)
  }

  @Test func filesWithBlanksAndQuotes() throws {
    let folder = try TemporaryFolder()
    for name in ["a b.csv", "it's.csv"] { _ = try folder.file(name, "n\n1\n") }
    let path = folder.path
    #expect(try completed("from '\(path)/it") == "from '\(path)/it''s.csv'")
    #expect(try completed("from '\(path)/it''") == "from '\(path)/it''s.csv'")
    #expect(try completed(".load \(path)/a") == ".load '\(path)/a b.csv' ")
    #expect(try completed(".load '\(path)/a") == ".load '\(path)/a b.csv' ")
    #expect(try completed(".load \(path)/it") == ".load \"\(path)/it's.csv\" ")
    #expect(
      try DotCommand.words(of: ".load \"\(path)/it's.csv\" 'a''b'").map(\.text)
        == [".load", "\(path)/it's.csv", "a'b"])
  }

  @Test func tablesAndColumnsThatComeLater() throws {
    #expect(
      try texts("with q as (select 1), r as (select 2) select * from ").prefix(2) == ["q", "r"])
    #expect(try texts("insert into seizures (").contains("category"))
    #expect(try completed("select seizures.quan") == "select seizures.quantity")
    #expect(try texts("select * from seizures -- com") == [])
    #expect(
      try completed("select * from seizures -- com\nwhe") == "select * from seizures -- com\nwhere")
  }

  /// Of more values than are listed all count for what they have in common.
  @Test func manyValues() throws {
    let engine = try Self.engine()
    _ = try engine.run(
      Source("CREATE TABLE many AS SELECT printf('value %05d', range) AS v FROM range(5000)"))
    let found = Completer(engine: engine).complete(before: "from many where v = 'va", after: "")
    #expect(found.replacement?.inserted == "value 0")
    #expect(found.lines(columns: 40, rows: 9).last == "… and others")
  }

  /// Nothing is computed to complete a value, and nothing is offered that could not be read.
  @Test func valuesThatAreNotOffered() throws {
    let engine = try Self.engine()
    _ = try engine.run(
      Source("CREATE VIEW slow AS SELECT a.category AS c FROM seizures a, seizures b"))
    _ = try engine.run(Source("CREATE TABLE odd AS SELECT 'a' || chr(27) || '[31m' AS v"))
    let completer = Completer(engine: engine)
    #expect(completer.complete(before: "from slow where c = 'Med", after: "").candidates == [])
    #expect(completer.complete(before: "from odd where v = 'a", after: "").candidates == [])
  }

  @Test func columnsOfAFileThatIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("f.csv", "alpha,beta\n1,x\n2,y\n")
    let engine = Engine(threads: 1, isStrict: false) { _ in Issue.record("a load was reported") }
    let completer = Completer(engine: engine)
    #expect(
      completer.complete(before: "select al", after: " from '\(path)'").candidates.map(\.text)
        .contains("alpha"))
    #expect(engine.rejects == nil)
    let value = completer.complete(before: "from '\(path)' where beta = '", after: "")
    #expect(value.candidates.map(\.text) == ["x", "y"])
  }

  @Test func linesOfCandidates() {
    let few = Completion(
      of: "", from: [.init(text: "a", kind: "table"), .init(text: "bcd", kind: "x")])
    #expect(few.lines(columns: 40, rows: 9) == ["a    table", "bcd  x"])
    let many = Completion(of: "", from: (0..<5).map { .init(text: "w\($0)", kind: "") })
    #expect(many.lines(columns: 8, rows: 9) == ["w0  w3", "w1  w4", "w2"])
    #expect(many.lines(columns: 1, rows: 9) == ["w0", "w1", "w2", "w3", "w4"])
    #expect(many.lines(columns: 1, rows: 3) == ["w0", "w1", "… 3 more"])
  }
}
