/// Texts between dollar signs, `$$it's$$` or `$tag$it's$tag$`, in which nothing needs doubling.
enum DollarQuote {
  /// The opening mark at `position`: two dollar signs with nothing or a word between them; nil where
  /// there is none.
  static func tag<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, at position: Int
  ) -> [UInt8]? where Bytes.Index == Int {
    var end = position + 1
    while end < bytes.endIndex, isTagByte(bytes[end], isFirst: end == position + 1) { end += 1 }
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "$"), end < bytes.endIndex,
      bytes[end] == UInt8(ascii: "$")
    else { return nil }
    return Array(bytes[position...end])
  }

  /// Where the text that `tag` opened ends, behind its closing mark; nil where it does not.
  static func end<Bytes: RandomAccessCollection<UInt8>>(
    of tag: [UInt8], in bytes: Bytes, from start: Int
  ) -> Int? where Bytes.Index == Int {
    var place = start
    while place + tag.count <= bytes.endIndex {
      if bytes[place] == UInt8(ascii: "$"), bytes[place..<place + tag.count].elementsEqual(tag) {
        return place + tag.count
      }
      place += 1
    }
    return nil
  }

  /// What stands between the marks of a whole quoted text.
  static func content(of text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let tag = tag(in: bytes, at: 0), bytes.count >= tag.count * 2 else { return String(text) }
    return String(decoding: bytes[tag.count..<bytes.count - tag.count], as: UTF8.self)
  }

  private static func isTagByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
    default: false
    }
  }
}
