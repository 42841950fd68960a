extension HarmonizedSystem {
  /// Labels of the headings of chapter 84, machinery and mechanical appliances.
  ///
  /// One heading a line, in ascending order: code, label. The codes are those of edition 2022 of
  /// the World Customs Organization's nomenclature, compared with the United Nations' Comtrade list
  /// of 2022 and the European Union's Combined Nomenclature of 2023; the labels are our own short
  /// words and have no legal force.
  static let chapters84to84 = """
    8401|Nuclear reactors, fuel elements and isotope separators
    8402|Steam boilers and superheated-water boilers
    8403|Central heating boilers
    8404|Auxiliary plant and condensers for boilers
    8405|Generators of producer, water or acetylene gas
    8406|Steam turbines
    8407|Petrol (spark-ignition) piston engines
    8408|Diesel and semi-diesel engines
    8409|Parts of petrol and diesel engines
    8410|Water turbines and water wheels
    8411|Jet engines, turboprops and other gas turbines
    8412|Other engines and motors: hydraulic, pneumatic, rocket
    8413|Pumps for liquids
    8414|Air and vacuum pumps, compressors, fans and hoods
    8415|Air conditioners
    8416|Furnace burners and mechanical stokers
    8417|Non-electric industrial furnaces, ovens and incinerators
    8418|Refrigerators, freezers and heat pumps
    8419|Plant for heating, cooling, drying, distilling or sterilising
    8420|Calenders and rolling machines, not for metal or glass
    8421|Centrifuges and filters for liquids or gases
    8422|Dishwashers and bottling, packing or wrapping machines
    8423|Weighing machines and scales
    8424|Sprayers, spray guns, fire extinguishers and sand blasters
    8425|Hoists, winches, capstans and jacks
    8426|Cranes, derricks and straddle carriers
    8427|Fork-lift trucks and other lifting works trucks
    8428|Lifts, escalators, conveyors and handling robots
    8429|Self-propelled bulldozers, excavators, loaders and road rollers
    8430|Other earth-moving and boring machines; snow ploughs
    8431|Parts of lifting, handling and earth-moving machines
    8432|Machines for tilling, sowing and spreading fertiliser
    8433|Harvesters, balers, mowers and produce sorters
    8434|Milking and dairy machines
    8435|Presses and crushers for wine, cider or juice
    8436|Other farm, forestry, poultry and bee-keeping machines
    8437|Grain cleaning, sorting and milling machines
    8438|Other industrial food and drink machines
    8439|Machines for making pulp, paper or paperboard
    8440|Book-binding machines
    8441|Paper cutting and converting machines
    8442|Printing plates and equipment for making them
    8443|Printers, copiers, fax machines and printing presses
    8444|Machines for extruding or texturing man-made fibres
    8445|Spinning, twisting and winding machines for yarn
    8446|Weaving looms
    8447|Knitting, lace, embroidery and tufting machines
    8448|Auxiliary machines and parts for textile machinery
    8449|Machines for making felt, nonwovens and felt hats
    8450|Washing machines, household or laundry
    8451|Dry-cleaning, ironing, dyeing and textile-finishing machines
    8452|Sewing machines, their needles and furniture
    8453|Machines for working leather or making footwear
    8454|Foundry converters, ladles, ingot moulds and casting machines
    8455|Metal rolling mills and their rolls
    8456|Laser, spark-erosion, plasma and water-jet machine tools
    8457|Machining centres and transfer machines for metal
    8458|Metal-cutting lathes
    8459|Machine tools for drilling, boring, milling or threading metal
    8460|Machine tools for grinding, honing or polishing metal
    8461|Machine tools for planing, broaching, gear cutting or sawing metal
    8462|Machine tools for forging, bending, shearing or pressing metal
    8463|Other machine tools forming metal without removing any
    8464|Machine tools for stone, ceramics, concrete or glass
    8465|Machine tools for wood, cork, bone or hard plastics
    8466|Parts and accessories of machine tools
    8467|Hand-held power tools, electric, pneumatic, hydraulic or motor-driven
    8468|Gas and other non-electric welding and soldering machines
    8470|Calculators, cash registers, franking and ticket machines
    8471|Computers and their units: laptops, keyboards, drives
    8472|Other office machines
    8473|Parts of computers, calculators and office machines
    8474|Machines for sorting, crushing or mixing minerals
    8475|Machines for assembling lamps or working hot glass
    8476|Vending and money-changing machines
    8477|Machines for working rubber or plastics
    8478|Tobacco-processing and cigarette-making machines
    8479|Other machines with individual functions
    8480|Moulds, mould bases and foundry moulding boxes
    8481|Taps, valves and similar pipe fixtures
    8482|Ball and roller bearings
    8483|Transmission shafts, gears, pulleys, flywheels and clutches
    8484|Gaskets and mechanical seals
    8485|3D printers (additive manufacturing machines)
    8486|Machines for making semiconductors, chips and flat panels
    8487|Other machine parts without electrical features
    """
}
