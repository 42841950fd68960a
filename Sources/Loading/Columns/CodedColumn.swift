import Columns

/// Joins the dictionaries of all threads into that of the column, and the codes of its pieces into
/// vectors.
final class CodedColumn: @unchecked Sendable {
  // Made by one thread, then read by many.

  /// Rows of one piece that go into one chunk.
  struct Slice: Sendable {
    let codes: PieceCodes
    let from: Int
    let count: Int
  }

  private let interner: TextInterner
  /// For each thread, the code in `interner` of each of its codes; nil where they are the same.
  private let maps: [Buffer<UInt32>?]
  private let dictionary: TextDictionary?
  /// Whether the texts have no room in one dictionary.
  let isFull: Bool
  /// Whether the column is stored as plain texts.
  let isPlain: Bool

  /// A column of at least this many distinct values, more than half of its values being distinct,
  /// is stored as plain texts: its codes would take as much memory as they save, and every use
  /// would go through them.
  private static let plainCount = 1 << 16

  /// Joins the dictionaries of `interners`, one a thread.
  ///
  /// The texts are taken piece after piece, and within a piece in the order in which its thread met
  /// them: so codes are given in order of first appearance in the file. A text that a piece used
  /// but did not add stands in an earlier piece of its thread.
  ///
  /// - Parameters:
  ///   - pieces: the codes of every piece, in the order of the file.
  ///   - values: how many cells are not NULL.
  ///   - hasNullTexts: whether the interners hold texts that stand for NULL, which no piece added.
  init(
    _ interners: [TextInterner], pieces: [PieceCodes], values: Int, hasNullTexts: Bool = false
  ) {
    let used = interners.filter { $0.count > 1 }
    var maps: [Buffer<UInt32>?] = Array(repeating: nil, count: interners.count)
    var isFull = interners.contains { $0.isFull }
    if used.count <= 1 && !hasNullTexts {
      interner = used.first ?? TextInterner()
    } else {
      interner = TextInterner()
      maps = interners.map { Buffer(repeating: 0, count: $0.count) }
      for piece in pieces where !isFull {
        guard let map = maps[piece.worker] else { continue }
        if !interner.merge(interners[piece.worker], codes: piece.added, into: map.pointer) {
          isFull = true
        }
      }
    }
    self.maps = maps
    self.isFull = isFull
    let distinct = interner.count - 1
    isPlain = distinct >= Self.plainCount && distinct * 2 > values
    dictionary = isPlain || isFull ? nil : interner.finish()
  }

  /// Distinct values, NULL apart.
  var distinct: Int { interner.count - 1 }

  /// The vector of one chunk.
  ///
  /// - Parameter hasNulls: whether any row of the column is NULL.
  func vector(_ slices: [Slice], rows: Int, hasNulls: Bool) -> Vector {
    guard let dictionary else { return plain(slices, rows: rows) }
    if dictionary.count <= 1 << 8 {
      let codes = Buffer<UInt8>(count: rows)
      join(slices, into: codes.pointer)
      return Vector(
        type: .varchar, count: rows, storage: .code8(codes, dictionary),
        validity: hasNulls ? validity(codes) : nil)
    }
    if dictionary.count <= 1 << 16 {
      let codes = Buffer<UInt16>(count: rows)
      join(slices, into: codes.pointer)
      return Vector(
        type: .varchar, count: rows, storage: .code16(codes, dictionary),
        validity: hasNulls ? validity(codes) : nil)
    }
    let codes = Buffer<UInt32>(count: rows)
    join(slices, into: codes.pointer)
    return Vector(
      type: .varchar, count: rows, storage: .code32(codes, dictionary),
      validity: hasNulls ? validity(codes) : nil)
  }

  private func join<Code: FixedWidthInteger & BitwiseCopyable>(
    _ slices: [Slice], into target: UnsafeMutablePointer<Code>
  ) {
    var end = 0
    for slice in slices {
      let map = maps[slice.codes.worker]
      let into = target + end
      switch slice.codes.storage {
      case .code8(let source): translate(source, slice, map, into)
      case .code16(let source): translate(source, slice, map, into)
      case .code32(let source): translate(source, slice, map, into)
      }
      end += slice.count
    }
  }

  private func translate<
    Source: FixedWidthInteger & BitwiseCopyable, Target: FixedWidthInteger & BitwiseCopyable
  >(
    _ source: Buffer<Source>, _ slice: Slice, _ map: Buffer<UInt32>?,
    _ target: UnsafeMutablePointer<Target>
  ) {
    let from = source.pointer + slice.from
    let count = slice.count
    var row = 0
    if let map = map?.pointer {
      while row < count {
        target[row] = Target(truncatingIfNeeded: map[Int(truncatingIfNeeded: from[row])])
        row &+= 1
      }
    } else {
      while row < count {
        target[row] = Target(truncatingIfNeeded: from[row])
        row &+= 1
      }
    }
  }

  private func validity<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Buffer<Code>
  ) -> Bitmap? {
    let count = codes.count
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    let source = codes.pointer
    var nulls = 0
    var row = 0
    while row < count {
      let width = min(64, count &- row)
      var word: UInt64 = 0
      var bit = 0
      while bit < width {
        word |= (source[row &+ bit] != 0 ? 1 : 0) &<< UInt64(truncatingIfNeeded: bit)
        bit &+= 1
      }
      nulls &+= width &- word.nonzeroBitCount
      words.pointer[row &>> 6] = word
      row &+= 64
    }
    return nulls == 0 ? nil : Bitmap(words: words, count: count)
  }

  /// The texts themselves.
  private func plain(_ slices: [Slice], rows: Int) -> Vector {
    let codes = Buffer<UInt32>(count: rows)
    join(slices, into: codes.pointer)
    let offsets = Buffer<UInt32>(count: rows + 1)
    var total = 0
    offsets.pointer[0] = 0
    for row in 0..<rows {
      let code = Int(codes.pointer[row])
      if code > 0 { total += interner.text(code).count }
      offsets.pointer[row + 1] = UInt32(truncatingIfNeeded: total)
    }
    let bytes = Buffer<UInt8>(count: total)
    for row in 0..<rows {
      let code = Int(codes.pointer[row])
      guard code > 0, let start = interner.text(code).baseAddress else { continue }
      (bytes.pointer + Int(offsets.pointer[row])).update(
        from: start, count: interner.text(code).count)
    }
    return Vector(
      type: .varchar, count: rows, storage: .text(TextStore(offsets: offsets, bytes: bytes)),
      validity: validity(codes))
  }
}
