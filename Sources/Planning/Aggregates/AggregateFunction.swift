import Columns

/// A function of many rows: one row of the table of aggregates.
///
///     AggregateFunction.swift              what a function is
///     AggregateFunction+Table.swift        the table, and looking a name up
///     AggregateFunction+Basic.swift        count, sum, avg, min, max, logic and bits
///     AggregateFunction+Picking.swift      first, last, arg_min and their kin
///     AggregateFunction+Statistics.swift   deviations, correlation, regression, moments
///     AggregateFunction+Quantiles.swift    median, quantiles, mode, entropy
///     AggregateFunction+Texts.swift        string_agg
///     AggregateFunction+Grouping.swift     GROUPING
///     BoundAggregate.swift                 a call of one
///
/// A function is added by one row here, a state in `Columns/Kernels/Aggregates` and a golden script.
package struct AggregateFunction: Sendable {
  /// The overload for arguments of some types, of which the constant ones have the values given;
  /// nil where the function does not take them.
  ///
  /// Throws ``ValueError/badArgument(_:)`` where a parameter has a value that it must not have.
  package typealias Resolver =
    @Sendable (_ types: [DataType], _ constants: [Value?]) throws(ValueError) -> AggregateOverload?

  /// What the planner must know of a function beyond its types.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The result depends on the order of the rows: an ORDER BY inside the call is heeded.
    package static let ordered = Traits(rawValue: 1)
    /// A value that comes again changes nothing, so DISTINCT is dropped.
    package static let idempotent = Traits(rawValue: 1 << 1)
    /// Every value counts once, whether DISTINCT is written or not.
    package static let distinct = Traits(rawValue: 1 << 2)
    /// NULL is a value like any other.
    package static let keepsNulls = Traits(rawValue: 1 << 3)
    /// Counts rows: `*` may stand for the argument.
    package static let count = Traits(rawValue: 1 << 4)
    /// The result over all rows can be had from results over parts of them, in any order, by the
    /// function that ``AggregateFunction/combiner`` names.
    package static let combinable = Traits(rawValue: 1 << 5)
    /// May be written `f(…) WITHIN GROUP (ORDER BY y)` for `f(… ORDER BY y)`, and without an
    /// argument for `f(y ORDER BY y)`.
    package static let withinGroup = Traits(rawValue: 1 << 6)
    /// Is always written `f(fraction) WITHIN GROUP (ORDER BY x)`. Its overload is asked for
    /// `(x, fraction, descending)`.
    package static let orderedSet = Traits(rawValue: 1 << 8)
    /// Is 0 and not NULL over no rows.
    package static let zeroOverNothing = Traits(rawValue: 1 << 9)
    /// `GROUPING(…)`: about the grouping set of a row, not about rows.
    package static let grouping = Traits(rawValue: 1 << 7)
  }

  /// The canonical name first, then aliases; lower case.
  package let names: [String]
  /// How a call is written: `sum(number)`.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// A statement that shows its use, as ``FunctionReference/example`` has it.
  package let example: String
  package let traits: Traits
  private let resolver: Resolver

  package init(
    _ names: String..., signature: String, help: String, example: String, traits: Traits = [],
    resolve: @escaping Resolver
  ) {
    self.init(
      names: names, signature: signature, help: help, example: example, traits: traits,
      resolve: resolve)
  }

  package init(
    names: [String], signature: String, help: String, example: String, traits: Traits = [],
    resolve: @escaping Resolver
  ) {
    self.names = names
    self.signature = signature
    self.help = help
    self.example = example
    self.traits = traits
    resolver = resolve
  }

  /// The name under which plans show it.
  package var name: String { names[0] }

  /// The aggregate that makes one result of the results over several sets of rows.
  package var combiner: AggregateFunction? {
    guard traits.contains(.combinable) else { return nil }
    return traits.contains(.count) ? .named("sum") : self
  }

  /// The overload for arguments of `types`, of which the constant ones have the values given.
  ///
  /// The type `.null` fits every parameter.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where a parameter has a value that it must not have.
  package func resolve(
    _ types: [DataType], constants: [Value?]
  ) throws(ValueError) -> AggregateOverload? {
    try resolver(types, constants)
  }
}

/// An aggregate for arguments of certain types.
package struct AggregateOverload: Sendable {
  /// What each argument that rows give is cast to. Arguments behind these are parameters:
  /// constants that ``makeState`` has taken in already.
  package let argumentTypes: [DataType]
  package let resultType: DataType
  /// A new state that is fed vectors of ``argumentTypes``. Its results may be stored as another
  /// integer type than ``resultType`` where the values are the same.
  package let makeState: @Sendable (_ rows: GroupRowCounts) -> AggregateState

  package init(
    _ argumentTypes: [DataType], _ resultType: DataType,
    makeState: @escaping @Sendable (_ rows: GroupRowCounts) -> AggregateState
  ) {
    self.argumentTypes = argumentTypes
    self.resultType = resultType
    self.makeState = makeState
  }
}
