import Columns

/// About how many rows a plan yields, and how many different values its columns have.
///
/// Estimates choose between plans of the same answer; they are never shown as facts. They rest on
/// what loading knows exactly, the rows of tables and the domains of columns, and on rules of thumb
/// for conditions.
struct Cardinality: Sendable {
  let rows: Double
  /// For each column; never more than ``rows``.
  let distinct: [Double]

  init(rows: Double, distinct: [Double]) {
    self.rows = rows
    self.distinct = distinct.map { max(1, min($0, rows)) }
  }

  /// Of a condition about which nothing is known.
  private static let unknownShare = 1.0 / 3
  /// Of a pattern, which analysts write to find few rows.
  private static let patternShare = 0.1

  init(_ plan: Plan) {
    switch plan.node {
    case .scan(let relation, _, let columns):
      self.init(
        rows: Double(relation.rowCount),
        distinct: columns.map { relation.expectedDistinct(ofColumn: $0) })
    case .values(let rows):
      self.init(
        rows: Double(rows.count), distinct: plan.fields.map { _ in Double(rows.count) })
    case .filter(let input, let predicate):
      let below = Cardinality(input)
      let share = below.share(of: predicate)
      self.init(rows: below.rows * share, distinct: below.distinct)
    case .project(let input, let expressions):
      let below = Cardinality(input)
      self.init(rows: below.rows, distinct: expressions.map { below.distinct(of: $0) })
    case .aggregate(let input, let keys, let aggregates):
      let below = Cardinality(input)
      let counts = keys.map { below.distinct(of: $0) }
      let groups = keys.isEmpty ? 1 : min(below.rows, counts.reduce(1, *))
      self.init(rows: groups, distinct: counts + aggregates.map { _ in groups })
    case .groupingSets(let input, let keys, let sets, let aggregates):
      let whole = Plan(.aggregate(input, keys: keys, aggregates: aggregates), fields: plan.fields)
      let finest = Cardinality(whole)
      self.init(rows: finest.rows * Double(max(1, sets.count)), distinct: finest.distinct)
    case .join(let join):
      self.init(join)
    case .window(let input, let windows):
      let below = Cardinality(input)
      self.init(rows: below.rows, distinct: below.distinct + windows.map { _ in below.rows })
    case .sort(let input, _, let limit):
      let below = Cardinality(input)
      self.init(
        rows: min(below.rows, limit.map(Double.init) ?? .infinity), distinct: below.distinct)
    case .limit(let input, let count, _):
      let below = Cardinality(input)
      self.init(
        rows: min(below.rows, count.map(Double.init) ?? .infinity), distinct: below.distinct)
    case .expand(let input, _):
      let below = Cardinality(input)
      self.init(rows: below.rows * 10, distinct: below.distinct + [below.rows * 10])
    case .suppress(let input, _):
      let below = Cardinality(input)
      self.init(rows: below.rows, distinct: below.distinct + [3])
    case .sample(let input, let sample):
      let below = Cardinality(input)
      let rows: Double =
        switch sample.size {
        case .share(let share): below.rows * share
        case .rows(let count): min(below.rows, Double(count))
        }
      self.init(rows: rows, distinct: below.distinct)
    case .union(let inputs):
      let parts = inputs.map { Cardinality($0) }
      self.init(
        rows: parts.reduce(0) { $0 + $1.rows },
        distinct: plan.fields.indices.map { column in
          parts.reduce(0) { max($0, $1.distinct[column]) }
        })
    case .shared(let shared):
      self = shared.cardinality
    case .recursive(let recursive):
      let anchor = Cardinality(recursive.anchor)
      self.init(rows: anchor.rows * 10, distinct: anchor.distinct.map { $0 * 10 })
    case .workingTable:
      self.init(rows: 100, distinct: plan.fields.map { _ in 100 })
    }
  }

  private init(_ join: PlanJoin) {
    let left = Cardinality(join.left)
    let right = Cardinality(join.right)
    var pairs = left.rows * right.rows
    pairs /= max(
      left.combinations(of: join.keys.map(\.left)), right.combinations(of: join.keys.map(\.right)))
    if join.residual != nil { pairs *= Self.unknownShare }
    switch join.kind {
    case .inner: self.init(rows: pairs, distinct: left.distinct + right.distinct)
    case .left: self.init(rows: max(pairs, left.rows), distinct: left.distinct + right.distinct)
    case .single, .asOf, .asOfLeft:
      self.init(rows: left.rows, distinct: left.distinct + right.distinct)
    case .semi, .anti:
      let known = left.combinations(of: join.keys.map(\.left))
      let share = min(1, right.combinations(of: join.keys.map(\.right)) / known)
      let rows = left.rows * (join.kind == .semi ? share : max(1 - share, Self.patternShare))
      self.init(rows: rows, distinct: left.distinct)
    case .mark: self.init(rows: left.rows, distinct: left.distinct + [2])
    }
  }

  /// How many values an expression over these columns has.
  func distinct(of expression: BoundExpression) -> Double {
    if let column = expression.column {
      return column < distinct.count ? distinct[column] : rows
    }
    let columns = expression.columns
    if columns.isEmpty { return 1 }
    return min(rows, columns.reduce(1) { $0 * ($1 < distinct.count ? distinct[$1] : rows) })
  }

  /// How many combinations of values several expressions have: never more than there are rows.
  func combinations(of expressions: [BoundExpression]) -> Double {
    max(1, min(rows, expressions.reduce(1) { $0 * distinct(of: $1) }))
  }

  /// The share of the rows in which `condition` is true.
  func share(of condition: BoundExpression) -> Double {
    switch condition.kind {
    case .constant(let value): return value == .boolean(true) ? 1 : 0
    case .and(let terms): return terms.reduce(1) { $0 * share(of: $1) }
    case .or(let terms): return min(1, terms.reduce(0) { $0 + share(of: $1) })
    case .call(let name, _, let arguments):
      switch name {
      case "=", "is not distinct from":
        return 1 / max(1, arguments.map { distinct(of: $0) }.max() ?? 1)
      case "not": return arguments.first.map { 1 - share(of: $0) } ?? Self.unknownShare
      case "<>", "is not null": return 1
      case "like", "ilike", "regexp_matches": return Self.patternShare
      default: return Self.unknownShare
      }
    default: return Self.unknownShare
    }
  }
}

extension Relation {
  /// How many values a column can have by its domain; its rows where that is not known.
  fileprivate func expectedDistinct(ofColumn column: Int) -> Double {
    domain(ofColumn: column)?.count.map(Double.init) ?? Double(rowCount)
  }
}
