extension HarmonizedSystem {
  /// Labels of the headings of chapters 90 to 92, instruments, watches and music, and of the
  /// sub-headings of chapter 91.
  ///
  /// One code a line, in ascending order, a heading before its sub-headings: code, label. The codes
  /// are those of edition 2022 of the World Customs Organization's nomenclature, compared with the
  /// United Nations' Comtrade list of 2022 and the European Union's Combined Nomenclature of 2023;
  /// the labels are our own short words and have no legal force. An "ordinary" case is one of
  /// anything but precious metal or metal clad with it.
  static let chapters90to92 = """
    9001|Optical fibres; unmounted lenses and prisms
    9002|Mounted lenses, prisms and mirrors for instruments
    9003|Frames for spectacles and goggles
    9004|Spectacles, sunglasses and goggles
    9005|Binoculars, telescopes and astronomical instruments
    9006|Still film cameras and photographic flash units
    9007|Cine cameras and cine projectors
    9008|Still image projectors and photographic enlargers
    9010|Photographic laboratory equipment; projection screens
    9011|Optical microscopes
    9012|Electron and other non-optical microscopes; diffraction apparatus
    9013|Lasers, telescopic sights and other optical instruments
    9014|Compasses and navigation instruments
    9015|Surveying, hydrographic, weather and geophysical instruments
    9016|Precision balances, sensitive to 5 cg or better
    9017|Drawing, marking and hand length-measuring instruments
    9018|Medical, surgical, dental and veterinary instruments
    9019|Massage, oxygen, aerosol and breathing therapy apparatus
    9020|Breathing apparatus and gas masks
    9021|Orthopaedic appliances, artificial body parts and hearing aids
    9022|X-ray and other radiation apparatus
    9023|Models and apparatus for demonstration or teaching
    9024|Machines for testing hardness or strength of materials
    9025|Thermometers, barometers, hygrometers and hydrometers
    9026|Instruments for measuring flow, level or pressure
    9027|Instruments for physical or chemical analysis
    9028|Gas, water and electricity meters
    9029|Revolution counters, taximeters, speedometers and stroboscopes
    9030|Oscilloscopes, multimeters and radiation detectors
    9031|Other measuring and checking instruments
    9032|Automatic regulating instruments, thermostats included
    9033|Other parts for instruments of chapter 90
    9101|Wrist and pocket watches with precious metal case
    910111|Electric wrist-watches, precious metal case, hands only
    910119|Other electric wrist-watches, precious metal case
    910121|Automatic wrist-watches, precious metal case
    910129|Hand-wound wrist-watches, precious metal case
    910191|Electric pocket and stop-watches, precious metal case
    910199|Mechanical pocket and stop-watches, precious metal case
    9102|Wrist and pocket watches without precious metal case
    910211|Electric wrist-watches, ordinary case, hands only
    910212|Electric wrist-watches, ordinary case, digital display only
    910219|Other electric wrist-watches, ordinary case
    910221|Automatic wrist-watches, ordinary case
    910229|Hand-wound wrist-watches, ordinary case
    910291|Electric pocket and stop-watches, ordinary case
    910299|Mechanical pocket and stop-watches, ordinary case
    9103|Clocks with watch movement
    910310|Electric clocks with watch movement
    910390|Mechanical clocks with watch movement
    9104|Dashboard clocks for vehicles, aircraft and vessels
    910400|Instrument panel clocks of all kinds
    9105|Other clocks, alarm and wall clocks included
    910511|Electric alarm clocks
    910519|Mechanical alarm clocks
    910521|Electric wall clocks
    910529|Mechanical wall clocks
    910591|Other electric clocks
    910599|Other mechanical clocks
    9106|Time recorders, parking meters and interval timers
    910610|Time registers and time recorders
    910690|Parking meters, process timers and similar apparatus
    9107|Time switches with clock movement or synchronous motor
    910700|Clock-driven time switches of all kinds
    9108|Complete watch movements, assembled
    910811|Electric watch movements for hands
    910812|Electric watch movements with digital display only
    910819|Other electric watch movements
    910820|Automatic watch movements
    910890|Hand-wound watch movements
    9109|Complete clock movements, assembled
    910910|Electric clock movements
    910990|Mechanical clock movements
    9110|Unassembled, incomplete or rough watch and clock movements
    911011|Complete watch movements, unassembled
    911012|Incomplete watch movements, assembled
    911019|Rough watch movements
    911090|Unassembled, incomplete or rough clock movements
    9111|Watch cases and their parts
    911110|Watch cases of precious metal
    911120|Watch cases of base metal
    911180|Watch cases of other materials
    911190|Parts of watch cases
    9112|Clock cases and their parts
    911220|Clock cases
    911290|Parts of clock cases
    9113|Watch straps, bands and bracelets
    911310|Watch bands of precious metal
    911320|Watch bands of base metal
    911390|Watch straps of leather, plastics or other materials
    9114|Other clock and watch parts
    911430|Dials for clocks or watches
    911440|Plates and bridges for clocks or watches
    911490|Springs and other parts for clocks or watches
    9201|Pianos and other keyboard string instruments
    9202|Guitars, violins and other string instruments
    9205|Trumpets, clarinets, pipe organs and other wind instruments
    9206|Drums, xylophones and other percussion instruments
    9207|Electric and electronic musical instruments
    9208|Musical boxes, street organs, whistles and decoy calls
    9209|Parts of musical instruments; metronomes, tuning forks
    """
}
