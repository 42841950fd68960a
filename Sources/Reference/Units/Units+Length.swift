extension Units {
  /// Units of length by size, in metres.
  ///
  /// A line is read as `parse` says; what the sources stand for is in `sourceTable`.
  static let lengthTable = """
    nm|nanometre|nanometres|C45|0.000000001|SI|nanometer;nanometers
    µm|micrometre|micrometres|4H|0.000001|SI|um;micrometer;micrometers;micron;microns
    milli-inch|milli-inch|milli-inches|77|0.0000254|yard|
    mm|millimetre|millimetres|MMT|0.001|SI|mms;millimeter;millimeters;milímetro;milímetros
    cm|centimetre|centimetres|CMT|0.01|SI|cms;centimeter;centimeters;centímetro;centímetros
    in|inch|inches|INH|0.0254|yard|ins
    dm|decimetre|decimetres|DMT|0.1|SI|decimeter;decimeters
    hand|hand|hands||0.1016|yard|
    ft|foot|feet|FOT|0.3048|yard|linear foot;linear feet;lin ft;lft;pie;pies
    arshin|arshin|arshins||0.7112|russia|
    yd|yard|yards|YRD|0.9144|yard|yds;linear yard;linear yards
    m|metre|metres|MTR|1|SI|mtrs;meter;meters;metro;metros;mètre;mètres;linear metre;linear \
    metres;linear meter;linear meters;lm;running metre;running metres;running meter;running \
    meters;м;米
    fathom|fathom|fathoms|AK|1.8288|yard|
    sazhen|sazhen|sazhens||2.1336|russia|
    rod|rod|rods|F49|5.0292|yard|
    dam|decametre|decametres|A45|10|SI|decameter;decameters
    chain|chain|chains|X1|20.1168|yard|
    hm|hectometre|hectometres|HMT|100|SI|hectometer;hectometers
    furlong|furlong|furlongs|M50|201.168|yard|
    li|Chinese li|Chinese li||500|china|市里
    km|kilometre|kilometres|KMT|1000|SI|kms;kilometer;kilometers;kilómetro;kilómetros
    verst|verst|versts||1066.8|russia|
    mi|mile|miles|SMI|1609.344|yard|statute mile;statute miles
    nmi|nautical mile|nautical miles|NMI|1852|nautical|n mile;n miles;naut mi
    """
}
