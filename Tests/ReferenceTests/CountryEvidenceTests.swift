import Testing

@testable import Reference

struct CountryEvidenceTests {
  @Test(
    arguments: [
      (["FR", "GB", "NA", ""], .alpha2), (["FRA", "GBR", "NAM"], .alpha3),
      (["France", "Czech Republic", "Viet Nam", "Unknown"], .names), (["France"], .names),
      (["France", "Germany", "UK"], .names), (["Georgia", "N/A", "N.A.", "-", "?"], .names),
      (["KG", "GR", "FR"], .alpha2),
    ] as [([String], CountryEvidence.Form)])
  func columnsOfCountries(texts: [String], form: CountryEvidence.Form) {
    let evidence = Countries.evidence(of: texts)
    #expect(evidence?.form == form)
    #expect(evidence?.unrecognised == [])
  }

  @Test(
    arguments: [
      [], [""], ["Unknown", "n/a"], ["FR"], ["USA"], ["KG", "GR"], ["KG", "LB", "ML"],
      ["004", "100", "152", "643"], ["France", "Lorry"], ["tablets", "pieces"], ["USD", "EUR"],
      ["France", "Germany", "Spain", "Box", "Bag"], ["Soviet Union"],
    ])
  func otherColumns(texts: [String]) {
    #expect(Countries.evidence(of: texts) == nil)
  }

  @Test func fiveInAHundredMayBeOther() throws {
    let names = Countries.all.prefix(95).map(\.name)
    let five = (1...5).map { "Port \($0)" }
    let evidence = try #require(Countries.evidence(of: five.reversed() + names + ["", "unknown"]))
    #expect(evidence.recognised == 95)
    #expect(evidence.unrecognised == five)
    #expect(Countries.evidence(of: names + five + ["Port 6"]) == nil)
    #expect(Countries.evidence(of: names.dropLast() + five) == nil)
  }

  @Test func formerCountriesCountButAreTold() throws {
    let texts = ["Yugoslavia", "Netherlands Antilles", "Zaire", "France", "Multiple Countries"]
    let evidence = try #require(Countries.evidence(of: texts))
    #expect(evidence.former == ["Netherlands Antilles", "Yugoslavia"])
    #expect(evidence.recognised == 2)
    #expect(evidence.unrecognised == [])
  }
}
