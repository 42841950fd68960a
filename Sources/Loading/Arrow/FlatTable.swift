/// A table of a FlatBuffer, every position of which is checked before it is read.
///
/// The format is that of <https://flatbuffers.dev/internals/>: a table begins with the distance back to
/// its vtable, which says for each slot how far into the table its value stands, 0 for a value that is
/// left out. Slots are the numbers of the fields in the schema, a union taking two. Offsets to strings,
/// vectors and other tables count forwards from where they stand. All numbers are little-endian.
struct FlatTable {
  private let bytes: [UInt8]
  private let position: Int
  private let vtable: Int
  private let vtableSize: Int

  /// The outermost table of a buffer.
  ///
  /// - Throws: ``ArrowProblem/damaged(_:)``.
  init(root bytes: [UInt8]) throws {
    try self.init(bytes, at: Int(Self.number(UInt32.self, in: bytes, at: 0)))
  }

  private init(_ bytes: [UInt8], at position: Int) throws {
    self.bytes = bytes
    self.position = position
    let distance = try Self.number(Int32.self, in: bytes, at: position)
    vtable = position - Int(distance)
    vtableSize = Int(try Self.number(UInt16.self, in: bytes, at: vtable))
    guard vtableSize >= 4, vtable + vtableSize <= bytes.count else { throw Self.fault }
  }

  private static let fault = ArrowProblem.damaged("an offset in its metadata points nowhere")

  /// The number whose first byte stands at `position`.
  private static func number<Number: FixedWidthInteger>(
    _ type: Number.Type, in bytes: [UInt8], at position: Int
  ) throws -> Number {
    let width = Number.bitWidth / 8
    guard position >= 0, position <= bytes.count - width else { throw fault }
    var result: Number = 0
    for index in 0..<width {
      result |= Number(truncatingIfNeeded: bytes[position + index]) << Number(index * 8)
    }
    return result
  }

  /// Where the value of `slot` stands; nil where it is left out.
  private func place(of slot: Int) throws -> Int? {
    let entry = 4 + 2 * slot
    guard entry + 2 <= vtableSize else { return nil }
    let offset = Int(try Self.number(UInt16.self, in: bytes, at: vtable + entry))
    return offset == 0 ? nil : position + offset
  }

  /// Where the value that `slot` refers to stands; nil where there is none.
  private func target(of slot: Int) throws -> Int? {
    guard let place = try place(of: slot) else { return nil }
    return place + Int(try Self.number(UInt32.self, in: bytes, at: place))
  }

  /// The number in `slot`, or `default` where it is left out.
  func number<Number: FixedWidthInteger>(_ slot: Int, default: Number) throws -> Number {
    guard let place = try place(of: slot) else { return `default` }
    return try Self.number(Number.self, in: bytes, at: place)
  }

  func bool(_ slot: Int) throws -> Bool { try number(slot, default: UInt8(0)) != 0 }

  /// The text in `slot`, which must be UTF-8; nil where it is left out.
  func string(_ slot: Int) throws -> String? {
    guard let range = try stringRange(slot) else { return nil }
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw ArrowProblem.damaged("a text in its metadata is not UTF-8")
    }
    return text
  }

  /// Where the bytes of the text in `slot` stand in the buffer.
  func stringRange(_ slot: Int) throws -> Range<Int>? {
    guard let (start, count) = try vector(slot, elementSize: 1) else { return nil }
    return start..<(start + count)
  }

  /// The table in `slot`; nil where it is left out.
  func table(_ slot: Int) throws -> FlatTable? {
    try target(of: slot).map { try FlatTable(bytes, at: $0) }
  }

  /// The tables in `slot`; none where it is left out.
  func tables(_ slot: Int) throws -> [FlatTable] {
    guard let (start, count) = try vector(slot, elementSize: 4) else { return [] }
    return try (0..<count).map { index in
      let place = start + 4 * index
      return try FlatTable(bytes, at: place + Int(Self.number(UInt32.self, in: bytes, at: place)))
    }
  }

  /// The structs in `slot`, each as the 64-bit words that it is made of.
  func structs(_ slot: Int, words: Int) throws -> [[Int64]] {
    guard let (start, count) = try vector(slot, elementSize: 8 * words) else { return [] }
    return try (0..<count).map { index in
      try (0..<words).map { word in
        try Self.number(Int64.self, in: bytes, at: start + 8 * (index * words + word))
      }
    }
  }

  /// Where the elements of the vector in `slot` begin, and how many there are, all of which lie in
  /// the buffer.
  private func vector(_ slot: Int, elementSize: Int) throws -> (start: Int, count: Int)? {
    guard let target = try target(of: slot) else { return nil }
    let count = Int(try Self.number(UInt32.self, in: bytes, at: target))
    guard count <= (bytes.count - target - 4) / elementSize else { throw Self.fault }
    return (target + 4, count)
  }
}
