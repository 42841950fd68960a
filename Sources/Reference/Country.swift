/// A country or territory that ISO 3166-1 gives a code.
package struct Country: Sendable, Hashable {
  /// Two capital letters, `NA` for Namibia.
  package let alpha2: String
  /// Three capital letters, `NAM` for Namibia.
  package let alpha3: String
  /// Three digits with leading zeros, `516` for Namibia and `004` for Afghanistan.
  package let numeric: String
  /// The English short name of ISO 3166-1, without an article in parentheses.
  package let name: String
  /// Where its customs administration belongs; nil when it is not a member of the World Customs
  /// Organization.
  package let region: WCORegion?
}

/// One of the six regions into which the World Customs Organization groups its members.
package enum WCORegion: String, CaseIterable, Sendable, Hashable {
  case americas = "South America, North America, Central America and the Caribbean"
  case europe = "Europe"
  case asiaPacific =
    "Far East, South and South East Asia, Australasia and the Pacific Islands"
  case northAfricaMiddleEast = "North of Africa, Near and Middle East"
  case eastSouthernAfrica = "East and Southern Africa"
  case westCentralAfrica = "West and Central Africa"

  /// The region's name as the organisation writes it.
  package var name: String { rawValue }

  /// The short form used in the organisation's own documents.
  package var abbreviation: String {
    switch self {
    case .americas: "AMS"
    case .europe: "EUR"
    case .asiaPacific: "AP"
    case .northAfricaMiddleEast: "MENA"
    case .eastSouthernAfrica: "ESA"
    case .westCentralAfrica: "WCA"
    }
  }
}
