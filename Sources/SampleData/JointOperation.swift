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

  private static let medical: [(category: Category, weight: UInt64)] = [
    (.medicines, 9), (.counterfeits, 1),
  ]
  private static let pandemic: [(category: Category, weight: UInt64)] = [
    (.medicines, 7), (.counterfeits, 3),
  ]

  /// Operations whose first and last day are both published, within the study period, in order of
  /// their first day; `datasets/operations/operations.csv` gives the source of each. What share of
  /// the rows they have is invented.
  static let all: [JointOperation] = [
    .init("PANGEA II", (2009, 11, 16), (2009, 11, 20), 45, medical),
    .init("PANGEA III", (2010, 10, 5), (2010, 10, 12), 45, medical),
    .init("PANGEA IV", (2011, 9, 20), (2011, 9, 27), 50, medical),
    .init("PANGEA V", (2012, 9, 25), (2012, 10, 2), 50, medical),
    .init("PANGEA VI", (2013, 6, 18), (2013, 6, 25), 60, medical),
    .init("PANGEA VII", (2014, 5, 13), (2014, 5, 20), 60, medical),
    .init("PANGEA VIII", (2015, 6, 9), (2015, 6, 16), 70, medical),
    .init("PANGEA IX", (2016, 5, 30), (2016, 6, 7), 70, medical),
    .init("THUNDERBIRD", (2017, 1, 30), (2017, 2, 19), 30, [(.wildlife, 1)]),
    .init("PANGEA X", (2017, 9, 12), (2017, 9, 19), 75, medical),
    .init("THUNDERSTORM", (2018, 5, 1), (2018, 5, 31), 30, [(.wildlife, 1)]),
    .init("PANGEA XI", (2018, 10, 9), (2018, 10, 16), 75, medical),
    .init("THUNDERBALL", (2019, 6, 4), (2019, 6, 30), 30, [(.wildlife, 1)]),
    .init("PANGEA XIII", (2020, 3, 3), (2020, 3, 10), 80, medical),
    .init("STOP", (2020, 5, 11), (2020, 7, 12), 40, pandemic),
    .init("PANGEA XIV", (2021, 5, 18), (2021, 5, 25), 80, medical),
    .init("STOP II", (2021, 4, 30), (2022, 5, 4), 22, pandemic),
    .init("PANGEA XV", (2022, 6, 23), (2022, 6, 30), 80, medical),
    .init("PANGEA XVI", (2023, 10, 3), (2023, 10, 10), 85, medical),
  ]
}
