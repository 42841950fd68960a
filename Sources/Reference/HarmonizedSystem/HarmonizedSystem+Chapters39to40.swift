extension HarmonizedSystem {
  /// Chapters 39 and 40 (section VII): every heading, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters39to40 = """
    3901|Raw polyethylene
    3902|Raw polypropylene
    3903|Raw polystyrene
    3904|Raw PVC and other halogenated polymers
    3905|Raw polyvinyl acetate and other vinyl polymers
    3906|Raw acrylic polymers
    3907|Raw polyesters, PET, polycarbonates and epoxy resins
    3908|Raw polyamides (nylon)
    3909|Raw amino resins, phenolic resins and polyurethanes
    3910|Raw silicones
    3911|Raw petroleum resins, polysulphones and similar
    3912|Raw cellulose and its derivatives
    3913|Raw natural and modified natural polymers
    3914|Ion exchangers of polymers
    3915|Plastic waste and scrap
    3916|Plastic rods, profiles and thick monofilament
    3917|Plastic tubes, hoses and fittings
    3918|Plastic floor and wall coverings
    3919|Self-adhesive plastic film and tape
    3920|Other plastic film and sheet, plain
    3921|Other plastic sheet, cellular or reinforced
    3922|Plastic baths, sinks, toilets and cisterns
    3923|Plastic packaging: boxes, bags, bottles, lids
    3924|Plastic tableware, kitchenware and household articles
    3925|Plastic building parts: doors, windows, tanks
    3926|Other plastic articles
    4001|Natural rubber, balata and similar gums
    4002|Synthetic rubber and factice
    4003|Reclaimed rubber
    4004|Rubber waste and scrap
    4005|Compounded rubber, unvulcanised
    4006|Other shapes of unvulcanised rubber
    4007|Rubber thread and cord
    4008|Rubber plates, sheets, rods and profiles
    4009|Rubber tubes and hoses
    4010|Rubber conveyor and drive belts
    4011|New pneumatic tyres
    4012|Used, retreaded and solid tyres
    4013|Inner tubes for tyres
    4014|Condoms, teats and other rubber hygiene articles
    4015|Rubber gloves and clothing
    4016|Other articles of soft rubber
    4017|Hard rubber and its articles
    """
}
