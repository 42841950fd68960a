import Columns
import Language

extension Binder {
  /// A plan and the names under which its columns are known.
  struct BoundTable {
    var plan: Plan
    var scope: Scope
  }

  /// The tables of a FROM, separated by commas: all combinations of their rows.
  func bind(from references: [TableReference]) throws -> BoundTable {
    guard let first = references.first else {
      // Without FROM there is one row, of no columns.
      return BoundTable(plan: Plan(.values([[]]), fields: []), scope: Scope())
    }
    var result = try bind(first)
    for reference in references.dropFirst() {
      let right = try bind(reference)
      result = try joined(result, right, kind: .inner, on: nil, at: reference.range)
    }
    return result
  }

  private func bind(_ reference: TableReference) throws -> BoundTable {
    if reference.isLateral {
      throw BindingProblem.notBuilt("LATERAL").diagnostic(at: reference.range)
    }
    if let sample = reference.sample {
      throw BindingProblem.notBuilt("TABLESAMPLE").diagnostic(at: sample.range)
    }
    switch reference.kind {
    case .table(let name):
      let (plan, shown) = try table(name)
      return try named(plan, shown, reference.alias)
    case .file(let path):
      // A list of names goes by position, so it needs all columns to be there.
      let isRenamed = reference.alias?.columns.isEmpty == false
      let relation = try loadFile(path, isRenamed ? nil : mentionedColumns, reference.range)
      return try named(
        Self.scan(relation, name: path), Self.tableName(ofPath: path), reference.alias)
    case .query(let query):
      return try named(try bind(query), nil, reference.alias)
    case .function(let call):
      throw BindingProblem.notBuilt("the table function '\(call.name.name)'")
        .diagnostic(at: reference.range)
    case .join(let join):
      return try bind(join, at: reference.range)
    }
  }

  /// The plan behind a table's name, and the name as it was given.
  func table(_ name: QualifiedName) throws -> (Plan, String) {
    let written = name.parts.map(\.name).joined(separator: ".")
    if name.parts.count == 1, let part = name.parts.first {
      if let common = commonTables.last(where: { $0.name == part.folded }) {
        return (
          Plan(.shared(common.plan), fields: common.plan.plan.fields), common.plan.name
        )
      }
      if let table = catalog.table(named: part.name) {
        return (Self.scan(table.relation, name: table.name), table.name)
      }
    }
    let known = commonTables.map(\.plan.name) + catalog.tables.map(\.name)
    throw BindingProblem.unknownTable(written, known: known).diagnostic(at: name.range)
  }

  private static func scan(_ relation: Relation, name: String) -> Plan {
    Plan(
      .scan(relation, name: name, columns: Array(relation.fields.indices)),
      fields: relation.fields)
  }

  /// The file's name without folders and suffixes: `seizures` for `data/seizures.csv.gz`.
  package static func tableName(ofPath path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.split(separator: ".", omittingEmptySubsequences: true).first.map(String.init)
      ?? file
  }

  private func named(_ plan: Plan, _ name: String?, _ alias: TableAlias?) throws -> BoundTable {
    guard let alias else {
      return BoundTable(plan: plan, scope: Scope(table: name, fields: plan.fields))
    }
    guard alias.columns.count <= plan.fields.count else {
      throw BindingProblem.tooManyNames(
        alias.columns.count, count: plan.fields.count, clause: "AS"
      ).diagnostic(at: alias.name.range)
    }
    let renamed = plan.renamed(alias.columns.map(\.name))
    return BoundTable(plan: renamed, scope: Scope(table: alias.name.name, fields: renamed.fields))
  }

  private func bind(_ join: Join, at range: SourceRange) throws -> BoundTable {
    if join.isAsOf {
      throw BindingProblem.notBuilt("ASOF JOIN").diagnostic(at: join.keywordRange)
    }
    let kind: PlanJoin.Kind
    switch join.kind {
    case .inner, .cross: kind = .inner
    case .left: kind = .left
    case .right, .full, .semi, .anti:
      throw BindingProblem.notBuilt("\(join.kind.rawValue) JOIN")
        .diagnostic(at: join.keywordRange)
    }
    let left = try bind(join.left)
    let right = try bind(join.right)
    switch join.condition {
    case .none:
      return try joined(left, right, kind: kind, on: nil, at: join.keywordRange)
    case .on(let condition):
      return try joined(left, right, kind: kind, on: condition, at: join.keywordRange)
    case .using(let names):
      return try joined(left, right, kind: kind, using: names, at: join.keywordRange)
    case .natural:
      let common = left.scope.columns.filter { column in
        column.isVisible
          && right.scope.columns.contains { $0.name.lowercased() == column.name.lowercased() }
      }
      let names = common.map { Identifier($0.name, range: join.keywordRange) }
      return try joined(left, right, kind: kind, using: names, at: join.keywordRange)
    }
  }

  private func checkNames(_ left: Scope, _ right: Scope, at range: SourceRange) throws {
    let known = Set(left.tables.map { $0.lowercased() })
    if let twice = right.tables.first(where: { known.contains($0.lowercased()) }) {
      throw BindingProblem.duplicateTableName(twice).diagnostic(at: range)
    }
  }

  private func joined(
    _ left: BoundTable, _ right: BoundTable, kind: PlanJoin.Kind, on condition: Expression?,
    at range: SourceRange
  ) throws -> BoundTable {
    try checkNames(left.scope, right.scope, at: range)
    let scope = left.scope.joined(with: right.scope)
    var terms: [BoundExpression] = []
    if let condition {
      var context = ExpressionContext(scope: scope, clause: "ON")
      let bound = try bind(condition, &context)
      terms = try boolean(bound, clause: "ON").conjuncts
    }
    let split = JoinCondition(terms, leftWidth: left.plan.fields.count)
    let join = PlanJoin(
      kind: kind, left: left.plan, right: right.plan, keys: split.keys, residual: split.residual)
    return BoundTable(
      plan: Plan(.join(join), fields: left.plan.fields + right.plan.fields), scope: scope)
  }

  private func joined(
    _ left: BoundTable, _ right: BoundTable, kind: PlanJoin.Kind, using names: [Identifier],
    at range: SourceRange
  ) throws -> BoundTable {
    try checkNames(left.scope, right.scope, at: range)
    var scope = left.scope.joined(with: right.scope)
    var keys: [(left: BoundExpression, right: BoundExpression)] = []
    for name in names {
      let qualified = QualifiedName([name], range: name.range)
      let leftPosition = try left.scope.resolve(qualified)
      let rightPosition = try right.scope.resolve(qualified)
      let a = left.scope.columns[leftPosition]
      let b = right.scope.columns[rightPosition]
      guard let type = TypeRules.commonType(a.type, b.type) else {
        throw BindingProblem.wrongTypes(operator: "USING", a.type, b.type)
          .diagnostic(at: name.range)
      }
      keys.append(
        (
          try cast(
            BoundExpression(.column(leftPosition), type: a.type, range: name.range), to: type),
          try cast(
            BoundExpression(.column(rightPosition), type: b.type, range: name.range), to: type)
        ))
      scope.columns[left.scope.columns.count + rightPosition].isVisible = false
    }
    let join = PlanJoin(kind: kind, left: left.plan, right: right.plan, keys: keys, residual: nil)
    return BoundTable(
      plan: Plan(.join(join), fields: left.plan.fields + right.plan.fields), scope: scope)
  }
}

/// The conditions of a join, parted into equalities between the sides and the rest.
struct JoinCondition {
  var keys: [(left: BoundExpression, right: BoundExpression)] = []
  var residual: BoundExpression?

  /// - Parameter leftWidth: columns at positions below it are the left side's.
  init(_ terms: [BoundExpression], leftWidth: Int) {
    var rest: [BoundExpression] = []
    for term in terms {
      guard case .call("=", _, let written) = term.kind, written.count == 2,
        let sides = Self.ofOneType(written)
      else {
        rest.append(term)
        continue
      }
      let first = sides[0].columns
      let second = sides[1].columns
      let isFirstLeft = first.allSatisfy { $0 < leftWidth }
      let isSecondLeft = second.allSatisfy { $0 < leftWidth }
      let isFirstRight = first.allSatisfy { $0 >= leftWidth }
      let isSecondRight = second.allSatisfy { $0 >= leftWidth }
      if !first.isEmpty && !second.isEmpty && isFirstLeft && isSecondRight {
        keys.append((sides[0], sides[1].remapped { $0 - leftWidth }))
      } else if !first.isEmpty && !second.isEmpty && isFirstRight && isSecondLeft {
        keys.append((sides[1], sides[0].remapped { $0 - leftWidth }))
      } else {
        rest.append(term)
      }
    }
    residual = BoundExpression.conjunction(rest)
  }

  /// Both sides cast to one type: `=` compares exact numbers at any two scales, keys are matched
  /// by their stored numbers. Nil where no type holds all values of both sides.
  private static func ofOneType(_ sides: [BoundExpression]) -> [BoundExpression]? {
    if sides[0].type == sides[1].type { return sides }
    let digits = sides.map { TypeRules.wholeDigits($0.type) }.max() ?? 0
    guard let type = TypeRules.commonType(sides[0].type, sides[1].type),
      type == .hugeint || digits + type.scale <= DataType.maximumPrecision
    else { return nil }
    return sides.map { side in
      side.type == type
        ? side : BoundExpression(.cast(side, isTry: false), type: type, range: side.range)
    }
  }
}

extension BoundExpression {
  /// The terms that must all be true for this to be.
  package var conjuncts: [BoundExpression] {
    if case .and(let terms) = kind { return terms.flatMap(\.conjuncts) }
    return [self]
  }

  /// True where all of `terms` are; nil where there is none.
  static func conjunction(_ terms: [BoundExpression]) -> BoundExpression? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 { return first }
    let range = terms.dropFirst().reduce(first.range) { $0.union($1.range) }
    return BoundExpression(.and(terms), type: .boolean, range: range)
  }
}
