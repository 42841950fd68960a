/// The keys of all objects of a file that become columns: a tree, in order of first appearance.
///
/// Key 0 stands for the record itself; every other key belongs to the object under its parent. The
/// keys of records nearly always come in one order, so each key remembers which one followed it
/// last time, and a key that comes as foreseen is known by comparing its bytes.
final class JSONKeys {
  /// What is known of a key, and what the record that is being read holds under it.
  struct Slot {
    /// The bytes between the quotes as they were first written, in ``JSONKeys/spellings``.
    var spelling = 0
    var length = 0
    /// The key of the object that holds this one.
    var parent = 0
    /// How many objects this key's own lie in.
    var depth = 0
    /// The key that followed this one last time, and the first of the object under this one; 0
    /// where there is none.
    var next = 0
    var first = 0
    /// The reading of a record that last met this key.
    var reading = 0
    /// The value in that record.
    var kind = JSONKind.null
    var start = 0
    var end = 0
  }

  /// By number. There is room for all that may come: memory that is not touched costs nothing, and
  /// a pointer that never changes can be held on to.
  let slots: UnsafeMutablePointer<Slot>
  let spellings: UnsafeMutablePointer<UInt8>
  private var spellingCount = 0
  /// Keys so far, key 0 included.
  private(set) var count = 1
  /// Finds a key by the number of its parent in four bytes and its name behind them.
  private let interner = TextInterner()
  private var scratch: [UInt8] = []

  /// The most keys: as many columns as a sheet of Excel has.
  static let maximumCount = 16_384
  /// The most bytes of their names.
  static let maximumBytes = 4 << 20

  init() {
    slots = .allocate(capacity: Self.maximumCount + 1)
    slots.initialize(to: Slot())
    spellings = .allocate(capacity: Self.maximumBytes + 8)
  }

  deinit {
    slots.deallocate()
    spellings.deallocate()
  }

  /// Whether the bytes from `start` on are the spelling of `key` and a quote behind it; 8 bytes
  /// behind `end` can be read.
  @inline(__always)
  func isNext(_ key: Int, _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> Bool {
    let length = slots[key].length
    guard key != 0, length < end - start, start[length] == UInt8(ascii: "\"") else { return false }
    let known = UnsafeRawPointer(spellings + slots[key].spelling)
    let found = UnsafeRawPointer(start)
    var rest = length
    var offset = 0
    while rest > 0 {
      let difference =
        known.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        ^ found.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      // Of the last word, only the bytes of the key count.
      if difference != 0 {
        return rest < 8 && difference &<< UInt64(truncatingIfNeeded: 64 &- 8 &* rest) == 0
      }
      rest &-= 8
      offset &+= 8
    }
    return true
  }

  /// The number of a key of the object under `parent`; a new one where it is new.
  ///
  /// - Parameters:
  ///   - start: the bytes between the quotes.
  ///   - isPlain: whether there is no escape among them.
  /// - Returns: nil where there are too many keys, or their names are too long.
  /// - Complexity: the length of the key.
  func number(
    _ start: UnsafePointer<UInt8>, _ length: Int, isPlain: Bool, parent: Int
  ) -> Int? {
    guard length <= Self.maximumBytes - spellingCount else { return nil }
    let room = length + 4 + 8
    if scratch.count < room { scratch = Array(repeating: 0, count: room * 2) }
    let code = scratch.withUnsafeMutableBufferPointer { scratch -> Int in
      guard let target = scratch.baseAddress else { return 0 }
      for index in 0..<4 { target[index] = UInt8(truncatingIfNeeded: parent >> (8 * index)) }
      var count = length
      if isPlain {
        (target + 4).update(from: start, count: length)
      } else {
        count = JSONEscapes.decode(start, count: length, into: target + 4)
      }
      return Int(interner.code(target, count + 4))
    }
    if code == count {
      guard count <= Self.maximumCount else { return nil }
      add(start, length, parent: parent)
    }
    return code
  }

  private func add(_ start: UnsafePointer<UInt8>, _ length: Int, parent: Int) {
    (spellings + spellingCount).update(from: start, count: length)
    var slot = Slot()
    slot.spelling = spellingCount
    slot.length = length
    slot.parent = parent
    slot.depth = parent == 0 ? 1 : slots[parent].depth + 1
    (slots + count).initialize(to: slot)
    spellingCount += length
    count += 1
  }

  /// All keys but key 0, those of an object behind its own.
  var inOrder: [Int] {
    var children: [[Int]] = Array(repeating: [], count: count)
    for key in stride(from: count - 1, to: 0, by: -1) { children[slots[key].parent].append(key) }
    var result: [Int] = []
    var open = children[0]
    while let key = open.popLast() {
      result.append(key)
      open += children[key]
    }
    return result
  }

  /// The name of a key in its object.
  func name(_ key: Int) -> String {
    JSONEscapes.string(spellings + slots[key].spelling, count: slots[key].length)
  }

  /// The names from the record down to the key, with points between them.
  func path(_ key: Int) -> String {
    let parent = slots[key].parent
    // As deep as objects may be nested.
    return parent == 0 ? name(key) : path(parent) + "." + name(key)
  }
}

/// What stands under a key.
enum JSONKind: Int, CaseIterable {
  case null
  case boolean
  case number
  /// A string without escapes, and one with them.
  case string
  case escapedString
  case array
  case object
  case emptyObject
}
