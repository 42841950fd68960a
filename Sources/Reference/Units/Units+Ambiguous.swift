extension Units {
  /// The units that a name may mean which means several: none where it means one, or nothing.
  ///
  /// Such a name is no unit by itself: a gallon of the United States is a sixth smaller than that of
  /// the United Kingdom, and a dollar is that of some twenty countries.
  package static func meanings(ofAmbiguous text: String) -> [String] {
    ambiguous[text.lowercased()] ?? []
  }

  private static let ambiguous: [String: [String]] = {
    let names: [(names: [String], meanings: [String])] = [
      (["gallon", "gallons", "gal"], ["US gallon", "imperial gallon"]),
      (["quart", "quarts", "qt"], ["US quart", "imperial quart"]),
      (["pint", "pints", "pt"], ["US pint", "imperial pint"]),
      (["fluid ounce", "fluid ounces", "fl oz"], ["US fluid ounce", "imperial fluid ounce"]),
      (["hundredweight", "cwt"], ["short hundredweight", "long hundredweight"]),
      (["$", "dollar", "dollars"], ["USD", "CAD", "AUD"]),
      (["£", "pound sterling", "pounds sterling"], ["GBP", "EGP", "LBP"]),
    ]
    var result: [String: [String]] = [:]
    for (names, meanings) in names {
      for name in names { result[name] = meanings.filter { unit($0) != nil } }
    }
    return result
  }()
}
