/// How many items each year's seizures hold in all: the figures that the data set is made to meet.
///
/// An *item* is one of anything that is counted (`Unit.isCount`): a piece, a pair, a tablet, an
/// ampoule, a stick. What is weighed or poured is never an item.
enum ItemTotals {
  /// The kinds of goods whose items are made up to a total of their own in each year.
  enum Kind: Int, CaseIterable {
    /// Illicit medicines.
    case medicines
    /// Sticks of tobacco.
    case sticks
    /// Everything else that is counted.
    case other
  }

  /// All items of a year and, among them, illicit medicines, in hundred thousands, from 2004.
  ///
  /// Published are three of them, all from the World Customs Organization's Secretary General at
  /// the 18th INTERPOL conference on IP crime (30 September 2025): 166 million items in 2004, nearly
  /// 200 million in 2024, of which 148 million illicit medicines. The year 2024 is set at 199.6
  /// million. All others are invented: a smooth path with a dip after 2008 and a bulge of medicines
  /// in 2020 and 2021.
  static let hundredThousands: [(items: Int, medicines: Int)] = [
    (1660, 214), (1672, 251), (1691, 296), (1713, 348), (1722, 401), (1648, 423), (1664, 469),
    (1689, 528), (1707, 590), (1731, 661), (1752, 729), (1763, 788), (1779, 851), (1794, 918),
    (1806, 983), (1818, 1049), (1924, 1247), (1951, 1338), (1933, 1371), (1958, 1412), (1996, 1480),
  ]

  /// The items of one kind in one year.
  ///
  /// - Parameter year: years since 2004.
  static func total(year: Int, kind: Kind) -> Int {
    let medicines = hundredThousands[year].medicines * 100_000
    let others = hundredThousands[year].items * 100_000 - medicines
    // Sticks are 62 % of the rest in 2004 and one point less in each year after it.
    let sticks = others / 100 * (62 - year)
    return switch kind {
    case .medicines: medicines
    case .sticks: sticks
    case .other: others - sticks
    }
  }
}
