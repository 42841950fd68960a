extension HarmonizedSystem {
  /// Labels of the headings of chapters 73 to 83, base metals and what is made of them.
  ///
  /// One heading a line, in ascending order: code, label. The codes are those of edition 2022 of
  /// the World Customs Organization's nomenclature, compared with the United Nations' Comtrade list
  /// of 2022 and the European Union's Combined Nomenclature of 2023; the labels are our own short
  /// words and have no legal force. Chapter 77 is kept free by the nomenclature and has none.
  static let chapters73to83 = """
    7301|Steel sheet piling and welded sections
    7302|Rails and other railway track material of steel
    7303|Cast-iron pipes and hollow profiles
    7304|Seamless steel pipes and hollow profiles
    7305|Welded or riveted steel pipes wider than 406.4 mm
    7306|Other welded or riveted steel pipes and profiles
    7307|Pipe fittings of iron or steel
    7308|Steel structures: bridges, towers, scaffolding, doors
    7309|Steel tanks and vats above 300 litres
    7310|Steel drums, cans and boxes up to 300 litres
    7311|Steel cylinders for compressed or liquefied gas
    7312|Steel wire ropes, cables and slings, uninsulated
    7313|Barbed wire and other steel fencing wire
    7314|Steel wire cloth, netting and expanded metal
    7315|Chains of iron or steel
    7316|Anchors and grapnels of iron or steel
    7317|Steel nails, tacks, drawing pins and staples
    7318|Steel screws, bolts, nuts, rivets and washers
    7319|Hand sewing needles, safety pins and other steel pins
    7320|Steel springs and spring leaves
    7321|Non-electric stoves, cookers and barbecues of steel
    7322|Non-electric steel radiators and hot-air heaters
    7323|Steel kitchenware and household goods; steel wool
    7324|Steel sinks, baths and other sanitary ware
    7325|Other cast articles of iron or steel
    7326|Other articles of iron or steel
    7401|Copper mattes and cement copper
    7402|Unrefined copper; copper anodes for refining
    7403|Refined copper and copper alloys, unwrought
    7404|Copper waste and scrap
    7405|Master alloys of copper
    7406|Copper powders and flakes
    7407|Copper bars, rods and profiles
    7408|Copper wire, uninsulated
    7409|Copper plates, sheets and strip over 0.15 mm thick
    7410|Copper foil up to 0.15 mm thick
    7411|Copper tubes and pipes
    7412|Copper pipe fittings
    7413|Stranded copper wire and cables, uninsulated
    7415|Copper nails, screws, bolts, rivets and washers
    7418|Copper kitchenware, household goods and sanitary ware
    7419|Other articles of copper
    7501|Nickel mattes and other smelter intermediates
    7502|Unwrought nickel
    7503|Nickel waste and scrap
    7504|Nickel powders and flakes
    7505|Nickel bars, rods, profiles and wire
    7506|Nickel plates, sheets, strip and foil
    7507|Nickel pipes and pipe fittings
    7508|Other articles of nickel
    7601|Unwrought aluminium
    7602|Aluminium waste and scrap
    7603|Aluminium powders and flakes
    7604|Aluminium bars, rods and profiles
    7605|Aluminium wire, uninsulated
    7606|Aluminium plates, sheets and strip over 0.2 mm thick
    7607|Aluminium foil up to 0.2 mm thick
    7608|Aluminium tubes and pipes
    7609|Aluminium pipe fittings
    7610|Aluminium structures: frames, doors, windows, towers
    7611|Aluminium tanks and vats above 300 litres
    7612|Aluminium cans, drums and squeeze tubes up to 300 litres
    7613|Aluminium cylinders for compressed or liquefied gas
    7614|Stranded aluminium wire and cables, uninsulated
    7615|Aluminium kitchenware, household goods and sanitary ware
    7616|Other articles of aluminium
    7801|Unwrought lead
    7802|Lead waste and scrap
    7804|Lead plates, sheets, foil, powders and flakes
    7806|Other articles of lead
    7901|Unwrought zinc
    7902|Zinc waste and scrap
    7903|Zinc dust, powders and flakes
    7904|Zinc bars, rods, profiles and wire
    7905|Zinc plates, sheets, strip and foil
    7907|Other articles of zinc
    8001|Unwrought tin
    8002|Tin waste and scrap
    8003|Tin bars, rods, profiles and wire
    8007|Other articles of tin
    8101|Tungsten and its articles, scrap included
    8102|Molybdenum and its articles, scrap included
    8103|Tantalum and its articles, scrap included
    8104|Magnesium and its articles, scrap included
    8105|Cobalt, its mattes and articles, scrap included
    8106|Bismuth and its articles, scrap included
    8108|Titanium and its articles, scrap included
    8109|Zirconium and its articles, scrap included
    8110|Antimony and its articles, scrap included
    8111|Manganese and its articles, scrap included
    8112|Cadmium, chromium, gallium, germanium, niobium and other minor metals
    8113|Cermets and their articles, scrap included
    8201|Garden, farm and forestry hand tools
    8202|Hand saws and saw blades of all kinds
    8203|Files, pliers, tweezers, bolt croppers and metal shears
    8204|Hand spanners, wrenches and sockets
    8205|Other hand tools: hammers, screwdrivers, vices, blow lamps
    8206|Retail sets of different hand tools
    8207|Interchangeable tools: drill bits, dies, milling cutters
    8208|Knives and blades for machines
    8209|Unmounted carbide or cermet tips for tools
    8210|Hand-operated mechanical kitchen appliances up to 10 kg
    8211|Knives with cutting blades, and their blades
    8212|Razors and razor blades
    8213|Scissors, tailors' shears and their blades
    8214|Other cutlery: cleavers, paper knives, manicure sets
    8215|Spoons, forks, ladles and similar tableware
    8301|Locks, padlocks and keys of base metal
    8302|Hinges, castors and fittings for furniture and doors
    8303|Safes, strong-boxes and cash boxes
    8304|Metal filing cabinets, paper trays and desk items
    8305|Metal binder fittings, paper clips and strip staples
    8306|Metal bells, statuettes, ornaments and picture frames
    8307|Flexible tubing of base metal
    8308|Metal clasps, buckles, hooks, eyelets and spangles
    8309|Metal caps, lids, stoppers and bottle closures
    8310|Metal sign plates, name plates, letters and numbers
    8311|Welding and soldering wire, rods and electrodes
    """
}
