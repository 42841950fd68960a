/// A joint operation in whose days more is seized of the goods that it is about.
struct JointOperation {
  /// As the `operation` column writes it.
  let name: String
  /// Indices into `StudyPeriod.days`.
  let days: ClosedRange<Int>
  /// How many rows it adds on each of its days, in percent of those of an ordinary day.
  let percent: Int
  /// What it is about, with weights.
  let categories: [(category: Category, weight: UInt64)]

  private init(
    _ name: String, _ first: (Int, Int, Int), _ last: (Int, Int, Int), _ percent: Int,
    _ categories: [(category: Category, weight: UInt64)]
  ) {
    self.name = name
    self.percent = percent
    self.categories = categories
    days =
      StudyPeriod.index(
        year: first.0, month: first.1, day: first.2)...StudyPeriod.index(
        year: last.0, month: last.1, day: last.2)
  }

  private typealias Weights = [(category: Category, weight: UInt64)]
  private static let medical: Weights = [(.medicines, 9), (.counterfeits, 1)]
  private static let pandemic: Weights = [(.medicines, 7), (.counterfeits, 3)]
  private static let wildlife: Weights = [(.wildlife, 1)]
  private static let waste: Weights = [(.hazardous, 1)]
  private static let food: Weights = [(.food, 7), (.alcohol, 3)]
  private static let cash: Weights = [(.currency, 1)]

  /// Operations within the study period whose first and last day are both published, in order of
  /// the first; `datasets/operations/operations.csv` gives the source of each. What share of the
  /// rows they have is invented.
  static let all: [JointOperation] = [
    .init("PANGEA II", (2009, 11, 16), (2009, 11, 20), 45, medical),
    .init("PANGEA III", (2010, 10, 5), (2010, 10, 12), 45, medical),
    .init("PANGEA IV", (2011, 9, 20), (2011, 9, 27), 50, medical),
    .init("OPSON", (2011, 11, 28), (2011, 12, 4), 25, food),
    .init("VICE GRIPS 2", (2012, 7, 11), (2012, 7, 20), 30, medical),
    .init("PANGEA V", (2012, 9, 25), (2012, 10, 2), 50, medical),
    .init("WESTERLIES", (2012, 11, 16), (2012, 11, 25), 30, [(.drugs, 1)]),
    .init("COBRA", (2013, 1, 6), (2013, 2, 5), 20, wildlife),
    .init("BIYELA", (2013, 4, 1), (2013, 4, 10), 40, medical),
    .init("PANGEA VI", (2013, 6, 18), (2013, 6, 25), 60, medical),
    .init("GRYPHON", (2013, 10, 1), (2014, 3, 31), 8, [(.tobacco, 1)]),
    .init("WESTERLIES 2", (2013, 12, 6), (2013, 12, 15), 30, [(.drugs, 1)]),
    .init("COBRA II", (2013, 12, 30), (2014, 1, 26), 20, wildlife),
    .init("PANGEA VII", (2014, 5, 13), (2014, 5, 20), 60, medical),
    .init("BIYELA 2", (2014, 5, 26), (2014, 6, 4), 40, medical),
    .init("COBRA III", (2015, 5, 4), (2015, 5, 27), 22, wildlife),
    .init("PANGEA VIII", (2015, 6, 9), (2015, 6, 16), 70, medical),
    .init("ACIM", (2016, 9, 5), (2016, 9, 14), 40, medical),
    .init("OPSON VI", (2016, 12, 1), (2017, 3, 31), 8, food),
    .init("PANGEA X", (2017, 9, 12), (2017, 9, 19), 75, medical),
    .init("OPSON VII", (2017, 12, 1), (2018, 3, 31), 8, food),
    .init("THUNDERSTORM", (2018, 5, 1), (2018, 5, 31), 30, wildlife),
    .init("DEMETER IV", (2018, 6, 4), (2018, 7, 8), 15, waste),
    .init("PANGEA XI", (2018, 10, 9), (2018, 10, 16), 75, medical),
    .init("HYGIEA", (2019, 4, 17), (2019, 9, 1), 9, [(.counterfeits, 8), (.tobacco, 2)]),
    .init("THUNDERBALL", (2019, 6, 4), (2019, 6, 30), 30, wildlife),
    .init("TENTACLE", (2019, 8, 25), (2019, 10, 6), 10, cash),
    .init("DEMETER V", (2019, 9, 1), (2019, 9, 30), 15, waste),
    .init("PANGEA XIII", (2020, 3, 3), (2020, 3, 10), 80, medical),
    .init("STOP", (2020, 5, 11), (2020, 7, 12), 40, pandemic),
    .init("PANDORA V", (2020, 6, 1), (2020, 10, 31), 5, [(.culture, 1)]),
    .init("THUNDER 2020", (2020, 9, 14), (2020, 10, 11), 30, wildlife),
    .init("STOP II", (2021, 4, 30), (2022, 5, 4), 22, pandemic),
    .init("PANGEA XIV", (2021, 5, 18), (2021, 5, 25), 80, medical),
    .init("THUNDER 2021", (2021, 10, 1), (2021, 10, 31), 30, wildlife),
    .init("PANGEA XV", (2022, 6, 23), (2022, 6, 30), 80, medical),
    .init("DEMETER VIII", (2022, 10, 1), (2022, 10, 31), 15, waste),
    .init("THUNDER 2022", (2022, 10, 3), (2022, 10, 30), 30, wildlife),
    .init("TENTACLE Asia/Pacific II", (2023, 4, 2), (2023, 6, 4), 8, cash),
    .init("DEMETER IX", (2023, 10, 1), (2023, 10, 31), 20, waste),
    .init("THUNDER 2023", (2023, 10, 2), (2023, 10, 27), 30, wildlife),
    .init("PANGEA XVI", (2023, 10, 3), (2023, 10, 10), 85, medical),
    .init("TENTACLE Asia/Pacific III", (2024, 5, 1), (2024, 7, 7), 8, cash),
    .init("THUNDER 2024", (2024, 11, 11), (2024, 12, 6), 30, wildlife),
  ]
}
