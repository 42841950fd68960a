/// The time for which a country belonged to a union.
package struct Membership: Sendable, Hashable {
  package enum Union: String, CaseIterable, Sendable, Hashable {
    /// The European Union, and the European Economic Community that it grew out of.
    case europeanUnion = "EU"
    /// The European Free Trade Association.
    case efta = "EFTA"
  }

  package let union: Union
  package let alpha2: String
  /// The first day, in days since 1970-01-01.
  package let from: Int32
  /// The last day, in days since 1970-01-01; nil for those who are members today.
  package let until: Int32?
}

extension Countries {
  /// The memberships of states, by union and in order of time.
  ///
  /// What belongs to a state and has a code of its own (Greenland, Réunion, the Åland Islands) has
  /// no row, whether it was part of the union or not.
  package static let memberships: [Membership] =
    Table.rows(membershipTable).flatMap { fields -> [Membership] in
      guard fields.count == 4, let union = Membership.Union(rawValue: fields[0]),
        let from = DayNumber.day(fields[1])
      else { return [] }
      return Table.list(fields[3], separator: UInt8(ascii: " ")).map {
        Membership(union: union, alpha2: $0, from: from, until: DayNumber.day(fields[2]))
      }
    }

  /// Whether the country with this code was a member on a day, counted from 1970-01-01.
  ///
  /// - Parameter day: The day; nil asks for the members of today, whose time has no end.
  package static func isMember(
    _ alpha2: String, of union: Membership.Union, onDay day: Int32?
  ) -> Bool {
    memberships.contains { membership in
      guard membership.alpha2 == alpha2, membership.union == union else { return false }
      guard let day else { return membership.until == nil }
      return membership.from <= day && day <= membership.until ?? .max
    }
  }

  /// Union, first day, last day, members.
  ///
  /// The days of the European Union are those on which the Treaty of Rome and the treaties of
  /// accession came into force, and the day that the United Kingdom left (23:00 UTC: it counts as a
  /// member on that day). Those of EFTA are the day that the Stockholm Convention came into force, of
  /// each accession to it, and the eve of each leaver's accession to the other union; Finland was an
  /// associate from 1961 until 1985, which does not count.
  private static let membershipTable = """
    EU|1958-01-01||BE DE FR IT LU NL
    EU|1973-01-01||DK IE
    EU|1973-01-01|2020-01-31|GB
    EU|1981-01-01||GR
    EU|1986-01-01||ES PT
    EU|1995-01-01||AT FI SE
    EU|2004-05-01||CY CZ EE HU LT LV MT PL SI SK
    EU|2007-01-01||BG RO
    EU|2013-07-01||HR
    EFTA|1960-05-03||CH NO
    EFTA|1960-05-03|1972-12-31|DK GB
    EFTA|1960-05-03|1985-12-31|PT
    EFTA|1960-05-03|1994-12-31|AT SE
    EFTA|1970-03-01||IS
    EFTA|1986-01-01|1994-12-31|FI
    EFTA|1991-09-01||LI
    """
}
