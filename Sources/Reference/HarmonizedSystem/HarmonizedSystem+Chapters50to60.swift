extension HarmonizedSystem {
  /// Labels of chapters 50 to 60: textile fibres, yarns, fabrics, ropes and carpets.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the eleven chapters,
  /// no sub-headings. "Knitted" stands for knitted or crocheted. Codes of the World Customs
  /// Organization's nomenclature, edition 2022; the labels are our own short words, not the legal
  /// text.
  static let chapters50to60 = """
    5001|Silkworm cocoons fit for reeling
    5002|Raw silk, not thrown
    5003|Silk waste, including unreelable cocoons
    5004|Silk yarn, not for retail sale
    5005|Yarn spun from silk waste, not for retail sale
    5006|Silk yarn for retail sale; silkworm gut
    5007|Woven fabrics of silk or silk waste
    5101|Wool, not carded or combed
    5102|Animal hair, fine or coarse, not carded or combed
    5103|Waste of wool or animal hair
    5104|Garnetted stock of wool or animal hair
    5105|Wool and animal hair, carded or combed
    5106|Carded wool yarn, not for retail sale
    5107|Combed (worsted) wool yarn, not for retail sale
    5108|Yarn of fine animal hair, not for retail sale
    5109|Yarn of wool or fine hair for retail sale
    5110|Yarn of coarse animal hair or horsehair
    5111|Woven fabrics of carded wool or fine hair
    5112|Woven fabrics of combed wool or fine hair
    5113|Woven fabrics of coarse animal hair or horsehair
    5201|Raw cotton, not carded or combed
    5202|Cotton waste, including yarn waste
    5203|Cotton, carded or combed
    5204|Cotton sewing thread
    5205|Cotton yarn, 85% cotton or more, not for retail
    5206|Cotton yarn, under 85% cotton, not for retail
    5207|Cotton yarn for retail sale
    5208|Woven cotton fabrics, 85% or more, up to 200 g/m²
    5209|Woven cotton fabrics, 85% or more, over 200 g/m²
    5210|Woven cotton and man-made blends, up to 200 g/m²
    5211|Woven cotton and man-made blends, over 200 g/m²
    5212|Other woven fabrics of cotton
    5301|Flax, raw or processed; flax tow and waste
    5302|True hemp fibre, raw or processed; tow and waste
    5303|Jute and other bast fibres, not spun
    5305|Coconut, abaca, sisal, ramie and other vegetable fibres
    5306|Yarn of flax (linen)
    5307|Yarn of jute or other bast fibres
    5308|Yarn of other vegetable fibres; paper yarn
    5309|Woven fabrics of flax (linen)
    5310|Woven fabrics of jute or other bast fibres
    5311|Woven fabrics of other vegetable fibres or paper yarn
    5401|Sewing thread of man-made filaments
    5402|Synthetic filament yarn, not for retail sale
    5403|Artificial filament yarn, not for retail sale
    5404|Synthetic monofilament and strip
    5405|Artificial monofilament and strip
    5406|Man-made filament yarn for retail sale
    5407|Woven fabrics of synthetic filament yarn
    5408|Woven fabrics of artificial filament yarn
    5501|Tow of synthetic filaments
    5502|Tow of artificial filaments, such as cigarette-filter tow
    5503|Synthetic staple fibres, not prepared for spinning
    5504|Artificial staple fibres, not prepared for spinning
    5505|Waste of man-made fibres
    5506|Synthetic staple fibres, carded or combed for spinning
    5507|Artificial staple fibres, carded or combed for spinning
    5508|Sewing thread of man-made staple fibres
    5509|Synthetic staple fibre yarn, not for retail sale
    5510|Artificial staple fibre yarn, not for retail sale
    5511|Man-made staple fibre yarn for retail sale
    5512|Woven fabrics, 85% or more synthetic staple fibres
    5513|Woven synthetic staple and cotton blends, up to 170 g/m²
    5514|Woven synthetic staple and cotton blends, over 170 g/m²
    5515|Other woven fabrics of synthetic staple fibres
    5516|Woven fabrics of artificial staple fibres
    5601|Textile wadding, flock, dust and mill neps
    5602|Felt, plain, coated or laminated
    5603|Nonwovens, plain, coated or laminated
    5604|Rubber thread and cord; yarn coated with rubber or plastic
    5605|Metallised yarn and metal-bearing yarn
    5606|Gimped yarn, chenille yarn and loop wale-yarn
    5607|Twine, cordage, ropes and cables
    5608|Knotted netting and made-up nets, including fishing nets
    5609|Other articles of yarn, twine or rope
    5701|Knotted carpets and rugs
    5702|Woven carpets and rugs, such as kilims
    5703|Tufted carpets, rugs and artificial turf
    5704|Felt carpets and floor coverings
    5705|Other textile carpets and floor coverings
    5801|Woven pile and chenille fabrics, such as velvet
    5802|Woven terry towelling; tufted textile fabrics
    5803|Gauze fabrics, except narrow ones
    5804|Tulle, net fabrics and lace in the piece
    5805|Hand-woven and needleworked tapestries
    5806|Ribbons and other narrow woven fabrics
    5807|Textile labels and badges, not embroidered
    5808|Braids, ornamental trimmings, tassels and pompons
    5809|Woven fabrics of metal thread or metallised yarn
    5810|Embroidery in the piece, strips or motifs
    5811|Quilted textile products in the piece
    5901|Gummed or starched fabrics; tracing cloth; painting canvas
    5902|Tyre cord fabric of high-tenacity yarn
    5903|Fabrics coated or laminated with plastics
    5904|Linoleum and coated floor coverings on textile backing
    5905|Wall coverings of textiles
    5906|Fabrics coated with rubber
    5907|Otherwise coated fabrics; painted theatre and studio backdrops
    5908|Textile wicks and gas mantles
    5909|Textile hosepipes and tubing
    5910|Textile transmission and conveyor belts
    5911|Textile products for technical uses
    6001|Knitted pile and terry fabrics
    6002|Knitted elastic fabrics up to 30 cm wide
    6003|Other knitted fabrics up to 30 cm wide
    6004|Knitted elastic fabrics over 30 cm wide
    6005|Warp-knit fabrics, including those from galloon machines
    6006|Other knitted or crocheted fabrics
    """
}
