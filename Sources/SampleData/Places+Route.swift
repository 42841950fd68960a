extension Places {
  /// Where a seizure was made and where the goods were on their way; countries are indices into
  /// `codes`, the office into `offices`.
  struct Route {
    var reporter: Int
    var office: Int
    /// Nil when unknown.
    var origin: Int?
    var departure: Int
    /// Nil on a direct way.
    var transit: Int?
    /// Never the departure.
    var destination: Int
  }

  /// Draws a route on which the reporting country lies: mostly at its end.
  func route(
    _ category: Category, _ mode: Circumstances.Mode, year: Int, _ random: inout SplitMix64
  ) -> Route {
    let reporter = reporters.pick(&random)
    // Sources shift from the early list to the late one over the years.
    let lists = origins[category.rawValue]
    let isLate = random.below(StudyPeriod.yearCount) < year
    let origin = (isLate ? lists.late : lists.early).pick(&random)

    let side = random.below(100)
    var departure = random.chance(perMille: 680) ? origin : hubs.pick(&random)
    var destination = markets.pick(&random)
    var transit: Int? = random.chance(perMille: 270) ? hubs.pick(&random) : nil
    if side < 72 {
      destination = reporter
    } else if side < 88 {
      transit = reporter
    } else {
      departure = reporter
    }
    if departure == destination {
      // The end that is not the reporter's gives way.
      if side < 72 {
        departure = other(than: destination, from: hubs, &random)
      } else {
        destination = other(than: departure, from: markets, &random)
      }
    }
    if transit == departure || transit == destination { transit = nil }
    return Route(
      reporter: reporter, office: office(country: reporter, kind: kind(mode, &random), &random),
      origin: random.below(25) == 0 ? nil : origin, departure: departure, transit: transit,
      destination: destination)
  }

  /// A country that is not `excluded`.
  private func other(than excluded: Int, from choice: AliasTable, _ random: inout SplitMix64) -> Int
  {
    for _ in 0..<8 {
      let country = choice.pick(&random)
      if country != excluded { return country }
    }
    return excluded == 0 ? 1 : 0
  }

  private func kind(_ mode: Circumstances.Mode, _ random: inout SplitMix64) -> OfficeKind {
    switch mode {
    case .mail: .mail
    case .express, .air: .airport
    case .sea: .seaport
    case .road: .border
    case .rail: .rail
    case .passenger: random.below(10) < 7 ? .airport : .border
    }
  }
}
