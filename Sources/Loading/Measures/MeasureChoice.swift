/// Which columns of numbers become measures, each with the unit of the column beside it.
package enum MeasureChoice: Hashable, Sendable {
  /// Those beside which a column of units stands.
  case automatic
  /// None.
  case none
  /// These, and no others.
  case declared([Pair])

  /// A column of numbers, and where its units are.
  package struct Pair: Hashable, Sendable {
    /// The name of the column of numbers.
    package let amount: String
    /// The name of the column of units; where there is none of that name, the unit of all amounts.
    package let unit: String

    package init(amount: String, unit: String) {
      self.amount = amount
      self.unit = unit
    }
  }
}
