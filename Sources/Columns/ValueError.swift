import Reference

/// What can go wrong with a value while a kernel runs; the plan knows where in the text.
package enum ValueError: Error, Hashable, Sendable {
  /// A result does not fit `type`.
  case overflow(type: DataType)
  /// `text` cannot be read as a `type`.
  case unreadable(text: String, type: DataType)
  /// A number does not fit `type`.
  case outOfRange(value: String, type: DataType)
  /// An argument has a value that the function does not accept.
  case badArgument(String)
  /// The texts of one result would exceed the 4 GiB of a ``TextStore``.
  case textTooLong
  /// Measures of several dimensions were to be added, compared or put in order; how many rows each
  /// dimension has, the most frequent first, but that of a constant before all.
  case mixedDimensions([DimensionRows])
  /// Measures of these dimensions were to be shown in `unit`.
  case inconvertible(unit: Unit, [DimensionRows])
  /// Nothing: the user stopped the work. Where it leaves the kernels it becomes ``Interrupted``.
  case interrupted

  /// The ``UnitRegistry`` has no number for one more.
  static let tooManyUnits = ValueError.badArgument(
    "more than 65,536 units were named in this session")
}
