/// A value of a FlatBuffer to be written: the counterpart of ``FlatTable``.
indirect enum FlatValue {
  case int8(Int8)
  case int16(Int16)
  case int32(Int32)
  case int64(Int64)
  case string(String)
  /// A table, by the slots of its values.
  case table([Int: FlatValue])
  case tables([[Int: FlatValue]])
  /// Structs, each as the 64-bit words that it is made of.
  case structs([[Int64]])

  static func bool(_ value: Bool) -> FlatValue { .int8(value ? 1 : 0) }

  /// The bytes that the value takes where it stands in a table, which are its alignment too: an
  /// offset for whatever has no fixed size.
  fileprivate var inlineSize: Int {
    switch self {
    case .int8: 1
    case .int16: 2
    case .int64: 8
    default: 4
    }
  }
}

/// Lays values out as a FlatBuffer: each table with its vtable before it, then what it refers to.
struct FlatWriter {
  private(set) var bytes: [UInt8] = []

  /// A buffer whose outermost table has these values.
  static func bytes(root: [Int: FlatValue]) -> [UInt8] {
    var writer = FlatWriter()
    writer.append(UInt32(0))
    writer.set(at: 0, to: writer.table(root))
    return writer.bytes
  }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    for index in 0..<(Number.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(index * 8)))
    }
  }

  /// Makes the next byte but `after` stand at a multiple of `alignment`.
  private mutating func align(_ alignment: Int, after: Int = 0) {
    while !(bytes.count + after).isMultiple(of: alignment) { bytes.append(0) }
  }

  /// Makes the offset at `place` point to `target`.
  private mutating func set(at place: Int, to target: Int) {
    let distance = UInt32(truncatingIfNeeded: target - place)
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: distance >> (8 * index)) }
  }

  /// Writes a table and what it refers to.
  ///
  /// - Returns: where the table begins.
  private mutating func table(_ values: [Int: FlatValue]) -> Int {
    // The largest first, so that none needs padding but the first, behind the vtable's distance.
    let ordered = values.sorted {
      ($1.value.inlineSize, $0.key) < ($0.value.inlineSize, $1.key)
    }
    var size = 4
    var places: [Int: Int] = [:]
    for (slot, value) in ordered {
      size = roundedUp(size, to: value.inlineSize)
      places[slot] = size
      size += value.inlineSize
    }
    let slots = (values.keys.max() ?? -1) + 1
    let vtableSize = 4 + 2 * slots
    align(8, after: vtableSize)
    append(UInt16(truncatingIfNeeded: vtableSize))
    append(UInt16(truncatingIfNeeded: size))
    for slot in 0..<slots { append(UInt16(truncatingIfNeeded: places[slot] ?? 0)) }
    let start = bytes.count
    append(Int32(truncatingIfNeeded: vtableSize))
    for (slot, value) in ordered {
      while bytes.count < start + (places[slot] ?? 0) { bytes.append(0) }
      switch value {
      case .int8(let number): append(number)
      case .int16(let number): append(number)
      case .int32(let number): append(number)
      case .int64(let number): append(number)
      default: append(UInt32(0))
      }
    }
    for (slot, value) in ordered {
      if let target = referred(value) { set(at: start + (places[slot] ?? 0), to: target) }
    }
    return start
  }

  /// Writes what does not stand in its table.
  ///
  /// - Returns: where it begins; nil for a number.
  private mutating func referred(_ value: FlatValue) -> Int? {
    switch value {
    case .int8, .int16, .int32, .int64: return nil
    case .table(let values): return table(values)
    case .string(let text):
      align(4)
      let start = bytes.count
      append(UInt32(truncatingIfNeeded: text.utf8.count))
      bytes += text.utf8
      bytes.append(0)
      return start
    case .tables(let tables):
      align(4)
      let start = bytes.count
      append(UInt32(truncatingIfNeeded: tables.count))
      for _ in tables { append(UInt32(0)) }
      for (index, values) in tables.enumerated() {
        set(at: start + 4 + 4 * index, to: table(values))
      }
      return start
    case .structs(let structs):
      align(8, after: 4)
      let start = bytes.count
      append(UInt32(truncatingIfNeeded: structs.count))
      for words in structs { for word in words { append(word) } }
      return start
    }
  }
}

/// The least multiple of `unit` that is not less than `number`.
func roundedUp(_ number: Int, to unit: Int) -> Int { (number + unit - 1) / unit * unit }
