import Columns
import Reference

extension ReferenceTable {
  /// Countries and territories, those of ISO 3166-1 in the order of their codes.
  static let countries = ReferenceTable(
    "countries", "countries: ISO 3166-1 codes, names in use, WCO regions, members of EU and EFTA",
    countryFields
  ) { countryRelation }

  /// Who was a member of the European Union or of EFTA, and when.
  static let memberships = ReferenceTable(
    "memberships", "when countries became members of the EU and of EFTA, and when they left",
    membershipFields
  ) { membershipRelation }

  /// Countries that have left ISO 3166-1.
  static let formerCountries = ReferenceTable(
    "former_countries", "countries that are no more, ISO 3166-3, and which came after them",
    formerFields
  ) { formerRelation }

  private static let countryFields = [
    Field(name: "alpha2", type: .varchar), Field(name: "alpha3", type: .varchar),
    Field(name: "numeric", type: .varchar), Field(name: "name", type: .varchar),
    Field(name: "wco_region", type: .varchar), Field(name: "eu", type: .boolean),
    Field(name: "efta", type: .boolean), Field(name: "names", type: .varchar),
  ]

  private static let countryRelation = relation(
    countryFields,
    (Countries.all + [Countries.kosovo]).map { country in
      [
        .text(country.alpha2), .text(country.alpha3),
        // Kosovo has no numeric code.
        .text(orNull: country.numeric.isEmpty ? nil : country.numeric), .text(country.name),
        .text(orNull: country.region?.name), isMember(country, .europeanUnion),
        isMember(country, .efta), .text(Countries.names(of: country).joined(separator: "; ")),
      ]
    })

  private static func isMember(_ country: Country, _ union: Membership.Union) -> Value {
    .boolean(Countries.isMember(country.alpha2, of: union, onDay: nil))
  }

  private static let membershipFields = [
    Field(name: "organisation", type: .varchar), Field(name: "alpha2", type: .varchar),
    Field(name: "name", type: .varchar), Field(name: "start_date", type: .date),
    Field(name: "end_date", type: .date),
  ]

  private static let membershipRelation = relation(
    membershipFields,
    Countries.memberships.map { membership in
      [
        .text(membership.union.rawValue), .text(membership.alpha2),
        .text(orNull: Countries.country(alpha2: membership.alpha2)?.name), .date(membership.from),
        membership.until.map { .date($0) } ?? .null,
      ]
    })

  private static let formerFields = [
    Field(name: "alpha2", type: .varchar), Field(name: "alpha3", type: .varchar),
    Field(name: "name", type: .varchar), Field(name: "until_year", type: .bigint),
    Field(name: "successors", type: .varchar),
  ]

  private static let formerRelation = relation(
    formerFields,
    Countries.former.map { country in
      [
        .text(country.alpha2), .text(orNull: country.alpha3), .text(country.name),
        .integer(Int128(country.until)), .text(country.successors.joined(separator: "; ")),
      ]
    })
}
