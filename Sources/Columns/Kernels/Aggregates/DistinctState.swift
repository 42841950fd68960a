/// `COUNT(DISTINCT x)`, `SUM(DISTINCT x)` …: passes each value of a group on once.
///
/// A value is known by its number: in its column's domain, where there is one, or else in the
/// order in which values came to this state. Only with a domain can states be merged, so without
/// one all rows go to one state.
package final class DistinctState: AggregateState {
  private let domain: ColumnDomain?
  private let domainBits: UInt64
  private let inner: AggregateState
  private let innerRows: GroupRowCounts
  private let seen = GroupTable()
  private let texts = TextDictionaryBuilder()
  private var integers = DistinctIntegers()

  /// - Parameters:
  ///   - domain: of the argument, with fewer than 2^32 numbers; nil where it has none.
  ///   - inner: the aggregate of the distinct values, over `innerRows`.
  package init(
    domain: ColumnDomain?, inner: AggregateState, innerRows: GroupRowCounts, rows: GroupRowCounts
  ) {
    self.domain = domain
    domainBits = UInt64(domain?.bits ?? 32)
    self.inner = inner
    self.innerRows = innerRows
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    let numbers = try numbers(vector)
    try seen.makeRoom(for: groups.count)
    let fresh = Buffer<UInt32>(count: groups.count)
    var freshCount = 0
    var row = 0
    while row < groups.count {
      try Cancellation.point(at: row)
      let number = numbers.pointer[row]
      if number != 0 {
        let group = groups.ids.map { UInt64($0[row]) } ?? 0
        if seen.insert(group << domainBits | UInt64(number)) {
          fresh.pointer[freshCount] = UInt32(truncatingIfNeeded: row)
          freshCount &+= 1
        }
      }
      row &+= 1
    }
    let selection = RowSelection(rows: fresh, count: freshCount)
    let ids = Buffer<UInt32>(count: freshCount)
    for index in 0..<freshCount {
      ids.pointer[index] = groups.ids.map { $0[Int(fresh.pointer[index])] } ?? 0
    }
    let freshGroups = GroupNumbers(
      ids: UnsafePointer(ids.pointer), count: freshCount, groups: groups.groups)
    innerRows.update(freshGroups)
    try inner.update(Gather.rows(selection, of: vector), freshGroups)
    withExtendedLifetime(ids) {}
  }

  /// The number of each row's value; 0 for NULL.
  private func numbers(_ vector: Vector) throws(ValueError) -> Buffer<UInt32> {
    if let domain { return DomainNumbers.numbers(of: vector, in: domain) }
    // A column that is empty elsewhere has no domain, though every BOOLEAN has this one.
    if vector.type == .boolean { return DomainNumbers.numbers(of: vector, in: .boolean) }
    let result = Buffer<UInt32>(count: vector.count)
    switch vector.type {
    case .varchar:
      // Byte strings, not Strings: two texts that are not UTF-8 differ though both show U+FFFD.
      let coded = try DictionaryEncoding.encode([vector])[0]
      guard let dictionary = coded.dictionary else {
        result.pointer.update(repeating: 0, count: vector.count)
        return result
      }
      DomainNumbers.fold(
        coded, in: .dictionary(dictionary), multiplier: 0, into: result.pointer)
      let known = Buffer<UInt32>(repeating: 0, count: dictionary.count)
      try texts.makeRoom(for: dictionary.count, bytes: dictionary.texts.bytes.count)
      for row in 0..<vector.count where result.pointer[row] != 0 {
        try Cancellation.point(at: row, every: 1 << 14)
        let code = Int(result.pointer[row])
        if known.pointer[code] == 0 {
          known.pointer[code] = try textNumber(dictionary.texts[code])
        }
        result.pointer[row] = known.pointer[code]
      }
    case .double, .percent:
      try texts.makeRoom(for: vector.count, bytes: vector.count * MemoryLayout<Double>.size)
      for row in 0..<vector.count {
        try Cancellation.point(at: row, every: 1 << 14)
        guard case .double(let value) = vector.value(row) else {
          result.pointer[row] = 0
          continue
        }
        result.pointer[row] = try textNumber(ofBits: value)
      }
    default:
      let numbers = try integers.numbers(of: vector)
      for row in 0..<vector.count {
        result.pointer[row] = UInt32(truncatingIfNeeded: numbers.pointer[row])
      }
    }
    return result
  }

  private func textNumber(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(ValueError) -> UInt32 {
    guard let start = text.baseAddress, let number = texts.code(start, text.count) else {
      throw .textTooLong
    }
    return number
  }

  /// A double by its bits, which are told apart like an 8-byte text.
  private func textNumber(ofBits value: Double) throws(ValueError) -> UInt32 {
    var bits = (value.isNaN ? Double.nan : value == 0 ? 0 : value).bitPattern
    let code = withUnsafeBytes(of: &bits) { raw in
      raw.assumingMemoryBound(to: UInt8.self).baseAddress.map { texts.code($0, raw.count) } ?? nil
    }
    guard let code else { throw .textTooLong }
    return code
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    try inner.result(cells)
  }
}
