/// A country, or a name of one, that has left ISO 3166-1.
package struct FormerCountry: Sendable, Hashable {
  /// The code it had, which may be another country's today: `AI` is Anguilla now.
  package let alpha2: String
  package let alpha3: String?
  package let name: String
  /// The year in which the code was withdrawn.
  package let until: Int
  /// The alpha-2 codes of the countries of today whose land it was, in ascending order.
  package let successors: [String]
}

extension Countries {
  /// Those of ISO 3166-3, in ascending order of `alpha2`.
  package static let former: [FormerCountry] = formerEntries.map(\.country)

  /// The former countries that a text means, by a code that no country has today or by a name.
  ///
  /// `CS` is two of them. Codes are capitals, and names are compared as in `country(_:)`.
  package static func former(_ text: String) -> [FormerCountry] {
    (formerIndex[trimmed(text)] ?? formerIndex[CountryName.key(text)] ?? []).map {
      formerEntries[$0].country
    }
  }

  private static let formerEntries: [(country: FormerCountry, names: [String])] =
    Table.rows(formerTable).compactMap { fields in
      guard fields.count == 6, let until = Int(fields[3]) else { return nil }
      let country = FormerCountry(
        alpha2: fields[0], alpha3: fields[1], name: fields[2], until: until,
        successors: Table.list(fields[4], separator: UInt8(ascii: " ")))
      return (country, [fields[2]] + Table.list(fields[5]))
    }

  /// Positions in `formerEntries` by code in capitals and by `CountryName.key`.
  private static let formerIndex: [String: [Int]] = {
    var index: [String: [Int]] = [:]
    for (position, entry) in formerEntries.enumerated() {
      let codes = [entry.country.alpha2, entry.country.alpha3 ?? ""].filter { isFree($0) }
      for text in Set(codes + entry.names.map(CountryName.key)) {
        index[text, default: []].append(position)
      }
    }
    return index
  }()

  private static func isFree(_ code: String) -> Bool {
    !code.isEmpty && !all.contains { $0.alpha2 == code || $0.alpha3 == code }
  }

  /// Alpha-2, alpha-3, name, year of withdrawal, successors, further names.
  ///
  /// Codes, names and years are those of ISO 3166-3. The standard tells which codes came next; here
  /// stand the countries of today whose land it was, without what they have become since (`CS` after
  /// `YU`). `SU` counts Belarus and Ukraine, which had codes of their own beside it.
  private static let formerTable = """
    AI|AFI|French Afars and Issas|1977|DJ|French Territory of the Afars and the Issas
    AN|ANT|Netherlands Antilles|2010|BQ CW SX|Dutch Antilles;Netherlands Antillies
    BQ|ATB|British Antarctic Territory|1979|AQ|
    BU|BUR|Burma|1989|MM|Socialist Republic of the Union of Burma
    BY|BYS|Byelorussian SSR|1992|BY|Byelorussian Soviet Socialist Republic
    CS|CSK|Czechoslovakia|1993|CZ SK|Czechoslovak Socialist Republic;Czech and Slovak Federal \
    Republic
    CS|SCG|Serbia and Montenegro|2006|ME RS|State Union of Serbia and Montenegro;Serbia-Montenegro
    CT|CTE|Canton and Enderbury Islands|1984|KI|
    DD|DDR|German Democratic Republic|1990|DE|East Germany;GDR
    DY|DHY|Dahomey|1977|BJ|Republic of Dahomey
    FQ|ATF|French Southern and Antarctic Territories|1979|AQ TF|
    FX|FXX|Metropolitan France|1997|FR|France, Metropolitan
    GE|GEL|Gilbert and Ellice Islands|1979|KI TV|Gilbert Islands
    HV|HVO|Upper Volta|1984|BF|Republic of Upper Volta;Haute-Volta
    JT|JTN|Johnston Island|1986|UM|
    MI|MID|Midway Islands|1986|UM|
    NH|NHB|New Hebrides|1980|VU|
    NQ|ATN|Dronning Maud Land|1983|AQ|
    NT|NTZ|Neutral Zone|1993|IQ SA|Saudi-Iraqi Neutral Zone
    PC|PCI|Trust Territory of the Pacific Islands|1986|FM MH MP PW|Pacific Islands (Trust \
    Territory)
    PU|PUS|United States Miscellaneous Pacific Islands|1986|UM|US Miscellaneous Pacific Islands
    PZ|PCZ|Panama Canal Zone|1980|PA|Canal Zone
    RH|RHO|Southern Rhodesia|1980|ZW|
    SK|SKM|Sikkim|1975|IN|
    SU|SUN|Union of Soviet Socialist Republics|1992|AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ|\
    USSR;U.S.S.R.;Soviet Union;Former USSR;Former Soviet Union
    TP|TMP|East Timor|2002|TL|Portuguese Timor
    VD|VDR|Democratic Republic of Viet-Nam|1977|VN|North Vietnam;Democratic Republic of Vietnam
    WK|WAK|Wake Island|1986|UM|
    YD|YMD|Democratic Yemen|1990|YE|People's Democratic Republic of Yemen;South Yemen
    YU|YUG|Yugoslavia|2003|BA HR ME MK RS SI|Former Yugoslavia;Socialist Federal Republic of \
    Yugoslavia;Federal Republic of Yugoslavia;SFR Yugoslavia;FR Yugoslavia
    ZR|ZAR|Zaire|1997|CD|Republic of Zaire;Zaïre
    """
}
