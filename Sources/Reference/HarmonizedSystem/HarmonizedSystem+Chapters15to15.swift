extension HarmonizedSystem {
  /// Chapter 15 (section III): every heading, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters15to15 = """
    1501|Lard, other pig fat and poultry fat
    1502|Tallow of cattle, sheep or goats
    1503|Lard oil, tallow oil and stearin
    1504|Oils of fish and sea mammals
    1505|Wool grease and lanolin
    1506|Other animal fats and oils
    1507|Soya bean oil
    1508|Peanut oil
    1509|Olive oil
    1510|Other oils from olives, such as pomace oil
    1511|Palm oil
    1512|Sunflower, safflower and cottonseed oil
    1513|Coconut, palm kernel and babassu oil
    1514|Rapeseed and mustard oil
    1515|Other plant and microbial oils (linseed, maize, jojoba)
    1516|Hydrogenated or interesterified fats and oils
    1517|Margarine and edible mixes of fats
    1518|Chemically modified oils, inedible mixes of fats
    1520|Crude glycerol and glycerol lyes
    1521|Beeswax and other plant or insect waxes
    1522|Degras and residues of fats or waxes
    """
}
