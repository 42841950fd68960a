import Testing

@testable import Reference

struct UnitsTests {
  @Test func everyLineOfTheTablesIsAUnit() {
    let tables = [
      Units.massTable, Units.volumeTable, Units.lengthTable, Units.areaTable, Units.countTable,
      Units.currencyTable,
    ]
    let lines = tables.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("# ") }
    #expect(Units.all.count == lines.count)
    let currencies = Units.all.filter { if case .currency = $0.dimension { true } else { false } }
    #expect(currencies.count == 161)
    #expect(Units.all.count - currencies.count >= 250)
  }

  @Test func noSpellingIsThatOfTwoUnits() {
    var owners: [String: String] = [:]
    for entry in Units.entries {
      for spelling in entry.spellings {
        let folded = Units.folded(spelling)
        #expect(owners[folded] == nil, "\(spelling): \(entry.unit.name)")
        owners[folded] = entry.unit.name
      }
    }
    #expect(owners.count > 1800)
  }

  @Test func everySpellingFindsItsUnit() {
    for unit in Units.all {
      let spellings = Units.spellings(of: unit)
      #expect(spellings.count >= 2 || unit.name == unit.plural, "\(unit.name)")
      for spelling in spellings {
        #expect(Units.unit(spelling) == unit, "\(spelling)")
        #expect(Units.unit("  \(spelling.uppercased()).") == unit, "\(spelling)")
      }
    }
  }

  // Letters that are more often something else: KGS is kilograms before it is a currency.
  @Test func fewSymbolsAndCodesAreNotUnderstood() {
    let symbols = Units.all.filter { Units.unit($0.symbol) != $0 }.map(\.symbol)
    #expect(symbols == ["KGS"])
    let codes = Units.all.filter { unit in
      unit.code.map { Units.unit($0) != unit } ?? false
    }
    #expect(
      codes.compactMap(\.code).sorted() == ["KT", "MMK", "RM", "SCR", "STK", "STN", "XDR", "XSU"])
  }

  @Test func codesAreUnique() {
    let codes = Units.all.compactMap(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { (2...3).contains($0.utf8.count) })
  }

  @Test func factorsAreAboveZeroAndInOrderOfSize() {
    for (first, second) in zip(Units.all, Units.all.dropFirst())
    where first.dimension == second.dimension {
      #expect(exact(first.factor) <= exact(second.factor), "\(first.name), \(second.name)")
    }
    #expect(Units.all.allSatisfy { $0.factor.unscaled > 0 })
  }

  @Test func everySourceIsSpeltOutAndUsed() {
    let sources = Units.sourceTable.split(separator: "\n").map { $0.split(separator: "|") }
    #expect(sources.allSatisfy { $0.count == 2 })
    #expect(Set(sources.map { $0[0] }).count == sources.count)
    #expect(Set(Units.all.map(\.source)) == Set(sources.map { String($0[1]) }))
  }

  @Test func everyDimensionHasABaseUnit() {
    for unit in Units.all {
      let base = Units.base(of: unit.dimension)
      #expect(base.dimension == unit.dimension)
      #expect(base.factor == DecimalFactor(unscaled: 1, scale: 0))
      #expect(Units.all.contains(base), "\(unit.name)")
    }
    #expect(Units.base(of: .mass).symbol == "kg")
    #expect(Units.base(of: .volume).symbol == "l")
    #expect(Units.base(of: .length).symbol == "m")
    #expect(Units.base(of: .area).symbol == "m2")
    #expect(Units.base(of: .count("tablets")).symbol == "tablets")
    #expect(Units.base(of: .currency("EUR")).name == "euro")
  }

  @Test func theBaseOfAKindIsItsSymbol() {
    for unit in Units.all {
      guard case .count(let kind) = unit.dimension else { continue }
      #expect(Units.base(of: unit.dimension).symbol == kind)
    }
  }

  @Test func aBaseIsMadeForWhatIsInNoTable() {
    #expect(Units.base(of: .count("widgets")).symbol == "widgets")
    #expect(Units.base(of: .count("widgets")).dimension == .count("widgets"))
    #expect(Units.base(of: .currency("DEM")).dimension == .currency("DEM"))
    #expect(Units.base(of: .other("Sarong")) == Units.unknown("Sarong"))
  }

  @Test func anUnknownUnitIsAlone() {
    let unknown = Units.unknown("Zorkmid ")
    #expect(unknown.dimension == .other("Zorkmid "))
    #expect(unknown.symbol == "Zorkmid ")
    #expect(unknown.dimension != Units.unknown("zorkmid").dimension)
    #expect(Units.spellings(of: unknown).isEmpty)
    #expect(Units.unit("Zorkmid") == nil)
  }

  @Test func itemsAreAKindOfTheirOwn() {
    #expect(Units.items.symbol == "items")
    #expect(Units.items.dimension == .count("items"))
    #expect(Units.unit("Items") == Units.items)
    #expect(Units.unit("pieces")?.dimension != Units.items.dimension)
  }

  @Test(
    arguments: [
      (.mass, "mass", false), (.volume, "volume", false), (.length, "length", false),
      (.area, "area", false), (.count("tablets"), "count of tablets", true),
      (.currency("EUR"), "currency EUR", false), (.other("Trip"), "unit Trip", false),
    ] as [(Dimension, String, Bool)])
  func dimensionsHaveNames(dimension: Dimension, name: String, isCount: Bool) {
    #expect(dimension.name == name)
    #expect(dimension.isCount == isCount)
  }

  // Each factor worked out from the definition its source names, not copied from the table.
  @Test(
    arguments: [
      ("lb", "0.45359237"), ("oz", "0.028349523125"), ("troy ounce", "0.0311034768"),
      ("grain", "0.00006479891"), ("carat", "0.0002"), ("stone", "6.35029318"),
      ("short ton", "907.18474"), ("long ton", "1016.0469088"), ("tola", "0.0116638038"),
      ("viss", "1.632932532"), ("jin", "0.5"), ("momme", "0.00375"), ("pood", "16.3804964"),
      ("maund", "37.32417216"), ("quintal", "100"), ("US cwt", "45.359237"),
      ("UK cwt", "50.80234544"), ("HK tael", "0.03779936375"), ("microgram", "0.000000001"),
      ("Gallons (US, liquid)", "3.785411784"), ("Gallons (UK)", "4.54609"),
      ("US fluid ounce", "0.0295735295625"), ("UK fluid ounce", "0.0284130625"),
      ("barrel", "158.987294928"), ("cubic inch", "0.016387064"), ("cubic foot", "28.316846592"),
      ("cbm", "1000"), ("cc", "0.001"), ("inch", "0.0254"), ("mile", "1609.344"), ("nmi", "1852"),
      ("acre", "4046.8564224"), ("ha", "10000"), ("square mile", "2589988.110336"),
      ("rai", "1600"), ("dunam", "1000"), ("dozen", "12"), ("gross", "144"),
      ("thousand of tablets", "1000"), ("million sticks", "1000000"), ("100 gram", "0.1"),
      ("Block (350gr)", "0.35"), ("Ton", "1000"), ("Ounce", "0.028349523125"),
    ])
  func factors(spelling: String, factor: String) {
    #expect(Units.unit(spelling)?.factor == DecimalFactor(factor))
  }

  // What the sources say of one unit in another, or what follows from it.
  @Test(
    arguments: [
      ("lb", 7000, "grain"), ("lb", 16, "oz"), ("oz", 16, "dr"), ("troy ounce", 480, "grain"),
      ("troy pound", 12, "troy ounce"), ("pennyweight", 24, "grain"), ("scruple", 20, "grain"),
      ("drachm", 60, "grain"), ("stone", 14, "lb"), ("US cwt", 100, "lb"), ("UK cwt", 112, "lb"),
      ("UK cwt", 4, "QTR"), ("short ton", 2000, "lb"), ("long ton", 2240, "lb"),
      ("tola", 180, "grain"), ("tola", 12, "masha"), ("masha", 8, "ratti"), ("seer", 80, "tola"),
      ("seer", 16, "chittack"), ("maund", 40, "seer"), ("viss", 100, "tical"),
      ("jin", 10, "liang"), ("liang", 10, "qian"), ("dan", 100, "jin"), ("catty", 16, "tael"),
      ("picul", 100, "catty"), ("Taiwan jin", 16, "Taiwan liang"), ("kan", 1000, "momme"),
      ("gwan", 1000, "don"), ("pood", 40, "funt"), ("berkovets", 10, "pood"), ("g", 5, "carat"),
      ("US gallon", 231, "cubic inch"), ("US gallon", 4, "US qt"), ("US qt", 2, "US pt"),
      ("US pt", 16, "US fl oz"), ("US fl oz", 8, "US fl dr"), ("US cup", 8, "US fl oz"),
      ("US gill", 4, "US fl oz"), ("US fl oz", 2, "US tbsp"), ("US tbsp", 3, "US tsp"),
      ("barrel", 42, "US gallon"), ("US beer barrel", 31, "US gallon"),
      ("US liquid barrel", 126, "US qt"), ("UK gallon", 4, "UK qt"), ("UK qt", 2, "UK pt"),
      ("UK pt", 20, "UK fl oz"), ("UK gill", 5, "UK fl oz"), ("UK peck", 2, "UK gallon"),
      ("UK bushel", 8, "UK gallon"), ("UK barrel", 36, "UK gallon"), ("US bushel", 4, "US peck"),
      ("US peck", 8, "US dry qt"), ("US dry qt", 2, "US dry pt"), ("US dry gal", 4, "US dry qt"),
      ("US dry barrel", 7056, "cubic inch"), ("cubic foot", 1728, "cubic inch"),
      ("cubic yard", 27, "cubic foot"), ("board foot", 144, "cubic inch"),
      ("cord", 128, "cubic foot"), ("register ton", 100, "cubic foot"), ("foot", 12, "inch"),
      ("inch", 1000, "milli-inch"), ("yard", 3, "foot"), ("mile", 1760, "yard"),
      ("chain", 4, "rod"), ("chain", 22, "yard"), ("furlong", 10, "chain"), ("fathom", 6, "foot"),
      ("hand", 4, "inch"), ("sazhen", 3, "arshin"), ("verst", 500, "sazhen"),
      ("square foot", 144, "square inch"), ("square yard", 9, "square foot"),
      ("acre", 4840, "square yard"), ("acre", 4, "rood"), ("acre", 8, "kanal"),
      ("square mile", 640, "acre"), ("kanal", 20, "marla"), ("rai", 4, "ngan"),
      ("ngan", 100, "square wa"), ("ha", 100, "are"), ("decare", 10, "are"),
      ("gross", 12, "dozen"), ("great gross", 12, "gross"), ("crore", 100, "lakh"),
      ("ream", 20, "quire"), ("t", 1000, "kg"), ("cubic metre", 1000, "l"),
    ])
  func onesInAnother(unit: String, number: Int, other: String) throws {
    let unit = try #require(Units.unit(unit))
    let other = try #require(Units.unit(other))
    #expect(unit.dimension == other.dimension)
    #expect(exact(unit.factor) == exact(other.factor) * Int128(number))
  }

  @Test(
    arguments: [
      ("kg", "kgs Kgs. KG KILO Kilos kilogrammes KGM"),
      ("g", "gms gr GRAMMES grams GRM"), ("mg", "mgs MGM"), ("µg", "µg μg mcg ug UG"),
      ("lb", "lbs Lbs. Pounds LBR"), ("t", "tonnes MT mt TNE t Ton tons"),
      ("jin", "jin JIN"), ("viss", "Viss viss"),
      ("l", "L ltr Ltrs Ltr. liters LTR"), ("m3", "m³ M3 cbm MTQ"), ("m2", "m² m2 M2 sqm"),
      ("pieces", "nos No. NO pcs Pc PCE PCS. H87 C62 EA U unit Units each number"),
      ("tablets", "tabs Tab. TABLETS"), ("sticks", "cigarettes sticks Stick"),
      ("cartons", "cartons CTN"), ("pairs", "2u pairs PR"), ("thousand", "1000u MIL thousand"),
      ("dozen", "12u DZN doz"), ("EUR", "eur € euros"), ("USD", "US$ usd"),
    ])
  func whatExtractsWrite(symbol: String, spellings: String) {
    for spelling in spellings.split(separator: " ") {
      #expect(Units.unit(String(spelling))?.symbol == symbol, "\(spelling)")
    }
  }

  @Test(
    arguments: [
      "", " ", ".", "..", "$", "£", "gallon", "pint", "gal", "dollar", "pound note", "l alc. 100%",
      "hundredweight", "kg.g", "5 kg", "n/a", "unknown",
    ])
  func whatIsAmbiguousOrNoUnitIsNotFound(spelling: String) {
    #expect(Units.unit(spelling) == nil)
  }

  @Test func spacesCaseAndOneFullStopDoNotMatter() {
    #expect(Units.unit("\u{00A0} CUBIC \t  centimetres. ")?.symbol == "cm3")
    #expect(Units.unit("kg..") == nil)
    #expect(Units.unit("Kilo gram") == nil)
  }

  @Test func everyRowOfARealExtractHasItsDimension() {
    var rows: [String: Int] = [:]
    var total = 0
    for line in extract.split(separator: "\n") {
      let fields = line.split(separator: "|")
      let count = Int(fields[1]) ?? 0
      let unit = Units.unit(String(fields[0]))
      let dimension = unit?.dimension.isCount == true ? "count" : unit?.dimension.name ?? "unknown"
      rows[dimension, default: 0] += count
      total += count
    }
    #expect(rows == ["mass": 299_355, "count": 10_306, "volume": 1_313, "area": 43])
    #expect(total == 311_038 - 21)
  }

  @Test(
    arguments: [
      ("kilogrm", "kilogram"), ("Kilogarm", "kilogram"), ("tablest", "tablets"),
      ("tabletts", "tablets"), ("litrs", "litres"), ("onces", "ounces"), ("hecatre", "hectare"),
      ("cigarrettes", "cigarettes"), ("peices", "pieces"), ("amploules", "ampoules"),
      ("kgss", "kg"),
    ])
  func aMisspeltUnitIsGuessed(spelling: String, guess: String) {
    #expect(Units.closest(to: spelling) == guess)
  }

  @Test(arguments: ["", "x", "kk", "zzz", "zorkmids", "a long text that is no unit"])
  func whatIsNearToNothingIsNotGuessed(spelling: String) {
    #expect(Units.closest(to: spelling) == nil)
  }

  /// The number as a multiple of 10 to the power of -18.
  private func exact(_ factor: DecimalFactor) -> Int128 {
    (0..<(18 - factor.scale)).reduce(Int128(factor.unscaled)) { number, _ in number * 10 }
  }

  /// Spellings and rows of the individual drug seizures that UNODC published for 2011 to 2016
  /// (311,038 rows, 21 of them without a unit).
  private let extract = """
    Kilogram|241317
    Gram|58017
    Unit|6858
    Tablet|2803
    Litre|854
    Millilitre|373
    Piece|182
    Pill|116
    Capsule|94
    Bottles|56
    Blotting paper|50
    Cc|42
    Acres|42
    Dose|40
    Plants|35
    Cubic Centimeter|24
    Gallons (US, liquid)|18
    Stamp|11
    Ampoule|10
    Milligram|8
    Injection|8
    Blotter|7
    Bush|6
    Vials|5
    other|5
    Ton|4
    Flacons|3
    Microgram|3
    Mark|3
    Paper (1/10 gm)|3
    Ounce|3
    Thousand of doses|2
    Barette|2
    Gallons (UK)|2
    Thousand of tablets|2
    Trip|2
    100 gram|1
    Block (350gr)|1
    Packages|1
    Viss|1
    Hectars|1
    Joint|1
    Hundred of units|1
    """
}

struct DecimalFactorTests {
  @Test(
    arguments: [
      ("1", 1, 0), ("0.45359237", 45_359_237, 8), ("1.50", 15, 1), ("100", 100, 0),
      ("-2.5", -25, 1), (".5", 5, 1), ("3.", 3, 0), ("0", 0, 0), ("0.000", 0, 0), ("-0", 0, 0),
      ("007", 7, 0), ("1.00000000000000000000000000", 1, 0), ("0.10", 1, 1), ("10.0", 10, 0),
      ("9223372036854775807", 9_223_372_036_854_775_807, 0),
      ("0.000000000000000001", 1, 18),
    ] as [(String, Int64, Int)])
  func textBecomesANumber(text: String, unscaled: Int64, scale: Int) {
    let number = DecimalFactor(text)
    #expect(number?.unscaled == unscaled)
    #expect(number?.scale == scale)
  }

  @Test(
    arguments: [
      "", ".", "-", "-.", "1e3", "1,5", "1.2.3", "+1", " 1", "x", "١",
      "9223372036854775808", "1.2345678901234567890123",
    ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(DecimalFactor(text) == nil)
  }

  @Test func equalNumbersAreEqual() {
    #expect(DecimalFactor(unscaled: 4500, scale: 3) == DecimalFactor("4.5"))
    #expect(DecimalFactor(unscaled: 45, scale: -2) == DecimalFactor("4500"))
    #expect(DecimalFactor(unscaled: 0, scale: 7) == DecimalFactor(unscaled: 0, scale: 0))
    #expect(DecimalFactor(unscaled: .max, scale: -1).scale == -1)
    #expect(DecimalFactor(unscaled: .min, scale: 0).unscaled == .min)
  }
}
