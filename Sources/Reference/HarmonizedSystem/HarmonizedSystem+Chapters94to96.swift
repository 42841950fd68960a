extension HarmonizedSystem {
  /// Labels of the headings of chapters 94 to 96, furniture, toys and sundries, and of the
  /// sub-headings of chapter 95.
  ///
  /// One code a line, in ascending order, a heading before its sub-headings: code, label. The codes
  /// are those of edition 2022 of the World Customs Organization's nomenclature, compared with the
  /// United Nations' Comtrade list of 2022 and the European Union's Combined Nomenclature of 2023;
  /// the labels are our own short words and have no legal force.
  static let chapters94to96 = """
    9401|Seats and their parts
    9402|Medical, dental and barbers' furniture
    9403|Other furniture and its parts
    9404|Mattresses, quilts, pillows and other stuffed bedding
    9405|Lamps, light fittings and illuminated signs
    9406|Prefabricated buildings
    9503|Toys, dolls, ride-on toys, scale models and puzzles
    950300|Toys of all kinds, models and puzzles included
    9504|Video game consoles, table games and parlour games
    950420|Billiard tables, cues and other billiard articles
    950430|Coin- or card-operated games, slot machines included
    950440|Playing cards
    950450|Video game consoles and machines
    950490|Other games: board, casino, table and bowling games
    9505|Festive, carnival and party articles
    950510|Christmas articles
    950590|Other party articles, joke items and conjuring tricks
    9506|Sports, gymnastics and outdoor game equipment; pools
    950611|Snow skis
    950612|Ski bindings
    950619|Other snow-ski equipment
    950621|Sailboards
    950629|Water-skis, surfboards and other water-sport equipment
    950631|Complete golf clubs
    950632|Golf balls
    950639|Other golf equipment
    950640|Table-tennis equipment
    950651|Lawn-tennis rackets
    950659|Badminton, squash and similar rackets
    950661|Lawn-tennis balls
    950662|Inflatable balls, footballs included
    950669|Other balls for sports and games
    950670|Ice skates and roller skates
    950691|Gym, fitness and athletics equipment
    950699|Other sports equipment; swimming and paddling pools
    9507|Fishing tackle, landing nets and hunting decoys
    950710|Fishing rods
    950720|Fish-hooks
    950730|Fishing reels
    950790|Other fishing tackle, nets and hunting decoys
    9508|Circuses, amusement rides and fairground attractions
    950810|Travelling circuses and menageries
    950821|Roller coasters
    950822|Carousels, swings and roundabouts
    950823|Dodgem cars
    950824|Motion simulators and moving theatres
    950825|Amusement park water rides
    950826|Water park attractions
    950829|Other amusement park rides
    950830|Fairground attractions, shooting galleries included
    950840|Travelling theatres
    9601|Worked ivory, bone, horn, coral and mother-of-pearl
    9602|Worked vegetable or mineral carving material; moulded wax
    9603|Brooms, brushes, mops and paint rollers
    9604|Hand sieves and riddles
    9605|Travel sets for toilet, sewing or shoe care
    9606|Buttons, snap fasteners and button blanks
    9607|Zip fasteners and their parts
    9608|Ballpoint, felt-tip and fountain pens; mechanical pencils
    9609|Pencils, crayons, pastels and chalks
    9610|Slates and writing or drawing boards
    9611|Hand stamps for dating, numbering or sealing
    9612|Inked ribbons for typewriters and printers; ink pads
    9613|Cigarette lighters and other lighters
    9614|Smoking pipes and cigar or cigarette holders
    9615|Combs, hairpins and hair curlers
    9616|Scent sprays and powder puffs
    9617|Vacuum flasks and their parts
    9618|Mannequins, tailors' dummies and animated window displays
    9619|Sanitary towels, tampons and nappies
    9620|Tripods, monopods, bipods and similar stands
    """
}
