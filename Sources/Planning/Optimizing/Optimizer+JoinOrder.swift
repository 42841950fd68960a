import Columns
import Language

extension Optimizer {
  /// Puts the tables of inner joins in an order in which intermediate results stay small, whatever
  /// the order in which they were written.
  static func orderJoins(_ plan: Plan) -> Plan {
    guard case .join(let join) = plan.node, join.kind == .inner else {
      return plan.replacingInputs(plan.inputs.map(orderJoins))
    }
    var graph = JoinGraph(plan)
    graph.leaves = graph.leaves.map(orderJoins)
    guard graph.leaves.count > 2, graph.isWhole else {
      return plan.replacingInputs(plan.inputs.map(orderJoins))
    }
    return graph.ordered(fields: plan.fields)
  }
}

/// The tables of a tree of inner joins and the conditions between them.
private struct JoinGraph {
  /// What must hold between columns numbered through all leaves.
  struct Condition {
    let expression: BoundExpression
    /// The sides of an equality.
    let key: PlanJoin.Key?
    let columns: Set<Int>
  }

  /// Leaves joined so far.
  struct Part {
    var plan: Plan
    /// The number of each of its columns through all leaves.
    var columns: [Int]
    var cardinality: Cardinality

    /// Where each column stands.
    var places: [Int: Int] {
      Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    }
  }

  var leaves: [Plan] = []
  private var conditions: [Condition] = []
  /// Whether every condition was understood.
  private(set) var isWhole = true
  /// The number through all leaves of each column that the tree yields.
  private var outputs: [Int] = []

  init(_ plan: Plan) {
    outputs = collect(plan)
  }

  /// Takes in the leaves and conditions below `plan`; gives the numbers of its columns.
  private mutating func collect(_ plan: Plan) -> [Int] {
    switch plan.node {
    case .join(let join) where join.kind == .inner:
      let left = collect(join.left)
      let right = collect(join.right)
      let both = left + right
      for key in join.keys {
        let a = key.left.remapped { left[$0] }
        let b = key.right.remapped { right[$0] }
        let name = key.matchesNull ? "is not distinct from" : "="
        guard let equality = try? BoundExpression.call(name, [a, b], at: a.range) else {
          isWhole = false
          continue
        }
        conditions.append(
          Condition(
            expression: equality,
            key: PlanJoin.Key(left: a, right: b, matchesNull: key.matchesNull),
            columns: a.columns.union(b.columns)))
      }
      for term in join.residual?.conjuncts ?? [] {
        let moved = term.remapped { both[$0] }
        conditions.append(Condition(expression: moved, key: nil, columns: moved.columns))
      }
      return both
    case .project(let input, let expressions):
      let positions = expressions.compactMap(\.column)
      guard positions.count == expressions.count, case .join(let join) = input.node,
        join.kind == .inner
      else { break }
      let below = collect(input)
      return positions.map { below[$0] }
    default: break
    }
    let first = leaves.reduce(0) { $0 + $1.fields.count }
    leaves.append(plan)
    return Array(first..<first + plan.fields.count)
  }

  /// The joins anew: again and again the two parts whose join is expected to be the smallest.
  ///
  /// - Complexity: O(*n*³) for *n* tables.
  func ordered(fields: [Field]) -> Plan {
    var parts: [Part] = []
    var first = 0
    for leaf in leaves {
      let columns = Array(first..<first + leaf.fields.count)
      first += leaf.fields.count
      parts.append(Part(plan: leaf, columns: columns, cardinality: Cardinality(leaf)))
    }
    var open = conditions
    while parts.count > 1 {
      let (left, right) = cheapestPair(parts, open)
      let joined = join(parts[left], parts[right], &open)
      parts[left] = joined
      parts.remove(at: right)
    }
    guard let whole = parts.first else { return Plan(.values([]), fields: fields) }
    let places = whole.places
    var result = whole.plan.keeping(outputs.map { places[$0] ?? 0 })
    // Conditions without columns are left.
    if let rest = BoundExpression.conjunction(open.map(\.expression)) {
      result = Plan(.filter(result, rest), fields: result.fields)
    }
    return Plan(result.node, fields: fields)
  }

  private func cheapestPair(_ parts: [Part], _ open: [Condition]) -> (Int, Int) {
    var owner: [Int: Int] = [:]
    for (index, part) in parts.enumerated() {
      for column in part.columns { owner[column] = index }
    }
    // What each connected pair is compared by.
    var connected: [Int: (left: [BoundExpression], right: [BoundExpression])] = [:]
    for condition in open {
      guard let key = condition.key, let a = Self.owner(key.left, owner),
        let b = Self.owner(key.right, owner), a != b
      else { continue }
      let (first, second) = a < b ? (key.left, key.right) : (key.right, key.left)
      let sides = connected[min(a, b) * parts.count + max(a, b)] ?? ([], [])
      connected[min(a, b) * parts.count + max(a, b)] = (
        sides.left + [first], sides.right + [second]
      )
    }
    var best: (pair: (Int, Int), rows: Double)?
    for (pair, sides) in connected.sorted(by: { $0.key < $1.key }) {
      let (a, b) = (pair / parts.count, pair % parts.count)
      let values = max(
        Self.combinations(sides.left, in: parts[a]), Self.combinations(sides.right, in: parts[b]))
      let rows = parts[a].cardinality.rows * parts[b].cardinality.rows / values
      if rows < best?.rows ?? .infinity { best = ((a, b), rows) }
    }
    if let best { return best.pair }
    // Nothing connects any two: the smallest two, all pairs of their rows.
    let bySize = parts.indices.sorted {
      (parts[$0].cardinality.rows, $0) < (parts[$1].cardinality.rows, $1)
    }
    return (min(bySize[0], bySize[1]), max(bySize[0], bySize[1]))
  }

  /// The part that an expression reads, where it is one alone.
  private static func owner(_ expression: BoundExpression, _ owner: [Int: Int]) -> Int? {
    let owners = Set(expression.columns.compactMap { owner[$0] })
    return owners.count == 1 ? owners.first : nil
  }

  private static func combinations(_ expressions: [BoundExpression], in part: Part) -> Double {
    let places = part.places
    return part.cardinality.combinations(
      of: expressions.map { $0.remapped { places[$0] ?? 0 } })
  }

  /// Both parts joined by every condition that speaks of them alone.
  private func join(_ left: Part, _ right: Part, _ open: inout [Condition]) -> Part {
    let columns = left.columns + right.columns
    let known = Set(columns)
    let (leftPlaces, rightPlaces) = (left.places, right.places)
    var keys: [PlanJoin.Key] = []
    var residual: [BoundExpression] = []
    var rest: [Condition] = []
    let places = Part(plan: left.plan, columns: columns, cardinality: left.cardinality).places
    for condition in open {
      guard !condition.columns.isEmpty, condition.columns.isSubset(of: known) else {
        rest.append(condition)
        continue
      }
      guard let key = condition.key else {
        residual.append(condition.expression.remapped { places[$0] ?? 0 })
        continue
      }
      let isStraight = key.left.columns.allSatisfy { leftPlaces[$0] != nil }
      let (a, b) = isStraight ? (key.left, key.right) : (key.right, key.left)
      guard a.columns.allSatisfy({ leftPlaces[$0] != nil }),
        b.columns.allSatisfy({ rightPlaces[$0] != nil })
      else {
        // One side of the equality reads tables of both parts.
        residual.append(condition.expression.remapped { places[$0] ?? 0 })
        continue
      }
      keys.append(
        PlanJoin.Key(
          left: a.remapped { leftPlaces[$0] ?? 0 }, right: b.remapped { rightPlaces[$0] ?? 0 },
          matchesNull: key.matchesNull))
    }
    open = rest
    let joined = PlanJoin(
      kind: .inner, left: left.plan, right: right.plan, keys: keys,
      residual: BoundExpression.conjunction(residual))
    var rows = left.cardinality.rows * right.cardinality.rows
    for key in keys {
      rows /= max(
        left.cardinality.distinct(of: key.left), right.cardinality.distinct(of: key.right), 1)
    }
    if !residual.isEmpty { rows /= 3 }
    return Part(
      plan: joined.plan, columns: columns,
      cardinality: Cardinality(
        rows: rows, distinct: left.cardinality.distinct + right.cardinality.distinct))
  }
}
