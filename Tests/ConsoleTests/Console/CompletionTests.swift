import Testing

@testable import rummage

/// Tab, on a real terminal: once completes, twice lists.
@Suite struct CompletionTests {
  /// A console with a table of seizures.
  private func console(_ folder: TemporaryFolder, columns: Int = 100) throws -> ConsoleOnTerminal {
    _ = try folder.file(
      "seizures.csv",
      """
      category,quantity,unit,destination
      Medicines,5,kg,DE
      Medicines,200,tablets,FR
      Medical devices,3,pieces,DE
      Drugs,7,kg,NL

      """)
    let console = try ConsoleOnTerminal(
      ["--no-init", "seizures.csv"], in: folder, columns: columns)
    // Until then there are no tables to complete.
    try console.wait(for: "4 rows loaded")
    return console
  }

  /// Each line with Tab behind it, and what it becomes.
  @Test(arguments: [
    ("sel", "select"), ("SELECT 1 FR", "SELECT 1 FROM"),
    ("from seizures whe", "from seizures where"),
    ("from seizures ord", "from seizures order by"), ("from sei", "from seizures"),
    ("select cate", "select category"),
    ("from seizures select desti", "from seizures select destination"),
    ("select media", "select median("),
    ("from seizures where category = 'medicin", "from seizures where category = 'Medicines'"),
    ("from seizures where category in ('Dr", "from seizures where category in ('Drugs'"),
    ("from seizures where quantity > '5 tablet", "from seizures where quantity > '5 tablets'"),
    ("select * from 'seiz", "select * from 'seizures.csv'"), (".tab", ".tables"),
    (".mode mark", ".mode markdown"), (".schema sei", ".schema seizures"),
    (".load seiz", ".load seizures.csv"), (".help joi", ".help joins"),
    (".chart hist", ".chart histogram"), ("from seizures chart spar", "from seizures chart spar"),
  ])
  func tabCompletes(_ line: String, _ completed: String) throws {
    let console = try console(TemporaryFolder())
    try console.type(line + "\t")
    try console.wait(for: completed) {
      $0.cursorLine == "rummage> \(completed)" || line == completed
    }
  }

  @Test func columnsWhereFromComesLater() throws {
    let console = try console(TemporaryFolder())
    try console.type("select  from seizures s\u{01}\u{1B}[1;5C\u{1B}[C s.q\t")
    try console.wait(forLine: "rummage> select  s.quantity from seizures s")
  }

  @Test func tabTwiceListsWithDescriptions() throws {
    let console = try console(TemporaryFolder())
    try console.type("from seizures where category = 'Med")
    try console.type("\t")
    try console.wait(forLine: "rummage> from seizures where category = 'Medic")
    try console.type("\t")
    try console.wait(for: "a list") {
      $0.text.contains("\nMedicines        2 rows\nMedical devices  1 row")
    }
    // The cursor is where it was, and the list goes with the next key.
    #expect(console.screen.cursorLine == "rummage> from seizures where category = 'Medic")
    try console.type("i")
    try console.wait(for: "no list") {
      !$0.text.contains("2 rows") && $0.cursorLine.hasSuffix("'Medici")
    }
  }

  @Test func functionsHaveSignatureAndHelp() throws {
    let console = try console(TemporaryFolder())
    try console.type("select medi\t")
    try console.wait(forLine: "rummage> select median(")
    try console.type("\u{15}select regr_\t\t")
    try console.wait(for: "regr_slope(y, x): ")
  }

  @Test func manyAreListedInColumns() throws {
    let console = try console(TemporaryFolder())
    try console.type("select s")
    try console.type("\t")
    try console.wait(for: "columns of names") { $0.text.contains("sum(") }
    #expect(console.screen.shownLines.filter { !$0.isEmpty }.count <= 24)
    #expect(console.screen.lines.allSatisfy { $0.count <= 100 })
  }

  @Test func nothingToCompleteRings() throws {
    let console = try console(TemporaryFolder())
    try console.type("select zzz\t")
    try console.wait(for: "a bell") { $0.bells == 1 }
  }
}
