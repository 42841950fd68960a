extension HarmonizedSystem {
  /// Labels of chapters 64 to 67: footwear, headgear, umbrellas, feathers and wigs.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the four chapters;
  /// sub-headings (six digits) of chapter 64 only. Codes of the World Customs Organization's
  /// nomenclature, edition 2022; the labels are our own short words, not the legal text.
  static let chapters64to67 = """
    6401|Waterproof footwear of rubber or plastic, unsewn
    640110|Waterproof footwear with a metal toe-cap
    640192|Waterproof boots covering the ankle, not the knee
    640199|Other waterproof footwear of rubber or plastic
    6402|Other footwear of rubber or plastic
    640212|Ski and snowboard boots of rubber or plastic
    640219|Other sports footwear of rubber or plastic
    640220|Flip-flops with straps plugged into the sole
    640291|Other rubber or plastic footwear covering the ankle
    640299|Other rubber or plastic footwear not covering the ankle
    6403|Footwear with leather uppers
    640312|Ski and snowboard boots with leather uppers
    640319|Other sports footwear with leather uppers
    640320|Leather-soled sandals with instep and big-toe straps
    640340|Leather-upper footwear with a metal toe-cap
    640351|Leather-soled leather footwear covering the ankle
    640359|Leather-soled leather footwear not covering the ankle
    640391|Other leather-upper footwear covering the ankle
    640399|Other leather-upper footwear not covering the ankle
    6404|Footwear with textile uppers
    640411|Sports shoes, textile uppers, rubber or plastic soles
    640419|Other footwear, textile uppers, rubber or plastic soles
    640420|Footwear with textile uppers and leather soles
    6405|Other footwear, such as with wood or textile soles
    640510|Leather-upper footwear with soles of other materials
    640520|Textile-upper footwear with soles of other materials
    640590|Footwear with uppers of other materials
    6406|Parts of footwear; insoles, gaiters and leggings
    640610|Shoe uppers and parts of uppers, except stiffeners
    640620|Outer soles and heels of rubber or plastic
    640690|Other shoe parts, insoles, gaiters and leggings
    6501|Felt hat-forms, hat bodies and hoods
    6502|Hat-shapes, plaited or assembled from strips
    6504|Hats plaited or assembled from strips
    6505|Knitted or fabric hats and caps; hair-nets
    6506|Other headgear, including safety helmets
    6507|Headgear parts: head-bands, linings, peaks and chinstraps
    6601|Umbrellas and sun umbrellas
    6602|Walking sticks, seat sticks, whips and riding crops
    6603|Parts and trimmings of umbrellas, sticks and whips
    6701|Bird skins, feathers, down and articles of them
    6702|Artificial flowers, foliage and fruit
    6703|Human hair and wig-making fibres, prepared
    6704|Wigs, false beards, eyelashes and articles of hair
    """
}
