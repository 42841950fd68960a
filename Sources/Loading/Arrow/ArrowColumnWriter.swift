import Columns

/// How a column lies in an Arrow file: in one way through all its chunks.
///
/// | here | Arrow |
/// |---|---|
/// | BOOLEAN | bool |
/// | BIGINT | int64 |
/// | HUGEINT | decimal128 of 38 digits; decimal256 of 39 where a value has as many |
/// | DOUBLE, PERCENT | float64 |
/// | DECIMAL | decimal128 |
/// | DATE | date32 |
/// | TIMESTAMP, TIME | timestamp and time64, in microseconds |
/// | INTERVAL | interval of months, days and nanoseconds |
/// | VARCHAR under a dictionary | dictionary of utf8, under the narrowest signed indexes |
/// | VARCHAR as it is | utf8 |
/// | NULL | null |
/// | MEASURE | utf8: the amount and its unit |
///
/// BIGINT is int64 even where every value would fit 8 bits: what reads an int8 computes in 8 bits, and
/// pandas' `quantity * 1000` would wrap around without a word. Reading brings the numbers back to the
/// narrowest width. Texts lie under offsets of 64 bits where a chunk has more than 2 GiB of them.
struct ArrowColumnWriter: Sendable {
  /// An array as it goes into a batch.
  struct Encoded: Sendable {
    let nulls: Int
    let buffers: [Buffer<UInt8>]
  }

  let field: ArrowField
  /// The dictionary of the file; nil where the column has none.
  let texts: Encoded?
  /// How many texts are in it.
  let textCount: Int
  private let vectors: [Vector]
  private let type: DataType
  /// For each code here its number in the file, one more than the index; nil where they are the same.
  private let numbers: Buffer<UInt32>?

  /// - Parameters:
  ///   - vectors: one for each chunk that is not empty.
  ///   - id: the number that its dictionary gets.
  /// - Throws: ``SaveError/Kind`` where a value has no form in the file.
  init(_ field: Field, _ vectors: [Vector], id: Int64) throws {
    let isMeasure = field.type == .measure
    type = isMeasure ? .varchar : field.type
    var vectors = isMeasure ? try Self.texts(ofMeasures: vectors) : vectors
    let isCoded = vectors.contains { $0.dictionary != nil }
    let isConstant =
      vectors.allSatisfy { $0.constant != nil } && vectors.contains { $0.constant?.isNull == false }
    if type == .varchar && !isMeasure && (isCoded || isConstant) {
      do throws(ValueError) {
        vectors = try DictionaryEncoding.encode(vectors)
      } catch {
        throw Fault.textTooLong
      }
    }
    self.vectors = vectors
    guard let dictionary = vectors.first?.dictionary else {
      numbers = nil
      texts = nil
      textCount = 0
      self.field = ArrowField(
        name: field.name, type: Self.arrowType(field.type, vectors),
        metadata: Self.metadata(field.type))
      return
    }
    // Texts that no row has, left behind by a filter, are none of the reader's business.
    let used = ArrowCodes.used(vectors, of: dictionary)
    let kept = try used.texts(of: dictionary)
    numbers = used.numbers
    textCount = kept.count
    let isLarge = kept.bytes.count > Int(Int32.max)
    texts = Encoded(
      nulls: 0, buffers: [Buffer(count: 0)] + ArrowTextWriter.buffers(kept, isLarge: isLarge))
    self.field = ArrowField(
      name: field.name, type: .utf8(isLarge: isLarge),
      dictionary: ArrowDictionaryEncoding(
        id: id, indexBits: ArrowCodes.indexBits(count: kept.count), isSigned: true))
  }

  /// The measures as texts from which they can be had again.
  private static func texts(ofMeasures vectors: [Vector]) throws -> [Vector] {
    do throws(ValueError) {
      var result: [Vector] = []
      for vector in vectors { result.append(try MeasureText.saved(vector)) }
      return result
    } catch {
      throw Fault.textTooLong
    }
  }

  /// The Arrow type of a column without a dictionary.
  private static func arrowType(_ type: DataType, _ vectors: [Vector]) -> ArrowType {
    switch type {
    case .null: return .null
    case .boolean: return .bool
    case .bigint: return .int(bits: 64, isSigned: true)
    case .hugeint:
      let fits = vectors.allSatisfy { ArrowNumberWriter.fitsDecimal128($0) }
      return fits
        ? .decimal(bits: 128, precision: 38, scale: 0)
        : .decimal(bits: 256, precision: 39, scale: 0)
    case .double, .percent: return .float(bits: 64)
    case .decimal(let precision, let scale):
      return .decimal(bits: 128, precision: precision, scale: scale)
    case .date: return .dateDays
    case .timestamp: return .timestamp(.microseconds, zone: nil)
    case .time: return .time(.microseconds, bits: 64)
    case .interval: return .intervalMonthDayNano
    case .varchar, .measure:
      return .utf8(isLarge: vectors.contains { ArrowTextWriter.byteCount($0) > Int(Int32.max) })
    }
  }

  /// What a field says besides, where Arrow has no such type.
  private static func metadata(_ type: DataType) -> [String: String] {
    switch type {
    case .hugeint, .percent, .null, .measure: [ArrowColumn.typeKey: type.description]
    default: [:]
    }
  }

  /// Why a cell has no form in the file.
  enum Fault: Error {
    case textTooLong
    /// Rows count from the first of the vector.
    case value(row: Int, reason: String)
  }

  /// The array of the chunk numbered `chunk`.
  ///
  /// Buffers are not copied where they lie in memory as they do in the file.
  ///
  /// - Throws: ``Fault``.
  func encoded(_ chunk: Int) throws -> Encoded {
    let vector = Constants.expanded(vectors[chunk])
    let nulls = vector.nullCount
    if type == .null { return Encoded(nulls: vector.count, buffers: []) }
    let validity =
      if nulls > 0, let words = vector.validity?.words {
        Buffer<UInt8>(sharing: words, from: 0, count: (vector.count + 7) / 8)
      } else {
        Buffer<UInt8>(count: 0)
      }
    let values: [Buffer<UInt8>]
    if let dictionary = field.dictionary {
      values = [ArrowCodes.indexes(vector, numbers: numbers, bits: dictionary.indexBits)]
    } else if case .utf8(let isLarge) = field.type {
      guard case .text(let texts) = vector.storage else { throw Fault.textTooLong }
      values = ArrowTextWriter.buffers(texts, isLarge: isLarge)
    } else {
      values = [try ArrowNumberWriter.buffer(vector, as: field.type)]
    }
    return Encoded(nulls: nulls, buffers: [validity] + values)
  }
}
