import Columns
import Glibc

/// Makes vectors of chunks out of the columns of pieces.
enum PieceJoiner {
  /// The column numbered `column` of the rows of `job`; nil where a piece did not read it, or it
  /// is to have codes.
  static func vector(_ job: ChunkJob, column: Int, kind: ColumnPlan.Kind) -> Vector? {
    switch kind {
    case .examined, .coded: nil
    case .bigint: integers(job, column, type: .bigint)
    case .decimal: integers(job, column, type: nil)
    case .wideDecimal(let precision, let scale):
      wides(job, column, type: .decimal(precision: precision, scale: scale))
    case .date: integers(job, column, type: .date)
    case .timestamp: integers(job, column, type: .timestamp)
    case .boolean: booleans(job, column)
    case .double: doubles(job, column)
    case .plain: texts(job, column)
    }
  }

  /// Joins integers; without a `type` they are decimals of the largest scale among the pieces.
  private static func integers(_ job: ChunkJob, _ column: Int, type: DataType?) -> Vector? {
    let rows = job.rows
    let values = Buffer<Int64>(count: rows)
    var validity = BitmapJoiner(count: rows)
    var scale = 0
    for slice in job.slices {
      guard case .integers(_, _, let own) = slice.piece.columns[column] else { return nil }
      scale = max(scale, own)
    }
    var end = 0
    for slice in job.slices {
      guard case .integers(let source, let valid, let own) = slice.piece.columns[column] else {
        return nil
      }
      validity.append(valid, from: slice.from, count: slice.count)
      (values.pointer + end).update(from: source.pointer + slice.from, count: slice.count)
      if own < scale {
        // Where this overflows, the column has more than 18 digits, and is read again as DOUBLE.
        let power = Int64(NumberReader.powersOfTen[scale - own])
        for row in end..<(end + slice.count) { values.pointer[row] = values.pointer[row] &* power }
      }
      end += slice.count
    }
    return IntegerNarrowing.vector(
      values, count: rows,
      type: type ?? .decimal(precision: DataType.narrowPrecision, scale: scale),
      validity: validity.finish())
  }

  private static func booleans(_ job: ChunkJob, _ column: Int) -> Vector? {
    let rows = job.rows
    let bits = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: rows))
    var validity = BitmapJoiner(count: rows)
    var end = 0
    for slice in job.slices {
      guard case .integers(let source, let valid, _) = slice.piece.columns[column] else {
        return nil
      }
      validity.append(valid, from: slice.from, count: slice.count)
      for row in 0..<slice.count {
        let place = end + row
        bits.pointer[place >> 6] |= UInt64(source.pointer[slice.from + row]) << UInt64(place & 63)
      }
      end += slice.count
    }
    return Vector(
      type: .boolean, count: rows, storage: .bits(Bitmap(words: bits, count: rows)),
      validity: validity.finish())
  }

  private static func wides(_ job: ChunkJob, _ column: Int, type: DataType) -> Vector? {
    let joined = joined(job, column) { (piece) -> (Buffer<Int128>, Buffer<UInt64>?)? in
      if case .wides(let values, let validity) = piece { (values, validity) } else { nil }
    }
    return joined.map {
      Vector(type: type, count: job.rows, storage: .int128($0.values), validity: $0.validity)
    }
  }

  private static func doubles(_ job: ChunkJob, _ column: Int) -> Vector? {
    let joined = joined(job, column) { (piece) -> (Buffer<Double>, Buffer<UInt64>?)? in
      if case .doubles(let values, let validity) = piece { (values, validity) } else { nil }
    }
    return joined.map {
      Vector(type: .double, count: job.rows, storage: .float64($0.values), validity: $0.validity)
    }
  }

  /// Joins values that are stored as they were read; nil where `values` finds none in a piece.
  private static func joined<Element: BitwiseCopyable>(
    _ job: ChunkJob, _ column: Int,
    _ values: (PieceColumn) -> (values: Buffer<Element>, validity: Buffer<UInt64>?)?
  ) -> (values: Buffer<Element>, validity: Bitmap?)? {
    let joined = Buffer<Element>(count: job.rows)
    var validity = BitmapJoiner(count: job.rows)
    var end = 0
    for slice in job.slices {
      guard let source = values(slice.piece.columns[column]) else { return nil }
      validity.append(source.validity, from: slice.from, count: slice.count)
      (joined.pointer + end).update(from: source.values.pointer + slice.from, count: slice.count)
      end += slice.count
    }
    return (joined, validity.finish())
  }

  private static func texts(_ job: ChunkJob, _ column: Int) -> Vector? {
    let rows = job.rows
    var total = 0
    for slice in job.slices {
      guard case .texts(let source, _) = slice.piece.columns[column] else { return nil }
      let offsets = source.offsets.pointer
      total += Int(offsets[slice.from + slice.count] - offsets[slice.from])
    }
    let offsets = Buffer<UInt32>(count: rows + 1)
    let bytes = Buffer<UInt8>(count: total)
    var validity = BitmapJoiner(count: rows)
    var end = 0
    var row = 0
    offsets.pointer[0] = 0
    for slice in job.slices {
      guard case .texts(let source, let valid) = slice.piece.columns[column] else { return nil }
      validity.append(valid, from: slice.from, count: slice.count)
      let old = source.offsets.pointer + slice.from
      let first = old[0]
      let length = Int(old[slice.count] - first)
      memcpy(bytes.pointer + end, source.bytes.pointer + Int(first), length)
      let base = UInt32(truncatingIfNeeded: end) &- first
      let new = offsets.pointer + row
      var index = 1
      while index <= slice.count {
        new[index] = old[index] &+ base
        index &+= 1
      }
      row += slice.count
      end += length
    }
    return Vector(
      type: .varchar, count: rows, storage: .text(TextStore(offsets: offsets, bytes: bytes)),
      validity: validity.finish())
  }

  /// `vector`, decimals or NULLs, as a DECIMAL `type` of at most 18 digits, with at least as many of
  /// them behind the point as it has.
  static func rescaled(_ vector: Vector, to type: DataType) -> Vector {
    let scale = type.scale
    if vector.type == type { return vector }
    if vector.constant != nil {
      return Vector(constant: .null, type: type, count: vector.count)
    }
    let power = Int64(NumberReader.powersOfTen[scale - vector.type.scale])
    let values = Buffer<Int64>(count: vector.count)
    switch vector.storage {
    case .int8(let source): scaled(source, by: power, into: values)
    case .int16(let source): scaled(source, by: power, into: values)
    case .int32(let source): scaled(source, by: power, into: values)
    case .int64(let source): scaled(source, by: power, into: values)
    default: return vector
    }
    return IntegerNarrowing.vector(
      values, count: vector.count, type: type, validity: vector.validity)
  }

  private static func scaled<Source: FixedWidthInteger & BitwiseCopyable>(
    _ source: Buffer<Source>, by power: Int64, into target: Buffer<Int64>
  ) {
    for row in 0..<target.count {
      target.pointer[row] = Int64(source.pointer[row]) &* power
    }
  }
}
