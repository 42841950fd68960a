import Loading
import Testing

/// `1.234` is one thousand and some where commas stand before fractions: a column of nothing else is
/// text beside one of those, whichever columns are loaded.
@Suite struct DoubtedPointTests {
  private static let rows = "w;p\n1,5;1.234\n2,25;2.500\n"

  private func type(
    _ text: String, _ name: String = "p", set: (inout LoadOptions) -> Void = { _ in }
  ) throws -> String {
    var options = LoadOptions()
    set(&options)
    let fields = try load(text, options).relation.fields
    return try #require(fields.first { $0.name == name }).type.description
  }

  @Test(arguments: [nil, ["p"], ["w", "p"]] as [Set<String>?])
  func textWhateverIsLoaded(columns: Set<String>?) throws {
    #expect(try type(Self.rows) { $0.columns = columns } == "VARCHAR")
  }

  @Test func decidedByOptions() throws {
    #expect(try type(Self.rows) { $0.decimalMark = UInt8(ascii: ",") } == "BIGINT")
    let asked = try type(Self.rows) { $0.types = ["p": .decimal(precision: 18, scale: 3)] }
    #expect(asked == "DECIMAL(18,3)")
  }

  @Test(arguments: ["0.125", "1.5", "1234.567", "1.2345"])
  func decidedByItsOwnCells(cell: String) throws {
    #expect(try type(Self.rows + "3,5;\(cell)\n").hasPrefix("DECIMAL"))
    #expect(try type(Self.rows + "3,5;\(cell)\n") { $0.columns = ["p"] }.hasPrefix("DECIMAL"))
  }

  /// Where `;` parts the fields, commas often stand before fractions.
  @Test(arguments: ["w;p\nx;1.234\n", "w;p\n\"1,234\";1.234\n", "w;p\n1.234;2.500\n"])
  func textBetweenSemicolons(text: String) throws {
    #expect(try type(text) == "VARCHAR")
    #expect(try type(text) { $0.columns = ["p"] } == "VARCHAR")
    #expect(try type(text) { $0.decimalMark = UInt8(ascii: ".") } == "DECIMAL(18,3)")
    #expect(try type(text) { $0.decimalMark = UInt8(ascii: ",") } == "BIGINT")
  }

  @Test(arguments: [
    "w;p\n1.5;1.234\n", "w,p\nx,1.234\n", "p\n1.234\n", "w,p\n\"1,234\",1.234\n",
    "w;p\n0.125;1.234\n",
  ])
  func certainWithoutCommasBeforeFractions(text: String) throws {
    #expect(try type(text) == "DECIMAL(18,3)")
    #expect(try type(text) { $0.columns = ["p"] } == "DECIMAL(18,3)")
  }
}
