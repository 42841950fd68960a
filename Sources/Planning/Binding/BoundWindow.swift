import Columns
import Language

/// A call with OVER: a value for each row, made of the rows around it.
package struct BoundWindow: Sendable {
  /// What is computed.
  package enum Call: Sendable {
    /// With its arguments; the order inside the call, which orders the rows of the frame anew and
    /// may be empty; and whether NULLs among the first argument are skipped.
    case function(
      WindowFunction, [BoundExpression], orderBy: [PlanSortTerm], ignoresNulls: Bool)
    case aggregate(BoundAggregate)
  }

  package let call: Call
  /// Rows with equal keys form a partition; NULL equals NULL here. None: all rows are one.
  package let partition: [BoundExpression]
  /// The order within a partition; rows that are equal in it keep the order in which they come.
  package let order: [PlanSortTerm]
  /// The whole partition for functions that do not look at it.
  package let frame: BoundFrame
  package let type: DataType
  package let range: SourceRange
  /// Whether it is the total that a SHARE divides by.
  package var isShare = false

  /// The name of the function.
  package var name: String {
    switch call {
    case .function(let function, _, _, _): function.name
    case .aggregate(let aggregate): aggregate.function.name
    }
  }

  /// The expressions that it is made of: those of the call, the keys, the order, the frame.
  var children: [BoundExpression] {
    callChildren + partition + order.map(\.value) + frame.children
  }

  private var callChildren: [BoundExpression] {
    switch call {
    case .function(_, let arguments, let terms, _): arguments + terms.map(\.value)
    case .aggregate(let aggregate): aggregate.inputs + (aggregate.filter.map { [$0] } ?? [])
    }
  }

  /// The same window over other children, in the order of ``children``.
  func replacingChildren(_ new: [BoundExpression]) -> BoundWindow {
    var rest = new[...]
    func take(_ count: Int) -> [BoundExpression] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let own = take(callChildren.count)
    let call: Call
    switch self.call {
    case .function(let function, let arguments, let terms, let ignoresNulls):
      let moved = zip(terms, own.dropFirst(arguments.count)).map { term, value in
        PlanSortTerm(
          value: value, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
      }
      call = .function(
        function, Array(own.prefix(arguments.count)), orderBy: moved, ignoresNulls: ignoresNulls)
    case .aggregate(let aggregate):
      let count = aggregate.inputs.count
      call = .aggregate(
        aggregate.replacing(
          inputs: Array(own.prefix(count)), filter: own.count > count ? own[count] : nil))
    }
    let partition = take(self.partition.count)
    let order = zip(self.order, take(self.order.count)).map { term, value in
      PlanSortTerm(value: value, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
    }
    return BoundWindow(
      call: call, partition: partition, order: order,
      frame: frame.replacingChildren(Array(rest)), type: type, range: range, isShare: isShare)
  }

  /// Whether both mean the same, wherever they stand in the text.
  func isSame(as other: BoundWindow) -> Bool {
    guard type == other.type, BoundExpression.same(partition, other.partition),
      order.count == other.order.count,
      zip(order, other.order).allSatisfy({ $0.isSame(as: $1) }), frame.isSame(as: other.frame)
    else { return false }
    switch (call, other.call) {
    case (.function(let a, let x, let s, let skipsA), .function(let b, let y, let t, let skipsB)):
      return a.name == b.name && skipsA == skipsB && BoundExpression.same(x, y)
        && s.count == t.count && zip(s, t).allSatisfy { $0.isSame(as: $1) }
    case (.aggregate(let a), .aggregate(let b)): return a.isSame(as: b)
    default: return false
    }
  }
}

/// Which rows of its partition a row's value is made of.
package struct BoundFrame: Sendable {
  package enum Bound: Sendable {
    /// Up to the end of the partition on the bound's own side.
    case unbounded
    case currentRow
    /// In ROWS and GROUPS a BIGINT: how many rows or groups away. In RANGE the farthest value that
    /// is still inside, in the type of the frame's key.
    case offset(BoundExpression, isFollowing: Bool)
  }

  package let unit: WindowFrame.Unit
  package let start: Bound
  package let end: Bound
  /// What is left out again.
  package let exclusion: WindowFrame.Exclusion
  /// With an offset in RANGE: the term of ORDER BY, in a type in which it compares with the bounds.
  package let key: BoundExpression?

  /// All rows of the partition.
  static let partition = BoundFrame(
    unit: .rows, start: .unbounded, end: .unbounded, exclusion: .noOthers, key: nil)

  /// Whether every row's frame is its whole partition.
  package var isPartition: Bool {
    if case .unbounded = start, case .unbounded = end { exclusion == .noOthers } else { false }
  }

  var children: [BoundExpression] {
    [start, end].compactMap { if case .offset(let value, _) = $0 { value } else { nil } }
      + (key.map { [$0] } ?? [])
  }

  func replacingChildren(_ new: [BoundExpression]) -> BoundFrame {
    var rest = new[...]
    func replaced(_ bound: Bound) -> Bound {
      guard case .offset(_, let isFollowing) = bound, let value = rest.popFirst() else {
        return bound
      }
      return .offset(value, isFollowing: isFollowing)
    }
    let start = replaced(self.start)
    let end = replaced(self.end)
    return BoundFrame(unit: unit, start: start, end: end, exclusion: exclusion, key: rest.first)
  }

  func isSame(as other: BoundFrame) -> Bool {
    unit == other.unit && exclusion == other.exclusion && Self.same(start, other.start)
      && Self.same(end, other.end)
  }

  private static func same(_ a: Bound, _ b: Bound) -> Bool {
    switch (a, b) {
    case (.unbounded, .unbounded), (.currentRow, .currentRow): true
    case (.offset(let x, let isAfter), .offset(let y, let isOtherAfter)):
      isAfter == isOtherAfter && x.isSame(as: y)
    default: false
    }
  }
}

extension PlanSortTerm {
  func isSame(as other: PlanSortTerm) -> Bool {
    isDescending == other.isDescending && nullsFirst == other.nullsFirst
      && value.isSame(as: other.value)
  }
}

extension BoundExpression {
  /// Whether a window function stands in it.
  package var hasWindow: Bool { !windows.isEmpty }

  /// The window functions that stand in it, in the order of the text.
  var windows: [BoundWindow] {
    if case .window(let window) = kind { return [window] }
    return children.flatMap(\.windows)
  }
}

/// Takes the windows out of the expressions of a SELECT and puts columns in their place.
struct WindowExtraction {
  /// How many columns stand before those of the windows.
  let width: Int
  /// Each window once, in the order of their columns.
  private(set) var windows: [BoundWindow] = []

  init(width: Int) { self.width = width }

  /// The same expression with columns of a ``Plan/Node/window(_:_:)`` for its windows.
  mutating func rewrite(_ expression: BoundExpression) -> BoundExpression {
    if case .window(let window) = expression.kind {
      let position: Int
      if let known = windows.firstIndex(where: { $0.isSame(as: window) }) {
        position = known
      } else {
        position = windows.count
        windows.append(window)
      }
      return BoundExpression(
        .column(width + position), type: expression.type, range: expression.range)
    }
    let children = expression.children
    if children.isEmpty { return expression }
    return expression.replacingChildren(children.map { rewrite($0) })
  }

  /// `input` with a column for each window behind its own.
  func plan(over input: Plan) -> Plan {
    if windows.isEmpty { return input }
    return Plan(
      .window(input, windows),
      fields: input.fields + windows.map { Field(name: $0.name, type: $0.type) })
  }
}
