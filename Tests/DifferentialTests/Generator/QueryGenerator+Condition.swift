extension QueryGenerator {
  /// A condition, true, false or unknown.
  func condition(_ scope: Scope, depth: Int) -> String {
    let isDeep = depth > 0
    switch choices.below(isDeep ? 16 : 10) {
    case 0, 1: return comparison(scope, depth: 0)
    case 2:
      let column = choices.one(of: scope.columns)
      return "\(column.sql) IS \(choices.one(of: ["NOT NULL", "NULL"]))"
    case 3: return between(scope, depth: 0)
    case 4: return membership(scope)
    case 5: return likeness(scope)
    case 6:
      let kind = someKind(scope)
      let word = choices.one(of: ["IS DISTINCT FROM", "IS NOT DISTINCT FROM"])
      return "(\(expression(kind, scope, depth: 0)) \(word) \(expression(kind, scope, depth: 0)))"
    case 7: return column(.boolean, scope) ?? comparison(scope, depth: 0)
    case 8:
      let truth = choices.one(of: ["IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE"])
      return "((\(comparison(scope, depth: 0))) \(truth))"
    case 9: return comparison(scope, depth: depth)
    case 10, 11:
      let word = choices.one(of: ["AND", "OR"])
      return "(\(condition(scope, depth: depth - 1)) \(word) \(condition(scope, depth: depth - 1)))"
    case 12: return "(NOT \(condition(scope, depth: depth - 1)))"
    case 13 where has(.existence) && scope.allowsQueries: return existence(scope)
    case 14 where has(.subqueries) && scope.allowsQueries: return queryMembership(scope)
    default: return comparison(scope, depth: depth)
    }
  }

  private func someKind(_ scope: Scope) -> Kind { choices.one(of: scope.columns).kind }

  private func comparison(_ scope: Scope, depth: Int) -> String {
    let a = choices.one(of: scope.columns)
    let other = choices.one(of: a.kind.comparable)
    let sign = choices.one(of: ["=", "<", "<=", ">", ">=", "<>"])
    let left = depth > 0 ? expression(a.kind, scope, depth: depth - 1) : a.sql
    return "(\(left) \(sign) \(expression(other, scope, depth: depth)))"
  }

  private func between(_ scope: Scope, depth: Int) -> String {
    let kind = someKind(scope)
    let word = choices.one(of: ["BETWEEN", "NOT BETWEEN"])
    let parts = (0..<3).map { _ in expression(kind, scope, depth: depth) }
    return "(\(parts[0]) \(word) \(parts[1]) AND \(parts[2]))"
  }

  private func membership(_ scope: Scope) -> String {
    let kind = someKind(scope)
    let list = (0..<choices.within(1...4)).map { _ in
      choices.chance(1, of: 8) ? "NULL" : literal(kind)
    }
    let word = choices.one(of: ["IN", "NOT IN"])
    return "(\(expression(kind, scope, depth: 0)) \(word) (\(list.joined(separator: ", "))))"
  }

  private func likeness(_ scope: Scope) -> String {
    let kind = choices.one(of: [Kind.text, .note])
    let subject = column(kind, scope) ?? literal(kind)
    if has(.glob), choices.chance(1, of: 4) {
      return "(\(subject) GLOB \(choices.one(of: ["'a*'", "'*b'", "'?'", "'[ab]*'", "'*'", "''"])))"
    }
    let word = choices.one(of: ["LIKE", "NOT LIKE"])
    let pattern = choices.one(of: [
      "'a%'", "'%b'", "'%'", "'_'", "'a_'", "'%a%b%'", "''", "'abcdefgh%'", "'A'",
      "'b!%' ESCAPE '!'", "'a\\_%' ESCAPE '\\'",
    ])
    return "(\(subject) \(word) \(pattern))"
  }

  private func existence(_ scope: Scope) -> String {
    let outer = has(.correlation) ? scope.visible : []
    let source = source(depth: 0)
    let inner = Scope(columns: source.columns, outer: outer)
    let word = choices.one(of: ["EXISTS", "NOT EXISTS"])
    return "(\(word) (SELECT 1 FROM \(source.sql) WHERE \(condition(inner, depth: 1))))"
  }

  private func queryMembership(_ scope: Scope) -> String {
    let outer = has(.correlation) ? scope.visible : []
    let word = choices.one(of: ["IN", "NOT IN"])
    if has(.rowValues), choices.chance(1, of: 6) {
      let kinds = [someKind(scope), someKind(scope)]
      let parts = kinds.map { expression($0, scope, depth: 0) }
      let query = query(depth: 0, wanted: kinds)
      return "((\(parts.joined(separator: ", "))) \(word) (\(query.sql)))"
    }
    let kind = someKind(scope)
    let subject = expression(kind, scope, depth: 0)
    let sees = choices.chance(1, of: 2)
    var query = query(depth: 0, wanted: [kind], outer: sees ? outer : [])
    if !sees, choices.chance(1, of: 6) {
      query.sql += totalOrder(1) + " LIMIT \(choices.within(0...3))"
    }
    return "(\(subject) \(word) (\(query.sql)))"
  }
}
