import Reference

/// What the name of a column says of the numbers in it: in which units they may be.
///
/// Only a name that speaks of amounts makes numbers measures because a column of units stands beside
/// them: everything else, from years to counts of seizures, has no unit or another one.
enum AmountName: Hashable {
  /// In any unit but a currency: `quantity`, `Qty seized`.
  case quantity
  /// In any unit: `amount`.
  case amount
  /// In units of one dimension: `gross_weight`, `volume`.
  case dimension(Dimension)
  /// In a currency: `price`, `declared_value`.
  case money
  /// In any unit, where no other column holds amounts: `value`, as statistics call their figures.
  case figure
  /// It says nothing.
  case unclear
  /// In none, or in one that it names: `year`, `hs_code`, `value_usd`, `weight (kg)`.
  case never

  init(_ name: String) {
    let words = ColumnWords.all(of: name)
    let known = Set(words)
    func has(_ list: Set<String>) -> Bool { !known.isDisjoint(with: list) }
    if name.contains("%") || has(Self.neverWords) || Self.namesUnit(words) {
      self = .never
    } else if has(Self.moneyWords) {
      self = .money
    } else if has(Self.figureWords), !known.isSubset(of: Self.figureWords) {
      // `quantity.value` is the quantity, and `declared value` money.
      let rest = known.subtracting(Self.figureWords)
      let isPart = words.last.map(Self.figureWords.contains) ?? false
      let meaning = Self.amount(rest)
      self = isPart && rest.count == 1 && meaning != .unclear ? meaning : .money
    } else {
      self = known.isEmpty || !has(Self.figureWords) ? Self.amount(known) : .figure
    }
  }

  private static func amount(_ words: Set<String>) -> AmountName {
    if !words.isDisjoint(with: quantityWords) {
      // That of packages is not that of the goods.
      return words.contains { Units.unit($0)?.isContainer ?? false } ? .unclear : .quantity
    }
    for (dimension, list) in dimensionWords where !words.isDisjoint(with: list) {
      return .dimension(dimension)
    }
    if !words.isDisjoint(with: amountWords) { return .amount }
    // A number is one of seizures or of parcels where the name says of what.
    let isCount = !words.isDisjoint(with: countWords)
    return isCount && words.isSubset(of: countWords.union(besideCounts)) ? .quantity : .unclear
  }

  /// Whether a name ends with a unit, or has the code of a currency anywhere.
  private static func namesUnit(_ words: [String]) -> Bool {
    if words.count > 1, let last = words.last, !countWords.contains(last), Units.unit(last) != nil {
      return true
    }
    return words.contains { word in
      Units.unit(word)?.dimension == .currency(word.uppercased())
    }
  }

  /// Whether numbers of columns named so may be in units of `dimension`.
  func admits(_ dimension: Dimension) -> Bool {
    let isCurrency = if case .currency = dimension { true } else { false }
    return switch self {
    case .quantity: !isCurrency
    case .amount, .figure: true
    case .dimension(let own): dimension == own
    case .money: isCurrency
    case .unclear, .never: false
    }
  }

  /// Whether the name says that a column holds amounts.
  var isOfAmounts: Bool { self != .unclear && self != .never }

  // MARK: Words, in the languages of customs forms

  private static let quantityWords: Set<String> = [
    "quantity", "quantities", "qty", "qnty", "qtty", "quantité", "quantite", "quantités", "qté",
    "qte", "cantidad", "cantidades", "quantidade", "quantidades", "qtd", "qtde", "menge", "mengen",
  ]
  private static let amountWords: Set<String> = ["amount", "amounts", "amt"]
  private static let countWords: Set<String> = ["number", "count", "anzahl", "número", "numéro"]
  private static let besideCounts: Set<String> = ["seized", "total", "reported", "of"]
  private static let dimensionWords: [(Dimension, Set<String>)] = [
    (
      .mass,
      [
        "weight", "weights", "wt", "mass", "poids", "masse", "peso", "masa", "massa", "gewicht",
      ]
    ),
    (.volume, ["volume", "volumes", "vol", "volumen"]),
    (.length, ["length", "longueur", "longitud", "comprimento", "länge"]),
    (.area, ["area", "surface", "superficie", "superfície", "fläche"]),
  ]
  private static let moneyWords: Set<String> = [
    "price", "prices", "cost", "costs", "worth", "fine", "fines", "duty", "duties", "tax", "taxes",
    "fee", "fees", "penalty", "revenue", "payment", "loss", "prix", "coût", "cout", "montant",
    "droits", "taxe", "amende", "precio", "costo", "coste", "importe", "monto", "multa",
    "impuesto", "preço", "preco", "custo", "montante", "imposto", "preis", "kosten", "betrag",
    "warenwert", "zollwert", "steuer",
  ]
  /// Alone they may be any figure; with other words they are money.
  static let figureWords: Set<String> = ["value", "valeur", "valor", "wert", "figure", "obs"]
  private static let neverWords: Set<String> = [
    "id", "ids", "identifier", "identifiant", "identificador", "kennung", "code", "codes",
    "código", "codigo", "hs", "serial", "reference", "ref", "year", "years", "année", "annee",
    "año", "ano", "jahr", "month", "mois", "mes", "mês", "monat", "date", "datum", "fecha", "day",
    "days", "time", "hour", "latitude", "longitude", "lat", "lon", "lng", "percent", "percentage",
    "pct", "prozent", "share", "rate", "ratio", "per", "rank", "score", "type", "class",
    "category", "description", "text", "note", "notes", "remark", "remarks", "comment", "comments",
    "raw", "range",
  ]
}
