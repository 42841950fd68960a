import CZlib

/// Writes ZIP archives (APPNOTE 6.3.10), and, where asked to, wrong ones.
package struct ZipWriter {
  package struct Entry {
    package var name: String
    package var bytes: [UInt8]
    /// Whether it is compressed by deflate.
    package var isDeflated = true
    /// What the archive says of the entry in place of the truth.
    package var checksum: UInt32?
    package var size: UInt32?
    package var method: UInt16?
    package var flags: UInt16 = 0

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var entries: [Entry] = []

  package init() {}

  package mutating func add(_ name: String, _ text: String) {
    entries.append(Entry(name: name, bytes: Array(text.utf8)))
  }

  package subscript(name: String) -> Entry? {
    get { entries.first { $0.name == name } }
    set {
      let place = entries.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let entry?): entries[place] = entry
      case (let place?, nil): entries.remove(at: place)
      case (nil, let entry?): entries.append(entry)
      case (nil, nil): break
      }
    }
  }

  /// The archive as a file.
  package var archive: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let stored = entry.isDeflated ? Deflate.compressed(entry.bytes, .bare) : entry.bytes
      let sum = entry.checksum ?? UInt32(crc32(0, entry.bytes, uInt(entry.bytes.count)))
      // Version 2.0, flags, method, no time, no date.
      var head = Self.little(UInt16(20)) + Self.little(entry.flags)
      head += Self.little(entry.method ?? (entry.isDeflated ? 8 : 0)) + [0, 0, 0, 0]
      head += Self.little(sum) + Self.little(UInt32(stored.count))
      head += Self.little(entry.size ?? UInt32(entry.bytes.count))
      head += Self.little(UInt16(entry.name.utf8.count)) + [0, 0]
      directory += [0x50, 0x4B, 1, 2] + Self.little(UInt16(20)) + head
      // No comment, the first disk, no attributes.
      directory += [UInt8](repeating: 0, count: 10) + Self.little(UInt32(bytes.count))
      directory += Array(entry.name.utf8)
      bytes += [0x50, 0x4B, 3, 4] + head + Array(entry.name.utf8) + stored
    }
    let count = Self.little(UInt16(entries.count))
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.little(UInt32(directory.count))
      + Self.little(UInt32(bytes.count)) + [0, 0]
    return bytes + directory + end
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
