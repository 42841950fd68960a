/// How far apart two texts are, counted in code points.
package enum TextMeasure: Sendable, CaseIterable {
  /// The fewest insertions, deletions and exchanges of one code point that make one of the other.
  case levenshtein
  /// The same, where two neighbours that change places count once.
  case damerauLevenshtein
  /// At how many places texts of one length differ.
  case hamming
}

/// How alike two texts are, from 0 to 1.
package enum TextSimilarity: Sendable, CaseIterable {
  /// The share of the code points of either that are in both.
  case jaccard
  /// Jaro's: how many code points stand near the same place in both, and in which order.
  case jaro
  /// Jaro's, raised by Winkler for a common start where it is above 0.7.
  case jaroWinkler
}

/// Measures that compare two texts, for finding what was meant to be the same.
package enum TextDistanceKernels {
  /// The distance of the texts in each row, as a BIGINT.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for `hamming` of texts of different lengths, and of empty ones.
  /// - Complexity: O(*m* · *n*) for texts of *m* and *n* code points.
  package static func distance(_ measure: TextMeasure, _ a: Vector, _ b: Vector) throws -> Vector {
    try TextKernels.apply([a, b], .bigint, a.count) { arguments, count in
      try TextReader.read(arguments[0], arguments[1]) { a, b in
        var comparer = Comparer()
        return try TextKernels.numbers(arguments, count: count) { row in
          comparer.read(a[row], b[row])
          switch measure {
          case .levenshtein: return try comparer.levenshtein()
          case .damerauLevenshtein: return try comparer.damerauLevenshtein()
          case .hamming:
            guard let result = comparer.hamming() else {
              throw ValueError.badArgument(
                "hamming compares texts of one length above 0, and these have \(comparer.a.count) and \(comparer.b.count) characters"
              )
            }
            return result
          }
        }
      }
    }
  }

  /// The similarity of the texts in each row, as a DOUBLE; 0 where it is below `cutoff`.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for `jaccard` of an empty text.
  package static func similarity(
    _ measure: TextSimilarity, _ a: Vector, _ b: Vector, cutoff: Vector? = nil
  ) throws -> Vector {
    let arguments = [a, b] + (cutoff.map { [$0] } ?? [])
    return try TextKernels.apply(arguments, .double, a.count) { arguments, count in
      let cutoffs = arguments.count > 2 ? NumberSource.doubles(arguments[2]) : nil
      let validity = Nulls.validity(arguments)
      let result = Buffer<Double>(repeating: 0, count: count)
      try TextReader.read(arguments[0], arguments[1]) { a, b in
        var comparer = Comparer()
        for row in 0..<count where validity.map({ $0[row] }) ?? true {
          try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
          comparer.read(a[row], b[row])
          let measured: Double? =
            switch measure {
            case .jaccard: comparer.jaccard()
            case .jaro: try comparer.jaro()
            case .jaroWinkler: try comparer.jaroWinkler()
            }
          guard let value = measured else {
            throw ValueError.badArgument("an empty text has no characters to compare")
          }
          if let cutoffs, value < cutoffs.pointer[row] { continue }
          result.pointer[row] = value
        }
      }
      return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
    }
  }

  /// Compares the code points of two texts, in memory that serves one row after the other.
  private struct Comparer {
    private(set) var a: [UInt32] = []
    private(set) var b: [UInt32] = []
    private var table: [Int] = []
    private var matchedA: [Bool] = []
    private var matchedB: [Bool] = []

    mutating func read(_ first: TextBytes, _ second: TextBytes) {
      Self.decode(first, into: &a)
      Self.decode(second, into: &b)
    }

    private static func decode(_ text: TextBytes, into result: inout [UInt32]) {
      result.removeAll(keepingCapacity: true)
      if CodePoints.isASCII(text) {
        for byte in text { result.append(UInt32(byte)) }
      } else {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
          result.append(scalar.value)
        }
      }
    }

    /// A cancellation point before every 256th row of a table, and of a wide one before every row.
    @inline(__always)
    private static func pause(at row: Int, _ width: Int) throws(ValueError) {
      if width > 4096 || row & 0xFF == 0xFF { try Cancellation.point() }
    }

    mutating func levenshtein() throws(ValueError) -> Int {
      if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
      // One row of the table of distances between the starts of both.
      table.removeAll(keepingCapacity: true)
      table.append(contentsOf: 0...b.count)
      for i in 0..<a.count {
        try Self.pause(at: i, b.count)
        var diagonal = table[0]
        table[0] = i + 1
        for j in 0..<b.count {
          let above = table[j + 1]
          table[j + 1] =
            a[i] == b[j] ? diagonal : 1 + min(diagonal, min(above, table[j]))
          diagonal = above
        }
      }
      return table[b.count]
    }

    /// Lowrance and Wagner's algorithm: between two neighbours that change places other code points
    /// may be put in or taken out.
    mutating func damerauLevenshtein() throws(ValueError) -> Int {
      if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
      let width = b.count + 2
      let most = a.count + b.count
      table.removeAll(keepingCapacity: true)
      table.append(contentsOf: repeatElement(0, count: (a.count + 2) * width))
      table[0] = most
      for i in 0...a.count {
        table[(i + 1) * width] = most
        table[(i + 1) * width + 1] = i
      }
      for j in 0...b.count {
        table[j + 1] = most
        table[width + j + 1] = j
      }
      var lastRow: [UInt32: Int] = [:]
      for i in 1...a.count {
        try Self.pause(at: i, b.count)
        var lastColumn = 0
        for j in 1...b.count {
          let row = lastRow[b[j - 1]] ?? 0
          let column = lastColumn
          var cost = 1
          if a[i - 1] == b[j - 1] {
            cost = 0
            lastColumn = j
          }
          let exchanged = table[i * width + j] + cost
          let inserted = table[(i + 1) * width + j] + 1
          let deleted = table[i * width + j + 1] + 1
          let swapped = table[row * width + column] + (i - row - 1) + 1 + (j - column - 1)
          table[(i + 1) * width + j + 1] = min(min(exchanged, inserted), min(deleted, swapped))
        }
        lastRow[a[i - 1]] = i
      }
      return table[(a.count + 1) * width + b.count + 1]
    }

    func hamming() -> Int? {
      guard a.count == b.count, !a.isEmpty else { return nil }
      return zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }

    /// Nil where a text is empty.
    func jaccard() -> Double? {
      if a.isEmpty || b.isEmpty { return nil }
      let first = Set(a)
      let second = Set(b)
      return Double(first.intersection(second).count) / Double(first.union(second).count)
    }

    mutating func jaro() throws(ValueError) -> Double {
      if a.isEmpty || b.isEmpty { return 0 }
      let reach = max(0, max(a.count, b.count) / 2 - 1)
      matchedA.removeAll(keepingCapacity: true)
      matchedA.append(contentsOf: repeatElement(false, count: a.count))
      matchedB.removeAll(keepingCapacity: true)
      matchedB.append(contentsOf: repeatElement(false, count: b.count))
      var matches = 0
      for i in a.indices {
        try Self.pause(at: i, reach)
        let low = max(0, i - reach)
        let high = min(b.count, i + reach + 1)
        if low >= high { continue }
        for j in low..<high where !matchedB[j] && a[i] == b[j] {
          matchedA[i] = true
          matchedB[j] = true
          matches += 1
          break
        }
      }
      if matches == 0 { return 0 }
      var outOfOrder = 0
      var j = 0
      for i in a.indices where matchedA[i] {
        while !matchedB[j] { j += 1 }
        if a[i] != b[j] { outOfOrder += 1 }
        j += 1
      }
      let count = Double(matches)
      let inOrder = count - Double(outOfOrder / 2)
      return (count / Double(a.count) + count / Double(b.count) + inOrder / count) / 3
    }

    mutating func jaroWinkler() throws(ValueError) -> Double {
      let similarity = try jaro()
      if similarity <= 0.7 { return similarity }
      var common = 0
      while common < 4, common < a.count, common < b.count, a[common] == b[common] { common += 1 }
      return similarity + Double(common) * 0.1 * (1 - similarity)
    }
  }
}
