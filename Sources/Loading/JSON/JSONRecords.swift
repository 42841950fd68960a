import CKernels
import Columns

/// The records of a JSON text, one after the other: the elements of one array, or objects one behind
/// the other, as JSON Lines have them.
///
/// Only the block that is being read is in memory. A record that its end cuts is read again from its
/// start when more has come.
final class JSONRecords {
  /// What may come next.
  private enum Place {
    case start
    /// Records without brackets around them.
    case betweenLines
    case behindOpening
    case behindElement
    case behindComma
    case behindClosing
  }

  /// The record that was read last.
  let record = JSONRecord()
  /// Records so far.
  private(set) var count = 0
  /// Lines so far, outside records, that hold nothing.
  private(set) var blankLines = 0
  /// Whether the records are the elements of an array.
  private(set) var isArray = false

  private let source: any ByteSource
  private let path: String
  private let blockBytes: Int
  private let maximumBytes: Int
  private let cancellation: Cancellation?
  private var place = Place.start
  private var block: Block
  /// The next byte to read, where the text ends that may be read now, and where the bytes end that
  /// are there.
  private var position = Block.front
  private var end = Block.front
  private var filled = Block.front
  /// What the zero at `end` stands in place of.
  private var hidden: UInt8 = 0
  private var isAtEnd = false
  /// Whether the byte at `end` is no UTF-8.
  private var isBroken = false
  /// The line and the byte of the text at `Block.front`.
  private var line = 1
  private var offset = 0
  /// Whether something stands on the line before `position`.
  private var isLineBegun = false

  /// Reads `source`, which stands at its first byte.
  init(_ source: any ByteSource, path: String, options: LoadOptions) {
    self.source = source
    self.path = path
    blockBytes = max(1, options.blockBytes)
    maximumBytes = max(1, options.maximumRowBytes)
    cancellation = options.cancellation
    block = Block(count: blockBytes)
    block.base[end] = 0
  }

  /// Is shown every byte of the text, as it comes.
  var observer: ((_ start: UnsafePointer<UInt8>, _ count: Int) -> Void)?

  /// The bytes of the block, in which the values of ``record`` lie.
  var text: UnsafePointer<UInt8> { UnsafePointer(block.base) }

  /// Goes back to the first byte.
  func rewind() throws {
    try source.rewind()
    place = .start
    (count, blankLines) = (0, 0)
    (position, end, filled) = (Block.front, Block.front, Block.front)
    (isAtEnd, isBroken, isLineBegun) = (false, false, false)
    (line, offset) = (1, 0)
    block.base[end] = 0
    hidden = 0
  }

  /// Reads the next record.
  ///
  /// - Returns: the bytes that it takes, or nil where there is none any more.
  /// - Throws: ``LoadError`` with line and byte.
  func next() throws -> Int? {
    while true {
      let scanner = JSONScanner(text: text, end: end, isFinal: isAtEnd || isBroken)
      do throws(JSONScanner.Fault) {
        guard try advance(scanner) else { return nil }
        let start = position
        position = try record.read(scanner, start)
        place = place == .betweenLines ? .betweenLines : .behindElement
        isLineBegun = true
        count += 1
        return position - start
      } catch {
        switch error {
        case .incomplete where !scanner.isFinal: try fill()
        case .incomplete: throw endError()
        case .malformed(let problem, let position): throw self.error(problem, at: position)
        }
      }
    }
  }

  // MARK: Between records

  /// Moves to the opening brace of the next record.
  ///
  /// - Returns: false where there is none any more.
  @inline(__always)
  private func advance(_ scanner: JSONScanner) throws(JSONScanner.Fault) -> Bool {
    while true {
      skipSpace(scanner)
      let byte = scanner.text[position]
      if position == end {
        guard scanner.isFinal && !isBroken && (place == .betweenLines || place == .behindClosing)
        else { throw .incomplete }
        return false
      }
      switch place {
      case .start:
        try begin(scanner)
      case .behindElement where byte == UInt8(ascii: ","):
        place = .behindComma
        position += 1
      case .behindElement where byte == UInt8(ascii: "]"),
        .behindOpening where byte == UInt8(ascii: "]"):
        place = .behindClosing
        position += 1
      case .behindElement: throw scanner.fault("a comma or ]", at: position)
      case .behindClosing:
        throw .malformed(.trailingText(found: try scanner.found(at: position)), position: position)
      case .betweenLines, .behindOpening, .behindComma:
        if byte == UInt8(ascii: "{") { return true }
        throw try noRecord(scanner)
      }
    }
  }

  /// Sees from the first byte whether an array holds the records.
  private func begin(_ scanner: JSONScanner) throws(JSONScanner.Fault) {
    if scanner.text[position] == 0xEF && offset + position == Block.front {
      // UTF-8 that is well-formed has two more bytes: those of a byte order mark are EF BB BF.
      if scanner.text[position + 1] == 0xBB && scanner.text[position + 2] == 0xBF {
        position += 3
        return
      }
    }
    isArray = scanner.text[position] == UInt8(ascii: "[")
    place = isArray ? .behindOpening : .betweenLines
    if isArray { position += 1 }
  }

  /// The fault where a record must begin and none does.
  private func noRecord(_ scanner: JSONScanner) throws(JSONScanner.Fault) -> JSONScanner.Fault {
    let problem: JSONProblem
    switch scanner.text[position] {
    case UInt8(ascii: ",") where place == .betweenLines && count > 0: problem = .commaBetweenRecords
    case UInt8(ascii: "]") where place == .behindComma: problem = .trailingComma
    case UInt8(ascii: "["): problem = .notAnObject(found: "an array", number: count + 1)
    case UInt8(ascii: "\""): problem = .notAnObject(found: "a string", number: count + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      _ = try scanner.number(position)
      problem = .notAnObject(found: "a number", number: count + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      let end = try scanner.scalar(position)
      problem = .notAnObject(found: scanner.string(position..<end), number: count + 1)
    default: return scanner.fault("an object", at: position)
    }
    return .malformed(problem, position: position)
  }

  /// Skips white space and counts the lines that hold nothing else.
  @inline(__always)
  private func skipSpace(_ scanner: JSONScanner) {
    while true {
      switch scanner.text[position] {
      case UInt8(ascii: "\n"):
        if !isLineBegun { blankLines += 1 }
        isLineBegun = false
      case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"): break
      default: return
      }
      position += 1
    }
  }

  // MARK: Blocks

  /// Reads on, behind what is not read yet.
  private func fill() throws {
    try cancellation?.check()
    block.base[end] = hidden
    let rest = filled - position
    line += newlines(Block.front..<position)
    offset += position - Block.front
    if rest >= maximumBytes {
      throw LoadError(.rowTooLong(limit: maximumBytes), path: path, line: line, offset: offset)
    }
    var target = block
    if rest * 2 > block.capacity - Block.front {
      target = Block(count: (block.capacity - Block.front) * 2)
    }
    (target.base + Block.front).update(from: block.base + position, count: rest)
    block = target
    let checked = end - position + Block.front
    filled = Block.front + rest
    position = Block.front
    let got = try source.read(into: block.base + filled, count: block.capacity - filled)
    observer?(block.base + filled, got)
    filled += got
    isAtEnd = got == 0
    findEnd(from: checked)
  }

  /// Finds how far the bytes are well-formed, from `checked` on, and puts a zero behind them.
  private func findEnd(from checked: Int) {
    let invalid = Int(first_invalid_utf8(block.base, Int64(checked), Int64(filled)))
    end = invalid < 0 ? filled : invalid
    // Less than four bytes may be the start of a character.
    isBroken = invalid >= 0 && (filled - invalid >= 4 || isAtEnd)
    hidden = block.base[end]
    block.base[end] = 0
  }

  private func newlines(_ range: Range<Int>) -> Int {
    let feed = UInt8(ascii: "\n")
    return Int(
      count_bytes(
        block.base, Int64(range.lowerBound), Int64(range.upperBound), feed, feed, feed))
  }

  // MARK: Errors

  private func error(_ problem: JSONProblem, at place: Int) -> LoadError {
    LoadError(
      .badJSON(problem), path: path, line: line + newlines(Block.front..<place),
      offset: offset + place - Block.front)
  }

  /// The error where the text breaks off.
  private func endError() -> LoadError {
    if isBroken {
      return LoadError(
        .illFormed(encoding: "UTF-8"), path: path,
        line: line + newlines(Block.front..<end), offset: offset + end - Block.front)
    }
    if place == .start { return LoadError(.empty, path: path) }
    return error(.truncated(line: line + newlines(Block.front..<position)), at: end)
  }
}

extension JSONRecords {
  /// Bytes of the file taken so far.
  var bytesTaken: Int { source.bytesTaken }
}
