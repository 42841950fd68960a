import CMinizip
import Columns

/// A ZIP archive in memory, and the parts that it is made of by their names.
///
/// Names are compared without regard to case, and a backslash is a slash, as in the packages of
/// Office Open XML (ECMA-376-2, 6.2.2.3).
final class ZipArchive {
  private struct Part {
    var place: unz64_file_pos
    let information: unz_file_info64
  }

  /// No table shrinks so much: sheets do 5 to 20 times, and one of nothing but the same short
  /// cell 200 times. Deflate can do 1,032 times.
  static let maximumRatio = 250
  /// Parts of no more bytes than this cannot do harm, however much they shrank.
  private static let harmlessBytes = 16 << 20
  /// How much is unpacked at a time.
  private static let blockBytes = 64 << 10
  /// A longer name is none of a workbook's parts.
  private static let maximumNameBytes = 512

  private let file: WholeFile
  private let memory: UnsafeMutablePointer<zip_memory>
  private let handle: unzFile
  private let limit: Int
  private let cancellation: Cancellation?
  private let progress: ((LoadProgress) -> Void)?
  /// Bytes of all parts unpacked so far.
  private var unpacked = 0
  private var parts: [String: Part] = [:]

  /// Reads the directory of the archive in `file`.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a part may have.
  ///   - progress: called with the bytes unpacked, once a block.
  /// - Throws: ``WorkbookFault``.
  init(
    _ file: WholeFile, limit: Int, cancellation: Cancellation?,
    progress: ((LoadProgress) -> Void)? = nil
  ) throws {
    self.file = file
    self.limit = limit
    self.cancellation = cancellation
    self.progress = progress
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: zip_memory(bytes: file.bytes, count: UInt64(file.count), position: 0))
    guard let handle = unzip_open_memory(memory) else {
      memory.deallocate()
      throw WorkbookFault.noDirectory
    }
    self.handle = handle
    try readDirectory()
  }

  deinit {
    unzClose(handle)
    memory.deallocate()
  }

  private func readDirectory() throws {
    var name = [CChar](repeating: 0, count: Self.maximumNameBytes + 1)
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK {
      var part = Part(place: unz64_file_pos(), information: unz_file_info64())
      var information = unz_file_info64()
      guard
        unzGetCurrentFileInfo64(
          handle, &information, &name, UInt(Self.maximumNameBytes), nil, 0, nil, 0) == UNZ_OK,
        unzGetFilePos64(handle, &part.place) == UNZ_OK
      else { throw WorkbookFault.noDirectory }
      part = Part(place: part.place, information: information)
      let length = Int(information.size_filename)
      if length <= Self.maximumNameBytes {
        let bytes = name[..<length].map(UInt8.init(bitPattern:))
        let key = Self.key(String(decoding: bytes, as: UTF8.self))
        if parts.updateValue(part, forKey: key) != nil { throw WorkbookFault.repeatedPart(key) }
      }
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw WorkbookFault.noDirectory }
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  /// Whether the archive has a part of this name.
  func contains(_ name: String) -> Bool { parts[Self.key(name)] != nil }

  /// Whether it has a part whose name begins so.
  func contains(folder: String) -> Bool { parts.keys.contains { $0.hasPrefix(folder) } }

  /// The bytes of a part; nil where there is none.
  func size(of name: String) -> Int? {
    parts[Self.key(name)].map { Int(clamping: $0.information.uncompressed_size) }
  }

  /// Unpacks the part `name` and hands it to `body`, block by block.
  ///
  /// - Throws: ``WorkbookFault`` where it is not there, is too large or is damaged; what it handed
  ///   out before is then not to be trusted.
  func read(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard var part = parts[Self.key(name)] else { throw WorkbookFault.missingPart(name) }
    try check(part.information, name)
    guard unzGoToFilePos64(handle, &part.place) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK
    else { throw WorkbookFault.damagedPart(name, "it is not where the directory says") }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(handle) } }
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.blockBytes)
    defer { block.deallocate() }
    var done: UInt64 = 0
    while true {
      try cancellation?.check()
      let got = unzReadCurrentFile(handle, block, UInt32(Self.blockBytes))
      if got < 0 { throw WorkbookFault.damagedPart(name, "it cannot be decompressed") }
      if got == 0 { break }
      done += UInt64(got)
      unpacked += Int(got)
      progress?(LoadProgress(bytesRead: unpacked, bytesTotal: nil, rows: 0))
      try body(UnsafeBufferPointer(start: block, count: Int(got)))
    }
    isOpen = false
    let status = unzCloseCurrentFile(handle)
    guard done == part.information.uncompressed_size else {
      throw WorkbookFault.damagedPart(name, "it ends in the middle")
    }
    guard status == UNZ_OK else { throw WorkbookFault.damagedPart(name, "its checksum is wrong") }
  }

  private func check(_ information: unz_file_info64, _ name: String) throws {
    if information.flag & 1 != 0 { throw WorkbookFault.damagedPart(name, "it is encrypted") }
    // 0 is stored, 8 deflate: the two that Office Open XML allows.
    guard information.compression_method == 0 || information.compression_method == Z_DEFLATED else {
      throw WorkbookFault.damagedPart(
        name, "it is compressed by method \(information.compression_method), not by deflate")
    }
    let bytes = Int(clamping: information.uncompressed_size)
    if bytes > limit {
      throw WorkbookFault.tooLarge("its part '\(name)'", bytes: bytes, limit: limit)
    }
    if bytes > Self.harmlessBytes
      && UInt64(bytes) / UInt64(Self.maximumRatio) > information.compressed_size
    {
      throw WorkbookFault.bomb(name, bytes: bytes)
    }
  }
}
