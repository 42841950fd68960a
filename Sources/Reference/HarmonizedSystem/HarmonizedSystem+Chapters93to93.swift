extension HarmonizedSystem {
  /// Labels of the headings and sub-headings of chapter 93, arms and ammunition.
  ///
  /// One code a line, in ascending order, a heading before its sub-headings: code, label. The codes
  /// are those of edition 2022 of the World Customs Organization's nomenclature, compared with the
  /// United Nations' Comtrade list of 2022 and the European Union's Combined Nomenclature of 2023;
  /// the labels are our own short words and have no legal force.
  static let chapters93to93 = """
    9301|Military weapons: artillery, launchers, machine guns
    930110|Artillery guns, howitzers and mortars
    930120|Rocket and grenade launchers, flame-throwers, torpedo tubes
    930190|Other military weapons: machine guns, assault rifles
    9302|Revolvers and pistols
    930200|Handguns: revolvers and pistols of all kinds
    9303|Sporting guns, rifles and other firearms
    930310|Muzzle-loading firearms
    930320|Sporting, hunting and target shotguns
    930330|Other sporting, hunting and target rifles
    930390|Other firearms: flare pistols, blank guns, humane killers
    9304|Air guns, gas guns, truncheons and other arms
    930400|Air, spring and gas guns; truncheons and similar arms
    9305|Parts and accessories of weapons
    930510|Parts and accessories of revolvers and pistols
    930520|Parts and accessories of sporting shotguns and rifles
    930591|Parts and accessories of military weapons
    930599|Parts and accessories of other arms
    9306|Bombs, missiles, cartridges and other ammunition
    930621|Shotgun cartridges
    930629|Parts of shotgun cartridges; air-gun pellets
    930630|Pistol, rifle and other cartridges, with parts
    930690|Bombs, grenades, mines, missiles and other munitions
    9307|Swords, bayonets, lances and similar arms
    930700|Swords, bayonets and lances, with scabbards and parts
    """
}
