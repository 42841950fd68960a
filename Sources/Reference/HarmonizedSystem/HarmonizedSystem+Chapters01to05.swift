extension HarmonizedSystem {
  /// Chapters 01–05 (section I): every heading, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters01to05 = """
    0101|Live horses, donkeys and mules
    0102|Live cattle and buffaloes
    0103|Live pigs
    0104|Live sheep and goats
    0105|Live chickens, ducks, geese and turkeys
    0106|Other live animals (birds, reptiles, primates, bees)
    0201|Beef, fresh or chilled
    0202|Beef, frozen
    0203|Pork, fresh, chilled or frozen
    0204|Sheep and goat meat
    0205|Meat of horses, donkeys and mules
    0206|Offal of cattle, pigs, sheep, goats and horses
    0207|Poultry meat and offal
    0208|Other meat and offal, such as game
    0209|Unrendered pig and poultry fat
    0210|Meat salted, dried or smoked; meat meal
    0301|Live fish, also for aquariums
    0302|Whole fish, fresh or chilled
    0303|Whole fish, frozen
    0304|Fish fillets and other fish meat
    0305|Fish dried, salted or smoked
    0306|Crabs, shrimps, lobsters and other crustaceans
    0307|Oysters, squid, snails and other molluscs
    0308|Sea cucumbers, sea urchins and jellyfish
    0309|Edible meal and pellets of fish or shellfish
    0401|Milk and cream, neither concentrated nor sweetened
    0402|Milk and cream, concentrated, powdered or sweetened
    0403|Yogurt, buttermilk and other fermented milk
    0404|Whey and other products of milk constituents
    0405|Butter, dairy fats and dairy spreads
    0406|Cheese and curd
    0407|Birds' eggs in shell
    0408|Shelled eggs and egg yolks
    0409|Honey from bees
    0410|Edible insects, birds' nests, turtle eggs and similar
    0501|Raw human hair and its waste
    0502|Pig bristles, badger hair, other brush hair
    0504|Animal guts, bladders and stomachs
    0505|Feathers, down and feathered bird skins
    0506|Bones and horn cores, unworked
    0507|Ivory, tortoiseshell, horns, antlers and claws, unworked
    0508|Coral and shells, unworked
    0510|Ambergris, musk, bile and glands for medicines
    0511|Other inedible animal products; semen, dead animals
    """
}
