import Columns
import Language
import Planning

/// Groups the rows of a pipeline by several sets of keys.
///
/// Keys and arguments are evaluated once. Where one set has all keys, and what the aggregates say of
/// its groups suffices to say it of larger ones, the others are made of its groups alone; otherwise
/// each set groups the evaluated rows by itself.
struct GroupingSets {
  let keys: [BoundExpression]
  let sets: [[Int]]
  let aggregates: [BoundAggregate]
  let fields: [Field]
  let context: ExecutionContext

  func run(_ pipeline: Pipeline) throws -> Relation {
    let calls = aggregates.filter { !$0.function.traits.contains(.grouping) }
    var results: [[Int]: Relation] = [:]
    let whole = Array(keys.indices)
    if sets.contains(whole), calls.allSatisfy(\.isExactlyCombinable) {
      let groups = try group(pipeline, keys, calls)
      results[whole] = groups
      // Over no rows a count is 0, which no sum of counts is.
      if groups.rowCount > 0 {
        let source = Pipeline(groups)
        for set in sets where results[set] == nil {
          results[set] = try combine(source, groups.fields, set, calls)
        }
      }
    }
    if sets.contains(where: { results[$0] == nil }) {
      let (rows, keys, calls) = try evaluated(pipeline, calls)
      let source = Pipeline(rows)
      for set in sets where results[set] == nil {
        results[set] = try group(source, set.map { keys[$0] }, calls)
      }
    }
    return Relation(fields: fields, chunks: sets.flatMap { chunks($0, results[$0]) })
  }

  private func group(
    _ pipeline: Pipeline, _ keys: [BoundExpression], _ calls: [BoundAggregate]
  ) throws -> Relation {
    let fields =
      keys.map { Field(name: "", type: $0.type) } + calls.map { Field(name: "", type: $0.type) }
    return try Aggregation(pipeline, keys: keys, aggregates: calls, fields: fields, context)
      .run(pipeline)
  }

  /// The groups of `set`, made of those of all keys: `fields` are the keys, then the results of
  /// `calls`.
  private func combine(
    _ source: Pipeline, _ fields: [Field], _ set: [Int], _ calls: [BoundAggregate]
  ) throws -> Relation {
    let merging = try calls.enumerated().map { index, call in
      let column = BoundExpression(
        .column(keys.count + index), type: call.type, range: call.range)
      return try call.combining(column)
    }
    let groups = try group(
      source,
      set.map { BoundExpression(.column($0), type: keys[$0].type, range: keys[$0].range) }, merging
    )
    // A sum of counts is wider than a count.
    let chunks = try groups.chunks.map { chunk in
      Chunk(
        count: chunk.count,
        columns: try chunk.columns.enumerated().map { index, vector in
          index < set.count
            ? vector : try CastKernels.cast(vector, to: calls[index - set.count].type)
        })
    }
    return Relation(fields: groups.fields, chunks: chunks)
  }

  /// The keys, and all that the aggregates are fed, as columns of a relation; and the expressions
  /// that read them there.
  private func evaluated(
    _ pipeline: Pipeline, _ calls: [BoundAggregate]
  ) throws -> (Relation, keys: [BoundExpression], calls: [BoundAggregate]) {
    var expressions: [BoundExpression] = []
    func column(_ expression: BoundExpression) -> BoundExpression {
      let position =
        expressions.firstIndex { $0.isSame(as: expression) } ?? expressions.count
      if position == expressions.count { expressions.append(expression) }
      return BoundExpression(
        .column(position), type: expression.type, range: expression.range)
    }
    let newKeys = keys.map(column)
    let newCalls = calls.map {
      $0.replacing(inputs: $0.inputs.map(column), filter: $0.filter.map(column))
    }
    let compiled = expressions.map {
      CompiledExpression.compile($0, pipeline.columns, rows: pipeline.sourceRows, context)
    }
    let projected = pipeline.adding(
      ProjectStep(expressions: compiled, context: context),
      columns: compiled.map(\.pipelineColumn))
    let fields = expressions.map { Field(name: "", type: $0.type) }
    return (try projected.relation(fields: fields, context), newKeys, newCalls)
  }

  /// The groups of `set` with all columns of the result.
  private func chunks(_ set: [Int], _ groups: Relation?) -> [Chunk] {
    (groups?.chunks ?? []).map { chunk in
      var next = set.count
      let keyColumns = keys.enumerated().map { position, key in
        set.firstIndex(of: position).map { chunk.columns[$0] }
          ?? Vector(constant: .null, type: key.type, count: chunk.count)
      }
      let results = aggregates.map { call -> Vector in
        if call.function.traits.contains(.grouping) {
          return Vector(
            constant: .integer(Int128(number(call, set))), type: call.type, count: chunk.count)
        }
        next += 1
        return chunk.columns[next - 1]
      }
      return Chunk(count: chunk.count, columns: keyColumns + results)
    }
  }

  /// The result of a GROUPING: a bit for each of its keys, 1 where `set` does not have it.
  private func number(_ grouping: BoundAggregate, _ set: [Int]) -> Int64 {
    grouping.arguments.reduce(0) { number, argument in
      let isGrouped = set.contains { keys[$0].isSame(as: argument) }
      return number << 1 | (isGrouped ? 0 : 1)
    }
  }
}
