extension Units {
  /// Units of area by size, in square metres.
  ///
  /// A line is read as `parse` says; what the sources stand for is in `sourceTable`.
  static let areaTable = """
    mm2|square millimetre|square millimetres|MMK*|0.000001|SI|sq mm;sqmm;mm^2;square millimeter;\
    square millimeters
    cm2|square centimetre|square centimetres|CMK|0.0001|SI|sq cm;sqcm;cm^2;square centimeter;\
    square centimeters
    in2|square inch|square inches|INK|0.00064516|yard|sq in;in^2
    dm2|square decimetre|square decimetres|DMK|0.01|SI|sq dm;dm^2;square decimeter;square \
    decimeters
    ft2|square foot|square feet|FTK|0.09290304|yard|sq ft;sqft;sft;ft^2
    yd2|square yard|square yards|YDK|0.83612736|yard|sq yd;sq yds;yd^2
    m2|square metre|square metres|MTK|1|SI|sq m;sqm;m^2;square meter;square meters;sq mtr;sq mtrs;\
    mètre carré;mètres carrés;metro cuadrado;metros cuadrados;metro quadrado;metros quadrados;кв \
    м;平方米
    square wa|square wa|square wa||4|thailand|sq wa;tarang wa
    marla|marla|marlas||25.29285264|punjab|
    are|are|ares|ARE|100|are|
    ngan|ngan|ngan||400|thailand|
    kanal|kanal|kanals||505.8570528|punjab|
    mu|Chinese mu|Chinese mu||666.6666667|mu|mou;市亩;亩
    dunam|dunam|dunams||1000|dunam|donum;dunum;dunams (metric);dönüm
    decare|decare|decares|DAA|1000|are|
    stremma|stremma|stremmata||1000|greece|
    rood|rood|roods||1011.7141056|yard|
    rai|rai|rai||1600|thailand|
    jerib|jerib|jeribs||2000|afghanistan|jarib;jaribs
    acre|acre|acres|ACR|4046.8564224|yard|ac
    feddan|feddan|feddans||4200.8333|feddan|
    ha|hectare|hectares|HAR|10000|hectare|hectar;hectars;hectárea;hectáreas;hec;гa;га;公顷
    km2|square kilometre|square kilometres|KMK|1000000|SI|sq km;sqkm;km^2;square kilometer;square \
    kilometers
    mi2|square mile|square miles|MIK|2589988.110336|yard|sq mi;mi^2
    """
}
