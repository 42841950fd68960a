import Loading
import Testing

@Suite struct CountryColumnTests {
  @Test(arguments: [
    ("k,v\nBE,1\nNA,1\nNL,2\n", "countries, ISO 3166-1 alpha-2"),
    ("k,v\nBEL,1\nNAM,1\n", "countries, ISO 3166-1 alpha-3"),
    ("k,v\nBelgium,1\nCzech Republic,1\nUnknown,2\n", "names of countries"),
    ("k,v\nBELGIUM,1\nCÔTE D'IVOIRE,1\n", "names of countries"),
    ("k,v\nkg,1\ng,1\n", nil), ("k,v\nKG,1\nGR,1\n", nil), ("k,v\nBE,1\n", nil),
    ("k,v\nJordan,1\nNike,1\nAdidas,2\n", nil), ("k,v\n056,1\n528,2\n", nil), ("k,v\n", nil),
  ])
  func recognised(text: String, meaning: String?) throws {
    let ledger = try load(text).ledger
    #expect(ledger.columns[0].meaning == meaning)
    #expect(ledger.columns[1].meaning == nil)
    #expect(ledger.notes.isEmpty)
    #expect(
      ledger.report.contains { $0.contains("; countries, ISO") || $0.contains("; names of") }
        == (meaning != nil))
  }

  @Test func whatIsNoCountryIsNoted() throws {
    let codes =
      "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK US ZZ SU"
    let rows = codes.split(separator: " ").map { "\($0),1\n" }.joined()
    let loaded = try load("k,v\n" + rows)
    #expect(
      loaded.ledger.notes == [
        "k: countries, ISO 3166-1 alpha-2; 1 value not recognised: 'ZZ'; "
          + "1 value of former countries that are several today: 'SU'"
      ])
    #expect(loaded.relation.rowCount == 30)
  }

  @Test func columnsOfManyTextsAreNotLookedAt() throws {
    let rows = (0..<2100).map { "text \($0),1\n" }.joined()
    #expect(try load("k,v\nFrance,1\nGermany,1\n" + rows).ledger.columns[0].meaning == nil)
  }
}
