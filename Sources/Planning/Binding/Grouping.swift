import Columns
import Language

/// Rewrites expressions over the rows of a SELECT into expressions over its groups.
struct Grouping {
  let scope: Scope
  private(set) var keys: [BoundExpression] = []
  private(set) var aggregates: [BoundAggregate] = []
  /// The positions of the keys of each grouping set; nil where there is one set of all keys.
  private let sets: [[Int]]?

  /// - Parameters:
  ///   - keys: the keys as they stand in GROUP BY; some may be the same.
  ///   - sets: of positions among them; nil where there is one set of all keys.
  init(keys: [BoundExpression], sets: [[Int]]?, scope: Scope) {
    self.scope = scope
    var distinct: [BoundExpression] = []
    var positions: [Int] = []
    for key in keys {
      if let known = distinct.firstIndex(where: { $0.isSame(as: key) }) {
        positions.append(known)
      } else {
        positions.append(distinct.count)
        distinct.append(key)
      }
    }
    self.keys = distinct
    self.sets = sets?.map { set in Set(set.map { positions[$0] }).sorted() }
  }

  /// The columns of the groups: keys, then aggregates.
  var fields: [Field] {
    keys.map { key in
      Field(name: key.column.map { scope.columns[$0].name } ?? "", type: key.type)
    }
      + aggregates.map { Field(name: $0.function.name, type: $0.type) }
  }

  /// The operator that makes the groups of the rows of `input`.
  func node(over input: Plan) -> Plan.Node {
    guard let sets else { return .aggregate(input, keys: keys, aggregates: aggregates) }
    return .groupingSets(input, keys: keys, sets: sets, aggregates: aggregates)
  }

  mutating func rewrite(_ expression: BoundExpression) throws -> BoundExpression {
    if let key = keys.firstIndex(where: { $0.isSame(as: expression) }) {
      return BoundExpression(.column(key), type: expression.type, range: expression.range)
    }
    switch expression.kind {
    case .aggregate(let aggregate):
      if aggregate.function.traits.contains(.grouping) {
        try check(aggregate)
        if sets == nil {
          // Every row is grouped by all keys.
          return BoundExpression(
            .constant(.integer(0)), type: expression.type, range: expression.range)
        }
      }
      let position: Int
      if let known = aggregates.firstIndex(where: { $0.isSame(as: aggregate) }) {
        position = known
      } else {
        position = aggregates.count
        aggregates.append(aggregate)
      }
      return BoundExpression(
        .column(keys.count + position), type: expression.type, range: expression.range)
    case .column(let position):
      throw BindingProblem.notGrouped(scope.columns[position].name)
        .diagnostic(at: expression.range)
    default:
      let children = expression.children
      if children.isEmpty { return expression }
      return expression.replacingChildren(try children.map { try rewrite($0) })
    }
  }

  /// The columns of the groups that say which groups they are, and nothing of their rows.
  var plainColumns: Set<Int> {
    Set(keys.indices).union(
      aggregates.indices.filter { aggregates[$0].function.traits.contains(.grouping) }
        .map { keys.count + $0 })
  }

  /// A bit for each key, the last one lowest, 1 where a row is not grouped by it.
  ///
  /// - Parameter range: of the clause that wants to know.
  mutating func set(at range: SourceRange) throws -> BoundExpression {
    let none = BoundExpression(.constant(.integer(0)), type: .bigint, range: range)
    if sets == nil || keys.isEmpty { return none }
    guard let function = AggregateFunction.named("grouping"),
      let overload = try? function.resolve(keys.map(\.type), constants: keys.map { _ in nil })
    else { throw BindingProblem.suppressKeys.diagnostic(at: range) }
    let call = BoundAggregate(
      function: function, overload: overload, arguments: keys, parameters: [], isDistinct: false,
      orderBy: [], filter: nil, range: range)
    return try rewrite(call.expression)
  }

  /// Refuses a GROUPING of anything but keys.
  private func check(_ grouping: BoundAggregate) throws {
    if keys.isEmpty {
      throw BindingProblem.groupingWithoutKeys.diagnostic(at: grouping.range)
    }
    for argument in grouping.arguments where !keys.contains(where: { $0.isSame(as: argument) }) {
      throw BindingProblem.groupingOfNoKey.diagnostic(at: argument.range)
    }
  }
}

extension GroupBy {
  /// The keys, where they are plain expressions, as they are written; nil otherwise.
  var keysAsWritten: String? {
    guard case .elements(let elements) = self else { return nil }
    let keys = elements.flatMap { element -> [Expression] in
      if case .keys(let expressions, _) = element { expressions } else { [] }
    }
    return keys.isEmpty ? nil : keys.map(\.sql).joined(separator: ", ")
  }

  /// The grouping sets, each of positions among all keys in the order of the text; nil where there
  /// is one set of all keys.
  ///
  /// Several elements are multiplied: each set of the one with each set of the others.
  func sets() throws -> [[Int]]? {
    guard case .elements(let elements) = self,
      !elements.allSatisfy({ if case .keys = $0 { true } else { false } })
    else { return nil }
    var next = 0
    var result: [[Int]] = [[]]
    for element in elements {
      let range = element.range
      let sets = try element.sets(from: &next)
      guard result.count * sets.count <= GroupingElement.mostSets else {
        throw BindingProblem.tooManyGroupingSets(most: GroupingElement.mostSets)
          .diagnostic(at: range)
      }
      result = result.flatMap { left in sets.map { left + $0 } }
    }
    return result
  }
}

extension GroupingElement {
  /// The most sets that one GROUP BY may ask for.
  static let mostSets = 65_535

  /// All keys in the order of the text.
  var flattenedKeys: [Expression] {
    switch self {
    case .keys(let keys, _): keys
    case .rollup(let lists, _), .cube(let lists, _): lists.flatMap { $0 }
    case .groupingSets(let elements, _): elements.flatMap(\.flattenedKeys)
    }
  }

  /// The sets that it stands for, its first key being number `next`, which then moves behind its
  /// last one.
  fileprivate func sets(from next: inout Int) throws -> [[Int]] {
    func numbered(_ keys: [Expression]) -> [Int] {
      defer { next += keys.count }
      return Array(next..<next + keys.count)
    }
    switch self {
    case .keys(let keys, _): return [numbered(keys)]
    case .rollup(let lists, _):
      let parts = lists.map(numbered)
      return (0...parts.count).reversed().map { parts.prefix($0).flatMap { $0 } }
    case .cube(let lists, let range):
      let parts = lists.map(numbered)
      // 2^16 is more than are allowed.
      guard parts.count < 16 else {
        throw BindingProblem.tooManyGroupingSets(most: Self.mostSets).diagnostic(at: range)
      }
      return (0..<1 << parts.count).map { left in
        parts.enumerated().flatMap { index, part in left >> index & 1 == 0 ? part : [] }
      }
    case .groupingSets(let elements, _):
      var result: [[Int]] = []
      for element in elements { result += try element.sets(from: &next) }
      return result
    }
  }
}
