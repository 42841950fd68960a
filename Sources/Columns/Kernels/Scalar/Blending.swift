/// Takes each row's value from one of two vectors, by a bit a row, without moving any.
package enum Blending {
  /// `a` in the rows whose bit is set in `mask`, `b` in the others; nil where the two are stored in
  /// ways that do not blend: plain text, codes of two dictionaries, 128 bits.
  ///
  /// - Complexity: eight rows at a time.
  package static func blended(_ mask: Bitmap, _ a: Vector, _ b: Vector, type: DataType) -> Vector? {
    let count = mask.count
    let storage: Vector.Storage
    var bounds: ClosedRange<Int64>?
    switch type {
    case .double, .percent:
      // Doubles travel as their bits.
      guard let x = doubles(a), let y = doubles(b) else { return nil }
      let result = Buffer<Double>(count: count)
      result.pointer.withMemoryRebound(to: Int64.self, capacity: count) { target in
        blend(mask, x, y, into: target)
      }
      storage = .float64(result)
    case .boolean:
      guard let words = words(mask, a, b) else { return nil }
      storage = .bits(Bitmap(words: words, count: count))
    case .varchar:
      return codes(mask, a, b)
    default:
      guard type.isNarrowNumber, let known = self.bounds(a, b) else { return nil }
      bounds = known
      let (low, high) = (known.lowerBound, known.upperBound)
      if Int8(exactly: low) != nil && Int8(exactly: high) != nil {
        storage = .int8(integers(mask, a, b))
      } else if Int16(exactly: low) != nil && Int16(exactly: high) != nil {
        storage = .int16(integers(mask, a, b))
      } else if Int32(exactly: low) != nil && Int32(exactly: high) != nil {
        storage = .int32(integers(mask, a, b))
      } else {
        storage = .int64(integers(mask, a, b))
      }
    }
    return Vector(
      type: type, count: count, storage: storage, validity: validity(mask, a, b), bounds: bounds)
  }

  /// What holds every value of both; nil where one of them has no bounds.
  private static func bounds(_ a: Vector, _ b: Vector) -> ClosedRange<Int64>? {
    var result: ClosedRange<Int64>?
    for vector in [a, b] where vector.constant?.isNull != true {
      var own = vector.bounds
      if let number = vector.constant.flatMap({ Int64(exactly: Constants.unscaled($0)) }) {
        own = number...number
      }
      guard let own else { return nil }
      let known = result ?? own
      result =
        min(own.lowerBound, known.lowerBound)...max(own.upperBound, known.upperBound)
    }
    return result
  }

  /// The numbers of one side: one for all rows, or one a row.
  private enum Source<Number: FixedWidthInteger & SIMDScalar & BitwiseCopyable> {
    case constant(Number)
    case buffer(Buffer<Number>)

    /// Integers, at a width that holds them; zero where they are NULL.
    init(integers vector: Vector) {
      if let constant = vector.constant {
        self = .constant(Number(truncatingIfNeeded: Constants.unscaled(constant)))
      } else {
        self = .buffer(NumberSource.integers(vector))
      }
    }

    /// Codes of `dictionary`; nil where the texts of `vector` have none.
    init?(codes vector: Vector, of dictionary: TextDictionary) {
      switch vector.constant {
      case .text(let text)?:
        guard let code = dictionary.code(of: text) else { return nil }
        self = .constant(Number(truncatingIfNeeded: code))
      case .null?: self = .constant(0)
      default:
        guard vector.dictionary === dictionary else { return nil }
        switch vector.storage {
        case .code8(let codes, _): self = .buffer(Self.widened(codes))
        case .code16(let codes, _): self = .buffer(Self.widened(codes))
        case .code32(let codes, _): self = .buffer(Self.widened(codes))
        default: return nil
        }
      }
    }

    private static func widened<Code: FixedWidthInteger & BitwiseCopyable>(
      _ codes: Buffer<Code>
    ) -> Buffer<Number> {
      if let same = codes as? Buffer<Number> { return same }
      let result = Buffer<Number>(count: codes.count)
      for row in 0..<codes.count {
        result.pointer[row] = Number(truncatingIfNeeded: codes.pointer[row])
      }
      return result
    }
  }

  /// The bits of doubles, zero where they are NULL; nil where `vector` has none.
  private static func doubles(_ vector: Vector) -> Source<Int64>? {
    switch vector.storage {
    case .constant(.double(let value)): .constant(Int64(bitPattern: value.bitPattern))
    case .constant(.null): .constant(0)
    case .float64(let values): .buffer(Buffer(sharing: values, from: 0, count: values.count))
    default: nil
    }
  }

  private static func integers<Number: FixedWidthInteger & SIMDScalar & BitwiseCopyable>(
    _ mask: Bitmap, _ a: Vector, _ b: Vector
  ) -> Buffer<Number> {
    let result = Buffer<Number>(count: mask.count)
    blend(mask, Source(integers: a), Source(integers: b), into: result.pointer)
    return result
  }

  /// Coded texts of one dictionary, constants that it has, or NULL.
  private static func codes(_ mask: Bitmap, _ a: Vector, _ b: Vector) -> Vector? {
    guard let dictionary = a.dictionary ?? b.dictionary else { return nil }
    func blended<Code: FixedWidthInteger & SIMDScalar & BitwiseCopyable>(
      _ type: Code.Type
    ) -> Buffer<Code>? {
      guard let x = Source<Code>(codes: a, of: dictionary),
        let y = Source<Code>(codes: b, of: dictionary)
      else { return nil }
      let result = Buffer<Code>(count: mask.count)
      blend(mask, x, y, into: result.pointer)
      return result
    }
    let storage: Vector.Storage
    if dictionary.count <= 1 << 8 {
      guard let codes = blended(UInt8.self) else { return nil }
      storage = .code8(codes, dictionary)
    } else if dictionary.count <= 1 << 16 {
      guard let codes = blended(UInt16.self) else { return nil }
      storage = .code16(codes, dictionary)
    } else {
      guard let codes = blended(UInt32.self) else { return nil }
      storage = .code32(codes, dictionary)
    }
    return Vector(
      type: .varchar, count: mask.count, storage: storage, validity: validity(mask, a, b))
  }

  private static func blend<Number: FixedWidthInteger & SIMDScalar & BitwiseCopyable>(
    _ mask: Bitmap, _ a: Source<Number>, _ b: Source<Number>,
    into target: UnsafeMutablePointer<Number>
  ) {
    switch (a, b) {
    case (.constant(let x), .constant(let y)):
      let (x, y) = (SIMD8(repeating: x), SIMD8(repeating: y))
      blend(mask, { _ in x }, { _ in y }, target)
    case (.constant(let x), .buffer(let y)):
      let x = SIMD8(repeating: x)
      blend(mask, { _ in x }, { eight(y.pointer, $0) }, target)
    case (.buffer(let x), .constant(let y)):
      let y = SIMD8(repeating: y)
      blend(mask, { eight(x.pointer, $0) }, { _ in y }, target)
    case (.buffer(let x), .buffer(let y)):
      blend(mask, { eight(x.pointer, $0) }, { eight(y.pointer, $0) }, target)
    }
  }

  @inline(__always)
  private static func eight<Number: SIMDScalar>(
    _ numbers: UnsafeMutablePointer<Number>, _ row: Int
  ) -> SIMD8<Number> {
    UnsafeRawPointer(numbers + row).loadUnaligned(as: SIMD8<Number>.self)
  }

  /// Eight rows are read and written at a time: the last eight may lie in part behind the last row,
  /// where every buffer has 64 bytes that nobody uses.
  @inline(__always)
  private static func blend<Number: FixedWidthInteger & SIMDScalar>(
    _ mask: Bitmap, _ a: (Int) -> SIMD8<Number>, _ b: (Int) -> SIMD8<Number>,
    _ target: UnsafeMutablePointer<Number>
  ) {
    let bytes = UnsafeRawPointer(mask.words.pointer)
    let bits = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)
    var row = 0
    while row < mask.count {
      let byte = bytes.load(fromByteOffset: row >> 3, as: UInt8.self)
      let isSet = SIMD8<UInt8>(repeating: byte) & bits
      // All ones where the bit is set.
      let ones = SIMD8<Number>(truncatingIfNeeded: isSet) .!= 0
      let chosen = b(row).replacing(with: a(row), where: ones)
      UnsafeMutableRawPointer(target + row).storeBytes(of: chosen, as: SIMD8<Number>.self)
      row &+= 8
    }
  }

  private static func words(_ mask: Bitmap, _ a: Vector, _ b: Vector) -> Buffer<UInt64>? {
    guard let x = truth(a), let y = truth(b) else { return nil }
    return words(mask, x, y)
  }

  private static func words(_ mask: Bitmap, _ a: Bitmap?, _ b: Bitmap?) -> Buffer<UInt64> {
    let words = Buffer<UInt64>(count: mask.words.count)
    for word in 0..<words.count {
      let chosen = mask.words.pointer[word]
      let first = a.map { $0.words.pointer[word] } ?? .max
      let second = b.map { $0.words.pointer[word] } ?? .max
      words.pointer[word] = chosen & first | ~chosen & second
    }
    Bitmap.clearTail(words, count: mask.count)
    return words
  }

  private static func truth(_ vector: Vector) -> Bitmap? {
    switch vector.storage {
    case .bits(let bits): bits
    case .constant(let value):
      Bitmap(repeating: value == .boolean(true), count: vector.count)
    default: nil
    }
  }

  /// Which rows hold a value; nil where all do.
  private static func validity(_ mask: Bitmap, _ a: Vector, _ b: Vector) -> Bitmap? {
    let (x, y) = (known(a), known(b))
    if x == nil && y == nil { return nil }
    return Bitmap(words: words(mask, x, y), count: mask.count)
  }

  private static func known(_ vector: Vector) -> Bitmap? {
    vector.constant?.isNull == true
      ? Bitmap(repeating: false, count: vector.count) : vector.validity
  }
}
