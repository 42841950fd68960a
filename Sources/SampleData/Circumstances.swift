/// How goods travelled, how they were found and where they were hidden.
struct Circumstances {
  /// Means of transport, in the order of the `mode` column's values.
  enum Mode: Int, CaseIterable {
    case mail, express, air, sea, road, rail, passenger

    var text: String {
      switch self {
      case .mail: "Mail"
      case .express: "Express courier"
      case .air: "Air freight"
      case .sea: "Sea container"
      case .road: "Road"
      case .rail: "Rail"
      case .passenger: "Passenger"
      }
    }

    /// How much of a product is found at once, in percent of its typical quantity.
    var load: Int {
      switch self {
      case .mail: 4
      case .express: 8
      case .air: 60
      case .sea: 800
      case .road: 180
      case .rail: 300
      case .passenger: 5
      }
    }
  }

  enum Detection: Int, CaseIterable {
    case risk, scan, dog, intelligence, documents, search, random, rightHolder

    var text: String {
      switch self {
      case .risk: "Risk profiling"
      case .scan: "X-ray scan"
      case .dog: "Detector dog"
      case .intelligence: "Intelligence"
      case .documents: "Document check"
      case .search: "Physical search"
      case .random: "Random selection"
      case .rightHolder: "Right holder alert"
      }
    }
  }

  let modes = FieldPool(Mode.allCases.map(\.text))
  let detections = FieldPool(Detection.allCases.map(\.text))
  let concealments: FieldPool
  let rights = FieldPool([
    "Trademark", "Design", "Copyright", "Patent", "Geographical indication",
  ])

  /// By category and year.
  private let modeChoices: [AliasTable]
  /// By mode, without and with an operation.
  private let detectionChoices: [AliasTable]
  private let concealmentChoices: [(table: AliasTable, first: Int)]
  private let rightChoices: [(perMille: Int, table: AliasTable)]

  init() {
    modeChoices = Category.allCases.flatMap { category in
      (0..<StudyPeriod.yearCount).map { year in
        AliasTable(weights: Self.modeWeights(category, year: year))
      }
    }
    detectionChoices = Mode.allCases.flatMap { mode in
      [false, true].map { AliasTable(weights: Self.detectionWeights(mode, inOperation: $0)) }
    }
    var concealments = FieldPool()
    var choices: [(table: AliasTable, first: Int)] = []
    var known: [String: Int] = [:]
    // Places are repeated between the lists, and each list keeps its places together.
    for mode in Mode.allCases {
      for isHidden in [false, true] {
        let texts = Self.concealmentTexts(mode, isHidden: isHidden)
        let key = texts.joined(separator: "|")
        let first = known[key] ?? concealments.ends.count
        if known[key] == nil {
          known[key] = first
          for text in texts { concealments.add(text) }
        }
        choices.append((.zipf(count: texts.count, offset: 2), first))
      }
    }
    self.concealments = concealments
    concealmentChoices = choices
    rightChoices = Category.allCases.map { category in
      let right = Self.rightWeights(category)
      return (right.perMille, AliasTable(weights: right.weights))
    }
  }

  func mode(_ category: Category, year: Int, _ random: inout SplitMix64) -> Mode {
    let choice = modeChoices[category.rawValue * StudyPeriod.yearCount + year]
    return Mode(rawValue: choice.pick(&random)) ?? .mail
  }

  func detection(
    _ category: Category, _ mode: Mode, inOperation: Bool, _ random: inout SplitMix64
  ) -> Detection {
    if category == .counterfeits && random.chance(perMille: 160) { return .rightHolder }
    let choice = detectionChoices[mode.rawValue * 2 + (inOperation ? 1 : 0)]
    return Detection(rawValue: choice.pick(&random)) ?? .risk
  }

  /// An index into `concealments`.
  func concealment(_ category: Category, _ mode: Mode, _ random: inout SplitMix64) -> Int {
    let isHidden =
      switch category {
      case .drugs, .currency: random.chance(perMille: 880)
      case .wildlife, .weapons, .tobacco, .culture: random.chance(perMille: 620)
      default: random.chance(perMille: 180)
      }
    let choice = concealmentChoices[mode.rawValue * 2 + (isHidden ? 1 : 0)]
    return choice.first + choice.table.pick(&random)
  }

  /// An index into `rights`; nil when no right is infringed.
  func right(_ category: Category, _ random: inout SplitMix64) -> Int? {
    let choice = rightChoices[category.rawValue]
    return random.chance(perMille: choice.perMille) ? choice.table.pick(&random) : nil
  }

  /// In the order of `Mode`. Mail and express grow with the years at the cost of the others.
  private static func modeWeights(_ category: Category, year: Int) -> [UInt64] {
    let base: [Int] =
      switch category {
      case .drugs: [22, 12, 8, 9, 16, 2, 31]
      case .precursors: [8, 14, 18, 40, 18, 2, 0]
      case .medicines: [38, 18, 10, 12, 8, 1, 13]
      case .counterfeits: [34, 24, 12, 18, 8, 1, 3]
      case .tobacco: [10, 4, 3, 18, 38, 4, 23]
      case .alcohol: [4, 3, 2, 26, 46, 5, 14]
      case .food: [6, 5, 8, 46, 25, 4, 6]
      case .wildlife: [20, 10, 16, 22, 8, 1, 23]
      case .hazardous: [5, 6, 8, 56, 20, 4, 1]
      case .weapons: [32, 18, 9, 10, 18, 1, 12]
      case .culture: [24, 15, 14, 12, 14, 1, 20]
      case .currency: [6, 6, 5, 1, 18, 2, 62]
      case .revenue: [3, 4, 8, 50, 28, 6, 1]
      }
    return Mode.allCases.map { mode in
      let growth = mode == .mail || mode == .express ? 100 + 4 * year : 100
      return UInt64(base[mode.rawValue] * growth)
    }
  }

  /// In the order of `Detection`.
  private static func detectionWeights(_ mode: Mode, inOperation: Bool) -> [UInt64] {
    var weights: [UInt64] =
      switch mode {
      case .mail: [24, 40, 10, 5, 6, 10, 5, 0]
      case .express: [36, 34, 6, 7, 9, 5, 3, 0]
      case .air: [38, 20, 7, 11, 15, 6, 3, 0]
      case .sea: [44, 24, 3, 14, 10, 3, 2, 0]
      case .road: [24, 16, 13, 15, 7, 19, 6, 0]
      case .rail: [20, 14, 16, 10, 12, 22, 6, 0]
      case .passenger: [26, 17, 16, 8, 1, 24, 8, 0]
      }
    if inOperation {
      weights[Detection.risk.rawValue] += 25
      weights[Detection.intelligence.rawValue] += 30
    }
    return weights
  }

  private static func concealmentTexts(_ mode: Mode, isHidden: Bool) -> [String] {
    guard isHidden else {
      return switch mode {
      case .passenger: ["Not concealed", "In hand luggage", "In suitcase", "Declared as gifts"]
      case .mail, .express:
        ["Not concealed", "Misdescribed on label", "Inside other goods", "Declared as gifts"]
      case .air, .sea, .road, .rail:
        [
          "Not concealed", "Misdeclared", "Behind cover load", "Among declared goods",
          "Hidden by false documents",
        ]
      }
    }
    return switch mode {
    case .mail, .express:
      [
        "Inside other goods", "Between cardboard layers", "In clothing", "In toys",
        "In food packaging", "In electronics", "In books", "Soaked into paper",
      ]
    case .passenger:
      [
        "In suitcase lining", "On body", "Swallowed", "In clothing", "In footwear",
        "In hand luggage", "In cosmetics bottles", "In food packaging",
      ]
    case .road:
      [
        "Hidden compartment", "In fuel tank", "In spare wheel", "Under floor", "In door panels",
        "Behind cover load", "In driver's cab",
      ]
    case .sea:
      [
        "Rip-on/rip-off", "Behind cover load", "In container structure", "In refrigeration unit",
        "Inside other goods", "In machinery", "Dissolved in liquid",
      ]
    case .air:
      [
        "Inside other goods", "In machinery", "Behind cover load", "In electronics",
        "Dissolved in liquid",
      ]
    case .rail: ["Under floor", "Behind cover load", "In roof space", "Inside other goods"]
    }
  }

  /// In the order of `rights`.
  private static func rightWeights(_ category: Category) -> (perMille: Int, weights: [UInt64]) {
    switch category {
    case .counterfeits: (985, [80, 9, 7, 4, 0])
    case .medicines: (310, [74, 2, 0, 24, 0])
    case .tobacco: (170, [96, 4, 0, 0, 0])
    case .alcohol: (140, [70, 4, 0, 0, 26])
    case .food: (120, [62, 2, 0, 0, 36])
    case .hazardous: (60, [86, 0, 0, 14, 0])
    case .weapons: (30, [80, 20, 0, 0, 0])
    case .revenue: (50, [78, 18, 0, 4, 0])
    case .drugs, .precursors, .wildlife, .culture, .currency: (0, [1, 0, 0, 0, 0])
    }
  }
}
