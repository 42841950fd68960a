import Columns
import Reference

/// A table of the schema `ref`, which every session has: what is known about countries, goods, units
/// and operations.
///
/// Its rows are made when a statement first reads them, once for all sessions, and never change.
package struct ReferenceTable: Sendable {
  /// The name of the schema.
  package static let schema = "ref"

  /// Its name in the schema: `hs` of `ref.hs`.
  package let name: String
  /// What its rows are, in one line.
  package let help: String
  package let fields: [Field]
  private let make: @Sendable () -> Relation

  /// - Parameter relation: the rows, which have `fields`.
  init(
    _ name: String, _ help: String, _ fields: [Field],
    _ relation: @escaping @Sendable () -> Relation
  ) {
    self.name = name
    self.help = help
    self.fields = fields
    make = relation
  }

  /// The rows.
  package var relation: Relation { make() }

  /// The name with its schema: `ref.hs`.
  package var qualifiedName: String { "\(Self.schema).\(name)" }

  /// The table called `name` in the schema; case does not count.
  package static func named(_ name: String) -> ReferenceTable? {
    let folded = name.lowercased()
    return all.first { $0.name == folded }
  }

  /// A relation of rows written out; texts are coded, as those of a loaded table.
  static func relation(_ fields: [Field], _ rows: [[Value]]) -> Relation {
    let columns = fields.enumerated().map { position, field -> Vector in
      let vector = Vector(rows.map { $0[position] }, type: field.type)
      guard field.type == .varchar, vector.constant == nil else { return vector }
      return (try? DictionaryEncoding.encode([vector]))?.first ?? vector
    }
    return Relation(
      fields: fields, chunks: rows.isEmpty ? [] : [Chunk(count: rows.count, columns: columns)])
  }
}

extension Value {
  /// A text, or NULL.
  static func text(orNull text: String?) -> Value { text.map { .text($0) } ?? .null }
}
