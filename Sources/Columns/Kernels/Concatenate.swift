#if canImport(Glibc)
  import Glibc
#endif

/// Lays the vectors of one column end to end.
package enum Concatenate {
  /// One vector of all rows of `vectors`, which are all of `type`.
  ///
  /// Integers get the widest width among the parts; codes stay codes where all parts share one
  /// dictionary, and are recoded into a new one where they do not.
  ///
  /// - Throws: ``ValueError/textTooLong`` where plain texts exceed one ``TextStore``;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(rows), and the bytes of plain text.
  package static func vectors(
    _ vectors: [Vector], type: DataType
  ) throws(ValueError) -> Vector {
    let parts = vectors.filter { $0.count > 0 }
    if parts.count == 1 { return parts[0] }
    let count = parts.reduce(0) { $0 + $1.count }
    if parts.allSatisfy({ $0.constant?.isNull == true }) {
      return Vector(constant: .null, type: type, count: count)
    }
    let validity = joinedValidity(parts, count)
    switch type {
    case .null:
      return Vector(constant: .null, type: type, count: count)
    case .boolean:
      return Vector(
        type: type, count: count, storage: .bits(joinedBits(parts, count)), validity: validity)
    case .double, .percent:
      let result = Buffer<Double>(count: count)
      var row = 0
      for part in parts.map(Constants.expanded) {
        try Cancellation.point()
        if case .float64(let values) = part.storage {
          (result.pointer + row).update(from: values.pointer, count: part.count)
        }
        row += part.count
      }
      return Vector(type: type, count: count, storage: .float64(result), validity: validity)
    case .varchar:
      return try joinedTexts(parts, count, validity)
    case .measure:
      if let column = try joinedMeasures(parts, count) { return Vector(column) }
      return try joinedIntegers(
        parts.map { Constants.expanded(MeasurePacking.packed($0)) }, type, count, validity)
    case .bigint, .hugeint, .decimal, .date, .timestamp, .time, .interval:
      return try joinedIntegers(parts.map(Constants.expanded), type, count, validity)
    }
  }

  /// Parts that all are as one file has them; nil where some are not.
  private static func joinedMeasures(
    _ parts: [Vector], _ count: Int
  ) throws(ValueError) -> MeasureColumn? {
    var columns: [MeasureColumn] = []
    for part in parts {
      guard case .measure(let column) = part.storage else { return nil }
      if let first = columns.first,
        first.amounts.type != column.amounts.type || first.units !== column.units
      {
        return nil
      }
      columns.append(column)
    }
    guard let first = columns.first else { return nil }
    let codes = Buffer<UInt8>(count: count)
    var row = 0
    for column in columns {
      try Cancellation.point()
      (codes.pointer + row).update(from: column.codes.pointer, count: column.codes.count)
      row += column.codes.count
    }
    let amounts = try vectors(columns.map(\.amounts), type: first.amounts.type)
    return MeasureColumn(
      amounts: Constants.expanded(amounts), codes: codes, units: first.units)
  }

  private static func joinedIntegers(
    _ parts: [Vector], _ type: DataType, _ count: Int, _ validity: Bitmap?
  ) throws(ValueError) -> Vector {
    if type.isWide {
      let result = Buffer<Int128>(count: count)
      try copyIntegers(parts, to: result.pointer)
      return Vector(type: type, count: count, storage: .int128(result), validity: validity)
    }
    let bounds = joinedBounds(parts)
    let storage: Vector.Storage
    switch parts.reduce(8, { max($0, width(of: $1)) }) {
    case 8: storage = .int8(try copied(parts, count))
    case 16: storage = .int16(try copied(parts, count))
    case 32: storage = .int32(try copied(parts, count))
    default: storage = .int64(try copied(parts, count))
    }
    return Vector(type: type, count: count, storage: storage, validity: validity, bounds: bounds)
  }

  private static func copied<Number: FixedWidthInteger & BitwiseCopyable>(
    _ parts: [Vector], _ count: Int
  ) throws(ValueError) -> Buffer<Number> {
    let result = Buffer<Number>(count: count)
    try copyIntegers(parts, to: result.pointer)
    return result
  }

  private static func copyIntegers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ parts: [Vector], to target: UnsafeMutablePointer<Number>
  ) throws(ValueError) {
    var row = 0
    for part in parts {
      try Cancellation.point()
      switch part.storage {
      case .int8(let values): copy(values, to: target + row)
      case .int16(let values): copy(values, to: target + row)
      case .int32(let values): copy(values, to: target + row)
      case .int64(let values): copy(values, to: target + row)
      case .int128(let values): copy(values, to: target + row)
      default: (target + row).update(repeating: 0, count: part.count)
      }
      row += part.count
    }
  }

  @inline(__always)
  private static func copy<From: FixedWidthInteger & BitwiseCopyable, To: FixedWidthInteger>(
    _ values: Buffer<From>, to target: UnsafeMutablePointer<To>
  ) {
    let source = values.pointer
    let count = values.count
    var row = 0
    while row < count {
      target[row] = To(truncatingIfNeeded: source[row])
      row &+= 1
    }
  }

  private static func width(of vector: Vector) -> Int {
    switch vector.storage {
    case .int8: 8
    case .int16: 16
    case .int32: 32
    default: 64
    }
  }

  private static func joinedBounds(_ parts: [Vector]) -> ClosedRange<Int64>? {
    if case .range(let bounds) = ColumnDomain(of: parts) { bounds } else { nil }
  }

  /// The validity of all parts; nil where no row is NULL.
  package static func joinedValidity(_ parts: [Vector], _ count: Int) -> Bitmap? {
    if parts.allSatisfy({ $0.validity == nil && $0.constant?.isNull != true }) { return nil }
    return bitmap(parts, count) { part in
      if let validity = part.validity { return validity }
      return Bitmap(repeating: part.constant?.isNull != true, count: part.count)
    }
  }

  private static func joinedBits(_ parts: [Vector], _ count: Int) -> Bitmap {
    bitmap(parts, count) { part in
      if case .bits(let bits) = Constants.expanded(part).storage { return bits }
      return Bitmap(repeating: false, count: part.count)
    }
  }

  private static func bitmap(
    _ parts: [Vector], _ count: Int, of bits: (Vector) -> Bitmap
  ) -> Bitmap {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var row = 0
    for part in parts {
      let source = bits(part).words
      let shift = UInt64(row & 63)
      var target = row >> 6
      for index in 0..<source.count {
        words.pointer[target] |= source.pointer[index] << shift
        if shift != 0 && target + 1 < words.count {
          words.pointer[target + 1] |= source.pointer[index] >> (64 - shift)
        }
        target += 1
      }
      row += part.count
    }
    return Bitmap(words: words, count: count)
  }

  private static func joinedTexts(
    _ parts: [Vector], _ count: Int, _ validity: Bitmap?
  ) throws(ValueError) -> Vector {
    if parts.contains(where: { $0.dictionary != nil }) {
      let coded = try DictionaryEncoding.encode(parts)
      if let dictionary = coded.first?.dictionary {
        let codes = Buffer<UInt32>(count: count)
        var row = 0
        for part in coded {
          try Cancellation.point()
          DomainNumbers.fold(
            part, in: .dictionary(dictionary), multiplier: 0, into: codes.pointer + row)
          row += part.count
        }
        return DictionaryEncoding.vector(codes, dictionary, count: count, validity: validity)
      }
    }
    let expanded = parts.map(Constants.expanded)
    var length = 0
    for part in expanded {
      if case .text(let texts) = part.storage {
        length += Int(texts.offsets.pointer[texts.count] &- texts.offsets.pointer[0])
      }
    }
    guard length <= Int(UInt32.max) else { throw .textTooLong }
    let offsets = Buffer<UInt32>(count: count + 1)
    let bytes = Buffer<UInt8>(count: length)
    var row = 0
    var position = 0
    for part in expanded {
      try Cancellation.point()
      guard case .text(let texts) = part.storage else { continue }
      let start = Int(texts.offsets.pointer[0])
      let size = Int(texts.offsets.pointer[texts.count]) - start
      let shift = UInt32(truncatingIfNeeded: position &- start)
      for index in 0..<part.count {
        offsets.pointer[row + index] = texts.offsets.pointer[index] &+ shift
      }
      memcpy(bytes.pointer + position, texts.bytes.pointer + start, size)
      position += size
      row += part.count
    }
    offsets.pointer[row] = UInt32(position)
    return Vector(
      type: .varchar, count: count,
      storage: .text(TextStore(offsets: offsets, bytes: bytes)), validity: validity)
  }
}
