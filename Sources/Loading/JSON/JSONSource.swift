/// The records of a JSON text as delimited text, of the form that ``ConvertedText`` describes.
final class JSONSource: ByteSource {
  private let records: JSONRecords
  private let columns: [Int]
  private let path: String
  /// Keys and records that the survey found: a file that has others now has changed.
  private let keyCount: Int
  private let recordCount: Int

  private var output: UnsafeMutablePointer<UInt8>
  private var capacity = JSONSource.outputBytes + JSONSource.slack
  /// What is written and not yet read.
  private var readTo = 0
  private var writtenTo = 0
  private var isHeaderWritten = false
  private var isAtEnd = false

  /// Bytes that are written before they are handed on; a record goes on beyond it.
  private static let outputBytes = 256 << 10
  /// Bytes behind a value that copying by whole words may write.
  private static let slack = 64

  init(_ survey: JSONSurvey, path: String) throws {
    records = survey.records
    columns = survey.columns
    keyCount = records.record.keys.count
    recordCount = survey.recordCount
    self.path = path
    output = .allocate(capacity: capacity)
    try records.rewind()
  }

  deinit { output.deallocate() }

  var bytesTaken: Int { records.bytesTaken }

  func rewind() throws {
    try records.rewind()
    (readTo, writtenTo) = (0, 0)
    (isHeaderWritten, isAtEnd) = (false, false)
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    if readTo == writtenTo { try refill() }
    let got = min(count, writtenTo - readTo)
    target.update(from: output + readTo, count: got)
    readTo += got
    return got
  }

  private func refill() throws {
    (readTo, writtenTo) = (0, 0)
    if !isHeaderWritten {
      isHeaderWritten = true
      writeHeader()
    }
    while !isAtEnd && writtenTo < Self.outputBytes {
      guard let size = try records.next() else {
        isAtEnd = true
        if records.count != recordCount { throw LoadError(.changed, path: path) }
        return
      }
      if records.record.keys.count != keyCount { throw LoadError(.changed, path: path) }
      // Quotes in arrays are doubled, and each value gets two quotes and a comma at most.
      reserve(size * 2 + columns.count * 3 + 1)
      writeRecord()
    }
  }

  private func reserve(_ count: Int) {
    let needed = writtenTo + count + Self.slack
    if needed <= capacity { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(needed, capacity * 2))
    larger.update(from: output, count: writtenTo)
    output.deallocate()
    output = larger
    capacity = max(needed, capacity * 2)
  }

  private func writeHeader() {
    for (index, column) in columns.enumerated() {
      let name = Array(records.record.keys.path(column).utf8)
      reserve(name.count * 2 + 3)
      var end = writtenTo
      if index > 0 { Self.append(UInt8(ascii: ","), to: output, &end) }
      Self.append(UInt8(ascii: "\""), to: output, &end)
      for byte in name {
        if byte == UInt8(ascii: "\"") { Self.append(byte, to: output, &end) }
        Self.append(byte, to: output, &end)
      }
      Self.append(UInt8(ascii: "\""), to: output, &end)
      writtenTo = end
    }
    reserve(1)
    Self.append(UInt8(ascii: "\n"), to: output, &writtenTo)
  }

  private static func append(
    _ byte: UInt8, to target: UnsafeMutablePointer<UInt8>, _ end: inout Int
  ) {
    target[end] = byte
    end &+= 1
  }

  /// Writes the record that was read last; there is room for it.
  private func writeRecord() {
    let text = records.text
    let slots = records.record.keys.slots
    let reading = records.record.reading
    let target = output
    var end = writtenTo
    var index = 0
    while index < columns.count {
      let key = columns[index]
      index &+= 1
      if slots[key].reading == reading {
        let start = text + slots[key].start
        let count = slots[key].end &- slots[key].start
        switch slots[key].kind {
        case .null, .object, .emptyObject: break
        case .string, .number, .boolean:
          // A string without escapes holds neither quotes nor control characters: it stands between
          // its quotes here as there.
          Self.copy(start, count, to: target + end)
          end &+= count
        case .escapedString:
          target[end] = UInt8(ascii: "\"")
          end +=
            1 + JSONEscapes.decode(start + 1, count: count - 2, quotes: 2, into: target + end + 1)
          Self.append(UInt8(ascii: "\""), to: target, &end)
        case .array:
          end += Self.writeArray(start, count, to: target + end)
        }
      }
      target[end] = UInt8(ascii: ",")
      end &+= 1
    }
    // The last comma becomes the line end.
    target[end &- 1] = UInt8(ascii: "\n")
    writtenTo = end
  }

  /// Copies by words of 16 bytes: there is room to read and to write beyond the end.
  @inline(__always)
  private static func copy(
    _ start: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    if count > 64 {
      target.update(from: start, count: count)
      return
    }
    var done = 0
    repeat {
      let word = UnsafeRawPointer(start + done).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target + done).storeBytes(of: word, as: SIMD16<UInt8>.self)
      done &+= 16
    } while done < count
  }

  /// Writes an array as text, without the space between its values.
  private static func writeArray(
    _ start: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var end = 0
    append(UInt8(ascii: "\""), to: target, &end)
    var isInString = false
    var isEscaped = false
    for index in 0..<count {
      let byte = start[index]
      if byte == UInt8(ascii: "\"") {
        append(byte, to: target, &end)
        if !isEscaped { isInString.toggle() }
      } else if byte <= UInt8(ascii: " ") && !isInString {
        continue
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      append(byte, to: target, &end)
    }
    append(UInt8(ascii: "\""), to: target, &end)
    return end
  }
}
