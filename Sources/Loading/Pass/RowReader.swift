import CKernels
import Columns
import Synchronization

/// Cuts a file into pieces of whole rows and hands them out in order.
///
/// Whoever needs work reads the next block of bytes and finds, by a scan that follows quotes, where
/// the last of its rows ends; the rest is carried into the next block. The scan runs at memory
/// speed, so that it can be done by one thread at a time with the state of the quotes known for
/// certain, while the other threads take pieces apart.
final class RowReader: @unchecked Sendable {
  // Everything that changes is touched under `lock` alone.

  /// Whole rows, each with its line end.
  struct Piece {
    /// The number of the piece in the file.
    let index: Int
    let block: Block
    /// The rows lie in `Block.front ..< end` of the block.
    let end: Int
    /// The line of the file on which the piece begins, and the byte of the text.
    let firstLine: Int
    let offset: Int
    /// The line of a quote that is never closed: the piece is the row up to the end of that line.
    let unclosedLine: Int?
    /// Bytes of the file taken when the piece was complete.
    let bytesTaken: Int
  }

  /// What the scan counted in the whole file.
  struct Counts {
    /// Rows, and lines of any kind.
    var rows = 0
    var lines = 0
    /// Blank lines behind the last row of a file with one column.
    var trailingBlankLines = 0
    /// Bytes of the text.
    var textBytes = 0
  }

  private let lock = Mutex(())
  private let source: any ByteSource
  private let dialect: Dialect
  private let path: String
  private let blockBytes: Int
  private let maximumRowBytes: Int

  private var block: Block
  /// Where the rest of a block is kept until somebody comes for the next: the next block is read
  /// into the memory that its reader has in its cache.
  private var holder: Block
  /// Where the text in `block` ends, and up to where it is scanned.
  private var filled = Block.front
  private var scanned = Block.front
  private var scan = row_scan_start()
  private var isAtEnd = false
  /// 1 where the last line had no end and was given one.
  private var addedBytes = 0
  private var nextIndex = 0
  /// The line and the byte of the file at `Block.front`; lines before it as the scan counts them.
  private var line: Int
  private var offset: Int
  private var linesBefore = 0
  private var counts = Counts()

  /// Reads `source`, which stands at its first byte, behind the first `skipped` bytes.
  ///
  /// - Parameters:
  ///   - line: the number of the line that then begins.
  ///   - textOffset: the byte of the text at which it begins.
  init(
    _ source: any ByteSource, path: String, dialect: Dialect, skipped: Int, line: Int,
    options: LoadOptions
  ) throws {
    self.source = source
    self.path = path
    self.dialect = dialect
    blockBytes = max(1, options.blockBytes)
    maximumRowBytes = max(1, options.maximumRowBytes)
    self.line = line
    offset = skipped
    holder = Block(count: blockBytes)
    block = holder
    var left = skipped
    let scratch = Block(count: max(1, min(skipped, 1 << 20)))
    while left > 0 {
      let got = try source.read(into: scratch.base + Block.front, count: min(left, 1 << 20))
      if got == 0 { throw LoadError(.changed, path: path) }
      left -= got
    }
  }

  /// The counts, once ``next(returning:)`` has given nil.
  var finalCounts: Counts { lock.withLock { _ in counts } }

  /// The next piece, nil at the end of the file.
  ///
  /// - Parameter used: the block of a piece that is done with.
  func next(returning used: Block?) throws -> Piece? {
    try lock.withLock { _ in
      moveRest(into: used)
      return try read()
    }
  }

  /// Goes on in `used`, or in a fresh block where there is none.
  private func moveRest(into used: Block?) {
    let rest = filled - Block.front
    // A long rest stays where it is.
    guard block === holder, rest <= blockBytes else { return }
    let isStandard = used?.capacity == Block.front + blockBytes
    let next = isStandard ? used ?? holder : Block(count: blockBytes)
    (next.base + Block.front).update(from: holder.base + Block.front, count: rest)
    if isAtEnd { (next.base + filled).update(repeating: 0, count: Block.back - 1) }
    block = next
  }

  /// The number that the next piece will have: errors of the reader stand there.
  var position: Int { lock.withLock { _ in nextIndex } }

  private func read() throws -> Piece? {
    var wanted = blockBytes
    while true {
      try fill(wanted)
      scanOn()
      let end = lastRowEnd()
      if end > Block.front { return deliver(end: end, unclosedLine: nil) }
      if isAtEnd {
        if filled == Block.front { return finish() }
        if scan.inside != 0 { return deliverUnclosed() }
        // Only blank lines are left, of a file with one column.
        counts.trailingBlankLines = scannedLines - linesBefore
        return finish()
      }
      if filled - Block.front >= maximumRowBytes {
        if scan.inside != 0 { return deliverUnclosed() }
        throw LoadError(
          .rowTooLong(limit: maximumRowBytes), path: path, line: line, offset: offset)
      }
      wanted = max(wanted * 2, filled - Block.front + blockBytes)
    }
  }

  /// Reads until `wanted` bytes are in the block.
  private func fill(_ wanted: Int) throws {
    let target = Block.front + wanted
    if isAtEnd || filled >= target { return }
    if block.capacity < target {
      let larger = Block(count: wanted)
      (larger.base + Block.front).update(
        from: block.base + Block.front, count: filled - Block.front)
      block = larger
    }
    while filled < target {
      let got = try source.read(into: block.base + filled, count: target - filled)
      if got == 0 {
        isAtEnd = true
        (block.base + filled).update(repeating: 0, count: Block.back)
        return
      }
      filled += got
    }
  }

  /// Scans what was read and not yet scanned; at the end of the file gives the last row its line
  /// end.
  private func scanOn() {
    var stop = filled
    // What follows a CR decides what it is.
    if !isAtEnd && stop > scanned && block.base[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    if stop > scanned {
      scan_rows(block.base, Int64(scanned), Int64(stop), dialect.kernel, &scan)
      scanned = stop
    }
    if isAtEnd && filled > Block.front && scan.inside == 0 && scan.at_row_start == 0 {
      block.base[filled] = UInt8(ascii: "\n")
      addedBytes = 1
      scan_rows(block.base, Int64(filled), Int64(filled + 1), dialect.kernel, &scan)
      filled += 1
      scanned = filled
      (block.base + filled).update(repeating: 0, count: Block.back - 1)
    }
  }

  /// Where the rows end that can be handed out; -1 where there are none.
  ///
  /// With one column, a blank line is a row, but not behind the last row of the file: blank lines
  /// at the end of what was read wait until something follows them. In text that was made of another
  /// format, every line is meant.
  private func lastRowEnd() -> Int {
    let end = Int(scan.last_row_end)
    if dialect.columnCount > 1 || dialect.countsRows || end <= Block.front { return end }
    // What is not scanned yet is at most a CR, of which it is open what follows.
    let isFollowed = filled > end && !(filled == end + 1 && isLineBreak(block.base[end]))
    if isFollowed { return end }
    var content = end
    while content > Block.front, isLineBreak(block.base[content - 1]) { content -= 1 }
    if content == Block.front { return -1 }
    let isPair =
      block.base[content] == UInt8(ascii: "\r") && content + 1 < end
      && block.base[content + 1] == UInt8(ascii: "\n")
    return content + (isPair ? 2 : 1)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Hands out the text up to `end` and keeps the rest.
  private func deliver(end: Int, unclosedLine: Int?) -> Piece {
    let waiting = LineCount.lines(
      in: UnsafeBufferPointer(
        start: block.base + end, count: max(0, Int(scan.last_row_end) - end)))
    // Where lines are counted by rows, the last row end is the last line end.
    let counted = dialect.countsRows ? Int(scan.row_ends) : Int(scan.lines_at_row_end)
    let lines = counted - waiting - linesBefore
    return handOut(end: end, lines: lines, unclosedLine: unclosedLine)
  }

  private func handOut(end: Int, lines: Int, unclosedLine: Int?) -> Piece {
    let piece = Piece(
      index: nextIndex, block: block, end: end, firstLine: line, offset: offset,
      unclosedLine: unclosedLine, bytesTaken: source.bytesTaken)
    nextIndex += 1
    let rest = filled - end
    if block === holder || rest > holder.capacity - Block.front {
      holder = Block(count: max(blockBytes, rest))
    }
    (holder.base + Block.front).update(from: block.base + end, count: rest)
    if isAtEnd {
      (holder.base + Block.front + rest).update(repeating: 0, count: Block.back - 1)
    }
    block = holder
    filled = Block.front + rest
    scanned = max(Block.front, scanned - end + Block.front)
    // Blank lines that wait are scanned already.
    scan.last_row_end =
      Int(scan.last_row_end) > end ? scan.last_row_end - Int64(end - Block.front) : -1
    line += lines
    linesBefore += lines
    offset += end - Block.front
    return piece
  }

  /// Hands out the row in which a quote opens and is never closed, up to the end of the line on
  /// which it does. The next line begins a row again: of the text that the quote would swallow,
  /// nothing is lost.
  ///
  /// What follows holds no odd number of quotes in a row, else the field would be closed; so no
  /// other quote in it stays open.
  private func deliverUnclosed() -> Piece {
    let text = UnsafeBufferPointer(
      start: block.base + Block.front, count: filled - Block.front)
    var lexer = RowLexer(text, delimiter: dialect.delimiter, quote: dialect.quote)
    let opening = lexer.next()?.opening ?? 0
    let openLine =
      line + LineCount.lines(in: UnsafeBufferPointer(rebasing: text[..<opening]))
    var stop = opening
    while stop < text.count, !isLineBreak(text[stop]) { stop += 1 }
    if stop < text.count {
      stop +=
        text[stop] == UInt8(ascii: "\r") && stop + 1 < text.count
          && text[stop + 1] == UInt8(ascii: "\n") ? 2 : 1
    } else {
      block.base[filled] = UInt8(ascii: "\n")
      addedBytes = 1
      filled += 1
      stop += 1
    }
    let end = Block.front + stop
    let lines = openLine - line + 1
    // The scan begins anew behind the row, with the counts as they were before it.
    let before = scan
    scan = row_scan_start()
    scan.lines = Int64(linesBefore + lines)
    scan.row_ends = before.row_ends + 1
    scan.blank_lines = before.blank_lines
    scanned = end
    return handOut(end: end, lines: lines, unclosedLine: openLine)
  }

  /// Lines so far.
  private var scannedLines: Int { Int(dialect.countsRows ? scan.row_ends : scan.lines) }

  private func finish() -> Piece? {
    counts.lines = scannedLines
    counts.textBytes = offset + filled - Block.front - addedBytes
    counts.rows =
      Int(scan.row_ends)
      - (dialect.columnCount > 1 ? Int(scan.blank_lines) : counts.trailingBlankLines)
    return nil
  }
}
