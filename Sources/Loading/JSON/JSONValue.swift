import CKernels

/// A JSON value as a tree: for small files that describe others.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order of the text; each key stands once.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue
  }

  /// What stands under `key` of an object.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

// MARK: - Reading

extension JSONValue {
  /// The most bytes of a text that becomes a tree.
  package static let maximumBytes = 16 << 20

  /// Reads the file at `path`, which may be compressed.
  ///
  /// - Throws: ``LoadError``; where the text is no JSON, with line and byte.
  package init(path: String) throws {
    let opened = try OpenedFile(path: path, limit: Self.maximumBytes)
    // One byte more than may be there tells whether there are too many.
    let block = Block(count: Self.maximumBytes + 1)
    let count = try opened.source.readFully(
      into: block.base + Block.front, count: Self.maximumBytes + 1)
    if count > Self.maximumBytes {
      throw LoadError(.rowTooLong(limit: Self.maximumBytes), path: path, line: 1, offset: 0)
    }
    try self.init(block, count: count, path: path)
  }

  /// Reads the `count` bytes of text in `block`.
  init(_ block: Block, count: Int, path: String) throws {
    let start = Block.front
    let invalid = Int(first_invalid_utf8(block.base, Int64(start), Int64(start + count)))
    let end = invalid < 0 ? start + count : invalid
    block.base[end] = 0
    let scanner = JSONScanner(text: block.base, end: end, isFinal: true)
    func failure(_ kind: LoadError.Kind, at place: Int) -> LoadError {
      let before = UnsafeBufferPointer(start: block.base + start, count: place - start)
      return LoadError(
        kind, path: path, line: LineCount.lines(in: before) + 1, offset: place - start)
    }
    do throws(JSONScanner.Fault) {
      let value = try Self.whole(scanner, from: start)
      if invalid < 0 {
        self = value
        return
      }
    } catch {
      if case .malformed(let problem, let position) = error {
        throw failure(.badJSON(problem), at: position)
      }
    }
    if invalid >= 0 {
      throw failure(.illFormed(encoding: "UTF-8"), at: invalid)
    }
    if scanner.skipSpace(start) == end { throw LoadError(.empty, path: path) }
    throw failure(.badJSON(.truncated(line: 1)), at: end)
  }

  /// The one value of a text, with nothing behind it.
  private static func whole(
    _ scanner: JSONScanner, from start: Int
  ) throws(JSONScanner.Fault) -> JSONValue {
    let text = scanner.text
    let hasMark = text[start] == 0xEF && text[start + 1] == 0xBB && text[start + 2] == 0xBF
    var position = scanner.skipSpace(start + (hasMark ? 3 : 0))
    let value = try value(scanner, &position, depth: 1)
    position = scanner.skipSpace(position)
    if position < scanner.end {
      throw .malformed(.trailingText(found: try scanner.found(at: position)), position: position)
    }
    return value
  }

  /// The value at `position`, which moves behind it.
  ///
  /// - Parameter depth: how many values this one lies in, itself included.
  private static func value(
    _ scanner: JSONScanner, _ position: inout Int, depth: Int
  ) throws(JSONScanner.Fault) -> JSONValue {
    let start = position
    switch scanner.text[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth > JSONScanner.maximumDepth {
        throw .malformed(.tooDeep(limit: JSONScanner.maximumDepth), position: start)
      }
      return scanner.text[start] == UInt8(ascii: "{")
        ? .object(try members(scanner, &position, depth: depth))
        : .array(try items(scanner, &position, depth: depth))
    case UInt8(ascii: "\""): return .string(try string(scanner, &position))
    default:
      position = try scanner.scalar(start)
      switch scanner.text[start] {
      case UInt8(ascii: "n"): return .null
      case UInt8(ascii: "t"): return .boolean(true)
      case UInt8(ascii: "f"): return .boolean(false)
      default: return .number(scanner.string(start..<position))
      }
    }
  }

  private static func string(
    _ scanner: JSONScanner, _ position: inout Int
  ) throws(JSONScanner.Fault) -> String {
    let start = position + 1
    position = try scanner.string(position).end
    return JSONEscapes.string(scanner.text + start, count: position - 1 - start)
  }

  private static func items(
    _ scanner: JSONScanner, _ position: inout Int, depth: Int
  ) throws(JSONScanner.Fault) -> [JSONValue] {
    var items: [JSONValue] = []
    var goesOn = try !closes(scanner, &position, UInt8(ascii: "]"), isFirst: true)
    while goesOn {
      items.append(try value(scanner, &position, depth: depth + 1))
      goesOn = try !closes(scanner, &position, UInt8(ascii: "]"), isFirst: false)
    }
    return items
  }

  private static func members(
    _ scanner: JSONScanner, _ position: inout Int, depth: Int
  ) throws(JSONScanner.Fault) -> [Member] {
    var members: [Member] = []
    var keys: Set<String> = []
    var goesOn = try !closes(scanner, &position, UInt8(ascii: "}"), isFirst: true)
    while goesOn {
      let start = position
      guard scanner.text[start] == UInt8(ascii: "\"") else {
        throw scanner.fault("a key between double quotes", at: start)
      }
      let key = try string(scanner, &position)
      if !keys.insert(key).inserted { throw .malformed(.duplicateKey(key), position: start) }
      position = scanner.skipSpace(position)
      guard scanner.text[position] == UInt8(ascii: ":") else {
        throw scanner.fault("a colon", at: position)
      }
      position = scanner.skipSpace(position + 1)
      members.append(Member(key: key, value: try value(scanner, &position, depth: depth + 1)))
      goesOn = try !closes(scanner, &position, UInt8(ascii: "}"), isFirst: false)
    }
    return members
  }

  /// Moves to the next item, or behind the closing bracket.
  ///
  /// - Parameter isFirst: whether `position` is at the opening bracket, not behind an item.
  /// - Returns: whether the bracket closes.
  private static func closes(
    _ scanner: JSONScanner, _ position: inout Int, _ closing: UInt8, isFirst: Bool
  ) throws(JSONScanner.Fault) -> Bool {
    position = scanner.skipSpace(isFirst ? position + 1 : position)
    if scanner.text[position] == closing {
      position += 1
      return true
    }
    if isFirst { return false }
    guard scanner.text[position] == UInt8(ascii: ",") else {
      throw scanner.fault("a comma or \(Character(UnicodeScalar(closing)))", at: position)
    }
    position = scanner.skipSpace(position + 1)
    if scanner.text[position] == closing {
      throw .malformed(.trailingComma, position: position)
    }
    return false
  }
}
