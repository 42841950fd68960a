import Testing

@testable import Reference

struct CountryNamesTests {
  @Test(arguments: Countries.all + [Countries.kosovo])
  func everyCodeAndNameFindsItsCountry(country: Country) {
    #expect(Countries.country(country.alpha2) == country)
    #expect(Countries.country(country.alpha3) == country)
    #expect(Countries.names(of: country).first == country.name)
    if !country.numeric.isEmpty { #expect(Countries.country(country.numeric) == country) }
    for name in Countries.names(of: country) {
      #expect(Countries.country(name) == country, "\(name)")
      #expect(Countries.country(" the \(name.uppercased())*") == country, "\(name)")
    }
  }

  @Test func noNameIsThatOfTwoCountries() {
    var owners: [String: String] = [:]
    for names in Countries.names {
      for key in Set(names.map(CountryName.key)) {
        #expect(owners[key] == nil, "\(key): \(owners[key] ?? "") and \(names[0])")
        owners[key] = names[0]
      }
    }
    #expect(owners.count > 900)
  }

  @Test func everyLineOfTheNameTableIsOfACountry() {
    let lines = Countries.nameTable.split(separator: "\n")
    let codes = lines.map { String($0.prefix(2)) }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { Countries.country($0)?.alpha2 == $0 })
    #expect(Countries.names.count == 250)
    #expect(Countries.names.filter { $0.count > 1 }.count == lines.count)
  }

  @Test(
    arguments: [
      ("CZ", "Czech Republic|Czechia|the Czech Rep.|CZECHIA"),
      ("RU", "Russia|Russian Federation|Russian Fed."),
      ("VN", "Viet Nam|Vietnam|VIETNAM"),
      ("IR", "Iran (Islamic Republic of)|Iran, Islamic Republic of|Iran|Islamic Republic of Iran"),
      ("MM", "Burma|Myanmar|Burma (Myanmar)|BU|BUR"),
      ("CI", "Ivory Coast|Côte d'Ivoire|Cote d’Ivoire|COTE D'IVOIRE|Cote d`Ivoire|Cote D Ivoire"),
      ("SZ", "Swaziland|Eswatini|Kingdom of Eswatini"),
      (
        "MK",
        "Macedonia (FYROM)|North Macedonia|FYROM|Macedonia, the former Yugoslav Republic of"
          + "|The Former Yugoslav Republic of Macedonia"
      ),
      ("TR", "Turkey|Türkiye|Turkiye|TURKIYE|Tu\u{0308}rkiye"),
      ("GB", "UK|U.K.|uk|Great Britain|United Kingdom (England and Wales)|England|Scotland"),
      ("US", "USA|U.S.|U.S.A.|US|usa|United States of America|U S A|the United States"),
      ("KR", "South Korea|Republic of Korea|Korea (South)|Korea, Republic of|Korea (Rep. of)"),
      ("KP", "North Korea|DPRK|Korea, Democratic People's Republic of|Korea, North"),
      ("HK", "Hong Kong|China, Hong Kong SAR|Hong Kong, SAR of China|Hongkong"),
      ("MO", "Macau|Macao|Macau, SAR of China|China, Macao SAR"),
      ("TW", "Taiwan|Chinese Taipei|Taiwan, Province of China|Taiwan (ROC)|Taiwan, China"),
      ("CN", "China|People's Republic of China|China (People's Republic of)|PRC"),
      ("CV", "Cape Verde|Cabo Verde"),
      ("CD", "Congo, the Democratic Republic of the|DR Congo|Congo (Dem. Rep.)|Zaire|ZR|ZAR"),
      ("CG", "Congo|Republic of the Congo|Congo (Republic of the)|Congo (Brazzaville)"),
      ("LA", "Laos|Lao PDR|Lao Peoples Democratic Republic|Lao People's Democratic Republic"),
      ("MD", "Moldova|Moldova, Republic of|Republic of Moldova|Moldova (Republic of)"),
      ("SY", "Syria|Syrian Arab Republic"),
      ("TZ", "Tanzania|Tanzania, United Republic of|United Republic of Tanzania"),
      ("BO", "Bolivia|Bolivia, Plurinational State of|Bolivia (Plurinational State of)"),
      ("VE", "Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela"),
      ("BN", "Brunei|Brunei Darussalam"),
      ("VA", "Vatican|Holy See|Vatican City|Holy See (Vatican City State)"),
      ("PS", "Palestine|State of Palestine|Palestine, State of|Occupied Palestinian Territory"),
      ("XK", "Kosovo|Kosovo*|Kosovo under UNSCR 1244|XK|XKX|Kosovo (UNSCR 1244)"),
      ("NL", "Holland|Netherlands|The Netherlands|Netherlands (Kingdom of the)"),
      ("LY", "Libya|Libyan Arab Jamahiriya"),
      ("IQ", "Iraq|Iraq (Central Iraq)|Iraq (Kurdistan Region)"),
      ("LC", "St. Lucia|Saint Lucia|St Lucia"),
      ("KN", "St. Kitts & Nevis|Saint Kitts and Nevis|St Kitts-Nevis"),
      ("TT", "Trinidad & Tobago|Trinidad and Tobago"),
      ("BA", "Bosnia-Herzegovina|Bosnia & Herzegovina|Bosnia"),
      ("GM", "Gambia|The Gambia|Gambia, The"),
      ("AX", "Aland Islands|Åland|Aland Is."),
      ("RE", "Reunion|Réunion"), ("CW", "Curacao|Curaçao"), ("ST", "Sao Tome & Principe"),
      ("GR", "Greece|EL|GR|GRC"), ("NA", "NA|NAM|Namibia"), ("TL", "East Timor|TP|Timor-Leste"),
      ("DE", "Germany|Germany, Federal Republic of|West Germany|DD|DDR|East Germany"),
      ("AF", "004|AFG|Afghanistan"), ("SX", "Sint Maarten|St. Maarten"),
      ("VI", "US Virgin Islands|Virgin Islands (U.S.)|U.S. Virgin Islands"),
      ("VG", "British Virgin Islands|Virgin Islands, British"),
      ("BF", "Upper Volta|HV|Burkina Faso"), ("RO", "ROM|ROU|RO|Rumania"),
      ("BR", "Brasil|Brazil"), ("ES", "España|Spain"), ("UA", "Україна|Ukraine"),
    ])
  func namesInUse(alpha2: String, names: String) {
    for name in names.split(separator: "|") {
      #expect(Countries.country(String(name))?.alpha2 == alpha2, "\(name)")
    }
  }

  @Test(
    arguments: [
      "", " ", "-", "In", "Is", "na", "no", "No", "De", "Nam", "deu", "4", "04", "0004", "999",
      "Korea", "Virgin Islands", "Soviet Union", "Yugoslavia", "Netherlands Antilles", "CS", "SU",
      "AN", "Unknown", "Multiple Countries", "Other", "n/a", "EU", "Europe", "Republic", "Guiana",
      "U S", "N.A.", "N.A", "n.a.", "F.R.", "ZZ", "QQQ", "Republic of", "Atlantis",
    ])
  func whatIsNoCountryIsNone(text: String) {
    #expect(Countries.country(text) == nil)
  }

  @Test(arguments: ["de", " gb ", "in", "is", "us", "el", "xk"])
  func twoSmallLettersAreACode(code: String) {
    let capitals = Countries.country(code.uppercased())
    #expect(capitals != nil && Countries.country(code) == capitals)
    #expect(Countries.country(asWritten: code) == nil)
  }

  @Test func aCountryThatIsInNoTableHasNoNames() {
    let nowhere = Country(alpha2: "QZ", alpha3: "QZZ", numeric: "", name: "Nowhere", region: nil)
    #expect(Countries.names(of: nowhere).isEmpty)
  }

  @Test(
    arguments: [
      ("Columbia", "Colombia"), ("Phillipines", "Philippines"), ("Afganistan", "Afghanistan"),
      ("Switserland", "Switzerland"), ("Kazachstan", "Kazakhstan"), ("Viet Nan", "Viet Nam"),
      ("Norwya", "Norway"), ("Untied Kingdom", "United Kingdom"), ("perru", "Peru"),
    ])
  func aMisspeltNameIsGuessed(name: String, guess: String) {
    #expect(Countries.closest(to: name) == guess)
  }

  // Irab is as near to Iran as to Iraq.
  @Test(arguments: ["", "Xy", "Irab", "Zzzzzzz", "Middle of nowhere"])
  func whatIsNearToNothingOrToTwoIsNotGuessed(name: String) {
    #expect(Countries.closest(to: name) == nil)
  }
}

struct FormerCountriesTests {
  // ISO 3166-3 as of 2025 has 31 entries.
  @Test func allOfTheStandardAreThere() {
    #expect(Countries.former.count == 31)
    #expect(Countries.former.map(\.alpha2) == Countries.former.map(\.alpha2).sorted())
    #expect(Set(Countries.former.compactMap(\.alpha3)).count == 31)
  }

  @Test(arguments: Countries.former)
  func successorsAreCountriesOfToday(former: FormerCountry) {
    #expect(!former.successors.isEmpty)
    #expect(former.successors == former.successors.sorted())
    #expect(former.successors.allSatisfy { Countries.country(alpha2: $0) != nil })
    #expect((1974...2010).contains(former.until))
    #expect(Countries.former(former.name).contains(former))
  }

  @Test func someCodesAreThoseOfTwoCountries() {
    #expect(
      Countries.former("CS").map(\.name) == ["Czechoslovakia", "Serbia and Montenegro"])
    #expect(Countries.former("SCG").map(\.until) == [2006])
    #expect(Countries.former("U.S.S.R.").first?.successors.count == 15)
    #expect(Countries.former("Former Yugoslavia").map(\.alpha2) == ["YU"])
    #expect(Countries.former("AN").first?.successors == ["BQ", "CW", "SX"])
  }

  // AI is Anguilla, GE Georgia, SK Slovakia, BY Belarus and BQ Bonaire today.
  @Test(arguments: ["AI", "GE", "SK", "BY", "BQ", "cs", "Czech", ""])
  func whatIsInUseIsNotFormer(text: String) {
    #expect(Countries.former(text).isEmpty)
  }
}
