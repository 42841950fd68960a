import Foundation

/// A second reader of the sample's files, to check the first by: byte after byte and by the book
/// (RFC 4180), one row at a time.
struct PlainCSV {
  private let bytes: Data
  private var position: Int
  /// The fields of the row, one behind the other, without quotes.
  private var row: [UInt8] = []
  private var ends: [Int] = []

  /// Opens the file and passes over its header.
  init(_ path: String) throws {
    bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    position = bytes.startIndex
    _ = next()
  }

  /// Goes to the next row; false where there is none.
  mutating func next() -> Bool {
    row.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let start = position
    var isQuoted = false
    let file = bytes
    file.withUnsafeBytes { bytes in
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          // A quote that follows a quoted field's end at once is one of its own.
          if !isQuoted && position >= 2 && position - 2 >= start
            && bytes[position - 2] == UInt8(ascii: "\"")
          {
            row.append(byte)
          }
          isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: ends.append(row.count)
        case UInt8(ascii: "\n") where !isQuoted:
          ends.append(row.count)
          return
        default: row.append(byte)
        }
      }
    }
    return position > start
  }

  /// The bytes of field number `column`; empty behind the last one.
  func field(_ column: Int) -> ArraySlice<UInt8> {
    guard column < ends.count else { return [] }
    return row[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
  }

  /// Fields of the row.
  var count: Int { ends.count }

  /// The number in `column`, times 10^`decimals`; nil where the field is empty.
  func number(_ column: Int, decimals: Int = 0) -> Int? {
    let field = field(column)
    if field.isEmpty { return nil }
    var result = 0
    var missing = decimals
    var isFraction = false
    for byte in field {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        result = result * 10 + Int(byte &- UInt8(ascii: "0"))
        if isFraction { missing -= 1 }
      }
    }
    for _ in 0..<max(0, missing) { result *= 10 }
    return result
  }

  /// The date `2004-01-31` in `column`, as days since 1970-01-01.
  func day(_ column: Int) -> Int {
    let parts = field(column).split(separator: UInt8(ascii: "-")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard parts.count == 3 else { return 0 }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var result = day - 1
    for before in 1970..<max(1970, year) { result += Self.isLeap(before) ? 366 : 365 }
    for before in 1..<max(1, month) { result += lengths[before - 1] }
    if month > 2 && Self.isLeap(year) { result += 1 }
    return result
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
