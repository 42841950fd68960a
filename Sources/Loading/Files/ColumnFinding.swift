import Columns

/// What one file says of a column: its type there, how its cells are written, and what they look
/// like.
struct ColumnFinding: Sendable {
  let decision: TypeDecision
  let evidence: ColumnEvidence

  /// Whether anything stands in the column; without, its type says nothing.
  var saysSomething: Bool { evidence.filledCount > 0 }

  /// Whether a column that was read as this file alone demands is also what all files together
  /// demand, which is `whole`.
  ///
  /// Cells in plain form mean the same in every style but one: where commas stand before fractions,
  /// a point may part thousands.
  func fits(_ whole: TypeDecision) -> Bool {
    guard decision.type == whole.type else { return false }
    if whole.type == .varchar || decision.style == whole.style { return true }
    return decision.style == nil
      && !(whole.type.isNumeric && whole.style?.decimalMark == UInt8(ascii: ","))
  }

  /// What is decided for all files, as this one takes it: a doubt that its own cells leave no room
  /// for is not told of them.
  func adapted(_ whole: TypeDecision) -> TypeDecision {
    var own = whole
    if decision.doubt == nil { own.doubt = nil }
    return own
  }
}

extension ColumnFinding {
  /// What a file that says itself what types its columns have says of the loaded one at `place`:
  /// what cells of such values would look like.
  init(_ loaded: LoadedTable, column place: Int) {
    let type = loaded.relation.fields[place].type
    let column = loaded.ledger.columns[place]
    var evidence = ColumnEvidence()
    let cellClass: CellClass =
      switch type {
      case .boolean: .boolean
      case .bigint: .integer
      case .decimal: .decimal
      case .double, .percent: .exponent
      case .date: .date
      case .timestamp: .timestamp
      case .null, .hugeint, .varchar, .time, .interval, .measure: .text
      }
    evidence.add(loaded.relation.rowCount - column.nulls, of: cellClass)
    evidence.add(column.nulls, of: .empty)
    if let size = Self.size(loaded.relation, place, type) { evidence.include(size) }
    self.init(decision: TypeDecision(type: type, why: column.why), evidence: evidence)
  }

  /// The digits that exact numbers of a column have, or can have at most.
  private static func size(_ relation: Relation, _ place: Int, _ type: DataType) -> NumberSize? {
    guard type == .bigint || type.isExact && type.scale > 0 else { return nil }
    var digits = DataType.maximumPrecision
    if case .decimal(let precision, _) = type { digits = precision }
    if let bounds = relation.bounds(ofColumn: place) {
      digits = String(max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)).utf8.count
    } else if type == .bigint {
      digits = String(Int64.max).utf8.count
    }
    return NumberSize(integerDigits: max(0, digits - type.scale), scale: type.scale)
  }
}

extension TypeDecision {
  /// What the cells of several files hold, in a few words.
  var wholeWhy: String {
    guard let style else { return why }
    switch type {
    case .date, .timestamp: return "\(why), the \(style.isDayFirst ? "day" : "month") first"
    case .bigint, .decimal, .double:
      return style.decimalMark == UInt8(ascii: ",")
        ? "\(why), with commas before fractions" : why
    default: return why
    }
  }
}
