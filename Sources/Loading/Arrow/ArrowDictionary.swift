import Columns

/// The values of a dictionary, and how the indexes into it become rows.
struct ArrowDictionary: Sendable {
  private enum Content {
    /// Texts, and for each index its code; nil where that is always the next number.
    case texts(TextDictionary, codes: Buffer<UInt32>?)
    /// Values of another type, one for each index.
    case values(Vector)
  }

  private let content: Content
  /// How many values there are.
  private let count: Int

  /// The type of the rows.
  let type: DataType

  /// Distinct texts, where each stands once; nil otherwise.
  var distinct: Int? {
    if case .texts(let dictionary, codes: nil) = content { dictionary.count - 1 } else { nil }
  }

  /// Reads the dictionary of `field`, which lies in `batches`, one behind the other.
  ///
  /// Texts get new codes where one stands twice or is NULL.
  ///
  /// - Throws: ``ArrowProblem``, ``LoadError``.
  init(_ field: ArrowField, _ batches: [ArrowBatch], _ input: ArrowInput) throws {
    var values = field
    values.dictionary = nil
    let arrays = try batches.map { batch in
      let places = try ArrowPlace.places(of: [values], in: batch.head)
      return try ArrowArray(values, at: places[0], of: batch, input)
    }
    let column = try ArrowColumn(values, dictionary: nil)
    let vector = try column.vector(ArrowRows(whole: arrays, input)).vector
    count = vector.count
    type = vector.type
    try input.keep(vector.byteCount)
    guard case .text(let texts) = vector.storage else {
      content = .values(vector)
      return
    }
    let builder = TextDictionaryBuilder()
    let codes = Buffer<UInt32>(count: count)
    var isInOrder = true
    for index in 0..<count {
      let text = texts[index]
      if vector.isNull(index) {
        codes.pointer[index] = 0
      } else if let start = text.baseAddress, let code = builder.code(start, text.count) {
        codes.pointer[index] = code
      } else {
        throw ArrowProblem.unsupported(
          "the dictionary of column \(Wording.cell(field.name)) has more than 4 GiB of text")
      }
      isInOrder = isInOrder && codes.pointer[index] == UInt32(truncatingIfNeeded: index + 1)
    }
    content = .texts(builder.finish(), codes: isInOrder ? nil : codes)
  }

  /// The vector of rows that hold indexes of `bits` bits.
  ///
  /// - Throws: ``ArrowProblem/value(column:row:reason:)`` where the dictionary has no such index.
  func vector(
    _ rows: ArrowRows, bits: Int, isSigned: Bool, column: String
  ) throws -> Vector {
    let numbers =
      switch (bits, isSigned) {
      case (8, true): numbers(rows, Int8.self)
      case (8, false): numbers(rows, UInt8.self)
      case (16, true): numbers(rows, Int16.self)
      case (16, false): numbers(rows, UInt16.self)
      case (32, true): numbers(rows, Int32.self)
      case (32, false): numbers(rows, UInt32.self)
      case (_, true): numbers(rows, Int64.self)
      case (_, false): numbers(rows, UInt64.self)
      }
    guard let numbers else {
      throw ArrowProblem.damaged("column \(Wording.cell(column)) has values without a text")
    }
    switch content {
    case .texts(let dictionary, codes: nil):
      return DictionaryEncoding.vector(
        numbers, dictionary, count: rows.count, validity: rows.validity)
    case .texts(let dictionary, let codes?):
      var validity = ValidityWriter(rows: rows.count)
      for row in 0..<rows.count {
        let number = numbers.pointer[row]
        let code = number == 0 ? 0 : codes.pointer[Int(number) - 1]
        numbers.pointer[row] = code
        validity.append(code != 0, row: row)
      }
      let words = validity.finish(rows: rows.count)
      return DictionaryEncoding.vector(
        numbers, dictionary, count: rows.count,
        validity: words.map { Bitmap(words: $0, count: rows.count) })
    case .values(let values):
      for row in 0..<rows.count {
        // NULL, which is 0, becomes the row that is missing.
        numbers.pointer[row] = numbers.pointer[row] &- 1
      }
      let selection = RowSelection(
        rows: numbers, count: rows.count, hasMissing: rows.validity != nil)
      return try Gather.rows(selection, of: values).withoutIdleValidity
    }
  }

  /// One more than the index of each row, 0 where it is NULL; nil where an index is too great.
  private func numbers<Index: FixedWidthInteger & BitwiseCopyable>(
    _ rows: ArrowRows, _ type: Index.Type
  ) -> Buffer<UInt32>? {
    // An index below zero becomes a great one, and -1 must stay so when one is added.
    func following(_ index: UInt64) -> UInt64 { index == .max ? index : index &+ 1 }
    var greatest: UInt64 = 0
    let numbers = Buffer<UInt32>(count: rows.count)
    var end = 0
    for slice in rows.slices {
      let source = slice.array.buffers[0].elements(Index.self, count: slice.array.rows)
      let from = source.pointer + slice.from
      let into = numbers.pointer + end
      var row = 0
      if let validity = rows.validity {
        while row < slice.count {
          let place = end &+ row
          let bit =
            validity.words.pointer[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1
          let number = following(UInt64(truncatingIfNeeded: from[row])) & (0 &- bit)
          greatest = max(greatest, number)
          into[row] = UInt32(truncatingIfNeeded: number)
          row &+= 1
        }
      } else {
        while row < slice.count {
          let number = following(UInt64(truncatingIfNeeded: from[row]))
          greatest = max(greatest, number)
          into[row] = UInt32(truncatingIfNeeded: number)
          row &+= 1
        }
      }
      end += slice.count
    }
    return greatest <= UInt64(count) ? numbers : nil
  }
}

extension Vector {
  /// The same vector, without a validity that marks no row NULL.
  fileprivate var withoutIdleValidity: Vector {
    guard let validity, (0..<count).allSatisfy({ validity[$0] }) else { return self }
    return Vector(type: type, count: count, storage: storage, bounds: bounds)
  }
}
