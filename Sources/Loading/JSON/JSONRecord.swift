/// Reads one record at a time: an object, of which every value is found under its key.
///
/// An object in it is a part of the record, whose keys belong to the key that it stands under.
final class JSONRecord {
  let keys = JSONKeys()
  /// The reading that slots of keys in the record carry.
  private(set) var reading = 0
  /// The keys of the record, in its order; as many as ``count`` says.
  let present: UnsafeMutablePointer<Int>
  private(set) var count = 0

  init() { present = .allocate(capacity: JSONKeys.maximumCount + 1) }

  deinit { present.deallocate() }

  /// Reads the object that begins at `start`.
  ///
  /// - Returns: the position behind it.
  func read(_ scanner: JSONScanner, _ start: Int) throws(JSONScanner.Fault) -> Int {
    let slots = keys.slots
    let reading = self.reading &+ 1
    self.reading = reading
    count = 0
    var found = 0
    var position = scanner.skipSpace(start &+ 1)
    if scanner.text[position] == UInt8(ascii: "}") { return position &+ 1 }
    // The key whose object is being read, and the key before the next one in it.
    var object = 0
    var before = 0
    while true {
      let start = position
      let key = try self.key(scanner, &position, object: object, before: before)
      if slots[key].reading == reading {
        throw .malformed(.duplicateKey(keys.name(key)), position: start)
      }
      slots[key].reading = reading
      present[found] = key
      found &+= 1
      position = try value(scanner, behindKey: position, slots + key)
      if slots[key].kind == .object {
        object = key
        before = 0
        continue
      }
      before = key
      while scanner.text[position] != UInt8(ascii: ",") {
        guard scanner.text[position] == UInt8(ascii: "}") else {
          throw scanner.fault("a comma or }", at: position)
        }
        position &+= 1
        if object == 0 {
          count = found
          return position
        }
        before = object
        object = slots[object].parent
        position = scanner.skipSpace(position)
      }
      position = scanner.skipSpace(position &+ 1)
    }
  }

  /// The number of the key at `position`, which moves behind it.
  @inline(__always)
  private func key(
    _ scanner: JSONScanner, _ position: inout Int, object: Int, before: Int
  ) throws(JSONScanner.Fault) -> Int {
    let slots = keys.slots
    let text = scanner.text
    let start = position
    let foreseen = before == 0 ? slots[object].first : slots[before].next
    if text[start] == UInt8(ascii: "\""),
      keys.isNext(foreseen, text + (start &+ 1), end: text + scanner.end)
    {
      position = start &+ slots[foreseen].length &+ 2
      return foreseen
    }
    guard text[start] == UInt8(ascii: "\"") else {
      if text[start] == UInt8(ascii: "}") { throw .malformed(.trailingComma, position: start) }
      throw scanner.fault("a key between double quotes", at: start)
    }
    let (end, isPlain) = try scanner.string(start)
    let key = try number(scanner, start..<end, isPlain: isPlain, object: object)
    if before == 0 {
      slots[object].first = key
    } else {
      slots[before].next = key
    }
    position = end
    return key
  }

  private func number(
    _ scanner: JSONScanner, _ range: Range<Int>, isPlain: Bool, object: Int
  ) throws(JSONScanner.Fault) -> Int {
    guard
      let key = keys.number(
        scanner.text + (range.lowerBound + 1), range.count - 2, isPlain: isPlain, parent: object)
    else {
      throw .malformed(
        .tooManyKeys(limit: JSONKeys.maximumCount), position: range.lowerBound)
    }
    return key
  }

  /// Reads the colon and the value behind a key into its slot.
  ///
  /// - Returns: the position of the first sign behind the value; of the first key, where the value
  ///   is an object with keys.
  @inline(__always)
  private func value(
    _ scanner: JSONScanner, behindKey colon: Int, _ slot: UnsafeMutablePointer<JSONKeys.Slot>
  ) throws(JSONScanner.Fault) -> Int {
    let text = scanner.text
    let colon = scanner.skipSpace(colon)
    guard text[colon] == UInt8(ascii: ":") else { throw scanner.fault("a colon", at: colon) }
    let start = scanner.skipSpace(colon &+ 1)
    let end: Int
    switch text[start] {
    case UInt8(ascii: "\""):
      let (behind, isPlain) = try scanner.string(start)
      end = behind
      slot.pointee.kind = isPlain ? .string : .escapedString
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      end = try scanner.number(start)
      slot.pointee.kind = .number
    case UInt8(ascii: "["):
      end = try scanner.container(start)
      slot.pointee.kind = .array
    case UInt8(ascii: "{"):
      let inside = scanner.skipSpace(start &+ 1)
      if text[inside] != UInt8(ascii: "}") {
        if slot.pointee.depth == JSONScanner.maximumDepth {
          throw .malformed(.tooDeep(limit: JSONScanner.maximumDepth), position: start)
        }
        slot.pointee.kind = .object
        return inside
      }
      end = inside &+ 1
      slot.pointee.kind = .emptyObject
    case UInt8(ascii: "n"):
      end = try scanner.scalar(start)
      slot.pointee.kind = .null
    default:
      end = try scanner.scalar(start)
      slot.pointee.kind = .boolean
    }
    slot.pointee.start = start
    slot.pointee.end = end
    return scanner.skipSpace(end)
  }
}
