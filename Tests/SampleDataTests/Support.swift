import Glibc
import Testing

/// A folder that is gone with the test that made it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/rummage-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    path = try String(cString: #require(made))
  }

  deinit { Self.remove(path) }

  func bytes(of name: String) throws -> [UInt8] { try Files.bytes(of: path + "/" + name) }

  func table(_ name: String) throws -> CSVTable { CSVTable(try bytes(of: name)) }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    Glibc.remove(path)
  }
}

enum Files {
  /// The folder that holds `Package.swift`.
  static let repository = #filePath.split(separator: "/").dropLast(3)
    .reduce("") { $0 + "/" + $1 }

  static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"), "no file \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, file)
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }
}

enum Digest {
  /// FNV-1a, 64 bits.
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// A CSV file read to the letter of RFC 4180, but for line ends, which are LF alone.
struct CSVTable {
  var header: [String] = []
  var rows: [[String]] = []
  /// What the letter does not allow, with the line it is in.
  var faults: [String] = []

  init(_ bytes: [UInt8]) {
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var position = 0
    var line = 1
    func fault(_ text: String) -> String { "line \(line): \(text)" }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.count && bytes[position] == byte {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if !field.isEmpty || wasQuoted { faults.append(fault("a quote within a field")) }
        isQuoted = true
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        guard let text = String(validating: field, as: UTF8.self) else {
          faults.append(fault("not UTF-8"))
          return
        }
        record.append(text)
        field.removeAll(keepingCapacity: true)
        wasQuoted = false
        if byte == UInt8(ascii: "\n") {
          if header.isEmpty { header = record } else { rows.append(record) }
          record.removeAll(keepingCapacity: true)
          line += 1
        }
      default:
        if wasQuoted { faults.append(fault("text after a quoted field")) }
        if byte < 32 { faults.append(fault("a control character")) }
        field.append(byte)
      }
    }
    if isQuoted { faults.append(fault("a quote that is not closed")) }
    if !record.isEmpty || !field.isEmpty { faults.append(fault("no line end at the end")) }
    for (index, row) in rows.enumerated() where row.count != header.count {
      faults.append("row \(index + 1): \(row.count) fields instead of \(header.count)")
    }
  }
}
