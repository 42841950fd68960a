import Testing

@testable import Reference

struct CountriesTests {
  @Test func everyLineOfTheTableIsACountry() {
    #expect(Countries.all.count == 249)
    #expect(Countries.all.count == Countries.table.split(separator: "\n").count)
  }

  @Test(arguments: Countries.all)
  func codesHaveTheirShape(country: Country) {
    #expect(country.alpha2.utf8.count == 2)
    #expect(country.alpha3.utf8.count == 3)
    #expect((country.alpha2 + country.alpha3).utf8.allSatisfy { (65...90).contains($0) })
    #expect(country.numeric.utf8.count == 3)
    #expect(country.numeric.utf8.allSatisfy { (48...57).contains($0) })
    #expect(!country.name.isEmpty)
  }

  @Test func codesAndNamesAreUnique() {
    let all = Countries.all
    #expect(Set(all.map(\.alpha2)).count == all.count)
    #expect(Set(all.map(\.alpha3)).count == all.count)
    #expect(Set(all.map(\.numeric)).count == all.count)
    #expect(Set(all.map(\.name)).count == all.count)
  }

  @Test func theTableIsInOrder() {
    #expect(Countries.all.map(\.alpha2) == Countries.all.map(\.alpha2).sorted())
  }

  @Test func everyCountryIsFoundByItsCode() {
    for country in Countries.all {
      #expect(Countries.country(alpha2: country.alpha2) == country)
    }
  }

  @Test(arguments: ["", "A", "AA", "na", "NAM", "ZZ", "XK", "ÅÅ"])
  func whatIsNoCodeIsNotFound(code: String) {
    #expect(Countries.country(alpha2: code) == nil)
  }

  @Test func namibiaIsACountry() {
    let namibia = Countries.country(alpha2: "NA")
    #expect(namibia?.name == "Namibia")
    #expect(namibia?.alpha3 == "NAM")
    #expect(namibia?.numeric == "516")
    #expect(namibia?.region == .eastSouthernAfrica)
  }

  // 187 members as of September 2025, one of which (Kosovo) has no ISO code.
  @Test(
    arguments: zip(
      WCORegion.allCases, [34, 51, 35, 18, 24, 24]))
  func membersOfEachRegion(region: WCORegion, members: Int) {
    #expect(Countries.all.filter { $0.region == region }.count == members)
  }

  @Test(arguments: ["LI", "MC", "SM", "VA", "TW", "KP", "AQ", "GD"])
  func whoIsNoMemberHasNoRegion(code: String) {
    #expect(Countries.country(alpha2: code)?.region == nil)
    #expect(Countries.country(alpha2: code) != nil)
  }
}
