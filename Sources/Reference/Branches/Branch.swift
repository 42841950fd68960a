/// A branch of a tree of codes, by which `UNDER` asks: a part of the Harmonized System, or a group
/// of countries.
package struct Branch: Sendable {
  /// What the codes stand for.
  package enum Tree: Sendable {
    case goods, countries
  }

  private enum Meaning: Sendable {
    /// Digits, or a section.
    case goods(String)
    case countries(CountryGroup)
  }

  private let meaning: Meaning

  package var tree: Tree {
    if case .goods = meaning { .goods } else { .countries }
  }

  /// The branch that is called `name`.
  ///
  /// Two digits are a chapter of the Harmonized System, four a heading, six or more what they begin
  /// with; `section XI` is a section. Anything else is a group of countries.
  package static func named(_ name: String) -> Result<Branch, BranchProblem> {
    if HarmonizedSystem.normalized(name) != nil { return goods(digits: name) }
    if HarmonizedSystem.section(of: name) != nil {
      // A numeral alone may be the code of a country: VI, XX.
      return name.lowercased().contains("section")
        ? .success(Branch(meaning: .goods(name))) : .failure(.numeral(name))
    }
    if let group = CountryGroup(name) { return .success(Branch(meaning: .countries(group))) }
    if let country = Countries.country(name) { return .failure(.country(country)) }
    return .failure(.unknown)
  }

  private static func goods(digits name: String) -> Result<Branch, BranchProblem> {
    guard let digits = HarmonizedSystem.wholeDigits(name) else { return .failure(.oddDigits) }
    guard HarmonizedSystem.chapter(of: digits) != nil else {
      return .failure(.noChapter(String(digits.prefix(2))))
    }
    return .success(Branch(meaning: .goods(name)))
  }

  /// What the groups of countries are called, one name each.
  package static var groups: [String] { CountryGroup.allCases.map(\.name) }

  /// Whether a code, or a country by any name, belongs to the branch; nil where it does not, and is
  /// none that is known, as those are which each country makes in chapters 98 and 99. Groups have the
  /// members of today.
  package func holds(_ code: String) -> Bool? {
    switch meaning {
    case .goods(let branch):
      if HarmonizedSystem.isUnder(code, branch: branch) { return true }
      return HarmonizedSystem.entry(code) == nil ? nil : false
    case .countries(let group):
      return Countries.country(code).map { group.contains($0, onDay: nil) }
    }
  }
}

/// Why a text names no branch.
package enum BranchProblem: Error, Sendable {
  /// Nothing is called so; `Europe` alone may be the continent, and is not taken for a region.
  case unknown
  /// It is one country, which is no group of them.
  case country(Country)
  /// It is the numeral of a section, without the word.
  case numeral(String)
  /// Codes of goods have an even number of digits: one was lost.
  case oddDigits
  /// There is no chapter of these digits.
  case noChapter(String)
}
