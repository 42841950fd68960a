import Columns
import Language
import Planning

/// Rows on their way into a table: made complete, cast to its columns, and held to its
/// constraints, before anything is changed.
struct NewRows {
  let definition: TableDefinition
  /// The table, for messages.
  let table: String
  /// Where the statement names the table.
  let range: SourceRange
  let context: ExecutionContext

  /// Whole rows of the table.
  ///
  /// - Parameters:
  ///   - rows: whose columns go to those at `columns`.
  ///   - defaults: what stands in the other columns.
  ///   - drawn: numbers for further columns, one a row of `rows`.
  /// - Throws: a ``Diagnostic`` that names the column and the row of a value that is none of its
  ///   column's type.
  func chunks(
    of rows: Relation, columns: [Int], defaults: [Int: BoundExpression],
    drawn: [(column: Int, numbers: Vector)] = []
  ) throws -> [Chunk] {
    var first = 0
    return try rows.chunks.filter { $0.count > 0 }.map { chunk in
      let empty = Batch(count: chunk.count, columns: [])
      var vectors: [Int: Vector] = [:]
      for (source, target) in columns.enumerated() {
        let start = first
        vectors[target] = try converted(
          chunk.columns[source], to: definition.columns[target]
        ) { start + $0 + 1 }
      }
      for (target, expression) in defaults {
        let compiled = CompiledExpression.compile(expression, [], rows: chunk.count, context)
        vectors[target] = try compiled.evaluate(empty, context)
      }
      for (target, numbers) in drawn {
        let start = first
        vectors[target] = try converted(
          try Gather.rows(RowSelection(range: start..<start + chunk.count), of: numbers),
          to: definition.columns[target]
        ) { start + $0 + 1 }
      }
      first += chunk.count
      return Chunk(
        count: chunk.count,
        columns: definition.columns.indices.map { position in
          vectors[position]
            ?? Vector(constant: .null, type: definition.columns[position].type, count: chunk.count)
        })
    }
  }

  /// Refuses rows with a NULL where there must be none, and rows that fail a condition.
  ///
  /// - Parameter number: what a message calls a row, counted from zero; nil for nothing.
  /// - Throws: a ``Diagnostic`` about the first such row.
  func check(_ chunks: [Chunk], _ checks: BoundChecks, _ number: (Int) -> Int?) throws {
    var first = 0
    for chunk in chunks {
      for (position, column) in definition.columns.enumerated() where column.isNotNull {
        let vector = chunk.columns[position]
        if let row = Nulls.firstNull(of: vector) {
          throw TableProblem.notNull(
            column: column.name, table: table, row: number(first + row)
          ).diagnostic(at: range)
        }
      }
      for (condition, check) in zip(checks.conditions, definition.checks) {
        let columns = definition.columns.map { PipelineColumn(type: $0.type, domain: nil) }
        let answer = try CompiledExpression.compile(
          condition, columns, rows: chunk.count, context
        ).evaluate(Batch(chunk), context)
        if let failed = Selecting.rows(where: LogicKernels.is(false, answer, isNegated: false)) {
          if failed.count == 0 { continue }
          throw failure(check, row: number(first + Int(failed.rows.pointer[0])))
        }
        if chunk.count > 0 { throw failure(check, row: number(first)) }
      }
      first += chunk.count
    }
  }

  private func failure(_ check: TableDefinition.Check, row: Int?) -> Diagnostic {
    TableProblem.checkFailed(
      table: table, name: check.name, condition: check.condition.sql, row: row
    ).diagnostic(at: range)
  }

  /// The error about a key that would occur twice.
  func duplicate(
    _ conflict: KeyIndex.Conflict, of key: TableDefinition.Key, row: Int?
  ) -> Diagnostic {
    let texts = zip(conflict.key, key.columns).map { value, column in
      Self.text(of: value, type: definition.columns[column].type)
    }
    return TableProblem.duplicateKey(
      table: table, columns: definition.names(of: key), key: texts, isPrimary: key.isPrimary,
      row: row
    ).diagnostic(at: range)
  }

  static func text(of value: Value, type: DataType) -> String {
    let vector = Vector(constant: value, type: type, count: 1)
    guard case .text(let text)? = try? CastKernels.cast(vector, to: .varchar).value(0) else {
      return "NULL"
    }
    return type == .varchar ? SQLText.literal(text) : text
  }

  /// The values of a vector as a column takes them.
  ///
  /// - Parameter number: what a message calls a row, counted from zero.
  /// - Throws: a ``Diagnostic`` that names the column and the row.
  func converted(
    _ vector: Vector, to column: TableDefinition.Column, _ number: (Int) -> Int
  ) throws -> Vector {
    let name = column.declaredType?.name ?? ""
    func convert(isTry: Bool) throws -> Vector {
      let result = try CastKernels.cast(vector, to: column.type, isTry: isTry)
      if let unit = column.timestampUnit {
        return try CastKernels.rounded(result, toMicroseconds: unit)
      }
      guard let bounds = column.bounds else { return result }
      return try CastKernels.checkRange(result, bounds, typeName: name, isTry: isTry)
    }
    do {
      return try convert(isTry: false)
    } catch let error as ValueError where error != .interrupted {
      // The first row that a forgiving cast makes NULL is the one that failed.
      let forgiven = try? convert(isTry: true)
      let row = forgiven.flatMap { Nulls.firstNull(of: $0, butNotOf: vector) }
      throw TableProblem.assignment(
        column: column.name, table: table, type: column.typeText,
        row: row.map(number), error
      ).diagnostic(at: range)
    }
  }
}
