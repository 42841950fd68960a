import Synchronization

/// Code maps between dictionaries: for each code of one, the code of the same text in another.
///
/// Keeps the latest few maps, since every batch of a join asks for the same one.
final class DictionaryTranslation: Sendable {
  static let shared = DictionaryTranslation()

  private struct Entry: Sendable {
    let from: TextDictionary
    let to: TextDictionary
    let map: Buffer<UInt32>
  }

  private let known = Mutex<[Entry]>([])
  private static let capacity = 4

  /// The code in `target` of each code of `source`; 0 where `target` does not have the text.
  ///
  /// - Complexity: one look-up for each text of `source`, at the first call.
  /// - Throws: ``ValueError/interrupted`` alone.
  func map(
    from source: TextDictionary, to target: TextDictionary
  ) throws(ValueError) -> Buffer<UInt32> {
    try known.withLock { entries throws(ValueError) in
      if let entry = entries.first(where: { $0.from === source && $0.to === target }) {
        return entry.map
      }
      try target.prepareCodes()
      let map = Buffer<UInt32>(count: source.count)
      map.pointer[0] = 0
      for code in 1..<max(1, source.count) {
        try Cancellation.point(at: code)
        map.pointer[code] = UInt32(target.code(of: source.texts[code]) ?? 0)
      }
      entries.append(Entry(from: source, to: target, map: map))
      if entries.count > Self.capacity { entries.removeFirst() }
      return map
    }
  }
}
