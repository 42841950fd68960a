import Columns

extension TermGenerator {
  /// An aggregate that puts the values of a group in order, or combines conditions or bits.
  func ordered(_ numbers: inout RandomNumbers) -> AggregateTerm {
    switch numbers.below(6) {
    case 0: return quantile(&numbers)
    case 1: return median(&numbers) ?? quantile(&numbers)
    case 2: return joined(&numbers) ?? quantile(&numbers)
    case 3: return end(&numbers)
    case 4: return combined(&numbers)
    default: return bits(&numbers) ?? combined(&numbers)
    }
  }

  private static func sorted(_ term: Term, _ rows: [[Value]]) -> [Value] {
    rows.map(term.value).filter { !$0.isNull }.sorted { Meaning.order($0, $1) ?? 0 < 0 }
  }

  private func quantile(_ numbers: inout RandomNumbers) -> AggregateTerm {
    let a = any(&numbers)
    let hundredths = numbers.one(of: [0, 25, 30, 50, 99, 100])
    let fraction = hundredths == 100 ? "1" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
    return AggregateTerm(sql: "quantile_disc(\(a.sql), \(fraction))", type: a.type) { rows in
      let values = Self.sorted(a, rows)
      // As many values as the share, rounded up, and at least one.
      let needed = max(1, (values.count * hundredths + 99) / 100)
      return values.isEmpty ? .null : values[needed - 1]
    }
  }

  private func median(_ numbers: inout RandomNumbers) -> AggregateTerm? {
    let positions = columns.positions(\.isExact)
    if positions.isEmpty { return nil }
    let a = column(numbers.one(of: positions))
    // The mean of two decimals may have a digit more, as long as there is room for it.
    var result = DataType.double
    if case .decimal(let precision, let scale) = a.type {
      let digits = precision < DataType.maximumPrecision ? 1 : 0
      result = .decimal(precision: precision + digits, scale: scale + digits)
    }
    return AggregateTerm(sql: "median(\(a.sql))", type: result) { rows in
      let values = Self.sorted(a, rows).map { Meaning.exact($0).unscaled }
      if values.isEmpty { return .null }
      let (low, high) = (values[(values.count - 1) / 2], values[values.count / 2])
      if result == .double {
        return .double(low == high ? Double(low) : Double(low) * 0.5 + Double(high) * 0.5)
      }
      let sum = low + high
      if result.scale > a.type.scale { return .decimal(unscaled: sum * 5, scale: result.scale) }
      let half = Int128((sum.magnitude + 1) / 2)
      return .decimal(unscaled: sum < 0 ? -half : half, scale: a.type.scale)
    }
  }

  /// The distinct texts of a group in one.
  private func joined(_ numbers: inout RandomNumbers) -> AggregateTerm? {
    let positions = columns.types.indices.filter { columns.types[$0] == .varchar }
    if positions.isEmpty { return nil }
    let a = column(numbers.one(of: positions))
    let isDescending = numbers.once(in: 2)
    let direction = isDescending ? " DESC" : ""
    return AggregateTerm(
      sql: "string_agg(DISTINCT \(a.sql), '|' ORDER BY \(a.sql)\(direction))", type: .varchar
    ) { rows in
      var texts: [String] = []
      for case .text(let text) in Self.sorted(a, rows) {
        if let last = texts.last, last.utf8.elementsEqual(text.utf8) { continue }
        texts.append(text)
      }
      if texts.isEmpty { return .null }
      return .text((isDescending ? texts.reversed() : texts).joined(separator: "|"))
    }
  }

  /// The first or last value in an order.
  private func end(_ numbers: inout RandomNumbers) -> AggregateTerm {
    let a = any(&numbers)
    let isLast = numbers.once(in: 2)
    let isDescending = numbers.once(in: 2)
    let nullsFirst = numbers.once(in: 2)
    let order =
      "ORDER BY \(a.sql)\(isDescending ? " DESC" : "") NULLS \(nullsFirst ? "FIRST" : "LAST")"
    return AggregateTerm(sql: "\(isLast ? "last" : "first")(\(a.sql) \(order))", type: a.type) {
      rows in
      let ordered = rows.map(a.value).sorted {
        Meaning.precedes($0, $1, descending: isDescending, nullsFirst: nullsFirst) < 0
      }
      return (isLast ? ordered.last : ordered.first) ?? .null
    }
  }

  private func combined(_ numbers: inout RandomNumbers) -> AggregateTerm {
    let a = condition(&numbers, depth: 1)
    let name = numbers.one(of: ["bool_and", "every", "bool_or", "count_if"])
    return AggregateTerm(
      sql: "\(name)(\(a.sql))", type: name == "count_if" ? .hugeint : .boolean
    ) { rows in
      let truths = rows.map(a.value).compactMap { value -> Bool? in
        if case .boolean(let truth) = value { truth } else { nil }
      }
      if truths.isEmpty { return .null }
      switch name {
      case "bool_or": return .boolean(truths.contains(true))
      case "count_if": return .integer(Int128(truths.count { $0 }))
      default: return .boolean(!truths.contains(false))
      }
    }
  }

  private func bits(_ numbers: inout RandomNumbers) -> AggregateTerm? {
    let positions = columns.positions { $0 == .bigint }
    if positions.isEmpty { return nil }
    let a = column(numbers.one(of: positions))
    let name = numbers.one(of: ["bit_and", "bit_or", "bit_xor"])
    return AggregateTerm(sql: "\(name)(\(a.sql))", type: .bigint) { rows in
      let values = Self.sorted(a, rows).map { Meaning.exact($0).unscaled }
      guard let first = values.first else { return .null }
      return .integer(
        values.dropFirst().reduce(first) {
          name == "bit_and" ? $0 & $1 : name == "bit_or" ? $0 | $1 : $0 ^ $1
        })
    }
  }
}
