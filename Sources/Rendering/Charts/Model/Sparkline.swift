/// Where the points of small lines stand: the same places in time for all.
struct Sparkline {
  private let model: SeriesModel
  private let slots: TimeSlots?
  /// The order of times that have no common step.
  private let order: [Int64: Int]
  /// Places in time.
  let count: Int

  init(_ model: SeriesModel) {
    self.model = model
    let slots = model.times.flatMap(TimeSlots.init)
    self.slots = slots.flatMap { $0.isRegular ? $0 : nil }
    if let times = model.times {
      let isOrder = self.slots == nil
      order =
        isOrder
        ? Dictionary(uniqueKeysWithValues: times.distinct.enumerated().map { ($1, $0) }) : [:]
      count = self.slots?.count ?? times.distinct.count
    } else {
      order = [:]
      count = model.series.first?.points.count ?? 0
    }
  }

  /// How many places a mark must stand for, so that all fit into `width`.
  func perMark(width: Int) -> Int { max((count + width - 1) / max(width, 1), 1) }

  func marks(perMark: Int) -> Int { (count + perMark - 1) / perMark }

  func place(_ time: Int64) -> Int { slots?.place(time) ?? order[time] ?? Int(time) }

  /// The marks of a series, a space where it has no figure.
  func drawn(_ one: SeriesModel.Series, perMark: Int) -> String {
    var greatest = [Double](repeating: .nan, count: marks(perMark: perMark))
    for point in one.points {
      let mark = place(point.time) / perMark
      let position = one.figures.positions[point.row]
      guard greatest.indices.contains(mark), !position.isNaN else { continue }
      greatest[mark] = greatest[mark].isNaN ? position : max(greatest[mark], position)
    }
    guard let extremes = one.extremes else { return "" }
    let (low, high) = (
      one.figures.positions[extremes.least], one.figures.positions[extremes.greatest]
    )
    return String(
      greatest.map { position -> Character in
        if position.isNaN { return " " }
        let share = LinearScale.share(of: position, from: low, to: high)
        return Blocks.lower[1 + min(max(Int(share * 8), 0), 7)]
      })
  }
}
