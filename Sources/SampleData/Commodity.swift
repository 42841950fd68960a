/// What a quantity is counted or measured in.
enum Unit: Int, CaseIterable {
  case pieces, pairs, tablets, ampoules, sticks
  case kilograms, grams
  case litres

  /// As the `unit` column writes it.
  var text: String {
    switch self {
    case .pieces: "pieces"
    case .pairs: "pairs"
    case .tablets: "tablets"
    case .ampoules: "ampoules"
    case .sticks: "sticks"
    case .kilograms: "kg"
    case .grams: "g"
    case .litres: "litres"
    }
  }

  /// Whether quantities in it are items.
  var isCount: Bool {
    switch self {
    case .pieces, .pairs, .tablets, .ampoules, .sticks: true
    case .kilograms, .grams, .litres: false
    }
  }
}

/// One way in which a product is measured.
struct Amount {
  let unit: Unit
  /// The middle of the quantities drawn: whole ones when counted, thousandths when measured.
  let typical: Int
  /// Worth of one unit, in hundredths of a United States dollar.
  let cents: Int

  static func count(_ unit: Unit, _ typical: Int, cents: Int) -> Amount {
    Amount(unit: unit, typical: typical, cents: cents)
  }

  static func kilograms(_ grams: Int, cents: Int) -> Amount {
    Amount(unit: .kilograms, typical: grams, cents: cents)
  }

  static func grams(_ grams: Int, cents: Int) -> Amount {
    Amount(unit: .grams, typical: grams * 1000, cents: cents)
  }

  static func litres(_ millilitres: Int, cents: Int) -> Amount {
    Amount(unit: .litres, typical: millilitres, cents: cents)
  }
}

/// Goods that are seized under one name.
struct Product {
  let name: String
  /// How often, beside the other products of its category.
  let share: Int
  /// The first is used three times in four.
  let amounts: [Amount]
  /// Six-digit subheadings of the Harmonized System, the likeliest first.
  let codes: [String]
  /// The family of invented brands it may carry; nil when it carries none.
  let brands: BrandFamily?
  /// How many in a thousand carry a brand.
  let branded: Int
  /// The years in which it occurs.
  let years: ClosedRange<Int>

  init(
    _ name: String, _ share: Int, _ amounts: [Amount], hs codes: String,
    brands: BrandFamily? = nil, _ branded: Int = 0, from first: Int = StudyPeriod.firstYear,
    to last: Int = StudyPeriod.lastYear
  ) {
    self.name = name
    self.share = share
    self.amounts = amounts
    self.codes = codes.split(separator: " ").map(String.init)
    self.brands = brands
    self.branded = branded
    self.years = first...last
  }
}

/// How the seizures of a category are spread over the months.
enum Season {
  case even, beforeNewYear, summer

  /// January to December, in percent of an even month.
  var months: [Int] {
    switch self {
    case .even: [100, 97, 101, 100, 102, 99, 98, 96, 101, 103, 104, 99]
    case .beforeNewYear: [88, 80, 88, 90, 94, 92, 90, 95, 108, 122, 136, 117]
    case .summer: [82, 84, 92, 102, 116, 124, 121, 112, 101, 95, 88, 83]
    }
  }
}

/// The broad classes of goods, in the order of the catalogue.
enum Category: Int, CaseIterable {
  case drugs, precursors, medicines, counterfeits, tobacco, alcohol, food, wildlife, hazardous
  case weapons, culture, currency, revenue

  /// As the `category` column writes it.
  var text: String {
    switch self {
    case .drugs: "Drugs"
    case .precursors: "Drug precursors"
    case .medicines: "Medicines"
    case .counterfeits: "Counterfeit goods"
    case .tobacco: "Tobacco"
    case .alcohol: "Alcohol"
    case .food: "Food"
    case .wildlife: "Wildlife"
    case .hazardous: "Hazardous goods"
    case .weapons: "Weapons"
    case .culture: "Cultural goods"
    case .currency: "Currency"
    case .revenue: "Revenue goods"
    }
  }

  /// How often in 2004, and the change from one year to the next, both in thousandths of all rows.
  var share: (start: Int, change: Int) {
    switch self {
    case .drugs: (265, -2)
    case .precursors: (16, 0)
    case .medicines: (112, 4)
    case .counterfeits: (178, 3)
    case .tobacco: (150, -2)
    case .alcohol: (52, -1)
    case .food: (44, 0)
    case .wildlife: (40, 0)
    case .hazardous: (28, 1)
    case .weapons: (43, -1)
    case .culture: (11, 0)
    case .currency: (24, 0)
    case .revenue: (37, -1)
    }
  }

  var season: Season {
    switch self {
    case .counterfeits, .alcohol, .tobacco: .beforeNewYear
    case .wildlife, .drugs, .currency: .summer
    default: .even
    }
  }

  /// Whether a container of it is much more than a parcel of it.
  var comesInBulk: Bool {
    switch self {
    case .weapons, .culture, .currency, .wildlife: false
    default: true
    }
  }

  /// Which total its items count towards when they are counted in `unit`; nil when they are not.
  func itemKind(in unit: Unit) -> ItemTotals.Kind? {
    guard unit.isCount else { return nil }
    if self == .medicines { return .medicines }
    return unit == .sticks ? .sticks : .other
  }
}
