extension CastKernels {
  /// Values of any type as text.
  static func text(_ vector: Vector) throws -> Vector {
    let count = vector.count
    var writer = TextWriter(rows: count, byteCount: count * 8)
    let validity = vector.validity
    switch vector.type {
    case .boolean:
      let bits = NumberSource.bits(vector)
      for row in 0..<count {
        if validity.map({ $0[row] }) ?? true { writer.append(bits[row] ? "true" : "false") }
        try writer.endRow()
      }
    case .double, .percent:
      let source = NumberSource.doubles(vector)
      for row in 0..<count {
        if validity.map({ $0[row] }) ?? true {
          ValueText.append(source.pointer[row], to: &writer)
        }
        try writer.endRow()
      }
    case .date, .timestamp, .time:
      let source = NumberSource.integers(vector, as: Int64.self)
      let type = vector.type
      for row in 0..<count {
        if validity.map({ $0[row] }) ?? true {
          let number = Int(source.pointer[row])
          switch type {
          case .date: ValueText.appendDate(number, to: &writer)
          case .time: ValueText.appendTime(UInt64(number.magnitude), to: &writer)
          default: ValueText.appendTimestamp(number, to: &writer)
          }
        }
        try writer.endRow()
      }
    case .interval:
      let source = NumberSource.integers(vector, as: Int128.self)
      for row in 0..<count {
        if validity.map({ $0[row] }) ?? true {
          ValueText.append(Interval(bits: source.pointer[row]), to: &writer)
        }
        try writer.endRow()
      }
    case .measure:
      for row in 0..<count {
        if case .measure(let measure) = vector.value(row) {
          writer.append(MeasureText.string(measure))
        }
        try writer.endRow()
      }
    case .bigint, .hugeint, .decimal, .null, .varchar:
      let source = NumberSource.integers(vector, as: Int128.self)
      let scale = vector.type.scale
      for row in 0..<count {
        if validity.map({ $0[row] }) ?? true {
          ValueText.append(source.pointer[row], scale: scale, to: &writer)
        }
        try writer.endRow()
      }
    }
    return writer.vector(validity: validity)
  }

  /// Texts as values of `type`.
  static func read(_ vector: Vector, _ type: DataType, isTry: Bool) throws -> Vector {
    let count = vector.count
    return try TextReader.read(vector) { texts in
      switch type {
      case .boolean:
        let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
        var failures: [Int] = []
        for row in 0..<count {
          guard let truth = ValueWords.boolean(texts[row]) else {
            failures.append(row)
            continue
          }
          if truth { words.pointer[row >> 6] |= 1 << UInt64(row & 63) }
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        return Nulls.booleans(words, count: count, validity: validity)
      case .double, .percent:
        let result = Buffer<Double>(repeating: 0, count: count)
        var failures: [Int] = []
        for row in 0..<count {
          guard let number = type == .percent ? percent(texts[row]) : double(texts[row]) else {
            failures.append(row)
            continue
          }
          result.pointer[row] = number
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        Nulls.clear(result.pointer, where: validity)
        return Vector(type: type, count: count, storage: .float64(result), validity: validity)
      case .date, .timestamp, .time:
        let result = Buffer<Int64>(repeating: 0, count: count)
        var failures: [Int] = []
        for row in 0..<count {
          let number: Int64? =
            switch type {
            case .date: DateReader.date(texts[row]).map(Int64.init)
            case .time: DateReader.time(texts[row])
            default: DateReader.timestamp(texts[row])
            }
          guard let number else {
            failures.append(row)
            continue
          }
          result.pointer[row] = number
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        return Self.vector(result, count, type, validity)
      case .interval:
        let result = Buffer<Int128>(repeating: 0, count: count)
        var failures: [Int] = []
        for row in 0..<count {
          guard let interval = IntervalReader.interval(texts[row]) else {
            failures.append(row)
            continue
          }
          result.pointer[row] = interval.bits
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        return Self.vector(result, count, type, validity)
      case .measure:
        let result = Buffer<Int128>(repeating: 0, count: count)
        var failures: [Int] = []
        for row in 0..<count {
          guard let measure = MeasureText.measure(texts[row]) else {
            failures.append(row)
            continue
          }
          result.pointer[row] = measure.bits
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        return Self.vector(result, count, type, validity)
      case .bigint, .hugeint, .decimal, .null, .varchar:
        let result = Buffer<Int128>(repeating: 0, count: count)
        let range = PowersOfTen.range(of: type)
        let scale = type.scale
        var failures: [Int] = []
        for row in 0..<count {
          guard let number = WrittenNumber(texts[row])?.unscaled(scale: scale, in: range) else {
            failures.append(row)
            continue
          }
          result.pointer[row] = number
        }
        let validity = try settle(failures, vector, isTry: isTry) { unreadable(texts[$0], type) }
        return Self.vector(result, count, type, validity)
      }
    }
  }

  /// The finite number that `text` writes, or the infinity or NaN that it names; nil where it is
  /// neither, or a number beyond all doubles.
  private static func double(_ text: TextBytes) -> Double? {
    guard let written = WrittenNumber(text) else { return ValueWords.double(text) }
    let number = written.double(text)
    return number.isFinite ? number : nil
  }

  /// The fraction that `text` writes, as a number or in hundredths: `0.74`, `74 %`, `74%`.
  private static func percent(_ text: TextBytes) -> Double? {
    guard text.last == UInt8(ascii: "%") else { return double(text) }
    let end = text.dropLast().lastIndex { $0 != UInt8(ascii: " ") } ?? -1
    return double(TextBytes(rebasing: text[...end])).map { $0 / 100 }
  }

  /// The error about a text that is no value of `type`: a number that does not fit is told apart.
  private static func unreadable(_ text: TextBytes, _ type: DataType) -> ValueError {
    let string = String(decoding: text, as: UTF8.self)
    return type.isNumeric && WrittenNumber(text) != nil
      ? .outOfRange(value: string, type: type) : .unreadable(text: string, type: type)
  }
}
