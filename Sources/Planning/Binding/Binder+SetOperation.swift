import Columns
import Language

extension Binder {
  /// UNION, INTERSECT or EXCEPT of two queries.
  func bind(_ operation: SetOperation) throws -> Plan {
    var left = try bind(operation.left)
    var right = try bind(operation.right)
    if operation.isByName { (left, right) = matchedByName(left, right) }
    let fields = try unified(left, right, operation)
    left = left.converted(to: fields)
    right = right.converted(to: fields)
    switch operation.operator {
    case .union:
      let union = Plan(.union([left, right]), fields: fields)
      return operation.isAll ? union : union.distinct()
    case .intersect, .except:
      let kind: PlanJoin.Kind = operation.operator == .intersect ? .semi : .anti
      if !operation.isAll { return matching(left.distinct(), right, kind) }
      // The n-th of equal rows meets the n-th of those on the other side.
      return matching(
        try left.ranked(by: left.columns), try right.ranked(by: right.columns), kind
      ).keeping(Array(fields.indices))
    }
  }

  /// The rows of `left` that occur in `right`, or those that do not; NULL equals NULL.
  private func matching(_ left: Plan, _ right: Plan, _ kind: PlanJoin.Kind) -> Plan {
    let keys = left.columns.map { PlanJoin.Key(left: $0, right: $0, matchesNull: true) }
    return PlanJoin(kind: kind, left: left, right: right, keys: keys).plan
  }

  /// The columns that both sides have together, each of a type that holds the values of both.
  func unified(_ left: Plan, _ right: Plan, _ operation: SetOperation) throws -> [Field] {
    let name = operation.operator.rawValue
    guard left.fields.count == right.fields.count else {
      throw BindingProblem.columnCountMismatch(
        left: left.fields.count, right: right.fields.count, operator: name
      ).diagnostic(at: operation.right.range)
    }
    return try zip(left.fields, right.fields).map { a, b in
      guard let type = TypeRules.commonType(a.type, b.type) else {
        throw BindingProblem.noCommonType(
          a.type, b.type, what: "column '\(a.name)' of this \(name)"
        ).diagnostic(at: operation.right.range)
      }
      return Field(name: a.name, type: type)
    }
  }

  /// Both sides with the columns of both: those of the left side, then those that only the right one
  /// has. A column that a side lacks is NULL there.
  private func matchedByName(_ left: Plan, _ right: Plan) -> (Plan, Plan) {
    func place(_ name: String, _ plan: Plan) -> Int? {
      plan.fields.firstIndex { $0.name.lowercased() == name.lowercased() }
    }
    let names =
      left.fields.map(\.name)
      + right.fields.map(\.name).filter { place($0, left) == nil }
    func arranged(_ plan: Plan) -> Plan {
      let range = SourceRange(at: 0)
      let columns = names.map { name in
        place(name, plan).map {
          BoundExpression(.column($0), type: plan.fields[$0].type, range: range)
        } ?? BoundExpression(.constant(.null), type: .null, range: range)
      }
      return Plan(
        .project(plan, columns),
        fields: zip(names, columns).map { Field(name: $0, type: $1.type) })
    }
    return (arranged(left), arranged(right))
  }
}
