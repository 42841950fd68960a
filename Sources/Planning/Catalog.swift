import Columns
import Language

/// The tables that statements can name.
package struct Catalog: Sendable {
  package struct Table: Sendable {
    /// As it was first written.
    package let name: String
    package let relation: Relation
  }

  /// Loads the file that a query names.
  ///
  /// - Parameters:
  ///   - path: as written.
  ///   - columns: the names, in lower case, of the columns that the statement could mention; nil
  ///     for all. Columns of other names may be left out.
  package typealias FileLoader =
    (_ path: String, _ columns: Set<String>?, _ range: SourceRange) throws -> Relation

  /// In the order in which they were made.
  package private(set) var tables: [Table] = []

  package init() {}

  /// The table called `name`; case does not count.
  package func table(named name: String) -> Table? {
    let folded = name.lowercased()
    return tables.first { $0.name.lowercased() == folded }
  }

  /// Adds a table, in place of one of the same name.
  package mutating func set(_ name: String, to relation: Relation) {
    let folded = name.lowercased()
    let table = Table(name: name, relation: relation)
    if let index = tables.firstIndex(where: { $0.name.lowercased() == folded }) {
      tables[index] = table
    } else {
      tables.append(table)
    }
  }

  /// Forgets a table; nothing happens where there is none of that name.
  package mutating func remove(_ name: String) {
    let folded = name.lowercased()
    tables.removeAll { $0.name.lowercased() == folded }
  }
}
