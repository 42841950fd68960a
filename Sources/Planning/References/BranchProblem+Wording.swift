import Language
import Reference

extension BranchProblem {
  /// The problem in words, with `name`, which was to be a branch.
  func message(_ name: String) -> String {
    switch self {
    case .unknown: "there is no branch \(SQLText.literal(name))"
    case .country: "\(SQLText.literal(name)) is one country and no group of them"
    case .numeral: "\(SQLText.literal(name)) alone may be a section or a country"
    case .oddDigits:
      "\(SQLText.literal(name)) has an odd number of digits, and codes of goods have an even one"
    case .noChapter(let chapter): "the Harmonized System has no chapter \(chapter)"
    }
  }

  /// What can be written instead.
  var help: [String] {
    switch self {
    case .unknown:
      [
        "branches of the Harmonized System: '30', '3004', '3004.90', 'section XI'",
        "groups of countries: "
          + Branch.groups.map(SQLText.literal).joined(separator: ", "),
      ]
    case .country(let country):
      ["country_code(…) = \(SQLText.literal(country.alpha2)) asks for one, however it is written"]
    case .numeral(let numeral):
      ["a section of the Harmonized System is written \(SQLText.literal("section " + numeral))"]
    case .oddDigits, .noChapter: []
    }
  }

  /// What was most likely meant by `name`; nil where nothing is near.
  func guess(_ name: String) -> String? {
    switch self {
    case .unknown:
      Countries.region(name).map { CountryGroup.region($0).name }
        ?? Spelling.closest(to: name, among: Branch.groups)
    case .oddDigits:
      if case .success = Branch.named("0" + name) { "0" + name } else { nil }
    case .country, .noChapter, .numeral: nil
    }
  }
}
