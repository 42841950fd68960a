extension HarmonizedSystem {
  /// The 21 sections, one a line, in order: Roman numeral, first chapter, last chapter, label.
  ///
  /// Source of the numerals and of their chapters: HS Nomenclature 2022 Edition, World Customs
  /// Organization, table of contents. The labels are our own.
  static let sections = """
    I|01|05|Animals and animal products
    II|06|14|Plants and plant products
    III|15|15|Fats, oils and waxes
    IV|16|24|Prepared foods, drinks and tobacco
    V|25|27|Minerals and fuels
    VI|28|38|Chemicals and medicines
    VII|39|40|Plastics and rubber
    VIII|41|43|Hides, leather, bags and furs
    IX|44|46|Wood, cork and basketware
    X|47|49|Pulp, paper and printed matter
    XI|50|63|Textiles and clothing
    XII|64|67|Footwear, headgear, umbrellas and feathers
    XIII|68|70|Stone, ceramics and glass
    XIV|71|71|Pearls, gems, precious metals and coins
    XV|72|83|Base metals and their articles
    XVI|84|85|Machinery and electrical equipment
    XVII|86|89|Vehicles, aircraft and ships
    XVIII|90|92|Instruments, watches and musical instruments
    XIX|93|93|Arms and ammunition
    XX|94|96|Furniture, toys and other manufactures
    XXI|97|97|Art, collectors' pieces and antiques
    """

  /// The 96 chapters in use, one a line, in order, `code|label`.
  ///
  /// Chapter 77 is reserved for later use, and 98 and 99 are for each country to use as it likes:
  /// none of them is here. Source of the codes: HS Nomenclature 2022 Edition, World Customs
  /// Organization, table of contents. The labels are our own.
  static let chapters = """
    01|Live animals
    02|Meat and offal
    03|Fish, crustaceans and molluscs
    04|Dairy, eggs, honey and edible insects
    05|Other animal products, such as ivory
    06|Live plants and cut flowers
    07|Vegetables, roots and tubers
    08|Fruit and nuts
    09|Coffee, tea and spices
    10|Cereals
    11|Flour, malt and starch
    12|Oil seeds, medicinal plants and fodder
    13|Gums, resins and plant extracts
    14|Plaiting plants and other plant products
    15|Animal, plant and microbial fats and oils
    16|Prepared meat, fish and insects
    17|Sugar and sweets
    18|Cocoa and chocolate
    19|Cereal foods, pasta and bakery
    20|Prepared vegetables, fruit and nuts
    21|Other food preparations
    22|Drinks, spirits and vinegar
    23|Food industry residues and animal feed
    24|Tobacco and nicotine products
    25|Salt, sulphur, stone, lime and cement
    26|Ores, slag and ash
    27|Mineral fuels and oils
    28|Inorganic chemicals
    29|Organic chemicals
    30|Pharmaceutical products
    31|Fertilisers
    32|Dyes, pigments, paints and inks
    33|Perfumes, cosmetics and essential oils
    34|Soap, detergents, waxes and candles
    35|Proteins, starches, glues and enzymes
    36|Explosives, fireworks and matches
    37|Photographic and cinema goods
    38|Other chemical products
    39|Plastics and articles of plastic
    40|Rubber and articles of rubber
    41|Raw hides and leather
    42|Leather goods, handbags and travel bags
    43|Furs and artificial fur
    44|Wood, wooden articles and charcoal
    45|Cork and articles of cork
    46|Baskets and other plaited articles
    47|Wood pulp and waste paper
    48|Paper and paperboard
    49|Books, newspapers and printed matter
    50|Silk
    51|Wool, animal hair and their fabrics
    52|Cotton
    53|Other plant fibres and paper yarn
    54|Man-made filaments
    55|Man-made staple fibres
    56|Wadding, felt, nonwovens and rope
    57|Carpets
    58|Special woven fabrics, lace and embroidery
    59|Coated and technical textiles
    60|Knitted fabrics
    61|Clothing, knitted
    62|Clothing, not knitted
    63|Other made-up textiles and worn clothing
    64|Footwear
    65|Headgear
    66|Umbrellas, walking sticks and whips
    67|Feathers, artificial flowers and hair articles
    68|Articles of stone, plaster and cement
    69|Ceramic products
    70|Glass and glassware
    71|Pearls, gems, precious metals and jewellery
    72|Iron and steel
    73|Articles of iron or steel
    74|Copper
    75|Nickel
    76|Aluminium
    78|Lead
    79|Zinc
    80|Tin
    81|Other base metals and cermets
    82|Tools and cutlery of base metal
    83|Other articles of base metal
    84|Machinery, boilers and computers
    85|Electrical and electronic equipment
    86|Railway vehicles, track and containers
    87|Cars and other road vehicles
    88|Aircraft, drones and spacecraft
    89|Ships and boats
    90|Optical, measuring and medical instruments
    91|Clocks and watches
    92|Musical instruments
    93|Arms and ammunition
    94|Furniture, bedding, lamps and prefabricated buildings
    95|Toys, games and sports goods
    96|Various articles (pens, lighters, brushes, diapers)
    97|Works of art and antiques
    """
}
