import Columns

/// An aggregate twice: as SQL, and as what it means for the rows of a group.
struct AggregateTerm {
  let sql: String
  let type: DataType
  let value: ([[Value]]) -> Value
}

extension TermGenerator {
  /// An aggregate over the rows of a group.
  func aggregate(_ numbers: inout RandomNumbers) -> AggregateTerm {
    let plain = numbers.once(in: 3) ? ordered(&numbers) : unfiltered(&numbers)
    guard numbers.once(in: 4) else { return plain }
    let filter = condition(&numbers, depth: 1)
    return AggregateTerm(sql: "\(plain.sql) FILTER (WHERE \(filter.sql))", type: plain.type) {
      plain.value($0.filter { filter.value($0) == .boolean(true) })
    }
  }

  private func unfiltered(_ numbers: inout RandomNumbers) -> AggregateTerm {
    let isDistinct = numbers.once(in: 4)
    let distinct = isDistinct ? "DISTINCT " : ""
    func values(_ term: Term, _ rows: [[Value]]) -> [Value] {
      let all = rows.map(term.value).filter { !$0.isNull }
      guard isDistinct else { return all }
      var seen: Set<Value> = []
      return all.filter { seen.insert(Meaning.key($0)).inserted }
    }
    switch numbers.below(7) {
    case 0:
      return AggregateTerm(sql: "count(*)", type: .bigint) { .integer(Int128($0.count)) }
    case 1:
      let a = any(&numbers)
      return AggregateTerm(sql: "count(\(distinct)\(a.sql))", type: .bigint) {
        .integer(Int128(values(a, $0).count))
      }
    case 2, 3:
      let isMaximum = numbers.once(in: 2)
      let a = any(&numbers)
      return AggregateTerm(sql: "\(isMaximum ? "max" : "min")(\(distinct)\(a.sql))", type: a.type) {
        values(a, $0).reduce(.null) { best, value in
          guard let order = Meaning.order(value, best) else { return value }
          return (isMaximum ? order > 0 : order < 0) ? value : best
        }
      }
    default:
      guard let a = summable(&numbers) else {
        return AggregateTerm(sql: "count(*)", type: .bigint) { .integer(Int128($0.count)) }
      }
      let isAverage = numbers.once(in: 3)
      if a.type == .double {
        return AggregateTerm(
          sql: "\(isAverage ? "avg" : "sum")(\(distinct)\(a.sql))", type: .double
        ) { rows in
          let values = values(a, rows)
          if values.isEmpty { return .null }
          let sum = values.reduce(0.0) { if case .double(let x) = $1 { $0 + x } else { $0 } }
          return .double(isAverage ? sum / Double(values.count) : sum)
        }
      }
      let scale = a.type.scale
      return AggregateTerm(
        sql: "\(isAverage ? "avg" : "sum")(\(distinct)\(a.sql))",
        type: isAverage ? .double : AggregateTypes.sum(of: a.type)
      ) { rows in
        let values = values(a, rows)
        if values.isEmpty { return .null }
        let sum = values.reduce(Int128(0)) { $0 + Meaning.exact($1).unscaled }
        if isAverage {
          return .double(Double(sum) / (Double(values.count) * PowersOfTen.double(scale)))
        }
        if case .decimal = a.type { return .decimal(unscaled: sum, scale: scale) }
        return .integer(sum)
      }
    }
  }

  /// A number whose sums neither overflow nor depend on the order of their terms.
  private func summable(_ numbers: inout RandomNumbers) -> Term? {
    let exact = columns.positions(\.isExact)
    let eighths = columns.types.indices.filter {
      columns.sql[$0].split(separator: ".").last == "dbl"
    }
    let positions = exact + eighths
    return positions.isEmpty ? nil : column(numbers.one(of: positions))
  }
}
