extension HarmonizedSystem {
  /// Chapters 30–38 (the chemical products of section VI): every heading, and every sub-heading of
  /// chapters 30 and 33, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters30to38 = """
    3001|Glands and organs for medicines; heparin
    300120|Extracts of glands or organs
    300190|Heparin, dried glands and other substances
    3002|Blood, vaccines, toxins, microbes and cell cultures
    300212|Antisera and blood fractions
    300213|Unmixed immunological products in bulk
    300214|Mixed immunological products in bulk
    300215|Immunological products in doses or for retail
    300241|Vaccines for people
    300242|Vaccines for animals
    300249|Toxins, cultures of microbes and the like
    300251|Cell therapy products
    300259|Other cell cultures
    300290|Human blood, prepared animal blood and the rest
    3003|Mixed medicines in bulk
    300310|Penicillin or streptomycin medicines in bulk
    300320|Other antibiotic medicines in bulk
    300331|Insulin medicines in bulk
    300339|Other hormone medicines in bulk
    300341|Ephedrine medicines in bulk
    300342|Pseudoephedrine medicines in bulk
    300343|Norephedrine medicines in bulk
    300349|Other alkaloid medicines in bulk
    300360|Antimalarial medicines in bulk
    300390|Other mixed medicines in bulk
    3004|Medicines in doses or packed for retail
    300410|Penicillin or streptomycin medicines in doses
    300420|Other antibiotic medicines in doses
    300431|Insulin in doses
    300432|Corticosteroid medicines in doses
    300439|Other hormone medicines in doses
    300441|Ephedrine medicines in doses
    300442|Pseudoephedrine medicines in doses
    300443|Norephedrine medicines in doses
    300449|Other alkaloid medicines in doses
    300450|Vitamin medicines in doses
    300460|Antimalarial medicines in doses
    300490|Other medicines in doses
    3005|Bandages, gauze, plasters and wadding
    300510|Sticking plasters and adhesive dressings
    300590|Other bandages, gauze and wadding
    3006|Other pharmaceutical goods (sutures, contraceptives, kits, waste)
    300610|Sterile sutures, haemostatics and adhesion barriers
    300630|X-ray contrast media and diagnostics given to patients
    300640|Dental fillings and bone cements
    300650|First-aid kits
    300660|Contraceptives of hormones or spermicides
    300670|Medical lubricant and coupling gels
    300691|Ostomy appliances
    300692|Waste medicines
    300693|Placebos and kits for clinical trials
    3101|Manure, guano and other animal or plant fertilisers
    3102|Nitrogen fertilisers, such as urea and ammonium nitrate
    3103|Phosphate fertilisers
    3104|Potash fertilisers
    3105|Mixed fertilisers; fertilisers in small packs
    3201|Plant tanning extracts and tannins
    3202|Synthetic and inorganic tanning substances
    3203|Plant and animal colours, such as indigo
    3204|Synthetic organic dyes and pigments
    3205|Colour lakes (dyes fixed on a base)
    3206|Other colouring matter, such as titanium white
    3207|Ceramic colours, glazes, enamels and glass frit
    3208|Paints and varnishes thinned by solvents
    3209|Paints and varnishes thinned by water
    3210|Other paints, distempers and leather finishes
    3211|Driers for paint
    3212|Pigment pastes, stamping foils, dyes for retail
    3213|Colours for artists, students and sign painters
    3214|Putty, sealants, mastics and fillers
    3215|Printing, writing and other inks
    3301|Essential oils, resinoids and aromatic waters
    330112|Essential oil of orange
    330113|Essential oil of lemon
    330119|Essential oils of other citrus fruit
    330124|Essential oil of peppermint
    330125|Essential oils of other mints
    330129|Other essential oils, such as rose or agarwood
    330130|Resinoids for perfumery
    330190|Oleoresins, aromatic waters and other concentrates
    3302|Mixed fragrances and flavours for industry
    330210|Flavour mixtures for food and drink
    330290|Fragrance mixtures for other industries
    3303|Perfume and cologne
    330300|Perfume and cologne of any strength
    3304|Make-up, skin care, sunscreen and nail products
    330410|Lipstick and other lip make-up
    330420|Eye make-up
    330430|Manicure and pedicure products
    330491|Face and body powders
    330499|Skin creams, sunscreens and other beauty products
    3305|Shampoo, hair dye and other hair products
    330510|Shampoo
    330520|Hair perms and straighteners
    330530|Hair sprays and lacquers
    330590|Hair dyes, oils and other hair products
    3306|Toothpaste, dental floss and other mouth care
    330610|Toothpaste and tooth powder
    330620|Dental floss
    330690|Mouthwash, denture fixatives and other mouth care
    3307|Shaving products, deodorants, bath salts and room scents
    330710|Shaving creams, foams and aftershaves
    330720|Deodorants and antiperspirants
    330730|Bath salts and bath foams
    330741|Incense sticks and scents that burn
    330749|Other room scents and air fresheners
    330790|Depilatories, contact-lens fluids and other toiletries
    3401|Soap and washing products for the skin
    3402|Detergents and surface-active agents
    3403|Lubricating, anti-rust and mould-release preparations
    3404|Artificial and prepared waxes
    3405|Polishes, creams and scouring powders
    3406|Candles and tapers
    3407|Modelling paste, dental wax and dental plaster
    3501|Casein and casein glue
    3502|Albumins, such as egg and whey
    3503|Gelatin and animal glues
    3504|Peptones and other protein substances
    3505|Modified starches and starch glues
    3506|Other glues and adhesives
    3507|Enzymes, such as rennet
    3601|Propellent powders, such as gunpowder
    3602|Prepared explosives, such as dynamite
    3603|Fuses, detonating cords, caps and detonators
    3604|Fireworks, flares and other pyrotechnics
    3605|Matches
    3606|Lighter flints, lighter fuel, fire-starting materials
    3701|Unexposed photographic plates and flat film
    3702|Unexposed photographic film in rolls
    3703|Unexposed photographic paper
    3704|Photographic film exposed but not developed
    3705|Photographic plates and film, developed
    3706|Cinema film, developed
    3707|Chemicals for photography; toners
    3801|Artificial and colloidal graphite
    3802|Activated carbon and activated minerals
    3803|Tall oil from wood pulping
    3804|Lyes from wood pulping
    3805|Turpentine and pine oil
    3806|Rosin and resin acids
    3807|Wood tar, creosote and plant pitch
    3808|Pesticides, weedkillers and disinfectants
    3809|Finishing agents for textiles, paper or leather
    3810|Metal pickling, soldering and welding preparations
    3811|Additives for fuels and lubricants
    3812|Rubber accelerators, plasticisers and stabilisers
    3813|Fire extinguisher charges and grenades
    3814|Solvent and thinner mixtures; paint removers
    3815|Catalysts and reaction initiators
    3816|Refractory cements, mortars and concretes
    3817|Mixed alkylbenzenes and alkylnaphthalenes
    3818|Doped silicon wafers and similar discs
    3819|Brake and hydraulic fluids
    3820|Antifreeze and de-icing fluids
    3821|Culture media for microbes and cells
    3822|Diagnostic and laboratory reagents; test kits
    3823|Industrial fatty acids and fatty alcohols
    3824|Other chemical preparations; foundry binders
    3825|Chemical residues, municipal waste, sewage sludge
    3826|Biodiesel and its mixtures
    3827|Mixtures of halogenated gases (refrigerant blends, halons)
    """
}
