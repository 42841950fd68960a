extension HarmonizedSystem {
  /// Chapters 25–27 (section V): every heading, one a line, `code|label`.
  ///
  /// Source of the codes: HS Nomenclature 2022 Edition, World Customs Organization. The labels are
  /// short names of our own, not the legal texts.
  static let chapters25to27 = """
    2501|Salt and sea water
    2502|Iron pyrites, unroasted
    2503|Sulphur, crude or refined
    2504|Graphite, natural
    2505|Sand, natural
    2506|Quartz and quartzite
    2507|Kaolin, also called china clay
    2508|Other clays, bentonite and fireclay
    2509|Chalk, natural
    2510|Phosphate rock
    2511|Barytes and witherite
    2512|Diatomite and similar siliceous earths
    2513|Pumice, emery, garnet and other natural abrasives
    2514|Slate, raw or roughly cut
    2515|Marble and travertine, raw or roughly cut
    2516|Granite, sandstone, basalt and other building stone
    2517|Gravel, pebbles and crushed stone
    2518|Dolomite, raw or burnt
    2519|Magnesite and magnesia
    2520|Gypsum and plaster
    2521|Limestone for lime, cement or flux
    2522|Lime, quick, slaked or hydraulic
    2523|Cement and clinker
    2524|Asbestos fibre
    2525|Mica and mica waste
    2526|Steatite and talc
    2528|Borates, natural
    2529|Feldspar, fluorspar and nepheline
    2530|Other mineral substances, such as vermiculite and amber
    2601|Iron ore; roasted pyrites
    2602|Manganese ore
    2603|Copper ore
    2604|Nickel ore
    2605|Cobalt ore
    2606|Aluminium ore (bauxite)
    2607|Lead ore
    2608|Zinc ore
    2609|Tin ore
    2610|Chromium ore
    2611|Tungsten ore
    2612|Uranium and thorium ore
    2613|Molybdenum ore
    2614|Titanium ore
    2615|Niobium, tantalum (coltan), vanadium and zirconium ore
    2616|Gold, silver and other precious-metal ore
    2617|Other ores, such as antimony and beryllium
    2618|Granulated slag of iron and steel making
    2619|Other slag and scale of iron and steel
    2620|Ash and residues containing other metals
    2621|Other slag and ash, also of burnt rubbish
    2701|Coal and coal briquettes
    2702|Lignite, also called brown coal
    2703|Peat, also as litter
    2704|Coke of coal, lignite or peat
    2705|Coal gas and similar gases
    2706|Tar of coal, lignite or peat
    2707|Coal tar oils (benzole, toluole, naphthalene)
    2708|Pitch and pitch coke
    2709|Crude oil
    2710|Petrol, diesel, kerosene and other oil products
    2711|Natural gas, propane, butane and similar gases
    2712|Petroleum jelly and mineral waxes
    2713|Petroleum coke and bitumen
    2714|Natural bitumen, asphalt and oil shale
    2715|Bitumen mixtures, mastics and cut-backs
    2716|Electricity
    """
}
