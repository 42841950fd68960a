/// Tells by the name of a column whether its whole numbers are keys, such as years and weeks of
/// years (`202501`), which commas between thousands would make amounts of.
enum KeyName {
  /// Whether `name` says so: `yearweek(seized_on)`, `year(d) * 100 + month(d)`, `fiscal_year`,
  /// `week`, `seizure_id`.
  static func says(_ name: String) -> Bool {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    let isComputed = name.contains { "()+-*/%".contains($0) }
    if isComputed { return functions.contains(first) }
    return last == "id" || last == "code" || words.allSatisfy(periods.contains)
  }

  /// Functions that give a year, or a key that begins with one.
  private static let functions: Set<String> = ["year", "isoyear", "yearweek", "fiscal"]

  /// What names of columns that hold keys of periods consist of.
  private static let periods: Set<String> = [
    "year", "isoyear", "yearmonth", "yearweek", "fiscal", "calendar", "iso", "month", "week",
    "quarter", "period", "key",
  ]
}
