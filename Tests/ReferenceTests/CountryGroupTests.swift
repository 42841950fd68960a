import Testing

@testable import Reference

struct MembershipTests {
  @Test func membersOfToday() {
    let european = Countries.all.filter {
      Countries.isMember($0.alpha2, of: .europeanUnion, onDay: nil)
    }
    #expect(european.count == 27)
    let free = Countries.all.filter { Countries.isMember($0.alpha2, of: .efta, onDay: nil) }
    #expect(free.map(\.alpha2) == ["CH", "IS", "LI", "NO"])
  }

  // Members after each enlargement, as the treaties of accession have them.
  @Test(
    arguments: [
      ("1957-12-31", 0, 0), ("1958-01-01", 6, 0), ("1960-05-03", 6, 7), ("1970-03-01", 6, 8),
      ("1972-12-31", 6, 8), ("1973-01-01", 9, 6), ("1981-01-01", 10, 6), ("1985-12-31", 10, 6),
      ("1986-01-01", 12, 6), ("1991-09-01", 12, 7), ("1994-12-31", 12, 7), ("1995-01-01", 15, 4),
      ("2004-04-30", 15, 4), ("2004-05-01", 25, 4), ("2007-01-01", 27, 4), ("2013-07-01", 28, 4),
      ("2020-01-31", 28, 4), ("2020-02-01", 27, 4),
    ])
  func membersOnADay(day: String, european: Int, free: Int) throws {
    let number = try #require(DayNumber.day(day))
    let members = { (union: Membership.Union) in
      Countries.all.filter { Countries.isMember($0.alpha2, of: union, onDay: number) }.count
    }
    #expect(members(.europeanUnion) == european)
    #expect(members(.efta) == free)
  }

  @Test func membershipsAreSound() {
    #expect(Countries.memberships.count == 38)
    for membership in Countries.memberships {
      #expect(Countries.country(alpha2: membership.alpha2) != nil)
      #expect(membership.from <= membership.until ?? .max)
    }
    let ended = Countries.memberships.filter { $0.until != nil }
    #expect(ended.map(\.alpha2).sorted() == ["AT", "DK", "FI", "GB", "GB", "PT", "SE"])
  }

  @Test func theUnitedKingdomLeft() {
    // 18,292 is 2020-01-31: 50 years of 365 days, 12 leap days, 30 days of January.
    #expect(Countries.isMember("GB", of: .europeanUnion, onDay: 18_292))
    #expect(!Countries.isMember("GB", of: .europeanUnion, onDay: 18_293))
    #expect(!Countries.isMember("GB", of: .europeanUnion, onDay: nil))
    #expect(!Countries.isMember("EU", of: .europeanUnion, onDay: nil))
  }
}

struct CountryGroupTests {
  @Test(
    arguments: [
      ("EU", .union(.europeanUnion)), ("eu", .union(.europeanUnion)),
      ("E.U.", .union(.europeanUnion)), ("The European Union", .union(.europeanUnion)),
      ("EFTA", .union(.efta)), ("European Free Trade Association", .union(.efta)),
      ("WCO Europe", .region(.europe)), ("wco eur", .region(.europe)),
      ("WCO AMS", .region(.americas)), ("WCO Asia/Pacific", .region(.asiaPacific)),
      ("WCO MENA", .region(.northAfricaMiddleEast)),
      ("WCO region East and Southern Africa", .region(.eastSouthernAfrica)),
      ("WCO WCA", .region(.westCentralAfrica)),
    ] as [(String, CountryGroup)])
  func groupsHaveNames(text: String, group: CountryGroup) {
    #expect(CountryGroup(text) == group)
  }

  @Test(arguments: ["", "Europe", "EUR", "WCO", "WCO Mars", "AMS", "France", "EU28 or so"])
  func whatIsNoGroupIsNone(text: String) {
    #expect(CountryGroup(text) == nil)
  }

  @Test func namesAreUnderstood() {
    #expect(CountryGroup.allCases.count == 8)
    for group in CountryGroup.allCases { #expect(CountryGroup(group.name) == group) }
  }

  @Test(arguments: WCORegion.allCases)
  func regionsAreUnderstood(region: WCORegion) {
    #expect(Countries.region(region.name) == region)
    #expect(Countries.region(region.abbreviation.lowercased()) == region)
    #expect(Countries.region("WCO \(region.name) region") == region)
    let group = CountryGroup.region(region)
    let members = Countries.all.filter { group.contains($0, onDay: nil) }
    #expect(members == Countries.all.filter { $0.region == region })
  }

  @Test(arguments: ["", "WCO", "Africa", "Asia", "Oceania"])
  func whatIsNoRegionIsNone(text: String) {
    #expect(Countries.region(text) == nil)
  }

  @Test func membersChangeWithTime() throws {
    let croatia = try #require(Countries.country(alpha2: "HR"))
    let union = CountryGroup.union(.europeanUnion)
    #expect(union.contains(croatia, onDay: nil))
    #expect(!union.contains(croatia, onDay: DayNumber.day("2013-06-30")))
    #expect(CountryGroup.region(.europe).contains(Countries.kosovo, onDay: 0))
  }
}

struct DayNumberTests {
  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2024-12-31", 20_088), ("1900-03-01", -25_508), ("0000-03-01", -719_468),
      ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
    ])
  func daysAreCounted(text: String, day: Int32) {
    #expect(DayNumber.day(text) == day)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var expected = try #require(DayNumber.day("1899-12-31"))
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...31 {
          let number = { ($0 < 10 ? "0" : "") + String($0) }
          guard let found = DayNumber.day("\(year)-\(number(month))-\(number(day))") else {
            #expect(day > 28)
            continue
          }
          expected += 1
          #expect(found == expected)
        }
      }
    }
    #expect(expected == DayNumber.day("2100-12-31"))
  }

  @Test(
    arguments: [
      "", "2000", "2000-1-1", "2001-02-29", "1900-02-29", "2000-13-01", "2000-00-10", "2000-01-00",
      "2000-04-31", "20000-01-01", "2000-01-01 ", "-200-01-01", "2000-01-01-", "aaaa-bb-cc",
    ])
  func whatIsNoDayIsNone(text: String) {
    #expect(DayNumber.day(text) == nil)
  }
}
