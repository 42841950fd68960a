import Columns
import Planning

extension Pipeline {
  /// The pipeline without those chunks of a table in which, by the least and the greatest value of
  /// a column, no row can meet all of `conditions`.
  func skippingChunks(_ conditions: [BoundExpression]) -> Pipeline {
    let limits = conditions.compactMap(ColumnLimit.init)
    if limits.isEmpty { return self }
    var result = self
    for index in segments.indices where segments[index].steps.isEmpty {
      let chunks = segments[index].chunks.filter { chunk in
        limits.allSatisfy { $0.canHold(in: chunk.columns[$0.column]) }
      }
      result.segments[index] = Segment(chunks: chunks, steps: [])
    }
    return result
  }
}

/// A condition that compares a column with a constant, as an interval of stored integers.
private struct ColumnLimit {
  let column: Int
  private let allowed: ClosedRange<Int64>

  /// Nil where the condition is of another kind, or its values are not stored as 64-bit integers.
  init?(_ condition: BoundExpression) {
    if case .call("during", _, let parts) = condition.kind, parts.count > 2,
      let position = parts[0].column, let start = parts[1].constant, let end = parts[2].constant
    {
      let (first, last) = (Constants.unscaled(start), Constants.unscaled(end))
      guard first <= last else { return nil }
      column = position
      allowed = Int64(truncatingIfNeeded: first)...Int64(truncatingIfNeeded: last)
      return
    }
    guard case .call(let name, _, let sides) = condition.kind, sides.count == 2,
      let (column, value, symbol) = Self.parted(name, sides[0], sides[1]),
      case .range(let bounds)? = ColumnDomain(
        of: [Vector(constant: value, type: column.type, count: 1)]),
      let position = column.column
    else { return nil }
    self.column = position
    let limit = bounds.lowerBound
    switch symbol {
    case "=": allowed = limit...limit
    case "<=": allowed = Int64.min...limit
    case ">=": allowed = limit...Int64.max
    case "<" where limit > Int64.min: allowed = Int64.min...limit - 1
    case ">" where limit < Int64.max: allowed = limit + 1...Int64.max
    default: return nil
    }
  }

  /// The column, the constant, and how the column compares with it.
  private static func parted(
    _ symbol: String, _ left: BoundExpression, _ right: BoundExpression
  ) -> (column: BoundExpression, value: Value, symbol: String)? {
    guard left.type == right.type else { return nil }
    if left.column != nil, let value = right.constant { return (left, value, symbol) }
    guard right.column != nil, let value = left.constant else { return nil }
    let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]
    return (right, value, turned[symbol] ?? symbol)
  }

  /// Whether a value within the limit may stand in `vector`.
  func canHold(in vector: Vector) -> Bool {
    guard let bounds = vector.bounds else { return true }
    return bounds.overlaps(allowed)
  }
}
