extension QueryGenerator {
  /// A window function of `kind` over rows of which no two are alike.
  func windowed(_ kind: Kind, _ scope: Scope) -> String {
    let scope = scope.closed
    switch kind {
    case .number:
      switch choices.below(8) {
      case 0: return "row_number() OVER (\(partition(scope))\(totalOrder(scope)))"
      case 1: return "rank() OVER (\(partition(scope))\(someOrder(scope)))"
      case 2: return "dense_rank() OVER (\(partition(scope))\(someOrder(scope)))"
      case 3:
        return "ntile(\(choices.within(1...4))) OVER (\(partition(scope))\(totalOrder(scope)))"
      default: break
      }
    case .ratio:
      let name = choices.one(of: ["percent_rank", "cume_dist"])
      return "\(name)() OVER (\(partition(scope))\(someOrder(scope)))"
    default: break
    }
    if choices.chance(1, of: 3) { return value(kind, scope) }
    if choices.chance(1, of: 4) {
      // Rows that are alike in the order come together, so it need not be total.
      return "\(windowAggregate(kind, scope)) OVER (\(partition(scope))\(rangeFrame(scope)))"
    }
    let frame = choices.chance(1, of: 3) ? "" : frame("ROWS")
    return
      "\(windowAggregate(kind, scope)) OVER (\(partition(scope))\(totalOrder(scope))\(frame))"
  }

  /// `lag`, `first_value` and their like.
  private func value(_ kind: Kind, _ scope: Scope) -> String {
    let value = expression(kind, scope, depth: 0)
    let over = "OVER (\(partition(scope))\(totalOrder(scope))"
    switch choices.below(5) {
    case 0: return "lag(\(value)) \(over))"
    case 1: return "lead(\(value), \(choices.within(0...2)), \(literal(kind))) \(over))"
    case 2: return "first_value(\(value)) \(over)\(frame("ROWS")))"
    case 3: return "last_value(\(value)) \(over)\(frame("ROWS")))"
    default: return "nth_value(\(value), \(choices.within(1...3))) \(over)\(frame("ROWS")))"
    }
  }

  /// An aggregate that windows may run: DISTINCT is for groups alone in SQLite.
  private func windowAggregate(_ kind: Kind, _ scope: Scope) -> String {
    let argument = expression(kind, scope, depth: 0)
    let plain: String
    switch kind {
    case .number:
      plain = choices.one(of: [
        "count(*)", "sum(\(argument))", "min(\(argument))", "max(\(argument))",
      ])
    case .real: plain = choices.one(of: ["sum", "min", "max"]) + "(\(argument))"
    case .ratio: plain = "avg(\(expression(.number, scope, depth: 0)))"
    default: plain = choices.one(of: ["min", "max"]) + "(\(argument))"
    }
    // SQLite (3.40.1) forgets the FILTER of min and max where the frame's start moves.
    let isExtreme = plain.hasPrefix("min") || plain.hasPrefix("max")
    guard !isExtreme, choices.chance(1, of: 6) else { return plain }
    return "\(plain) FILTER (WHERE \(condition(scope, depth: 0)))"
  }

  private func partition(_ scope: Scope) -> String {
    let keys = (0..<choices.one(of: [0, 1, 1, 2])).map { _ in choices.one(of: scope.columns).sql }
    return keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", ")) "
  }

  /// An order in which no two rows are alike.
  private func totalOrder(_ scope: Scope) -> String {
    let terms = rotated(scope.columns).map { "\($0.sql)\(direction())" }
    return "ORDER BY \(terms.joined(separator: ", "))"
  }

  private func someOrder(_ scope: Scope) -> String {
    let terms = (0..<choices.within(1...2)).map { _ in
      "\(choices.one(of: scope.columns).sql)\(direction())"
    }
    return "ORDER BY \(terms.joined(separator: ", "))"
  }

  private func frame(_ unit: String) -> String {
    let starts = [
      "UNBOUNDED PRECEDING", "2 PRECEDING", "1 PRECEDING", "CURRENT ROW", "1 FOLLOWING",
    ]
    let ends = ["CURRENT ROW", "1 PRECEDING", "1 FOLLOWING", "2 FOLLOWING", "UNBOUNDED FOLLOWING"]
    let start = choices.one(of: starts)
    var end = choices.one(of: ends)
    // Bounds the wrong way round are an error to some.
    if start == "1 FOLLOWING", end == "CURRENT ROW" || end == "1 PRECEDING" { end = "2 FOLLOWING" }
    if start == "CURRENT ROW", end == "1 PRECEDING" { end = "1 FOLLOWING" }
    let exclude =
      choices.chance(1, of: 3)
      ? choices.one(of: [
        " EXCLUDE CURRENT ROW", " EXCLUDE NO OTHERS", " EXCLUDE GROUP", " EXCLUDE TIES",
      ]) : ""
    return " \(unit) BETWEEN \(start) AND \(end)\(exclude)"
  }

  /// ORDER BY and a frame in values or in groups of equal rows.
  private func rangeFrame(_ scope: Scope) -> String {
    if choices.chance(1, of: 2) { return someOrder(scope) + frame("GROUPS") }
    guard let key = column(.number, scope) else { return someOrder(scope) }
    return "ORDER BY \(key)\(direction())\(frame("RANGE"))"
  }
}
