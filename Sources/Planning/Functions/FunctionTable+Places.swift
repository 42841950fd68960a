import Columns
import Reference

extension FunctionTable {
  /// Functions of countries. A country is written as its ISO 3166-1 code, alpha-2, alpha-3 or
  /// numeric, or by a name in use.
  static let places: [ScalarFunction] = [
    naming(
      "country_name", signature: "country_name(country)",
      help: "The English name of a country written as a code or by any name in use.",
      example: "SELECT country_name('NA'), country_name('CZE')"
    ) { $0.name },
    naming(
      "country_code", signature: "country_code(country)",
      help: "The two letters of ISO 3166-1 for a country written as a code or by any name in use.",
      example: "SELECT country_code('Czech Republic'), country_code('NAM')"
    ) { $0.alpha2 },
    naming(
      "country_code3", signature: "country_code3(country)",
      help:
        "The three letters of ISO 3166-1 for a country written as a code or by any name in use.",
      example: "SELECT country_code3('DE')"
    ) { $0.alpha3 },
    naming(
      "wco_region", signature: "wco_region(country)",
      help: "The region of the World Customs Organization that a country is a member in.",
      example: "SELECT wco_region('Kenya'), wco_region('DE')"
    ) { $0.region?.name },
    ScalarFunction(
      "route", signature: "route(departure, [transit,] destination)",
      help: "A route in one text, BR > PT > ES: ? for an unknown end; no transit is left out.",
      example: "SELECT route('BR', 'Portugal', 'ESP'), route('CO', NULL, NULL)"
    ) { types in
      guard (2...3).contains(types.count), areCodes(types) else { return nil }
      return ScalarOverload(types.map { _ in .varchar }, .varchar, handlesNulls: true) {
        arguments, rows, _ in
        try TextMapping.combined(
          [
            (arguments[0], { Route.end($0) }),
            (arguments.count > 2 ? arguments[1] : nil, { Route.legs($0) }),
            (arguments[arguments.count - 1], { Route.end($0) }),
          ].compactMap { vector, part in vector.map { ($0, part) } },
          separator: Route.separator, count: rows)
      }
    },
  ]

  /// A function that looks a country up.
  private static func naming(
    _ name: String, signature: String, help: String, example: String,
    _ body: @escaping @Sendable (Country) -> String?
  ) -> ScalarFunction {
    naming(
      name, signature: signature, help: help, example: example, noting: .noCountry,
      { Countries.country($0).flatMap(body) }, isKnown: { Countries.country($0) != nil })
  }
}
