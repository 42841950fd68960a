/// One term of an ORDER BY, with the values to order by.
package struct SortTerm {
  package let vector: Vector
  package let isDescending: Bool
  package let nullsFirst: Bool

  package init(vector: Vector, isDescending: Bool, nullsFirst: Bool) {
    self.vector = vector
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// Numbers whose ascending order is the order that a term asks for, NULLs included.
struct SortField {
  let numbers: Buffer<UInt64>
  /// Every number is less than 2^`bits`.
  let bits: Int

  /// The fields of a term: one, or for doubles a field for NULL and one for the value.
  static func fields(of term: SortTerm) -> [SortField] {
    let vector =
      switch term.vector.type {
      case .interval: IntervalKernels.totals(term.vector)
      case .measure: MeasurePacking.order(term.vector)
      default: Bounding.bounded(term.vector)
      }
    if vector.type.isFloating { return doubleFields(vector, term) }
    let (numbers, last) = ranks(vector)
    let bits = KeyField.bits(forCount: Int(last) + 2)
    let nullNumber = term.nullsFirst ? 0 : last + 1
    var row = 0
    while row < vector.count {
      let number = numbers.pointer[row]
      let ordered = term.isDescending ? last &+ 1 &- number : number
      numbers.pointer[row] = number == 0 ? nullNumber : term.nullsFirst ? ordered : ordered &- 1
      row &+= 1
    }
    return [SortField(numbers: numbers, bits: bits)]
  }

  /// The place of each value in ascending order, from 1 on, equal values in one place; 0 for
  /// NULL. And the last place.
  private static func ranks(_ vector: Vector) -> (Buffer<UInt64>, last: UInt64) {
    if let domain = ColumnDomain(of: [vector]), let count = domain.count {
      let numbers = Buffer<UInt64>(count: vector.count)
      DomainNumbers.fold(vector, in: domain, multiplier: 0 as UInt64, into: numbers.pointer)
      if case .dictionary(let dictionary) = domain {
        let ranks = dictionary.ranks.pointer
        var row = 0
        while row < vector.count {
          numbers.pointer[row] = UInt64(ranks[Int(numbers.pointer[row])])
          row &+= 1
        }
      }
      return (numbers, UInt64(count - 1))
    }
    if case .text(let texts) = vector.storage { return TextOrder.places(texts, vector.validity) }
    return rankedValues(vector)
  }

  /// The places of values that have no domain: 128-bit integers, constants.
  private static func rankedValues(_ vector: Vector) -> (Buffer<UInt64>, last: UInt64) {
    let numbers = Buffer<UInt64>(repeating: 0, count: vector.count)
    if let constant = vector.constant {
      if !constant.isNull { numbers.pointer.update(repeating: 1, count: vector.count) }
      return (numbers, 1)
    }
    var order = (0..<vector.count).filter { !vector.isNull($0) }
      .map { (value: Constants.unscaled(vector.value($0)), row: $0) }
    order.sort { $0.value < $1.value }
    var place: UInt64 = 0
    for (index, entry) in order.enumerated() {
      if index == 0 || order[index - 1].value != entry.value { place += 1 }
      numbers.pointer[entry.row] = place
    }
    return (numbers, place)
  }

  private static func doubleFields(_ vector: Vector, _ term: SortTerm) -> [SortField] {
    let count = vector.count
    let nulls = Buffer<UInt64>(count: count)
    let numbers = Buffer<UInt64>(repeating: 0, count: count)
    let expanded = Constants.expanded(vector)
    guard case .float64(let values) = expanded.storage else { return [] }
    for row in 0..<count {
      let isNull = expanded.isNull(row)
      nulls.pointer[row] = isNull == term.nullsFirst ? 0 : 1
      if isNull { continue }
      let ordered = self.ordered(values.pointer[row])
      numbers.pointer[row] = term.isDescending ? ~ordered : ordered
    }
    let value = SortField(numbers: numbers, bits: 64)
    return expanded.validity == nil ? [value] : [SortField(numbers: nulls, bits: 1), value]
  }

  /// Bits whose unsigned order is the order of the numbers: NaN last, -0 equal to 0.
  @inline(__always)
  static func ordered(_ value: Double) -> UInt64 {
    if value.isNaN { return .max }
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}
