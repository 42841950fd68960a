extension HarmonizedSystem {
  /// Labels of chapters 44 to 46: wood and charcoal, cork, basketware.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the three chapters,
  /// no sub-headings. Codes of the World Customs Organization's nomenclature, edition 2022; the
  /// labels are our own short words, not the legal text.
  static let chapters44to46 = """
    4401|Fuel wood, wood chips, sawdust, pellets and wood waste
    4402|Wood charcoal, including bamboo, shell and nut charcoal
    4403|Logs and roughly squared timber
    4404|Hoopwood, split poles, pickets and stakes
    4405|Wood wool and wood flour
    4406|Wooden railway and tramway sleepers
    4407|Sawn or sliced wood thicker than 6 mm
    4408|Veneer sheets and thin sawn wood up to 6 mm
    4409|Profiled wood, such as flooring strips and mouldings
    4410|Particle board, oriented strand board and similar board
    4411|Fibreboard of wood or other woody material
    4412|Plywood, veneered panels and similar laminated wood
    4413|Densified wood in blocks, plates or strips
    4414|Wooden frames for pictures, photographs and mirrors
    4415|Wooden crates, pallets and cable drums
    4416|Wooden casks, barrels, vats and parts of them
    4417|Wooden tools, tool handles and shoe lasts
    4418|Wooden doors, windows, flooring panels and other builders' joinery
    4419|Wooden tableware and kitchenware
    4420|Inlaid wood, wooden caskets, statuettes and ornaments
    4421|Other articles of wood, such as hangers and coffins
    4501|Raw natural cork and cork waste
    4502|Natural cork, debacked or in blocks and sheets
    4503|Stoppers and other articles of natural cork
    4504|Agglomerated cork and articles made of it
    4601|Plaits, mats and screens of plaiting materials
    4602|Baskets and other wickerwork articles
    """
}
