import CKernels

#if canImport(Glibc)
  import Glibc
#endif

/// Takes rows out of vectors.
package enum Gather {
  /// The rows of `selection`, in its order; ``RowSelection/missing`` gives NULL.
  ///
  /// Bounds are kept: they still hold, if no longer tightly.
  ///
  /// - Throws: ``ValueError/textTooLong`` where the texts taken exceed one ``TextStore``;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(rows taken), and the bytes of plain text.
  package static func rows(
    _ selection: RowSelection, of vector: Vector
  ) throws(ValueError) -> Vector {
    let count = selection.count
    if count == 0 {
      return Vector(constant: .null, type: vector.type, count: 0)
    }
    if case .constant(let value) = vector.storage {
      if selection.hasMissing && !value.isNull {
        return try rows(selection, of: Constants.expanded(vector))
      }
      return Vector(constant: value, type: vector.type, count: count)
    }
    let validity = try gatheredValidity(selection, vector.validity)
    let storage: Vector.Storage
    switch vector.storage {
    case .constant(let value): storage = .constant(value)
    case .bits(let bits): storage = .bits(try gathered(bits, selection))
    case .int8(let buffer): storage = .int8(try gathered(buffer, selection))
    case .int16(let buffer): storage = .int16(try gathered(buffer, selection))
    case .int32(let buffer): storage = .int32(try gathered(buffer, selection))
    case .int64(let buffer): storage = .int64(try gathered(buffer, selection))
    case .int128(let buffer): storage = .int128(try gathered(buffer, selection))
    case .float64(let buffer): storage = .float64(try gathered(buffer, selection))
    case .code8(let codes, let dictionary):
      storage = .code8(try gathered(codes, selection), dictionary)
    case .code16(let codes, let dictionary):
      storage = .code16(try gathered(codes, selection), dictionary)
    case .code32(let codes, let dictionary):
      storage = .code32(try gathered(codes, selection), dictionary)
    case .text(let texts): storage = .text(try gathered(texts, selection))
    case .measure(let column):
      return Vector(
        MeasureColumn(
          amounts: Constants.expanded(try rows(selection, of: column.amounts)),
          codes: try gathered(column.codes, selection), units: column.units))
    }
    return Vector(
      type: vector.type, count: count, storage: storage, validity: validity, bounds: vector.bounds)
  }

  /// The rows of `selection` of each vector there is.
  package static func rows(
    _ selection: RowSelection, ofEach vectors: [Vector?]
  ) throws(ValueError) -> [Vector?] {
    var result: [Vector?] = []
    for vector in vectors {
      if let vector {
        result.append(try rows(selection, of: vector))
      } else {
        result.append(nil)
      }
    }
    return result
  }

  /// The rows of `selection` of each vector.
  package static func rows(
    _ selection: RowSelection, ofEach vectors: [Vector]
  ) throws(ValueError) -> [Vector] {
    var result: [Vector] = []
    for vector in vectors { result.append(try rows(selection, of: vector)) }
    return result
  }

  /// The numbers at the rows of `selection`, none of which is missing.
  package static func numbers(
    _ numbers: UnsafePointer<UInt32>, at selection: RowSelection
  ) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: selection.count)
    let rows = selection.rows.pointer
    var index = 0
    while index < selection.count {
      result.pointer[index] = numbers[Int(rows[index])]
      index &+= 1
    }
    return result
  }

  /// The positions `range` of a selection.
  package static func slice(_ selection: RowSelection, _ range: Range<Int>) -> RowSelection {
    let rows = Buffer<UInt32>(count: range.count)
    rows.pointer.update(from: selection.rows.pointer + range.lowerBound, count: range.count)
    return RowSelection(rows: rows, count: range.count, hasMissing: selection.hasMissing)
  }

  /// The selection that takes from a vector what `outer` takes from the rows of `inner`.
  package static func compose(_ outer: RowSelection, over inner: RowSelection) -> RowSelection {
    RowSelection(
      rows: composedRows(outer, inner), count: outer.count,
      hasMissing: outer.hasMissing || inner.hasMissing)
  }

  private static func composedRows(
    _ outer: RowSelection, _ inner: RowSelection
  ) -> Buffer<UInt32> {
    let count = outer.count
    let result = Buffer<UInt32>(count: count)
    let target = result.pointer
    let source = inner.rows.pointer
    let rows = outer.rows.pointer
    if outer.hasMissing {
      for index in 0..<count {
        let row = rows[index]
        target[index] = row == RowSelection.missing ? row : source[Int(row)]
      }
    } else {
      var index = 0
      while index < count {
        target[index] = source[Int(rows[index])]
        index &+= 1
      }
    }
    return result
  }

  /// Elements at the rows of `selection`; zero where a row is missing.
  @inline(__always)
  private static func gathered<Element: BitwiseCopyable & FixedWidthInteger>(
    _ buffer: Buffer<Element>, _ selection: RowSelection
  ) throws(ValueError) -> Buffer<Element> {
    try gathered(buffer, selection, zero: 0)
  }

  private static func gathered(
    _ buffer: Buffer<Double>, _ selection: RowSelection
  ) throws(ValueError) -> Buffer<Double> {
    try gathered(buffer, selection, zero: 0)
  }

  /// The bits of `selection` where keeping rows by them is less work than taking one after another.
  private static func packing(_ selection: RowSelection, of count: Int) -> Bitmap? {
    // 64 rows are kept in the time in which about four are taken.
    guard let bits = selection.bits, bits.count == count, selection.count * 16 >= count else {
      return nil
    }
    return bits
  }

  @inline(__always)
  private static func gathered<Element: BitwiseCopyable>(
    _ buffer: Buffer<Element>, _ selection: RowSelection, zero: Element
  ) throws(ValueError) -> Buffer<Element> {
    let count = selection.count
    let result = Buffer<Element>(count: count)
    let target = result.pointer
    if let bits = packing(selection, of: buffer.count) {
      keep_values(
        best_row_kernels(), buffer.pointer, MemoryLayout<Element>.size, bits.words.pointer,
        bits.count, target)
      return result
    }
    let source = buffer.pointer
    let rows = selection.rows.pointer
    let hasMissing = selection.hasMissing
    try Cancellation.forBlocks(of: 0..<count) { block in
      var index = block.lowerBound
      if hasMissing {
        while index < block.upperBound {
          let row = rows[index]
          target[index] = row == RowSelection.missing ? zero : source[Int(row)]
          index &+= 1
        }
      } else {
        while index < block.upperBound {
          target[index] = source[Int(rows[index])]
          index &+= 1
        }
      }
    }
    return result
  }

  private static func gathered(
    _ bits: Bitmap, _ selection: RowSelection
  ) throws(ValueError) -> Bitmap {
    let count = selection.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let target = words.pointer
    if let chosen = packing(selection, of: bits.count) {
      keep_bits(
        best_row_kernels(), bits.words.pointer, chosen.words.pointer, bits.count, target)
      return Bitmap(words: words, count: count)
    }
    let source = bits.words.pointer
    let rows = selection.rows.pointer
    try Cancellation.forBlocks(of: 0..<count) { block in
      var index = block.lowerBound
      while index < block.upperBound {
        let row = rows[index]
        if row != RowSelection.missing {
          let bit = source[Int(row >> 6)] >> UInt64(row & 63) & 1
          target[index >> 6] |= bit << UInt64(index & 63)
        }
        index &+= 1
      }
    }
    return Bitmap(words: words, count: count)
  }

  /// The validity of the rows taken; nil where none is NULL.
  private static func gatheredValidity(
    _ selection: RowSelection, _ validity: Bitmap?
  ) throws(ValueError) -> Bitmap? {
    if let validity {
      let kept = try gathered(validity, selection)
      return kept.setBits == selection.count ? nil : kept
    }
    guard selection.hasMissing else { return nil }
    let count = selection.count
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    selection.rows.pointer.withMemoryRebound(to: Int32.self, capacity: count) {
      // `missing` has all bits set: -1.
      compare_equal_constant_int32($0, -1, count, words.pointer)
    }
    for word in 0..<words.count { words.pointer[word] = ~words.pointer[word] }
    Bitmap.clearTail(words, count: count)
    return Bitmap(words: words, count: count)
  }

  private static func gathered(
    _ texts: TextStore, _ selection: RowSelection
  ) throws(ValueError) -> TextStore {
    let count = selection.count
    let offsets = Buffer<UInt32>(count: count + 1)
    let rows = selection.rows.pointer
    let starts = texts.offsets.pointer
    var length = 0
    try Cancellation.forBlocks(of: 0..<count) { block in
      for index in block {
        offsets.pointer[index] = UInt32(truncatingIfNeeded: length)
        let row = rows[index]
        if row != RowSelection.missing {
          length += Int(starts[Int(row) + 1] &- starts[Int(row)])
        }
      }
    }
    guard length <= Int(UInt32.max) else { throw .textTooLong }
    offsets.pointer[count] = UInt32(truncatingIfNeeded: length)
    let bytes = Buffer<UInt8>(count: length)
    var position = 0
    try Cancellation.forBlocks(of: 0..<count) { block in
      for index in block {
        let row = rows[index]
        if row == RowSelection.missing { continue }
        let start = Int(starts[Int(row)])
        let size = Int(starts[Int(row) + 1]) - start
        memcpy(bytes.pointer + position, texts.bytes.pointer + start, size)
        position += size
      }
    }
    return TextStore(offsets: offsets, bytes: bytes)
  }
}
