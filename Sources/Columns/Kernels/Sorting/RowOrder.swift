/// Puts rows in order.
package enum RowOrder {
  /// The rows in the order of `terms`, the first of which weighs most; rows that are equal in all
  /// of them keep their order.
  ///
  /// Every term becomes a number of as few bits as its values need; the numbers are packed into
  /// 64-bit words, and the words are sorted by radix, the last first. Where few rows are wanted,
  /// the first term alone rules nearly all others out.
  ///
  /// - Parameters:
  ///   - count: how many rows there are; each term has a value for each.
  ///   - limit: how many leading rows are wanted; nil for all.
  ///   - threads: how many may work on it; the order is the same on any number.
  /// - Throws: ``ValueError/interrupted``, or what goes wrong as values are gathered.
  /// - Complexity: O(`count`) for each 8 bits of key; one pass where `limit` is small.
  package static func rows(
    by terms: [SortTerm], count: Int, limit: Int? = nil, threads: Int = 1
  ) throws(ValueError) -> RowSelection {
    let wanted = min(limit ?? count, count)
    if isFew(wanted, of: count), let first = terms.first {
      let rough = try SortField.rough(first)
      let candidates = try TopRows.candidates(rough, count: count, wanted: wanted)
      if candidates.count < count / 2 {
        let few = try gathered(terms, at: candidates)
        let order = try sorted(few, count: candidates.count, wanted: wanted, threads: 1)
        return Gather.compose(order, over: candidates)
      }
    }
    return try sorted(terms, count: count, wanted: wanted, threads: threads)
  }

  private static func isFew(_ wanted: Int, of count: Int) -> Bool {
    wanted > 0 && wanted < count / 4 && wanted < 65_536
  }

  private static func gathered(
    _ terms: [SortTerm], at rows: RowSelection
  ) throws(ValueError) -> [SortTerm] {
    var result: [SortTerm] = []
    for term in terms {
      result.append(
        SortTerm(
          vector: try Gather.rows(rows, of: term.vector), isDescending: term.isDescending,
          nullsFirst: term.nullsFirst))
    }
    return result
  }

  private static func sorted(
    _ terms: [SortTerm], count: Int, wanted: Int, threads: Int
  ) throws(ValueError) -> RowSelection {
    let words = try pack(SortField.fields(of: terms), count: count, threads: threads)
    if words.isEmpty { return RowSelection(range: 0..<wanted) }
    if words.count == 1, isFew(wanted, of: count) {
      return try TopRows.smallest(words[0].words, count: count, wanted: wanted)
    }
    let rows = RowSelection(range: 0..<count).rows
    for word in words.reversed() {
      try RadixSort.sort(rows, by: word.words, bits: word.bits, threads: threads)
    }
    return RowSelection(rows: rows, count: wanted)
  }

  /// Several fields in one number a row.
  struct Word {
    let words: Buffer<UInt64>
    /// Every number is less than 2^`bits`.
    let bits: Int
  }

  /// Packs as many neighbouring fields into each word as fit.
  static func pack(
    _ fields: [SortField], count: Int, threads: Int = 1
  ) throws(ValueError) -> [Word] {
    var groups: [(fields: [SortField], bits: Int)] = []
    for field in fields {
      if let last = groups.last, last.bits + field.bits <= 64 {
        groups[groups.count - 1] = (last.fields + [field], last.bits + field.bits)
      } else {
        groups.append(([field], field.bits))
      }
    }
    return try groups.map { group throws(ValueError) in
      let words = Buffer<UInt64>(count: count)
      try RadixSort.forSlices(count, threads) { places in
        for (index, field) in group.fields.enumerated() {
          field.append(to: words.pointer, places, isFirst: index == 0)
        }
      }
      return Word(words: words, bits: group.bits)
    }
  }
}
