/// Makes each row's case from the row's number alone.
///
/// The rows are in order of registration. Row *r* has a random stream of its own, so that a pass
/// over the rows can be repeated, begun anywhere, and needs no memory of the rows before: this is
/// what lets quantities meet their totals (one pass sums, the next writes) at any size.
struct SeizureModel {
  let rows: Int
  let seed: UInt64
  let period = StudyPeriod()
  let places = Places()
  let circumstances = Circumstances()
  let operations = JointOperation.all
  /// All products, those of a category together.
  let products: [Product]

  private let logNormal = LogNormal()
  private let calendar: SeizureCalendar
  /// By year and month.
  private let categoryChoices: [AliasTable]
  /// By operation.
  private let operationCategories: [AliasTable]
  /// By category and year; with the index of the category's first product.
  private let productChoices: [(table: AliasTable, first: Int)]

  /// What is needed to know how much a row counts towards the year's totals, and to go on from.
  struct Subject {
    /// Index into `StudyPeriod.days`.
    var day: Int
    /// Index into `operations`; nil outside operations.
    var operation: Int?
    var category: Category
    /// Index into `products`.
    var product: Int
    var amount: Amount
    var mode: Circumstances.Mode
    /// When counted, a share of its year's total; when measured, the quantity in thousandths.
    var weight: Int
    /// Goes on with what a repeated report has in common with the first.
    var shared: SplitMix64
    /// Goes on with what each report has for itself.
    var own: SplitMix64
  }

  init(rows: Int, seed: UInt64) {
    self.rows = rows
    self.seed = seed
    calendar = SeizureCalendar(period: period, operations: operations)
    categoryChoices = (0..<StudyPeriod.yearCount).flatMap { year in
      (0..<12).map { month in
        AliasTable(
          weights: Category.allCases.map { category in
            let share = category.share
            return UInt64(max(1, share.start + share.change * year) * category.season.months[month])
          })
      }
    }
    operationCategories = operations.map { operation in
      var weights = [UInt64](repeating: 0, count: Category.allCases.count)
      for (category, weight) in operation.categories { weights[category.rawValue] = weight }
      return AliasTable(weights: weights)
    }
    var products: [Product] = []
    var choices: [(table: AliasTable, first: Int)] = []
    for category in Category.allCases {
      let own = category.products
      for year in StudyPeriod.firstYear...StudyPeriod.lastYear {
        let weights = own.map { $0.years.contains(year) ? UInt64($0.share) : 0 }
        choices.append((AliasTable(weights: weights), products.count))
      }
      products += own
    }
    self.products = products
    productChoices = choices
  }

  /// The case of a row in `0..<rows`.
  func subject(_ row: Int) -> Subject {
    let random = SplitMix64(seed: seed, row: UInt64(row))
    guard isMarkedRepeat(random, row) else { return first(row, random) }
    var own = random.fork()
    // One of the rows shortly before is reported again, unless that is a repeat itself.
    let source = row - 1 - own.below(Self.repeatDistance)
    let sourceRandom = SplitMix64(seed: seed, row: UInt64(source))
    if isMarkedRepeat(sourceRandom, source) { return first(row, random) }
    var subject = first(source, sourceRandom)
    subject.weight = max(1, subject.weight * (950 + own.below(101)) / 1000)
    subject.own = own
    return subject
  }

  /// About 1.5 % of all rows report a case of a recent row again.
  private static let repeatDistance = 40

  private func isMarkedRepeat(_ random: SplitMix64, _ row: Int) -> Bool {
    var random = random
    return random.below(1000) < 15 && row >= Self.repeatDistance
  }

  private func first(_ row: Int, _ start: SplitMix64) -> Subject {
    var random = start
    _ = random.next()
    let day = calendar.day(ofRow: row, of: rows, &random)
    let date = period.days[day]
    let operation = calendar.operation(on: day, &random)
    let categories =
      operation.map { operationCategories[$0] } ?? categoryChoices[date.year * 12 + date.month]
    let category = Category(rawValue: categories.pick(&random)) ?? .drugs
    let choice = productChoices[category.rawValue * StudyPeriod.yearCount + date.year]
    let index = choice.first + choice.table.pick(&random)
    let amounts = products[index].amounts
    let isSecond = random.chance(perMille: 250) && amounts.count > 1
    let amount = amounts[isSecond ? 1 : 0]
    let mode = circumstances.mode(category, year: date.year, &random)
    // A standard deviation of 1.9 doublings; without a bound, single rows would be half a year.
    let drawn = min(
      logNormal.draw(median: amount.typical, spread: 486, &random), 12 * amount.typical)
    let load = category.comesInBulk ? mode.load : min(mode.load, 120)
    return Subject(
      day: day, operation: operation, category: category, product: index, amount: amount,
      mode: mode, weight: max(1, drawn * load / 100), shared: random, own: random.fork())
  }

  /// A measured quantity as an officer writes it down: whole, with one decimal, or to the
  /// thousandth; grams with one decimal at most.
  ///
  /// - Returns: thousandths of the unit.
  func written(_ thousandths: Int, unit: Unit, _ random: inout SplitMix64) -> Int {
    let style = random.below(10)
    if style < 4 && thousandths >= 2_000 { return thousandths / 1000 * 1000 }
    if (style < 7 || unit == .grams) && thousandths >= 200 { return thousandths / 100 * 100 }
    return thousandths
  }

  /// What a quantity is worth, in cents, around the usual price.
  ///
  /// - Parameter thousandths: thousandths of the unit.
  func worth(_ thousandths: Int, cents: Int, _ random: inout SplitMix64) -> Int {
    // The median 256 stands for 1; a standard deviation of 0.6 doublings.
    let factor = logNormal.draw(median: 256, spread: 154, &random)
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: cents)
    let usual = overflow ? thousandths / 1000 * cents : product / 1000
    return max(1, usual / 256 * factor + usual % 256 * factor / 256)
  }
}
