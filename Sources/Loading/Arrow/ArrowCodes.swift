import Columns

/// Turns codes, of which 0 is NULL's, into indexes of an Arrow dictionary, which has no entry for
/// NULL: pandas refuses one, and two empty texts besides.
enum ArrowCodes {
  /// The codes of a dictionary that rows have.
  struct Used {
    /// For each code one more than its index in the file, 0 for NULL and where no row has it; nil where
    /// the numbers are the codes.
    let numbers: Buffer<UInt32>?
    /// The codes that rows have, in order.
    fileprivate let codes: [UInt32]

    /// The texts that rows have.
    func texts(of dictionary: TextDictionary) throws -> TextStore {
      let all = dictionary.texts
      guard numbers != nil else {
        // All but that of NULL.
        return TextStore(
          offsets: Buffer(
            sharing: all.offsets, from: MemoryLayout<UInt32>.stride, count: all.count),
          bytes: all.bytes)
      }
      let column = Vector(type: .varchar, count: all.count, storage: .text(all))
      let selection = RowSelection(rows: Buffer(codes), count: codes.count)
      guard case .text(let texts) = try Gather.rows(selection, of: column).storage else {
        return TextStore([String]())
      }
      return texts
    }
  }

  /// Finds the codes that rows of `vectors`, all under `dictionary`, have.
  ///
  /// - Complexity: O(rows + texts).
  static func used(_ vectors: [Vector], of dictionary: TextDictionary) -> Used {
    let count = max(1, dictionary.count)
    let marks = Buffer<UInt32>(repeating: 0, count: count)
    for vector in vectors {
      switch vector.storage {
      case .code8(let codes, _): mark(codes, marks)
      case .code16(let codes, _): mark(codes, marks)
      case .code32(let codes, _): mark(codes, marks)
      default: break
      }
    }
    marks.pointer[0] = 0
    var codes: [UInt32] = []
    for code in 1..<max(1, dictionary.count) where marks.pointer[code] != 0 {
      codes.append(UInt32(truncatingIfNeeded: code))
      marks.pointer[code] = UInt32(truncatingIfNeeded: codes.count)
    }
    return Used(numbers: codes.count == count - 1 ? nil : marks, codes: codes)
  }

  private static func mark<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Buffer<Code>, _ marks: Buffer<UInt32>
  ) {
    var row = 0
    while row < codes.count {
      marks.pointer[Int(codes.pointer[row])] = 1
      row &+= 1
    }
  }

  /// The bits of the narrowest signed index into `count` texts; signed ones are read everywhere.
  static func indexBits(count: Int) -> Int {
    count <= 1 << 7 ? 8 : count <= 1 << 15 ? 16 : 32
  }

  /// The indexes of the rows of a coded vector, 0 where there is NULL.
  static func indexes(_ vector: Vector, numbers: Buffer<UInt32>?, bits: Int) -> Buffer<UInt8> {
    switch vector.storage {
    case .code8(let codes, _): indexes(codes, numbers, bits)
    case .code16(let codes, _): indexes(codes, numbers, bits)
    case .code32(let codes, _): indexes(codes, numbers, bits)
    default: Buffer(repeating: 0, count: vector.count * bits / 8)
    }
  }

  private static func indexes<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Buffer<Code>, _ numbers: Buffer<UInt32>?, _ bits: Int
  ) -> Buffer<UInt8> {
    switch bits {
    case 8: indexes(codes, numbers, Int8.self)
    case 16: indexes(codes, numbers, Int16.self)
    default: indexes(codes, numbers, Int32.self)
    }
  }

  private static func indexes<
    Code: FixedWidthInteger & BitwiseCopyable, Index: FixedWidthInteger & BitwiseCopyable
  >(
    _ codes: Buffer<Code>, _ numbers: Buffer<UInt32>?, _ type: Index.Type
  ) -> Buffer<UInt8> {
    let result = Buffer<Index>(count: codes.count)
    var row = 0
    if let numbers = numbers?.pointer {
      while row < codes.count {
        let number = numbers[Int(codes.pointer[row])]
        result.pointer[row] = Index(truncatingIfNeeded: max(number, 1) &- 1)
        row &+= 1
      }
    } else {
      while row < codes.count {
        result.pointer[row] = Index(truncatingIfNeeded: max(codes.pointer[row], 1) &- 1)
        row &+= 1
      }
    }
    return bytes(of: result)
  }
}

/// The memory of `buffer` as bytes.
func bytes<Element: BitwiseCopyable>(of buffer: Buffer<Element>) -> Buffer<UInt8> {
  Buffer(sharing: buffer, from: 0, count: buffer.count * MemoryLayout<Element>.stride)
}
