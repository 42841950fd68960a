extension HarmonizedSystem {
  /// Labels of the headings of chapter 97, works of art, collectors' pieces and antiques.
  ///
  /// One heading a line, in ascending order: code, label. The codes are those of edition 2022 of
  /// the World Customs Organization's nomenclature, compared with the United Nations' Comtrade list
  /// of 2022 and the European Union's Combined Nomenclature of 2023; the labels are our own short
  /// words and have no legal force.
  static let chapters97to97 = """
    9701|Paintings, drawings, collages and mosaics, handmade
    9702|Original engravings, prints and lithographs
    9703|Original sculptures and statues
    9704|Postage and revenue stamps; first-day covers
    9705|Collectors' pieces: archaeology, natural history, coins
    9706|Antiques over 100 years old
    """
}
