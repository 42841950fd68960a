import Columns
import Synchronization

/// Makes the columns of an Arrow file: each of its own, on as many threads as wanted.
struct ArrowLoader: Sendable {
  let input: ArrowInput
  let contents: ArrowContents
  let options: LoadOptions

  /// A column that was loaded.
  struct Loaded: Sendable {
    let name: String
    let type: DataType
    let why: String
    let vectors: [Vector]
    let distinct: Int?
    let notes: [String]
  }

  /// What one thread made of a column at a time.
  private struct Piece: Sendable {
    let vectors: [Vector]
    let cut: Int
  }

  /// About what a chunk of a column takes besides its values: a ``Vector`` and its place in a plan.
  private static let chunkBytes = 256

  /// The columns numbered `wanted`, under the names of the table.
  ///
  /// - Parameters:
  ///   - names: of all columns of the file.
  ///   - asked: for each of them the type that it is to have; nil for its own.
  /// - Throws: ``ArrowProblem``, ``LoadError``, `Interrupted`.
  func columns(
    _ wanted: [Int], names: [String], asked: [DataType?]
  ) throws -> [Loaded] {
    for index in wanted {
      // Before anything is read: one that cannot be loaded is told at once.
      let field = contents.schema.fields[index]
      if ArrowColumn.type(of: field) == nil {
        throw ArrowProblem.type(column: names[index], type: field.typeName)
      }
    }
    let columns = try self.columns(wanted)
    let chunkRows = max(1, options.chunkRows)
    // A few bytes of a file can say of columns of NULL that they have any number of rows.
    let chunks = contents.rowCount / chunkRows + contents.batches.count
    try input.keep(chunks * (wanted.count + 1) * Self.chunkBytes)
    let plan = ArrowPlan(batches: contents.batches.map(\.head.rows), chunkRows: chunkRows)
    let total = plan.spans.count * wanted.count
    let done = Atomic<Int>(0)
    // Span after span, so that the file is read nearly in order.
    let pieces = try Parallel.map(total, threads: max(1, options.threads)) { number in
      let (span, place) = number.quotientAndRemainder(dividingBy: wanted.count)
      let piece = try make(columns[place], wanted[place], plan.spans[span])
      report(rows: contents.rowCount * done.add(1, ordering: .relaxed).newValue / total)
      return piece
    }
    return try Parallel.map(wanted.count, threads: max(1, options.threads)) { place in
      let own = stride(from: place, to: total, by: max(1, wanted.count)).map { pieces[$0] }
      let name = names[wanted[place]]
      let column = columns[place]
      var finished = column.finished(own.flatMap(\.vectors), keepsTexts: contents.isSealed)
      var why = "Arrow \(column.typeName)"
      if let type = asked[wanted[place]], type != finished.type {
        finished = try column.cast(finished.vectors, to: type)
        why = "\(type) was asked for, of \(why)"
      }
      return Loaded(
        name: name, type: finished.type, why: why, vectors: finished.vectors,
        distinct: finished.distinct,
        notes: notes(column, name: name, cut: own.reduce(0) { $0 + $1.cut }))
    }
  }

  /// The columns with their dictionaries, which are read once however many columns use them.
  private func columns(_ wanted: [Int]) throws -> [ArrowColumn] {
    let fields = wanted.map { contents.schema.fields[$0] }
    var owners: [Int64: ArrowField] = [:]
    for field in fields {
      guard let id = field.dictionary?.id else { continue }
      if let owner = owners[id], owner.type != field.type {
        throw ArrowProblem.damaged("two columns differ on the type of their dictionary")
      }
      owners[id] = field
    }
    let needed = owners.sorted { $0.key < $1.key }
    let dictionaries = try Parallel.map(needed.count, threads: max(1, options.threads)) { index in
      try options.cancellation?.check()
      let (id, field) = needed[index]
      return try ArrowDictionary(field, contents.dictionaries[id] ?? [], input)
    }
    let byID = Dictionary(uniqueKeysWithValues: zip(needed.map(\.key), dictionaries))
    return try fields.map { field in
      try ArrowColumn(field, dictionary: field.dictionary.flatMap { byID[$0.id] })
    }
  }

  /// The vectors of the chunks of `span`.
  private func make(_ column: ArrowColumn, _ index: Int, _ span: ArrowPlan.Span) throws -> Piece {
    let field = contents.schema.fields[index]
    var vectors: [Vector] = []
    var cut = 0
    var row = span.firstRow
    // Of a batch that goes on into the next chunk.
    var last: (batch: Int, array: ArrowArray)?
    for parts in span.chunks {
      try options.cancellation?.check()
      var slices: [ArrowRows.Slice] = []
      for part in parts {
        let array: ArrowArray
        if let last, last.batch == part.batch {
          array = last.array
        } else {
          let batch = contents.batches[part.batch]
          array = try ArrowArray(field, at: batch.places[index], of: batch, input)
          last = (part.batch, array)
        }
        slices.append(ArrowRows.Slice(array: array, from: part.from, count: part.count))
      }
      let rows = ArrowRows(slices, firstRow: row, input)
      let made = try column.vector(rows)
      try input.keep(made.vector.byteCount)
      vectors.append(made.vector)
      cut += made.cut
      row += rows.count
    }
    return Piece(vectors: vectors, cut: cut)
  }

  private func report(rows: Int) {
    options.progress?(
      LoadProgress(bytesRead: input.bytesTaken, bytesTotal: input.size, rows: rows))
  }

  private func notes(_ column: ArrowColumn, name: String, cut: Int) -> [String] {
    var notes: [String] = []
    if let zone = column.zone {
      notes.append("\(name): times of the zone \(Wording.cell(zone)) are in UTC here")
    }
    if cut > 0 {
      notes.append(
        "\(name): \(Wording.count(cut, "value")) lost a fraction of a microsecond, rounded down")
    }
    return notes
  }
}
