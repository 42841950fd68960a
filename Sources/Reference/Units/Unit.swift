/// What an amount is measured in.
package struct Unit: Hashable, Sendable {
  /// What results show: `kg`, `l`, `tablets`, `EUR`.
  package let symbol: String
  /// One of it, in English: `kilogram`.
  package let name: String
  /// Several of it, in English: `kilograms`.
  package let plural: String
  /// Its code in UN/ECE Recommendation 20 (revision 12, deprecated codes too), `KGM`, or that of
  /// Recommendation 21 with the `X` which Recommendation 20 puts before it, `XBX`. Nil where neither
  /// has one.
  package let code: String?
  /// What it may be added to.
  package let dimension: Dimension
  /// How many base units of the dimension are one of it: 0.001 for the gram. Above zero in all that
  /// the tables hold.
  ///
  /// For a kind of count this is the number of things: 1000 for a thousand tablets.
  package let factor: DecimalFactor
  /// Where the factor comes from, and what it rests on where no law or standard fixes it.
  package let source: String

  package init(
    symbol: String, name: String, plural: String, code: String?, dimension: Dimension,
    factor: DecimalFactor, source: String
  ) {
    self.symbol = symbol
    self.name = name
    self.plural = plural
    self.code = code
    self.dimension = dimension
    self.factor = factor
    self.source = source
  }
}
