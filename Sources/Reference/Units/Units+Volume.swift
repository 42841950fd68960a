extension Units {
  /// Units of volume by size, in litres.
  ///
  /// A line is read as `parse` says; what the sources stand for is in `sourceTable`.
  /// A bare gallon, quart, pint or fluid ounce is left out, because it may be that of either country;
  /// so is the litre of pure alcohol, which is not to be added to litres of a drink.
  static let volumeTable = """
    µl|microlitre|microlitres|4G|0.000001|litre|ul;mcl;microliter;microliters
    mm3|cubic millimetre|cubic millimetres|MMQ|0.000001|SI|cu mm;mm^3;cubic millimeter;cubic \
    millimeters
    ml|millilitre|millilitres|MLT|0.001|litre|mls;mltr;mltrs;milliliter;milliliters;mililitro;\
    mililitros;mililiter;мл;毫升
    cm3|cubic centimetre|cubic centimetres|CMQ|0.001|SI|cc;ccs;ccm;c.c;cu cm;cm^3;cubic \
    centimeter;cubic centimeters;centimètre cube;centímetro cúbico;centímetros cúbicos
    US fl dr|US fluid dram|US fluid drams||0.0036966911953125|usgallon|fluid dram (US);fluid \
    drams (US)
    US tsp|US teaspoon|US teaspoons|G25|0.00492892159375|usgallon|teaspoon (US);teaspoons (US)
    cl|centilitre|centilitres|CLT|0.01|litre|centiliter;centiliters;centilitro;centilitros
    US tbsp|US tablespoon|US tablespoons|G24|0.01478676478125|usgallon|tablespoon (US);\
    tablespoons (US)
    in3|cubic inch|cubic inches|INQ|0.016387064|yard|cu in;in^3;cubic in
    UK fl oz|UK fluid ounce|UK fluid ounces|OZI|0.0284130625|ukgallon|imp fl oz;imperial fluid \
    ounce;imperial fluid ounces;fluid ounce (UK);fluid ounces (UK);fl oz (UK);ounces (UK, liquid)
    US fl oz|US fluid ounce|US fluid ounces|OZA|0.0295735295625|usgallon|us liquid ounce;us \
    liquid ounces;fluid ounce (US);fluid ounces (US);fl oz (US);ounces (US, liquid)
    dl|decilitre|decilitres|DLT|0.1|litre|deciliter;deciliters
    US gi|US gill|US gills|GIA|0.11829411825|usgallon|gill (US);gills (US)
    UK gi|UK gill|UK gills|GII|0.1420653125|ukgallon|gill (UK);gills (UK)
    US cup|US cup|US cups|G21|0.2365882365|usgallon|cup (US);cups (US)
    US pt|US pint|US pints|PTL|0.473176473|usgallon|us liquid pint;us liquid pints;liquid pint;\
    liquid pints;pint (US);pints (US);pints (US, liquid);pint (US, liquid)
    US dry pt|US dry pint|US dry pints|PTD|0.5506104713575|usbushel|dry pint;dry pints;pint (US, \
    dry);pints (US, dry)
    UK pt|UK pint|UK pints|PTI|0.56826125|ukgallon|imp pt;imperial pint;imperial pints;pint (UK);\
    pints (UK)
    US qt|US quart|US quarts|QTL|0.946352946|usgallon|us liquid quart;us liquid quarts;liquid \
    quart;liquid quarts;quart (US);quarts (US);quart (US, liquid);quarts (US, liquid)
    l|litre|litres|LTR|1|litre|lt;lts;ltrs;lit;lits;liter;liters;litro;litros;litri;litr;ℓ;л;литр;\
    литров;公升;升
    dm3|cubic decimetre|cubic decimetres|DMQ|1|SI|dm^3;cubic decimeter;cubic decimeters
    US dry qt|US dry quart|US dry quarts|QTD|1.101220942715|usbushel|dry quart;dry quarts;quart \
    (US, dry);quarts (US, dry)
    UK qt|UK quart|UK quarts|QTI|1.1365225|ukgallon|imp qt;imperial quart;imperial quarts;quart \
    (UK);quarts (UK)
    board foot|board foot|board feet|BFT|2.359737216|yard|fbm;bd ft
    US gal|US gallon|US gallons|GLL|3.785411784|usgallon|us liquid gallon;us liquid gallons;\
    gallon (US);gallons (US);gal (US);gals (US);gallon (US, liquid);gallons (US, liquid);gallons, \
    US;gallon, US;wine gallon;wine gallons
    US dry gal|US dry gallon|US dry gallons|GLD|4.40488377086|usbushel|dry gallon;dry gallons;\
    gallon (US, dry);gallons (US, dry)
    UK gal|UK gallon|UK gallons|GLI|4.54609|ukgallon|imp gal;imperial gallon;imperial gallons;\
    gallon (UK);gallons (UK);gal (UK);gals (UK);gallon, UK;gallons, UK
    US pk|US peck|US pecks|G23|8.80976754172|usbushel|peck (US);pecks (US)
    UK pk|UK peck|UK pecks|L43|9.09218|ukold|peck (UK);pecks (UK)
    dal|decalitre|decalitres|A44|10|litre|decaliter;decaliters;dekaliter;dekaliters
    ft3|cubic foot|cubic feet|FTQ|28.316846592|yard|cu ft;cft;cuft;ft^3
    US bu|US bushel|US bushels|BUA|35.23907016688|usbushel|bushel (US);bushels (US)
    UK bu|UK bushel|UK bushels|BUI|36.36872|ukold|imperial bushel;imperial bushels;bushel (UK);\
    bushels (UK)
    hl|hectolitre|hectolitres|HLT|100|litre|hectoliter;hectoliters;hectolitro;hectolitros
    US dry bbl|US dry barrel|US dry barrels|BLD|115.627123584|usdrybarrel|dry barrel (US);dry \
    barrels (US)
    US beer bbl|US beer barrel|US beer barrels||117.347765304|usbeer|
    US liquid bbl|US liquid barrel|US liquid barrels||119.240471196|usgallon|
    bbl|barrel|barrels|BLL|158.987294928|barrel|bbls;oil barrel;oil barrels;barrel (US);barrels \
    (US);barrel (oil);barrels (oil);barrel (petroleum);barrels (petroleum)
    UK bbl|UK barrel|UK barrels|B4|163.65924|ukold|barrel (UK);barrels (UK)
    yd3|cubic yard|cubic yards|YDQ|764.554857984|yard|cu yd;yd^3
    kl|kilolitre|kilolitres|K6|1000|litre|kiloliter;kiloliters;thousand litres;thousand liters;\
    1000 l;1000 litres;1000 liters
    m3|cubic metre|cubic metres|MTQ|1000|SI|cbm;cu m;m^3;cum;cubic meter;cubic meters;mètre cube;\
    mètres cubes;metro cúbico;metros cúbicos;куб м;立方米
    stere|stere|steres|G26|1000|stere|stère;stères
    register ton|register ton|register tons|M70|2831.6846592|yard|
    cord|cord|cords|M68|3624.556363776|yard|
    megalitre|megalitre|megalitres|MAL|1000000|litre|megaliter;megaliters
    1000 m3|thousand cubic metres|thousands of cubic metres|R9|1000000|SI|thousand cubic meters
    """
}
