/// `COUNT(DISTINCT x)` of a column with a domain: one bit for each group and value.
package final class DistinctCountState: AggregateState {
  private let domain: ColumnDomain
  private let domainCount: Int
  private let wordsPerGroup: Int
  private let bits = Cells<UInt64>(0)

  /// - Parameter domain: of the argument; `groups` × its count bits must be affordable.
  package init(domain: ColumnDomain, count: Int, rows: GroupRowCounts) {
    self.domain = domain
    domainCount = count
    wordsPerGroup = Bitmap.wordCount(forRows: count)
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    bits.grow(to: groups.groups * wordsPerGroup)
    let words = bits.pointer
    let buffer = DomainNumbers.numbers(of: vector, in: domain)
    let numbers = buffer.pointer
    var row = 0
    if let ids = groups.ids {
      while row < groups.count {
        let number = numbers[row]
        words[Int(ids[row]) &* wordsPerGroup &+ Int(number >> 6)] |= 1 << UInt64(number & 63)
        row &+= 1
      }
    } else {
      while row < groups.count {
        let number = numbers[row]
        words[Int(number >> 6)] |= 1 << UInt64(number & 63)
        row &+= 1
      }
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? DistinctCountState else { return }
    bits.grow(to: other.bits.count)
    for word in 0..<other.bits.count { bits.pointer[word] |= other.bits.pointer[word] }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let counts = Buffer<Int64>(count: cells.count)
    for index in 0..<cells.count {
      let first = Int(cells.rows.pointer[index]) * wordsPerGroup
      var count = 0
      if first + wordsPerGroup <= bits.count {
        for word in first..<first + wordsPerGroup { count += bits.pointer[word].nonzeroBitCount }
        // Bit 0 is NULL's, which is not counted.
        count -= Int(bits.pointer[first] & 1)
      }
      counts.pointer[index] = Int64(count)
    }
    return IntegerNarrowing.vector(counts, count: cells.count, type: .bigint, validity: nil)
  }
}
