/// A set of countries that a query can name.
package enum CountryGroup: Sendable, Hashable, CaseIterable {
  /// The European Union or the European Free Trade Association, whose members change with time.
  case union(Membership.Union)
  /// A region of the World Customs Organization, with the members of today.
  case region(WCORegion)

  package static let allCases: [CountryGroup] =
    Membership.Union.allCases.map { .union($0) } + WCORegion.allCases.map { .region($0) }

  /// The group that a text names; nil when it names none.
  ///
  /// `EU` and `EFTA` are known by their name too, and a region by any name that `Countries.region`
  /// knows if `WCO` stands before it: `Europe` alone may be the continent. Case does not matter.
  package init?(_ text: String) {
    let key = CountryName.key(text)
    if let union = Self.unions[key] {
      self = .union(union)
    } else if key.split(separator: " ").contains("wco"), let region = Countries.region(text) {
      self = .region(region)
    } else {
      return nil
    }
  }

  /// A short name that is understood in turn: `EU`, `WCO Europe`.
  package var name: String {
    switch self {
    case .union(let union): union.rawValue
    case .region(.europe): "WCO Europe"
    case .region(let region): "WCO \(region.abbreviation)"
    }
  }

  /// Whether the country was in the group on a day, counted from 1970-01-01.
  ///
  /// - Parameter day: The day; nil asks for the members of today. Regions do not ask for it.
  package func contains(_ country: Country, onDay day: Int32?) -> Bool {
    switch self {
    case .union(let union): Countries.isMember(country.alpha2, of: union, onDay: day)
    case .region(let region): country.region == region
    }
  }

  /// Unions by `CountryName.key`.
  private static let unions: [String: Membership.Union] = Dictionary(
    Membership.Union.allCases.flatMap { union in
      names(of: union).map { (CountryName.key($0), union) }
    },
    uniquingKeysWith: { first, _ in first })

  private static func names(of union: Membership.Union) -> [String] {
    switch union {
    case .europeanUnion:
      [
        "EU", "E U", "European Union", "EEC", "European Community", "European Communities",
        "European Economic Community",
      ]
    case .efta: ["EFTA", "European Free Trade Association"]
    }
  }
}

extension Countries {
  /// The region that a text names, by its name, a shorter one or its abbreviation; nil for others.
  ///
  /// `WCO` may stand before it and `region` after it; case and punctuation do not matter.
  package static func region(_ text: String) -> WCORegion? {
    let words = CountryName.key(text).split(separator: " ")
    return regions[words.filter { $0 != "wco" && $0 != "region" }.joined(separator: " ")]
  }

  private static let regions: [String: WCORegion] = Dictionary(
    WCORegion.allCases.flatMap { region in
      ([region.name, region.abbreviation] + shortNames(of: region)).map {
        (CountryName.key($0), region)
      }
    },
    uniquingKeysWith: { first, _ in first })

  private static func shortNames(of region: WCORegion) -> [String] {
    switch region {
    case .americas: ["Americas", "The Americas and the Caribbean", "AMS/C"]
    case .europe: []
    case .asiaPacific: ["Asia Pacific", "Asia and the Pacific", "A/P", "Far East"]
    case .northAfricaMiddleEast:
      [
        "Middle East and North Africa", "North Africa and Middle East", "Near and Middle East",
        "North Africa, Near and Middle East",
      ]
    case .eastSouthernAfrica: ["Eastern and Southern Africa", "East Southern Africa"]
    case .westCentralAfrica: ["Western and Central Africa", "West Central Africa"]
    }
  }
}
