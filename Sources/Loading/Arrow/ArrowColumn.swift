import Columns

/// How a column of an Arrow file becomes a column here.
///
/// | Arrow | here |
/// |---|---|
/// | bool | BOOLEAN |
/// | int8 … int64, uint8 … uint64 | BIGINT; HUGEINT where a uint64 needs it |
/// | float16 … float64 | DOUBLE; PERCENT where a field says so |
/// | decimal32 … decimal256 | DECIMAL, of 38 digits at most; HUGEINT where a field says so |
/// | date32, date64 | DATE |
/// | timestamp of any unit | TIMESTAMP; in UTC where there is a zone |
/// | time32, time64 | TIME |
/// | duration, interval | INTERVAL |
/// | utf8, large_utf8, utf8_view | VARCHAR |
/// | dictionary of any of these | the same |
/// | null | VARCHAR, unless a field says that it is NULL |
/// | utf8, where a field says so | MEASURE |
///
/// Nested types and bytes are refused, by name.
struct ArrowColumn: Sendable {
  /// The key under which a field tells its type here, where Arrow has no such type.
  static let typeKey = "rummage.type"

  let name: String
  /// The type as Arrow's own tools show it.
  let typeName: String
  /// The type of the values in the file.
  private let source: ArrowType
  private let encoding: ArrowDictionaryEncoding?
  private let dictionary: ArrowDictionary?
  /// The type here; a column of uint64 may turn out to need another.
  let type: DataType

  /// The column that `field` describes.
  ///
  /// - Parameter dictionary: where the field has one.
  /// - Throws: ``ArrowProblem/type(column:type:)`` where there is no such column here.
  init(_ field: ArrowField, dictionary: ArrowDictionary?) throws {
    name = field.name
    typeName = field.typeName
    source = field.type
    encoding = field.dictionary
    self.dictionary = dictionary
    guard let type = Self.type(of: field) else {
      throw ArrowProblem.type(column: field.name, type: field.typeName)
    }
    self.type = dictionary?.type ?? type
  }

  /// The type here of a field; nil where there is none.
  static func type(of field: ArrowField) -> DataType? {
    let told = field.metadata[typeKey]
    switch field.type {
    case .null: return told == DataType.null.description ? .null : .varchar
    case .bool: return .boolean
    case .int: return .bigint
    case .float(let bits):
      return bits == 64 && told == DataType.percent.description ? .percent : .double
    case .decimal(_, let precision, let scale):
      if scale == 0 && told == DataType.hugeint.description { return .hugeint }
      guard (0...DataType.maximumPrecision).contains(scale) else { return nil }
      let digits = min(max(precision, scale), DataType.maximumPrecision)
      return .decimal(precision: digits, scale: scale)
    case .dateDays, .dateMilliseconds: return .date
    case .time: return .time
    case .timestamp: return .timestamp
    case .duration, .intervalMonths, .intervalDayTime, .intervalMonthDayNano: return .interval
    case .utf8, .utf8View: return told == DataType.measure.description ? .measure : .varchar
    case .other: return nil
    }
  }

  /// The vector of some rows, and how many of its values lost a fraction of a microsecond.
  ///
  /// - Throws: ``ArrowProblem``, ``LoadError``.
  func vector(_ rows: ArrowRows) throws -> (vector: Vector, cut: Int) {
    if let encoding, let dictionary {
      let vector = try dictionary.vector(
        rows, bits: encoding.indexBits, isSigned: encoding.isSigned, column: name)
      return (vector, 0)
    }
    switch source {
    case .null: return (Vector(constant: .null, type: type, count: rows.count), 0)
    case .bool: return (vector(.bits(rows.bits()), rows), 0)
    case .int(let bits, let isSigned):
      return (ArrowNumbers.vector(rows, bits: bits, isSigned: isSigned), 0)
    case .float(let bits): return (vector(.float64(doubles(rows, bits: bits)), rows), 0)
    case .decimal(let bits, _, _):
      return (try ArrowNumbers.decimals(rows, bits: bits, type: type, column: name), 0)
    case .dateDays:
      let days = ArrowNumbers.integers(rows, bits: 32, isSigned: true)
      let vector = IntegerNarrowing.vector(
        days, count: rows.count, type: .date, validity: rows.validity)
      return (vector, 0)
    case .dateMilliseconds: return (try ArrowTimes.dates(milliseconds: rows, column: name), 0)
    case .time(let unit, let bits):
      return try ArrowTimes.times(rows, unit, bits: bits, column: name)
    case .timestamp(let unit, _): return try ArrowTimes.timestamps(rows, unit, column: name)
    case .duration(let unit): return try ArrowTimes.durations(rows, unit, column: name)
    case .intervalMonths: return (ArrowTimes.months(rows), 0)
    case .intervalDayTime: return (ArrowTimes.daysAndMilliseconds(rows), 0)
    case .intervalMonthDayNano: return ArrowTimes.monthsDaysNanoseconds(rows)
    case .utf8(let isLarge):
      let texts = try ArrowTexts.texts(rows, isLarge: isLarge, column: name)
      if type == .measure {
        let written = Vector(
          type: .varchar, count: rows.count, storage: .text(texts), validity: rows.validity)
        guard let measures = MeasureText.restored(written) else {
          throw ArrowProblem.damaged("a measure of \(name) has no number")
        }
        return (measures, 0)
      }
      return (vector(.text(texts), rows), 0)
    case .utf8View: return (vector(.text(try ArrowTexts.views(rows, column: name)), rows), 0)
    case .other: throw ArrowProblem.type(column: name, type: typeName)
    }
  }

  private func vector(_ storage: Vector.Storage, _ rows: ArrowRows) -> Vector {
    Vector(type: type, count: rows.count, storage: storage, validity: rows.validity)
  }

  private func doubles(_ rows: ArrowRows, bits: Int) -> Buffer<Double> {
    switch bits {
    case 16: rows.values(zero: 0) { (value: Float16) in Double(value) }
    case 32: rows.values(zero: 0) { (value: Float) in Double(value) }
    default: rows.values(zero: 0.0)
    }
  }

  /// The time zone of the file; nil where it names none.
  var zone: String? {
    if case .timestamp(_, let zone) = source { zone } else { nil }
  }

  // MARK: The column as a whole

  /// The vectors of all chunks, their type, and how many distinct values there are where that is known.
  typealias Finished = (vectors: [Vector], type: DataType, distinct: Int?)

  /// The vectors as values of another type; texts that repeat under a dictionary.
  ///
  /// - Throws: ``ArrowProblem/misfit(column:type:asked:)``.
  func cast(_ vectors: [Vector], to type: DataType) throws -> Finished {
    do {
      let cast = try vectors.map { try CastKernels.cast($0, to: type) }
      if type == .varchar, let (coded, distinct) = ArrowTextCoding.coded(cast) {
        return (coded, type, distinct)
      }
      return (cast, type, nil)
    } catch is ValueError {
      throw ArrowProblem.misfit(column: name, type: typeName, asked: type)
    }
  }

  /// The vectors of all chunks, made to agree: of one type, and texts that repeat under a dictionary.
  ///
  /// - Parameter keepsTexts: whether texts stay as they lie in the file.
  func finished(
    _ vectors: [Vector], keepsTexts: Bool
  ) -> Finished {
    if dictionary != nil { return (vectors, type, dictionary?.distinct) }
    switch source {
    case .int:
      let vectors = ArrowNumbers.ofOneType(vectors)
      return (vectors, vectors.first?.type ?? type, nil)
    case .utf8, .utf8View:
      if !keepsTexts, let (coded, distinct) = ArrowTextCoding.coded(vectors) {
        return (coded, type, distinct)
      }
      return (vectors, type, nil)
    default: return (vectors, type, nil)
    }
  }
}
