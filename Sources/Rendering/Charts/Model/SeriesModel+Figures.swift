extension SeriesModel {
  /// From when to when: `year 2004 to 2024`.
  var spanText: String? {
    guard let times, let first = times.distinct.first, let last = times.distinct.last else {
      return nil
    }
    let (from, to) = (times.label(first), times.label(last))
    return from == to ? "\(times.name) \(from)" : "\(times.name) \(from) to \(to)"
  }
}

extension SeriesModel.Series {
  /// The rows of the least and the greatest figure; nil where there is none.
  var extremes: (least: Int, greatest: Int)? {
    let rows = points.map(\.row).filter { !figures.positions[$0].isNaN }
    guard let least = rows.min(by: figures.isLess), let greatest = rows.max(by: figures.isLess)
    else { return nil }
    return (least, greatest)
  }
}
