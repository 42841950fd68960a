import Columns

extension ColumnUnion {
  /// The rows of all files, in their order.
  ///
  /// - Parameters:
  ///   - fileColumn: the name of a column with the path of each row's file; nil for none.
  ///   - options: how many threads work, and what stops them.
  /// - Throws: ``LoadError`` where the texts of a column are too long for one dictionary, or a file
  ///   has something in a column under another type; `Interrupted`.
  /// - Complexity: O(rows) for columns whose dictionaries have to be joined.
  func relation(
    _ tables: [FileTable], fileColumn: String?, _ options: LoadOptions
  ) throws -> Relation {
    guard let first = tables.first else { return Relation(fields: [], chunks: []) }
    if tables.count == 1, fileColumn == nil { return first.loaded.relation }
    let files = tables.map { $0.loaded.relation.chunks.filter { $0.count > 0 } }
    var fields = columns.map { Field(name: $0.name, type: $0.decision.type) }
    if let fileColumn { fields.append(Field(name: fileColumn, type: .varchar)) }
    let paths = TextDictionary(texts: TextStore([""] + tables.map(\.path)))
    let groups = Self.groups(files.flatMap { $0.map(\.count) })
    let columns = columns
    let allFields = fields
    let path = first.path
    let speaking = columns.map { column in
      tables.indices.map { number in
        column.places[number].map { tables[number].findings[$0].saysSomething } ?? false
      }
    }
    let vectors = try Parallel.map(fields.count, threads: options.threads) { number in
      try options.cancellation?.check()
      let parts =
        number < columns.count
        ? Self.parts(of: columns[number], files, speaking[number])
        : Self.paths(files, paths)
      if parts.contains(where: { $0.type != allFields[number].type }) {
        throw LoadError(.files(.unsettledTypes), path: path)
      }
      do {
        return try Self.joined(parts, groups, allFields[number])
      } catch is ValueError {
        throw LoadError(.files(.textsTooLong), path: path)
      }
    }
    let chunks = groups.enumerated().map { index, group in
      Chunk(count: group.rows, columns: vectors.map { $0[index] })
    }
    return Relation(fields: fields, chunks: chunks)
  }

  /// What each chunk of the files has of a column: NULL where its file has nothing in it, whatever
  /// the type of nothing is.
  private static func parts(
    of column: Column, _ files: [[Chunk]], _ speaking: [Bool]
  ) -> [Vector] {
    let type = column.decision.type
    return files.enumerated().flatMap { number, chunks in
      chunks.map { chunk in
        if let place = column.places[number],
          speaking[number] || chunk.columns[place].type == type
        {
          return chunk.columns[place]
        }
        return Vector(constant: .null, type: type, count: chunk.count)
      }
    }
  }

  /// For each chunk the path of its file, which has its number and one as its code.
  private static func paths(_ files: [[Chunk]], _ paths: TextDictionary) -> [Vector] {
    files.enumerated().flatMap { number, chunks in
      chunks.map { chunk in
        DictionaryEncoding.vector(
          Buffer(repeating: UInt32(number + 1), count: chunk.count), paths, count: chunk.count,
          validity: nil)
      }
    }
  }

  /// The vectors of one column, those of a group made one, texts under one dictionary.
  private static func joined(
    _ parts: [Vector], _ groups: [ChunkGroup], _ field: Field
  ) throws -> [Vector] {
    let unified = try Relation.unified(
      fields: [field], chunks: parts.map { Chunk(count: $0.count, columns: [$0]) })
    return try groups.map { group in
      let vectors = unified.chunks[group.chunks].map { $0.columns[0] }
      return vectors.count == 1
        ? vectors[0] : try Concatenate.vectors(vectors, type: field.type)
    }
  }

  /// Chunks of files that become one: small files would else make a table of crumbs.
  private struct ChunkGroup {
    var chunks: Range<Int>
    var rows: Int
  }

  /// Puts neighbours together as long as they fit one chunk.
  private static func groups(_ counts: [Int]) -> [ChunkGroup] {
    var groups: [ChunkGroup] = []
    for (index, count) in counts.enumerated() {
      if let last = groups.last, last.rows + count <= Chunk.standardRows {
        groups[groups.count - 1] = ChunkGroup(
          chunks: last.chunks.lowerBound..<index + 1, rows: last.rows + count)
      } else {
        groups.append(ChunkGroup(chunks: index..<index + 1, rows: count))
      }
    }
    return groups
  }
}
