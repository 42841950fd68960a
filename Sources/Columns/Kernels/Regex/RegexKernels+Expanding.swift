extension RegexKernels {
  /// The parts of each text between the matches of the pattern in its row; none where one of the
  /// two is NULL.
  ///
  /// A match of nothing at the start of a part stands behind the part's first character, so that an
  /// empty pattern gives every character by itself.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a pattern that is no regular expression.
  package static func split(
    _ texts: Vector, _ patterns: Vector, _ pattern: Pattern, count: Int, _ emit: Expanding.Emission
  ) throws {
    var collector = TextCollector()
    var matchers = Matchers(pattern, groups: 0)
    try TextReader.read(texts, patterns) { textReader, patternReader in
      for row in 0..<count where !texts.isNull(row) && !patterns.isNull(row) {
        try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
        let text = textReader[row]
        try matchers.use(patternReader[row], on: text)
        var start = 0
        while start < text.count, matchers.matcher?.find(in: text, from: start) == true,
          let range = matchers.matcher?.range(ofGroup: 0)
        {
          var end = range.lowerBound
          if range.isEmpty && end == start {
            end = CodePoints.next(text, start)
            if end >= text.count { break }
          }
          collector.append(row, CodePoints.slice(text, start, end))
          start = max(end, range.upperBound)
        }
        collector.append(row, CodePoints.slice(text, start, text.count))
        try collector.flush(unlessBelow: Expanding.pieceRows, emit)
      }
    }
    try collector.flush(unlessBelow: 1, emit)
  }

  /// What group number `group` (0 for the whole match) of each match of the pattern matched, NULL
  /// where it took no part; no rows where the text, the pattern or the group is NULL.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a pattern that is no regular expression, and a
  ///   group that it does not have.
  package static func extractAll(
    _ texts: Vector, _ patterns: Vector, group: Vector, _ pattern: Pattern, count: Int,
    _ emit: Expanding.Emission
  ) throws {
    let groups = NumberSource.integers(group, as: Int64.self)
    var collector = TextCollector()
    var matchers = Matchers(pattern, groups: 9)
    try TextReader.read(texts, patterns) { textReader, patternReader in
      for row in 0..<count
      where !texts.isNull(row) && !patterns.isNull(row) && !group.isNull(row) {
        try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
        try matchers.use(patternReader[row], on: textReader[row])
        let known = min(matchers.matcher?.program.groupCount ?? 0, 9)
        guard let number = Int(exactly: groups.pointer[row]), (0...known).contains(number) else {
          throw ValueError.badArgument(
            "the pattern has the groups 0 to \(known), not \(groups.pointer[row])")
        }
        let text = textReader[row]
        var position = 0
        while position <= text.count,
          matchers.matcher?.find(in: text, from: position) == true,
          let range = matchers.matcher?.range(ofGroup: 0)
        {
          let taken = matchers.matcher?.range(ofGroup: number)
          collector.append(
            row, taken.map { CodePoints.slice(text, $0.lowerBound, $0.upperBound) })
          position = range.isEmpty ? CodePoints.next(text, range.upperBound) : range.upperBound
        }
        try collector.flush(unlessBelow: Expanding.pieceRows, emit)
      }
    }
    try collector.flush(unlessBelow: 1, emit)
  }

  /// Texts with the rows that they come from.
  private struct TextCollector {
    private var rows: [UInt32] = []
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    private var missing: [Int] = []

    /// Takes in `text`, or a NULL.
    mutating func append(_ row: Int, _ text: TextBytes?) {
      if let text { bytes.append(contentsOf: text) } else { missing.append(rows.count) }
      rows.append(UInt32(truncatingIfNeeded: row))
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Hands all texts to `emit` where there are at least `least`.
    ///
    /// - Throws: ``ValueError/textTooLong``.
    mutating func flush(unlessBelow least: Int, _ emit: Expanding.Emission) throws {
      if rows.count < least { return }
      guard bytes.count <= Int(UInt32.max) else { throw ValueError.textTooLong }
      let count = rows.count
      let texts = TextStore(offsets: Buffer(ends), bytes: Buffer(bytes))
      try emit(
        RowSelection(rows: Buffer(rows), count: count),
        Vector(
          type: .varchar, count: count, storage: .text(texts),
          validity: Nulls.removing(missing, from: nil, count: count)))
      self = TextCollector()
    }
  }
}
