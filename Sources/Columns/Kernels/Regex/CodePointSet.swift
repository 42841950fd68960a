/// A set of code points, as ascending ranges with gaps between them.
struct CodePointSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]

  static let maximum: UInt32 = 0x10FFFF
  static let all = CodePointSet([0...maximum])

  /// The union of `ranges`, in any order.
  init(_ ranges: [ClosedRange<UInt32>] = []) {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound &+ 1 {
        result[result.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    self.ranges = result
  }

  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  var isEmpty: Bool { ranges.isEmpty }

  /// The only member, where there is just one.
  var single: UInt32? {
    ranges.count == 1 && ranges[0].count == 1 ? ranges[0].lowerBound : nil
  }

  func contains(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

  func union(_ other: CodePointSet) -> CodePointSet { CodePointSet(ranges + other.ranges) }

  /// All code points that are not in it.
  var complement: CodePointSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.maximum { result.append(next...Self.maximum) }
    return CodePointSet(result)
  }

  func subtracting(_ other: CodePointSet) -> CodePointSet {
    complement.union(other).complement
  }

  /// The set with all other cases of its letters.
  var ignoringCase: CodePointSet {
    var added: [ClosedRange<UInt32>] = []
    for range in ranges where range.lowerBound < 0x80 {
      for value in range.lowerBound...min(range.upperBound, 0x7F) {
        let isLetter = (0x41...0x5A).contains(value & ~0x20)
        if isLetter { added.append((value ^ 0x20)...(value ^ 0x20)) }
        // The Kelvin sign and the long s are cases of ASCII letters.
        if value | 0x20 == 0x6B { added.append(0x212A...0x212A) }
        if value | 0x20 == 0x73 { added.append(0x017F...0x017F) }
      }
    }
    if ranges.contains(where: { $0.upperBound >= 0x80 }) {
      for (value, others) in CaseOrbits.table where contains(value) {
        added += others.map { $0...$0 }
      }
    }
    return added.isEmpty ? self : CodePointSet(ranges + added)
  }
}

/// Code points that are cases of one letter.
private enum CaseOrbits {
  /// For each code point that has other cases, all of these.
  ///
  /// Two code points are cases of one letter where they have the same simple folding, which here is
  /// the small letter of the capital letter, as Unicode's data in the standard library give them.
  static let table: [(UInt32, [UInt32])] = {
    var orbits: [UInt32: [UInt32]] = [:]
    // Letters with cases all lie in the first two planes.
    for value in UInt32(0x41)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isCased else { continue }
      orbits[folded(scalar), default: []].append(value)
    }
    return orbits.values.filter { $0.count > 1 }.flatMap { orbit in
      orbit.map { value in (value, orbit.filter { $0 != value }) }
    }
  }()

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let capital = single(scalar.properties.uppercaseMapping) ?? scalar
    return (single(capital.properties.lowercaseMapping) ?? capital).value
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
