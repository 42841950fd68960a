extension Category {
  /// What is seized in this category.
  ///
  /// The subheadings are those under which such goods are classified, mostly of the 2022 edition of
  /// the Harmonized System; they do not follow its changes over the years. Shares, quantities and
  /// prices are invented.
  var products: [Product] {
    switch self {
    case .drugs: Self.drugProducts
    case .precursors: Self.precursorProducts
    case .medicines: Self.medicineProducts
    case .counterfeits: Self.counterfeitProducts
    case .tobacco: Self.tobaccoProducts
    case .alcohol: Self.alcoholProducts
    case .food: Self.foodProducts
    case .wildlife: Self.wildlifeProducts
    case .hazardous: Self.hazardousProducts
    case .weapons: Self.weaponProducts
    case .culture: Self.cultureProducts
    case .currency: Self.currencyProducts
    case .revenue: Self.revenueProducts
    }
  }

  private static let drugProducts: [Product] = [
    .init(
      "herbal cannabis", 260, [.kilograms(1_900, cents: 210_000), .grams(90, cents: 420)],
      hs: "121190"),
    .init(
      "cannabis resin", 150, [.kilograms(1_400, cents: 260_000), .grams(120, cents: 540)],
      hs: "130190 121190"),
    .init(
      "cocaine", 170, [.kilograms(2_600, cents: 3_400_000), .grams(240, cents: 6_200)],
      hs: "293972"),
    .init(
      "heroin", 80, [.kilograms(1_100, cents: 2_900_000), .grams(160, cents: 5_100)],
      hs: "293919 293911"),
    .init(
      "methamphetamine", 75, [.grams(650, cents: 4_800), .kilograms(1_800, cents: 2_200_000)],
      hs: "293945"),
    .init(
      "amphetamine", 40, [.grams(420, cents: 1_300), .kilograms(1_100, cents: 640_000)],
      hs: "293945"),
    .init("MDMA tablets", 45, [.count(.tablets, 160, cents: 500)], hs: "293299"),
    .init("fenethylline tablets", 14, [.count(.tablets, 900, cents: 380)], hs: "293951"),
    .init("khat", 60, [.kilograms(14_000, cents: 6_500)], hs: "121190"),
    .init(
      "ketamine", 28, [.grams(700, cents: 2_400), .litres(1_500, cents: 180_000)],
      hs: "292239"),
    .init("LSD blotters", 22, [.count(.pieces, 70, cents: 800)], hs: "293969"),
    .init("opium", 20, [.grams(850, cents: 310), .kilograms(2_100, cents: 190_000)], hs: "130211"),
    .init("psilocybin mushrooms", 20, [.grams(180, cents: 700)], hs: "071239 121190"),
    .init("GBL", 18, [.litres(2_200, cents: 21_000)], hs: "293220"),
    .init("coca leaf", 12, [.kilograms(1_200, cents: 1_900), .grams(600, cents: 3)], hs: "121130"),
    .init("cannabis seeds", 26, [.count(.pieces, 60, cents: 450)], hs: "120799"),
    .init("synthetic cannabinoids", 36, [.grams(500, cents: 900)], hs: "293379 382499", from: 2009),
    .init("synthetic cathinones", 40, [.grams(900, cents: 1_100)], hs: "292239", from: 2009),
    .init(
      "fentanyl", 14, [.grams(60, cents: 9_500), .count(.tablets, 240, cents: 900)],
      hs: "293333", from: 2014),
    .init("nitazenes", 8, [.grams(25, cents: 12_000)], hs: "293399", from: 2019),
    .init(
      "cannabis edibles", 24, [.count(.pieces, 30, cents: 1_100)], hs: "170490 180690",
      from: 2015),
  ]

  private static let precursorProducts: [Product] = [
    .init("acetic anhydride", 60, [.litres(180_000, cents: 900)], hs: "291524"),
    .init("pseudoephedrine tablets", 70, [.count(.tablets, 2_400, cents: 40)], hs: "300342 300442"),
    .init("ephedrine", 60, [.kilograms(9_000, cents: 31_000)], hs: "293941"),
    .init("phenylacetone", 35, [.litres(24_000, cents: 90_000)], hs: "291431"),
    .init("APAAN", 20, [.kilograms(60_000, cents: 12_000)], hs: "292640", from: 2011, to: 2018),
    .init("PMK glycidate", 25, [.kilograms(45_000, cents: 24_000)], hs: "293299", from: 2014),
    .init("potassium permanganate", 25, [.kilograms(210_000, cents: 500)], hs: "284161"),
    .init("toluene", 15, [.litres(400_000, cents: 150)], hs: "290230"),
    .init("4-piperidone", 8, [.kilograms(3_000, cents: 60_000)], hs: "293339", from: 2017),
  ]

  private static let medicineProducts: [Product] = [
    .init(
      "erectile dysfunction tablets", 210, [.count(.tablets, 500, cents: 240)],
      hs: "300490", brands: .pharmacy, 880),
    .init(
      "slimming tablets", 75, [.count(.tablets, 420, cents: 110)], hs: "300490 210690",
      brands: .pharmacy, 760),
    .init(
      "anabolic steroids", 95,
      [.count(.ampoules, 120, cents: 1_400), .count(.tablets, 600, cents: 90)], hs: "293729 300432",
      brands: .pharmacy, 830),
    .init(
      "antibiotics", 90, [.count(.tablets, 900, cents: 60)], hs: "300420 300410",
      brands: .pharmacy, 820),
    .init(
      "painkillers", 85, [.count(.tablets, 1_300, cents: 30)], hs: "300490",
      brands: .pharmacy, 780),
    .init(
      "tramadol", 65, [.count(.tablets, 2_600, cents: 45)], hs: "300490", brands: .pharmacy, 700),
    .init(
      "sedatives", 70, [.count(.tablets, 700, cents: 75)], hs: "300490 293391",
      brands: .pharmacy, 720),
    .init(
      "antimalarials", 38, [.count(.tablets, 1_100, cents: 55)], hs: "300460 300449",
      brands: .pharmacy, 790),
    .init(
      "growth hormones", 30, [.count(.ampoules, 90, cents: 4_200)], hs: "293711 300439",
      brands: .pharmacy, 850),
    .init(
      "insulin", 12, [.count(.ampoules, 140, cents: 1_900)], hs: "300431", brands: .pharmacy, 940),
    .init(
      "antiretrovirals", 10, [.count(.tablets, 1_500, cents: 300)], hs: "300490",
      brands: .pharmacy, 900),
    .init(
      "cough syrup with codeine", 22, [.litres(14_000, cents: 2_600)], hs: "300449 300490",
      brands: .pharmacy, 640),
    .init(
      "veterinary medicines", 18, [.kilograms(6_000, cents: 3_100)], hs: "300490",
      brands: .pharmacy, 610),
    .init(
      "herbal remedies", 48,
      [.kilograms(3_500, cents: 2_200), .count(.tablets, 800, cents: 20)], hs: "300490 121190",
      brands: .pharmacy, 420),
    .init(
      "skin lightening creams", 34, [.count(.pieces, 110, cents: 380)], hs: "330499 300432",
      brands: .cosmetics, 860),
    .init(
      "botulinum toxin", 12, [.count(.ampoules, 35, cents: 8_800)], hs: "300249",
      brands: .pharmacy, 900, from: 2008),
    .init(
      "hydroxychloroquine", 16, [.count(.tablets, 2_200, cents: 70)], hs: "300460",
      brands: .pharmacy, 660, from: 2020, to: 2022),
    .init(
      "ivermectin", 20, [.count(.tablets, 1_800, cents: 50)], hs: "300490",
      brands: .pharmacy, 640, from: 2020, to: 2023),
    .init(
      "COVID-19 vaccines", 9, [.count(.ampoules, 400, cents: 1_600)], hs: "300241",
      brands: .pharmacy, 950, from: 2021, to: 2022),
    .init(
      "semaglutide pens", 26, [.count(.pieces, 70, cents: 9_500)], hs: "300490",
      brands: .pharmacy, 930, from: 2022),
  ]

  private static let counterfeitProducts: [Product] = [
    .init(
      "sports shoes", 120, [.count(.pairs, 46, cents: 4_800)], hs: "640411 640299",
      brands: .footwear, 985),
    .init(
      "T-shirts", 85, [.count(.pieces, 110, cents: 1_400)], hs: "610910", brands: .clothing, 980),
    .init(
      "jackets", 50, [.count(.pieces, 42, cents: 6_500)], hs: "620140 620240",
      brands: .clothing, 985),
    .init(
      "jeans", 34, [.count(.pieces, 60, cents: 3_900)], hs: "620342 620462",
      brands: .clothing, 985),
    .init(
      "handbags", 100, [.count(.pieces, 24, cents: 11_000)], hs: "420221 420222",
      brands: .leather, 990),
    .init(
      "wallets and purses", 52, [.count(.pieces, 50, cents: 3_600)], hs: "420231",
      brands: .leather, 985),
    .init("belts", 28, [.count(.pieces, 65, cents: 2_800)], hs: "420330", brands: .leather, 980),
    .init(
      "watches", 90, [.count(.pieces, 14, cents: 19_000)], hs: "910211 910111",
      brands: .watches, 995),
    .init(
      "sunglasses", 52, [.count(.pieces, 90, cents: 3_200)], hs: "900410", brands: .leather, 985),
    .init(
      "jewellery", 40, [.count(.pieces, 80, cents: 2_400)], hs: "711719 711319",
      brands: .watches, 940),
    .init(
      "perfumes", 60, [.count(.pieces, 130, cents: 3_100)], hs: "330300", brands: .cosmetics, 990),
    .init(
      "make-up", 46, [.count(.pieces, 210, cents: 900)], hs: "330499 330420",
      brands: .cosmetics, 975),
    .init(
      "toothpaste", 9, [.count(.pieces, 800, cents: 160)], hs: "330610", brands: .cosmetics, 960),
    .init("toys", 58, [.count(.pieces, 260, cents: 700)], hs: "950300", brands: .toys, 960),
    .init(
      "trading cards", 12, [.count(.pieces, 900, cents: 60)], hs: "950440", brands: .toys, 970,
      from: 2010),
    .init(
      "headphones", 44, [.count(.pieces, 70, cents: 3_400)], hs: "851830",
      brands: .electronics, 975, from: 2007),
    .init(
      "mobile phones", 42, [.count(.pieces, 26, cents: 14_000)], hs: "851713 851714",
      brands: .electronics, 985),
    .init(
      "phone covers", 40, [.count(.pieces, 320, cents: 350)], hs: "392690 420232",
      brands: .electronics, 950, from: 2009),
    .init(
      "chargers and batteries", 38, [.count(.pieces, 240, cents: 650)], hs: "850440 850760",
      brands: .electronics, 940),
    .init(
      "optical discs", 55, [.count(.pieces, 700, cents: 420)], hs: "852349",
      brands: .toys, 700, to: 2014),
    .init(
      "car parts", 34, [.count(.pieces, 85, cents: 2_700)], hs: "870899 870830",
      brands: .machinery, 960),
    .init(
      "bearings", 10, [.count(.pieces, 240, cents: 1_500)], hs: "848210", brands: .machinery, 990),
    .init(
      "labels and packaging", 40,
      [.count(.pieces, 2_600, cents: 12), .kilograms(18_000, cents: 700)], hs: "482110 580710",
      brands: .clothing, 930),
    .init(
      "face masks", 30, [.count(.pieces, 2_400, cents: 35)], hs: "630790",
      brands: .pharmacy, 620, from: 2020, to: 2022),
    .init(
      "COVID-19 test kits", 24, [.count(.pieces, 500, cents: 420)], hs: "382219",
      brands: .pharmacy, 740, from: 2020, to: 2022),
  ]

  private static let tobaccoProducts: [Product] = [
    .init(
      "cigarettes", 620, [.count(.sticks, 6_500, cents: 22)], hs: "240220", brands: .tobacco, 940),
    .init(
      "hand-rolling tobacco", 160, [.kilograms(9_000, cents: 14_000)], hs: "240319",
      brands: .tobacco, 860),
    .init(
      "water-pipe tobacco", 90, [.kilograms(26_000, cents: 3_300)], hs: "240311",
      brands: .tobacco, 800),
    .init("raw tobacco", 40, [.kilograms(310_000, cents: 420)], hs: "240110 240120"),
    .init("cigars", 45, [.count(.pieces, 90, cents: 950)], hs: "240210", brands: .tobacco, 900),
    .init(
      "cigarillos", 22, [.count(.sticks, 1_200, cents: 30)], hs: "240210", brands: .tobacco, 880),
    .init(
      "chewing tobacco", 24, [.kilograms(5_500, cents: 2_600)], hs: "240399",
      brands: .tobacco, 720),
    .init(
      "electronic cigarettes", 55, [.count(.pieces, 160, cents: 800)], hs: "854340",
      brands: .tobacco, 890, from: 2012),
    .init(
      "liquid for electronic cigarettes", 32, [.litres(4_500, cents: 19_000)], hs: "240412",
      brands: .tobacco, 850, from: 2012),
    .init(
      "heated tobacco sticks", 28, [.count(.sticks, 3_200, cents: 26)], hs: "240411",
      brands: .tobacco, 960, from: 2017),
    .init(
      "nicotine pouches", 14, [.count(.pieces, 420, cents: 120)], hs: "240491",
      brands: .tobacco, 930, from: 2019),
  ]

  private static let alcoholProducts: [Product] = [
    .init("spirits", 260, [.litres(38_000, cents: 1_900)], hs: "220890", brands: .drinks, 720),
    .init("vodka", 170, [.litres(45_000, cents: 1_500)], hs: "220860", brands: .drinks, 860),
    .init("whisky", 130, [.litres(30_000, cents: 3_300)], hs: "220830", brands: .drinks, 930),
    .init("beer", 150, [.litres(180_000, cents: 280)], hs: "220300", brands: .drinks, 880),
    .init("wine", 140, [.litres(90_000, cents: 700)], hs: "220421", brands: .drinks, 830),
    .init("undenatured alcohol", 60, [.litres(600_000, cents: 160)], hs: "220710"),
    .init(
      "bottle caps and strip stamps", 18, [.count(.pieces, 3_500, cents: 6)], hs: "830990 491199",
      brands: .drinks, 600),
  ]

  private static let foodProducts: [Product] = [
    .init("poultry meat", 110, [.kilograms(420_000, cents: 260)], hs: "020714"),
    .init("garlic", 60, [.kilograms(2_400_000, cents: 120)], hs: "070320"),
    .init("honey", 55, [.kilograms(160_000, cents: 410)], hs: "040900", brands: .food, 480),
    .init("milk powder", 50, [.kilograms(240_000, cents: 380)], hs: "040210", brands: .food, 560),
    .init(
      "infant formula", 45, [.count(.pieces, 260, cents: 1_400)], hs: "190110",
      brands: .food, 970),
    .init("olive oil", 60, [.litres(310_000, cents: 520)], hs: "150920 150990", brands: .food, 740),
    .init("fish fillets", 70, [.kilograms(520_000, cents: 430)], hs: "030487 030462"),
    .init("rice", 60, [.kilograms(3_000_000, cents: 70)], hs: "100630", brands: .food, 520),
    .init("sugar", 75, [.kilograms(2_600_000, cents: 55)], hs: "170199"),
    .init("spices", 45, [.kilograms(48_000, cents: 620)], hs: "090421 091020", brands: .food, 420),
    .init("tea", 30, [.kilograms(90_000, cents: 350)], hs: "090240", brands: .food, 600),
    .init(
      "food supplements", 70, [.count(.pieces, 120, cents: 1_100)], hs: "210690",
      brands: .pharmacy, 820),
    .init("stock cubes", 22, [.count(.pieces, 4_000, cents: 8)], hs: "210410", brands: .food, 930),
  ]

  private static let wildlifeProducts: [Product] = [
    .init(
      "ivory", 110, [.kilograms(7_500, cents: 62_000), .count(.pieces, 12, cents: 24_000)],
      hs: "050710"),
    .init("rhinoceros horn", 22, [.kilograms(3_600, cents: 2_400_000)], hs: "050710"),
    .init("pangolin scales", 45, [.kilograms(26_000, cents: 31_000)], hs: "050790"),
    .init("live tortoises", 85, [.count(.pieces, 16, cents: 9_000)], hs: "010620"),
    .init("live birds", 60, [.count(.pieces, 9, cents: 14_000)], hs: "010632 010639"),
    .init("reptile skins", 90, [.count(.pieces, 24, cents: 7_500)], hs: "410320 410640"),
    .init(
      "corals", 80, [.kilograms(5_200, cents: 1_600), .count(.pieces, 30, cents: 700)],
      hs: "050800"),
    .init("caviar", 45, [.kilograms(2_300, cents: 120_000)], hs: "160431"),
    .init("shark fins", 30, [.kilograms(64_000, cents: 16_000)], hs: "030571"),
    .init("sea cucumbers", 28, [.kilograms(38_000, cents: 11_000)], hs: "030819"),
    .init("seahorses", 26, [.count(.pieces, 320, cents: 180)], hs: "030549 051191"),
    .init("rosewood", 50, [.kilograms(9_500_000, cents: 240)], hs: "440349 440729"),
    .init("agarwood", 24, [.kilograms(8_000, cents: 26_000)], hs: "121190 440399"),
    .init("orchids", 34, [.count(.pieces, 40, cents: 1_100)], hs: "060290"),
    .init("glass eels", 16, [.kilograms(46_000, cents: 130_000)], hs: "030192", from: 2010),
    .init("hunting trophies", 30, [.count(.pieces, 3, cents: 90_000)], hs: "970529"),
  ]

  private static let hazardousProducts: [Product] = [
    .init("HCFC refrigerant", 130, [.kilograms(410_000, cents: 1_100)], hs: "290371"),
    .init(
      "HFC refrigerant", 60, [.kilograms(280_000, cents: 2_400)], hs: "290342 382762",
      from: 2015),
    .init("electronic waste", 140, [.kilograms(4_500_000, cents: 60)], hs: "854942 854800"),
    .init("plastic waste", 80, [.kilograms(18_000_000, cents: 20)], hs: "391590"),
    .init("used tyres", 60, [.count(.pieces, 420, cents: 700)], hs: "401220"),
    .init("car batteries", 46, [.kilograms(2_600_000, cents: 80)], hs: "854911"),
    .init(
      "pesticides", 130, [.kilograms(120_000, cents: 1_900), .litres(90_000, cents: 2_300)],
      hs: "380891 380893", brands: .machinery, 720),
    .init("mercury", 34, [.kilograms(36_000, cents: 6_200)], hs: "280540"),
    .init("asbestos goods", 14, [.kilograms(700_000, cents: 50)], hs: "681280 252490"),
    .init(
      "fireworks", 120, [.kilograms(85_000, cents: 1_700), .count(.pieces, 900, cents: 120)],
      hs: "360410"),
  ]

  private static let weaponProducts: [Product] = [
    .init(
      "pistols", 120, [.count(.pieces, 3, cents: 48_000)], hs: "930200", brands: .machinery, 620),
    .init("rifles", 55, [.count(.pieces, 3, cents: 72_000)], hs: "930330", brands: .machinery, 600),
    .init(
      "ammunition", 190, [.count(.pieces, 140, cents: 60)], hs: "930630", brands: .machinery, 440),
    .init("parts of firearms", 130, [.count(.pieces, 6, cents: 13_000)], hs: "930510 930520"),
    .init("gas pistols and sprays", 100, [.count(.pieces, 12, cents: 3_500)], hs: "930400"),
    .init("knives", 150, [.count(.pieces, 26, cents: 1_800)], hs: "821192 930700"),
    .init("stun guns", 80, [.count(.pieces, 14, cents: 2_600)], hs: "854370"),
    .init("explosives", 20, [.kilograms(9_000, cents: 4_000)], hs: "360200"),
    .init("detonators", 14, [.count(.pieces, 120, cents: 500)], hs: "360360"),
    .init(
      "dual-use electronics", 26, [.count(.pieces, 18, cents: 60_000)], hs: "854231 903180",
      from: 2008),
    .init("3D-printed receivers", 8, [.count(.pieces, 4, cents: 9_000)], hs: "930599", from: 2015),
  ]

  private static let cultureProducts: [Product] = [
    .init("coins and medals", 200, [.count(.pieces, 90, cents: 5_500)], hs: "970531 970539"),
    .init("archaeological pieces", 130, [.count(.pieces, 14, cents: 42_000)], hs: "970510"),
    .init("icons and paintings", 90, [.count(.pieces, 3, cents: 160_000)], hs: "970121 970191"),
    .init("manuscripts and books", 70, [.count(.pieces, 5, cents: 38_000)], hs: "970610 490199"),
    .init(
      "fossils", 70, [.count(.pieces, 16, cents: 12_000), .kilograms(24_000, cents: 9_000)],
      hs: "970521 970529"),
    .init("sculptures", 60, [.count(.pieces, 3, cents: 120_000)], hs: "970310 970390"),
    .init("antique weapons", 30, [.count(.pieces, 4, cents: 45_000)], hs: "970610"),
  ]

  private static let currencyProducts: [Product] = [
    .init("undeclared banknotes", 300, [.count(.pieces, 160, cents: 6_500)], hs: "490700"),
    .init("counterfeit banknotes", 90, [.count(.pieces, 60, cents: 4_000)], hs: "490700"),
    .init(
      "gold bars", 90, [.grams(1_400, cents: 5_200), .kilograms(2_200, cents: 5_200_000)],
      hs: "710812"),
    .init("gold jewellery", 70, [.grams(380, cents: 4_400)], hs: "711319"),
    .init("rough diamonds", 16, [.grams(30, cents: 90_000)], hs: "710221 710231"),
    .init("prepaid cards", 20, [.count(.pieces, 45, cents: 9_000)], hs: "852352", from: 2008),
  ]

  private static let revenueProducts: [Product] = [
    .init("diesel fuel", 130, [.litres(2_400_000, cents: 85)], hs: "271019 271020"),
    .init("textiles", 140, [.kilograms(1_900_000, cents: 640)], hs: "520852 540752"),
    .init("worn clothing", 60, [.kilograms(6_500_000, cents: 90)], hs: "630900"),
    .init(
      "motorcycles", 50, [.count(.pieces, 1, cents: 160_000)], hs: "871120 871130",
      brands: .machinery, 960),
    .init(
      "tyres", 40, [.count(.pieces, 60, cents: 5_200)], hs: "401110 401120",
      brands: .machinery, 880),
    .init(
      "household appliances", 60, [.count(.pieces, 12, cents: 9_500)], hs: "851660 845011",
      brands: .electronics, 920),
    .init(
      "bicycles", 26, [.count(.pieces, 12, cents: 12_000)], hs: "871200",
      brands: .machinery, 900),
    .init(
      "solar panels", 34, [.count(.pieces, 60, cents: 8_800)], hs: "854143",
      brands: .electronics, 900, from: 2012),
    .init(
      "cosmetics without duty paid", 36, [.count(.pieces, 240, cents: 900)], hs: "330499",
      brands: .cosmetics, 930),
  ]
}
