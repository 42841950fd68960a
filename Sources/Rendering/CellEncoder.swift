import Columns

/// Writes the cells of one relation in one style.
///
/// The texts of a dictionary are encoded once each where the relation has more rows than the
/// dictionary has texts; all else is encoded where it stands.
final class CellEncoder {
  private let style: CellStyle
  private let arena = PieceArena()
  /// The texts of each dictionary met so far, encoded.
  private var encodedTexts: [ObjectIdentifier: TextStore] = [:]
  /// Vectors made for the chunk at hand, of which its cells hold addresses.
  private var kept: [Vector] = []
  private let marks: Marks
  private let relation: Relation

  /// The pieces of ``CellStyle``, as addresses.
  private struct Marks {
    let null: Piece
    let beforeDate, afterDate: Piece
    let beforeTimestamp, afterTimestamp: Piece
    let beforeTime, afterTime: Piece
    let beforeInterval, afterInterval: Piece
    let beforeMeasure, afterMeasure: Piece
    let beforeNonFinite, afterNonFinite: Piece
  }

  init(_ relation: Relation, style: CellStyle) {
    self.relation = relation
    self.style = style
    marks = Marks(
      null: arena.piece(style.null),
      beforeDate: arena.piece(style.date.before), afterDate: arena.piece(style.date.after),
      beforeTimestamp: arena.piece(style.timestamp.before),
      afterTimestamp: arena.piece(style.timestamp.after),
      beforeTime: arena.piece(style.time.before), afterTime: arena.piece(style.time.after),
      beforeInterval: arena.piece(style.interval.before),
      afterInterval: arena.piece(style.interval.after),
      beforeMeasure: arena.piece(style.measure.before),
      afterMeasure: arena.piece(style.measure.after),
      beforeNonFinite: arena.piece(style.nonFinite.before),
      afterNonFinite: arena.piece(style.nonFinite.after))
  }

  /// The columns of `chunk`, a chunk of the encoder's relation, for ``append(_:of:to:)``; those of
  /// the chunk before are valid no more.
  func columns(of chunk: Chunk) -> [ColumnCells] {
    kept = []
    return chunk.columns.map { cells($0) }
  }

  private func cells(_ given: Vector) -> ColumnCells {
    let vector = given.type == .measure ? packed(given) : given
    // Every address must point somewhere; where it is not read, at the piece for NULL.
    var cells = ColumnCells(
      data: UnsafeRawPointer(marks.null.start), offsets: noOffsets, bytes: marks.null.start,
      fixed: marks.null)
    cells.validity = vector.validity.map { UnsafePointer($0.words.pointer) }
    cells.scale = vector.type.scale
    if cells.scale <= DataType.narrowPrecision { cells.unit = CellText.unit(ofScale: cells.scale) }
    switch vector.type {
    case .date: cells.meaning = .date
    case .timestamp: cells.meaning = .timestamp
    case .time: cells.meaning = .time
    case .interval: cells.meaning = .interval
    case .measure: cells.meaning = .measure
    case .decimal: cells.meaning = .decimal
    case .percent where style.showsPercent: cells.meaning = .percent
    default: cells.meaning = .integer
    }
    func set(_ storage: ColumnCells.Storage, _ data: UnsafeRawPointer) {
      cells.storage = storage
      cells.data = data
    }
    switch vector.storage {
    case .constant(let value):
      cells.validity = nil
      cells.fixed = fixedPiece(value, cells.meaning)
      cells.isFixedNull = value.isNull
    case .bits(let bits): set(.bits, bits.words.pointer)
    case .int8(let buffer): set(.int8, buffer.pointer)
    case .int16(let buffer): set(.int16, buffer.pointer)
    case .int32(let buffer): set(.int32, buffer.pointer)
    case .int64(let buffer): set(.int64, buffer.pointer)
    case .int128(let buffer): set(.int128, buffer.pointer)
    case .float64(let buffer): set(.float64, buffer.pointer)
    case .code8(let codes, let dictionary):
      set(.code8, codes.pointer)
      setTexts(of: dictionary, in: &cells)
    case .code16(let codes, let dictionary):
      set(.code16, codes.pointer)
      setTexts(of: dictionary, in: &cells)
    case .code32(let codes, let dictionary):
      set(.code32, codes.pointer)
      setTexts(of: dictionary, in: &cells)
    case .measure:
      // Packed above.
      break
    case .text(let texts):
      set(.text, texts.bytes.pointer)
      cells.offsets = UnsafePointer(texts.offsets.pointer)
      cells.bytes = UnsafePointer(texts.bytes.pointer)
    }
    return cells
  }

  /// Measures packed, for as long as their chunk is at hand.
  private func packed(_ measures: Vector) -> Vector {
    let result = MeasurePacking.packed(measures)
    kept.append(result)
    return result
  }

  private func setTexts(of dictionary: TextDictionary, in cells: inout ColumnCells) {
    var texts = dictionary.texts
    if let known = encodedTexts[ObjectIdentifier(dictionary)] {
      texts = known
      cells.isEncoded = true
    } else if dictionary.count <= relation.rowCount, let encoded = encode(dictionary.texts) {
      encodedTexts[ObjectIdentifier(dictionary)] = encoded
      texts = encoded
      cells.isEncoded = true
    }
    cells.offsets = UnsafePointer(texts.offsets.pointer)
    cells.bytes = UnsafePointer(texts.bytes.pointer)
  }

  /// The texts as the format wants them, or nil where they would be too long for one store.
  private func encode(_ texts: TextStore) -> TextStore? {
    var out = ByteBuffer(capacity: texts.bytes.count + texts.bytes.count / 8)
    let offsets = Buffer<UInt32>(count: texts.count + 1)
    for index in 0..<texts.count {
      offsets.pointer[index] = UInt32(out.count)
      style.text(texts[index], &out)
      if out.count > Int(UInt32.max) { return nil }
    }
    offsets.pointer[texts.count] = UInt32(out.count)
    let bytes = Buffer<UInt8>(count: out.count)
    if let start = out.bytes.baseAddress { bytes.pointer.update(from: start, count: out.count) }
    return TextStore(offsets: offsets, bytes: bytes)
  }

  private func fixedPiece(_ value: Value, _ meaning: ColumnCells.Meaning) -> Piece {
    var out = ByteBuffer()
    switch value {
    case .null: out.append(marks.null)
    case .boolean(let value): CellText.append(value, to: &out)
    case .integer(let value): CellText.append(value, scale: 0, to: &out)
    case .decimal(let unscaled, let scale): CellText.append(unscaled, scale: scale, to: &out)
    case .double(let value): append(value, isPercent: meaning == .percent, to: &out)
    case .text(var text): text.withUTF8 { style.text($0, &out) }
    case .date(let days): append(Int64(days), meaning: .date, scale: 0, unit: 1, to: &out)
    case .timestamp(let time): append(time, meaning: .timestamp, scale: 0, unit: 1, to: &out)
    case .time(let time): append(time, meaning: .time, scale: 0, unit: 1, to: &out)
    case .interval(let interval): append(interval, to: &out)
    case .measure(let measure): append(measure, to: &out)
    }
    return arena.piece(out.bytes)
  }

  /// Appends the cell of `row`.
  @inline(__always)
  func append(_ row: Int, of cells: ColumnCells, to out: inout ByteBuffer) {
    if cells.isNull(row) {
      out.append(marks.null)
      return
    }
    switch cells.storage {
    case .fixed: out.append(cells.fixed)
    case .bits:
      let word = cells.data.load(fromByteOffset: (row >> 6) &* 8, as: UInt64.self)
      CellText.append(word >> UInt64(row & 63) & 1 != 0, to: &out)
    case .int8, .int16, .int32, .int64:
      append(
        cells.integer(row), meaning: cells.meaning, scale: cells.scale, unit: cells.unit, to: &out)
    case .int128:
      let value = cells.data.load(fromByteOffset: row &* 16, as: Int128.self)
      switch cells.meaning {
      case .interval: append(Interval(bits: value), to: &out)
      case .measure: append(Measure(bits: value), to: &out)
      default: CellText.append(value, scale: cells.scale, to: &out)
      }
    case .float64:
      append(
        cells.data.load(fromByteOffset: row &* 8, as: Double.self),
        isPercent: cells.meaning == .percent, to: &out)
    case .code8, .code16, .code32, .text:
      let index = cells.textIndex(row)
      let start = Int(cells.offsets[index])
      let length = Int(cells.offsets[index &+ 1]) &- start
      if cells.isEncoded {
        // Buffers of columns are padded by more than a copy reads.
        out.appendPadded(cells.bytes + start, length)
      } else {
        style.text(UnsafeBufferPointer(start: cells.bytes + start, count: length), &out)
      }
    }
  }

  @inline(__always)
  private func append(
    _ value: Int64, meaning: ColumnCells.Meaning, scale: Int, unit: UInt64,
    to out: inout ByteBuffer
  ) {
    switch meaning {
    case .integer: CellText.append(value, to: &out)
    case .decimal: CellText.append(value, scale: scale, unit: unit, to: &out)
    case .date:
      out.append(marks.beforeDate)
      CellText.append(days: value, to: &out)
      out.append(marks.afterDate)
    case .timestamp:
      out.append(marks.beforeTimestamp)
      CellText.append(microseconds: value, to: &out)
      out.append(marks.afterTimestamp)
    case .time:
      out.append(marks.beforeTime)
      CellText.append(time: value, to: &out)
      out.append(marks.afterTime)
    case .interval, .measure, .percent:
      // Their storage is another.
      break
    }
  }

  private func append(_ interval: Interval, to out: inout ByteBuffer) {
    out.append(marks.beforeInterval)
    CellText.append(.interval(interval), to: &out)
    out.append(marks.afterInterval)
  }

  private func append(_ measure: Measure, to out: inout ByteBuffer) {
    out.append(marks.beforeMeasure)
    CellText.append(.measure(measure), to: &out)
    out.append(marks.afterMeasure)
  }

  @inline(__always)
  private func append(_ value: Double, isPercent: Bool, to out: inout ByteBuffer) {
    if value.isFinite {
      if isPercent {
        CellText.append(percent: value, to: &out)
      } else {
        CellText.append(value, to: &out)
      }
    } else {
      out.append(marks.beforeNonFinite)
      CellText.append(value, to: &out)
      out.append(marks.afterNonFinite)
    }
  }
}

/// Offsets of one empty text.
nonisolated(unsafe) private let noOffsets: UnsafePointer<UInt32> = {
  let zeros = UnsafeMutablePointer<UInt32>.allocate(capacity: 2)
  zeros.initialize(repeating: 0, count: 2)
  return UnsafePointer(zeros)
}()
