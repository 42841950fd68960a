/// `MIN` and `MAX` of texts, in byte order.
///
/// Each group keeps a code: of the column's dictionary as long as all batches share one, compared
/// by rank; otherwise of a dictionary of its own, compared by bytes.
package final class TextExtremeState: CountingState {
  private let best = Cells<UInt32>(0)
  private var shared: TextDictionary?
  private let own = TextDictionaryBuilder()
  private var usesOwn = false
  private let isMaximum: Bool

  package init(isMaximum: Bool, rows: GroupRowCounts) {
    self.isMaximum = isMaximum
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    best.grow(to: groups.groups)
    if vector.constant?.isNull == true { return }
    if !usesOwn, let dictionary = vector.dictionary, shared == nil || shared === dictionary {
      shared = dictionary
      try updateByRank(vector, dictionary, groups)
      return
    }
    try leaveShared()
    if let dictionary = vector.dictionary {
      let codes = DomainNumbers.numbers(of: vector, in: .dictionary(dictionary))
      for row in 0..<groups.count where codes.pointer[row] != 0 {
        try improve(groups.ids.map { Int($0[row]) } ?? 0, dictionary.texts[Int(codes.pointer[row])])
      }
    } else if case .text(let texts) = Constants.expanded(vector).storage {
      for row in 0..<groups.count where !vector.isNull(row) {
        try Cancellation.point(at: row)
        try improve(groups.ids.map { Int($0[row]) } ?? 0, texts[row])
      }
    }
  }

  private func updateByRank(
    _ vector: Vector, _ dictionary: TextDictionary, _ groups: GroupNumbers
  ) throws(ValueError) {
    let order = try dictionary.ranks()
    let ranks = order.pointer
    defer { withExtendedLifetime(order) {} }
    let buffer = DomainNumbers.numbers(of: vector, in: .dictionary(dictionary))
    let codes = buffer.pointer
    let cells = best.pointer
    var row = 0
    while row < groups.count {
      let code = codes[row]
      if code != 0 {
        let group = groups.ids.map { Int($0[row]) } ?? 0
        let known = cells[group]
        let isBetter =
          known == 0
          || (isMaximum
            ? ranks[Int(code)] > ranks[Int(known)] : ranks[Int(code)] < ranks[Int(known)])
        if isBetter { cells[group] = code }
      }
      row &+= 1
    }
  }

  /// Moves the best texts so far into the own dictionary.
  private func leaveShared() throws(ValueError) {
    if usesOwn { return }
    usesOwn = true
    guard let shared else { return }
    for group in 0..<best.count {
      let code = best.pointer[group]
      best.pointer[group] = 0
      if code != 0 { try improve(group, shared.texts[Int(code)]) }
    }
  }

  private func improve(_ group: Int, _ text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
    let code = best.pointer[group]
    guard let start = text.baseAddress else { return }
    if code != 0 {
      let known = own.text(Int(code))
      guard let knownStart = known.baseAddress else { return }
      let order = TextHash.compare(start, text.count, knownStart, known.count)
      if isMaximum ? order <= 0 : order >= 0 { return }
    }
    guard let code = own.code(start, text.count) else { throw .textTooLong }
    best.pointer[group] = code
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? TextExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    try leaveShared()
    for group in 0..<other.best.count {
      let code = Int(other.best.pointer[group])
      if code == 0 { continue }
      if other.usesOwn {
        try improve(group, other.own.text(code))
      } else if let dictionary = other.shared {
        try improve(group, dictionary.texts[code])
      }
    }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let codes = Buffer<UInt32>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      codes.pointer[index] = group < best.count ? best.pointer[group] : 0
    }
    let dictionary = usesOwn ? own.finish() : shared
    guard let dictionary else {
      return Vector(constant: .null, type: .varchar, count: cells.count)
    }
    return DictionaryEncoding.vector(
      codes, dictionary, count: cells.count, validity: validity(cells))
  }
}
