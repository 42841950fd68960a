/// The checksums by which a file that was written here shows that it is whole and unchanged.
///
/// They stand in custom metadata, which other readers pass over:
///
/// * each batch carries one for each of its buffers, under ``buffersKey``;
/// * the footer carries one for the metadata of each message, the schema's first, then those of the
///   dictionaries and the batches, under ``messagesKey``;
/// * the footer carries its own under ``footerKey``, made while zeros stand there;
/// * the schema's message, at the other end of the file, says under ``markKey`` that all these are to
///   be found.
///
/// So a column can be read and verified without the others, and every byte that a value, a name or a
/// type depends on is covered. Each is an ``XXHash64`` in 16 hexadecimal digits, without separators.
enum ArrowChecksums {
  static let buffersKey = "rummage.buffers"
  static let messagesKey = "rummage.messages"
  static let footerKey = "rummage.footer"
  static let markKey = "rummage.checksums"
  static let mark = "xxh64"

  private static let digits = 16

  /// `checksums` as text.
  static func text(_ checksums: [UInt64]) -> String {
    checksums.map { checksum in
      let hex = String(checksum, radix: 16)
      return String(repeating: "0", count: digits - hex.count) + hex
    }.joined()
  }

  /// The checksums in `text`.
  ///
  /// - Throws: ``ArrowProblem/damaged(_:)`` where there are not `count` of them.
  static func checksums(_ text: String, count: Int) throws -> [UInt64] {
    let bytes = Array(text.utf8)
    guard bytes.count == count * digits else {
      throw ArrowProblem.damaged("it has another number of checksums than of parts")
    }
    return try (0..<count).map { index in
      let part = bytes[(index * digits)..<((index + 1) * digits)]
      guard let checksum = UInt64(String(decoding: part, as: UTF8.self), radix: 16) else {
        throw ArrowProblem.damaged("a checksum is not a number")
      }
      return checksum
    }
  }

  /// The text in place of the footer's checksum while that is made.
  static let unsealed = String(repeating: "0", count: digits)

  /// `footer`, in which ``unsealed`` stands under ``footerKey``, with its checksum there.
  static func sealed(_ footer: [UInt8]) throws -> [UInt8] {
    guard let place = try sealPlace(footer) else { return footer }
    var sealed = footer
    sealed.replaceSubrange(place, with: text([XXHash64.checksum(footer)]).utf8)
    return sealed
  }

  /// Whether `footer` carries a checksum.
  ///
  /// - Throws: ``ArrowProblem/altered(_:)`` where it does not match.
  static func isSealed(_ footer: [UInt8]) throws -> Bool {
    guard let place = try sealPlace(footer) else { return false }
    var unsealed = footer
    unsealed.replaceSubrange(place, with: self.unsealed.utf8)
    guard text([XXHash64.checksum(unsealed)]).utf8.elementsEqual(footer[place]) else {
      throw ArrowProblem.altered("its footer")
    }
    return true
  }

  /// Where the footer's own checksum stands in it; nil where it has none.
  private static func sealPlace(_ footer: [UInt8]) throws -> Range<Int>? {
    for pair in try FlatTable(root: footer).tables(4) where try pair.string(0) == footerKey {
      guard let place = try pair.stringRange(1), place.count == digits else {
        throw ArrowProblem.altered("its footer")
      }
      return place
    }
    return nil
  }
}
