/// A stretch of one statement's source text, as half-open UTF-8 byte offsets.
///
/// Offsets count from the first byte of the `Source` that the statement was parsed from. An empty
/// range stands between two bytes: the place where something is missing.
package struct SourceRange: Hashable, Sendable {
  // Every node of a tree has a range: 32 bits keep trees small, and statements under 4 GiB.
  private var lower: UInt32
  private var upper: UInt32

  /// The range between two offsets; one that is negative or out of order is moved to the nearest
  /// that is not.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    lower = UInt32(clamping: lowerBound)
    upper = max(lower, UInt32(clamping: upperBound))
  }

  /// Offset of the first byte.
  package var lowerBound: Int { Int(lower) }

  /// Offset just past the last byte; never less than `lowerBound`.
  package var upperBound: Int { Int(upper) }

  /// The empty range at one offset.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  /// Length in bytes.
  package var count: Int { upperBound - lowerBound }

  package var isEmpty: Bool { lowerBound == upperBound }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(
      min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}

extension SourceRange: CustomStringConvertible {
  package var description: String { "\(lowerBound)..<\(upperBound)" }
}
