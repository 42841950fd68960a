import Columns
import Planning

extension Session {
  func perform(_ sequence: Catalog.Sequence) -> Outcome {
    catalog.set(sequence)
    return .message("sequence \(sequence.name)")
  }

  /// Runs a statement that drew numbers from sequences while it was bound; where it fails, they
  /// have drawn nothing.
  func perform(
    _ statement: BoundStatement, advancing sequences: [Catalog.Sequence],
    _ context: ExecutionContext
  ) throws -> Outcome {
    let before = catalog.sequences
    for sequence in sequences { catalog.set(sequence) }
    do {
      return try perform(statement, context)
    } catch {
      catalog.restoreSequences(before)
      throw error
    }
  }

  /// `count` numbers of a sequence, one a row.
  ///
  /// - Throws: a ``Diagnostic`` where it has not that many left.
  func draw(_ count: Int, from name: String, _ insert: BoundInsert) throws -> Vector {
    guard var sequence = catalog.sequence(named: name) else {
      throw TableProblem.unknown(kind: "sequence", name: name, known: [])
        .diagnostic(at: insert.range)
    }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = sequence.draw() else {
        throw TableProblem.sequence(name, reason: "has no number left")
          .diagnostic(at: insert.range)
      }
      numbers.append(Int(number))
    }
    catalog.set(sequence)
    return RowNumbers.vector(numbers)
  }
}
