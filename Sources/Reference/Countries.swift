/// All countries, and the ways to find one.
///
/// The table is text until the first use, so that a program that asks nothing about countries pays
/// nothing for them.
package enum Countries {
  /// In ascending order of `alpha2`.
  package static let all: [Country] = parse(table)

  /// The country with this alpha-2 code; nil when there is none, or when the code is not written in
  /// capitals.
  ///
  /// - Complexity: O(log n) in the number of countries.
  package static func country(alpha2: String) -> Country? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].alpha2 < alpha2 { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].alpha2 == alpha2 else { return nil }
    return all[low]
  }

  private static func parse(_ text: String) -> [Country] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { return nil }
      return Country(
        alpha2: fields[0], alpha3: fields[1], numeric: fields[2], name: fields[3],
        region: WCORegion.allCases.first { $0.abbreviation == fields[4] })
    }
  }
}
