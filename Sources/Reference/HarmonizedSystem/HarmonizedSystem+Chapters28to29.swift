extension HarmonizedSystem {
  /// Chapters 28 and 29 (the pure chemicals of section VI): every heading, one a line,
  /// `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts; where a heading holds a drug or a precursor that
  /// customs officers look for, the label names it.
  static let chapters28to29 = """
    2801|Chlorine, iodine, bromine and fluorine
    2802|Sublimed, precipitated or colloidal sulphur
    2803|Carbon black and other carbon
    2804|Hydrogen, noble gases, oxygen, phosphorus, other non-metals
    2805|Sodium, calcium, rare-earth metals and mercury
    2806|Hydrochloric and chlorosulphuric acid
    2807|Sulphuric acid and oleum
    2808|Nitric acid and sulphonitric acids
    2809|Phosphoric acids and phosphorus pentoxide
    2810|Boric acids and boron oxides
    2811|Other inorganic acids and non-metal oxides
    2812|Halides of non-metals, such as phosgene
    2813|Sulphides of non-metals, such as carbon disulphide
    2814|Ammonia, dry or in water
    2815|Caustic soda, caustic potash and their peroxides
    2816|Bases of magnesium, strontium and barium
    2817|Zinc oxide and peroxide
    2818|Alumina, aluminium hydroxide and artificial corundum
    2819|Chromium oxides and hydroxides
    2820|Manganese oxides
    2821|Iron oxides, hydroxides and earth colours
    2822|Cobalt oxides and hydroxides
    2823|Titanium oxides
    2824|Lead oxides, red and orange lead
    2825|Hydrazine, hydroxylamine, other bases and metal oxides
    2826|Fluorides and complex fluorine salts
    2827|Chlorides, bromides and iodides
    2828|Hypochlorites and chlorites, such as bleach
    2829|Chlorates, perchlorates, bromates and iodates
    2830|Sulphides of metals and polysulphides
    2831|Dithionites and sulphoxylates
    2832|Sulphites and thiosulphates
    2833|Sulphates, alums and persulphates
    2834|Nitrites and nitrates
    2835|Phosphates, phosphonates and phosphinates
    2836|Carbonates and percarbonates, such as soda ash
    2837|Cyanides, simple and complex
    2839|Silicates, such as water glass
    2840|Borates, such as borax; perborates
    2841|Salts of metal acids (chromates, permanganates)
    2842|Other salts of inorganic acids
    2843|Precious metals, colloidal, as compounds or amalgams
    2844|Radioactive elements, isotopes and their compounds
    2845|Stable isotopes and heavy water
    2846|Compounds of rare-earth metals
    2847|Hydrogen peroxide
    2849|Carbides, such as calcium carbide
    2850|Hydrides, nitrides, azides, silicides and borides
    2852|Compounds of mercury
    2853|Other inorganic compounds; distilled water; liquid air
    2901|Acyclic hydrocarbons, such as ethylene
    2902|Cyclic hydrocarbons, such as benzene and toluene
    2903|Halogenated hydrocarbons, such as refrigerants
    2904|Sulphonated, nitrated or nitrosated hydrocarbons
    2905|Acyclic alcohols, such as methanol and glycols
    2906|Cyclic alcohols, such as menthol
    2907|Phenols, plain or with alcohol groups
    2908|Phenols with halogen, sulpho or nitro groups
    2909|Ethers and organic peroxides, such as diethyl ether
    2910|Epoxides with three-membered ring
    2911|Acetals and hemiacetals
    2912|Aldehydes, such as formaldehyde and vanillin
    2913|Halogenated, sulphonated or nitrated aldehydes
    2914|Ketones and quinones (acetone, phenylacetone)
    2915|Saturated acyclic acids; acetic acid and its anhydride
    2916|Unsaturated and cyclic acids with one carboxyl (phenylacetic)
    2917|Acids with several carboxyl groups (phthalates)
    2918|Acids with more oxygen (citric, lactic, salicylic)
    2919|Phosphoric esters and their salts
    2920|Esters of other inorganic acids
    2921|Amines, such as amphetamine and aniline
    2922|Amino-alcohols, amino-acids and amino-ketones (methadone)
    2923|Quaternary ammonium salts and lecithins
    2924|Amides, such as paracetamol
    2925|Imides and imines, such as saccharin
    2926|Nitriles, such as acrylonitrile and APAAN
    2927|Diazo, azo and azoxy compounds
    2928|Organic derivatives of hydrazine or hydroxylamine
    2929|Isocyanates and other nitrogen compounds
    2930|Organic sulphur compounds
    2931|Other organo-inorganic compounds, such as organo-phosphorus
    2932|Oxygen heterocycles (MDMA, PMK, safrole, piperonal, THC)
    2933|Nitrogen heterocycles (fentanyl, barbiturates, benzodiazepines)
    2934|Nucleic acids and other mixed heterocycles
    2935|Sulphonamides, such as sulfa drugs
    2936|Vitamins and provitamins
    2937|Hormones and steroids, prostaglandins
    2938|Glycosides, natural or synthetic
    2939|Alkaloids (cocaine, heroin, morphine, methamphetamine, ephedrine, nicotine)
    2940|Pure sugars and sugar derivatives
    2941|Antibiotics in bulk
    2942|Other organic compounds
    """
}
