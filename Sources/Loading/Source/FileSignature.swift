/// What the first bytes of a file give it away as.
enum FileSignature {
  /// The first bytes of formats that people try to load, and what to call them.
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook"),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      "an old Excel workbook (.xls), or one with a password; save it as .xlsx without a password"
    ),
    ([0x50, 0x41, 0x52, 0x31], "a Parquet file"),
    ([0x42, 0x5A, 0x68], "data compressed by bzip2; decompress it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "data compressed by xz; decompress it first"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20, 0x66], "an SQLite database"),
    ([0x41, 0x52, 0x52, 0x4F, 0x57, 0x31], "an Arrow file"),
    ([0x46, 0x45, 0x41, 0x31], "a Feather file of version 1; write it as version 2"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
  ]

  /// The name of the binary format that begins with `bytes`.
  static func binaryName(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for signature in signatures where bytes.starts(with: signature.bytes) {
      return signature.name
    }
    return nil
  }

  /// Whether `bytes` hold a zero byte and no sign of UTF-16.
  static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(0) && utf16(bytes) == nil && !isGzip(bytes) && !isZstd(bytes) && !isZip(bytes)
  }

  /// Whether `bytes` begin a ZIP archive, as a workbook is one (APPNOTE 4.3.7).
  static func isZip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The format of JSON that `bytes` begin, blanks before it apart: an array of objects, or an object
  /// with a key; nil where they begin neither. No row of a table begins so.
  static func json(_ bytes: UnsafeBufferPointer<UInt8>) -> FileFormat? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).drop(while: isBlank)
    let next = text.dropFirst().drop(while: isBlank).first
    return switch (text.first, next) {
    case (UInt8(ascii: "["), UInt8(ascii: "{")): .json
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")): .jsonl
    default: nil
    }
  }

  /// What to call the markup that `bytes` begin, as what the web calls an Excel file often is; nil
  /// where they begin none.
  static func markup(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if ["<!doctype html", "<html", "<table", "<head", "<body"].contains(where: text.hasPrefix) {
      return "a page of the web (HTML)"
    }
    return text.hasPrefix("<?xml") ? "XML" : nil
  }

  /// Whether `bytes` begin a gzip member (RFC 1952, 2.3.1).
  static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// Whether `bytes` begin a zstd frame (RFC 8878, 3.1.1), or one that is to be skipped (3.1.2).
  static func isZstd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return true }
    return bytes.count >= 4 && bytes[0] & 0xF0 == 0x50
      && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  /// The kind of UTF-16 that `bytes` begin with: by byte order mark, or by zeros in every other
  /// byte of the first hundred.
  static func utf16(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (isLittleEndian: Bool, hasMark: Bool)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (true, true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (false, true) }
    let head = bytes.prefix(100)
    guard head.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = head.count / 2
    if zeros.even == 0 && zeros.odd * 10 >= half * 9 { return (true, false) }
    if zeros.odd == 0 && zeros.even * 10 >= half * 9 { return (false, false) }
    return nil
  }
}
