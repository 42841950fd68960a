/// Shares out each year's items among the rows that count, so that their sum is met exactly.
///
/// Each row has at least one item, and beyond that its part of the total by its weight. What a
/// large quantity loses when it is rounded to a natural number (full cartons, full boxes) is passed
/// on to the next large one of the same year and kind; the last one takes what is left.
struct ItemApportionment {
  private struct Account {
    var total = 0
    var rows = 0
    var weight: UInt64 = 0
    var rowsDone = 0
    var weightDone: UInt64 = 0
    /// Whole items apportioned so far, before rounding.
    var apportioned = 0
    /// Items that rounding has held back.
    var carried = 0
  }

  private var accounts: [Account] = (0..<StudyPeriod.yearCount).flatMap { year in
    ItemTotals.Kind.allCases.map { Account(total: ItemTotals.total(year: year, kind: $0)) }
  }

  /// First pass: takes note of a row that counts.
  mutating func add(year: Int, kind: ItemTotals.Kind, weight: Int) {
    let cell = year * ItemTotals.Kind.allCases.count + kind.rawValue
    accounts[cell].rows += 1
    accounts[cell].weight += UInt64(weight)
  }

  /// The years (from 2004) of which some kind of goods has too few rows to carry its total.
  var unmetYears: [Int] {
    (0..<StudyPeriod.yearCount).filter { year in
      ItemTotals.Kind.allCases.contains { kind in
        let account = accounts[year * ItemTotals.Kind.allCases.count + kind.rawValue]
        return account.rows == 0 || account.rows > account.total
      }
    }
  }

  /// Second pass: the number of items of the next row that counts, at least 1.
  ///
  /// The rows must come with the same years, kinds and weights as in the first pass.
  mutating func next(year: Int, kind: ItemTotals.Kind, weight: Int, unit: Unit) -> Int {
    let cell = year * ItemTotals.Kind.allCases.count + kind.rawValue
    var account = accounts[cell]
    account.rowsDone += 1
    account.weightDone += UInt64(weight)
    let shared = UInt64(max(0, account.total - account.rows))
    let part = account.weight.dividingFullWidth(shared.multipliedFullWidth(by: account.weightDone))
    let upTo = account.rowsDone + Int(part.quotient)
    let share = upTo - account.apportioned
    account.apportioned = upTo

    let quantity: Int
    let step = Self.step(share, unit)
    if account.rowsDone == account.rows {
      quantity = share + account.carried
    } else if step > 1 {
      quantity = (share + account.carried) / step * step
      account.carried += share - quantity
    } else {
      quantity = share
    }
    accounts[cell] = account
    return quantity
  }

  /// What a quantity of about `share` is a multiple of, never more than it.
  private static func step(_ share: Int, _ unit: Unit) -> Int {
    switch unit {
    case .sticks: share < 200 ? 1 : share < 20_000 ? 20 : 200
    case .tablets: share < 100 ? 1 : share < 5_000 ? 10 : 100
    default: share < 1_000 ? 1 : share < 20_000 ? 10 : 100
    }
  }
}
