import Language
import Testing

@Suite struct SQLTextTests {
  @Test(arguments: [
    ("quantity", "quantity"), ("Quantity", "Quantity"), ("straße", "straße"), ("date", "date"),
    ("first", "first"), ("order", "\"order\""), ("left", "\"left\""), ("a b", "\"a b\""),
    ("2024", "\"2024\""), ("", "\"\""), ("a\"b", "\"a\"\"b\""), ("a'b", "\"a'b\""),
    ("a -- b", "\"a -- b\""),
  ])
  func namesAreQuotedWhereTheyMustBe(name: String, written: String) {
    #expect(SQLText.name(name) == written)
  }

  @Test func textsAndNamesDoubleTheirQuotes() {
    #expect(SQLText.literal("Côte d'Ivoire") == "'Côte d''Ivoire'")
    #expect(SQLText.quoted("a \"b\" 'c'") == "\"a \"\"b\"\" 'c'\"")
  }

  @Test(arguments: [
    ("quantity", "quantity"), ("s.\"Total Quantity\"", "Total Quantity"),
    ("SUM( quantity )", "sum(quantity)"), ("COUNT(*)", "count(*)"), ("a+1", "(a + 1)"),
    ("sum(a)/count(*)", "(sum(a) / count(*))"), ("a::INT", "CAST(a AS INT)"),
    ("'x'", "'x'"), ("1_000", "1000"),
  ])
  func headings(expression: String, heading: String) throws {
    #expect(try Parser.expression(Source(expression)).heading == heading)
  }
}
