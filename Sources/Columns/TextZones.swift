import Synchronization

/// What the texts of a store begin with, zone by zone: a comparison with one text need not look at
/// zones whose texts all lie on one side of it.
///
/// The first comparison finds it out on its way; later ones use it.
final class TextZones: Sendable {
  /// Texts in a zone.
  static let rows = 1024

  /// The first eight bytes of the texts of a zone, as ``TextOrder/prefix(_:_:)`` gives them. Empty
  /// texts, which stand in the rows of NULLs, are left out.
  struct Zone: BitwiseCopyable, Sendable {
    private var least = UInt64.max
    private var greatest = UInt64.min
    private(set) var hasEmpty = false

    /// Takes in a text.
    @inline(__always)
    mutating func add(prefix: UInt64, isEmpty: Bool) {
      if isEmpty {
        hasEmpty = true
      } else {
        least = min(least, prefix)
        greatest = max(greatest, prefix)
      }
    }

    /// How all texts that are not empty compare with one that begins with `prefix`: less than 0 or
    /// greater; nil where that takes a look at each.
    func order(to prefix: UInt64) -> Int? {
      greatest < prefix ? -1 : least > prefix ? 1 : nil
    }
  }

  private let zones = Mutex<Buffer<Zone>?>(nil)

  /// The zones, where they are known.
  var known: Buffer<Zone>? { zones.withLock { $0 } }

  /// Keeps `found`, which was true of the texts.
  func keep(_ found: Buffer<Zone>) { zones.withLock { $0 = found } }
}
