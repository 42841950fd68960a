extension HarmonizedSystem {
  /// Chapters 06–14 (section II): every heading, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters06to14 = """
    0601|Bulbs, tubers and rhizomes for planting
    0602|Other live plants, cuttings and mushroom spawn
    0603|Cut flowers and buds for bouquets
    0604|Foliage, branches, moss and lichen for ornament
    0701|Potatoes, fresh or chilled
    0702|Tomatoes, fresh or chilled
    0703|Onions, shallots, garlic and leeks
    0704|Cabbages, cauliflowers, broccoli and kale
    0705|Lettuce and chicory
    0706|Carrots, turnips, beetroot and radishes
    0707|Cucumbers and gherkins, fresh or chilled
    0708|Peas and beans, fresh or chilled
    0709|Other fresh vegetables, also mushrooms and peppers
    0710|Frozen vegetables
    0711|Vegetables kept in brine, not yet edible
    0712|Dried vegetables and mushrooms
    0713|Dried peas, beans, lentils and other pulses
    0714|Cassava, sweet potatoes, yams and other starchy roots
    0801|Coconuts, Brazil nuts and cashews
    0802|Other nuts, such as almonds and areca nuts
    0803|Bananas and plantains
    0804|Dates, figs, pineapples, avocados and mangoes
    0805|Oranges, lemons and other citrus fruit
    0806|Grapes and raisins
    0807|Melons and papayas
    0808|Apples, pears and quinces
    0809|Apricots, cherries, peaches and plums
    0810|Berries, kiwis, durians and other fresh fruit
    0811|Frozen fruit and nuts
    0812|Fruit and nuts in brine, not yet edible
    0813|Other dried fruit; mixes of nuts or fruit
    0814|Citrus and melon peel
    0901|Coffee, also its husks and skins
    0902|Tea, green or black
    0903|Maté leaves
    0904|Pepper, chilli, paprika and allspice
    0905|Vanilla pods and powder
    0906|Cinnamon bark and flowers
    0907|Cloves, whole or as stems
    0908|Nutmeg, mace and cardamom
    0909|Anise, fennel, coriander, cumin and juniper
    0910|Ginger, saffron, turmeric, thyme and other spices
    1001|Wheat and its mix with rye
    1002|Rye grain
    1003|Barley grain
    1004|Oat grain
    1005|Maize grain and seed
    1006|Rice, in the husk or milled
    1007|Sorghum grain
    1008|Buckwheat, millet, quinoa and other cereals
    1101|Wheat flour
    1102|Flour of other cereals
    1103|Groats, meal and pellets of cereals
    1104|Rolled, flaked or hulled grain; cereal germ
    1105|Potato flour, flakes and granules
    1106|Flour of pulses, sago, roots or fruit
    1107|Malt from cereals
    1108|Starch and inulin
    1109|Wheat gluten
    1201|Soya beans
    1202|Raw peanuts
    1203|Copra, the dried coconut flesh
    1204|Linseed, also called flaxseed
    1205|Rapeseed, also called canola
    1206|Sunflower seeds
    1207|Sesame, poppy, cotton and other oil seeds
    1208|Flour and meal of oil seeds
    1209|Seeds for sowing
    1210|Hops and lupulin
    1211|Medicinal, perfume and pesticide plants (cannabis, coca leaf)
    1212|Seaweed, carob, sugar cane and sugar beet
    1213|Straw and husks of cereals
    1214|Hay, lucerne, fodder roots and other forage
    1301|Gum arabic, shellac, natural resins (cannabis resin), balsams
    1302|Plant saps and extracts (opium); pectin, agar
    1401|Bamboo, rattan, reeds and other plaiting plants
    1404|Other plant products, such as henna and linters
    """
}
