import Columns

/// Columns of the seizures as kernels take them, made of plain arrays and not by the loader.
struct KernelData {
  /// One batch: the vectors of some neighbouring rows.
  struct Batch {
    /// Rows of the sample.
    let rows: Range<Int>
    let categories: Vector
    let days: Vector
    let values: Vector
    let narratives: Vector
  }

  let seizures: PlainSeizures
  let categories: ColumnDomain
  /// The bytes of each category by its code, NULL for none.
  let lengths: Vector
  let batches: [Batch]
  /// The columns of the sort in one piece each.
  let reporters: Vector
  let values: Vector

  static let valueType = DataType.decimal(precision: 18, scale: 2)

  init(_ seizures: PlainSeizures) {
    self.seizures = seizures
    let dictionary = TextDictionary(texts: TextStore(seizures.categories.texts))
    categories = .dictionary(dictionary)
    lengths = Self.integers(
      seizures.categories.texts.map { $0.isEmpty ? nil : $0.utf8.count }, .bigint)
    let all = seizures.rows
    batches = stride(from: 0, to: all.count, by: Chunk.standardRows).map { start in
      let rows = start..<min(start + Chunk.standardRows, all.count)
      return Batch(
        rows: rows,
        categories: Self.codes(seizures.categories, dictionary, rows),
        days: Self.integers(rows.map { seizures.days[$0] }, .date),
        values: Self.integers(rows.map { seizures.cents[$0] }, Self.valueType),
        narratives: Self.notes(seizures.narratives, rows))
    }
    let names = TextDictionary(texts: TextStore(seizures.reporters.texts))
    reporters = Self.codes(seizures.reporters, names, all)
    values = Self.integers(seizures.cents, Self.valueType)
  }

  private static func codes(
    _ texts: PlainTexts, _ dictionary: TextDictionary, _ rows: Range<Int>
  ) -> Vector {
    let codes = texts.codes[rows]
    return DictionaryEncoding.vector(
      Buffer(codes), dictionary, count: rows.count, validity: validity(codes.map { $0 != 0 }))
  }

  private static func integers(_ numbers: [Int?], _ type: DataType) -> Vector {
    IntegerNarrowing.vector(
      Buffer(numbers.map { Int64($0 ?? 0) }), count: numbers.count, type: type,
      validity: validity(numbers.map { $0 != nil }))
  }

  private static func notes(_ notes: PlainNotes, _ rows: Range<Int>) -> Vector {
    let texts = TextStore(rows.map { String(decoding: notes[$0], as: UTF8.self) })
    return Vector(
      type: .varchar, count: rows.count, storage: .text(texts),
      validity: validity(rows.map { !notes[$0].isEmpty }))
  }

  /// A bit for each row; nil where all are set.
  private static func validity(_ isValue: [Bool]) -> Bitmap? {
    isValue.contains(false) ? bits(isValue) : nil
  }

  /// A bit for each row.
  static func bits(_ truths: [Bool]) -> Bitmap {
    var words = [UInt64](repeating: 0, count: Bitmap.wordCount(forRows: truths.count))
    for (row, truth) in truths.enumerated() where truth { words[row >> 6] |= 1 << (row & 63) }
    return Bitmap(words: Buffer(words), count: truths.count)
  }
}
