extension HarmonizedSystem {
  /// Labels of chapters 41 to 43: raw hides and leather, leather goods and bags, fur.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the three chapters;
  /// sub-headings (six digits) of chapter 42 only. "Leather" in a label takes in composition
  /// leather where the nomenclature does. Codes of the World Customs Organization's nomenclature,
  /// edition 2022; the labels are our own short words, not the legal text.
  static let chapters41to43 = """
    4101|Raw hides and skins of cattle and horses
    4102|Raw sheep and lamb skins
    4103|Raw hides and skins of other animals, including reptiles
    4104|Tanned or crust hides of cattle and horses
    4105|Tanned or crust skins of sheep and lambs
    4106|Tanned or crust hides of goats, pigs, reptiles and others
    4107|Finished leather of cattle and horses
    4112|Finished leather of sheep and lambs
    4113|Finished leather of goats, pigs, reptiles and other animals
    4114|Chamois, patent and metallised leather
    4115|Composition leather; leather waste and dust
    4201|Saddlery and harness for animals
    420100|Saddles, harness, leads, muzzles and other animal gear
    4202|Suitcases, handbags, wallets and other bags and cases
    420211|Suitcases, briefcases and trunks of leather
    420212|Suitcases, briefcases and trunks of plastic or textile
    420219|Suitcases, briefcases and trunks of other materials
    420221|Handbags of leather
    420222|Handbags of plastic sheeting or textile
    420229|Handbags of other materials
    420231|Wallets, purses and pocket cases of leather
    420232|Wallets, purses and pocket cases of plastic or textile
    420239|Wallets, purses and pocket cases of other materials
    420291|Rucksacks, travel bags and other cases of leather
    420292|Rucksacks, travel bags and other cases of plastic or textile
    420299|Rucksacks, travel bags and other cases of other materials
    4203|Leather clothing, gloves, belts and accessories
    420310|Clothing of leather
    420321|Sports gloves of leather
    420329|Leather gloves other than for sports
    420330|Leather belts and bandoliers
    420340|Other clothing accessories of leather
    4205|Other articles of leather
    420500|Leather goods not listed elsewhere, including machine parts
    4206|Articles of animal gut, bladder or tendon
    420600|Goods of gut, goldbeater's skin, bladder or tendon
    4301|Raw furskins, including heads, tails and paws
    4302|Tanned or dressed furskins
    4303|Clothing and other articles of furskin
    4304|Artificial fur and articles made of it
    """
}
