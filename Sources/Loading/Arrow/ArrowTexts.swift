import CKernels
import Columns
import Glibc

/// Makes texts of arrays into a ``TextStore``, and checks that they are texts.
enum ArrowTexts {
  /// Texts under offsets of 32 or 64 bits.
  ///
  /// - Throws: ``ArrowProblem``.
  static func texts(_ rows: ArrowRows, isLarge: Bool, column: String) throws -> TextStore {
    isLarge
      ? try texts(rows, column, offsets: Int64.self) : try texts(rows, column, offsets: Int32.self)
  }

  private static func texts<Offset: FixedWidthInteger & BitwiseCopyable>(
    _ rows: ArrowRows, _ column: String, offsets: Offset.Type
  ) throws -> TextStore {
    if let shared = try shared(rows, column, offsets: Offset.self) { return shared }
    var total = 0
    for slice in rows.slices where slice.count > 0 {
      let offsets = slice.array.buffers[0].elements(Offset.self, count: slice.array.rows + 1)
      try checkOrder(offsets, slice, column)
      total += Int(offsets.pointer[slice.from + slice.count] - offsets.pointer[slice.from])
    }
    var writer = try StoreWriter(rows, byteCount: total, column)
    for slice in rows.slices where slice.count > 0 {
      let offsets = slice.array.buffers[0].elements(Offset.self, count: slice.array.rows + 1)
      let bytes = slice.array.buffers[1].block
      for row in slice.from..<(slice.from + slice.count) {
        let start = Int(offsets.pointer[row])
        writer.append(bytes.pointer + start, Int(offsets.pointer[row + 1]) - start)
      }
    }
    return try writer.finish(rows, column)
  }

  /// The texts where they lie, if they lie as a column wants them: in one array, from its first row
  /// on, under offsets of 32 bits, with nothing under NULL.
  private static func shared<Offset: FixedWidthInteger & BitwiseCopyable>(
    _ rows: ArrowRows, _ column: String, offsets: Offset.Type
  ) throws -> TextStore? {
    guard Offset.bitWidth == 32, rows.slices.count == 1, let slice = rows.slices.first,
      slice.from == 0, slice.count > 0
    else { return nil }
    let offsets = slice.array.buffers[0].elements(Offset.self, count: slice.count + 1)
    try checkOrder(offsets, slice, column)
    if let validity = rows.validity {
      for row in 0..<slice.count
      where !validity[row] && offsets.pointer[row] != offsets.pointer[row + 1] {
        return nil
      }
    }
    let store = TextStore(
      offsets: slice.array.buffers[0].elements(UInt32.self, count: slice.count + 1),
      bytes: Buffer(
        sharing: slice.array.buffers[1].block, from: 0, count: Int(offsets.pointer[slice.count])))
    try checkText(store, rows, column)
    return store
  }

  /// Refuses offsets that go back or out of the bytes.
  private static func checkOrder<Offset: FixedWidthInteger & BitwiseCopyable>(
    _ offsets: Buffer<Offset>, _ slice: ArrowRows.Slice, _ column: String
  ) throws {
    let pointer = offsets.pointer + slice.from
    var isOrdered = pointer[0] >= 0
    var row = 0
    while row < slice.count {
      isOrdered = isOrdered && pointer[row] <= pointer[row &+ 1]
      row &+= 1
    }
    guard isOrdered, Int(pointer[slice.count]) <= slice.array.buffers[1].count else {
      throw ArrowProblem.damaged(
        "the texts of column \(Wording.cell(column)) overlap or lie outside")
    }
  }

  /// Texts under views: of up to 12 bytes in the view itself, longer ones in other buffers ("Variable-size
  /// Binary View Layout" of the columnar format).
  ///
  /// - Throws: ``ArrowProblem``.
  static func views(_ rows: ArrowRows, column: String) throws -> TextStore {
    let fault = ArrowProblem.damaged("a text of column \(Wording.cell(column)) lies outside")
    let inline = 12
    var total = 0
    var done = 0
    for slice in rows.slices {
      let views = slice.array.buffers[0].elements(View.self, count: slice.array.rows)
      for row in 0..<slice.count where rows.validity?[done + row] != false {
        let view = views.pointer[slice.from + row]
        guard view.length >= 0 else { throw fault }
        total += Int(view.length)
        if Int(view.length) <= inline { continue }
        let index = Int(view.buffer) + 1
        guard view.buffer >= 0, view.offset >= 0, index < slice.array.buffers.count,
          Int(view.offset) + Int(view.length) <= slice.array.buffers[index].count
        else { throw fault }
      }
      done += slice.count
    }
    var writer = try StoreWriter(rows, byteCount: total, column)
    for slice in rows.slices {
      let views = slice.array.buffers[0].elements(View.self, count: slice.array.rows)
      for row in slice.from..<(slice.from + slice.count) {
        let view = views.pointer[row]
        if writer.isAtNull {
          writer.append(slice.array.buffers[0].block.pointer, 0)
        } else if Int(view.length) <= inline {
          let start = slice.array.buffers[0].block.pointer + row * MemoryLayout<View>.stride + 4
          writer.append(start, Int(view.length))
        } else {
          let bytes = slice.array.buffers[Int(view.buffer) + 1].block
          writer.append(bytes.pointer + Int(view.offset), Int(view.length))
        }
      }
    }
    return try writer.finish(rows, column)
  }

  private struct View: BitwiseCopyable {
    var length: Int32
    /// The first four bytes, or, like what follows, the text itself.
    var prefix: UInt32
    var buffer: Int32
    var offset: Int32
  }

  /// Lays texts end to end.
  private struct StoreWriter {
    private let offsets: Buffer<UInt32>
    private let bytes: Buffer<UInt8>
    private let validity: Bitmap?
    private var row = 0
    private var end = 0

    init(_ rows: ArrowRows, byteCount: Int, _ column: String) throws {
      guard byteCount <= Int(UInt32.max) else {
        throw ArrowProblem.unsupported(
          "\(Wording.count(rows.count, "row")) of column \(Wording.cell(column)) "
            + "have more than 4 GiB of text")
      }
      try rows.input.expect(byteCount)
      offsets = Buffer(count: rows.count + 1)
      offsets.pointer[0] = 0
      bytes = Buffer(count: byteCount)
      validity = rows.validity
    }

    /// Whether the next row is NULL.
    var isAtNull: Bool { validity?[row] == false }

    /// Appends the text of the next row; none where it is NULL.
    mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
      if !isAtNull {
        memcpy(bytes.pointer + end, start, count)
        end &+= count
      }
      row &+= 1
      offsets.pointer[row] = UInt32(truncatingIfNeeded: end)
    }

    func finish(_ rows: ArrowRows, _ column: String) throws -> TextStore {
      let store = TextStore(
        offsets: offsets, bytes: Buffer(sharing: bytes, from: 0, count: end))
      try ArrowTexts.checkText(store, rows, column)
      return store
    }
  }

  /// Refuses what is not UTF-8, and texts that begin inside a character.
  private static func checkText(_ store: TextStore, _ rows: ArrowRows, _ column: String) throws {
    let offsets = store.offsets.pointer
    let bytes = store.bytes.pointer
    let end = offsets[store.count]
    let invalid = first_invalid_utf8(bytes, Int64(offsets[0]), Int64(end))
    func refuse(_ row: Int) -> ArrowProblem { rows.problem(column, row, "a text is not UTF-8") }
    if invalid >= 0 {
      let row = (0..<store.count).first { Int64(offsets[$0 + 1]) > invalid } ?? 0
      throw refuse(row)
    }
    var row = 0
    while row < store.count {
      let start = offsets[row]
      if start < end && bytes[Int(start)] & 0xC0 == 0x80 { throw refuse(row) }
      row &+= 1
    }
  }
}
