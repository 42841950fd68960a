import Synchronization

/// The build side of a hash join: finds the rows whose keys equal those of a probing row.
///
/// Keys become one 64-bit word; words become group numbers by an array where their range is
/// small, by a hash table otherwise; the rows of a group stand side by side in their own order.
package final class JoinTable: Sendable {
  private struct Key: Sendable {
    let field: JoinKeyField
    /// The number of NULL, where NULL matches NULL: one more than the build side's numbers.
    let nullNumber: UInt64?
    /// Turns the word so far into a group number before this field is appended, where both would
    /// not fit 64 bits.
    let shortening: WordIndex?
    /// Turns the field's own number into a group number, where even a shortened word leaves no
    /// room for it: two columns of timestamps, say.
    let narrowing: WordIndex?
    /// The numbers that are appended are less than 2^`bits`.
    let bits: Int

    /// The numbers of `column` as they are appended.
    func numbers(of column: Vector) throws(ValueError) -> Buffer<UInt64> {
      let numbers = try field.numbers(of: column)
      if let nullNumber { JoinTable.mark(numbers, whereNull: column, as: nullNumber) }
      if let narrowing { try JoinTable.replace(numbers, by: narrowing) }
      return numbers
    }
  }

  /// Bits of a group number: there are fewer groups than rows, and rows are numbered in 32 bits.
  private static let groupBits = 32

  private let keys: [Key]
  private let index: WordIndex
  /// Where each group's rows start in ``rows``, and at the end where the last stop; empty where rows
  /// are not kept.
  private let starts: Buffer<UInt32>
  private let rows: Buffer<UInt32>
  /// Whether no group has two rows.
  private let isUnique: Bool
  /// The groups of all combinations of the codes of the dictionaries that probing columns had last:
  /// every batch asks for the same.
  private let codeGroups = Mutex<(dictionaries: [TextDictionary], groups: Buffer<UInt32>)?>(nil)

  /// Groups the rows of the build side by `columns`, its keys, each of `rowCount` rows.
  ///
  /// Without keys all rows form one group: a cross join.
  ///
  /// - Parameters:
  ///   - matchesNull: for each key whether NULL matches NULL; for none where it is empty.
  ///   - keepsRows: whether ``matches(_:from:keepsUnmatched:limit:)`` will be asked for, and not only
  ///     which rows have any.
  ///   - threads: how many may work on it.
  /// - Throws: ``ValueError/interrupted`` alone.
  package init(
    build columns: [Vector], matchesNull: [Bool] = [], rowCount: Int, keepsRows: Bool = true,
    threads: Int = 1
  ) throws(ValueError) {
    var keys: [Key] = []
    var words = Buffer<UInt64>(repeating: 1, count: rowCount)
    var bits = 0
    for (position, column) in columns.enumerated() {
      let field = try JoinKeyField(build: column)
      let numbers = try field.numbers(of: column)
      var shortening: WordIndex?
      var narrowing: WordIndex?
      var fieldBits = field.bits
      var nullNumber: UInt64?
      if position < matchesNull.count && matchesNull[position] {
        // Fields have at most 63 bits: a domain of more values is listed by place.
        nullNumber = 1 << UInt64(fieldBits)
        Self.mark(numbers, whereNull: column, as: 1 << UInt64(fieldBits))
        fieldBits += 1
      }
      if keys.isEmpty {
        words = numbers
        bits = fieldBits
      } else {
        if bits + fieldBits > 64 && bits > Self.groupBits {
          let index = try WordIndex(
            words, count: rowCount, keepsRows: false, threads: threads)
          try Self.replace(words, by: index)
          shortening = index
          bits = Self.groupBits
        }
        if bits + fieldBits > 64 {
          let index = try WordIndex(
            numbers, count: rowCount, keepsRows: false, threads: threads)
          try Self.replace(numbers, by: index)
          narrowing = index
          fieldBits = Self.groupBits
        }
        try Cancellation.point()
        Self.append(numbers, bits: fieldBits, to: words)
        bits += fieldBits
      }
      keys.append(
        Key(
          field: field, nullNumber: nullNumber, shortening: shortening, narrowing: narrowing,
          bits: fieldBits))
    }
    self.keys = keys
    index = try WordIndex(words, count: rowCount, keepsRows: keepsRows, threads: threads)
    starts = index.rows?.starts ?? Buffer(count: 0)
    rows = index.rows?.rows ?? Buffer(count: 0)
    isUnique = index.rows?.isUnique ?? false
  }

  /// Gives the NULLs of `column` a number of their own.
  private static func mark(_ numbers: Buffer<UInt64>, whereNull column: Vector, as number: UInt64) {
    var row = 0
    while row < numbers.count {
      if numbers.pointer[row] == 0 && column.isNull(row) { numbers.pointer[row] = number }
      row &+= 1
    }
  }

  private static func replace(_ words: Buffer<UInt64>, by index: WordIndex) throws(ValueError) {
    try Cancellation.forBlocks(of: 0..<words.count) { rows in
      for row in rows { words.pointer[row] = index.find(words.pointer[row]) }
    }
  }

  /// Appends `numbers` as the lower bits; a word stays 0 where either part is.
  private static func append(_ numbers: Buffer<UInt64>, bits: Int, to words: Buffer<UInt64>) {
    let shift = UInt64(bits)
    var row = 0
    while row < words.count {
      let word = words.pointer[row]
      let number = numbers.pointer[row]
      words.pointer[row] = word == 0 || number == 0 ? 0 : word << shift | number
      row &+= 1
    }
  }

  /// The group of each probing row, 0 where it matches nothing.
  ///
  /// - Parameter columns: the probing side's keys, in the order of the build side's and of the
  ///   same types, each of `count` rows.
  /// - Throws: ``ValueError/interrupted`` alone.
  package func groups(
    of columns: [Vector], count: Int
  ) throws(ValueError) -> Buffer<UInt32> {
    let dictionaries = columns.compactMap(\.dictionary)
    guard !columns.isEmpty, dictionaries.count == columns.count,
      let codes = KeyCombination(
        dictionaries.map { (.dictionary($0), .varchar) }, limit: count * Self.mostCombinations),
      let groups = try groups(of: codes, dictionaries)
    else { return try hashedGroups(of: columns, count: count) }
    if columns.count == 1,
      let taken = Lookup.taken(columns[0], .dictionary(dictionaries[0]), groups)
    {
      return taken
    }
    let result = codes.cells(of: columns, count: count)
    let (cells, table) = (result.pointer, groups.pointer)
    var row = 0
    while row < count {
      cells[row] = table[Int(cells[row])]
      row &+= 1
    }
    return result
  }

  /// Up to so many combinations of codes for each row of a batch are looked up once rather than every
  /// row: all batches share the work.
  private static let mostCombinations = 4

  /// The group of each combination of codes; nil where they cannot be made.
  ///
  /// - Complexity: one look-up for each combination, at the first call.
  private func groups(
    of codes: KeyCombination, _ dictionaries: [TextDictionary]
  ) throws(ValueError) -> Buffer<UInt32>? {
    try codeGroups.withLock { known throws(ValueError) in
      if let known, known.dictionaries.elementsEqual(dictionaries, by: ===) { return known.groups }
      guard let columns = try? codes.values(of: RowSelection(range: 0..<codes.cells)) else {
        return nil
      }
      let groups = try hashedGroups(of: columns, count: codes.cells)
      known = (dictionaries, groups)
      return groups
    }
  }

  private func hashedGroups(
    of columns: [Vector], count: Int
  ) throws(ValueError) -> Buffer<UInt32> {
    var words = Buffer<UInt64>(repeating: 1, count: columns.isEmpty ? count : 0)
    for (position, (key, column)) in zip(keys, columns).enumerated() {
      let numbers = try key.numbers(of: column)
      if position == 0 {
        words = numbers
        continue
      }
      if let shortening = key.shortening { try Self.replace(words, by: shortening) }
      Self.append(numbers, bits: key.bits, to: words)
    }
    let result = Buffer<UInt32>(count: count)
    index.find(words, count: count, into: result.pointer)
    return result
  }

  /// The probing rows that have a match: those whose group is not 0.
  ///
  /// - Parameter columns: as in ``groups(of:count:)``.
  /// - Throws: ``ValueError/interrupted`` alone.
  package func matched(of columns: [Vector], count: Int) throws(ValueError) -> Bitmap {
    if keys.count == 1, keys[0].nullNumber == nil, keys[0].narrowing == nil,
      let marks = keys[0].field.marks(of: columns[0], in: index)
    {
      return marks
    }
    return JoinMatching.matched(try groups(of: columns, count: count))
  }

  /// Where the rows of a group, which is not 0, stand.
  func places(ofGroup group: Int) -> Range<Int> {
    Int(starts.pointer[group])..<Int(starts.pointer[group + 1])
  }

  /// The row of the build side that stands at a place.
  func row(at place: Int) -> Int { Int(rows.pointer[place]) }

  /// Whether a row of `groups` has more than one match.
  package func hasSeveralMatches(_ groups: Buffer<UInt32>) -> Bool {
    if isUnique { return false }
    var row = 0
    while row < groups.count {
      let group = Int(groups.pointer[row])
      if group != 0 && starts.pointer[group + 1] &- starts.pointer[group] > 1 { return true }
      row &+= 1
    }
    return false
  }

  /// Pairs of rows that match.
  package struct Matches {
    /// Rows of the probing side; nil where they are all its rows, each once.
    package let probe: RowSelection?
    /// As many rows of the build side.
    package let build: RowSelection
    /// The first probing row that was not looked at.
    package let end: Int

    /// The probing rows of some of the pairs.
    package func probing(_ pairs: RowSelection) -> RowSelection {
      probe.map { Gather.compose(pairs, over: $0) } ?? pairs
    }
  }

  /// The matches of the probing rows from `start` on, in their order and, for one row, in the
  /// order of the build side.
  ///
  /// - Parameters:
  ///   - groups: as ``groups(of:count:)`` gave them.
  ///   - keepsUnmatched: whether a row without a match is paired with a missing one.
  ///   - limit: stops before the first row whose matches would exceed this many pairs, but never
  ///     before one row is done.
  package func matches(
    _ groups: Buffer<UInt32>, from start: Int, keepsUnmatched: Bool, limit: Int
  ) -> Matches {
    if isUnique { return uniqueMatches(groups, from: start, keepsUnmatched: keepsUnmatched) }
    var total = 0
    var end = start
    var unmatched = false
    while end < groups.count {
      let group = Int(groups.pointer[end])
      var size = Int(starts.pointer[group + 1] &- starts.pointer[group])
      if group == 0 { size = 0 }
      if size == 0 && keepsUnmatched {
        size = 1
        unmatched = true
      }
      if total + size > limit && end > start { break }
      total += size
      end += 1
    }
    let probe = Buffer<UInt32>(count: total)
    let build = Buffer<UInt32>(count: total)
    var position = 0
    var row = start
    while row < end {
      let group = Int(groups.pointer[row])
      if group != 0 {
        var place = Int(starts.pointer[group])
        let last = Int(starts.pointer[group &+ 1])
        while place < last {
          probe.pointer[position] = UInt32(truncatingIfNeeded: row)
          build.pointer[position] = rows.pointer[place]
          position &+= 1
          place &+= 1
        }
      } else if keepsUnmatched {
        probe.pointer[position] = UInt32(truncatingIfNeeded: row)
        build.pointer[position] = RowSelection.missing
        position &+= 1
      }
      row &+= 1
    }
    return Matches(
      probe: RowSelection(rows: probe, count: total),
      build: RowSelection(rows: build, count: total, hasMissing: unmatched), end: end)
  }

  /// The same where a row has one match at most, so that all of them fit the limit.
  private func uniqueMatches(
    _ groups: Buffer<UInt32>, from start: Int, keepsUnmatched: Bool
  ) -> Matches {
    let count = groups.count
    let build = Buffer<UInt32>(count: count - start)
    let (numbers, starts, rows) = (groups.pointer, starts.pointer, rows.pointer)
    let builds = build.pointer
    var position = 0
    var row = start
    if keepsUnmatched {
      var unmatched = false
      while row < count {
        let group = Int(numbers[row])
        builds[position] = group == 0 ? RowSelection.missing : rows[Int(starts[group])]
        if group == 0 { unmatched = true }
        position &+= 1
        row &+= 1
      }
      return Matches(
        probe: start == 0 ? nil : RowSelection(range: start..<count),
        build: RowSelection(rows: build, count: position, hasMissing: unmatched), end: count)
    }
    let probe = Buffer<UInt32>(count: count - start)
    let probes = probe.pointer
    while row < count {
      probes[position] = UInt32(truncatingIfNeeded: row)
      builds[position] = numbers[row]
      if numbers[row] != 0 { position &+= 1 }
      row &+= 1
    }
    var match = 0
    while match < position {
      builds[match] = rows[Int(starts[Int(builds[match])])]
      match &+= 1
    }
    return Matches(
      probe: position == count ? nil : RowSelection(rows: probe, count: position),
      build: RowSelection(rows: build, count: position), end: count)
  }
}
