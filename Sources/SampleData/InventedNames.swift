/// Families of brands that goods of one sort share.
enum BrandFamily: Int, CaseIterable {
  case pharmacy, cosmetics, clothing, footwear, leather, watches, toys, electronics, machinery
  case tobacco, drinks, food

  /// How many brands it has.
  static let size = 32
}

/// Names of towns, brands and carriers that nobody bears, put together from syllables.
///
/// The same in every data set, whatever its rows and seed.
struct InventedNames {
  private var random: SplitMix64
  private var used: Set<String> = []

  init(stream: UInt64) { random = SplitMix64(seed: 0xCE27_0000 &+ stream, row: stream) }

  /// A name that this value has not given before.
  mutating func town() -> String { unused(Self.townStarts, Self.townMiddles, Self.townEnds) }

  mutating func brand() -> String { unused(Self.brandStarts, Self.brandMiddles, Self.brandEnds) }

  private mutating func unused(_ starts: [String], _ middles: [String], _ ends: [String]) -> String
  {
    while true {
      var name = starts[random.below(starts.count)]
      // The more names are taken, the longer they grow, so that the search always ends.
      let middleCount = random.below(2) + used.count / 4_000
      for _ in 0..<middleCount { name += middles[random.below(middles.count)] }
      name += ends[random.below(ends.count)]
      if used.insert(name).inserted { return name }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let townStarts = words(
    """
    Bra Cor Dal Els Fen Gra Hol Ist Jar Kel Lom Mer Nor Oru Pel Quin Ros Sal Tav Ulv Ves Wen Yar \
    Zan Amb Bel Cas Dor Esk Far Gol Hav Ilm Kor Lys Mon Ner Orl Pra Rav Ström Tol Vik Źró São
    """)
  private static let townMiddles = words(
    "a e i o u an ar en er il in on or ul am em ad id el ol av ev ix ost ent and ard urn")
  private static let townEnds = words(
    """
    bach by cester dal do fell ford gat ham holm ia ina ka kirk lo mar mere mond mouth na nes ova \
    port ra sk stad sund ta ton va vik ville wick za ções köy
    """)
  private static let brandStarts = words(
    """
    Aq Bry Cev Dro Ely Fyx Gly Hux Ivo Jov Kry Lum Myr Nyx Oph Pry Qua Ryl Syl Tyv Uxo Vey Wyl \
    Xan Ysk Zev Ald Bov Cyr Dex Eov Fal
    """)
  private static let brandMiddles = words(
    "ado ana avi ela eno era evi ila imo ira ivo ola omi ora uma una uri yla yno yra")
  private static let brandEnds = words(
    "cor dane dax fort gen lan lex lor mont nix nor pex qis ran rix sen ta tis tor vane via vex xa zan"
  )
}
