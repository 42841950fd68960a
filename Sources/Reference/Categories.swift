/// A broad class of goods that customs seize.
package struct CommodityCategory: Sendable, Hashable {
  /// The section of the World Customs Organization's Illicit Trade Report (editions 2015 to 2018)
  /// that a category belongs to.
  package enum Section: String, CaseIterable, Sendable, Hashable {
    case culturalHeritage = "Cultural heritage"
    case drugs = "Drugs"
    case environment = "Environment"
    case propertyHealthSafety = "Intellectual property, health and safety"
    case revenue = "Revenue"
    case security = "Security"
  }

  /// Four capitals, which are this project's own.
  package let code: String
  /// What results show, which is also what the sample data writes: `Drug precursors`.
  package let label: String
  package let section: Section
  /// Two-digit chapters of the Harmonized System, in ascending order, in which most of such goods are
  /// classified. Goods of other kinds are in them too.
  package let chapters: [String]
  /// What else extracts call it.
  package let aliases: [String]
}

/// The categories of goods, and the way to find one.
///
/// There are thirteen, as there are headings in the Customs Enforcement Network, whose own list is
/// not public: what falls under which is this project's division.
package enum Categories {
  /// By section.
  package static let all: [CommodityCategory] = Table.rows(table).compactMap { fields in
    guard fields.count == 5, let section = CommodityCategory.Section(rawValue: fields[2]) else {
      return nil
    }
    return CommodityCategory(
      code: fields[0], label: fields[1], section: section,
      chapters: Table.list(fields[3], separator: UInt8(ascii: " ")),
      aliases: Table.list(fields[4]))
  }

  /// The category that a text names by its code, its label or an alias; nil when it names none.
  ///
  /// Neither case, accents nor punctuation matter.
  ///
  /// - Complexity: O(1) in the number of categories.
  package static func category(_ text: String) -> CommodityCategory? {
    index[key(text)].map { all[$0] }
  }

  /// The label or alias that a misspelt one was meant to be; nil when none is near, or the nearest are
  /// those of two categories.
  ///
  /// - Complexity: O(*n* · *m*²) in the number of names and the length of one.
  package static func closest(to text: String) -> String? {
    guard let guess = Misspelling.closest(to: key(text), among: index) else { return nil }
    let category = all[guess.value]
    return ([category.label, category.code] + category.aliases).first { key($0) == guess.key }
  }

  /// Positions in `all` by key.
  private static let index: [String: Int] = Dictionary(
    all.enumerated().flatMap { position, category in
      ([category.code, category.label] + category.aliases).map { (key($0), position) }
    },
    uniquingKeysWith: { first, _ in first })

  private static func key(_ text: String) -> String {
    FoldedText.words(text).joined(separator: " ")
  }

  /// Code, label, section, chapters, aliases. The chapters are those of the Harmonized System, 2022.
  private static let table = """
    CULT|Cultural goods|Cultural heritage|97|culture;cultural heritage;cultural property;cultural \
    objects;works of art;art;art and antiquities;antiques;antiquities;archaeology;archaeological \
    objects
    DRUG|Drugs|Drugs|12 13 29|drug;narcotics;narcotic drugs;narcotics and psychotropic substances;\
    narcotic drugs and psychotropic substances;psychotropic substances;illicit drugs;controlled \
    substances;stupefacients;new psychoactive substances;NPS;cannabis;cocaine;heroin;opiates;\
    opioids;khat
    PREC|Drug precursors|Drugs|28 29|precursors;precursor;precursor chemicals;chemical precursors;\
    drug precursor chemicals
    WILD|Wildlife|Environment|01 03 05 06 41 43 44 96|CITES;fauna and flora;flora and fauna;wild \
    fauna and flora;endangered species;protected species;wildlife and timber;timber;ivory;animals \
    and plants;environmental products
    HAZA|Hazardous goods|Environment|26 27 28 29 38 39 85|hazardous;hazardous material;hazardous \
    materials;hazardous substances;dangerous goods;hazardous waste;waste;wastes;e-waste;\
    ozone-depleting substances;ODS;pesticides;chemicals;nuclear;nuclear and other radioactive \
    materials;nuclear material;radioactive material;waste and ozone-depleting substances
    COUN|Counterfeit goods|Intellectual property, health and safety|33 42 61 62 64 71 85 91 95|\
    counterfeit;counterfeits;counterfeiting;counterfeiting and piracy;counterfeit and pirated \
    goods;pirated goods;IPR;IPR products;IP rights;IPR infringements;intellectual property;\
    intellectual property rights;fakes;fake goods
    MEDI|Medicines|Intellectual property, health and safety|30|medicine;medical products;\
    medicinal products;pharmaceuticals;pharmaceutical products;pharma;illicit medicines;\
    counterfeit medicines;falsified medicines;medicines and medical supplies;drugs and medicines
    FOOD|Food|Intellectual property, health and safety|02 03 04 07 08 09 10 15 16 17 19 20 21|\
    foodstuffs;food products;food and drink;food and beverages;foodstuff;agricultural products
    TOBA|Tobacco|Revenue|24|tobacco products;cigarettes;cigars;tobacco goods;smoking tobacco;\
    water pipe tobacco;e-cigarettes;electronic cigarettes
    ALCO|Alcohol|Revenue|22|alcoholic beverages;alcoholic drinks;alcohol products;spirits;beer;\
    wine;liquor
    REVE|Revenue goods|Revenue|17 27 87|revenue;excise goods;excisable goods;taxed goods;tax and \
    duty evasion;duty evasion;tax evasion;commercial fraud;fuel;motor fuel;mineral oil;motor \
    spirits;petroleum products
    CURR|Currency|Security|49 71|cash;money;banknotes;currency and gold;money laundering;bearer \
    negotiable instruments;cash and bearer negotiable instruments;gold;precious metals
    WEAP|Weapons|Security|36 93|arms;firearms;weapons and explosives;weapons and ammunition;arms \
    and ammunition;ammunition;explosives;small arms;small arms and light weapons;SALW;strategic \
    goods;dual-use goods;pyrotechnics
    """
}
