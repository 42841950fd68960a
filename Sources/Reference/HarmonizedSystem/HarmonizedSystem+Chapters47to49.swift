extension HarmonizedSystem {
  /// Labels of chapters 47 to 49: pulp, paper and paperboard, printed matter.
  ///
  /// One code a line, ascending: `code|label`. Every heading (four digits) of the three chapters,
  /// no sub-headings; banknotes stand in 4907. Codes of the World Customs Organization's
  /// nomenclature, edition 2022; the labels are our own short words, not the legal text.
  static let chapters47to49 = """
    4701|Mechanical wood pulp
    4702|Chemical wood pulp, dissolving grades
    4703|Chemical wood pulp, soda or sulphate (kraft)
    4704|Chemical wood pulp, sulphite process
    4705|Semi-chemical wood pulp, mechanically and chemically made
    4706|Pulp of recovered paper or of non-wood fibres
    4707|Waste paper and paperboard for recycling
    4801|Newsprint in rolls or sheets
    4802|Uncoated writing and printing paper; handmade paper
    4803|Tissue stock for toilet paper, towels and napkins
    4804|Uncoated kraft paper and paperboard
    4805|Other uncoated paper and paperboard
    4806|Vegetable parchment, greaseproof, tracing and glassine paper
    4807|Composite paper of glued layers, uncoated
    4808|Corrugated, creped, embossed or perforated paper
    4809|Carbon and self-copy paper in large rolls or sheets
    4810|Paper coated with kaolin or other inorganic substances
    4811|Other coated, impregnated, covered or decorated paper
    4812|Filter blocks and plates of paper pulp
    4813|Cigarette paper, including booklets and tubes
    4814|Wallpaper and similar wall coverings
    4816|Carbon paper, self-copy paper and duplicator stencils
    4817|Envelopes, letter cards, plain postcards and writing sets
    4818|Toilet paper, tissues, napkins and paper household linen
    4819|Paper and cardboard boxes, bags and packaging
    4820|Notebooks, diaries, registers, binders and business forms
    4821|Paper and paperboard labels
    4822|Bobbins, spools and cops of paper
    4823|Other paper cut to size and paper articles
    4901|Printed books, brochures and leaflets
    4902|Newspapers, journals and periodicals
    4903|Children's picture, drawing and colouring books
    4904|Printed and handwritten sheet music
    4905|Printed maps, charts, atlases and globes
    4906|Hand-drawn plans and drawings; handwritten texts
    4907|Banknotes, unused stamps, cheques, bonds and share certificates
    4908|Transfer pictures and decals
    4909|Printed postcards and greeting cards
    4910|Printed calendars of any kind
    4911|Other printed matter, including pictures and photographs
    """
}
