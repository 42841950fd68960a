import Testing

@testable import Rendering

/// Which whole numbers are keys, by the name of their column.
@Suite struct KeyNameTests {
  @Test(arguments: [
    "yearweek(seized_on)", "((year(d) * 100) + 12)", "year * 100 + month", "year", "fiscal_year",
    "Week", "yearmonth", "seizure_id", "ID", "hs_code",
  ])
  func keys(name: String) { #expect(KeyName.says(name)) }

  @Test(arguments: [
    "", "n", "quantity", "count(DISTINCT seizure_id)", "sum(year)", "items_per_year", "identity",
    "week_total", "weekly", "seizures",
  ])
  func others(name: String) { #expect(!KeyName.says(name)) }
}
