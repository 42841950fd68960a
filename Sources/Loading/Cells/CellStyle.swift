/// How the cells of one column are written, where they are not in plain form throughout.
struct CellStyle: Hashable, Sendable {
  /// What stands before the fraction of a number.
  var decimalMark = UInt8(ascii: ".")
  /// Whether numbers are percentages, and read as fractions of one.
  var isPercent = false
  /// Whether the day of a date stands before its month, where it has no name.
  var isDayFirst = true
}
