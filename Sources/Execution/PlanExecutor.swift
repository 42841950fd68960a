import Columns
import Planning

/// Turns a plan into pipelines and runs them.
///
/// Scans, filters, projections and the probing side of joins become steps of one pipeline;
/// aggregates, windows, sorts, limits and the hashed side of joins must see all their rows first, so each
/// runs the pipeline below it and starts a new one on the result.
struct PlanExecutor {
  let context: ExecutionContext

  init(_ context: ExecutionContext) { self.context = context }

  /// All rows of `plan`.
  ///
  /// - Throws: a ``Diagnostic`` where a value goes wrong, ``Interrupted`` where the user stops it.
  func run(_ plan: Plan) throws -> Relation {
    let pipeline = try self.pipeline(plan)
    return try pipeline.relation(fields: plan.fields, context)
  }

  func pipeline(_ plan: Plan) throws -> Pipeline {
    guard let profile = context.profile else { return try operate(plan) }
    return try profile.operating(plan) { try operate(plan) }
  }

  private func operate(_ plan: Plan) throws -> Pipeline {
    let plan = try resolvingQueries(plan)
    switch plan.node {
    case .scan(let relation, _, let columns):
      return Pipeline(relation, columns: columns)
    case .values(let rows):
      return Pipeline(try values(rows, fields: plan.fields))
    case .filter(let input, let predicate):
      return filter(try pipeline(input), predicate)
    case .project(let input, let expressions):
      return project(try pipeline(input), expressions)
    case .aggregate(let input, let keys, let aggregates):
      let below = try pipeline(input)
      let aggregation = Aggregation(
        below, keys: keys, aggregates: aggregates, fields: plan.fields, context)
      return Pipeline(try aggregation.run(below))
    case .groupingSets(let input, let keys, let sets, let aggregates):
      let grouping = GroupingSets(
        keys: keys, sets: sets, aggregates: aggregates, fields: plan.fields, context: context)
      return Pipeline(try grouping.run(try pipeline(input)))
    case .join(let join):
      return try self.join(join)
    case .window(let input, let windows):
      let windowing = Windowing(windows: windows, fields: plan.fields, context: context)
      return Pipeline(try windowing.run(try pipeline(input)))
    case .sort(let input, let terms, let limit):
      let sorting = Sorting(terms: terms, limit: limit, fields: plan.fields, context: context)
      return Pipeline(try sorting.run(try pipeline(input)))
    case .limit(let input, let count, let offset):
      return Pipeline(
        try limit(try pipeline(input), count: count, offset: offset, fields: plan.fields))
    case .expand(let input, let expansion):
      return expand(try pipeline(input), expansion)
    case .suppress(let input, let suppression):
      let suppressing = Suppressing(
        suppression: suppression, fields: plan.fields, context: context)
      return Pipeline(try suppressing.run(try run(input)))
    case .sample(let input, let sample):
      return Pipeline(try self.sample(try run(input), sample))
    case .union(let inputs):
      return try Pipeline(union: try inputs.map { try pipeline($0) }, context)
    case .shared(let shared):
      return Pipeline(try context.sharedResults.relation(of: shared) { try run($0) })
    case .recursive(let recursive):
      return Pipeline(try Recursion(recursive, fields: plan.fields, context).run())
    case .workingTable(let identity):
      let rows = context.workingTables[ObjectIdentifier(identity)]
      return Pipeline(rows ?? Relation(fields: plan.fields, chunks: []))
    }
  }

  /// The operator with the values of the queries in its expressions in their place.
  private func resolvingQueries(_ plan: Plan) throws -> Plan {
    try plan.mapExpressions { expression in
      try expression.replacing { part in
        guard case .scalarQuery(let shared) = part.kind else { return nil }
        let rows = try context.sharedResults.relation(of: shared) { try run($0) }
        guard rows.rowCount <= 1 else {
          throw BindingProblem.subqueryRows(rows.rowCount).diagnostic(at: part.range)
        }
        let value = rows.chunks.first { $0.count > 0 }?.columns[0].value(0) ?? .null
        return BoundExpression(.constant(value), type: part.type, range: part.range)
      }
    }
  }

  // MARK: Sources

  private func values(_ rows: [[BoundExpression]], fields: [Field]) throws -> Relation {
    let batch = Batch(count: 1, columns: [])
    let evaluated = try rows.map { row in
      try row.map { expression in
        try CompiledExpression.compile(expression, [], rows: 1, context)
          .evaluate(batch, context).value(0)
      }
    }
    let columns = fields.indices.map { column in
      Vector(evaluated.map { $0[column] }, type: fields[column].type)
    }
    return Relation(fields: fields, chunks: [Chunk(count: rows.count, columns: columns)])
  }

  // MARK: Steps

  private func filter(_ input: Pipeline, _ predicate: BoundExpression) -> Pipeline {
    let terms = predicate.conjuncts
    let input = input.skippingChunks(terms)
    let conditions = terms.map {
      CompiledExpression.compile($0, input.columns, rows: input.sourceRows, context)
    }
    return input.adding(
      FilterStep(conditions: conditions, context: context), columns: input.columns)
  }

  private func project(_ input: Pipeline, _ expressions: [BoundExpression]) -> Pipeline {
    let compiled = expressions.map {
      CompiledExpression.compile($0, input.columns, rows: input.sourceRows, context)
    }
    return input.adding(
      ProjectStep(expressions: compiled, context: context),
      columns: compiled.map(\.pipelineColumn))
  }

  private func expand(_ input: Pipeline, _ expansion: PlanExpansion) -> Pipeline {
    let inputs = expansion.expressions.map {
      CompiledExpression.compile($0, input.columns, rows: input.sourceRows, context)
    }
    return input.adding(
      ExpandStep(expansion: expansion, inputs: inputs, context: context),
      columns: input.columns + [PipelineColumn(type: expansion.type, domain: nil)])
  }

  // MARK: Samples and limits

  private func sample(_ input: Relation, _ sample: PlanSample) throws -> Relation {
    let rows =
      switch sample.size {
      case .share(let share):
        Sampling.rows(share: share, count: input.rowCount, seed: sample.seed)
      case .rows(let count): try Sampling.rows(count, count: input.rowCount, seed: sample.seed)
      }
    return try Arrangement.relation(input.chunks, in: rows, fields: input.fields, context)
  }

  /// Runs the pieces one after another until there are enough rows.
  private func limit(
    _ input: Pipeline, count: Int?, offset: Int, fields: [Field]
  ) throws -> Relation {
    var chunks: [Chunk] = []
    var skip = offset
    var wanted = count ?? Int.max
    context.progress?.expect(input.sourceRows)
    for piece in input.pieces where wanted > 0 {
      try Pipeline.run(piece, context) { batch, _ in
        let first = min(skip, batch.count)
        skip -= first
        let taken = min(batch.count - first, wanted)
        if taken == 0 { return }
        wanted -= taken
        let kept =
          taken == batch.count
          ? batch : batch.selecting(RowSelection(range: first..<first + taken))
        chunks.append(try kept.chunk())
      }
    }
    return Relation(fields: fields, chunks: chunks)
  }
}
