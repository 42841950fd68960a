import Columns
import Planning

extension Session {
  /// Lists the rows that break the rules of their tables.
  func perform(_ check: BoundCheck, _ context: ExecutionContext) throws -> Outcome {
    var chunks: [Chunk] = []
    var violations = 0
    var broken = 0
    for rule in check.rules {
      let found = try PlanExecutor(context).run(Optimizer.optimize(rule.violations))
      violations += found.rowCount
      if found.rowCount > 0 { broken += 1 }
      var texts = [rule.name, rule.column]
      if check.namesTables { texts.insert(rule.table, at: 0) }
      for chunk in found.chunks where chunk.count > 0 {
        let heads = texts.map {
          Vector(constant: .text($0), type: .varchar, count: chunk.count)
        }
        chunks.append(Chunk(count: chunk.count, columns: heads + chunk.columns))
      }
    }
    let rules = Self.count(check.rules.count, "constraint")
    if violations == 0 {
      let verb = check.rules.count == 1 ? "holds" : "hold"
      let message =
        check.rules.isEmpty
        ? "no constraint could be checked"
        : "\(rules) \(verb) in \(Self.count(check.rowCount, "row"))"
      return Outcome(content: .message(message), notes: check.notes)
    }
    let names =
      (check.namesTables ? ["table"] : [])
      + ["constraint", "column", "row", "value", "message"]
    let fields = names.map { Field(name: $0, type: $0 == "row" ? .bigint : .varchar) }
    let note = "\(Self.count(violations, "violation")); \(broken) of \(rules) broken"
    return Outcome(
      content: .rows(try Relation.unified(fields: fields, chunks: chunks)),
      notes: check.notes + [note])
  }
}
