import Reference

/// Where seizures are made, and where goods come from and go to.
///
/// Who trades what with whom is invented: no figure of the data set says anything about a country.
struct Places {
  /// The alpha-2 codes of all countries, in the order of `Countries.all`, as CSV fields.
  let codes: FieldPool
  /// Names of customs offices, as CSV fields.
  let offices: FieldPool
  /// Chooses the country that reports.
  let reporters: AliasTable
  /// Chooses a country on the way.
  let hubs: AliasTable
  /// Chooses where goods are bound for.
  let markets: AliasTable
  /// Chooses where goods of a category come from, in the early and in the late years.
  let origins: [(early: AliasTable, late: AliasTable)]

  private let firstOffice: [Int]
  private let officeCount: [Int]
  private let isLandlocked: [Bool]
  private let isIsland: [Bool]

  /// What a customs office is.
  enum OfficeKind: Int, CaseIterable {
    case airport, seaport, border, mail, rail, inland

    var text: String {
      switch self {
      case .airport: "Airport"
      case .seaport: "Seaport"
      case .border: "Border Crossing"
      case .mail: "Mail Centre"
      case .rail: "Rail Terminal"
      case .inland: "Inland Clearance"
      }
    }
  }

  init() {
    let all = Countries.all
    var indices: [String: Int] = [:]
    for (index, country) in all.enumerated() { indices[country.alpha2] = index }
    func list(_ text: String) -> [Int] {
      text.split(separator: " ").compactMap { indices[String($0)] }
    }
    func choice(_ preferred: String, elsewhere: UInt64) -> AliasTable {
      var weights = all.map { $0.region == nil ? elsewhere / 8 : elsewhere }
      for (rank, index) in list(preferred).enumerated() {
        weights[index] += 1_000_000 / UInt64(rank + 2)
      }
      return AliasTable(weights: weights)
    }

    codes = FieldPool(all.map(\.alpha2))

    // Members of the World Customs Organization report, the busiest first.
    var reporting = list(Self.busiest)
    let named = Set(reporting)
    reporting += all.indices.filter { all[$0].region != nil && !named.contains($0) }
    var weights = [UInt64](repeating: 0, count: all.count)
    for (rank, index) in reporting.enumerated() { weights[index] = 1_000_000 / UInt64(rank + 3) }
    reporters = AliasTable(weights: weights)
    hubs = choice(Self.hubList, elsewhere: 400)
    markets = choice(Self.busiest, elsewhere: 1_200)
    origins = Category.allCases.map { category in
      let lists = Self.sources(category)
      return (choice(lists.early, elsewhere: 500), choice(lists.late, elsewhere: 500))
    }

    var names = InventedNames(stream: 1)
    var offices = FieldPool()
    var firstOffice: [Int] = []
    var officeCount: [Int] = []
    var rank = [Int](repeating: all.count, count: all.count)
    for (position, index) in reporting.enumerated() { rank[index] = position }
    for index in all.indices {
      let towns = (0..<(1 + 14 / (rank[index] + 2))).map { _ in names.town() }
      for kind in OfficeKind.allCases {
        let count =
          switch kind {
          case .airport, .border: towns.count
          case .seaport: (towns.count + 1) / 2
          case .mail, .rail, .inland: (towns.count + 2) / 3
          }
        firstOffice.append(offices.ends.count)
        officeCount.append(count)
        // Seaports and crossings lie in the towns at the end of the list.
        let ordered = kind == .seaport || kind == .border ? towns.reversed() : towns
        for town in ordered.prefix(count) { offices.add("\(town) \(kind.text)") }
      }
    }
    self.offices = offices
    self.firstOffice = firstOffice
    self.officeCount = officeCount
    let landlocked = Set(list(Self.landlocked))
    let islands = Set(list(Self.islands))
    isLandlocked = all.indices.map(landlocked.contains)
    isIsland = all.indices.map(islands.contains)
  }

  /// An office of a country that handles traffic of one sort; the first ones are the busiest.
  func office(country: Int, kind wanted: OfficeKind, _ random: inout SplitMix64) -> Int {
    var kind = wanted
    if kind == .seaport && isLandlocked[country] { kind = .inland }
    if (kind == .border || kind == .rail) && isIsland[country] { kind = .seaport }
    let cell = country * OfficeKind.allCases.count + kind.rawValue
    let count = officeCount[cell]
    return firstOffice[cell] + min(random.below(count), random.below(count))
  }

  private static let busiest = """
    DE US NL FR BE GB SA IT PL ES CN JP CH BR IN AU AE TR FI CA CZ SE AT HU PT RU IE KE ZA MX MY \
    RO DK TH GR KR NZ AR HK NO NG CL NA LT EG LV SG CI MA GH BG UA PH CO HR SN VN PE MT QA
    """
  private static let hubList = """
    AE NL TR SG HK PA DE ET MY BE KE QA ES DO MA TG FR TH MT GB CV ZA EG JM
    """
  private static let landlocked = """
    AD AF AM AT AZ BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS \
    RW SK SM SS SZ TD TJ TM UG UZ VA ZM ZW
    """
  private static let islands = """
    AG AU BB BH BM BS CU CV CW CY DM FJ GD IS JM JP KM KR LC LK MG MT MU MV NZ PH PW SB SC SG ST TO \
    TT TW VC VU WS
    """

  private static func sources(_ category: Category) -> (early: String, late: String) {
    switch category {
    case .drugs: ("MA CO NL AF NG TH VE ES JM PE BE", "CO MA US NL TH EC CA MX ES BR DE")
    case .precursors: ("CN IN DE MX NL AE", "CN IN TR TH MM NL")
    case .medicines: ("IN CN PK GB TH RO CH SG EG", "IN CN TR SG MM PK AE CM GB MX")
    case .counterfeits: ("CN HK TH TR AE MY MA", "CN HK TR VN IN AE MY PK")
    case .tobacco: ("RU UA CN PL MD AE ID", "AE BY BG CN UA TR ID VN")
    case .alcohol: ("RU CZ UA BE FR PL", "GE UA TR FR GB IT")
    case .food: ("CN BR AR TR NO TN", "CN BR TR IN UA TN EC")
    case .wildlife: ("CN ZA NG ID MG MX RU CM", "NG ID MX ZA TZ UG BR VN MZ")
    case .hazardous: ("CN DE IN GB NL US", "CN TR IN IT GB GH")
    case .weapons: ("US RS TR CZ CN BE", "US TR CN ES CZ DE AT")
    case .culture: ("IQ SY EG IT PE GR RU", "UA SY TR EG MX IT YE")
    case .currency: ("NG CO AE US VE RU", "AE US TR CD UG HK IN")
    case .revenue: ("CN DE AE IT TR", "CN TR AE DE IN VN")
    }
  }
}
