import Reference
import Testing

@Suite struct BranchTests {
  @Test(arguments: [
    ("30", "300490", true), ("30", "3004.90.00", true), ("30", "XI", false),
    ("3004", "300490", true), ("3004.90", "3004", false), ("section VI", "300490", true),
    ("Section vi", "30", true), ("98", "980100", true), ("30", "980100", nil),
    ("30", "999999", nil),
    ("30", "309999", true),
    ("30", "pills", nil), ("30", "30049", nil), ("30", "", nil), ("30", "77", nil),
    ("EU", "FR", true), ("EU", "France", true), ("EU", "250", true), ("EU", "GB", false),
    ("efta", "CHE", true), ("EFTA", "LI", true), ("EU", "NA", false), ("WCO ESA", "NA", true),
    ("WCO Europe", "TR", true), ("WCO Europe", "XK", true), ("wco europe region", "FR", true),
    ("WCO AP", "AQ", false), ("EU", "Atlantis", nil), ("EU", "Soviet Union", nil), ("EU", "", nil),
  ])
  func holds(branch: String, code: String, expected: Bool?) throws {
    #expect(try Branch.named(branch).get().holds(code) == expected)
  }

  @Test(arguments: [
    "3", "300", "77", "0000", "FR", "Europe", "EUX", "section XXII", "", "XXII", "٣٠", "VI", "XX",
  ])
  func isNone(name: String) {
    guard case .failure(let problem) = Branch.named(name) else {
      Issue.record("'\(name)' is a branch")
      return
    }
    switch problem {
    case .oddDigits: #expect(name == "3" || name == "300")
    case .noChapter(let chapter): #expect(chapter == name.prefix(2))
    case .country(let country): #expect(country.alpha2 == name)
    case .numeral(let numeral): #expect(numeral == name && (name == "VI" || name == "XX"))
    case .unknown: #expect(name.utf8.count != 2)
    }
  }

  @Test(arguments: Branch.groups)
  func groupsAreKnownByTheirNames(name: String) throws {
    let branch = try Branch.named(name).get()
    #expect(branch.tree == .countries)
    #expect(Countries.all.contains { branch.holds($0.alpha2) == true })
    #expect(Countries.all.contains { branch.holds($0.alpha2) == false })
  }

  @Test(arguments: [
    ("BR", "BR"), ("Brazil", "BR"), (" bra ", "bra"), ("Rotterdam  harbour", "Rotterdam harbour"),
    (nil, "?"), ("", "?"), ("  ", "?"), ("NA", "NA"), ("Namibia", "NA"),
  ])
  func endsOfRoutes(text: String?, end: String) {
    // Codes are capitals: other letters are no code.
    #expect(Route.end(text) == end)
  }

  @Test(arguments: [
    ("PT", "PT"), ("PT;FR", "PT > FR"), ("PT, FR", "PT > FR"), ("PT > FR", "PT > FR"),
    ("Korea, Republic of", "KR"), ("Korea, Republic of; JP", "KR > JP"),
    ("Portugal/FRA", "PT > FR"),
    ("Suez; ", "Suez"), (nil, nil), ("", nil), (" ; , ", nil),
  ])
  func legsOfRoutes(text: String?, legs: String?) {
    #expect(Route.legs(text) == legs)
  }
}
