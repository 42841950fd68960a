import Columns
import Language
import Testing

@testable import Planning

/// The parameters that saved queries declare.
@Suite struct ParameterDeclarationTests {
  private func declaration(_ text: String) throws -> ParameterDeclaration {
    let all = try ParameterDeclaration.all(in: Source(text + "\nSELECT 1"))
    return try #require(all.first)
  }

  @Test(arguments: [
    ("-- param year INTEGER = 2024", nil, Value.integer(2024)),
    ("--param  year INTEGER=2024", "2023", .integer(2023)),
    ("-- param year INTEGER", nil, nil),
    ("-- param year INTEGER", "007", .integer(7)),
    ("-- param code VARCHAR = 0302", nil, .text("0302")),
    ("-- param code VARCHAR = 'DE'  -- a country", nil, .text("DE")),
    ("-- param code VARCHAR = DE", "1e3", .text("1e3")),
    ("-- param code VARCHAR = NULL", nil, .null),
    ("-- param share DECIMAL(4, 2) = 0.5", "0.25", .decimal(unscaled: 25, scale: 2)),
    ("-- param day DATE = '2024-05-01'", nil, .date(19844)),
    ("-- param day DATE = 2024-05-01", "2024-05-02", .date(19845)),
  ])
  func values(_ text: String, _ given: String?, _ value: Value?) throws {
    #expect(try declaration(text).value(given: given)?.value == value)
  }

  @Test func severalBeforeTheFirstStatement() throws {
    let text = """
      /* -- param a INTEGER */
      -- What was seized in a year.
      -- param Year INTEGER = 2024

      -- parameters are values
      -- param region VARCHAR = 'WCO Europe'
      SELECT 1; -- param late INTEGER
      """
    #expect(try ParameterDeclaration.all(in: Source(text)).map(\.name) == ["Year", "region"])
  }

  /// What is underlined in a declaration that is wrong.
  @Test(arguments: [
    ("-- param", "-- param"), ("-- param year", "-- param year"),
    ("-- param year INTEGER =", "-- param year INTEGER ="),
    ("-- param year INTEGR = 3", "INTEGR"), ("-- param 3 INTEGER = 3", "-- param 3 INTEGER = 3"),
    ("-- param year INTEGER = 2024.5", "2024.5"), ("-- param year INTEGER = 'x'", "'x'"),
    ("-- param year TINYINT = 2024", "2024"), ("-- param day DATE = 2024", "2024"),
    ("-- param a INTEGER = 1\n-- param A INTEGER = 2", "A"),
  ])
  func mistakes(_ text: String, _ underlined: String) throws {
    let source = Source(text + "\nSELECT 1")
    let diagnostic = try #require(throws: Diagnostic.self) {
      for declaration in try ParameterDeclaration.all(in: source) {
        _ = try declaration.value(given: nil)
      }
    }
    let range = try #require(diagnostic.range)
    #expect(source.text(of: range) == underlined)
  }

  @Test func aGivenValueThatDoesNotFit() throws {
    let declaration = try declaration("-- param year INTEGER = 2024")
    let diagnostic = try #require(throws: Diagnostic.self) {
      try declaration.value(given: "latest")
    }
    #expect(diagnostic.message == "$year = latest: 'latest' is not a whole number (BIGINT)")
    #expect(diagnostic.range == declaration.nameRange)
  }
}
