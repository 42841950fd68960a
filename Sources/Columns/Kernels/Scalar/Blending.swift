import CKernels

/// Takes each row's value from one of two vectors, by a bit a row, without moving any.
package enum Blending {
  /// `a` in the rows whose bit is set in `mask`, `b` in the others; nil where the two are stored in
  /// ways that do not blend: plain text, codes of two dictionaries, 128 bits.
  ///
  /// - Complexity: O(rows), in registers.
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
  private enum Source<Number: FixedWidthInteger & BitwiseCopyable> {
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

  private static func integers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ mask: Bitmap, _ a: Vector, _ b: Vector
  ) -> Buffer<Number> {
    let result = Buffer<Number>(count: mask.count)
    blend(mask, Source(integers: a), Source(integers: b), into: result.pointer)
    return result
  }

  /// Coded texts of one dictionary, constants that it has, or NULL.
  private static func codes(_ mask: Bitmap, _ a: Vector, _ b: Vector) -> Vector? {
    guard let dictionary = a.dictionary ?? b.dictionary else { return nil }
    func blended<Code: FixedWidthInteger & BitwiseCopyable>(
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

  private static func blend<Number: FixedWidthInteger & BitwiseCopyable>(
    _ mask: Bitmap, _ a: Source<Number>, _ b: Source<Number>,
    into target: UnsafeMutablePointer<Number>
  ) {
    let (words, count) = (mask.words.pointer, mask.count)
    switch Number.bitWidth {
    case 8:
      blend(a, b, target, UInt8.self) { blend_8(words, count, $0, $1, $2, $3, $4) }
    case 16:
      blend(a, b, target, UInt16.self) { blend_16(words, count, $0, $1, $2, $3, $4) }
    case 32:
      blend(a, b, target, UInt32.self) { blend_32(words, count, $0, $1, $2, $3, $4) }
    default:
      blend(a, b, target, UInt64.self) { blend_64(words, count, $0, $1, $2, $3, $4) }
    }
    withExtendedLifetime((mask, a, b)) {}
  }

  /// Hands both sides to a kernel as the unsigned numbers of their width, `Word`.
  @inline(__always)
  private static func blend<Number, Word: FixedWidthInteger & UnsignedInteger>(
    _ a: Source<Number>, _ b: Source<Number>, _ target: UnsafeMutablePointer<Number>,
    _ type: Word.Type,
    _ kernel: (
      UnsafePointer<Word>?, Word, UnsafePointer<Word>?, Word, UnsafeMutablePointer<Word>
    ) -> Void
  ) {
    func parts(_ source: Source<Number>) -> (UnsafePointer<Word>?, Word) {
      switch source {
      case .constant(let number): (nil, Word(truncatingIfNeeded: number))
      case .buffer(let buffer):
        (UnsafeRawPointer(buffer.pointer).assumingMemoryBound(to: Word.self), 0)
      }
    }
    let ((x, first), (y, second)) = (parts(a), parts(b))
    kernel(
      x, first, y, second,
      UnsafeMutableRawPointer(target).assumingMemoryBound(to: Word.self))
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
