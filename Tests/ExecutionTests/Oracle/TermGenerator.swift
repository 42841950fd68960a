import Columns

/// The columns that a random expression may use: `sql` is how each is written.
struct ScopeColumns {
  let sql: [String]
  let types: [DataType]

  func positions(_ accepts: (DataType) -> Bool) -> [Int] {
    types.indices.filter { accepts(types[$0]) }
  }
}

/// Makes random expressions over some columns.
///
/// Arithmetic keeps to small operands, so that an overflow never is the right answer: what
/// overflows is the matter of tests of its own.
struct TermGenerator {
  let columns: ScopeColumns

  /// A condition.
  func condition(_ numbers: inout RandomNumbers, depth: Int = 2) -> Term {
    switch numbers.below(depth > 0 ? 10 : 6) {
    case 0: return nullTest(&numbers)
    case 1: return inList(&numbers)
    case 2: return between(&numbers)
    case 3...5: return comparison(&numbers)
    case 6, 7:
      let isAnd = numbers.once(in: 2)
      let a = condition(&numbers, depth: depth - 1)
      let b = condition(&numbers, depth: depth - 1)
      return Term(sql: "(\(a.sql) \(isAnd ? "AND" : "OR") \(b.sql))", type: .boolean) { row in
        isAnd ? Meaning.and(a.value(row), b.value(row)) : Meaning.or(a.value(row), b.value(row))
      }
    case 8:
      let a = condition(&numbers, depth: depth - 1)
      return Term(sql: "(NOT \(a.sql))", type: .boolean) { Meaning.not(a.value($0)) }
    default:
      let a = condition(&numbers, depth: depth - 1)
      let truth = numbers.once(in: 2)
      let negated = numbers.once(in: 2)
      return Term(
        sql: "(\(a.sql) IS \(negated ? "NOT " : "")\(truth ? "TRUE" : "FALSE"))", type: .boolean
      ) { .boolean((a.value($0) == .boolean(truth)) != negated) }
    }
  }

  private func nullTest(_ numbers: inout RandomNumbers) -> Term {
    let a = any(&numbers)
    let negated = numbers.once(in: 2)
    return Term(sql: "(\(a.sql) IS \(negated ? "NOT " : "")NULL)", type: .boolean) {
      .boolean(a.value($0).isNull != negated)
    }
  }

  /// Two expressions that can be compared.
  func pair(_ numbers: inout RandomNumbers) -> (Term, Term) {
    let a = any(&numbers)
    return (a, comparable(to: a.type, &numbers))
  }

  private func comparable(to type: DataType, _ numbers: inout RandomNumbers) -> Term {
    if numbers.once(in: 2), let literal = literal(type, &numbers) { return literal }
    let positions = columns.positions { $0 == type || $0.isExact && type.isExact }
    return column(numbers.one(of: positions))
  }

  private func comparison(_ numbers: inout RandomNumbers) -> Term {
    let (a, b) = pair(&numbers)
    let symbols = ["=", "<>", "<", "<=", ">", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM"]
    let symbol = numbers.one(of: symbols)
    return Term(sql: "(\(a.sql) \(symbol) \(b.sql))", type: .boolean) { row in
      let (x, y) = (a.value(row), b.value(row))
      let order = Meaning.order(x, y)
      if symbol.hasPrefix("IS") {
        let isSame = order.map { $0 == 0 } ?? (x.isNull && y.isNull)
        return .boolean(isSame == (symbol == "IS NOT DISTINCT FROM"))
      }
      guard let order else { return .null }
      switch symbol {
      case "=": return .boolean(order == 0)
      case "<>": return .boolean(order != 0)
      case "<": return .boolean(order < 0)
      case "<=": return .boolean(order <= 0)
      case ">": return .boolean(order > 0)
      default: return .boolean(order >= 0)
      }
    }
  }

  private func inList(_ numbers: inout RandomNumbers) -> Term {
    let a = any(&numbers)
    let items = (0..<numbers.within(1...4)).map { _ in comparable(to: a.type, &numbers) }
    let negated = numbers.once(in: 3)
    let list = items.map(\.sql).joined(separator: ", ")
    return Term(sql: "(\(a.sql) \(negated ? "NOT " : "")IN (\(list)))", type: .boolean) { row in
      let x = a.value(row)
      let found = items.map { item -> Value in
        Meaning.order(x, item.value(row)).map { .boolean($0 == 0) } ?? .null
      }.reduce(.boolean(false), Meaning.or)
      return negated ? Meaning.not(found) : found
    }
  }

  private func between(_ numbers: inout RandomNumbers) -> Term {
    let a = any(&numbers)
    let low = comparable(to: a.type, &numbers)
    let high = comparable(to: a.type, &numbers)
    return Term(sql: "(\(a.sql) BETWEEN \(low.sql) AND \(high.sql))", type: .boolean) { row in
      let x = a.value(row)
      let above: Value = Meaning.order(x, low.value(row)).map { .boolean($0 >= 0) } ?? .null
      let below: Value = Meaning.order(x, high.value(row)).map { .boolean($0 <= 0) } ?? .null
      return Meaning.and(above, below)
    }
  }

  // MARK: Values

  func column(_ position: Int) -> Term {
    Term(sql: columns.sql[position], type: columns.types[position]) { $0[position] }
  }

  /// An expression of any type.
  func any(_ numbers: inout RandomNumbers) -> Term {
    switch numbers.below(8) {
    case 0: return choice(&numbers)
    case 1: return arithmetic(&numbers) ?? column(numbers.below(columns.sql.count))
    case 2: return guardedCast(&numbers) ?? column(numbers.below(columns.sql.count))
    default: return column(numbers.below(columns.sql.count))
    }
  }

  private func isSmall(_ position: Int) -> Bool {
    ["k", "id", "dec", "dbl", "day"].contains {
      columns.sql[position] == $0 || columns.sql[position].hasSuffix(".\($0)")
    }
  }

  private func arithmetic(_ numbers: inout RandomNumbers) -> Term? {
    let positions = columns.types.indices.filter(isSmall)
    guard !positions.isEmpty else { return nil }
    let a = column(numbers.one(of: positions))
    let number = numbers.within(-3...4)
    let literal = number < 0 ? "(\(number))" : "\(number)"
    switch a.type {
    case .bigint:
      let symbol = numbers.one(of: ["+", "-", "*", "//", "%"])
      return Term(sql: "(\(a.sql) \(symbol) \(literal))", type: .bigint) { row in
        guard case .integer(let x) = a.value(row) else { return .null }
        let y = Int128(number)
        switch symbol {
        case "+": return .integer(x + y)
        case "-": return .integer(x - y)
        case "*": return .integer(x * y)
        case "//": return y == 0 ? .null : .integer(x / y)
        default: return y == 0 ? .null : .integer(x % y)
        }
      }
    case .double:
      let symbol = numbers.one(of: ["+", "-", "*", "/"])
      return Term(sql: "(\(a.sql) \(symbol) CAST(\(literal) AS DOUBLE))", type: .double) { row in
        guard case .double(let x) = a.value(row) else { return .null }
        let y = Double(number)
        switch symbol {
        case "+": return .double(x + y)
        case "-": return .double(x - y)
        case "*": return .double(x * y)
        default: return y == 0 ? .null : .double(x / y)
        }
      }
    case .decimal:
      return Term(sql: "(\(a.sql) + \(literal))", type: .decimal(precision: 10, scale: 2)) { row in
        guard case .decimal(let x, _) = a.value(row) else { return .null }
        return .decimal(unscaled: x + Int128(number) * 100, scale: 2)
      }
    case .date:
      return Term(sql: "(\(a.sql) + \(literal))", type: .date) { row in
        guard case .date(let x) = a.value(row) else { return .null }
        return .date(x + Int32(number))
      }
    default: return nil
    }
  }

  /// A CASE of which both results have one type.
  private func choice(_ numbers: inout RandomNumbers) -> Term {
    let when = condition(&numbers, depth: 1)
    let then = column(numbers.below(columns.sql.count))
    let others = columns.positions { $0 == then.type }
    let otherwise = numbers.once(in: 3) ? nil : column(numbers.one(of: others))
    let tail = otherwise.map { " ELSE \($0.sql)" } ?? ""
    return Term(sql: "(CASE WHEN \(when.sql) THEN \(then.sql)\(tail) END)", type: then.type) {
      when.value($0) == .boolean(true) ? then.value($0) : otherwise?.value($0) ?? .null
    }
  }

  /// A cast that fails on the rows that its CASE keeps from it.
  private func guardedCast(_ numbers: inout RandomNumbers) -> Term? {
    let positions = columns.types.indices.filter {
      columns.sql[$0] == "num" || columns.sql[$0].hasSuffix(".num")
    }
    guard let position = positions.first else { return nil }
    let text = column(position)
    let extra = condition(&numbers, depth: 0)
    let isNumber = "\(text.sql) IN ('1', '22', '-7')"
    let cast = "CAST(\(text.sql) AS BIGINT)"
    let sql =
      numbers.once(in: 2)
      ? "(CASE WHEN \(isNumber) THEN \(cast) END)"
      : "(CASE WHEN \(isNumber) AND (\(cast) > -100 OR \(extra.sql)) THEN \(cast) END)"
    return Term(sql: sql, type: .bigint) { row in
      guard case .text(let text) = text.value(row), ["1", "22", "-7"].contains(text) else {
        return .null
      }
      return .integer(Int128(text) ?? 0)
    }
  }

  /// A literal of a type; nil for types without one that is short to write.
  func literal(_ type: DataType, _ numbers: inout RandomNumbers) -> Term? {
    func term(_ sql: String, _ value: Value) -> Term { Term(sql: sql, type: type) { _ in value } }
    switch type {
    case .bigint, .hugeint:
      let number = numbers.within(-4...6)
      return term("\(number)", .integer(Int128(number)))
    case .decimal(_, let scale) where scale > 0:
      let number = numbers.within(-40...40)
      let digits = String(abs(number) % 100 + 100).dropFirst()
      return Term(
        sql: "\(number < 0 ? "-" : "")\(abs(number) / 100).\(digits)", type: type
      ) { _ in .decimal(unscaled: Int128(number), scale: 2) }
    case .double:
      let number = Double(numbers.within(-40...40)) / 8
      return term("CAST(\(number) AS DOUBLE)", .double(number))
    case .varchar:
      let text = numbers.one(of: SampleTable.texts.filter { !$0.contains("\u{0}") } + ["zz"])
      return term("'\(text)'", .text(text))
    case .date:
      let day = numbers.within(1...28)
      // 2022-01-08 is day 19,000.
      return term("DATE '2022-01-\(day < 10 ? "0" : "")\(day)'", .date(Int32(18_992 + day)))
    case .boolean: return term("TRUE", .boolean(true))
    default: return nil
    }
  }
}
