/// How the way of a consignment is written: `BR > PT > ES`.
package enum Route {
  /// What stands between its places.
  package static let separator = " > "
  /// What stands for a place that is not known.
  package static let unknown = "?"

  /// The place where a route begins or ends: the alpha-2 code of a country, whatever it is written
  /// as; other texts as they stand.
  ///
  /// - Parameter text: nil, or nothing but blanks, where it is not known.
  package static func end(_ text: String?) -> String? {
    text.flatMap(place) ?? unknown
  }

  /// The places between, of which one text may name several: `PT;FR`, `PT, FR`.
  ///
  /// A comma parts them only where it does not belong to a name, as in `Korea, Republic of`.
  ///
  /// - Returns: nil where there are none.
  package static func legs(_ text: String?) -> String? {
    guard let text else { return nil }
    let legs = text.split { ";|>/".contains($0) }.flatMap { part -> [String] in
      if Countries.country(String(part)) != nil { return [place(String(part))].compactMap { $0 } }
      return part.split(separator: ",").compactMap { place(String($0)) }
    }
    return legs.isEmpty ? nil : legs.joined(separator: separator)
  }

  private static func place(_ text: String) -> String? {
    if let country = Countries.country(text) { return country.alpha2 }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
