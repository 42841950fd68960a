extension Relation {
  /// The rows of this relation, and behind them those of `chunks`, which have its columns.
  ///
  /// Small chunks at the end grow together, so that rows added one by one still lie in few chunks:
  /// a chunk takes in the one behind it as long as it has less than twice its rows.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  /// - Complexity: O(rows added × log rows), amortised over many calls; O(all rows) of a coded text
  ///   column where a text is new to its dictionary.
  package func appending(_ chunks: [Chunk]) throws(ValueError) -> Relation {
    let added = chunks.filter { $0.count > 0 }
    if added.isEmpty { return self }
    var all = try Self.underOneDictionary(self.chunks, added, fields: fields)
    while all.count > 1 {
      let last = all[all.count - 1]
      let before = all[all.count - 2]
      guard before.count < 2 * last.count,
        before.count + last.count <= Chunk.standardRows
      else { break }
      var columns: [Vector] = []
      for (column, field) in fields.enumerated() {
        columns.append(
          try Concatenate.vectors(
            [before.columns[column], last.columns[column]], type: field.type))
      }
      all.removeLast(2)
      all.append(Chunk(count: before.count + last.count, columns: columns))
    }
    return Relation(fields: fields, chunks: all)
  }

  /// A relation of chunks that were made one by one, whose codes may lie in several dictionaries.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  package static func unified(fields: [Field], chunks: [Chunk]) throws(ValueError) -> Relation {
    Relation(
      fields: fields,
      chunks: try underOneDictionary([], chunks.filter { $0.count > 0 }, fields: fields))
  }

  /// All chunks, in which each text column is plain throughout or coded throughout.
  private static func underOneDictionary(
    _ old: [Chunk], _ new: [Chunk], fields: [Field]
  ) throws(ValueError) -> [Chunk] {
    let all = old + new
    var recoded: [Int: [Vector]] = [:]
    for (column, field) in fields.enumerated() where field.type == .varchar {
      let dictionary = all.lazy.compactMap { $0.columns[column].dictionary }.first
      guard let dictionary else { continue }
      let isSettled = new.allSatisfy {
        let vector = $0.columns[column]
        return vector.dictionary === dictionary || vector.constant?.isNull == true
      }
      let isOldSettled = old.allSatisfy {
        let vector = $0.columns[column]
        return vector.dictionary === dictionary || vector.constant?.isNull == true
      }
      if isSettled && isOldSettled { continue }
      if isOldSettled,
        let known = DictionaryEncoding.encode(
          new.map { $0.columns[column] }, knownTo: dictionary)
      {
        recoded[column] = old.map { $0.columns[column] } + known
      } else {
        recoded[column] = try DictionaryEncoding.encode(all.map { $0.columns[column] })
      }
    }
    if recoded.isEmpty { return all }
    return all.indices.map { index in
      let chunk = all[index]
      let columns = chunk.columns.indices.map { recoded[$0]?[index] ?? chunk.columns[$0] }
      return Chunk(count: chunk.count, columns: columns)
    }
  }
}
