extension HarmonizedSystem {
  /// Labels of chapter 72: iron and steel.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the chapter, no
  /// sub-headings. Codes of the World Customs Organization's nomenclature, edition 2022; the
  /// labels are our own short words, not the legal text.
  static let chapters72to72 = """
    7201|Pig iron and spiegeleisen in primary forms
    7202|Ferro-alloys, such as ferro-manganese and ferro-silicon
    7203|Direct-reduced and spongy iron; very pure iron
    7204|Iron and steel scrap; remelting scrap ingots
    7205|Granules and powders of iron or steel
    7206|Ingots and primary forms of iron or non-alloy steel
    7207|Semi-finished products of iron or non-alloy steel
    7208|Hot-rolled flat iron or non-alloy steel, 600 mm or wider
    7209|Cold-rolled flat iron or non-alloy steel, 600 mm or wider
    7210|Coated flat iron or non-alloy steel, 600 mm or wider
    7211|Uncoated flat iron or non-alloy steel, under 600 mm wide
    7212|Coated flat iron or non-alloy steel, under 600 mm wide
    7213|Hot-rolled iron or non-alloy steel rod in irregular coils
    7214|Forged or hot-rolled bars of iron or non-alloy steel
    7215|Other bars and rods of iron or non-alloy steel
    7216|Angles, shapes and sections of iron or non-alloy steel
    7217|Wire of iron or non-alloy steel
    7218|Stainless steel ingots and semi-finished products
    7219|Flat-rolled stainless steel, 600 mm or wider
    7220|Flat-rolled stainless steel, under 600 mm wide
    7221|Hot-rolled stainless steel rod in irregular coils
    7222|Other stainless steel bars, angles and sections
    7223|Stainless steel wire
    7224|Other alloy steel ingots and semi-finished products
    7225|Flat-rolled other alloy steel, 600 mm or wider
    7226|Flat-rolled other alloy steel, under 600 mm wide
    7227|Hot-rolled other alloy steel rod in irregular coils
    7228|Other alloy steel bars and sections; hollow drill bars
    7229|Wire of other alloy steel
    """
}
