import Columns

/// How a column of the file is to be read.
struct ColumnPlan: Sendable {
  enum Kind: Hashable, Sendable {
    /// The cells are looked at, and nothing is read yet.
    case examined
    case boolean
    case bigint
    /// Decimals; `scale` is where reading begins, and grows with the cells.
    case decimal(scale: Int)
    /// Decimals of more than 18 digits, or of a precision that was asked for.
    case wideDecimal(precision: Int, scale: Int)
    case double
    case date
    case timestamp
    /// Text under the codes of a dictionary.
    case coded
    /// Text as it is.
    case plain
  }

  /// The number of the column in the file.
  let index: Int
  let name: String
  var kind: Kind
  /// How the cells are written; nil where they are in plain form.
  var style: CellStyle?
  /// Whether a cell that does not fit becomes NULL and is noted, instead of failing the plan.
  var emptiesMisfits = false
  /// The type that was asked for.
  var asked: DataType?
  /// Whether every cell is looked at closely besides, for the ledger.
  var isWatched = false

  /// The most digits of a decimal of at most ``DataType/narrowPrecision`` of them.
  var digits: Int {
    guard case .decimal(let precision, _)? = asked else { return DataType.narrowPrecision }
    return min(precision, DataType.narrowPrecision)
  }
}

extension ColumnPlan.Kind {
  /// The way to read a column of `type`; text goes into a dictionary unless it `isPlain`.
  init(_ type: DataType, isPlain: Bool) {
    switch type {
    case .boolean: self = .boolean
    case .bigint: self = .bigint
    case .decimal(let precision, let scale):
      self =
        precision > DataType.narrowPrecision
        ? .wideDecimal(precision: precision, scale: scale) : .decimal(scale: scale)
    case .double: self = .double
    case .date: self = .date
    case .timestamp: self = .timestamp
    default: self = isPlain ? .plain : .coded
    }
  }

  /// The class of the cells that a column of this kind holds.
  var cellClass: CellClass {
    switch self {
    case .examined: .empty
    case .boolean: .boolean
    case .bigint: .integer
    case .decimal, .wideDecimal: .decimal
    case .double: .exponent
    case .date: .date
    case .timestamp: .timestamp
    case .coded, .plain: .text
    }
  }
}
