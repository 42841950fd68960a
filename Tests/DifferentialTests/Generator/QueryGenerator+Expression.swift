extension QueryGenerator {
  /// An expression of `kind`.
  func expression(_ kind: Kind, _ scope: Scope, depth: Int) -> String {
    let isDeep = depth > 0
    switch choices.below(isDeep ? 8 : 4) {
    case 3: return literal(kind)
    case 4: return choice(kind, scope, depth: depth - 1)
    case 5 where has(.subqueries) && scope.allowsQueries:
      return scalarQuery(kind, scope, depth: depth - 1)
    case 6, 7: return call(kind, scope, depth: depth - 1)
    default: return column(kind, scope) ?? literal(kind)
    }
  }

  /// A column of `kind`; nil where there is none.
  func column(_ kind: Kind, _ scope: Scope) -> String? {
    let own = scope.columns.filter { $0.kind == kind }
    let outer = scope.outer.filter { $0.kind == kind }
    if !outer.isEmpty, has(.correlation), own.isEmpty || choices.chance(1, of: 3) {
      return choices.one(of: outer).sql
    }
    return own.isEmpty ? nil : choices.one(of: own).sql
  }

  func literal(_ kind: Kind) -> String {
    if choices.chance(1, of: 12) { return "CAST(NULL AS \(kind.typeName))" }
    switch kind {
    case .number: return choices.one(of: ["0", "1", "2", "3", "(-1)", "5", "(-3)"])
    case .big:
      return choices.one(of: [
        "0", "255", "4294967296", "9223372036854775807", "(-9223372036854775807)",
      ])
    case .real, .ratio: return choices.one(of: ["0.5", "0.0", "1.5", "(-2.5)", "0.125", "100.0"])
    case .text: return "'\(choices.one(of: FuzzTable.texts))'"
    case .note:
      return "'\(choices.one(of: FuzzTable.notes).replacing("'", with: "''"))'"
    case .boolean: return choices.one(of: ["TRUE", "FALSE"])
    }
  }

  /// CASE, COALESCE and their like, which any kind has.
  private func choice(_ kind: Kind, _ scope: Scope, depth: Int) -> String {
    func part() -> String { expression(kind, scope, depth: depth) }
    switch choices.below(5) {
    case 0: return "coalesce(\(part()), \(part()))"
    case 1: return "(CASE WHEN \(condition(scope, depth: depth)) THEN \(part()) ELSE \(part()) END)"
    case 2: return "nullif(\(part()), \(part()))"
    case 3:
      guard let subject = column(.number, scope) else { return part() }
      return "(CASE \(subject) WHEN 1 THEN \(part()) WHEN \(literal(.number)) THEN \(part()) END)"
    default:
      return
        "(CASE WHEN \(condition(scope, depth: depth)) THEN \(part()) "
        + "WHEN \(condition(scope, depth: 0)) THEN \(part()) END)"
    }
  }

  private func call(_ kind: Kind, _ scope: Scope, depth: Int) -> String {
    func part(_ kind: Kind) -> String { expression(kind, scope, depth: depth) }
    switch kind {
    case .number:
      switch choices.below(9) {
      case 0: return "(\(part(.number)) + \(part(.number)))"
      case 1: return "(\(part(.number)) - \(part(.number)))"
      case 2: return "(\(part(.number)) * \(literal(.number)))"
      case 3: return "(\(part(.number)) // \(literal(.number)))"
      case 4: return "(\(part(.number)) % \(literal(.number)))"
      case 5: return "abs(\(part(.number)))"
      case 6: return "length(\(part(choices.one(of: [.text, .note]))))"
      case 7: return "instr(\(part(.text)), \(choices.one(of: ["'a'", "'b'", "'ab'"])))"
      default: return "(- \(part(.number)))"
      }
    case .real:
      switch choices.below(5) {
      case 0: return "(\(part(.real)) + \(part(.real)))"
      case 1: return "(\(part(.real)) - \(part(.number)))"
      case 2: return "(\(part(.real)) * \(literal(.number)))"
      case 3: return "(\(column(.real, scope) ?? "CAST(1 AS DOUBLE)") / \(choices.one(of: [2, 4])))"
      default: return "abs(\(part(.real)))"
      }
    case .text:
      switch choices.below(8) {
      case 0: return "upper(\(part(.text)))"
      case 1: return "lower(\(part(.text)))"
      case 2: return "(\(part(.text)) || \(part(.text)))"
      case 3:
        return "substr(\(part(.text)), \(choices.within(1...3)), \(choices.within(0...4)))"
      case 4: return "replace(\(part(.text)), 'a', \(choices.one(of: ["'xy'", "''"])))"
      case 5: return "trim(\(part(.text)))"
      case 6: return "substr(\(part(.text)), \(choices.within(1...3)))"
      default: return "CAST(\(part(.number)) AS VARCHAR)"
      }
    case .note: return "(\(part(.note)) || \(part(.text)))"
    case .big: return part(.big)
    case .ratio: return part(.ratio)
    case .boolean: return "(\(condition(scope, depth: depth)))"
    }
  }

  /// A query of one value: of an aggregate, or of the first row in an order.
  private func scalarQuery(_ kind: Kind, _ scope: Scope, depth: Int) -> String {
    let outer = has(.correlation) ? scope.visible : []
    let source = source(depth: 0)
    let takesFirst = choices.chance(1, of: 4)
    let sees = !takesFirst || has(.correlatedLimits)
    let inner = Scope(columns: source.columns, outer: sees ? outer : [])
    let filter = choices.chance(4, of: 5) ? " WHERE \(condition(inner, depth: depth))" : ""
    if takesFirst {
      let value = column(kind, inner.closed) ?? literal(kind)
      return
        "(SELECT \(value) FROM \(source.sql)\(filter) ORDER BY 1\(direction()) LIMIT 1)"
    }
    return "(SELECT \(aggregate(kind, inner.closed)) FROM \(source.sql)\(filter))"
  }

  // MARK: Aggregates

  /// An aggregate of `kind` over the rows of a group.
  func aggregate(_ kind: Kind, _ scope: Scope) -> String {
    let distinct = choices.chance(1, of: 5) ? "DISTINCT " : ""
    let plain: String
    switch kind {
    case .number:
      switch choices.below(5) {
      case 0: plain = "count(*)"
      case 1: plain = "count(\(distinct)\(choices.one(of: scope.columns).sql))"
      case 2: plain = "sum(\(distinct)\(expression(.number, scope, depth: 0)))"
      case 3: plain = "max(\(expression(.number, scope, depth: 1)))"
      default: plain = "min(\(expression(.number, scope, depth: 0)))"
      }
    case .real:
      plain =
        choices.one(of: ["sum", "min", "max"])
        + "(\(distinct)\(expression(.real, scope, depth: 0)))"
    case .ratio:
      let kind = choices.one(of: [Kind.number, .real])
      plain = "avg(\(distinct)\(expression(kind, scope, depth: 0)))"
    case .boolean where choices.chance(1, of: 2):
      return "(count(*) > \(choices.within(0...3)))"
    default:
      plain = choices.one(of: ["min", "max"]) + "(\(distinct)\(expression(kind, scope, depth: 0)))"
    }
    guard choices.chance(1, of: 5) else { return plain }
    return "\(plain) FILTER (WHERE \(condition(scope, depth: 0)))"
  }
}
