extension HarmonizedSystem {
  /// Labels of the headings of chapters 86 to 89, vehicles, aircraft and vessels.
  ///
  /// One heading a line, in ascending order: code, label. The codes are those of edition 2022 of
  /// the World Customs Organization's nomenclature, compared with the United Nations' Comtrade list
  /// of 2022 and the European Union's Combined Nomenclature of 2023; the labels are our own short
  /// words and have no legal force.
  static let chapters86to89 = """
    8601|Electric rail locomotives, mains or battery
    8602|Diesel and other rail locomotives; tenders
    8603|Self-propelled railcars and trams
    8604|Railway maintenance and service vehicles
    8605|Rail passenger and luggage coaches, not self-propelled
    8606|Rail freight wagons
    8607|Parts of locomotives and rolling stock
    8608|Track fittings and mechanical traffic signals
    8609|Freight containers for any mode of transport
    8701|Tractors, farm and road
    8702|Buses and other vehicles for ten or more persons
    8703|Passenger cars and station wagons
    8704|Lorries, vans and other goods vehicles
    8705|Special-purpose motor vehicles: fire engines, crane lorries
    8706|Motor vehicle chassis with engine
    8707|Motor vehicle bodies and cabs
    8708|Parts and accessories of motor vehicles
    8709|Works trucks and station tractors without lifting gear
    8710|Tanks and other armoured fighting vehicles
    8711|Motorcycles, mopeds and motorised cycles
    8712|Bicycles and other cycles without motor
    8713|Wheelchairs and other carriages for disabled persons
    8714|Parts of motorcycles, bicycles and wheelchairs
    8715|Prams, pushchairs and their parts
    8716|Trailers, semi-trailers and other unpowered vehicles
    8801|Balloons, airships, gliders and other unpowered aircraft
    8802|Helicopters, aeroplanes, spacecraft and launch vehicles
    8804|Parachutes, paragliders and rotochutes
    8805|Aircraft launching and arresting gear; flight simulators
    8806|Drones (unmanned aircraft)
    8807|Parts of aircraft, spacecraft and drones
    8901|Passenger ships, ferries, cargo ships and barges
    8902|Fishing vessels and factory ships
    8903|Yachts, pleasure boats, rowing boats and canoes
    8904|Tugs and pusher craft
    8905|Dredgers, light-vessels, floating cranes and drilling platforms
    8906|Warships, lifeboats and other vessels
    8907|Rafts, buoys, floating tanks and landing stages
    8908|Ships and floating structures for breaking up
    """
}
