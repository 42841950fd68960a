/// What an expression yields: the types of both engines, and further distinctions that keep their
/// answers comparable.
enum Kind: CaseIterable {
  /// Small whole numbers, with which arithmetic is done.
  case number
  /// Whole numbers from all over 64 bits, which are only compared.
  case big
  /// Reals that are exact in binary, so that their sums are the same in any order.
  case real
  /// Reals that are rounded, such as averages, which are only compared.
  case ratio
  /// ASCII text, which both engines treat alike in every function.
  case text
  /// Any text, which is only compared and measured.
  case note
  /// A truth value: 0 and 1 in SQLite.
  case boolean

  /// Kinds whose values compare with this one's.
  ///
  /// Not `big` with `real`: SQLite compares 64-bit integers with reals exactly, others convert.
  var comparable: [Kind] {
    switch self {
    case .number: [.number, .big, .real]
    case .big: [.big, .number]
    case .real: [.real, .number]
    case .ratio: [.ratio]
    case .text, .note: [.text, .note]
    case .boolean: [.boolean]
    }
  }

  /// The type name that both engines take for a NULL of this kind.
  var typeName: String {
    switch self {
    case .number, .big: "BIGINT"
    case .real, .ratio: "DOUBLE"
    case .text, .note: "VARCHAR"
    case .boolean: "BOOLEAN"
    }
  }
}
