/// The numbers of a table's rows, counted from zero through all its chunks: how UPDATE and DELETE
/// find the rows again that a query chose.
package enum RowNumbers {
  /// The relation with one more column, called `name`: the number of each row.
  ///
  /// - Complexity: O(rows).
  package static func adding(to relation: Relation, named name: String) -> Relation {
    var first = 0
    let chunks = relation.chunks.map { chunk in
      defer { first += chunk.count }
      return Chunk(
        count: chunk.count, columns: chunk.columns + [vector(first..<first + chunk.count)])
    }
    return Relation(
      fields: relation.fields + [Field(name: name, type: .bigint)], chunks: chunks)
  }

  /// The numbers of a range, one a row.
  private static func vector(_ range: Range<Int>) -> Vector {
    let numbers = Buffer<Int64>(count: range.count)
    for row in 0..<range.count { numbers.pointer[row] = Int64(range.lowerBound &+ row) }
    return Vector(
      type: .bigint, count: range.count, storage: .int64(numbers),
      bounds: range.isEmpty ? nil : Int64(range.lowerBound)...Int64(range.upperBound - 1))
  }

  /// A BIGINT column that holds `numbers`.
  package static func vector(_ numbers: [Int]) -> Vector {
    IntegerNarrowing.vector(
      Buffer(numbers.map(Int64.init)), count: numbers.count, type: .bigint, validity: nil)
  }

  /// The numbers in a BIGINT column without NULLs.
  package static func numbers(in vector: Vector) -> [Int] {
    let source = NumberSource.integers(Constants.expanded(vector), as: Int64.self)
    return (0..<vector.count).map { Int(source.pointer[$0]) }
  }

  /// The numbers of those rows that lie in `range`, counted from its start.
  ///
  /// - Parameter numbers: in rising order; `next` is where to go on, and is moved behind them.
  package static func selection(
    of numbers: [Int], in range: Range<Int>, from next: inout Int
  ) -> RowSelection {
    let start = next
    while next < numbers.count && numbers[next] < range.upperBound { next += 1 }
    let rows = Buffer<UInt32>(count: next - start)
    for index in start..<next {
      rows.pointer[index - start] = UInt32(numbers[index] - range.lowerBound)
    }
    return RowSelection(rows: rows, count: next - start)
  }

  /// The rows at `positions`, in their order.
  package static func selection(_ positions: [Int]) -> RowSelection {
    let rows = Buffer(positions.map { UInt32($0) })
    return RowSelection(rows: rows, count: positions.count)
  }
}
