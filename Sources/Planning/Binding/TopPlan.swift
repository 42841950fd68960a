import Columns
import Language

/// The plan of a TOP that says more than which groups are the greatest.
///
/// The groups are ranked; their places are joined to the rows, which the query computes once; and the
/// rows are grouped anew, those of a listed group by its keys, all others as one group. So whatever
/// is asked of the others and of the total is asked of their rows: an average is that of the rows and
/// no average of averages. The total is a further set of keys over the same rows.
///
/// Windows look at the listed rows, the others among them, and leave the total out, which is a
/// window of its own: the shares of the listed rows add up to 100 %, and so does the total's.
/// ``TopWindows`` refuses those to which it matters that the others are one row.
struct TopPlan {
  private let binder: Binder
  private let top: BoundTop
  private let select: ToppedSelect
  /// What every row of the query is read from, twice: columns, then the keys.
  private let rows: Plan
  /// Where the columns of the query's rows stand among those of ``rows``.
  private let places: [Int: Int]
  /// The items over keys and aggregates.
  private let values: [BoundExpression]
  private let grouping: Grouping

  /// What a row of the result is.
  private enum Role: Int { case group, others, total }

  init(_ binder: Binder, _ top: BoundTop, _ select: ToppedSelect, over plan: Plan) throws {
    self.binder = binder
    self.top = top
    self.select = select
    var grouping = Grouping(keys: select.keys, sets: nil, scope: select.scope)
    values = try select.items.map { try grouping.rewrite($0.value) }
    self.grouping = grouping
    let windows = TopWindows(grouping: grouping, lists: top.lists)
    for value in values { try windows.check(value) }
    let needed = ([top.measure] + (select.having.map { [$0] } ?? []))
      .reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
      .union(grouping.aggregates.flatMap(\.expression.columns)).sorted()
    var places: [Int: Int] = [:]
    for (place, position) in needed.enumerated() { places[position] = place }
    self.places = places
    let kept = Plan(
      .project(plan, needed.map { plan.columns[$0] } + select.keys),
      fields: needed.map { plan.fields[$0] } + grouping.fields[..<select.keys.count])
    rows = SharedPlan(name: "rows of TOP", plan: try Unnesting.unnested(kept)).shared
  }

  /// The keys over the columns of ``rows``.
  private var keys: [BoundExpression] { Array(rows.columns.suffix(select.keys.count)) }

  private func moved(_ expression: BoundExpression) -> BoundExpression {
    expression.remapped { places[$0] ?? 0 }
  }

  private func constant(_ text: String) -> BoundExpression {
    BoundExpression(.constant(.text(text)), type: .varchar, range: top.range)
  }

  private func call(_ name: String, _ arguments: [BoundExpression]) throws -> BoundExpression {
    try .call(name, arguments, at: top.range)
  }

  // MARK: Ranks

  /// Each group once: its keys, its place, and whether the labels are the names of groups already.
  private func ranks() throws -> Plan {
    var grouping = Grouping(keys: select.keys, sets: nil, scope: select.scope)
    let measure = try grouping.rewrite(top.measure)
    let having = try select.having.map { try grouping.rewrite($0) }
    var groups = grouped(grouping, over: rows)
    if let having { groups = Plan(.filter(groups, having), fields: groups.fields) }
    let count = select.keys.count
    groups = Plan(
      .project(groups, Array(groups.columns[..<count]) + [measure]),
      fields: Array(groups.fields[..<count]) + [Field(name: "", type: measure.type)])
    let ranked = try binder.ranked(
      groups, top, keys: Array(0..<count), measure: count,
      tellsTies: select.suppression == nil)
    let windows = try labels.map { label in
      let call = try aggregate("bool_or", of: try call("=", [lowered, constant(label)]))
      return BoundWindow(
        call: .aggregate(call), partition: [], order: [], frame: .partition, type: .boolean,
        range: top.range)
    }
    if windows.isEmpty { return ranked }
    return Plan(
      .window(ranked, windows),
      fields: ranked.fields + windows.map { _ in Field(name: "", type: .boolean) })
  }

  private func grouped(_ grouping: Grouping, over plan: Plan) -> Plan {
    let aggregates = grouping.aggregates.compactMap { moved($0.expression).aggregate }
    return Plan(
      .aggregate(plan, keys: keys, aggregates: aggregates),
      fields: grouping.fields)
  }

  private func aggregate(_ name: String, of value: BoundExpression) throws -> BoundAggregate {
    try .call(name, [value], at: top.range)
  }

  // MARK: Labels

  /// The first item that is made of keys of which a list has several values: the labels stand there.
  private var labelled: Int? { values.indices.first(where: isKey) }

  /// Whether an item says which group of its list a row is.
  private func isKey(_ item: Int) -> Bool {
    let value = values[item]
    let width = select.keys.count
    return !value.hasWindow && value.columns.allSatisfy { $0 < width }
      && value.columns.contains { !top.lists.contains($0) }
  }

  /// The labels that groups may be called too, in lower case; none where no label is shown.
  private var labels: [String] {
    guard labelled != nil else { return [] }
    return (top.hasOthers ? ["others", "(others)"] : [])
      + (top.hasTotal ? ["total", "(total)"] : [])
  }

  /// What the groups are called, in lower case, over the columns of ``ranks()``.
  private var lowered: BoundExpression {
    get throws {
      let value = values[labelled ?? 0]
      return try call("lower", [try binder.cast(value, to: .varchar)])
    }
  }

  /// A label, in parentheses where a group is called so, in two where one is called that too.
  ///
  /// - Parameter isTaken: for each of ``labels``, whether it is.
  private func label(_ role: Role, isTaken: [BoundExpression]) throws -> BoundExpression {
    let name = role == .others ? "Others" : "Total"
    let first = labels.firstIndex(of: name.lowercased()) ?? 0
    var label = constant("((\(name)))")
    for (place, text) in [(first + 1, "(\(name))"), (first, name)]
    where isTaken.indices.contains(place) {
      label = .choosing(
        constant(text), where: try call("is not true", [isTaken[place]]), otherwise: label)
    }
    return label
  }

  // MARK: The result

  func plan() throws -> Plan {
    if (top.hasOthers || top.hasTotal) && labelled == nil {
      throw BindingProblem.topLabel.diagnostic(at: top.range)
    }
    let count = select.keys.count
    let width = rows.fields.count
    let ranks = try ranks()
    // A LEFT join keeps the rows in their order, so that sums of doubles stay what they were.
    let join = PlanJoin(
      kind: .left, left: rows, right: ranks,
      keys: keys.enumerated().map { position, key in
        PlanJoin.Key(left: key, right: ranks.columns[position], matchesNull: true)
      })
    var joined = join.plan
    let place = joined.columns[width + count + 1]
    if select.having != nil {
      joined = Plan(
        .filter(joined, try call("is not null", [place])), fields: joined.fields)
    }
    var plan = try regrouped(joined, place)
    let role = try role(over: plan)
    plan = Plan(
      .project(plan, plan.columns + [role]),
      fields: plan.fields + [Field(name: "role", type: .bigint)])
    return try finished(plan)
  }

  /// The listed groups, the others and the total: keys, the place, the aggregates of the items,
  /// whether each label is taken, and whether it is the total.
  private func regrouped(_ rows: Plan, _ place: BoundExpression) throws -> Plan {
    let count = select.keys.count
    let isListed = try call("<=", [place, .number(top.count, at: top.range)])
    let keys =
      self.keys.enumerated().map { position, key in
        top.lists.contains(position) ? key : BoundExpression.choosing(key, where: isListed)
      } + [.choosing(place, where: isListed)]
    let labelColumns = rows.columns.suffix(labels.count)
    var aggregates = grouping.aggregates.compactMap { moved($0.expression).aggregate }
    aggregates += try labelColumns.map { try aggregate("bool_or", of: $0) }
    if top.hasTotal { aggregates.append(try aggregate("grouping", of: keys[count])) }
    let fields =
      Array(grouping.fields[..<count]) + [Field(name: "place", type: .bigint)]
      + aggregates.map { Field(name: $0.function.name, type: $0.type) }
    guard top.hasTotal else {
      return Plan(.aggregate(rows, keys: keys, aggregates: aggregates), fields: fields)
    }
    return Plan(
      .groupingSets(
        rows, keys: keys, sets: [Array(keys.indices), top.lists.sorted()],
        aggregates: aggregates), fields: fields)
  }

  private func role(over plan: Plan) throws -> BoundExpression {
    func number(_ role: Role) -> BoundExpression { .number(role.rawValue, at: top.range) }
    let place = plan.columns[select.keys.count]
    var role = number(.others)
    if top.hasTotal {
      let isTotal = try call(
        "=", [plan.columns[plan.fields.count - 1], .number(1, at: top.range)])
      role = .choosing(number(.total), where: isTotal, otherwise: role)
    }
    return .choosing(number(.group), where: try call("is not null", [place]), otherwise: role)
  }

  private func finished(_ groups: Plan) throws -> Plan {
    let count = select.keys.count
    let role = groups.columns[groups.fields.count - 1]
    func has(_ wanted: Role) throws -> BoundExpression {
      try call("=", [role, .number(wanted.rawValue, at: top.range)])
    }
    let aggregated = grouping.aggregates.count
    let isTaken = Array(groups.columns[(count + 1 + aggregated)...].prefix(labels.count))
    let isGroup = try has(.group)
    var extraction = WindowExtraction(width: groups.fields.count)
    let outputs = try values.indices.map { item -> BoundExpression in
      // The place stands between the keys and the aggregates.
      let value = values[item].remapped { $0 < count ? $0 : $0 + 1 }
      guard isKey(item) else {
        return extraction.rewrite(try parted(value, by: has(.total)))
      }
      guard item == labelled, top.hasOthers || top.hasTotal else {
        return .choosing(value, where: isGroup)
      }
      var label = try label(.others, isTaken: isTaken)
      if top.hasTotal {
        label = .choosing(
          try self.label(.total, isTaken: isTaken), where: try has(.total), otherwise: label)
      }
      return .choosing(
        try binder.cast(value, to: .varchar), where: isGroup, otherwise: label)
    }
    let windowed = extraction.plan(over: groups)
    if let suppression = select.suppression {
      return try suppressed(
        suppression, outputs, role, over: windowed, windows: extraction.windows)
    }
    let order = top.lists.map { groups.columns[$0] } + [role, groups.columns[count]]
    let all = outputs + order
    let names = select.items.map(\.name) + order.map { _ in "" }
    let plan = Plan(
      .project(windowed, all), fields: zip(names, all).map { Field(name: $0, type: $1.type) })
    let width = outputs.count
    return try sorted(plan, by: width..<all.count).keeping(Array(0..<width))
  }

  /// The rows that are asked for, in order.
  ///
  /// - Parameter terms: the positions of what they are sorted by: the keys of their list, what each
  ///   row is, and more.
  private func sorted(_ plan: Plan, by terms: Range<Int>) throws -> Plan {
    var plan = plan
    let order = Array(plan.columns[terms])
    if !top.hasOthers {
      let shown = try call(
        "<>", [order[top.lists.count], .number(Role.others.rawValue, at: top.range)])
      plan = Plan(.filter(plan, shown), fields: plan.fields)
    }
    let terms = order.map { PlanSortTerm(value: $0, isDescending: false, nullsFirst: false) }
    return Plan(.sort(plan, terms, limit: nil), fields: plan.fields)
  }

  /// As ``finished(_:)``, with small counts hidden. Hidden groups stand behind those that are shown, in
  /// the order of their keys, since their places would tell of them.
  private func suppressed(
    _ suppression: BoundSuppression, _ outputs: [BoundExpression], _ role: BoundExpression,
    over groups: Plan, windows: [BoundWindow]
  ) throws -> Plan {
    let count = select.keys.count
    let columns = groups.columns
    let lists = top.lists.map { columns[$0] }
    let place = columns[count]
    func plain(_ value: BoundExpression) -> SuppressedResult.Output {
      SuppressedResult.Output(name: "", value: value, isFigure: false)
    }
    let items = outputs.indices.map { item in
      let isFigure = !values[item].columns.allSatisfy { $0 < count }
      return SuppressedResult.Output(
        name: select.items[item].name, value: outputs[item],
        isFigure: isFigure || values[item].hasWindow)
    }
    let order =
      lists.map(plain) + [plain(role)]
      + [SuppressedResult.Output(name: "", value: place, isFigure: true)]
      + (0..<count).filter { !top.lists.contains($0) }.map { plain(columns[$0]) }
    // The total adds up over all keys but those of its list, and over the places.
    let added = (0..<count).reduce(0) { $0 << 1 | (top.lists.contains($1) ? 0 : 1) } << 1 | 1
    let isTotal = try call("=", [role, .number(Role.total.rawValue, at: top.range)])
    let result = SuppressedResult(
      suppression: suppression, outputs: items + order,
      set: .choosing(
        .number(added, at: top.range), where: isTotal, otherwise: .number(0, at: top.range)),
      keys: Array(columns[...count]), windows: windows)
    let plan = try result.plan(over: groups)
    let width = items.count
    return try result.shown(sorted(plan, by: width..<width + order.count), items: width)
  }

  /// The expression with windows that keep the total apart.
  private func parted(
    _ value: BoundExpression, by isTotal: BoundExpression
  ) -> BoundExpression {
    value.replacing { part in
      guard case .window(let window) = part.kind else { return nil }
      return window.partitioned(by: [isTotal]).expression
    }
  }
}
