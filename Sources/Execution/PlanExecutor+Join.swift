import Columns
import Language
import Planning

extension PlanExecutor {
  /// The left side's pipeline with a step that probes the right side, which is run and hashed first.
  func join(_ join: PlanJoin) throws -> Pipeline {
    let build = try run(join.right)
    context.progress?.enter(.joining)
    let buildPipeline = Pipeline(build)
    let buildColumns = try Parallel.map(build.fields.count, threads: context.threads) { column in
      try Concatenate.vectors(
        build.chunks.map { $0.columns[column] }, type: build.fields[column].type)
    }
    let whole = Batch(count: build.rowCount, columns: buildColumns)
    let buildKeys = try join.keys.map { key in
      try CompiledExpression.compile(
        key.right, buildPipeline.columns, rows: build.rowCount, context
      ).evaluate(whole, context)
    }
    try context.cancellation.check()
    let matchesNull = join.keys.map(\.matchesNull)
    let probe = try pipeline(join.left)
    let rows = probe.sourceRows
    let keys = join.keys.map {
      CompiledExpression.compile($0.left, probe.columns, rows: rows, context)
    }
    let both =
      probe.columns
      + zip(build.fields, buildColumns).map { field, vector in
        PipelineColumn(type: field.type, domain: ColumnDomain(of: [vector]))
      }
    let residual = join.residual.map {
      CompiledExpression.compile($0, both, rows: rows, context)
    }
    if case .nearest(let symbol) = join.lastKey, let values = buildKeys.last {
      let table = try AsOfTable(
        build: Array(buildKeys.dropLast()), matchesNull: matchesNull, values: values)
      let step = AsOfStep(
        table: table, side: symbol.asOfSide, keepsUnmatched: join.kind == .asOfLeft,
        buildColumns: buildColumns, keys: keys, context: context)
      return probe.adding(step, columns: both)
    }
    let table = try JoinTable(
      build: buildKeys, matchesNull: matchesNull, rowCount: build.rowCount,
      keepsRows: !join.kind.asksForMatchAlone || join.residual != nil, threads: context.threads)
    switch join.kind {
    case .inner, .left, .single, .asOf, .asOfLeft:
      let step = JoinStep(
        kind: join.kind, table: table, buildColumns: buildColumns, keys: keys,
        residual: residual, range: join.keys.first?.left.range, context: context)
      return probe.adding(step, columns: both)
    case .semi, .anti, .mark:
      let membership =
        join.lastKey.isMembership
        ? try MembershipTables(build: buildKeys, matchesNull: matchesNull) : nil
      let step = MatchStep(
        kind: join.kind, table: table, membership: membership, buildColumns: buildColumns,
        keys: keys, residual: residual, context: context)
      let mark = PipelineColumn(type: .boolean, domain: .boolean)
      return probe.adding(
        step, columns: join.kind == .mark ? probe.columns + [mark] : probe.columns)
    }
  }
}

extension BinaryOperator {
  /// Which value of the right side is the nearest where the left one compares with it like this.
  fileprivate var asOfSide: AsOfTable.Side {
    switch self {
    case .greater: .last(isStrict: true)
    case .lessOrEqual: .first(isStrict: false)
    case .less: .first(isStrict: true)
    default: .last(isStrict: false)
    }
  }
}
