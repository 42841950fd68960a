import Columns
import Language

/// The tables, views and macros that statements can name.
///
/// A value: a copy of it is all that a transaction needs to be undone.
package struct Catalog: Sendable {
  package struct Table: Sendable {
    /// As it was first written.
    package internal(set) var name: String
    package internal(set) var relation: Relation
    package internal(set) var definition: TableDefinition
    /// The keys of the rows, for each key of the definition; nil until they are first needed.
    var indexes: [KeyIndex?]

    package init(name: String, relation: Relation, definition: TableDefinition? = nil) {
      self.name = name
      self.relation = relation
      self.definition = definition ?? TableDefinition(fields: relation.fields)
      indexes = Array(repeating: nil, count: self.definition.keys.count)
    }
  }

  /// Loads the files that a query names.
  ///
  /// - Parameters:
  ///   - files: as written.
  ///   - columns: the names, in lower case, of the columns that the statement could mention; nil
  ///     for all. Columns of other names may be left out.
  /// - Throws: a `Diagnostic` at the place of what is wrong.
  package typealias FileLoader =
    (_ files: FileRequest, _ columns: Set<String>?) throws -> Relation

  /// In the order in which they were made.
  package private(set) var tables: [Table] = []
  package internal(set) var views: [View] = []
  package internal(set) var macros: [Macro] = []
  package internal(set) var sequences: [Sequence] = []
  /// The tables of indexes, both in lower case.
  var indexNames: [String: String] = [:]
  private var positions: [String: Int] = [:]

  package init() {}

  /// The table called `name`; case does not count.
  package func table(named name: String) -> Table? {
    positions[name.lowercased()].map { tables[$0] }
  }

  /// Adds a table, in place of one of the same name.
  package mutating func set(_ name: String, to relation: Relation) {
    set(Table(name: name, relation: relation))
  }

  /// Adds a table, in place of one of the same name.
  package mutating func set(_ table: Table) {
    if let index = positions[table.name.lowercased()] {
      tables[index] = table
    } else {
      positions[table.name.lowercased()] = tables.count
      tables.append(table)
    }
  }

  /// Forgets a table; nothing happens where there is none of that name.
  package mutating func remove(_ name: String) {
    guard let index = positions[name.lowercased()] else { return }
    tables.remove(at: index)
    indexNames = indexNames.filter { $0.value != name.lowercased() }
    reindex()
  }

  /// Gives a table another name, and other contents or another definition where those are given.
  ///
  /// - Parameter relation: the new rows, of which the keys are found anew.
  package mutating func change(
    _ name: String, name newName: String? = nil, relation: Relation? = nil,
    definition: TableDefinition? = nil
  ) {
    guard let index = positions[name.lowercased()] else { return }
    let old = tables[index]
    tables[index] = Table(
      name: newName ?? old.name, relation: relation ?? old.relation,
      definition: definition ?? old.definition)
    if let newName {
      reindex()
      indexNames = indexNames.mapValues {
        $0 == name.lowercased() ? newName.lowercased() : $0
      }
    }
  }

  /// Puts other rows in place of a table's.
  ///
  /// - Parameter keepsIndexes: whether every row still has its number, and its keys.
  package mutating func replaceRows(
    of name: String, with relation: Relation, keepsIndexes: Bool = false
  ) {
    guard let index = positions[name.lowercased()] else { return }
    tables[index].relation = relation
    if keepsIndexes { return }
    for key in tables[index].indexes.indices { tables[index].indexes[key] = nil }
  }

  private mutating func reindex() {
    positions = Dictionary(
      uniqueKeysWithValues: tables.enumerated().map { ($1.name.lowercased(), $0) })
  }

  // MARK: Rows

  /// Puts `chunks`, whose keys are new, behind the rows of a table.
  ///
  /// - Throws: ``ValueError/textTooLong``, ``ValueError/interrupted``; nothing has changed then.
  /// - Complexity: O(rows added), amortised, where the texts of coded columns are known already.
  package mutating func append(_ chunks: [Chunk], to name: String) throws(ValueError) {
    guard let index = positions[name.lowercased()] else { return }
    let firstRow = tables[index].relation.rowCount
    let relation = try tables[index].relation.appending(chunks)
    do throws(ValueError) {
      for key in tables[index].indexes.indices {
        // In place: a copy of the index would cost as much as all rows.
        let columns = tables[index].definition.keys[key].columns
        try tables[index].indexes[key]?.add(chunks, columns: columns, firstRow: firstRow)
      }
    } catch {
      // An index that has some of the keys is made anew when it is needed.
      tables[index].indexes = tables[index].indexes.map { _ in nil }
      throw error
    }
    tables[index].relation = relation
  }

  /// The first row of `chunks` that has a key of a row of the table or of `chunks` before it.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  package mutating func conflict(
    of chunks: [Chunk], withKey key: Int, of name: String
  ) throws(ValueError) -> KeyIndex.Conflict? {
    guard let index = positions[name.lowercased()] else { return nil }
    try prepareIndex(key, ofTable: index)
    return try tables[index].indexes[key]?.conflict(
      of: chunks, columns: tables[index].definition.keys[key].columns)
  }

  /// For each row of `chunks`, the row of the table with the same key; see ``KeyIndex/matches(of:columns:)``.
  package mutating func matches(
    of chunks: [Chunk], withKey key: Int, of name: String
  ) throws(ValueError) -> [KeyIndex.Match] {
    guard let index = positions[name.lowercased()] else { return [] }
    try prepareIndex(key, ofTable: index)
    return try tables[index].indexes[key]?.matches(
      of: chunks, columns: tables[index].definition.keys[key].columns) ?? []
  }

  private mutating func prepareIndex(_ key: Int, ofTable table: Int) throws(ValueError) {
    if tables[table].indexes[key] != nil { return }
    var index = KeyIndex()
    try index.add(
      tables[table].relation.chunks, columns: tables[table].definition.keys[key].columns,
      firstRow: 0)
    tables[table].indexes[key] = index
  }
}
