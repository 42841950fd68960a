/// A stretch of one statement's source text, as half-open UTF-8 byte offsets.
///
/// Offsets count from the first byte of the `Source` that the statement was parsed from. An empty
/// range stands between two bytes: the place where something is missing.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package var lowerBound: Int
  /// Offset just past the last byte; never less than `lowerBound`.
  package var upperBound: Int

  /// Orders the two offsets, so that a range is never inverted.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

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
