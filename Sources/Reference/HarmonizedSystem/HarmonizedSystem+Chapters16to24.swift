extension HarmonizedSystem {
  /// Chapters 16–24 (section IV): every heading, and every sub-heading of chapter 24, one a line,
  /// `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters16to24 = """
    1601|Sausages of meat, offal, blood or insects
    1602|Other prepared meat, offal or insects
    1603|Extracts and juices of meat or fish
    1604|Canned or prepared fish; caviar
    1605|Canned or prepared crustaceans and molluscs
    1701|Cane and beet sugar, solid
    1702|Other sugars and syrups; artificial honey; caramel
    1703|Molasses from sugar making
    1704|Sweets without cocoa, also white chocolate
    1801|Cocoa beans, raw or roasted
    1802|Cocoa shells, skins and waste
    1803|Cocoa paste
    1804|Cocoa butter, fat and oil
    1805|Cocoa powder, unsweetened
    1806|Chocolate and other foods with cocoa
    1901|Malt extract; baby food, mixes and doughs
    1902|Pasta, noodles and couscous
    1903|Tapioca and starch substitutes for it
    1904|Breakfast cereals, puffed grain and bulgur
    1905|Bread, cakes, biscuits, wafers and rice paper
    2001|Vegetables, fruit and nuts in vinegar
    2002|Tomatoes, canned or otherwise prepared
    2003|Mushrooms and truffles, canned or otherwise prepared
    2004|Other prepared vegetables, frozen
    2005|Other prepared vegetables, not frozen
    2006|Candied fruit, peel and vegetables
    2007|Jams, marmalades and fruit purées
    2008|Fruit and nuts otherwise prepared; peanut butter
    2009|Fruit and vegetable juices
    2101|Instant coffee and tea; roasted chicory
    2102|Yeast and baking powder
    2103|Sauces, mustard and mixed seasonings
    2104|Soups, broths and blended baby meals
    2105|Ice cream and other edible ice
    2106|Other food preparations, such as protein and supplements
    2201|Water, mineral water, ice and snow
    2202|Soft drinks and other alcohol-free beverages
    2203|Beer from malt
    2204|Wine of grapes, also sparkling and fortified
    2205|Vermouth and flavoured wine
    2206|Cider, mead, saké and other fermented drinks
    2207|Strong ethyl alcohol (80 % or more); denatured spirits
    2208|Spirits and liqueurs (whisky, vodka, rum, gin)
    2209|Vinegar and its substitutes
    2301|Meal of meat or fish, unfit for people
    2302|Bran and other milling residues
    2303|Beet pulp, bagasse, brewing and starch residues
    2304|Oilcake of soya beans
    2305|Oilcake of peanuts
    2306|Oilcake of other seeds and fruit
    2307|Wine lees and argol
    2308|Other plant waste for feed, such as acorns
    2309|Pet food and other animal feed
    2401|Raw tobacco leaf and tobacco refuse
    240110|Raw tobacco leaf, unstemmed
    240120|Raw tobacco leaf, stemmed in part or whole
    240130|Tobacco refuse, such as stems and dust
    2402|Cigarettes, cigars, cheroots and cigarillos
    240210|Cigars, cheroots and cigarillos with tobacco
    240220|Cigarettes with tobacco
    240290|Cigarettes and cigars of tobacco substitutes
    2403|Other manufactured tobacco: smoking, chewing, snuff, water pipe
    240311|Water-pipe tobacco (shisha)
    240319|Other smoking tobacco, such as cut and pipe
    240391|Reconstituted tobacco, such as sheet
    240399|Chewing tobacco, snuff, extracts and the rest
    2404|Smokeless products to inhale, nicotine pouches and patches
    240411|Heated tobacco products, to inhale unburnt
    240412|Nicotine e-liquids and the like, without tobacco
    240419|Other products to inhale unburnt, nicotine-free
    240491|Nicotine products for the mouth (gum, pouches)
    240492|Nicotine products through the skin (patches)
    240499|Other nicotine products for the body
    """
}
