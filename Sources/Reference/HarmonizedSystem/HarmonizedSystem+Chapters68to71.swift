extension HarmonizedSystem {
  /// Labels of chapters 68 to 71: stone, ceramics, glass, gems and precious metals, coins.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the four chapters;
  /// sub-headings (six digits) of chapter 71 only. "Gemstones" stands for precious and
  /// semi-precious stones. Codes of the World Customs Organization's nomenclature, edition 2022;
  /// the labels are our own short words, not the legal text.
  static let chapters68to71 = """
    6801|Setts, kerbstones and flagstones of natural stone
    6802|Worked monumental or building stone; mosaic cubes
    6803|Worked slate and articles of slate
    6804|Millstones, grinding wheels and sharpening stones
    6805|Sandpaper and other abrasives on a backing
    6806|Rock wool, mineral wools and insulating mineral materials
    6807|Articles of asphalt or bitumen, such as roofing rolls
    6808|Panels and blocks of plant fibre in mineral binder
    6809|Articles of plaster, such as plasterboard
    6810|Articles of cement, concrete or artificial stone
    6811|Articles of asbestos-cement or cellulose fibre-cement
    6812|Fabricated asbestos fibres and articles of asbestos
    6813|Brake and clutch friction material, not mounted
    6814|Worked mica and articles of mica
    6815|Other articles of stone or minerals, including carbon fibres
    6901|Bricks and ceramic goods of siliceous earths
    6902|Refractory bricks, blocks and tiles
    6903|Other refractory ceramic goods, such as crucibles
    6904|Ceramic building bricks and flooring blocks
    6905|Roofing tiles, chimney pots and architectural ceramics
    6906|Ceramic pipes, gutters and pipe fittings
    6907|Ceramic floor, wall and mosaic tiles
    6909|Ceramics for laboratory, technical, farm and packing use
    6910|Ceramic sinks, baths, toilets and sanitary fixtures
    6911|Porcelain or china tableware and household articles
    6912|Other ceramic tableware and household articles
    6913|Ceramic statuettes and ornaments
    6914|Other articles of ceramics
    7001|Waste glass (cullet) and glass in the mass
    7002|Unworked glass balls, rods and tubes
    7003|Cast or rolled glass sheets and profiles
    7004|Drawn or blown glass sheets
    7005|Float, ground or polished glass sheets
    7006|Sheet glass, bent, edge-worked, engraved or drilled
    7007|Safety glass, toughened or laminated
    7008|Multiple-walled insulating glass units
    7009|Glass mirrors, including rear-view mirrors
    7010|Glass bottles, jars, ampoules and stoppers
    7011|Open glass bulbs for lamps and cathode-ray tubes
    7013|Glassware for table, kitchen, toilet, office or decoration
    7014|Signalling glassware and optical elements, not optically worked
    7015|Watch and spectacle glasses, not optically worked
    7016|Glass bricks, tiles, mosaic cubes and foam glass
    7017|Laboratory, hygienic and pharmaceutical glassware
    7018|Glass beads, imitation pearls and gems, glass ornaments
    7019|Glass fibres, glass wool and articles of them
    7020|Other articles of glass
    7101|Natural or cultured pearls, not mounted
    710110|Natural pearls, worked or not, not mounted
    710121|Cultured pearls, unworked, not mounted
    710122|Cultured pearls, worked, not mounted
    7102|Diamonds, worked or not, not mounted
    710210|Unsorted diamonds, not mounted
    710221|Industrial diamonds, rough or simply sawn, not mounted
    710229|Industrial diamonds, worked, not mounted
    710231|Gem diamonds, rough or simply sawn, not mounted
    710239|Gem diamonds, cut or otherwise worked, not mounted
    7103|Gemstones other than diamonds, not mounted
    710310|Gemstones other than diamonds, rough or roughly shaped
    710391|Rubies, sapphires and emeralds, worked, not mounted
    710399|Other gemstones, worked, not mounted
    7104|Synthetic or reconstructed gemstones, not mounted
    710410|Synthetic piezo-electric quartz, not mounted
    710421|Synthetic diamonds, rough or roughly shaped
    710429|Other synthetic gemstones, rough or roughly shaped
    710491|Synthetic diamonds, worked, not mounted
    710499|Other synthetic gemstones, worked, not mounted
    7105|Dust and powder of gemstones
    710510|Diamond dust and powder, natural or synthetic
    710590|Dust and powder of gemstones other than diamond
    7106|Silver, unwrought, semi-manufactured or powder
    710610|Silver in powder form
    710691|Unwrought silver, such as ingots and cast bars
    710692|Semi-manufactured silver, such as wire and sheet
    7107|Base metals clad with silver
    710700|Silver-clad base metal, at most semi-manufactured
    7108|Gold, unwrought, semi-manufactured or powder
    710811|Gold powder, not monetary
    710812|Unwrought gold, such as ingots and cast bars, not monetary
    710813|Semi-manufactured gold, such as wire, not monetary
    710820|Monetary gold in any form
    7109|Base metals or silver clad with gold
    710900|Gold-clad base metal or silver, at most semi-manufactured
    7110|Platinum-group metals, unwrought, semi-manufactured or powder
    711011|Platinum, unwrought or in powder form
    711019|Platinum in semi-manufactured forms
    711021|Palladium, unwrought or in powder form
    711029|Palladium in semi-manufactured forms
    711031|Rhodium, unwrought or in powder form
    711039|Rhodium in semi-manufactured forms
    711041|Iridium, osmium and ruthenium, unwrought or in powder form
    711049|Iridium, osmium and ruthenium in semi-manufactured forms
    7111|Base metals, silver or gold clad with platinum
    711100|Platinum-clad metal, at most semi-manufactured
    7112|Waste and scrap of precious metal
    711230|Ash containing precious metal or its compounds
    711291|Waste and scrap of gold or gold-clad metal
    711292|Waste and scrap of platinum or platinum-clad metal
    711299|Waste and scrap of silver and other precious metals
    7113|Jewellery of precious metal and its parts
    711311|Silver jewellery and its parts
    711319|Jewellery of gold, platinum or other precious metal
    711320|Jewellery of base metal clad with precious metal
    7114|Goldsmiths' and silversmiths' wares
    711411|Silversmiths' wares and their parts
    711419|Wares of gold, platinum or other precious metal
    711420|Wares of base metal clad with precious metal
    7115|Other articles of precious metal
    711510|Platinum wire cloth or grill catalysts
    711590|Precious metal articles for technical and other uses
    7116|Articles of pearls or gemstones
    711610|Articles of natural or cultured pearls
    711620|Articles of natural, synthetic or reconstructed gemstones
    7117|Imitation (costume) jewellery of any material
    711711|Imitation jewellery: cuff links and studs, base metal
    711719|Imitation jewellery of base metal, except cuff links
    711790|Imitation jewellery of plastic, glass and other materials
    7118|Coins, legal tender or not
    711810|Coins, not gold, that are not legal tender
    711890|Gold coins and coins that are legal tender
    """
}
