extension HarmonizedSystem {
  /// Labels of the headings and sub-headings of chapter 85, electrical and electronic goods.
  ///
  /// One code a line, in ascending order, a heading before its sub-headings: code, label. The codes
  /// are those of edition 2022 of the World Customs Organization's nomenclature, compared with the
  /// United Nations' Comtrade list of 2022 and the European Union's Combined Nomenclature of 2023;
  /// the labels are our own short words and have no legal force. Where a label leaves it open, a
  /// limit belongs to the lower of two neighbours: "up to 650 kVA", then "650 to 10,000 kVA".
  static let chapters85to85 = """
    8501|Electric motors and generators, not generating sets
    850110|Electric motors up to 37.5 W
    850120|Universal AC/DC motors over 37.5 W
    850131|DC motors and generators up to 750 W
    850132|DC motors and generators, 750 W to 75 kW
    850133|DC motors and generators, 75 to 375 kW
    850134|DC motors and generators over 375 kW
    850140|Single-phase AC motors over 37.5 W
    850151|Multi-phase AC motors up to 750 W
    850152|Multi-phase AC motors, 750 W to 75 kW
    850153|Multi-phase AC motors over 75 kW
    850161|AC generators (alternators) up to 75 kVA
    850162|AC generators (alternators), 75 to 375 kVA
    850163|AC generators (alternators), 375 to 750 kVA
    850164|AC generators (alternators) over 750 kVA
    850171|Photovoltaic DC generators up to 50 W
    850172|Photovoltaic DC generators over 50 W
    850180|Photovoltaic AC generators
    8502|Generating sets and rotary converters
    850211|Diesel generating sets up to 75 kVA
    850212|Diesel generating sets, 75 to 375 kVA
    850213|Diesel generating sets over 375 kVA
    850220|Petrol (spark-ignition) generating sets
    850231|Wind-powered generating sets
    850239|Other generating sets, turbine sets included
    850240|Rotary converters
    8503|Parts of electric motors, generators and generating sets
    850300|Motor and generator parts of all kinds
    8504|Transformers, power supplies and inductors
    850410|Ballasts for discharge lamps
    850421|Liquid-filled transformers up to 650 kVA
    850422|Liquid-filled transformers, 650 to 10,000 kVA
    850423|Liquid-filled transformers over 10,000 kVA
    850431|Dry transformers up to 1 kVA
    850432|Dry transformers, 1 to 16 kVA
    850433|Dry transformers, 16 to 500 kVA
    850434|Dry transformers over 500 kVA
    850440|Power supplies, chargers, inverters and rectifiers
    850450|Other inductors and chokes
    850490|Parts of transformers, power supplies and inductors
    8505|Magnets, electromagnets and magnetic couplings
    850511|Permanent magnets of metal
    850519|Permanent magnets of other materials
    850520|Electromagnetic couplings, clutches and brakes
    850590|Electromagnets, magnetic chucks, lifting heads and magnet parts
    8506|Non-rechargeable (primary) batteries
    850610|Manganese dioxide batteries, alkaline included
    850630|Mercuric oxide batteries
    850640|Silver oxide batteries
    850650|Lithium batteries, not rechargeable
    850660|Air-zinc batteries
    850680|Other non-rechargeable batteries
    850690|Parts of non-rechargeable batteries
    8507|Rechargeable batteries (accumulators)
    850710|Lead-acid starter batteries
    850720|Other lead-acid batteries
    850730|Nickel-cadmium batteries
    850750|Nickel-metal hydride batteries
    850760|Lithium-ion batteries
    850780|Other rechargeable batteries
    850790|Parts of rechargeable batteries
    8508|Vacuum cleaners of all kinds
    850811|Motorised vacuum cleaners up to 1,500 W and 20 litres
    850819|Other motorised vacuum cleaners
    850860|Vacuum cleaners without built-in electric motor
    850870|Parts of vacuum cleaners
    8509|Household appliances with electric motor
    850940|Food mixers, grinders and juice extractors
    850980|Other household appliances with electric motor
    850990|Parts of household appliances with electric motor
    8510|Electric shavers, hair clippers and epilators
    851010|Electric shavers
    851020|Electric hair clippers
    851030|Electric epilators (hair removers)
    851090|Parts of electric shavers, clippers and epilators
    8511|Ignition and starting equipment for engines
    851110|Spark plugs
    851120|Ignition magnetos, magneto-dynamos and magnetic flywheels
    851130|Distributors and ignition coils
    851140|Starter motors and starter-generators
    851150|Other generators for engines, vehicle alternators included
    851180|Other ignition and starting equipment
    851190|Parts of ignition and starting equipment
    8512|Electric lights, horns and wipers for vehicles
    851210|Electric lights and signals for bicycles
    851220|Electric lights and signals for motor vehicles
    851230|Horns and other sound signals for vehicles
    851240|Windscreen wipers, defrosters and demisters
    851290|Parts of vehicle lights, horns and wipers
    8513|Portable electric lamps, torches included
    851310|Torches, headlamps and other portable lamps
    851390|Parts of portable electric lamps
    8514|Electric industrial and laboratory furnaces and ovens
    851411|Hot isostatic presses
    851419|Other resistance-heated furnaces and ovens
    851420|Induction and dielectric furnaces and ovens
    851431|Electron beam furnaces
    851432|Plasma and vacuum arc furnaces
    851439|Other electric furnaces and ovens
    851440|Other induction or dielectric heat-treatment equipment
    851490|Parts of electric furnaces and heat-treatment equipment
    8515|Electric soldering, brazing and welding machines
    851511|Soldering irons and guns
    851519|Other brazing and soldering machines
    851521|Automatic resistance welding machines
    851529|Other resistance welding machines
    851531|Automatic arc and plasma welding machines
    851539|Other arc and plasma welding machines
    851580|Other electric welding machines; hot metal sprayers
    851590|Parts of electric soldering and welding machines
    8516|Electric heaters, hair dryers, irons, ovens and cookers
    851610|Electric water heaters and immersion heaters
    851621|Electric storage radiators
    851629|Other electric space and soil heaters
    851631|Hair dryers
    851632|Other electric hairdressing tools: curlers, straighteners
    851633|Hand dryers
    851640|Electric smoothing irons
    851650|Microwave ovens
    851660|Other electric ovens, cookers, hobs and grills
    851671|Electric coffee and tea makers
    851672|Electric toasters
    851679|Other household heating appliances, kettles included
    851680|Electric heating resistors
    851690|Parts of electric heaters and heating appliances
    8517|Telephones, smartphones and network equipment
    851711|Line telephones with cordless handset
    851713|Smartphones
    851714|Mobile phones other than smartphones
    851718|Other telephone sets
    851761|Base stations
    851762|Routers, switches, modems and other data transmission apparatus
    851769|Other apparatus for sending or receiving voice or data
    851771|Antennas for telephones and network equipment
    851779|Other parts of telephones and network equipment
    8518|Microphones, loudspeakers, headphones and amplifiers
    851810|Microphones and microphone stands
    851821|Single loudspeakers in an enclosure
    851822|Multiple loudspeakers in one enclosure
    851829|Loudspeakers without enclosure
    851830|Headphones, earphones and headsets
    851840|Audio-frequency amplifiers
    851850|Sound amplifier sets (public address)
    851890|Parts of microphones, loudspeakers, headphones and amplifiers
    8519|Sound recorders and players
    851920|Coin- or card-operated sound players (jukeboxes)
    851930|Turntables (record decks)
    851981|Sound recorders and players using tape, disc or memory
    851989|Other sound recorders and players
    8521|Video recorders and players
    852110|Magnetic tape video recorders and players
    852190|Other video recorders and players
    8522|Parts of sound and video recorders and players
    852210|Pick-up cartridges
    852290|Other parts of sound and video recorders
    8523|Discs, tapes, memory cards, smart cards and other media
    852321|Cards with a magnetic stripe
    852329|Other magnetic media: tapes and discs
    852341|Blank optical discs
    852349|Recorded optical discs
    852351|Memory cards, USB sticks and other solid-state storage
    852352|Smart cards
    852359|Other semiconductor media
    852380|Other recording media, vinyl records included
    8524|Flat panel display modules
    852411|LCD modules without drivers
    852412|OLED display modules without drivers
    852419|Other flat display modules without drivers
    852491|LCD modules with drivers
    852492|OLED display modules with drivers
    852499|Other flat display modules with drivers
    8525|Broadcast transmitters; television, digital and video cameras
    852550|Broadcast transmitters without receiver
    852560|Broadcast transmitters combined with a receiver
    852581|High-speed cameras
    852582|Radiation-hardened or radiation-tolerant cameras
    852583|Night vision cameras
    852589|Other television, digital and video cameras
    8526|Radar, radio navigation and radio remote control
    852610|Radar apparatus
    852691|Radio navigation apparatus, GPS receivers included
    852692|Radio remote controls
    8527|Radio broadcast receivers
    852712|Pocket-size radio cassette players
    852713|Other portable radios with sound recorder or player
    852719|Other portable radios
    852721|Car radios with sound recorder or player
    852729|Other car radios
    852791|Other radios with sound recorder or player
    852792|Clock radios without sound recorder or player
    852799|Other radio receivers
    8528|Monitors, projectors and television receivers
    852842|Cathode-ray monitors for computers
    852849|Other cathode-ray monitors
    852852|Flat and other computer monitors, not cathode-ray
    852859|Other monitors, not cathode-ray
    852862|Video projectors for computers
    852869|Other video projectors
    852871|Television receivers without screen (set-top boxes)
    852872|Colour television sets
    852873|Monochrome television sets
    8529|Parts of displays, transmitters, cameras, radios and televisions
    852910|Antennas for radio, television and radar
    852990|Other parts for displays, cameras, radios and televisions
    8530|Electric traffic signals for rail, road, ports and airfields
    853010|Electric signals for railways and tramways
    853080|Electric traffic signals for roads, ports and airfields
    853090|Parts of electric traffic signals
    8531|Electric alarms, sirens, bells and indicator panels
    853110|Burglar and fire alarms
    853120|LCD or LED indicator panels
    853180|Other electric sound or visual signals
    853190|Parts of electric alarms and indicator panels
    8532|Electrical capacitors
    853210|Power capacitors for 50/60 Hz circuits
    853221|Tantalum fixed capacitors
    853222|Aluminium electrolytic fixed capacitors
    853223|Single-layer ceramic fixed capacitors
    853224|Multilayer ceramic fixed capacitors
    853225|Paper or plastic fixed capacitors
    853229|Other fixed capacitors
    853230|Variable or adjustable capacitors
    853290|Parts of capacitors
    8533|Resistors, rheostats and potentiometers
    853310|Fixed carbon resistors
    853321|Other fixed resistors up to 20 W
    853329|Other fixed resistors over 20 W
    853331|Wirewound variable resistors up to 20 W
    853339|Wirewound variable resistors over 20 W
    853340|Other variable resistors and potentiometers
    853390|Parts of resistors
    8534|Printed circuits
    853400|Printed circuit boards without mounted components
    8535|Switchgear over 1,000 V: fuses, breakers, arresters
    853510|Fuses over 1,000 V
    853521|Automatic circuit breakers, 1,000 V to 72.5 kV
    853529|Automatic circuit breakers of 72.5 kV or more
    853530|Isolating and make-and-break switches over 1,000 V
    853540|Lightning arresters and surge suppressors over 1,000 V
    853590|Other switchgear and connectors over 1,000 V
    8536|Switches, relays, plugs and connectors up to 1,000 V
    853610|Fuses up to 1,000 V
    853620|Automatic circuit breakers up to 1,000 V
    853630|Other circuit protectors up to 1,000 V
    853641|Relays up to 60 V
    853649|Relays, 60 to 1,000 V
    853650|Other switches up to 1,000 V
    853661|Lamp holders up to 1,000 V
    853669|Plugs and sockets up to 1,000 V
    853670|Optical fibre connectors
    853690|Other connectors and junction boxes up to 1,000 V
    8537|Switchboards and control panels
    853710|Switchboards and control panels up to 1,000 V
    853720|Switchboards and control panels over 1,000 V
    8538|Parts of switchgear and control panels
    853810|Empty panels and cabinets for switchboards
    853890|Other parts of switchgear and control panels
    8539|Light bulbs, discharge lamps and LED light sources
    853910|Sealed beam lamp units
    853921|Tungsten halogen lamps
    853922|Other filament lamps up to 200 W, over 100 V
    853929|Other filament lamps
    853931|Hot cathode fluorescent lamps
    853932|Mercury, sodium and metal halide lamps
    853939|Other discharge lamps
    853941|Arc lamps
    853949|Ultraviolet and infrared lamps
    853951|LED modules
    853952|LED lamps
    853990|Parts of light bulbs and LED light sources
    8540|Electronic valves and tubes
    854011|Colour television picture tubes
    854012|Monochrome television picture tubes
    854020|Camera tubes, image intensifiers and photo-cathode tubes
    854040|Data and graphic display tubes
    854060|Other cathode-ray tubes
    854071|Magnetrons
    854079|Other microwave tubes
    854081|Receiver and amplifier valves
    854089|Other electronic valves and tubes
    854091|Parts of cathode-ray tubes
    854099|Parts of other electronic valves and tubes
    8541|Diodes, transistors, LEDs, solar cells and similar semiconductors
    854110|Diodes, neither photosensitive nor light-emitting
    854121|Transistors under 1 W
    854129|Transistors of 1 W or more
    854130|Thyristors, diacs and triacs
    854141|Light-emitting diodes (LEDs)
    854142|Solar cells not assembled into panels
    854143|Solar panels and modules
    854149|Other photosensitive semiconductor devices
    854151|Semiconductor-based transducers
    854159|Other semiconductor devices
    854160|Mounted piezoelectric crystals
    854190|Parts of semiconductor devices
    8542|Integrated circuits (chips)
    854231|Processor and controller chips
    854232|Memory chips
    854233|Amplifier chips
    854239|Other integrated circuits
    854290|Parts of integrated circuits
    8543|Other electrical machines, electronic cigarettes included
    854310|Particle accelerators
    854320|Signal generators
    854330|Electroplating, electrolysis and electrophoresis machines
    854340|Electronic cigarettes and vaporisers
    854370|Other electrical machines with individual functions
    854390|Parts of other electrical machines
    8544|Insulated wire and cable; optical fibre cables
    854411|Copper winding wire
    854419|Winding wire of other metals
    854420|Coaxial cable
    854430|Ignition and wiring sets for vehicles, aircraft or ships
    854442|Insulated cables up to 1,000 V with connectors
    854449|Insulated cables up to 1,000 V without connectors
    854460|Insulated cables over 1,000 V
    854470|Optical fibre cables
    8545|Carbon electrodes, brushes and other electrical carbon
    854511|Carbon electrodes for furnaces
    854519|Other carbon electrodes
    854520|Carbon brushes
    854590|Other carbon articles for electrical use
    8546|Electrical insulators
    854610|Glass electrical insulators
    854620|Ceramic electrical insulators
    854690|Electrical insulators of other materials
    8547|Insulating fittings for electrical equipment; conduit tubing
    854710|Ceramic insulating fittings
    854720|Plastic insulating fittings
    854790|Other insulating fittings; lined metal conduit tubing
    8548|Other electrical parts of machines
    854800|Electrical machine parts not listed elsewhere
    8549|Electrical and electronic waste and scrap
    854911|Lead-acid battery waste and spent lead-acid batteries
    854912|Other battery waste with lead, cadmium or mercury
    854913|Sorted battery waste without lead, cadmium or mercury
    854914|Unsorted battery waste without lead, cadmium or mercury
    854919|Other waste and scrap of batteries
    854921|Hazardous e-waste for recovery of precious metals
    854929|Other e-waste for recovery of precious metals
    854931|Hazardous scrap circuit boards and electronic assemblies
    854939|Other scrap circuit boards and electronic assemblies
    854991|Other hazardous e-waste
    854999|Other e-waste
    """
}
