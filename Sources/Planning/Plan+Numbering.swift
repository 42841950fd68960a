import Columns
import Language

extension BoundWindow {
  /// A ranking function, such as `row_number` or `rank`, over whole partitions.
  ///
  /// - Throws: a ``Diagnostic`` where there is no such function.
  static func ranking(
    _ name: String, by partition: [BoundExpression], _ order: [PlanSortTerm]
  ) throws -> BoundWindow {
    let range = order.first?.value.range ?? partition.first?.range ?? SourceRange(at: 0)
    guard let function = WindowFunction.named(name) else {
      throw BindingProblem.notBuilt(name).diagnostic(at: range)
    }
    return BoundWindow(
      call: .function(function, [], orderBy: [], ignoresNulls: false), partition: partition,
      order: order,
      frame: .partition, type: .bigint, range: range)
  }

  /// The same window over partitions that are parted further.
  func partitioned(by keys: [BoundExpression]) -> BoundWindow {
    BoundWindow(
      call: call, partition: keys + partition, order: order, frame: frame, type: type, range: range,
      isShare: isShare)
  }
}

extension Plan {
  /// The plan with a column behind its own that numbers or ranks the rows of each partition from 1.
  func ranked(
    _ name: String = "row_number", by partition: [BoundExpression],
    _ order: [PlanSortTerm] = []
  ) throws -> Plan {
    let window = try BoundWindow.ranking(name, by: partition, order)
    return Plan(
      .window(self, [window]), fields: fields + [Field(name: name, type: .bigint)])
  }

  /// The rows of each partition that are behind the first `offset` and no more than `count` (nil:
  /// all) of those.
  ///
  /// - Parameter ranking: `rank` to keep rows that are equal to the last one as well.
  func numbered(
    by partition: [BoundExpression], _ order: [PlanSortTerm], after offset: Int = 0, count: Int?,
    ranking: String = "row_number"
  ) throws -> Plan {
    let ranked = try self.ranked(ranking, by: partition, order)
    let range = partition.first?.range ?? SourceRange(at: 0)
    let number = BoundExpression(.column(fields.count), type: .bigint, range: range)
    func compared(_ symbol: String, _ limit: Int) throws -> BoundExpression {
      try .call(
        symbol,
        [number, BoundExpression(.constant(.integer(Int128(limit))), type: .bigint, range: range)],
        at: range)
    }
    var conditions: [BoundExpression] = []
    if offset > 0 { conditions.append(try compared(">", offset)) }
    if let count {
      let (last, overflow) = offset.addingReportingOverflow(count)
      if !overflow { conditions.append(try compared("<=", last)) }
    }
    guard let condition = BoundExpression.conjunction(conditions) else { return self }
    return Plan(.filter(ranked, condition), fields: ranked.fields)
      .keeping(Array(fields.indices))
  }

  /// All columns.
  var columns: [BoundExpression] {
    fields.enumerated().map { position, field in
      BoundExpression(.column(position), type: field.type, range: SourceRange(at: 0))
    }
  }
}
