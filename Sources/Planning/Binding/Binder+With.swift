import Columns
import Language

/// What the name of a common table means.
struct CommonTableBinding {
  enum Meaning {
    case plan(SharedPlan)
    /// Inside the step of a recursive table: the rows of the step before.
    case working(WorkingTable)
  }

  let name: String
  let meaning: Meaning
}

/// The table that the step of a recursive query reads.
final class WorkingTable {
  let identity: RecursionIdentity
  let fields: [Field]
  /// Whether anything has named it.
  var isRead = false

  init(_ name: String, _ fields: [Field]) {
    identity = RecursionIdentity(name: name)
    self.fields = fields
  }
}

extension Binder {
  /// Binds the tables of a WITH, each of which the following ones can name.
  func bind(_ with: With) throws {
    for table in with.tables {
      var plan: Plan
      if with.isRecursive, case .setOperation(let operation) = table.query.body,
        operation.operator == .union, table.query.with == nil, table.query.top == nil,
        table.query.suppression == nil
      {
        plan = try bindRecursive(table, operation)
      } else {
        plan = try bind(table.query)
        plan = try named(plan, table)
      }
      commonTables.append(
        CommonTableBinding(
          name: table.name.folded,
          meaning: .plan(SharedPlan(name: table.name.name, plan: plan))))
    }
  }

  private func named(_ plan: Plan, _ table: CommonTable) throws -> Plan {
    guard table.columns.count <= plan.fields.count else {
      throw BindingProblem.tooManyNames(
        table.columns.count, count: plan.fields.count, clause: "WITH"
      ).diagnostic(at: table.name.range)
    }
    return plan.renamed(table.columns.map(\.name))
  }

  /// A table that may read itself in the second half of a UNION.
  private func bindRecursive(_ table: CommonTable, _ operation: SetOperation) throws -> Plan {
    let anchor = try named(try bind(operation.left), table)
    var fields = anchor.fields
    // A step of wider types widens the table, which may widen the step once more.
    var isSettled = false
    while true {
      let working = WorkingTable(table.name.name, fields)
      commonTables.append(
        CommonTableBinding(name: table.name.folded, meaning: .working(working)))
      let bound = Result { try bind(operation.right) }
      commonTables.removeLast()
      let step = try bound.get()
      if !working.isRead { return try named(try bind(table.query), table) }
      let common = try unified(anchor, step, operation)
      if common.map(\.type) == fields.map(\.type) {
        let recursive = RecursivePlan(
          identity: working.identity, anchor: anchor.converted(to: fields),
          step: step.converted(to: fields), isDistinct: !operation.isAll, range: table.name.range)
        let plan = Plan(.recursive(recursive), fields: fields)
        return try finished(plan, table.query)
      }
      if isSettled {
        // n * 1.5 has a digit more in each step: there is no type for all of them.
        let index = zip(common, fields).map { $0.type == $1.type }.firstIndex(of: false) ?? 0
        throw BindingProblem.noCommonType(
          fields[index].type, common[index].type,
          what: "column '\(fields[index].name)' of the recursive table '\(table.name.name)'"
        ).diagnostic(at: operation.right.range)
      }
      fields = common
      isSettled = true
    }
  }

  private func finished(_ plan: Plan, _ query: Query) throws -> Plan {
    var plan = plan
    if let orderBy = query.orderBy {
      plan = Plan(
        .sort(plan, try outputTerms(orderBy, of: plan), limit: nil), fields: plan.fields)
    }
    return try limited(plan, query.limit)
  }
}
