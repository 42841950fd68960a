extension HarmonizedSystem {
  /// Labels of chapters 61 to 63: clothing, knitted and woven, and other made-up textiles.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the three chapters;
  /// sub-headings (six digits) of chapters 61 and 62 only. "Knitted" stands for knitted or
  /// crocheted, "woven" for clothing of any other fabric, "wool" for wool or fine animal hair and
  /// "trousers and shorts" for bib overalls and breeches too. Codes of the World Customs
  /// Organization's nomenclature, edition 2022; the labels are our own short words, not the legal
  /// text.
  static let chapters61to63 = """
    6101|Men's or boys' coats and anoraks, knitted
    610120|Men's or boys' coats and anoraks, knitted cotton
    610130|Men's or boys' coats and anoraks, knitted man-made fibres
    610190|Men's or boys' coats and anoraks, other knitted textiles
    6102|Women's or girls' coats and anoraks, knitted
    610210|Women's or girls' coats and anoraks, knitted wool
    610220|Women's or girls' coats and anoraks, knitted cotton
    610230|Women's or girls' coats and anoraks, knitted man-made fibres
    610290|Women's or girls' coats and anoraks, other knitted textiles
    6103|Men's or boys' suits, jackets and trousers, knitted
    610310|Men's or boys' suits, knitted, any textile
    610322|Men's or boys' ensembles, knitted cotton
    610323|Men's or boys' ensembles, knitted synthetic fibres
    610329|Men's or boys' ensembles, other knitted textiles
    610331|Men's or boys' jackets and blazers, knitted wool
    610332|Men's or boys' jackets and blazers, knitted cotton
    610333|Men's or boys' jackets and blazers, knitted synthetic fibres
    610339|Men's or boys' jackets and blazers, other knitted textiles
    610341|Men's or boys' trousers and shorts, knitted wool
    610342|Men's or boys' trousers and shorts, knitted cotton
    610343|Men's or boys' trousers and shorts, knitted synthetic fibres
    610349|Men's or boys' trousers and shorts, other knitted textiles
    6104|Women's or girls' suits, dresses, skirts and trousers, knitted
    610413|Women's or girls' suits, knitted synthetic fibres
    610419|Women's or girls' suits, other knitted textiles
    610422|Women's or girls' ensembles, knitted cotton
    610423|Women's or girls' ensembles, knitted synthetic fibres
    610429|Women's or girls' ensembles, other knitted textiles
    610431|Women's or girls' jackets and blazers, knitted wool
    610432|Women's or girls' jackets and blazers, knitted cotton
    610433|Women's or girls' jackets and blazers, knitted synthetic fibres
    610439|Women's or girls' jackets and blazers, other knitted textiles
    610441|Women's or girls' dresses, knitted wool
    610442|Women's or girls' dresses, knitted cotton
    610443|Women's or girls' dresses, knitted synthetic fibres
    610444|Women's or girls' dresses, knitted artificial fibres
    610449|Women's or girls' dresses, other knitted textiles
    610451|Women's or girls' skirts, knitted wool
    610452|Women's or girls' skirts, knitted cotton
    610453|Women's or girls' skirts, knitted synthetic fibres
    610459|Women's or girls' skirts, other knitted textiles
    610461|Women's or girls' trousers and shorts, knitted wool
    610462|Women's or girls' trousers and shorts, knitted cotton
    610463|Women's or girls' trousers and shorts, knitted synthetic fibres
    610469|Women's or girls' trousers and shorts, other knitted textiles
    6105|Men's or boys' shirts, knitted
    610510|Men's or boys' shirts, knitted cotton
    610520|Men's or boys' shirts, knitted man-made fibres
    610590|Men's or boys' shirts, other knitted textiles
    6106|Women's or girls' blouses and shirts, knitted
    610610|Women's or girls' blouses and shirts, knitted cotton
    610620|Women's or girls' blouses and shirts, knitted man-made fibres
    610690|Women's or girls' blouses and shirts, other knitted textiles
    6107|Men's or boys' underpants, nightwear and dressing gowns, knitted
    610711|Men's or boys' underpants, knitted cotton
    610712|Men's or boys' underpants, knitted man-made fibres
    610719|Men's or boys' underpants, other knitted textiles
    610721|Men's or boys' nightshirts and pyjamas, knitted cotton
    610722|Men's or boys' nightshirts and pyjamas, knitted man-made fibres
    610729|Men's or boys' nightshirts and pyjamas, other knitted textiles
    610791|Men's or boys' dressing gowns and bathrobes, knitted cotton
    610799|Men's or boys' dressing gowns and bathrobes, other knitted textiles
    6108|Women's or girls' underwear, nightwear and dressing gowns, knitted
    610811|Women's or girls' slips and petticoats, knitted man-made fibres
    610819|Women's or girls' slips and petticoats, other knitted textiles
    610821|Women's or girls' briefs and panties, knitted cotton
    610822|Women's or girls' briefs and panties, knitted man-made fibres
    610829|Women's or girls' briefs and panties, other knitted textiles
    610831|Women's or girls' nightdresses and pyjamas, knitted cotton
    610832|Women's or girls' nightdresses and pyjamas, knitted man-made fibres
    610839|Women's or girls' nightdresses and pyjamas, other knitted textiles
    610891|Women's or girls' dressing gowns and negligees, knitted cotton
    610892|Women's or girls' dressing gowns and negligees, knitted man-made fibres
    610899|Women's or girls' dressing gowns and negligees, other knitted textiles
    6109|T-shirts, singlets and vests, knitted
    610910|T-shirts, singlets and vests, knitted cotton
    610990|T-shirts, singlets and vests, other knitted textiles
    6110|Jerseys, pullovers, cardigans and waistcoats, knitted
    611011|Jerseys, pullovers and cardigans of wool
    611012|Jerseys, pullovers and cardigans of cashmere
    611019|Jerseys, pullovers and cardigans of other fine animal hair
    611020|Jerseys, pullovers and cardigans of cotton
    611030|Jerseys, pullovers and cardigans of man-made fibres
    611090|Jerseys, pullovers and cardigans of other textiles
    6111|Babies' clothing and accessories, knitted
    611120|Babies' clothing and accessories, knitted cotton
    611130|Babies' clothing and accessories, knitted synthetic fibres
    611190|Babies' clothing and accessories, other knitted textiles
    6112|Tracksuits, ski suits and swimwear, knitted
    611211|Tracksuits of knitted cotton
    611212|Tracksuits of knitted synthetic fibres
    611219|Tracksuits of other knitted textiles
    611220|Ski suits, knitted
    611231|Men's or boys' swimwear, knitted synthetic fibres
    611239|Men's or boys' swimwear, other knitted textiles
    611241|Women's or girls' swimwear, knitted synthetic fibres
    611249|Women's or girls' swimwear, other knitted textiles
    6113|Clothing of coated or rubberised knitted fabric
    611300|Garments made up from coated or rubberised knitted fabric
    6114|Other knitted clothing
    611420|Other clothing of knitted cotton
    611430|Other clothing of knitted man-made fibres
    611490|Other clothing of other knitted textiles
    6115|Tights, stockings, socks and other hosiery, knitted
    611510|Compression stockings, such as for varicose veins
    611521|Tights of synthetic fibres, under 67 decitex
    611522|Tights of synthetic fibres, 67 decitex or more
    611529|Tights of other textiles
    611530|Women's stockings and knee-highs, under 67 decitex
    611594|Socks and other hosiery of wool
    611595|Socks and other hosiery of cotton
    611596|Socks and other hosiery of synthetic fibres
    611599|Socks and other hosiery of other textiles
    6116|Gloves, mittens and mitts, knitted
    611610|Knitted gloves coated with plastic or rubber
    611691|Knitted gloves of wool, uncoated
    611692|Knitted gloves of cotton, uncoated
    611693|Knitted gloves of synthetic fibres, uncoated
    611699|Knitted gloves of other textiles, uncoated
    6117|Knitted scarves, other accessories and clothing parts
    611710|Knitted shawls, scarves, mufflers and veils
    611780|Other knitted clothing accessories, such as ties
    611790|Knitted parts of clothing or accessories
    6201|Men's or boys' coats and anoraks, woven
    620120|Men's or boys' coats and anoraks, woven wool
    620130|Men's or boys' coats and anoraks, woven cotton
    620140|Men's or boys' coats and anoraks, woven man-made fibres
    620190|Men's or boys' coats and anoraks, other woven textiles
    6202|Women's or girls' coats and anoraks, woven
    620220|Women's or girls' coats and anoraks, woven wool
    620230|Women's or girls' coats and anoraks, woven cotton
    620240|Women's or girls' coats and anoraks, woven man-made fibres
    620290|Women's or girls' coats and anoraks, other woven textiles
    6203|Men's or boys' suits, jackets and trousers, woven
    620311|Men's or boys' suits, woven wool
    620312|Men's or boys' suits, woven synthetic fibres
    620319|Men's or boys' suits, other woven textiles
    620322|Men's or boys' ensembles, woven cotton
    620323|Men's or boys' ensembles, woven synthetic fibres
    620329|Men's or boys' ensembles, other woven textiles
    620331|Men's or boys' jackets and blazers, woven wool
    620332|Men's or boys' jackets and blazers, woven cotton
    620333|Men's or boys' jackets and blazers, woven synthetic fibres
    620339|Men's or boys' jackets and blazers, other woven textiles
    620341|Men's or boys' trousers and shorts, woven wool
    620342|Men's or boys' trousers and shorts, woven cotton
    620343|Men's or boys' trousers and shorts, woven synthetic fibres
    620349|Men's or boys' trousers and shorts, other woven textiles
    6204|Women's or girls' suits, dresses, skirts and trousers, woven
    620411|Women's or girls' suits, woven wool
    620412|Women's or girls' suits, woven cotton
    620413|Women's or girls' suits, woven synthetic fibres
    620419|Women's or girls' suits, other woven textiles
    620421|Women's or girls' ensembles, woven wool
    620422|Women's or girls' ensembles, woven cotton
    620423|Women's or girls' ensembles, woven synthetic fibres
    620429|Women's or girls' ensembles, other woven textiles
    620431|Women's or girls' jackets and blazers, woven wool
    620432|Women's or girls' jackets and blazers, woven cotton
    620433|Women's or girls' jackets and blazers, woven synthetic fibres
    620439|Women's or girls' jackets and blazers, other woven textiles
    620441|Women's or girls' dresses, woven wool
    620442|Women's or girls' dresses, woven cotton
    620443|Women's or girls' dresses, woven synthetic fibres
    620444|Women's or girls' dresses, woven artificial fibres
    620449|Women's or girls' dresses, other woven textiles
    620451|Women's or girls' skirts, woven wool
    620452|Women's or girls' skirts, woven cotton
    620453|Women's or girls' skirts, woven synthetic fibres
    620459|Women's or girls' skirts, other woven textiles
    620461|Women's or girls' trousers and shorts, woven wool
    620462|Women's or girls' trousers and shorts, woven cotton
    620463|Women's or girls' trousers and shorts, woven synthetic fibres
    620469|Women's or girls' trousers and shorts, other woven textiles
    6205|Men's or boys' shirts, woven
    620520|Men's or boys' shirts, woven cotton
    620530|Men's or boys' shirts, woven man-made fibres
    620590|Men's or boys' shirts, other woven textiles
    6206|Women's or girls' blouses and shirts, woven
    620610|Women's or girls' blouses and shirts, woven silk
    620620|Women's or girls' blouses and shirts, woven wool
    620630|Women's or girls' blouses and shirts, woven cotton
    620640|Women's or girls' blouses and shirts, woven man-made fibres
    620690|Women's or girls' blouses and shirts, other woven textiles
    6207|Men's or boys' underwear, nightwear and dressing gowns, woven
    620711|Men's or boys' underpants, woven cotton
    620719|Men's or boys' underpants, other woven textiles
    620721|Men's or boys' nightshirts and pyjamas, woven cotton
    620722|Men's or boys' nightshirts and pyjamas, woven man-made fibres
    620729|Men's or boys' nightshirts and pyjamas, other woven textiles
    620791|Men's or boys' vests and dressing gowns, woven cotton
    620799|Men's or boys' vests and dressing gowns, other woven textiles
    6208|Women's or girls' underwear, nightwear and dressing gowns, woven
    620811|Women's or girls' slips and petticoats, woven man-made fibres
    620819|Women's or girls' slips and petticoats, other woven textiles
    620821|Women's or girls' nightdresses and pyjamas, woven cotton
    620822|Women's or girls' nightdresses and pyjamas, woven man-made fibres
    620829|Women's or girls' nightdresses and pyjamas, other woven textiles
    620891|Women's or girls' panties, vests and dressing gowns, woven cotton
    620892|Women's or girls' panties, vests, dressing gowns, woven man-made fibres
    620899|Women's or girls' panties, vests, dressing gowns, other woven textiles
    6209|Babies' clothing and accessories, woven
    620920|Babies' clothing and accessories, woven cotton
    620930|Babies' clothing and accessories, woven synthetic fibres
    620990|Babies' clothing and accessories, other woven textiles
    6210|Clothing of felt, nonwovens, coated or rubberised fabric
    621010|Clothing of felt or nonwovens, such as disposable coveralls
    621020|Men's or boys' coats of coated or rubberised fabric
    621030|Women's or girls' coats of coated or rubberised fabric
    621040|Other men's or boys' clothing, coated or rubberised fabric
    621050|Other women's or girls' clothing, coated or rubberised fabric
    6211|Tracksuits, ski suits, swimwear and other clothing, woven
    621111|Men's or boys' swimwear, woven
    621112|Women's or girls' swimwear, woven
    621120|Ski suits, woven
    621132|Men's or boys' tracksuits and other clothing, woven cotton
    621133|Men's or boys' tracksuits and other clothing, woven man-made fibres
    621139|Men's or boys' tracksuits and other clothing, other woven textiles
    621142|Women's or girls' tracksuits and other clothing, woven cotton
    621143|Women's or girls' tracksuits and other clothing, woven man-made fibres
    621149|Women's or girls' tracksuits and other clothing, other woven textiles
    6212|Bras, girdles, corsets, braces and garters, woven or knitted
    621210|Bras of any fabric
    621220|Girdles and panty-girdles of any fabric
    621230|Corselettes of any fabric
    621290|Corsets, braces, garters and parts, any fabric
    6213|Handkerchiefs, woven, of any textile
    621320|Handkerchiefs of woven cotton
    621390|Handkerchiefs of other woven textiles
    6214|Shawls, scarves, mufflers and veils, woven
    621410|Shawls and scarves, woven silk
    621420|Shawls and scarves, woven wool
    621430|Shawls and scarves, woven synthetic fibres
    621440|Shawls and scarves, woven artificial fibres
    621490|Shawls and scarves, other woven textiles
    6215|Ties, bow ties and cravats, woven
    621510|Ties, bow ties and cravats, woven silk
    621520|Ties, bow ties and cravats, woven man-made fibres
    621590|Ties, bow ties and cravats, other woven textiles
    6216|Gloves, mittens and mitts, woven
    621600|Woven gloves and mittens of any textile
    6217|Other woven clothing accessories and clothing parts
    621710|Woven clothing accessories, such as belts and socks
    621790|Woven parts of clothing or accessories
    6301|Blankets and travelling rugs, including electric blankets
    6302|Bed, table, toilet and kitchen linen
    6303|Curtains, interior blinds and valances
    6304|Bedspreads, bed nets and other furnishing articles
    6305|Textile sacks and bags for packing goods
    6306|Tarpaulins, awnings, tents, sails and camping goods
    6307|Other made-up textiles, including face masks, life jackets
    6308|Needlework sets of woven fabric and yarn
    6309|Worn clothing, footwear and other used textile articles
    6310|Rags, scrap twine, rope and cordage
    """
}
