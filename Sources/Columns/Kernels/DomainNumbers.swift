/// Turns the values of a vector into their numbers in a domain.
package enum DomainNumbers {
  /// The number of each row; the domain must have fewer than 2^32.
  package static func numbers(of vector: Vector, in domain: ColumnDomain) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: vector.count)
    fold(vector, in: domain, multiplier: 0, into: result.pointer)
    return result
  }

  /// Sets each of `ids` to `id * multiplier + number`, with the number of the row's value.
  ///
  /// Folding key after key with each key's count as the multiplier numbers the combinations. A
  /// multiplier of 0 starts anew: then `ids` need not be set before.
  package static func fold(
    _ vector: Vector, in domain: ColumnDomain, multiplier: UInt32,
    into ids: UnsafeMutablePointer<UInt32>
  ) {
    foldWords(vector, in: domain, multiplier, ids)
  }

  /// The same for numbers of up to 64 bits.
  package static func fold(
    _ vector: Vector, in domain: ColumnDomain, multiplier: UInt64,
    into ids: UnsafeMutablePointer<UInt64>
  ) {
    foldWords(vector, in: domain, multiplier, ids)
  }

  @inline(__always)
  private static func foldWords<Word: FixedWidthInteger & UnsignedInteger>(
    _ vector: Vector, in domain: ColumnDomain, _ multiplier: Word,
    _ ids: UnsafeMutablePointer<Word>
  ) {
    let count = vector.count
    switch vector.storage {
    case .constant(let value):
      let number = Word(truncatingIfNeeded: self.number(of: value, in: domain))
      var row = 0
      while row < count {
        ids[row] = (multiplier == 0 ? 0 : ids[row] &* multiplier) &+ number
        row &+= 1
      }
    case .code8(let codes, _): foldCodes(codes.pointer, count, multiplier, ids)
    case .code16(let codes, _): foldCodes(codes.pointer, count, multiplier, ids)
    case .code32(let codes, _): foldCodes(codes.pointer, count, multiplier, ids)
    case .int8(let values):
      foldIntegers(values.pointer, count, multiplier, shift(domain), vector.validity, ids)
    case .int16(let values):
      foldIntegers(values.pointer, count, multiplier, shift(domain), vector.validity, ids)
    case .int32(let values):
      foldIntegers(values.pointer, count, multiplier, shift(domain), vector.validity, ids)
    case .int64(let values):
      foldIntegers(values.pointer, count, multiplier, shift(domain), vector.validity, ids)
    case .bits(let bits):
      var row = 0
      while row < count {
        var number: Word = bits[row] ? 2 : 1
        if let validity = vector.validity, !validity[row] { number = 0 }
        ids[row] = (multiplier == 0 ? 0 : ids[row] &* multiplier) &+ number
        row &+= 1
      }
    case .int128, .float64, .text, .measure:
      break
    }
  }

  /// The number of one value; 0 where the domain does not hold it.
  package static func number(of value: Value, in domain: ColumnDomain) -> UInt64 {
    if value.isNull { return 0 }
    switch domain {
    case .dictionary(let dictionary):
      guard case .text(let text) = value else { return 0 }
      return UInt64(truncatingIfNeeded: dictionary.code(of: text) ?? 0)
    case .boolean: return value == .boolean(true) ? 2 : 1
    case .range(let bounds):
      let number = Constants.unscaled(value)
      guard number >= Int128(bounds.lowerBound), number <= Int128(bounds.upperBound) else {
        return 0
      }
      return UInt64(truncatingIfNeeded: number - Int128(bounds.lowerBound) + 1)
    }
  }

  private static func shift(_ domain: ColumnDomain) -> Int64 {
    if case .range(let bounds) = domain { 1 &- bounds.lowerBound } else { 0 }
  }

  @inline(__always)
  private static func foldCodes<
    Code: FixedWidthInteger & UnsignedInteger, Word: FixedWidthInteger & UnsignedInteger
  >(
    _ codes: UnsafePointer<Code>, _ count: Int, _ multiplier: Word,
    _ ids: UnsafeMutablePointer<Word>
  ) {
    var row = 0
    if multiplier == 0 {
      while row < count {
        ids[row] = Word(truncatingIfNeeded: codes[row])
        row &+= 1
      }
    } else {
      while row < count {
        ids[row] = ids[row] &* multiplier &+ Word(truncatingIfNeeded: codes[row])
        row &+= 1
      }
    }
  }

  @inline(__always)
  private static func foldIntegers<
    Number: FixedWidthInteger & SignedInteger, Word: FixedWidthInteger & UnsignedInteger
  >(
    _ values: UnsafePointer<Number>, _ count: Int, _ multiplier: Word, _ shift: Int64,
    _ validity: Bitmap?, _ ids: UnsafeMutablePointer<Word>
  ) {
    let low = Word(truncatingIfNeeded: shift)
    var row = 0
    if let words = validity?.words.pointer {
      while row < count {
        let valid = words[row >> 6] >> UInt64(row & 63) & 1
        let mask = 0 &- Word(truncatingIfNeeded: valid)
        let number = (Word(truncatingIfNeeded: values[row]) &+ low) & mask
        ids[row] = (multiplier == 0 ? 0 : ids[row] &* multiplier) &+ number
        row &+= 1
      }
    } else if multiplier == 0 {
      while row < count {
        ids[row] = Word(truncatingIfNeeded: values[row]) &+ low
        row &+= 1
      }
    } else {
      while row < count {
        ids[row] = ids[row] &* multiplier &+ (Word(truncatingIfNeeded: values[row]) &+ low)
        row &+= 1
      }
    }
  }
}
