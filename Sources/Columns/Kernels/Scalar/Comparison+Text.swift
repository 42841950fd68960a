import CKernels

extension ComparisonKernels {
  /// Compares texts byte by byte; `a` is a constant only where `b` is one.
  static func texts(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    if case .constant(.text(let text)) = b.storage {
      if case .constant(.text(let other)) = a.storage {
        return .all(operation.holds(order(other, text)))
      }
      if let dictionary = a.dictionary {
        return coded(operation, a, dictionary, constant: b, text)
      }
    } else if let dictionary = a.dictionary, dictionary === b.dictionary {
      let byRank = operation != .equal && operation != .notEqual
      let ranks = byRank ? try? dictionary.ranks() : nil
      // Where the work is stopped before the ranks are known, the texts themselves are compared.
      if !byRank || ranks != nil {
        return integers(operation, places(a, dictionary, ranks), places(b, dictionary, ranks))
      }
    }
    return plain(operation, a, b)
  }

  private static func order(_ a: String, _ b: String) -> Int {
    var a = a
    var b = b
    return a.withUTF8 { x in b.withUTF8 { y in compare(x, y) } }
  }

  @inline(__always)
  private static func compare(_ x: TextBytes, _ y: TextBytes) -> Int {
    guard let xStart = x.baseAddress, let yStart = y.baseAddress else { return x.count &- y.count }
    return TextHash.compare(xStart, x.count, yStart, y.count)
  }

  @inline(__always)
  private static func equal(_ x: TextBytes, _ y: TextBytes) -> Bool {
    guard let xStart = x.baseAddress, let yStart = y.baseAddress else { return x.count == y.count }
    return TextHash.equal(xStart, x.count, yStart, y.count)
  }

  private static func plain(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    if case .text(let texts) = a.storage, case .constant(.text(let text)) = b.storage,
      operation != .equal && operation != .notEqual
    {
      return plain(operation, texts, TextStore([text]))
    }
    return TextReader.read(a, b) { x, y in
      switch operation {
      case .equal: rowByRow(a.count) { equal(x[$0], y[$0]) }
      case .notEqual: rowByRow(a.count) { !equal(x[$0], y[$0]) }
      default: rowByRow(a.count) { operation.holds(compare(x[$0], y[$0])) }
      }
    }
  }

  /// Compares each of `texts` with the one text of `constant`: whole zones at once where they lie on
  /// one side of it, other texts by their first bytes as a number where these differ, which is nearly
  /// always.
  private static func plain(
    _ operation: ComparisonOperator, _ texts: TextStore, _ constant: TextStore
  ) -> Answer {
    let prefix = TextOrder.prefix(constant, 0)
    let text = constant[0]
    let count = texts.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let known = texts.zones.known
    let zones = Buffer<TextZones.Zone>(
      repeating: TextZones.Zone(),
      count: known == nil ? (count + TextZones.rows - 1) / TextZones.rows : 0)
    var first = 0
    while first < count {
      let end = min(count, first + TextZones.rows)
      let zone = first / TextZones.rows
      if let known = known?.pointer[zone], let order = known.order(to: prefix) {
        let answer = operation.holds(order)
        let target = words.pointer + (first >> 6)
        if known.hasEmpty && operation.holds(text.isEmpty ? 0 : -1) != answer {
          markEmpty(texts, first..<end, target)
          if answer { for word in 0..<(end - first + 63) >> 6 { target[word] = ~target[word] } }
        } else if answer {
          target.update(repeating: .max, count: (end - first + 63) >> 6)
        }
      } else {
        var found = TextZones.Zone()
        for row in first..<end {
          let own = TextOrder.prefix(texts, row)
          found.add(
            prefix: own, isEmpty: texts.offsets.pointer[row] == texts.offsets.pointer[row + 1])
          let holds =
            own != prefix
            ? operation.holds(own < prefix ? -1 : 1) : operation.holds(compare(texts[row], text))
          words.pointer[row >> 6] |= (holds ? 1 : 0) << UInt64(row & 63)
        }
        if known == nil { zones.pointer[zone] = found }
      }
      first = end
    }
    if known == nil { texts.zones.keep(zones) }
    Bitmap.clearTail(words, count: count)
    return withExtendedLifetime(constant) { .words(words) }
  }

  /// Sets a bit for each of `rows` whose text is empty.
  private static func markEmpty(
    _ texts: TextStore, _ rows: Range<Int>, _ target: UnsafeMutablePointer<UInt64>
  ) {
    let starts = texts.offsets.pointer + rows.lowerBound
    starts.withMemoryRebound(to: Int32.self, capacity: rows.count + 1) {
      compare_equal_int32($0, $0 + 1, rows.count, target)
    }
  }

  /// The codes of a coded column as numbers, or their `ranks`.
  private static func places(
    _ vector: Vector, _ dictionary: TextDictionary, _ ranks: Buffer<UInt32>?
  ) -> Vector {
    let numbers = DomainNumbers.numbers(of: vector, in: .dictionary(dictionary))
    // A dictionary of under 4 GiB has fewer than 2^31 texts, so that codes fit.
    let result = Buffer<Int32>(count: vector.count)
    let source = numbers.pointer
    let target = result.pointer
    var row = 0
    while row < vector.count {
      let code = source[row]
      target[row] = Int32(truncatingIfNeeded: ranks.map { $0.pointer[Int(code)] } ?? code)
      row &+= 1
    }
    return Vector(type: .bigint, count: vector.count, storage: .int32(result))
  }

  private static func coded(
    _ operation: ComparisonOperator, _ column: Vector, _ dictionary: TextDictionary,
    constant: Vector, _ text: String
  ) -> Answer {
    let count = column.count
    guard operation == .equal || operation == .notEqual else {
      // One test for each text is less work than one for each row, unless texts are many.
      return dictionary.count > count
        ? plain(operation, column, constant)
        : byTable(operation, column, dictionary, constant)
    }
    let inverted = operation == .notEqual
    guard let code = dictionary.code(of: text) else { return .all(inverted) }
    switch column.storage {
    case .code8(let codes, _):
      guard let code = UInt8(exactly: code) else { return .all(inverted) }
      return filled(count, inverted: inverted) { words in
        codes.pointer.withMemoryRebound(to: Int8.self, capacity: count) {
          compare_equal_constant_int8($0, Int8(bitPattern: code), count, words)
        }
      }
    case .code16(let codes, _):
      guard let code = UInt16(exactly: code) else { return .all(inverted) }
      return filled(count, inverted: inverted) { words in
        codes.pointer.withMemoryRebound(to: Int16.self, capacity: count) {
          compare_equal_constant_int16($0, Int16(bitPattern: code), count, words)
        }
      }
    case .code32(let codes, _):
      guard let code = UInt32(exactly: code) else { return .all(inverted) }
      return filled(count, inverted: inverted) { words in
        codes.pointer.withMemoryRebound(to: Int32.self, capacity: count) {
          compare_equal_constant_int32($0, Int32(bitPattern: code), count, words)
        }
      }
    default:
      return plain(operation, column, constant)
    }
  }

  private static func byTable(
    _ operation: ComparisonOperator, _ column: Vector, _ dictionary: TextDictionary,
    _ constant: Vector
  ) -> Answer {
    let table = Buffer<Bool>(count: dictionary.count)
    TextReader.read(constant) { constant in
      let text = constant[0]
      for code in 0..<dictionary.count {
        table.pointer[code] = operation.holds(compare(dictionary.texts[code], text))
      }
    }
    let holds = table.pointer
    return withExtendedLifetime(table) {
      switch column.storage {
      case .code8(let codes, _): rowByRow(column.count) { holds[Int(codes.pointer[$0])] }
      case .code16(let codes, _): rowByRow(column.count) { holds[Int(codes.pointer[$0])] }
      case .code32(let codes, _): rowByRow(column.count) { holds[Int(codes.pointer[$0])] }
      default: plain(operation, column, constant)
      }
    }
  }
}
